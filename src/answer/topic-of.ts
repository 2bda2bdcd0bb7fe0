import type { QueryTerm } from '../search/query.js'
import { isPlace, type Scope } from './scope.js'
import type { Understood } from './understand.js'

/** What is asked about a thing, and is no part of its name: «who looks after etcd», «what is new in networking». */
const BESIDE =
  /^(?:look|use|run|move|work|need|happen|change|learn|hear|mention|recommend|maintain|create|start)(?:s|d|ed|ing|ning)?$|^(?:using|moving|changing|maintaining|creating|new|news|people|companies|kubecon)$/u

/**
 * What a question is about, in its own words: `Rook` of «what is Rook», `service mesh` of «who uses a service mesh in
 * Berlin?». The whole question where no such words are left.
 */
export const topicOf = ({ question, query }: Pick<Understood, 'question' | 'query'>, scope: Scope): string => {
  const own = query.terms.filter(({ form }) => !isPlace(form, scope)).toSorted((a, b) => a.start - b.start)
  const things = own.filter(({ form }) => !BESIDE.test(form))
  const wordsOf = ({ start, end }: QueryTerm): string => query.text.slice(start, end)
  return (things.length > 0 ? things : own).map(wordsOf).join(' ') || question
}
