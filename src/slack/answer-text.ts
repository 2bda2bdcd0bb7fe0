import type { Excerpt } from '../answer/answer.js'
import type { AnswerReply } from '../command/reply.js'
import { shortCitation } from './cite.js'
import { cut, escapeWithin, oneLine } from './escape.js'
import { LIMITS } from './limits.js'

/** `2 of 7 passages` for the first page, `passages 4–6 of 7` for a later one. */
export const passageCount = ({ from, shown, total }: { from: number; shown: number; total: number }): string => {
  const all = Math.max(total, from + shown)
  if (from === 0) return `${shown} of ${all} ${all === 1 ? 'passage' : 'passages'}`
  return shown === 1 ? `passage ${from + 1} of ${all}` : `passages ${from + 1}–${from + shown} of ${all}`
}

/** An answer as one plain sentence with its source: for notifications, and for when Slack refuses the blocks. */
export const answerText = ({ answer, scope, didYouMean }: AnswerReply, excerpts: readonly Excerpt[]): string => {
  const { status, question, related, from, total } = answer
  const asked = cut(oneLine(question), 120)
  const meant = didYouMean === undefined ? '' : ` Did you mean: ${cut(oneLine(didYouMean), 120)}?`
  const [first] = excerpts
  if (status === 'not-found' || first === undefined) {
    const closest = related.slice(0, LIMITS.buttons).map((term) => cut(oneLine(term), 60))
    const near = closest.length === 0 ? '' : ` Closest terms: ${closest.join(', ')}.`
    const opening =
      status === 'not-found' ? `No report covers “${asked}”.` : `There are no more passages on “${asked}”.`
    return escapeWithin(`${opening}${meant}${near} I searched ${cut(oneLine(scope), 300)}.`, LIMITS.text)
  }
  const opening = status === 'weak' ? `No passage answers “${asked}” directly. The closest:` : `${asked}:`
  const quoted = `${opening} “${cut(oneLine(first.text), 400)}” — ${shortCitation(first.citation)}.`
  return escapeWithin(
    `${quoted} ${capital(passageCount({ from, shown: excerpts.length, total }))}.${meant}`,
    LIMITS.text,
  )
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
