import type { Passage, Report } from '../knowledge/report.js'
import { splitWords } from '../search/words.js'

/** What somebody narrows a question by, in so many words: `event:Berlin`, `-istio`, `"load test"`. */
export interface Filter {
  /** As typed. */
  readonly text: string
  allows(passage: Passage, report: Report): boolean
}

export interface FilteredQuestion {
  /** The question without its filters; all of it when nothing else is left. */
  readonly question: string
  readonly filters: readonly Filter[]
}

const FIELDS: Readonly<Record<string, (passage: Passage, report: Report) => string>> = {
  event: (_, { event }) => `${event.name} ${event.city} ${event.start}`,
  year: (_, { event }) => event.start.slice(0, 4),
  author: (_, { author }) => author,
  speaker: ({ speakers }) => speakers.map(({ name, company }) => `${name} ${company}`).join(' '),
  talk: ({ heading }) => heading.join(' '),
  report: (_, { id }) => id,
}
const FILTER = new RegExp(
  `(?<=^|\\s)(?:(?<field>${Object.keys(FIELDS).join('|')}):(?<value>"[^"]+"|[^\\s"?!,;]+)|"(?<phrase>[^"]+)"|-(?<without>\\p{L}[^\\s"?!.,;]*))(?=$|[\\s?!.,;])`,
  'giu',
)

/** Nobody narrows further than this; more would only cost time. */
const MOST = 10

/** Takes the filters out of a question. */
export const readFilters = (text: string): FilteredQuestion => {
  const filters: Filter[] = []
  const question = text
    .replace(FILTER, (typed: string, ...rest: unknown[]) => {
      const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>
      const filter = toFilter(typed, groups)
      if (filter && filters.length < MOST) filters.push(filter)
      // The words of a phrase are looked for as well; only their order is a filter.
      return groups['phrase'] === undefined ? ' ' : typed
    })
    .replace(/\s+/g, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(question) ? { question, filters } : { question: text, filters }
}

const toFilter = (text: string, groups: Readonly<Record<string, string | undefined>>): Filter | undefined => {
  const { field, value, phrase, without } = groups
  const read = FIELDS[field?.toLowerCase() ?? '']
  if (read && value !== undefined) {
    const wanted = wordsOf(value)
    return { text, allows: (passage, report) => wanted.every((form) => formsOf(read(passage, report)).includes(form)) }
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
