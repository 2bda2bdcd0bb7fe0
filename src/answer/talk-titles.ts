import type { Passage } from '../knowledge/report.js'
import { isStopWord } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'

/** The titles of talks and sections, as people can point to them. */
export interface TalkTitles {
  /** The same for titles that differ in marks, capitals and little words alone. */
  keyOf(title: string): string
  /**
   * The shortest filter that finds the talk and no other: `talk:disaster`, else its whole title.
   * @param said words that the question has already
   */
  filterFor(title: string, said: ReadonlySet<string>): string
}

/** A shorter word does not call a talk to mind. */
const SHORTEST = 4

export const createTalkTitles = (passages: readonly Passage[]): TalkTitles => {
  const talks = new Map<string, Set<string>>()
  for (const title of new Set(passages.flatMap(({ heading }) => heading)))
    for (const { form, parts } of splitWords(title))
      for (const one of [form, ...parts]) talks.set(one, (talks.get(one) ?? new Set()).add(keyOf(title)))
  return {
    keyOf,
    filterFor: (title, said) => {
      const isTelling = (form: string): boolean =>
        form.length >= SHORTEST && /^\p{L}+$/u.test(form) && talks.get(form)?.size === 1
      const telling = matterOf(title).filter(isTelling)
      const word = telling.find((form) => !said.has(form)) ?? telling[0]
      if (word !== undefined) return `talk:${word}`
      return /^[\p{L}\p{N}-]+$/u.test(title) ? `talk:${title}` : `talk:"${title.replaceAll('"', '')}"`
    },
  }
}

const keyOf = (title: string): string => matterOf(title).join(' ')

const matterOf = (title: string): string[] =>
  splitWords(title)
    .map(({ form }) => form)
    .filter((form) => !isStopWord(form))
