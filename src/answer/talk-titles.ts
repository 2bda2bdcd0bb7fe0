import type { Passage } from '../knowledge/report.js'
import { isStopWord } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'

/** The titles of talks and sections, as people can point to them. */
export interface TalkTitles {
  /** The same for titles that differ in marks, capitals and little words alone. */
  keyOf(title: string): string
  /** The shortest filter that finds the talk and no other: `talk:disaster`, else its whole title. */
  filterFor(title: string): string
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
    filterFor: (title) => {
      const telling = matterOf(title).find(
        (form) => /^\p{L}+$/u.test(form) && form.length >= SHORTEST && talks.get(form)?.size === 1,
      )
      return telling === undefined ? `talk:"${title.replaceAll('"', '')}"` : `talk:${telling}`
    },
  }
}

const keyOf = (title: string): string => matterOf(title).join(' ')

const matterOf = (title: string): string[] =>
  splitWords(title)
    .map(({ form }) => form)
    .filter((form) => !isStopWord(form))
