import type { Excerpt } from '../../answer/answer.js'
import { cite } from '../../answer/cite.js'
import type { Knowledge } from '../../knowledge/report.js'
import { describeLines } from '../describe-report.js'
import type { DigestPassage, ListingReply } from '../reply.js'
import { shorten } from '../shorten.js'
import { candidatesOf } from './candidates.js'
import { type Chosen, choosePassages } from './choose-passages.js'
import { countPassages, describeRun, describeSchedule, describeTopics } from './describe-schedule.js'
import { addDays, describeDay } from './local-day.js'
import { nextRuns } from './next-runs.js'
import { isMark, readMarks, reportsMark, saidMark } from './posted-marks.js'
import type { Subscription } from './types.js'

export interface DigestMaterial {
  readonly knowledge: Knowledge
  readonly subscription: Subscription
  /** What `DigestStore.posted` says: passages and marks. */
  readonly posted: ReadonlySet<string>
  /** Verdicts by passage key: above 0 more like this, below 0 less. */
  readonly feedback: ReadonlyMap<string, number>
  /** Yesterday's questions of the channel that found no answer. */
  readonly questions: readonly string[]
  /** The local day it is for. */
  readonly day: string
  readonly now: number
  /** The slash command, such as `/kubecon`. */
  readonly command: string
}

/** A digest ready to be posted, and what is to be remembered once it is. */
export interface ComposedDigest {
  readonly reply: ListingReply
  /** Passages and marks, for `confirmSlot`. */
  readonly passages: readonly string[]
  /** Call `startNewRound` before `confirmSlot`. */
  readonly newRound: boolean
}

/** What comes next in a channel; undefined when there is nothing to show and that was said within the week. */
export const composeDigest = (material: DigestMaterial): ComposedDigest | undefined => {
  const { knowledge, subscription, day } = material
  const { topics } = subscription
  const marks = readMarks(material.posted)
  const choice = choosePassages({
    knowledge,
    topics,
    posted: material.posted,
    ...(marks.reports.size === 0 ? {} : { knownReports: marks.reports }),
    feedback: material.feedback,
    seed: subscription.id,
  })
  const { chosen, newRound, topicsDone } = choice
  if (chosen.length === 0) {
    const lastSaid = marks.said.get('nothing')
    if (lastSaid !== undefined && day < addDays(lastSaid, 7)) return undefined
    return { reply: nothingToShow(material), passages: [saidMark('nothing', day)], newRound: false }
  }
  const topicsKey = `topics ${topics.join(',')}`
  const sayTopics = topicsDone && !marks.said.has(topicsKey)
  const notes = [
    ...(newRound ? ['Everything worth reading has been here once, so a second round begins.'] : []),
    ...(sayTopics
      ? [
          `With this, everything on ${describeTopics(topics)} has been here; other topics follow until a report adds more.`,
        ]
      : []),
  ]
  return {
    reply: toReply(material, chosen, notes),
    passages: [
      ...chosen.map(({ candidate }) => candidate.key),
      ...(newRound || marks.reports.size === 0 ? [reportsMark(knowledge.reports.map(({ id }) => id))] : []),
      ...(sayTopics ? [saidMark(topicsKey, day)] : []),
    ],
    newRound,
  }
}

const toReply = (material: DigestMaterial, chosen: readonly Chosen[], notes: readonly string[]): ListingReply => {
  const { subscription, day } = material
  const passages = chosen.map(toPassage)
  const isOnTopic = chosen.some(({ topics }) => topics.length > 0)
  const why = subscription.trial ? '' : whyLine(subscription, isOnTopic)
  const next = nextLine(material)
  const unanswered = unansweredLine(material.questions)
  const [first] = passages
  const on = isOnTopic ? ` on ${describeTopics(subscription.topics)}` : ''
  return {
    kind: 'listing',
    title: `KubeCon reports · ${describeDay(day)}`,
    groups: [
      { heading: '', entries: passages.map(toEntry) },
      ...[...notes, ...(unanswered === undefined ? [] : [unanswered])].map((label) => ({
        heading: '',
        entries: [{ label }],
      })),
    ],
    footer: `${why} ${next}`.trim(),
    suggestions: subscription.trial ? ['digest on'] : ['digest pause 1d', 'digest skip', 'digest preview'],
    digest: {
      day,
      passages,
      notes,
      ...(unanswered === undefined ? {} : { unanswered }),
      why,
      next,
      ...(subscription.trial && { sample: true as const }),
      text: `KubeCon digest, ${describeDay(day)}: ${countPassages(passages.length)}${on}. First: “${shorten(first?.excerpt.text ?? '', 140)}” (${first?.excerpt.citation.event ?? ''}).`,
    },
  }
}

