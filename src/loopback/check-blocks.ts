import { type BlockProblem, distinctProblems } from './block-problem.js'
import { checkLengths } from './check-lengths.js'
import { checkBlockShape } from './check-shape.js'
import { isObject } from './json.js'

export interface CheckedBlocks {
  /** Slack's name for what is wrong. */
  readonly error?: 'invalid_blocks' | 'msg_blocks_too_long'
  readonly problems: readonly BlockProblem[]
}

const MOST_BLOCKS = { message: 50, modal: 100, home: 100 } as const
/** Slack documents no limit for all blocks together, and refuses at about this. */
const MOST_CHARACTERS = 13_200

/** What Slack would refuse in the blocks of a message or a view. */
export const checkBlocks = (blocks: readonly unknown[], surface: keyof typeof MOST_BLOCKS): CheckedBlocks => {
  const most = MOST_BLOCKS[surface]
  const problems = distinctProblems([
    ...(blocks.length > most ? [{ path: '/blocks', message: `no more than ${most} items allowed` }] : []),
    ...blocks.flatMap((block, i) => checkBlock(block, `/blocks/${i}`)),
    ...checkLengths(blocks, '/blocks'),
    ...twice(blocks, 'block_id'),
    ...blocks.flatMap(checkActionIds),
  ])
  if (problems.length > 0) return { error: 'invalid_blocks', problems }
  const characters = charactersOf(blocks)
  if (surface !== 'message' || characters <= MOST_CHARACTERS) return { problems: [] }
  const message = `${characters} characters in all blocks, at most ${MOST_CHARACTERS}`
  return { error: 'msg_blocks_too_long', problems: [{ path: '/blocks', message }] }
}

const checkBlock = (block: unknown, path: string): BlockProblem[] => {
  if (isObject(block) && block['type'] === 'section' && block['text'] === undefined && block['fields'] === undefined)
    return [{ path, message: 'missing required field: text' }]
  return checkBlockShape(block, path)
}

/** Names that must be there only once. */
const twice = (list: readonly unknown[], key: string, path = '/blocks'): BlockProblem[] => {
  const names = list.map((one) => (isObject(one) ? one[key] : undefined))
  return names.flatMap((name, i) =>
    name !== undefined && names.indexOf(name) !== i
      ? [{ path: `${path}/${i}/${key}`, message: `\`${key}\` already exists` }]
      : [],
  )
}

const checkActionIds = (block: unknown, i: number): BlockProblem[] => {
  const elements = isObject(block) && block['type'] !== 'rich_text' ? block['elements'] : undefined
  return Array.isArray(elements) ? twice(elements, 'action_id', `/blocks/${i}/elements`) : []
}

/** Characters of every text inside a value but the names of types. */
const charactersOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersOf(one), 0)
  if (!isObject(value)) return 0
  return Object.entries(value).reduce((sum, [key, one]) => (key === 'type' ? sum : sum + charactersOf(one)), 0)
}
