// @ts-check
/** @import { Place } from './types.js' */

/** The address of a place, so that Back, Reload and links work. @param {Place} place */
export const addressOf = ({ conversation, thread }) =>
  `#/${encodeURIComponent(conversation)}${thread === undefined ? '' : `/${encodeURIComponent(thread)}`}`

/** The place that the address names, if any. @returns {Place | undefined} */
export const currentPlace = () => {
  const [, conversation, thread] = /^#\/([^/]+)(?:\/([^/]+))?$/.exec(location.hash) ?? []
  if (conversation === undefined) return undefined
  try {
    const id = decodeURIComponent(conversation)
    return thread === undefined ? { conversation: id } : { conversation: id, thread: decodeURIComponent(thread) }
  } catch {
    return undefined
  }
}
