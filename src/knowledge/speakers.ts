import type { Speaker } from './report.js'

/** Small words within names, such as «van». */
export const PARTICLES = /^(?:van|von|de|der|den|del|della|di|da|la|le|el|al|bin|ibn|y|e|zu|ten|ter)$/
const NAME_WORD = /^[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]*$/u
const LEGAL_FORM = /^(?:Inc|Ltd|LLC|GmbH|AG|Corp|S\.A|Co)\.?$/

/**
 * Reads `Name, role, company`, also with several people: `A & B, company` or `A, role, company; B, role, company`.
 * The last part is the company, whatever stands between is the role. Undefined if the text names nobody in this form.
 */
export const parseSpeakers = (text: string): readonly Speaker[] | undefined => {
  if (text.length > 400) return undefined
  const speakers = text.split(';').map(parsePeople)
  return speakers.every((people) => people !== undefined) ? speakers.flat() : undefined
}

const parsePeople = (text: string): Speaker[] | undefined => {
  const [people = '', ...rest] = joinLegalForm(text.split(',').map((part) => part.trim()))
  const names = splitNames(people)
  if (!names.every(isName) || rest.some((part) => part === '')) return undefined
  const company = rest.at(-1) ?? ''
  const role = rest.slice(0, -1).join(', ')
  return names.map((name) => ({ name, role, company }))
}

/** `Acme, Inc.` is one company. */
const joinLegalForm = (parts: readonly string[]): string[] => {
  const joined: string[] = []
  for (const part of parts) {
    const last = joined.pop()
    if (last !== undefined && LEGAL_FORM.test(part)) joined.push(`${last}, ${part}`)
    else joined.push(...(last === undefined ? [] : [last]), part)
  }
  return joined
}

export const splitNames = (text: string): string[] => text.split(/\s+(?:&|and)\s+|\s*,\s*/).map((name) => name.trim())

/** One to five words that are written as names are. */
export const isName = (text: string): boolean => {
  const words = text.split(/\s+/)
  return (
    text.length <= 60 &&
    words.length <= 5 &&
    words.every((word) => NAME_WORD.test(word) || PARTICLES.test(word)) &&
    !/[\p{Ll}]{2}\.$/u.test(text)
  )
}
