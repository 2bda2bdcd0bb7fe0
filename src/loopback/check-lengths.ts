import { COMMON_LIMITS, LIMITS, type Limit, type Limits } from './block-limits.js'
import type { BlockProblem } from './block-problem.js'
import { isObject } from './json.js'

interface Place {
  readonly path: string
  readonly value: unknown
}

/** Every text and list inside a value that is shorter or longer than Slack takes. */
export const checkLengths = (value: unknown, path = ''): BlockProblem[] => {
  if (Array.isArray(value)) return value.flatMap((one, i) => checkLengths(one, `${path}/${i}`))
  if (!isObject(value)) return []
  const own = LIMITS.get(String(value['type'])) ?? {}
  return [
    ...checkLimits({ path, value }, COMMON_LIMITS),
    ...checkLimits({ path, value }, own),
    ...Object.entries(value).flatMap(([key, one]) => checkLengths(one, `${path}/${key}`)),
  ]
}

const checkLimits = (from: Place, limits: Limits): BlockProblem[] =>
  Object.entries(limits).flatMap(([pattern, limit]) =>
    follow([from], pattern.split('.')).flatMap((place) => checkLimit(place, limit)),
  )

/** The places that a pattern leads to. */
const follow = (places: readonly Place[], steps: readonly string[]): readonly Place[] => {
  const [step, ...rest] = steps
  if (step === undefined) return places
  const next = places.flatMap(({ path, value }): Place[] => {
    if (step === '*') return Array.isArray(value) ? value.map((one, i) => ({ path: `${path}/${i}`, value: one })) : []
    return isObject(value) && value[step] !== undefined ? [{ path: `${path}/${step}`, value: value[step] }] : []
  })
  return follow(next, rest)
}

const checkLimit = ({ path, value }: Place, [least, most]: Limit): BlockProblem[] => {
  // What is neither text nor list is for the schema to refuse.
  if (typeof value !== 'string' && !Array.isArray(value)) return []
  const unit = typeof value === 'string' ? 'characters' : 'items'
  if (value.length < least) return [{ path, message: `must be more than ${least - 1} ${unit}` }]
  if (value.length > most) return [{ path, message: `must be less than ${most + 1} ${unit}` }]
  return []
}
