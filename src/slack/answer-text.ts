import type { Answer, Excerpt } from '../answer/answer.js'
import { orMore, seenOf } from '../command/count.js'
import { describeFacts } from '../command/describe-facts.js'
import { describeLines } from '../command/describe-report.js'
import type { AnswerReply } from '../command/reply.js'
import { shortCitation } from './cite.js'
import { cut, escapeWithin, oneLine } from './escape.js'
import { LIMITS } from './limits.js'

/**
 * `2 of 7 passages` for the first page, `passages 4–6 of 7` for a later one; `of 7 or more` where not all were looked
 * at.
 */
export const passageCount = ({ from, shown, total, isCut }: Shown): string => {
  const all = Math.max(total, from + shown)
  if (from === 0) return seenOf(shown, { total: all, isCut })
  const of = orMore({ total: all, isCut })
  return shown === 1 ? `passage ${from + 1} of ${of}` : `passages ${from + 1}–${from + shown} of ${of}`
}

/** Which part of the passages is shown. */
interface Shown {
  readonly from: number
  readonly shown: number
  readonly total: number
  readonly isCut?: true | undefined
}

/** An answer in plain sentences, the first excerpt with its source and all that is said beside the excerpts: for notifications, and for when Slack refuses the blocks. */
export const answerText = ({ answer, scope, didYouMean }: AnswerReply, excerpts: readonly Excerpt[]): string => {
  const { status, question, related } = answer
  const asked = cut(oneLine(question), 120)
  const meant = didYouMean === undefined ? '' : ` Did you mean: ${cut(oneLine(didYouMean), 120)}?`
  const [first] = excerpts
  const facts = answer.facts ? `${describeFacts(answer.facts).map(sentence).join('. ')}.` : ''
  if (first === undefined && facts !== '') return escapeWithin(`${asked}: ${facts}${meant}`, LIMITS.text)
  if (status === 'not-found' || first === undefined) {
    const closest = related.slice(0, LIMITS.buttons).map((term) => cut(oneLine(term), 60))
    const near = closest.length === 0 ? '' : ` Closest terms: ${closest.join(', ')}.`
    const opening =
      status === 'not-found' ? `No report covers “${asked}”.` : `There are no more passages on “${asked}”.`
    return escapeWithin(`${opening}${meant}${near} I searched ${cut(oneLine(scope), 300)}.`, LIMITS.text)
  }
  const opening = status === 'weak' ? `No passage answers “${asked}” directly. The closest:` : `${asked}:`
  const quoted = `“${cut(oneLine(first.text), 400)}” — ${shortCitation(first.citation)}.`
  const counted = `${capital(passageCount({ ...answer, shown: excerpts.length }))}.${meant}`
  const parts = [opening, facts, quoted, counted, differText(answer.differ), readingsText(answer.readings)]
  return escapeWithin(parts.filter((part) => part !== '').join(' '), LIMITS.text)
}

const differText = (differ: Answer['differ']): string => {
  if (differ === undefined || differ.excerpts.length === 0) return ''
  const sides = differ.excerpts.map(
    ({ text, citation }) => `“${cut(oneLine(text), 160)}” — ${citation.report}, ${describeLines(citation.lines)}`,
  )
  return `The reports differ on ${cut(oneLine(differ.about), 80)}: ${sides.join('; ')}.`
}

const readingsText = (readings: Answer['readings'] = []): string => {
  if (readings.length === 0) return ''
  const asks = readings.map(({ label, ask }) => `“${sentence(ask)}” (${cut(oneLine(label), 60)})`)
  return `You can also ask: ${asks.join('; ')}.`
}

const sentence = (text: string): string => cut(oneLine(text), 160)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
