import { isEveryday } from '../search/everyday-words.js'
import type { Query, QueryTerm } from '../search/query.js'

/** What a term of a question is, by which its absence is judged. */
export interface TermClass {
  /** A person, place, product or term of the field: an answer can hardly do without it. */
  readonly name: boolean
  /** A name that nothing in the reports stands for. */
  readonly strange: boolean
  /** A typing error that may as well be another word that the reports do not have. */
  readonly dubious: boolean
}

/** `k8s`, `i18n`: written out in most places. */
const NUMERONYM = /^\p{L}\d+\p{L}$/u
/** A part of an unknown word wrong that is no slip of the finger any more. */
const MANY_EDITS = 0.18

export const classify = (query: Query, names: ReadonlySet<string>): readonly TermClass[] =>
  query.terms.map((term) => {
    const plain = term.form.split(' ').every(isEveryday)
    const repair = query.repaired.find(({ from }) => from === term.form)
    const strange = term.unknown && !plain && !NUMERONYM.test(term.form)
    return {
      name: !NUMERONYM.test(term.form) && (term.named || strange || isProper(term, names) || (!plain && !repair)),
      strange,
      dubious: repair !== undefined && !plain && isDubious(repair.from, repair.to),
    }
  })

const isProper = ({ form }: QueryTerm, names: ReadonlySet<string>): boolean =>
  form.split(' ').some((word) => names.has(word))

/** Letters in another order are a slip, whatever the length; a wrong letter in a short word makes another word. */
const isDubious = (from: string, to: string): boolean => {
  const letters = (word: string): string => [...word].sort().join('')
  if (letters(from) === letters(to) || to.includes(' ')) return false
  const differing = Math.max(Math.abs(from.length - to.length), [...from].filter((c) => !to.includes(c)).length, 1)
  return differing / from.length > MANY_EDITS
}
