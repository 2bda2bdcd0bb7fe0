import { isEveryday } from './everyday-words.js'
import type { SearchIndex } from './search-index.js'
import { isGrammarSlip } from './slips.js'
import { stem } from './stem.js'
import { isQuestionFiller } from './stop-words.js'
import { exactTerm } from './terms.js'
import { splitWords, type Word } from './words.js'

/** One thing a question names: a word, compound or glossary concept, with every term that stands for it. */
export interface QueryTerm {
  /** As typed, normalised; several words for a concept. */
  readonly form: string
  /** Offsets in the question. */
  readonly start: number
  readonly end: number
  /** Index terms that count as this one, each with how much (0–1]. */
  readonly alternatives: ReadonlyMap<string, number>
  /** Exact forms, for the exact-match feature. */
  readonly exact: readonly string[]
  /** What the word was taken for when the reports do not know it; empty for known words. */
  readonly meant: readonly string[]
  /** How much the question is about this term: its inverse document frequency. */
  readonly weight: number
  /** True when the reports have no word for it, not even after repair. */
  readonly unknown: boolean
  /** True for what the glossary names: a project, company or term of the field. */
  readonly named: boolean
}

export interface Repair {
  readonly from: string
  readonly to: string
}

/** A question as the index reads it. */
export interface Query {
  readonly text: string
  readonly terms: readonly QueryTerm[]
  /** Typing errors that were read as words of the reports. */
  readonly repaired: readonly Repair[]
}

/** How much a stand-in counts beside the word itself. Set by hand, as said in weights.ts. */
const STAND_IN = { joined: 1, part: 0.5, synonym: 0.45, repair: 0.95 }

/** Nobody asks for more things at once; what is pasted along is read as far as its rarest words. Bounds the work. */
export const MOST_TERMS = 40

/** Reads a question into the terms to look for. `skip` leaves out words that were understood otherwise (filters). */
export const buildQuery = (text: string, index: SearchIndex, skip: (word: Word) => boolean = () => false): Query => {
  const words = splitWords(text).filter((word) => !skip(word))
  const mentions = index.concepts.find(words)
  const terms: QueryTerm[] = []
  const repaired: Repair[] = []
  for (let i = 0; i < words.length; i++) {
    const mention = mentions.find(({ first }) => first === i)
    if (mention) {
      const parts = words.slice(i, i + mention.count)
      if (mention.misspelt) repaired.push({ from: formOf(parts), to: mention.concept.entry.term })
      terms.push(conceptTerm(mention.concept.term, parts, index))
      i += mention.count - 1
      continue
    }
    const word = words[i]
    if (!word || isFiller(word.form, index)) continue
    const compounds = [joinedForm(words[i - 1], word, index), joinedForm(word, words[i + 1], index)]
    terms.push(
      wordTerm(
        word,
        compounds.flatMap((form) => form ?? []),
        index,
        repaired,
      ),
    )
  }
  return { text, terms: heaviest(distinct(terms)), repaired }
}

/** Slips of the finger in words that tell nothing tell nothing either, unless the reports have such a word. */
const isFiller = (form: string, index: SearchIndex): boolean =>
  isQuestionFiller(form) || (isGrammarSlip(form) && !isEveryday(form) && !index.spelling.knows(form))

const formOf = (words: readonly Word[]): string => words.map(({ form }) => form).join(' ')

const finish = (
  words: readonly Word[],
  alternatives: Map<string, number>,
  exact: readonly string[],
  index: SearchIndex,
  meant: readonly string[] = [],
): QueryTerm => {
  const known = [...alternatives].filter(([term]) => index.vocabulary.id(term) !== undefined)
  const main = known.filter(([, weight]) => weight >= STAND_IN.repair)
  // A term is as rare as the commonest of what stands for it: a word that only synonyms cover is no rare name.
  const measured = main.length > 0 ? main : known
  const rarity = measured.length > 0 ? Math.min(...measured.map(([term]) => index.idf(term))) : index.idf('')
  return {
    form: formOf(words),
    start: words[0]?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    alternatives: new Map(known),
    exact,
    meant,
    weight: rarity,
    unknown: main.length === 0,
    named: [...alternatives].some(([term, share]) => term.startsWith('=') && share >= STAND_IN.repair),
  }
}

const conceptTerm = (term: string, words: readonly Word[], index: SearchIndex): QueryTerm => {
  const alternatives = new Map([[term, 1]])
  for (const { form } of words)
    if (!isQuestionFiller(form)) offer(alternatives, stem(form), words.length > 1 ? STAND_IN.part : 1)
  return finish(
    words,
    alternatives,
    words.map(({ form }) => exactTerm(form)),
    index,
  )
}

/** `cri o` or `kube dns` written apart may be the compound, if the reports have it: each word is met by the whole. */
const joinedForm = (word: Word | undefined, next: Word | undefined, index: SearchIndex): string | undefined => {
  if (!word || !next || next.start - word.end > 1) return undefined
  const form = word.form + next.form
  return form.length >= 4 && index.spelling.knows(form) ? form : undefined
}

const wordTerm = (word: Word, compounds: readonly string[], index: SearchIndex, repaired: Repair[]): QueryTerm => {
  const alternatives = new Map([[stem(word.form), 1]])
  for (const compound of compounds) offer(alternatives, stem(compound), STAND_IN.joined)
  const joined = word.parts.find((part) => word.parts.length > 1 && part === word.form.replace(/[-.:_+@]/g, ''))
  for (const part of word.parts)
    if (!isQuestionFiller(part)) offer(alternatives, stem(part), part === joined ? STAND_IN.joined : STAND_IN.part)
  for (const synonym of index.synonyms.get(stem(word.form)) ?? []) offer(alternatives, synonym, STAND_IN.synonym)
  const known = [...alternatives].some(([term, weight]) => weight === 1 && index.vocabulary.id(term) !== undefined)
  const meant = known ? [] : repair(word, alternatives, index, repaired)
  return finish([word], alternatives, [word.form, ...compounds, ...meant].map(exactTerm), index, meant)
}

/** Lets the words that a typing error may stand for count as the word, and gives them back. */
const repair = (
  word: Word,
  alternatives: Map<string, number>,
  index: SearchIndex,
  repaired: Repair[],
): readonly string[] => {
  const suggestions = index.spelling.suggest(word.form)
  const [best] = suggestions
  if (!best || isEveryday(word.form) || index.synonyms.has(stem(word.form))) return []
  const meant = suggestions.filter(({ edits }) => edits === best.edits).map(({ word: known }) => known)
  for (const known of meant) offer(alternatives, stem(known), STAND_IN.repair)
  for (const mention of index.concepts.find(splitWords(best.word)))
    offer(alternatives, mention.concept.term, STAND_IN.repair)
  repaired.push({ from: word.form, to: best.word })
  return meant
}

const offer = (alternatives: Map<string, number>, term: string, weight: number): void => {
  if ((alternatives.get(term) ?? 0) < weight) alternatives.set(term, weight)
}

/** A word typed twice counts once. */
const distinct = (terms: readonly QueryTerm[]): QueryTerm[] => {
  const seen = new Set<string>()
  return terms.filter(({ form }) => !seen.has(form) && seen.add(form))
}

/** The terms that tell most, in the order of the question; all of them unless they are very many. */
const heaviest = (terms: readonly QueryTerm[]): readonly QueryTerm[] => {
  if (terms.length <= MOST_TERMS) return terms
  const kept = new Set([...terms].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS))
  return terms.filter((term) => kept.has(term))
}
