import type { QueryTerm } from '../search/query.js'
import type { TermClass } from './term-classes.js'

/** `3` and `v1.6`, not a year: years are events, and a number that counts has a word behind it («5 miles», «2 nodes»). */
const VERSION = /^(?:v?\d{1,2}(?:\.\d+)*)(?:\.x)?$/u
const AFTER = /^\s+$/u

/**
 * The version that a question names of a thing: `3` in «how do I install Helm 3»; undefined when it names none.
 * Prometheus 3 is another thing than Prometheus.
 */
export const askedVersion = (
  text: string,
  terms: readonly QueryTerm[],
  classes: readonly TermClass[],
): string | undefined => {
  for (const [t, term] of terms.entries()) {
    const before = terms[t - 1]
    if (!before || !classes[t - 1]?.name || !VERSION.test(term.form)) continue
    if (AFTER.test(text.slice(before.end, term.start))) return term.form.replace(/^v|\.x$/g, '')
  }
  return undefined
}

/** True when a text has the version, or one that begins with it: `1.6` is met by `v1.6.2`. */
export const hasVersion = (text: string, version: string): boolean =>
  new RegExp(`(?<![\\d.])${version.replaceAll('.', '\\.')}(?![\\d])`, 'u').test(text)
