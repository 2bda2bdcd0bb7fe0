import type { Arguments } from './arguments.js'
import { checkBlocks } from './check-blocks.js'
import type { JsonObject } from './json.js'
import { nameBlocks } from './name-blocks.js'
import { Refusal } from './refusal.js'

/** What a message says. */
export interface Content {
  readonly text: string
  readonly blocks?: readonly JsonObject[]
}

/** Slack cuts a longer text; an app that sends one loses its end, so it is refused here. */
const LONGEST_TEXT = 40_000

/**
 * What an app wants to say.
 * @throws Refusal for what Slack would not take
 */
export const readContent = (args: Arguments, longestText: number = LONGEST_TEXT): Content => {
  const text = args.text('text') ?? ''
  const blocks = readBlocks(args)
  if (text === '' && (blocks === undefined || blocks.length === 0)) throw new Refusal('no_text')
  if (text.length > longestText) throw new Refusal('msg_too_long')
  return { text, ...(blocks && { blocks }) }
}

const readBlocks = (args: Arguments): readonly JsonObject[] | undefined => {
  const blocks = args.json('blocks', 'invalid_blocks_format')
  if (blocks === undefined) return undefined
  if (!Array.isArray(blocks)) throw new Refusal('invalid_blocks_format')
  const { error, problems } = checkBlocks(blocks, 'message')
  if (error === undefined) return nameBlocks(blocks)
  const messages = problems.map(({ path, message }) => `[ERROR] ${message} [json-pointer:${path}]`)
  throw new Refusal(error, { errors: problems.map(({ message }) => message), response_metadata: { messages } })
}
