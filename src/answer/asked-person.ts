import type { QueryTerm } from '../search/query.js'

/** «what did Bill Gates say»: up to three words between, none of which says that it is no name. */
const SPOKEN =
  /\bwhat (?:did|does|has|had) ((?!(?:the|a|an|they|people|you|we|he|she|it|i|some|any|every|each|this|that)\b)[\p{L}'’.-]+(?: [\p{L}'’.-]+){0,2}?) (?:say|said|think|thought|present|talk|announce|demo|show|argue|mention|recommend|advise|tell|promise|claim|warn|like|predict)\b/iu

/** «who is Bill Gates»: a first name and a last. */
const WHO =
  /\bwho(?:['’]?s| is| was) ((?!(?:the|a|an|in|on|at|using|behind|going|your|our|my|this|that)\b)[\p{L}'’.-]+ [\p{L}'’.-]+)[?!. ]*$/iu

/** The terms that name the person whom a question is after; none when it asks for nobody by name. */
export const askedPerson = (text: string, terms: readonly QueryTerm[]): readonly number[] => {
  const found = SPOKEN.exec(text) ?? WHO.exec(text)
  const [whole = '', name = ''] = found ?? []
  if (!found || name === '') return []
  const start = found.index + whole.indexOf(` ${name}`) + 1
  const end = start + name.length
  return terms.flatMap((term, t) => (term.start < end && term.end > start ? [t] : []))
}
