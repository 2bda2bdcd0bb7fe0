import { fractionOf } from '../../knowledge/passage-key.js'
import type { Knowledge } from '../../knowledge/report.js'
import { type Candidate, candidatesOf, overlap } from './candidates.js'
import { praise } from './interest.js'
import { matchTopic } from './topics.js'

export interface Choosing {
  readonly knowledge: Knowledge
  readonly topics: readonly string[]
  /** Keys posted in the channel in this round. */
  readonly posted: ReadonlySet<string>
  /** Reports that the channel had before, if any are known; the others are new. */
  readonly knownReports?: ReadonlySet<string>
  /** Verdicts by key: above 0 more like this, below 0 less. */
  readonly feedback: ReadonlyMap<string, number>
  /** Makes two channels with the same topics differ a little. */
  readonly seed: string
}

export interface Chosen {
  readonly candidate: Candidate
  /** The topics of the channel that it is about. */
  readonly topics: readonly string[]
  readonly fromNewReport: boolean
  /** Why it was chosen, for people. */
  readonly reasons: readonly string[]
}

export interface Choice {
  readonly chosen: readonly Chosen[]
  /** All have been posted: a new round begins with this choice. */
  readonly newRound: boolean
  /** With this choice, passages on the channel's topics are used up in this round; false for a channel without topics. */
  readonly topicsDone: boolean
}

const USUAL = 3
const MOST = 4
/** Reasons of interest that people are told: more of them say less. */
const MOST_PRAISE = 2
/** Characters up to which a fourth one still makes a short message. */
const SHORT_IN_ALL = 700
/** Interest that makes a fourth one worth the room. */
const GOOD = 0.55
/** Texts that share this much of their words are too much alike for one message. */
const ALIKE_FROM = 0.25

/** Two to four passages: topics first, then new reports, then the most interesting, spread over reports and talks. */
export const choosePassages = (choosing: Choosing): Choice => {
  const { knowledge, topics, posted, feedback } = choosing
  const welcome = candidatesOf(knowledge).all.filter(({ key }) => (feedback.get(key) ?? 0) >= 0)
  const fresh = welcome.filter(({ key }) => !posted.has(key))
  const newRound = fresh.length < Math.min(2, welcome.length)
  const matches = topics.map((topic) => ({ topic, match: matchTopic(topic, knowledge) }))
  const rate = createRating(choosing, welcome, fresh)
  const rated = (newRound ? welcome : fresh).map((candidate): Rated => {
    const found = matches.filter(({ match }) => match(candidate) > 0)
    const best = Math.max(0, ...found.map(({ match }) => match(candidate)))
    const fromNewReport = choosing.knownReports !== undefined && !choosing.knownReports.has(candidate.report.id)
    // What is left of the last round comes before the new one.
    const left = newRound && !posted.has(candidate.key)
    const value = rate(candidate) + (left ? 12 : 0) + (best > 0 ? 6 + best : 0) + (fromNewReport ? 3 : 0)
    return { candidate, topics: found.map(({ topic }) => topic), fromNewReport, value }
  })
  const picked = pick(rated)
  return {
    chosen: picked.map(({ candidate, topics: on, fromNewReport }) => ({
      candidate,
      topics: on,
      fromNewReport,
      reasons: [
        ...on.map((topic) => `on ${topic}`),
        ...(fromNewReport ? ['from a new report'] : []),
        ...praise(candidate.interest).slice(0, MOST_PRAISE),
      ],
    })),
    newRound,
    topicsDone: topics.length > 0 && !rated.some((one) => one.topics.length > 0 && !picked.includes(one)),
  }
}

interface Rated {
  readonly candidate: Candidate
  readonly topics: readonly string[]
  readonly fromNewReport: boolean
  readonly value: number
}

/**
 * Interest, what the channel said of passages like it, and a share that keeps reports even: a report of which more is
 * left comes first, so that a long one does not fill the last weeks of a round alone. A talk that the channel had much of
 * waits.
 */
