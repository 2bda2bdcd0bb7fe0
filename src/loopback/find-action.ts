import { elementsOf, type Given, readValue } from './element-values.js'
import type { JsonObject } from './json.js'
import { isObject } from './json.js'
import { UnknownPlaceError } from './unknown-place-error.js'

/** An element that somebody can use, and the block it stands in. */
export interface FoundAction {
  readonly element: JsonObject
  readonly blockId: string
}

/** The element with that action id, in that block if one is named. */
export const findAction = (
  blocks: readonly JsonObject[],
  actionId: string,
  blockId?: string,
): FoundAction | undefined => {
  for (const block of blocks) {
    const id = String(block['block_id'])
    if (blockId !== undefined && id !== blockId) continue
    const element = elementsOf(block).find((one) => one['action_id'] === actionId)
    if (element) return { element, blockId: id }
  }
  return undefined
}

/**
 * The action that a payload names when somebody used the element.
 * @throws UnknownPlaceError when that cannot be
 */
export const actionBody = ({ element, blockId }: FoundAction, given: Given | undefined, now: number): JsonObject => {
  const { type, action_id, text, value, confirm, placeholder } = element
  const action = { type, action_id, block_id: blockId }
  const time = { action_ts: (now / 1000).toFixed(6) }
  if (type === 'feedback_buttons') {
    const pressed = element[`${given}_button`]
    if (!isObject(pressed)) throw new UnknownPlaceError('There is no such button.')
    return { ...action, text: pressed['text'], value: pressed['value'], ...time }
  }
  const chosen = readValue(element, given)
  if (chosen)
    return { ...action, ...chosen, ...(placeholder !== undefined && { placeholder }), ...confirmed(confirm), ...time }
  const icon = element['icon'] === undefined ? {} : { icon: element['icon'] }
  return { ...action, text, ...(value !== undefined && { value }), ...icon, ...confirmed(confirm), ...time }
}

const confirmed = (confirm: unknown): JsonObject => (confirm === undefined ? {} : { confirm })
