import { z } from 'zod'
import type { Problem } from '../errors.js'
import { nearestName } from './nearest-name.js'
import type { Report } from './report.js'
import { readYaml, schemaProblems } from './yaml-source.js'

/** What a report's front matter says, and where its body begins. */
export interface FrontMatter {
  readonly header: Omit<Report, 'file' | 'sections'>
  /** Lines that the front matter takes. */
  readonly above: number
}

const RULE = 'front-matter'
const KEYS = ['id', 'title', 'author', 'event', 'kind', 'url'] as const
const EVENT_KEYS = ['name', 'city', 'country', 'start', 'end'] as const

const filled = z.string('is missing or no text').trim().min(1, 'is empty')
const date = z.iso.date('must be a date such as 2017-12-06')

const schema = z.strictObject(
  {
    id: z
      .string('is missing or no text')
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens, such as austin-2017-nosek'),
    title: filled,
    author: filled,
    event: z
      .strictObject(
        {
          name: filled,
          city: filled,
          country: z
            .string('is missing or no text')
            .regex(/^[A-Z]{2}$/, 'must be a two-letter country code, such as US'),
          start: date,
          end: date,
        },
        'is missing: { name: …, city: …, country: …, start: …, end: … }',
      )
      .refine(({ start, end }) => start <= end, { path: ['end'], message: 'is before the start' }),
    kind: z.enum(['notes', 'report'], 'must be notes (our words on a report) or report (the author’s own text)'),
    url: z.url({ protocol: /^https?$/, error: 'must be a full http or https address' }).optional(),
  },
  'the front matter must say id, title, author, event and kind, each on a line such as title: My week in Austin',
)

/** Reads the front matter at the top of a Markdown report. */
export const readFrontMatter = (
  file: string,
  text: string,
): { readonly frontMatter?: FrontMatter; readonly problems: readonly Problem[] } => {
  const lines = text.split('\n')
  const end = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, i) => i > 0 && line.trimEnd() === '---') : -1
  if (end < 0) return { problems: [{ file, line: 1, column: 1, rule: RULE, message: missing(lines) }] }
  const source = readYaml(lines.slice(1, end).join('\n'), { file, above: 1, rule: RULE })
  if (source.problems.length > 0) return { problems: source.problems }
  const parsed = schema.safeParse(source.value)
  if (!parsed.success) return { problems: schemaProblems(parsed.error, source, RULE, explainKey) }
  const { url, ...header } = parsed.data
  const stem = file.replace(/\.[^.]+$/, '')
  if (header.id !== stem)
    return { problems: [source.problemAt(['id'], RULE, `id: "${header.id}" must be the file's name, "${stem}"`)] }
  return { frontMatter: { header: { ...header, ...(url === undefined ? {} : { url }) }, above: end + 1 }, problems: [] }
}

const missing = ([first = '']: readonly string[]): string =>
  first.trimEnd() === '---'
    ? 'the front matter is not closed: end it with a line ---'
    : 'a report begins with a line ---, then id, title, author, event and kind, then a line ---'

const explainKey = (key: string, path: readonly PropertyKey[]): string => {
  const known = path.length > 0 ? EVENT_KEYS : KEYS
  const near = nearestName(key, known)
  if (near !== undefined) return `unknown key "${key}"; did you mean ${near}?`
  // A key of the event that stands outside of it is known by its name alone.
  const isOfEvent = path.length === 0 && EVENT_KEYS.some((one) => one === key)
  return `unknown key "${key}"; ${isOfEvent ? 'it belongs inside event: { … }' : `known are ${known.join(', ')}`}`
}
