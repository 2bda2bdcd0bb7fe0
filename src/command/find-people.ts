import type { Knowledge, LineRange, Passage, Report, Section } from '../knowledge/report.js'
import { PARTICLES } from '../knowledge/speakers.js'
import { splitWords } from '../search/words.js'

/** What the reports hold on one person. */
export interface Person {
  readonly name: string
  readonly talks: readonly { readonly section: Section; readonly report: Report }[]
  readonly mentions: readonly { readonly sentence: string; readonly passage: Passage; readonly lines: LineRange }[]
}

type Sources = Pick<Knowledge, 'reports' | 'passages'>

const MOST_NAMES = 4

/** Finds people by full or partial name; none when nobody on any stage is called that, or text has that full name. */
export const findPeople = (name: string, knowledge: Sources): readonly Person[] => {
  const wanted = formsOf(name)
  if (wanted.length === 0 || wanted.length > MOST_NAMES) return []
  const names = new Map<string, string>()
  for (const { sections } of knowledge.reports)
    for (const { speakers } of sections)
      for (const speaker of speakers) {
        const forms = formsOf(speaker.name)
        const key = forms.join(' ')
        if (wanted.every((form) => forms.includes(form)) && !names.has(key)) names.set(key, speaker.name)
      }
  if (names.size === 0 && wanted.length > 1 && /^\p{Lu}/u.test(name)) names.set(wanted.join(' '), name)
  return [...names]
    .map(([key, full]) => personOf(key, full, knowledge))
    .filter(({ talks, mentions }) => talks.length + mentions.length > 0)
}

const personOf = (key: string, name: string, { reports, passages }: Sources): Person => {
  const forms = key.split(' ')
  const isSpeaker = reports.some(({ sections }) =>
    sections.some(({ speakers }) => speakers.some((speaker) => formsOf(speaker.name).join(' ') === key)),
  )
  return {
    name,
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
