import { nearestName } from '../did-you-mean.js'
import { isProblem } from './read-problem.js'
import { readSchedule } from './read-schedule.js'

const VERBS = ['on', 'off', 'status', 'topics', 'time', 'pause', 'resume', 'skip', 'preview', 'now'] as const

export type DigestVerb = (typeof VERBS)[number]

export interface DigestLine {
  /** Undefined for a word that is none of them. */
  readonly verb: DigestVerb | undefined
  readonly rest: string
  /** The word as typed. */
  readonly word: string
}

const OTHER_WORDS = new Map<string, DigestVerb>(
  Object.entries({
    start: 'on',
    subscribe: 'on',
    enable: 'on',
    stop: 'off',
    unsubscribe: 'off',
    disable: 'off',
    cancel: 'off',
    settings: 'status',
    show: 'status',
    topic: 'topics',
    zone: 'time',
    timezone: 'time',
    days: 'time',
    at: 'time',
    mute: 'pause',
    continue: 'resume',
    unpause: 'resume',
    next: 'preview',
    send: 'now',
  } as const),
)

/** A word that a time of day or a weekday is written with. */
const SAYS_WHEN =
  /^(?:at |on )?(?:every|each|daily|everyday|weekdays?|weekends?|noon|midday|midnight|\d|(?:mon|tue|wed|thu|fri|sat|sun))/i
const LONGEST_SCHEDULE = 300

/** The first word and the rest of what stands after `digest`. */
export const readDigestLine = (text: string): DigestLine => {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(text.trim()) ?? []
  const name = word.toLowerCase().replace(/[:.,!?]+$/, '')
  if (name === '') return { verb: 'status', rest, word }
  if (name === 'about') return { verb: 'topics', rest, word }
  const verb = VERBS.find((verb) => verb === name) ?? OTHER_WORDS.get(name)
  if (verb === undefined && isSchedule(text)) return { verb: 'on', rest: text.trim(), word }
  return { verb, rest: rest.trim(), word }
}

/** «digest every monday at noon» says when, and so that there is to be one. */
const isSchedule = (text: string): boolean => {
  // Anything else is not worth looking through all time zones for.
  if (text.length > LONGEST_SCHEDULE || !SAYS_WHEN.test(text)) return false
  const schedule = readSchedule(text)
  return !isProblem(schedule) && (schedule.time !== undefined || schedule.weekdays !== undefined)
}

/** The word that was perhaps meant. */
export const nearestVerb = (word: string): string | undefined => nearestName(word, [...VERBS, ...OTHER_WORDS.keys()])
