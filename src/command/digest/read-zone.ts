import { nearestName } from '../did-you-mean.js'
import { shorten } from '../shorten.js'
import { isProblem, type Problem, problem } from './read-problem.js'

const zones: readonly string[] = [...Intl.supportedValuesOf('timeZone')]
const byName = new Map(zones.map((zone) => [plainName(zone), zone]))
/** By the city alone; the first of several, such as the capital before a village of the same name, wins. */
const byCity = new Map(
  zones.map((zone) => [plainName(zone.split('/').at(-1) ?? zone), zone]).reverse() as [string, string][],
)

/** Cities that people name and the time zone database does not. */
const MORE_CITIES = new Map<string, string>(
  Object.entries({
    'Europe/Berlin': 'munich hamburg frankfurt cologne stuttgart karlsruhe dresden leipzig',
    'Europe/Zurich': 'geneva basel bern',
    'Europe/Madrid': 'barcelona valencia',
    'Europe/Rome': 'milan turin',
    'Europe/Paris': 'lyon marseille',
    'Europe/London': 'edinburgh manchester',
    'Europe/Warsaw': 'krakow gdansk',
    'Europe/Prague': 'brno',
    'Europe/Amsterdam': 'rotterdam',
    'America/New_York': 'boston washington miami atlanta philadelphia',
    'America/Chicago': 'austin dallas houston',
    'America/Los_Angeles': 'san_francisco seattle portland san_diego',
    'America/Denver': 'salt_lake_city',
    'America/Toronto': 'montreal ottawa',
    'America/Sao_Paulo': 'rio_de_janeiro',
    'Asia/Kolkata': 'bangalore bengaluru mumbai delhi new_delhi hyderabad chennai pune calcutta',
    'Asia/Shanghai': 'beijing shenzhen',
    'Asia/Tokyo': 'osaka kyoto',
    'Asia/Ho_Chi_Minh': 'hanoi saigon',
    'Asia/Jerusalem': 'tel_aviv',
    'Asia/Kathmandu': 'kathmandu',
    'Europe/Kyiv': 'kyiv',
  }).flatMap(([zone, names]) => names.split(' ').map((name) => [plainName(name), zone] as const)),
)

/** Names that several places share, each with its own rules, and cities that could be meant. */
const SHARED = new Map<string, readonly string[]>(
  Object.entries({
    'cet cest mez mesz': ['Europe/Berlin', 'Europe/Paris', 'Europe/Madrid'],
    'eet eest': ['Europe/Helsinki', 'Europe/Athens', 'Africa/Cairo'],
    'wet west': ['Europe/Lisbon', 'Atlantic/Canary', 'Africa/Casablanca'],
    bst: ['Europe/London', 'Asia/Dhaka'],
    ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
    'est edt et eastern': ['America/New_York', 'America/Toronto', 'America/Panama'],
    'cst cdt ct central': ['America/Chicago', 'America/Mexico_City', 'Asia/Shanghai'],
    'mst mdt mt mountain': ['America/Denver', 'America/Phoenix', 'America/Edmonton'],
    'pst pdt pt pacific': ['America/Los_Angeles', 'America/Vancouver', 'America/Tijuana'],
    'jst kst': ['Asia/Tokyo', 'Asia/Seoul'],
    'sgt hkt': ['Asia/Singapore', 'Asia/Hong_Kong', 'Asia/Manila'],
    'aest aedt aet': ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Melbourne'],
    'nzst nzdt': ['Pacific/Auckland'],
    'brt art': ['America/Sao_Paulo', 'America/Argentina/Buenos_Aires'],
    msk: ['Europe/Moscow'],
  }).flatMap(([names, cities]) => names.split(' ').map((name) => [name, cities] as const)),
)

const OFFSET = /^(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?$/

/** A zone as people write it: an IANA name, or a city. CET and the like do not say when clocks change, so they are asked about. */
export const readZone = (words: string): string | Problem => {
  const known = findZone(words)
  if (known !== undefined) return known
  const name = plainName(words)
  const cities = SHARED.get(name)
  if (cities)
    return problem(
      `"${shorten(words, 40)}" is not one place: clocks may change on other days, or not at all, in each. Which city is it?`,
      ...cities,
    )
  if (OFFSET.test(words.toLowerCase().replaceAll(' ', '')))
    return problem(
      `"${shorten(words, 40)}" does not say when clocks change. Which city is it, or UTC?`,
      'Europe/London',
      'Europe/Berlin',
      'America/New_York',
      'UTC',
    )
  const near = nearestZone(name)
  return near === undefined
    ? problem(
        `I know no time zone "${shorten(words, 40)}". Say the nearest big city.`,
        'Europe/Berlin',
        'America/New_York',
      )
    : problem(`I know no time zone "${shorten(words, 40)}". Did you mean ${near}?`, near)
}

/** Exactly a zone or one of its cities. */
export const findZone = (words: string): string | undefined => {
  const name = plainName(words)
  if (['utc', 'gmt', 'z', 'zulu', 'etc/utc'].includes(name)) return 'UTC'
  return (
    byName.get(name) ?? byCity.get(name) ?? MORE_CITIES.get(name) ?? (name.includes('/') ? alias(words) : undefined)
  )
}

/** True for what can only be a time zone, well or badly named. */
export const isLikeZone = (words: string): boolean => {
  const name = plainName(words)
  return name.includes('/') || SHARED.has(name) || OFFSET.test(name) || nearestZone(name) !== undefined
}

/** Older names, such as `US/Pacific`. */
const alias = (words: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: words.trim().replaceAll(' ', '_') }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

const nearestZone = (name: string): string | undefined => {
  const near = nearestName(name, name.includes('/') ? byName.keys() : [...byCity.keys(), ...MORE_CITIES.keys()])
  return near === undefined ? undefined : findZone(near)
}

/** The zone that a profile names, if it is one. */
export const isZone = (name: string): boolean => !isProblem(readZone(name))

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '_')
}
