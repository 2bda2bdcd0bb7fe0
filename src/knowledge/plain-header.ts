import type { Report } from './report.js'
import { isName } from './speakers.js'

/** Lines at the top of a plain-text report in which its title and author are looked for. */
const TOP = 40
/** A line this long is running text: the title stands above it. */
const RUNNING_TEXT = 200
const EVENT = /\b\p{Lu}\p{L}*[Cc]on\b(?: \+ \p{L}+)*(?: (?:North America|Europe|China|Asia|EU|NA))? \d{4}\b/u
const BY = /^(?:(?:authored|posted|written) )?by ((?:\p{Lu}[\p{L}'’.-]* ?){2,4})/iu
const NAME_AND_MORE = /^([^–—|,-]{5,40}?) [–—|-] .{5,}$/u
const FRAME = /^(?:blog post:?|authored|posted|written)\b/iu

/** What a plain-text report says of itself, read from its top and from a file name such as `austin-2017-nosek`. */
export const readPlainHeader = (id: string, text: string): Omit<Report, 'file' | 'sections'> => {
  const top = text.split('\n', TOP).map((line) => line.trim())
  const [, place = '', year = '', rest = ''] = /^([a-z]+(?:-[a-z]+)*)-(\d{4})(?:-(.+))?$/.exec(id) ?? []
  const city = place.split('-').map(capitalise).join(' ')
  const authorLine = top.find((line) => nameOf(line) !== undefined)
  const author = nameOf(authorLine ?? '') ?? (rest === '' ? id : capitalise(rest))
  const isTitle = (line: string): boolean =>
    line !== '' && line !== authorLine && line.length <= 120 && !/\.$/.test(line) && !FRAME.test(line)
  const name = EVENT.exec(top.join('\n'))?.[0] ?? [city, year].filter(Boolean).join(' ')
  const running = top.findIndex((line) => line.length > RUNNING_TEXT)
  const titles = (running < 0 ? top : top.slice(0, running)).filter(isTitle)
  const title = titles.find((line) => /\d{4}|\bcon/iu.test(line)) ?? titles[0] ?? (name || id)
  return {
    id,
    title,
    author,
    event: { name: name || title, city, country: '', start: year, end: year },
    kind: 'report',
  }
}

const nameOf = (line: string): string | undefined => {
  const name = (BY.exec(line)?.[1] ?? NAME_AND_MORE.exec(line)?.[1])?.trim().replace(/[’']$/, '')
  return name?.includes(' ') && isName(name) ? name : undefined
}

const capitalise = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
