import type { Knowledge, LineRange, Passage, Report, Section } from '../knowledge/report.js'
import { PARTICLES } from '../knowledge/speakers.js'
import { splitWords } from '../search/words.js'

/** What the reports hold on one person. */
export interface Person {
  readonly name: string
  /** Reports of their own. */
  readonly wrote: readonly Report[]
  readonly talks: readonly { readonly section: Section; readonly report: Report }[]
  readonly mentions: readonly { readonly sentence: string; readonly passage: Passage; readonly lines: LineRange }[]
}

type Sources = Pick<Knowledge, 'reports' | 'passages'>

const MOST_NAMES = 4

/** Finds people by full or partial name; none when nobody who wrote or was on a stage is called that, and no text has that full name. */
export const findPeople = (name: string, knowledge: Sources): readonly Person[] => {
  const wanted = formsOf(name)
  if (wanted.length === 0 || wanted.length > MOST_NAMES) return []
  const names = new Map<string, string>()
  const speakers = knowledge.reports.flatMap(({ sections }) => sections.flatMap((section) => section.speakers))
  const people = [...speakers.map((speaker) => speaker.name), ...knowledge.reports.map(({ author }) => author)]
  for (const person of people) {
    const forms = formsOf(person)
    const key = forms.join(' ')
    if (wanted.every((form) => forms.includes(form)) && !names.has(key)) names.set(key, person)
  }
  if (names.size === 0 && wanted.length > 1 && /^\p{Lu}/u.test(name)) names.set(wanted.join(' '), name)
  return [...names]
    .map(([key, full]) => personOf(key, full, knowledge))
    .filter(({ wrote, talks, mentions }) => wrote.length + talks.length + mentions.length > 0)
}

const personOf = (key: string, name: string, { reports, passages }: Sources): Person => {
  const forms = key.split(' ')
  const isSpeaker = reports.some(({ sections }) =>
    sections.some(({ speakers }) => speakers.some((speaker) => formsOf(speaker.name).join(' ') === key)),
  )
  return {
    name,
    wrote: reports.filter(({ author }) => formsOf(author).join(' ') === key),
    talks: reports.flatMap((report) =>
      report.sections
        .filter(({ speakers }) => speakers.some((speaker) => formsOf(speaker.name).join(' ') === key))
        .map((section) => ({ section, report })),
    ),
    mentions: passages
      .filter(({ quotable }) => quotable)
      .flatMap((passage) =>
        passage.sentences
          .map(({ start, end, lines }) => ({ sentence: passage.text.slice(start, end), passage, lines }))
          .filter(({ sentence }) => hasRun(sentence, forms, !isSpeaker)),
      ),
  }
}

const isNameWord = (word: string): boolean => /^\p{Lu}/u.test(word) || PARTICLES.test(word)

const formsOf = (text: string): string[] => splitWords(text).map(({ form }) => form)

/** True when the words stand in the text one after the other, written as names are if that is asked for. */
const hasRun = (text: string, run: readonly string[], asName: boolean): boolean => {
  const words = splitWords(text)
  return words.some((_, i) =>
    run.every((form, k) => {
      const word = words[i + k]
      return word?.form === form && (!asName || isNameWord(text.slice(word.start, word.end)))
    }),
  )
}
