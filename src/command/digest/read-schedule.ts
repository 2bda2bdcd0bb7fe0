import { WEEKDAYS } from '../../knowledge/calendar.js'
import { nearestName } from '../did-you-mean.js'
import { shorten } from '../shorten.js'
import { readWeekday } from './read-day.js'
import { isProblem, type Problem, problem } from './read-problem.js'
import { readTime } from './read-time.js'
import { findZone, isLikeZone, readZone } from './read-zone.js'

/** What a line says of when and about what a digest is to come; what it leaves out stays as it is. */
export interface ScheduleChange {
  readonly time?: string
  readonly weekdays?: readonly number[]
  readonly zone?: string
  readonly topics?: readonly string[]
}

const ALL_DAYS = [1, 2, 3, 4, 5, 6, 7]
const EXAMPLE = '09:00 Mon-Fri Europe/Berlin'
const MOST_TOPICS = 10
const LONGEST_TOPIC = 60
/** Words of the longest city. */
const MOST_ZONE_WORDS = 4

const FILLERS = new Set([
  'at',
  'on',
  'in',
  'every',
  'each',
  'and',
  'the',
  'from',
  'time',
  'zone',
  'timezone',
  'for',
  'o’clock',
  "o'clock",
  'only',
  '&',
  '@',
])

/** Reads `[09:00] [Mon-Fri] [Europe/Berlin] [about security, networking]` in whatever order. */
export const readSchedule = (text: string): ScheduleChange | Problem => {
  const [, when = '', about] = /^(.*?)(?:(?:^|\s)about(?=\s|$)(.*))?$/is.exec(text.trim()) ?? []
  let change: ScheduleChange = {}
  if (about !== undefined) {
    const topics = readTopics(about)
    if (isProblem(topics)) return topics
    change = { topics }
  }
  let words = when
    .replace(/\s*(?:–|—|−)\s*/g, '-')
    .replace(/\s+-\s+|(?<=[a-z])\s+(?:to|through|thru|till|until)\s+(?=[a-z])/gi, '-')
    .replace(/(?<=\d)\s+(?=(?:[ap]\.?m|uhr|h)\b)/gi, '')
    .split(/[\s,;]+/)
    .filter(Boolean)
  while (words.length > 0) {
    const step = readNext(words, change)
    if (isProblem(step)) return step.forms.includes(EXAMPLE) ? step : { wrong: words[0] ?? '', ...step }
    change = { ...change, ...step.change }
    words = words.slice(step.used)
  }
  return change
}

interface Step {
  readonly used: number
  readonly change: ScheduleChange
}

const readNext = (words: readonly string[], { time, weekdays, zone }: ScheduleChange): Step | Problem => {
  const [word = ''] = words
  if (/^(?:every|each)$/i.test(word) && /^days?$/i.test(words[1] ?? ''))
    return { used: 2, change: { weekdays: ALL_DAYS } }
  if (FILLERS.has(word.toLowerCase())) return { used: 1, change: {} }
  const days = readWeekdays(word)
  if (isProblem(days)) return days
  if (days) return { used: 1, change: { weekdays: inOrder([...(weekdays ?? []), ...days]) } }
  const at = readTime(word)
  if (isProblem(at)) return at
  if (at !== undefined)
    return time === undefined || time === at
      ? { used: 1, change: { time: at } }
      : problem(`There is one digest a day: ${time} or ${at}?`, time, at)
  for (let used = Math.min(MOST_ZONE_WORDS, words.length); used > 0; used--) {
    const place = findZone(words.slice(0, used).join(' '))
    if (place === undefined) continue
    return zone === undefined || zone === place
      ? { used, change: { zone: place } }
      : problem(`A digest has one time zone: ${zone} or ${place}?`, zone, place)
  }
  const near = nearestName(
    word,
    [...WEEKDAYS, 'weekdays', 'weekends', 'daily'].map((name) => name.toLowerCase()),
  )
  if (near !== undefined) return problem(`I cannot read "${shorten(word, 40)}". Did you mean ${near}?`, near)
  if (isLikeZone(word)) return asProblem(readZone(word))
  const two = words.slice(0, 2).join(' ')
  if (words.length > 1 && isLikeZone(two)) return { wrong: two, ...asProblem(readZone(two)) }
  return problem(
    `I cannot read "${shorten(words.join(' '), 60)}" as a time, weekdays or a time zone. Topics come after "about".`,
    EXAMPLE,
  )
}

const asProblem = (zone: string | Problem): Problem => (isProblem(zone) ? zone : problem(`Did you mean ${zone}?`, zone))

const inOrder = (weekdays: readonly number[]): readonly number[] => [...new Set(weekdays)].sort((a, b) => a - b)

/** `Mon-Fri`, `weekdays`, `Sat`; undefined when it is none of this. */
const readWeekdays = (word: string): readonly number[] | Problem | undefined => {
  const name = word.toLowerCase()
  if (/^(?:daily|everyday)$/.test(name)) return ALL_DAYS
  if (/^(?:weekdays?|workdays?|work-days?|working-days?|business-days?)$/.test(name)) return [1, 2, 3, 4, 5]
  if (/^weekends?$/.test(name)) return [6, 7]
  const ends = name.split(/[-/]/)
  const days = ends.map(readWeekday)
  if (days.every((day) => day === undefined)) return undefined
  const wrong = ends.find((_, i) => days[i] === undefined)
  if (wrong !== undefined)
    return name.includes('/') && findZone(word) !== undefined
      ? undefined
      : problem(`I cannot read "${shorten(wrong, 40)}" in "${shorten(word, 40)}" as a weekday.`, 'Mon-Fri')
  const known = days.filter((day) => day !== undefined)
  if (!name.includes('-') || known.length !== 2) return inOrder(known)
  const [first = 1, last = 7] = known
  return inOrder(Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, i) => ((first - 1 + i) % 7) + 1))
}

/** `security, networking and storage`: none for `everything`. */
export const readTopics = (text: string): readonly string[] | Problem => {
  const topics = text
    .replace(/^\s*about\s+/i, '')
    .split(/[,;\n]|\s+(?:and|or|&)\s+/i)
    .map((topic) =>
      topic
        .replace(/\s+/g, ' ')
        .replace(/^["'“”]+|["'“”.]+$/g, '')
        .trim(),
    )
    .filter(Boolean)
    .filter((topic, i, all) => all.findIndex((one) => one.toLowerCase() === topic.toLowerCase()) === i)
  if (topics.length === 0) return problem('Say the topics after "about".', 'about security, networking')
  if (topics.length === 1 && /^(?:everything|anything|all|any)$/i.test(topics[0] ?? '')) return []
  if (topics.length > MOST_TOPICS)
    return problem(`That is ${topics.length} topics; a digest follows up to ${MOST_TOPICS}.`)
  const long = topics.find((topic) => topic.length > LONGEST_TOPIC)
  return long === undefined ? topics : problem(`"${shorten(long, 40)}" is too long for a topic; a word or two will do.`)
}