const createRating = (
  { feedback, seed, knowledge, posted }: Choosing,
  all: readonly Candidate[],
  fresh: readonly Candidate[],
) => {
  const totals = countBy(all, reportOf)
  const left = countBy(fresh, reportOf)
  const { byKey } = candidatesOf(knowledge)
  const had = countBy(
    [...byKey.values()].filter(({ key }) => posted.has(key)),
    talkOf,
  )
  const judged = [...feedback].flatMap(([key, verdict]) => {
    const candidate = byKey.get(key)
    return candidate && verdict !== 0 ? [{ candidate, verdict: Math.max(-2, Math.min(2, verdict)) }] : []
  })
  return (candidate: Candidate): number => {
    const share = (left.get(candidate.report.id) ?? 0) / (totals.get(candidate.report.id) ?? 1)
    const liking = judged.reduce((sum, other) => sum + other.verdict * likeness(candidate, other.candidate), 0)
    const chance = 0.1 * fractionOf(`${seed} ${candidate.key}`)
    const often = Math.min(0.3, 0.1 * (had.get(candidate.talk) ?? 0))
    return 1.5 * candidate.interest.score + 0.4 * share - often + Math.max(-0.5, Math.min(0.5, liking)) + chance
  }
}

const reportOf = ({ report }: Candidate): string => report.id
const talkOf = ({ talk }: Candidate): string => talk

const countBy = (
  candidates: readonly Candidate[],
  groupOf: (candidate: Candidate) => string,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const one of candidates) counts.set(groupOf(one), (counts.get(groupOf(one)) ?? 0) + 1)
  return counts
}

const likeness = (a: Candidate, b: Candidate): number => (a.talk === b.talk ? 0.2 : 0) + 0.5 * overlap(a.terms, b.terms)

const pick = (rated: readonly Rated[]): readonly Rated[] => {
  const picked: Rated[] = []
  const rest = [...rated].sort((a, b) => b.value - a.value || (a.candidate.key < b.candidate.key ? -1 : 1))
  while (rest.length > 0 && picked.length < MOST) {
    let best = 0
    let highest = Number.NEGATIVE_INFINITY
    for (const [i, one] of rest.entries()) {
      if (one.value <= highest) break
      const value = one.value - closeness(one, picked)
      if (value > highest) [best, highest] = [i, value]
    }
    const next = rest[best]
    if (!next || (picked.length === USUAL && !isRoomFor(next, picked, rest.length))) break
    picked.push(next)
    rest.splice(best, 1)
  }
  return picked
}

/** A good fourth one where the three are short, or any where it would be left over for a digest of one. */
const isRoomFor = (next: Rated, picked: readonly Rated[], left: number): boolean =>
  left === 1 ||
  (left !== 2 &&
    next.candidate.interest.score >= GOOD &&
    picked.reduce((sum, { candidate }) => sum + candidate.quote.text.length, 0) <= SHORT_IN_ALL)

/**
 * What a passage loses beside those chosen already: the same talk, report, event, subject or kind of passage, and most of
 * all the same story.
 */
const closeness = ({ candidate, topics }: Rated, picked: readonly Rated[]): number =>
  picked.reduce((sum, other) => {
    const { report, talk, terms, subjects, interest } = other.candidate
    return (
      sum +
      (talk === candidate.talk ? 0.8 : 0) +
      (report.id === candidate.report.id ? 0.45 : 0) +
      (report.event.name === candidate.report.event.name ? 0.1 : 0) +
      ([...candidate.subjects].some((one) => subjects.has(one)) ? 0.2 : 0) +
      (praise(interest)[0] === praise(candidate.interest)[0] ? 0.15 : 0) +
      (topics.some((topic) => other.topics.includes(topic)) ? 0.1 : 0) +
      (overlap(terms, candidate.terms) >= ALIKE_FROM ? 3 : 0)
    )
  }, 0)
