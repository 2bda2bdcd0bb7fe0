import { stem } from '../../search/stem.js'
import { isStopWord } from '../../search/stop-words.js'
import { splitWords } from '../../search/words.js'
import type { Claim } from './claim.js'
import type { Name } from './names.js'

/** A claim with the sentence it stands in. */
export interface Statement {
  readonly claim: Claim
  readonly sentence: string
  readonly names: readonly Name[]
}

/** Sentences with this share of the words of the shorter one in common tell of the same thing. */
const SAME_FROM = 0.6
const FEWEST = 2

/**
 * True when two statements of one topic speak of the same thing.
 * @param known words that say where a statement comes from, not what it is about: event, city, author, speakers
 */
export const isSameThing = (a: Statement, b: Statement, known: ReadonlySet<string>): boolean => {
  switch (a.claim.needs) {
    case 'nothing':
      return true
    case 'same-names':
      return (
        sharedNames(a, b).some((key) => !a.claim.topic.includes(key)) &&
        !a.names.some(({ key }) => key === b.claim.value) &&
        !b.names.some(({ key }) => key === a.claim.value)
      )
    case 'same-matter':
      return hasSameNames(a, b, known) && sharesMatter(a, b)
  }
}

const sharedNames = (a: Statement, b: Statement): string[] =>
  a.names.map(({ key }) => key).filter((key) => b.names.some((other) => other.key === key))

/** The attendees of Helm's session are not those of the event: a name that only one of the two has tells them apart. */
const hasSameNames = (a: Statement, b: Statement, known: ReadonlySet<string>): boolean => {
  const own = ({ names, claim }: Statement): string[] =>
    names
      .filter(({ text }) => !claim.says.includes(text) && splitWords(text).some(({ form }) => !known.has(form)))
      .map(({ key }) => key)
  const [left, right] = [own(a), own(b)]
  return left.every((key) => right.includes(key)) && right.every((key) => left.includes(key))
}

const sharesMatter = (a: Statement, b: Statement): boolean => {
  const [left, right] = [matterOf(a), matterOf(b)]
  const shared = [...left].filter((term) => right.has(term)).length
  return shared >= FEWEST && shared / Math.min(left.size, right.size) >= SAME_FROM
}

const matterOf = ({ sentence, claim }: Statement): Set<string> =>
  new Set(
    splitWords(sentence.replace(claim.says, ' '))
      .filter(({ form }) => !isStopWord(form) && !/^\d/.test(form))
      .map(({ form }) => stem(form)),
  )