const toPassage = ({ candidate, reasons }: Chosen): DigestPassage => {
  const { key, passage, report, quote, interest } = candidate
  const excerpt: Excerpt = {
    text: quote.text,
    highlights: [],
    citation: cite(passage, report, quote.lines),
    score: interest.score,
  }
  return { key, excerpt, why: reasons.join('; ') }
}

const toEntry = ({ excerpt, why }: DigestPassage, i: number) => {
  const { citation, text } = excerpt
  return {
    label: `${i + 1}. ${citation.heading.at(-1) ?? citation.event}`,
    detail: `“${text}”`,
    note: `${citation.event} · ${citation.author} · ${citation.report}, ${describeLines(citation.lines)} · ${why}`,
  }
}

const whyLine = ({ topics }: Subscription, isOnTopic = true): string => {
  if (topics.length === 0) return 'Why: this channel gets a digest on every topic.'
  const followed = describeTopics(topics)
  return isOnTopic
    ? `Why: this channel follows ${followed}.`
    : `Why: this channel has a digest, and everything on ${followed} has been here.`
}

const nextLine = ({ subscription, day, now, command }: DigestMaterial): string => {
  if (subscription.trial)
    return `This is a sample: there is no digest here. Turn one on with: ${command} digest on 09:00 Mon-Fri`
  // As it will be once this one is sent.
  const [next] = nextRuns({ ...subscription, lastSlot: day }, now, 1)
  return next === undefined
    ? 'No next digest is planned.'
    : `Next: ${describeRun(next, subscription.zone, now)}. Planned: ${describeSchedule(subscription)}.`
}

const MOST_QUESTIONS = 3

/** One line on what nobody could answer. */
const unansweredLine = (questions: readonly string[]): string | undefined => {
  const asked = [...new Set(questions.map((question) => question.replace(/\s+/g, ' ').trim()))].filter(Boolean)
  if (asked.length === 0) return undefined
  const shown = asked.slice(-MOST_QUESTIONS).map((question) => `“${shorten(question, 80)}”`)
  const more = asked.length - shown.length
  return `Asked here yesterday, and no report answers it: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
}

const nothingToShow = (material: DigestMaterial): ListingReply => {
  const { subscription, knowledge, day } = material
  const why = subscription.trial ? '' : whyLine(subscription)
  const next = nextLine(material)
  const note =
    candidatesOf(knowledge).all.length === 0
      ? 'The reports hold nothing worth a digest yet. I look every day and say so once a week.'
      : 'Nothing is left that this channel wants to see. I look every day and say so once a week.'
  return {
    kind: 'listing',
    title: `KubeCon reports · ${describeDay(day)}`,
    groups: [{ heading: '', entries: [{ label: note }] }],
    footer: `${why} ${next}`.trim(),
    suggestions: ['digest topics everything', 'digest off'],
    digest: { day, passages: [], notes: [note], why, next, text: `KubeCon digest, ${describeDay(day)}: ${note}` },
  }
}

/** What to remember of a digest that is found posted after a crash, from what its message says. */
export const rememberedOf = (
  { passages, newRound }: Pick<ComposedDigest, 'passages' | 'newRound'>,
  { knowledge, posted }: Pick<DigestMaterial, 'knowledge' | 'posted'>,
): readonly string[] => {
  const hasReports = !newRound && readMarks(posted).reports.size > 0
  return hasReports || passages.every(isMark)
    ? passages
    : [...passages, reportsMark(knowledge.reports.map(({ id }) => id))]
}
