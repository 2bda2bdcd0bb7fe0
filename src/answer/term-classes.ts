import { isEveryday } from '../search/everyday-words.js'
import type { Query, QueryTerm } from '../search/query.js'
import { isEverydaySlip } from '../search/slips.js'

/** What a term of a question is, by which its absence is judged. */
export interface TermClass {
  /** A person, place, product or term of the field: an answer can hardly do without it. */
  readonly name: boolean
  /** The glossary or a capital letter says that it is a name; other names are merely no everyday words. */
  readonly proper: boolean
  /** Says whose account is wanted («according to the Rook guy»), which an answer need not repeat. */
  readonly source: boolean
  /** A name that nothing in the reports stands for. */
  readonly strange: boolean
  /** A typing error that may as well be another word that the reports do not have. */
  readonly dubious: boolean
}

/** Says nothing alone: it may stand anywhere. */
const COUNT = /^\d{1,3}$/u
/** `k8s`, `i18n`: written out in most places. */
const NUMERONYM = /^\p{L}\d+\p{L}$/u
/** «the Rook blogger», «the VMware report», «according to Nosek». */
const SOURCE =
  /^(?:['’]?s)? (?:guy|guys|blogger|bloggers|blog|report|reports|recap|post|posts|notes|author|people|peoples|folks)\b/iu
const ACCORDING = /\baccording to (?:the )?$/iu
/** A part of an unknown word wrong that is no slip of the finger any more. */
const MANY_EDITS = 0.18

export const classify = (query: Query, names: ReadonlySet<string>): readonly TermClass[] =>
  query.terms.map((term) => {
    const repair = query.repaired.find(({ from }) => from === term.form)
    const plain = term.form
      .split(/[ -]/)
      .every((word) => isEveryday(word) || ((term.unknown || repair) && isEverydaySlip(word)))
    const strange = term.unknown && !plain && !NUMERONYM.test(term.form)
    // The glossary explains terms of plain words too («network policy»): these are no names.
    const proper = !NUMERONYM.test(term.form) && ((term.named && !plain) || isProper(term, names))
    return {
      proper,
      source: SOURCE.test(query.text.slice(term.end)) || ACCORDING.test(query.text.slice(0, term.start)),
      name: !NUMERONYM.test(term.form) && !COUNT.test(term.form) && (proper || strange || (!plain && !repair)),
      strange,
      dubious: repair !== undefined && !plain && isDubious(repair.from, repair.to),
    }
  })

const isProper = ({ form }: QueryTerm, names: ReadonlySet<string>): boolean =>
  form.split(' ').some((word) => names.has(word))

/** A letter left out, doubled or out of order is a slip; a wrong letter in a short word makes another word. */
const isDubious = (from: string, to: string): boolean =>
  [...from].filter((letter) => !to.toLowerCase().includes(letter)).length / from.length > MANY_EDITS
