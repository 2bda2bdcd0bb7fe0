// @ts-check
/** @import { WireEntry } from './types.js' */

/** How long the line stands after the wait is over, for the bot's next try to take its place. */
const GRACE = 1500

/**
 * Says while Slack has asked the bot to wait, so that a late answer explains itself in the conversation too.
 * @param {(words: string) => void} say Called with the words, and with none when the wait is over.
 */
export const createWaits = (say) => {
  /** The wait that is told of, if any. */
  let current = 0
  let made = 0
  const end = () => {
    current = 0
    say('')
  }
  return {
    /** @param {WireEntry} entry */
    take: ({ at, kind, status, retryAfter }) => {
      if (kind !== 'call' && kind !== 'respond') return
      if (retryAfter === undefined) {
        if (status === 200 && current > 0) end()
        return
      }
      const left = at + retryAfter * 1000 + GRACE - Date.now()
      // A page that opens is told first what happened before.
      if (left <= 0) return
      made += 1
      const mine = made
      current = mine
      say(`Slack asked the bot to wait ${retryAfter} s (HTTP 429). What it says comes later.`)
      setTimeout(() => {
        if (current === mine) end()
      }, left)
    },
  }
}
