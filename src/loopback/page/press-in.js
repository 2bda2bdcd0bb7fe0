// @ts-check
import { pressInView } from './api.js'
/** @import { Rendering, Values } from './types.js' */

/**
 * What pressing an element of a modal or of the home does; rejects when the bot does not take it.
 * @param {string} view Its id.
 * @param {() => Values} values What is filled in by then.
 * @returns {Rendering['press']}
 */
export const pressIn = (view, values) => async (element, blockId, given) => {
  const { taken } = await pressInView({
    view,
    actionId: element['action_id'],
    ...(blockId !== undefined && { blockId }),
    ...(given !== undefined && { given }),
    values: values(),
  })
  if (!taken) throw new Error('The bot did not answer in time.')
}
