import { passageKey } from '../../knowledge/passage-key.js'
import type { Knowledge, Passage, Report } from '../../knowledge/report.js'
import { Concepts } from '../../search/concepts.js'
import { stem } from '../../search/stem.js'
import { isStopWord } from '../../search/stop-words.js'
import { splitWords } from '../../search/words.js'
import { type Interest, interestOf, WORTH_READING } from './interest.js'
import { type Quote, standAloneQuote } from './stands-alone.js'

/** A passage that may be in a digest. */
export interface Candidate {
  readonly key: string
  readonly passage: Passage
  readonly report: Report
  readonly quote: Quote
  readonly interest: Interest
  /** Report and heading: one talk, or one part of a report that is not about talks. */
  readonly talk: string
  /** What the quote itself speaks of. */
  readonly terms: ReadonlySet<string>
  /** The same with its headings and the questions it answers. */
  readonly context: ReadonlySet<string>
  /** Technologies and projects it names, but for those that much of the reports is about. */
  readonly subjects: ReadonlySet<string>
}

export interface Candidates {
  /** Each story once. */
  readonly all: readonly Candidate[]
  /** Retold stories too: a channel may have had them. */
  readonly byKey: ReadonlyMap<string, Candidate>
  /** Words as they are looked for: stems and glossary entries, whatever they are called by. */
  readonly termsOf: (text: string) => ReadonlySet<string>
}

const cache = new WeakMap<Knowledge, Candidates>()

/** Passages that stand alone and are worth reading; worked out once for each state of the knowledge. */
export const candidatesOf = (knowledge: Knowledge): Candidates => {
  const known = cache.get(knowledge)
  if (known) return known
  const reports = new Map(knowledge.reports.map((report) => [report.id, report]))
  const concepts = new Concepts(knowledge.glossary)
  const termsOf = createTerms(concepts)
  const subjectsOf = createSubjects(
    concepts,
    knowledge.passages.map(({ text }) => termsOf(text)),
  )
  const byKey = new Map<string, Candidate>()
  for (const passage of knowledge.passages) {
    const report = reports.get(passage.reportId)
    const quote = standAloneQuote(passage)
    if (!report || !quote) continue
    const interest = interestOf(quote.text, passage.heading)
    const key = passageKey(passage)
    if (interest.score < WORTH_READING || byKey.has(key)) continue
    const terms = termsOf(quote.text)
    const context = new Set([...terms, ...termsOf([...passage.heading, ...passage.asks].join('\n'))])
    const talk = [report.id, ...passage.heading].join('\n')
    byKey.set(key, { key, passage, report, quote, interest, talk, terms, context, subjects: subjectsOf(terms) })
  }
  const all = withoutRetold([...byKey.values()])
  const candidates = { all, byKey, termsOf }
  cache.set(knowledge, candidates)
  return candidates
}

/** Texts that share this much of their words tell the same story. */
const SAME_FROM = 0.4

/** Of passages that tell the same story, such as two reports on one talk, only the most interesting. */
const withoutRetold = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const best = [...candidates].sort((a, b) => b.interest.score - a.interest.score)
  const kept: Candidate[] = []
  for (const one of best) if (!kept.some((other) => overlap(other.terms, one.terms) >= SAME_FROM)) kept.push(one)
  return candidates.filter((one) => kept.includes(one))
}

/** Jaccard similarity: shared words by all words. */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let shared = 0
  for (const term of a) if (b.has(term)) shared++
  return shared === 0 ? 0 : shared / (a.size + b.size - shared)
}

/** Kinds of glossary entries that a passage may name without being about them. */
const NO_SUBJECTS: ReadonlySet<string> = new Set(['event', 'place', 'company', 'person'])
/** A name in this share of all passages says nothing of any one of them. */
const EVERYWHERE = 0.1

const createSubjects = (concepts: Concepts, passages: readonly ReadonlySet<string>[]) => {
  const counts = new Map<string, number>()
  for (const terms of passages) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (terms: ReadonlySet<string>): ReadonlySet<string> =>
    new Set(
      [...terms].filter((term) => {
        const entry = concepts.entryOf(term)
        return entry && !NO_SUBJECTS.has(entry.kind) && (counts.get(term) ?? 0) < passages.length * EVERYWHERE
      }),
    )
}

const createTerms =
  (concepts: Concepts) =>
  (text: string): ReadonlySet<string> => {
    const words = splitWords(text)
    const terms = new Set<string>()
    for (const { form, parts } of words) for (const one of [form, ...parts]) if (!isStopWord(one)) terms.add(stem(one))
    for (const { concept } of concepts.find(words)) terms.add(concept.term)
    return terms
  }
