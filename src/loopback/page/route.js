// @ts-check
/** @import { Place } from './types.js' */

/** The address of a place, so that Back, Reload and links work. @param {Place} place */
export const addressOf = ({ conversation, thread, tab }) => {
  const below = tab ?? thread
  return `#/${encodeURIComponent(conversation)}${below === undefined ? '' : `/${encodeURIComponent(below)}`}`
}

/** The place that the address names, if any. @returns {Place | undefined} */
export const currentPlace = () => {
  const [, conversation, thread] = /^#\/([^/]+)(?:\/([^/]+))?$/.exec(location.hash) ?? []
  if (conversation === undefined) return undefined
  try {
    const id = decodeURIComponent(conversation)
    if (thread === 'home') return { conversation: decodeURIComponent(conversation), tab: 'home' }
    return thread === undefined ? { conversation: id } : { conversation: id, thread: decodeURIComponent(thread) }
  } catch {
    return undefined
  }
}
