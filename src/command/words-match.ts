import { stem } from '../search/stem.js'
import { isStopWord } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'

/** True when a text has words that can be looked for, beside those of mere grammar. */
export const hasMatter = (text: string): boolean => splitWords(text).some(({ form }) => !isStopWord(form))

/** True when every word of the first text that matters stands in the second, in whatever inflection. */
export const wordsMatch = (words: string, text: string): boolean => {
  const present = new Set(splitWords(text).flatMap(({ form, parts }) => [form, ...parts].map(stem)))
  return splitWords(words).every(
    ({ form, parts }) =>
      isStopWord(form) ||
      present.has(stem(form)) ||
      (parts.length > 1 && parts.slice(1).every((part) => present.has(stem(part)))),
  )
}
