import { ANY_MONTH } from './calendar.js'
import type { Speaker } from './report.js'
import { isName, parseSpeakers, splitNames } from './speakers.js'

/** A heading that names its speakers, taken apart. */
export interface TalkHeading {
  readonly title: string
  readonly speakers: readonly Speaker[]
}

const SEPARATOR = /\s+(?:[-–—|]|by)\s+/g
const WITH_COMPANY_IN_BRACKETS = /^([^(),]+)\s+\(([^()]+)\)$/
const DATE = new RegExp(`\\b(?:19|20)\\d\\d\\b|\\b(?:${ANY_MONTH})\\b`)

/**
 * Reads `Title - Name Surname, role, company`, `Title - A & B, company`, `Title – Name Surname (company)` and
 * `Title by Name Surname, company`. Undefined unless a full name and a company are there: a mere dash is no talk.
 */
export const parseTalkHeading = (heading: string): TalkHeading | undefined => {
  if (heading.length > 300 || /[.;:]$/.test(heading)) return undefined
  // From the right: titles hold dashes of their own more often than roles do.
  for (const { index, 0: separator } of [...heading.matchAll(SEPARATOR)].reverse()) {
    const title = heading.slice(0, index).trim()
    const speakers = parsePeopleWithCompany(heading.slice(index + separator.length).trim())
    if (title !== '' && speakers) return { title, speakers }
  }
  return undefined
}

const parsePeopleWithCompany = (text: string): readonly Speaker[] | undefined => {
  const [, people, company] = WITH_COMPANY_IN_BRACKETS.exec(text) ?? []
  const speakers =
    people !== undefined && company !== undefined ? parseSpeakers(`${people}, ${company}`) : parseSpeakers(text)
  return speakers?.every(isPersonWithCompany) ? speakers : undefined
}

const isPersonWithCompany = ({ name, role, company }: Speaker): boolean =>
  company !== '' && name.includes(' ') && !DATE.test(`${name} ${role} ${company}`)

const PRESENTED_BY =
  /\b[Pp]resented by ([^.;:!?()]{3,80}?)(?: \(([^()]+)\)|,? (?:from|of|at) ([^.,;:()]+)|(?=[.,;:]|$))/u
const ROLE = /^(.*?)\s*\b(CTO|CEO|CIO|CISO|VP|PM|COO|founder|co-founder|engineer|architect)$/iu

/** Reads `Presented by Brandon Philips (CoreOS CTO)` out of running text. */
export const findPresenters = (
  text: string,
): { readonly at: number; readonly speakers: readonly Speaker[] } | undefined => {
  const match = PRESENTED_BY.exec(text)
  const names = splitNames(match?.[1] ?? '')
  if (!match || !names.every((name) => name.includes(' ') && isName(name))) return undefined
  const [, company = '', role = ''] = ROLE.exec(match[2] ?? '') ?? [undefined, match[2] ?? match[3] ?? '']
  return { at: match.index, speakers: names.map((name) => ({ name, role, company: company.trim() })) }
}
