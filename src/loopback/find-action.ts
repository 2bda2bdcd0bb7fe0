import { isObject, type JsonObject } from './json.js'
import type { Message } from './workspace.js'

/** A button and the block it stands in. */
export interface FoundAction {
  readonly element: JsonObject
  readonly blockId: string
}

/** The button with that action id, in that block if one is named. */
export const findAction = (message: Message, actionId: string, blockId?: string): FoundAction | undefined => {
  for (const block of message.blocks ?? []) {
    const id = String(block['block_id'])
    if (blockId !== undefined && id !== blockId) continue
    const element = interactiveOf(block).find((one) => one['action_id'] === actionId)
    if (element) return { element, blockId: id }
  }
  return undefined
}

const interactiveOf = ({ elements, accessory, actions }: JsonObject): JsonObject[] =>
  [elements, accessory, actions].flat().filter(isObject)
