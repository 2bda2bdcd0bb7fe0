import { describeDates } from '../knowledge/event-dates.js'
import type { ConferenceEvent, Knowledge, Report } from '../knowledge/report.js'
import type { Concepts } from '../search/concepts.js'
import { isQuestionFiller } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'
import type { Excerpt, Fact, Facts } from './answer.js'
import { ANSWER_FROM, WEAK_FROM } from './confidence.js'
import { readDates } from './differ/date-claims.js'
import type { Found } from './find-spans.js'
import { asksWhoSpoke } from './kind-cues.js'
import { isKindWord } from './kind-words.js'
import type { QuestionKind } from './question-kind.js'
import type { TalkSubject } from './talk-subject.js'
import type { Understood } from './understand.js'

const MOST = 4
const OF_EVENTS: ReadonlySet<QuestionKind> = new Set(['when', 'where'])
/** What people call an event besides its name, and what they say of it. */
const EVENT_WORDS: ReadonlySet<string> = new Set(
  'conference conferences event events held hold take took taking place happen happened happening occur'.split(' '),
)

/** The events that a question asks the time or place of, and nothing else; undefined for any other question. */
export const createEventFacts = ({ reports }: Pick<Knowledge, 'reports'>, concepts: Concepts) => {
  const events = [...new Map(reports.map(({ event }) => [event.name, event])).values()].sort((a, b) =>
    a.start < b.start ? -1 : 1,
  )
  return ({ question, kind, second }: Understood, allows: (report: Report) => boolean): Facts | undefined => {
    if (!OF_EVENTS.has(kind) || (second !== undefined && !OF_EVENTS.has(second))) return undefined
    const said = withFullNames(question, concepts).filter(
      (form) => !isQuestionFiller(form) && !isKindWord(form, [kind]),
    )
    const names = said.filter((form) => !EVENT_WORDS.has(form))
    if (said.length === 0) return undefined
    const entries = events.flatMap((event): Fact[] => {
      const telling = reports.filter((report) => report.event.name === event.name && allows(report))
      const own = new Set(formsOf([event.name, event.city, event.country, event.start.slice(0, 4)].join(' ')))
      const is = [event.city, describeDates(event.start, event.end)].filter(Boolean).join(', ')
      return telling.length > 0 && is !== '' && names.every((form) => own.has(form))
        ? [{ of: event.name, is, reports: telling.map(({ id }) => id) }]
        : []
    })
    return entries.length === 0 ? undefined : { about: 'events', entries }
  }
}

/** The passages that give the time or place of their own event; all of them where none does. */
export const tellingOfEvents = (
  matches: readonly Found[],
  { kind }: Understood,
  reports: ReadonlyMap<string, Report>,
): readonly Found[] => {
  const telling = matches.filter(({ span, passage, sure }) => {
    if (sure < WEAK_FROM) return false
    const event = reports.get(passage.reportId)?.event
    return event !== undefined && span.sentences.some((sentence) => tells(sentence, event, kind))
  })
  return telling.length > 0 ? telling : matches
}

const tells = (sentence: string, { name, city }: ConferenceEvent, kind: QuestionKind): boolean => {
  const forms = new Set(formsOf(sentence))
  const [first = ''] = formsOf(name)
  if (!forms.has(first)) return false
  return kind === 'when' ? readDates(sentence, []).length > 0 : formsOf(city).every((form) => forms.has(form))
}

/** Who was on stage in the quoted talks that the question names; a talk that only mentions the matter is none of them. */
export const speakerFacts = (
  { kind, query }: Understood,
  excerpts: readonly Excerpt[],
  subject: Pick<TalkSubject, 'isOf'>,
): Facts | undefined => {
  // «who spoke?» is after no talk in particular.
  const isOfSomething = query.terms.some(({ form }) => !isKindWord(form, [kind]))
  if (!isOfSomething || !asksWhoSpoke(kind, query.text)) return undefined
  const talks = new Map<string, Fact>()
  for (const { citation } of excerpts) {
    const { heading, speakers, report } = citation
    const of = heading.at(-1)
    const is = speakers.join('; ')
    if (of === undefined || is === '' || !subject.isOf(heading.join('\n'), is)) continue
    const known = talks.get(`${of}\n${is}`)
    if (!known) talks.set(`${of}\n${is}`, { of, is, reports: [report] })
    else if (!known.reports.includes(report))
      talks.set(`${of}\n${is}`, { ...known, reports: [...known.reports, report] })
  }
  return talks.size === 0 ? undefined : { about: 'speakers', entries: [...talks.values()].slice(0, MOST) }
}

/** Puts the first sure passage of the best talk that names who was on stage first, when that is asked. */
export const namingSpeakerFirst = (matches: readonly Found[], { kind, query }: Understood): readonly Found[] => {
  const [first] = matches
  if (!first || !asksWhoSpoke(kind, query.text)) return matches
  const naming = matches.find((one) => one.sure >= ANSWER_FROM && isOfTalk(one, first) && namesSpeaker(one))
  return naming === undefined ? matches : [naming, ...matches.filter((one) => one !== naming)]
}

const isOfTalk = ({ passage }: Found, { passage: first }: Found): boolean =>
  passage.heading.at(-1) === first.heading.at(-1)

const namesSpeaker = ({ span, passage }: Found): boolean =>
  passage.speakers.some(({ name }) => span.text.includes(name))

const formsOf = (text: string): string[] => splitWords(text).map(({ form }) => form)

/** The words of a question, with the full names of the events that it calls by another: `kubecon eu 2017`. */
const withFullNames = (question: string, concepts: Concepts): string[] => {
  const words = splitWords(question)
  const mentions = concepts.find(words).filter(({ concept }) => concept.entry.kind === 'event')
  const inMention = new Set(mentions.flatMap(({ first, count }) => Array.from({ length: count }, (_, i) => first + i)))
  return [
    ...words.filter((_, i) => !inMention.has(i)).map(({ form }) => form),
    ...mentions.flatMap(({ concept }) => formsOf(concept.entry.term)),
  ]
}
