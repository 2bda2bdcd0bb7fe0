import type { Passage, Report } from '../knowledge/report.js'
import { splitWords } from '../search/words.js'

/** What somebody narrows a question by, in so many words: `event:Berlin`, `-istio`, `"load test"`. */
export interface Filter {
  /** As typed. */
  readonly text: string
  /** False where no passage of the report can be meant; left out where that depends on the passage. */
  readonly allowsReport?: (report: Report) => boolean
  allows(passage: Passage, report: Report): boolean
}

export interface FilteredQuestion {
  /** The question without its filters; all of it when nothing else is left. */
  readonly question: string
  readonly filters: readonly Filter[]
}

const REPORT_FIELDS: Readonly<Record<string, (report: Report) => string>> = {
  event: ({ event }) => `${event.name} ${event.city} ${event.start}`,
  year: ({ event }) => event.start.slice(0, 4),
  author: ({ author }) => author,
  report: ({ id }) => id,
}
const PASSAGE_FIELDS: Readonly<Record<string, (passage: Passage) => string>> = {
  speaker: ({ speakers }) => speakers.map(({ name, company }) => `${name} ${company}`).join(' '),
  talk: ({ heading }) => heading.join(' '),
}
const FIELDS = [...Object.keys(REPORT_FIELDS), ...Object.keys(PASSAGE_FIELDS)]
const FILTER = new RegExp(
  `(?<=^|\\s)(?:(?<field>${FIELDS.join('|')}):(?<value>"[^"]+"|[^\\s"?!,;]+)|"(?<phrase>[^"]+)"|-(?<without>\\p{L}[^\\s"?!.,;]*))(?=$|[\\s?!.,;])`,
  'giu',
)

/** Nobody narrows further than this; what is beyond is looked for as it stands. */
const MOST = 10

/** Takes the filters out of a question. */
export const readFilters = (text: string): FilteredQuestion => {
  const filters: Filter[] = []
  const question = text
    .replace(FILTER, (typed: string, ...rest: unknown[]) => {
      if (filters.length >= MOST) return typed
      const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>
      const filter = toFilter(typed, groups)
      if (filter) filters.push(filter)
      // The words of a phrase are looked for as well; only their order is a filter.
      return groups['phrase'] === undefined ? ' ' : typed
    })
    .replace(/\s+/g, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(question) ? { question, filters } : { question: text, filters }
}

const toFilter = (text: string, groups: Readonly<Record<string, string | undefined>>): Filter | undefined => {
  const { field, value, phrase, without } = groups
  if (field !== undefined && value !== undefined) {
    const wanted = wordsOf(value)
    const hasAll = (own: string): boolean => {
      const forms = formsOf(own)
      return wanted.every((form) => forms.includes(form))
    }
    const ofPassage = PASSAGE_FIELDS[field.toLowerCase()]
    if (ofPassage) return { text, allows: (passage) => hasAll(ofPassage(passage)) }
    const ofReport = REPORT_FIELDS[field.toLowerCase()]
    const allowsReport = (report: Report): boolean => hasAll(ofReport?.(report) ?? '')
    return { text, allowsReport, allows: (_, report) => allowsReport(report) }
  }
  if (without !== undefined) {
    const unwanted = ` ${wordsOf(without).join(' ')} `
    return { text, allows: ({ text: own, heading }) => !hasRun(`${heading.join(' ')} ${own}`, unwanted) }
  }
  // A single word in quotation marks is emphasis more often than a wish.
  const forms = wordsOf(phrase ?? '')
  return forms.length < 2 ? undefined : { text, allows: ({ text: own }) => hasRun(own, ` ${forms.join(' ')} `) }
}

/** Words with their parts: `hightower` finds `Hightower-Smith`. */
const formsOf = (text: string): string[] => splitWords(text).flatMap(({ form, parts }) => [form, ...parts])

const wordsOf = (text: string): string[] => splitWords(text).map(({ form }) => form)

const hasRun = (text: string, run: string): boolean => ` ${wordsOf(text).join(' ')} `.includes(run)
