import { isObject, type JsonObject } from './json.js'

/** A button and the block it stands in. */
export interface FoundAction {
  readonly element: JsonObject
  readonly blockId: string
}

/** The button of a message or a view with that action id, in that block if one is named. */
export const findAction = (
  { blocks }: { readonly blocks?: unknown },
  actionId: string,
  blockId?: string,
): FoundAction | undefined => {
  for (const block of Array.isArray(blocks) ? blocks.filter(isObject) : []) {
    const id = String(block['block_id'])
    if (blockId !== undefined && id !== blockId) continue
    const element = interactiveOf(block).find((one) => one['action_id'] === actionId)
    if (element) return { element, blockId: id }
  }
  return undefined
}

const interactiveOf = ({ elements, accessory, actions }: JsonObject): JsonObject[] =>
  [elements, accessory, actions].flat().filter(isObject)
