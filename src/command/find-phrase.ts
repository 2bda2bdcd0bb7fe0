import type { Knowledge, LineRange, Passage } from '../knowledge/report.js'
import { splitWords } from '../search/words.js'

/** A sentence that holds a phrase. */
export interface PhraseHit {
  readonly sentence: string
  readonly passage: Passage
  readonly lines: LineRange
}

/** Every sentence in which the words stand one after the other, whatever their case. */
export const findPhrase = (words: string, { passages }: Pick<Knowledge, 'passages'>): readonly PhraseHit[] => {
  const wanted = formsOf(words)
  if (wanted === '') return []
  return passages
    .filter(({ quotable }) => quotable)
    .flatMap((passage) =>
      passage.sentences.flatMap(({ start, end, lines }) => {
        const sentence = passage.text.slice(start, end)
        return ` ${formsOf(sentence)} `.includes(` ${wanted} `) ? [{ sentence, passage, lines }] : []
      }),
    )
}

const formsOf = (text: string): string =>
  splitWords(text)
    .map(({ form }) => form)
    .join(' ')
