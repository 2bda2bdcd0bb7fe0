import { readFileSync } from 'node:fs'
import { Ajv, type ErrorObject } from 'ajv'
import { type BlockProblem, distinctProblems } from './block-problem.js'
import { isObject } from './json.js'

/** Properties that a block must not have, lacks, or has in another form than Slack's types say. */
export const checkBlockShape = (block: unknown, path: string): BlockProblem[] => {
  const { types } = slackTypes()
  if (!isObject(block)) return [{ path, message: 'must be an object' }]
  const type = types.indexOf(String(block['type']))
  if (type < 0) return [{ path: `${path}/type`, message: `must be one of: ${types.join(', ')}` }]
  return checkShape(`KnownBlock/allOf/${type}/then`, block, path)
}

/** The same for a view. */
export const checkViewShape = (view: unknown, kind: 'modal' | 'home'): BlockProblem[] =>
  checkShape(kind === 'modal' ? 'ModalView' : 'HomeView', view, '')

const checkShape = (definition: string, value: unknown, path: string): BlockProblem[] => {
  const { ajv } = slackTypes()
  // Compiled at its first use, each on its own: all together take a third of a second.
  const validate = ajv.getSchema(`slack#/definitions/${definition}`)
  if (!validate) throw new Error(`schemas/blocks.json has no ${definition}`)
  if (validate(value)) return []
  const causes = (validate.errors ?? []).filter(isCause)
  return distinctProblems(causes.map((error) => ({ path: `${path}${error.instancePath}`, message: toMessage(error) })))
}

interface SlackTypes {
  readonly ajv: Ajv
  /** Types of blocks, in the order of the schema. */
  readonly types: readonly string[]
}

let read: SlackTypes | undefined

/** The schemas that scripts/generate-slack-schemas.mjs wrote; read when something is to be checked. */
const slackTypes = (): SlackTypes => {
  if (read) return read
  const { definitions } = JSON.parse(readFileSync(new URL('schemas/blocks.json', import.meta.url), 'utf8'))
  // The schemas were made by a tool and checked by a test: checking them again at each start is slow.
  const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false })
  ajv.addSchema({ $id: 'slack', definitions })
  read = { ajv, types: definitions.KnownBlock.properties.type.enum }
  return read
}

/** The other errors only say that a choice failed because of these. */
const isCause = ({ keyword }: ErrorObject): boolean => !['if', 'anyOf'].includes(keyword)

const toMessage = ({ keyword, params, message = 'is not allowed' }: ErrorObject): string => {
  switch (keyword) {
    case 'additionalProperties':
      return `invalid additional property: ${params['additionalProperty']}`
    case 'required':
      return `missing required field: ${params['missingProperty']}`
    case 'enum':
      return `must be one of: ${params['allowedValues'].join(', ')}`
    default:
      return message
  }
}
