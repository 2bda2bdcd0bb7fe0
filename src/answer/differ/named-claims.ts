import type { Claim, ClaimReader } from './claim.js'
import type { Name } from './names.js'

const WILL = '(?:(?:will|would|can|could|should|may|might|is going to|is to|is set to|is planned to) )?'
const REPLACES = new RegExp(
  `^ (?:${WILL}(?:replaces?|replaced)|${WILL}(?:takes?|took) the place of|in place of|instead of|rather than) (?:the )?$`,
  'iu',
)
const REPLACED_BY = /^ (?:is|was|gets?|will be|is going to be|can be) (?:replaced|superseded) (?:by|with) (?:the )?$/iu

/** What takes the place of what: «OpenShift will use CRI-O in place of Docker». */
export const readReplacements: ClaimReader = (sentence, names) =>
  names.flatMap((left, i): Claim[] => {
    const right = names[i + 1]
    const between = right ? sentence.slice(left.end, right.start) : ''
    const swap = (fresh: Name, old: Name, from: number): Claim[] => [
      {
        topic: `what ${fresh.key} replaces`,
        about: `what ${fresh.text} replaces`,
        says: sentence.slice(from, right?.end).trim(),
        value: old.key,
        needs: 'same-names',
      },
    ]
    if (right && REPLACES.test(between)) return swap(left, right, left.end)
    return right && REPLACED_BY.test(between) ? swap(right, left, left.start) : []
  })

const QUALITIES: readonly (readonly [about: string, words: string])[] = [
  ['ready for production', 'production[- ]ready|ready for (?:use in )?production'],
  ['stable', 'stable'],
  ['mature', 'mature'],
  ['secure', 'secure'],
  ['supported', 'supported'],
  ['available', 'available'],
  ['deprecated', 'deprecated'],
  ['open source', 'open[- ]source(?:d)?'],
  ['on by default', '(?:on|enabled) by default'],
]
const NOT = "(?<not>n['’]t| not| never| no longer| far from| anything but)?"
const STILL = '(?: yet| still| already| now| fully| really| quite| very| entirely| a| an)*'
const JUDGEMENTS = QUALITIES.map(([about, words]) => ({
  about,
  pattern: new RegExp(
    `^ (?:is|are|was|were|looks?|seems?|remains?)${STILL}${NOT}${STILL}(?: (?:${words})| (?<un>un|in|im)(?:${words}))(?=[\\s.,;:!]|$)`,
    'iu',
  ),
}))
/** What depends on something, or is still to come, is no judgement on how things are. */
const OPEN = /\b(?:if|unless|whether|until|once|when|soon|will|would|could|should|might|may|nobody|hardly)\b|\?/iu

/** Opposite judgements on a thing: «Ark is production ready», «Ark is not yet ready for production». */
export const readJudgements: ClaimReader = (sentence, names) =>
  OPEN.test(sentence)
    ? []
    : names.flatMap((name) =>
        JUDGEMENTS.flatMap(({ about, pattern }): Claim[] => {
          const found = pattern.exec(sentence.slice(name.end))
          if (!found) return []
          const { not, un } = found.groups ?? {}
          return [
            {
              topic: `${name.key} ${about}`,
              about: `whether ${name.text} is ${about}`,
              says: found[0].trim(),
              value: (not === undefined) === (un === undefined) ? 'yes' : 'no',
              needs: 'nothing',
            },
          ]
        }),
      )

const ORIGINS: readonly (readonly [value: string, pattern: RegExp])[] = [
  ['new', /^ (?:is|are|was|were) (?:a|the) (?:brand[- ])?new [^.,;]{3,60}? (?:by|from) (?=\p{Lu})[\p{L}\p{N}-]+/u],
  [
    'earlier ones',
    /^ (?:(?:is|are|was|were)|(?:came|comes) (?:about|into being)|(?:was|were|is|are) (?:formed|born|made)|results?|resulted|grew)(?: out of| through| from| by| as| of)? (?:the |a )?(?:merger|merging|merge|fork|successor)\b[^.,;]*/iu,
  ],
]

/** Where a thing comes from: somebody made it anew, or it goes on from earlier ones. */
export const readOrigins: ClaimReader = (sentence, names) =>
  names.flatMap((name) =>
    ORIGINS.flatMap(([value, pattern]): Claim[] => {
      const found = pattern.exec(sentence.slice(name.end))
      if (!found) return []
      const about = `where ${name.text} ${/s$/.test(name.text) ? 'come' : 'comes'} from`
      return [{ topic: `origin of ${name.key}`, about, says: found[0].trim(), value, needs: 'nothing' }]
    }),
  )
