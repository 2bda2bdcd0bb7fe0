import { isObject, type JsonObject, parseJson } from './json.js'
import { Refusal } from './refusal.js'

/** Arguments of a call. Sent as a form, all are text, and what is more than text is JSON in text. */
export interface Arguments {
  /** Text, or undefined when missing or empty. */
  text(name: string): string | undefined
  /** @throws Refusal `missing_argument` */
  required(name: string): string
  flag(name: string): boolean
  count(name: string, fallback: number): number
  /** @throws Refusal with `error` when there is something that is no JSON */
  json(name: string, error: string): unknown
  readonly all: JsonObject
}

export const toArguments = (all: JsonObject): Arguments => {
  const text = (name: string): string | undefined => {
    const value = Object.hasOwn(all, name) ? all[name] : undefined
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    all,
    text,
    required: (name) => {
      const value = text(name)
      if (value === undefined) throw new Refusal('invalid_arguments', missing(name))
      return value
    },
    flag: (name) => all[name] === true || ['true', '1'].includes(text(name) ?? ''),
    count: (name, fallback) => {
      const value = Number(text(name) ?? fallback)
      return Number.isInteger(value) && value > 0 ? value : fallback
    },
    json: (name, error) => {
      const value = Object.hasOwn(all, name) ? all[name] : undefined
      if (typeof value !== 'string') return value ?? undefined
      if (value === '') return undefined
      const parsed = parseJson(value)
      if (parsed === undefined) throw new Refusal(error)
      return parsed
    },
  }
}

const missing = (name: string): JsonObject => ({
  response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
})

/**
 * The arguments in a body.
 * @throws Refusal when the body is not what its content type says
 */
export const parseArguments = (contentType: string, body: string): JsonObject => {
  if (contentType.startsWith('application/json')) {
    const parsed = parseJson(body)
    if (!isObject(parsed)) throw new Refusal('invalid_json')
    return parsed
  }
  if (contentType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(body))
  if (body === '') return {}
  throw new Refusal('invalid_post_type')
}
