import type { Knowledge, Passage, Report } from '../knowledge/report.js'
import type { CandidateFinder } from './candidates.js'
import { chooseCandidates } from './choose-candidates.js'
import { Concepts } from './concepts.js'
import { Grams } from './grams.js'
import { type IndexedPassage, type PositionedTerms, positionTerms, positionWords } from './indexed-passage.js'
import { Spelling } from './spelling.js'
import { stem } from './stem.js'
import { buildSynonyms, type Synonyms } from './synonyms.js'
import { createTextWeights } from './text-weights.js'
import { inverseDocumentFrequency, Vocabulary } from './vocabulary.js'
import { splitWords, type Word } from './words.js'

/** Everything a search needs, made once per Knowledge and never changed. */
export interface SearchIndex {
  readonly passages: readonly IndexedPassage[]
  readonly vocabulary: Vocabulary
  readonly candidates: CandidateFinder
  readonly concepts: Concepts
  readonly synonyms: Synonyms
  readonly spelling: Spelling
  readonly grams: Grams
  /** Mean number of words of a passage's text. */
  readonly averageLength: number
  /** Inverse document frequency of a term over text, context and asks; highest for unknown terms. */
  idf(term: string): number
  /** How much a text is about: the inverse document frequency of each of its words, in all. */
  weightOf(text: PositionedTerms): number
  /** The stemmed term of an exact term's number. */
  stemOf(id: number): string | undefined
}

/** In a handful of passages every word is frequent; rareness is counted as if there were this many at least. */
const SMALLEST_COLLECTION = 300

export const buildIndex = (
  knowledge: Pick<Knowledge, 'reports' | 'passages' | 'glossary' | 'thesaurus'>,
): SearchIndex => {
  const vocabulary = new Vocabulary()
  const concepts = new Concepts(knowledge.glossary)
  const reports = new Map(knowledge.reports.map((report) => [report.id, report]))
  const sections = new Map<string, number>()
  const frequency = new Map<string, number>()

  // The passages of a section have their context in common.
  const contexts = new Map<string, { readonly words: readonly Word[]; readonly terms: PositionedTerms }>()
  const readContext = (text: string) => {
    const known = contexts.get(text)
    if (known) return known
    const words = splitWords(text)
    const context = { words, terms: positionWords(words, vocabulary, concepts) }
    contexts.set(text, context)
    return context
  }

  const passages = knowledge.passages
    .filter(({ quotable }) => quotable)
    .map((passage): IndexedPassage => {
      const context = readContext(contextOf(passage, reports.get(passage.reportId)))
      const words = splitWords(passage.text)
      countForms(words, frequency)
      countForms(context.words, frequency)
      const indexed = {
        passage,
        text: positionWords(words, vocabulary, concepts),
        context: context.terms,
        asks: [...passage.asks, ...questionHeading(passage)].map((ask) => positionTerms(ask, vocabulary, concepts)),
        section: numberOf(`${passage.reportId}\n${passage.heading.join('\n')}`, sections),
      }
      vocabulary.count(
        new Set([...indexed.text.terms, ...indexed.context.terms, ...indexed.asks.flatMap(({ terms }) => [...terms])]),
      )
      return indexed
    })

  const size = Math.max(passages.length, SMALLEST_COLLECTION)
  const idf = (term: string): number => {
    const id = vocabulary.id(term)
    return inverseDocumentFrequency(id === undefined ? 0 : vocabulary.documentFrequency(id), size)
  }
  const words = passages.reduce((sum, { text }) => sum + text.length, 0)
  return {
    passages,
    vocabulary,
    candidates: chooseCandidates(passages, vocabulary),
    concepts,
    synonyms: buildSynonyms(knowledge.thesaurus, knowledge.glossary),
    spelling: new Spelling(frequency),
    grams: new Grams(vocabulary),
    averageLength: words / Math.max(1, passages.length),
    idf,
    weightOf: createTextWeights(vocabulary, idf),
    stemOf: (id) => {
      const term = stem(vocabulary.term(id).slice(1))
      return vocabulary.id(term) === undefined ? undefined : term
    },
  }
}

const contextOf = ({ heading, speakers }: Passage, report: Report | undefined): string =>
  [
    ...heading,
    ...speakers.flatMap(({ name, role, company }) => [name, role, company]),
    report ? `${report.event.name} ${report.event.city} ${report.author}` : '',
  ].join(' . ')

/** A heading that is a question, as in a list of frequently asked ones, is answered by what stands below it. */
const questionHeading = ({ heading }: Passage): readonly string[] =>
  heading.slice(-1).filter((text) => text.endsWith('?'))

const numberOf = (key: string, numbers: Map<string, number>): number => {
  const number = numbers.get(key) ?? numbers.size
  numbers.set(key, number)
  return number
}

const countForms = (words: readonly Word[], frequency: Map<string, number>): void => {
  for (const { form, parts } of words)
    for (const one of [form, ...parts]) frequency.set(one, (frequency.get(one) ?? 0) + 1)
}
