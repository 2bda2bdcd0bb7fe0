import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'

/** Schemas that scripts/generate-slack-schemas.mjs wrote, and the package that each was made from. */
export const SCHEMA_FILES = [
  ['../../src/loopback/schemas/blocks.json', '@slack/types'],
  ['schemas/events.json', '@slack/types'],
  ['schemas/payloads.json', '@slack/bolt'],
  ['schemas/answers.json', '@slack/web-api'],
] as const

export const readSchemas = (file: string): { $comment: string; definitions: Record<string, unknown> } =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'))

/** `name version`, as installed. */
export const installed = (name: string): string => {
  const path =
    createRequire(import.meta.url)
      .resolve(name)
      .split(`node_modules/${name}/`)[0] ?? ''
  const { version } = JSON.parse(readFileSync(`${path}node_modules/${name}/package.json`, 'utf8'))
  return `${name} ${version}`
}

/** How a value differs from a type of Slack's; empty when it does not. Slack sends null where its types leave out. */
export const createSchemaCheck = (file: string): ((type: string, value: unknown) => string[]) => {
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true })
  ajv.addSchema({ $id: 'slack', definitions: readSchemas(file).definitions })
  return (type, value) => {
    const validate = ajv.getSchema(`slack#/definitions/${type}`)
    if (!validate) return [`there is no schema of ${type}`]
    if (validate(value)) return []
    const differences = (validate.errors ?? []).filter(({ data }) => data !== null)
    return differences.map(({ instancePath, message }) => `${instancePath} ${message}`)
  }
}
