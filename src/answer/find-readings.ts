import type { Knowledge, Report } from '../knowledge/report.js'
import { isStopWord } from '../search/stop-words.js'
import { splitWords } from '../search/words.js'
import { readCounts } from './differ/count-claims.js'
import { readDates } from './differ/date-claims.js'
import type { Found } from './find-spans.js'
import type { QuestionKind } from './question-kind.js'
import type { Scope } from './scope.js'
import { createTalkTitles } from './talk-titles.js'
import type { Understood } from './understand.js'

/** One of several things a question may be after. */
export interface FoundReading {
  readonly label: string
  /** What to add to the question so that it asks for this one: `event:Berlin`. */
  readonly filter: string
  readonly found: Found
}

/** What to show for a question that may be after several things. */
export interface Readings {
  readonly readings: readonly FoundReading[]
  /** True when each reading is an answer in its own right, so that all of them belong on the first page. */
  readonly isAllAnswers: boolean
}

export type ReadingsFinder = (understood: Understood, matches: readonly Found[]) => Readings

export const NO_READINGS: Readings = { readings: [], isAllAnswers: false }
const MOST = 4
/** A question of more words says well enough what it is after. */
const FEW_TERMS = 2
/** Passages this sure, as a share of the surest, and this close in order, are as good as the first. */
const SURE_SHARE = 0.85
/** What somebody said elsewhere is as good an answer to what they said, though hardly ever in as fitting words. */
const SPEAKER_SHARE = 0.7
const CLOSE = 0.6
/** Share of the question that a passage must hold to be what it is after. */
const COVERED = 0.9

const FIGURES: ReadonlySet<QuestionKind> = new Set(['number', 'when'])
const OPEN_KINDS: ReadonlySet<QuestionKind> = new Set(['topic', 'who'])
/** Shorter parts of names are ordinary words. */
const SHORTEST_NAME = 4

/** Finds out whether a question may be after several things: figures of several events, talks of one speaker, or talks. */
export const createReadingsFinder = ({ reports, passages }: Knowledge, scope: Scope): ReadingsFinder => {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const titles = createTalkTitles(passages)
  const speakers = new Set(
    passages.flatMap(({ speakers: own }) =>
      own.flatMap(({ name }) => wordsOf(name).filter((form) => form.length >= SHORTEST_NAME)),
    ),
  )
  const byEvent = (matches: readonly Found[]): FoundReading[] => {
    const best = new Map<string, FoundReading>()
    for (const found of matches) {
      const report = byId.get(found.passage.reportId)
      if (!report || report.event.city === '' || best.has(report.event.name)) continue
      const { name, city, start } = report.event
      best.set(name, { label: `${city} ${start.slice(0, 4)}`.trim(), filter: eventFilter(report, reports), found })
    }
    return [...best.values()]
  }
  const byTalk = (matches: readonly Found[], said: ReadonlySet<string>): FoundReading[] => {
    const best = new Map<string, FoundReading>()
    for (const found of matches) {
      const title = found.passage.heading.at(-1)
      if (title === undefined || best.has(titles.keyOf(title))) continue
      best.set(titles.keyOf(title), { label: title, filter: titles.filterFor(title, said), found })
    }
    return [...best.values()]
  }
  const several = (readings: readonly FoundReading[], isAllAnswers: boolean): Readings | undefined =>
    readings.length < 2 ? undefined : { readings: readings.slice(0, MOST), isAllAnswers }

  return ({ query: { terms }, kind, forms }, matches) => {
    const [first] = matches
    if (!first || first.evidence.signs.coveredInContext < COVERED || isNarrowed(forms, scope)) return NO_READINGS
    const good = (share: number): Found[] => matches.filter(({ sure }) => sure >= share * first.sure)
    const others = terms.filter(({ form }) => !speakers.has(form))
    const found =
      (FIGURES.has(kind) && terms.length <= FEW_TERMS && several(byEvent(sameFigure(matches, byId)), true)) ||
      (OPEN_KINDS.has(kind) &&
        others.length < terms.length &&
        others.length <= 1 &&
        several(byEvent(good(SPEAKER_SHARE)), true)) ||
      (OPEN_KINDS.has(kind) &&
        terms.length <= FEW_TERMS &&
        several(
          byTalk(
            good(SURE_SHARE).filter((found) => isAsGood(found, first)),
            forms,
          ),
          false,
        ))
    return found || NO_READINGS
  }
}

const isAsGood = ({ order, evidence }: Found, first: Found): boolean =>
  order >= first.order - CLOSE && evidence.signs.coveredInContext >= COVERED

const isNarrowed = (forms: ReadonlySet<string>, scope: Scope): boolean =>
  Object.values(scope).some((words: ReadonlyMap<string, unknown>) => [...forms].some((form) => words.has(form)))

/** The matches that give the figure of their own event which the first of them gives of its event. */
const sameFigure = (matches: readonly Found[], reports: ReadonlyMap<string, Report>): Found[] => {
  const [first, ...rest] = matches
  if (!first) return []
  const topics = figuresOf(first, reports)
  return [first, ...rest.filter((found) => figuresOf(found, reports).some((topic) => topics.includes(topic)))].filter(
    () => topics.length > 0,
  )
}

/** What the sentences that name their own event count or date. */
const figuresOf = ({ span, passage }: Found, reports: ReadonlyMap<string, Report>): string[] => {
  const event = reports.get(passage.reportId)?.event
  const names = new Set(wordsOf(`${event?.name} ${event?.city}`).filter((form) => /^\p{L}{4,}$/u.test(form)))
  return span.sentences
    .filter((sentence) => wordsOf(sentence).some((form) => names.has(form)))
    .flatMap((sentence) => [...readCounts(sentence, []), ...readDates(sentence, [])])
    .map(({ topic }) => topic)
}

/** Says which event is meant: by its city, and its year where the city had several. */
const eventFilter = ({ event: { name, city, start } }: Report, reports: readonly Report[]): string => {
  const isOnly = reports.every(({ event }) => event.city !== city || event.name === name)
  const quoted = /[\s,;?!]/u.test(city) ? `"${city}"` : city
  return isOnly ? `event:${quoted}` : `event:${quoted} year:${start.slice(0, 4)}`
}

const wordsOf = (text: string): string[] =>
  splitWords(text)
    .map(({ form }) => form)
    .filter((form) => !isStopWord(form))
