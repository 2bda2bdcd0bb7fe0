import { randomBytes } from 'node:crypto'
import { isObject, type JsonObject } from './json.js'

/** Slack names each block, and each element that somebody can use, that has no name. */
export const nameBlocks = (blocks: readonly unknown[]): readonly JsonObject[] =>
  blocks.filter(isObject).map(({ element, accessory, ...block }) => ({
    ...block,
    block_id: block['block_id'] ?? name(),
    ...(isObject(element) && { element: withName(element) }),
    ...(isObject(accessory) && { accessory: withName(accessory) }),
    ...(Array.isArray(block['elements']) &&
      HOLDERS.has(String(block['type'])) && { elements: block['elements'].filter(isObject).map(withName) }),
  }))

/** Blocks whose elements can be used; those of others are text. */
const HOLDERS: ReadonlySet<string> = new Set(['actions', 'context_actions'])

const withName = (element: JsonObject): JsonObject =>
  element['type'] === 'image' ? element : { ...element, action_id: element['action_id'] ?? name() }

const name = (): string => randomBytes(4).toString('base64url').slice(0, 5)
