import { matchTerms } from '../search/match.js'
import { askedPerson } from './asked-person.js'
import type { Evidence } from './evidence.js'

/** Names so common in the reports (Kubernetes, the city of every report) that no passage is about them. */
const COMMON = 0.2
/** A name at least this rare, met less than half, is missing. */
const TELLING = 0.35
const HARDLY = 0.4
/** A word elsewhere in the passage counts a little less than one in the span; one that looks alike less still. */
const IN_PASSAGE = 0.9
const ALIKE = 0.8
const NEARBY = 0.6

/** Which of the things a question names the span, its passage and its context have, each 0–1. */
export interface TermCoverage {
  /** 1 when the question has no name at all. */
  readonly nameless: number
  /** Rarity of the rarest name that is met. */
  readonly nameMet: number
  /** 1 when a person, product or place is missing. */
  readonly nameGone: number
  /** Rarity of the rarest of these that is missing. */
  readonly nameMissed: number
  /** Share of the other words, by rarity, that is missing. */
  readonly plainMissed: number
  /** Rarity of the rarest word of what is asked for («which *licence*») that is missing. */
  readonly askedMissed: number
  /** 1 when a word was taken for a misspelling of another, and may as well be none. */
  readonly dubious: number
  /** 1 when a name stands in the span, though neither in the heading nor among the speakers. */
  readonly inPassing: number
  /** How much of the name of whoever is asked for is missing: the least met of its parts. */
  readonly stranger: number
}

export const readTermCoverage = ({
  query,
  kind,
  one,
  match,
  meanings,
  index,
  classes,
  asked,
  nearby,
}: Evidence): TermCoverage => {
  const { terms } = query
  const sentences = one.sentences.map((text) => matchTerms(text, meanings, terms.length))
  const rarity = terms.map(({ weight }) => weight / index.idf(''))
  const span = terms.map((_, t) => Math.max(0, ...sentences.map(({ best, alike }) => either(best[t], alike[t]))))
  const context = terms.map((_, t) => match.context.best[t] ?? 0)
  const met = terms.map((_, t) =>
    classes[t]?.dubious
      ? 0
      : Math.max(
          span[t] ?? 0,
          context[t] ?? 0,
          IN_PASSAGE * either(match.text.best[t], match.text.alike[t]),
          NEARBY * (nearby[t] ?? 0),
          ...match.asks.map(({ best }) => best[t] ?? 0),
        ),
  )
  const all = terms.map((_, t) => t).filter((t) => !classes[t]?.source)
  const named = all.filter((t) => classes[t]?.name && at(rarity, t) > COMMON)
  const plain = all.filter((t) => !classes[t]?.name)
  // A comparison is answered by either side, unless one of them is nowhere at all.
  const needed = named.filter((t) => classes[t]?.strange || (classes[t]?.proper && kind !== 'compare'))
  const highest = (some: readonly number[], value: (t: number) => number): number =>
    Math.max(0, ...some.map((t) => at(rarity, t) * value(t)))
  const missed = (t: number): number => 1 - at(met, t)
  const total = plain.reduce((sum, t) => sum + at(rarity, t), 0)
  const inSpan = named.filter((t) => classes[t]?.proper && !terms[t]?.named && at(span, t) >= ALIKE)
  return {
    nameless: classes.some(({ name }) => name) ? 0 : 1,
    nameMet: highest(named, (t) => at(met, t)),
    nameGone: needed.some((t) => at(rarity, t) > TELLING && at(met, t) < HARDLY) ? 1 : 0,
    nameMissed: highest(needed, missed),
    plainMissed: total === 0 ? 0 : plain.reduce((sum, t) => sum + at(rarity, t) * missed(t), 0) / total,
    askedMissed: highest(asked, missed),
    dubious: classes.some(({ dubious }) => dubious) ? 1 : 0,
    stranger: Math.max(0, ...askedPerson(query.text, terms).map(missed)),
    inPassing: inSpan.length > 0 && inSpan.every((t) => at(context, t) < ALIKE) ? 1 : 0,
  }
}

const at = (values: readonly number[], t: number): number => values[t] ?? 0

const either = (best = 0, alike = 0): number => Math.max(best, ALIKE * alike ** 2)
