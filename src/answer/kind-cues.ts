import { ANY_MONTH, ANY_WEEKDAY } from '../knowledge/calendar.js'
import type { QuestionKind } from './question-kind.js'

/** Text that might answer, with the names of the people on stage and the question it is held against. */
export interface CueInput {
  readonly text: string
  readonly speakers: readonly string[]
  readonly question: string
  /** Who wrote the report: named throughout a note, and hardly ever the one who is asked for. */
  readonly author?: string
}

const NUMBER =
  /(?:[$€£]\s?)?\b\d[\d.,]*\s?(?:%|x\b|k\b|m\b|percent)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|third|quarter|fifth)\b/giu
const DATE = new RegExp(`\\b(?:${ANY_MONTH}|${ANY_WEEKDAY}|(?:19|20)\\d\\d)\\b`, 'giu')
const FULL_DATE = new RegExp(`\\b(?:${ANY_MONTH}) \\d|\\d(?:st|nd|rd|th)? (?:of )?(?:${ANY_MONTH})\\b`, 'giu')
/** A year is no answer to what day it was. */
const DAY_ASKED = /\b(?:dates?|days?)\b/iu
/** Days that only the writer can place. */
const DAY = /\b(?:today|yesterday|tomorrow)\b/giu
const NAME = /(?<![.!?:“"]\s)(?<=\s)\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+)+/gu
const AGENT = /\bby (?:the )?\p{Lu}[\p{L}-]+/gu
const PLACE = /\b(?:in|at|to|from|via|near|on) (?:the )?\p{Lu}[\p{L}-]+/gu
const STRONG_REASON =
  /\b(?:because|since|so that|due to|reason|therefore|in order to|for the sake|caus\w+|otherwise|hence)\b/iu
const REASON =
  /\b(?:because|since|so that|due to|reason|therefore|as (?:it|they|the)|in order to|for the sake|caus\w+|lets?|allow\w*|problem|issue|trouble|suffer\w*|otherwise|hence)\b/iu
const MEANS = /\b(?:by|through|via|using|uses?|with|first|then|step|run|creat\w+)\b/iu
const ENUMERATION = /[^,;]+[,;][^,;]+(?:[,;]| and | or )|:\s*\S|\n/u
const JUDGEMENT =
  /\b(?:thinks?|finds?|believes?|feels?|opinion|best|worst|favou?rite|likes?|recommend\w*|prefers?|impress\w*|interesting|awesome|great|good|cool\w*|boring|agrees?|gut feeling|considers?|calls?|looks? like|praises?)\b/iu

const ON_STAGE =
  /\b(?:present\w*|gave|give|sp[eo]ak\w*|spoke|talk\w*|sessions?|keynot\w*|held|hosted|demo\w*|on stage|who was it|did it)\b/iu

/** «who sponsored the talk», «who wrote …»: a verb of its own, that is none of giving a talk. */
const OTHER_VERB =
  /\bwho (?:(?!present|talk|host|demo|deliver|cover|explain|show|introduc|announc|discuss|mention|describ)[a-z]{3,}ed|wrote|writes|made|makes|won|built|paid|pays|funds|sponsors|uses)\b/iu

/** How well a text offers the kind of answer that is asked for, 0–1. Kinds without a telling form score 0.5. */
export const kindCue = (kind: QuestionKind, input: CueInput): number => {
  switch (kind) {
    case 'number':
      return hasNew(NUMBER, input) ? unitCue(input) : 0
    case 'when':
      return hasNew(FULL_DATE, input)
        ? 1
        : hasNew(DATE, input)
          ? DAY_ASKED.test(input.question)
            ? 0.4
            : 0.85
          : hasNew(DAY, input) || /\d/.test(input.text)
            ? 0.5
            : 0
    case 'who':
      return whoCue(input)
    case 'where':
      return hasNew(PLACE, input) ? 1 : 0.2
    case 'why':
      return STRONG_REASON.test(input.text) ? 1 : REASON.test(input.text) ? 0.7 : 0.2
    case 'how':
      return MEANS.test(input.text) ? 1 : 0.3
    case 'list':
      return ENUMERATION.test(input.text) ? 1 : 0.2
    case 'opinion':
      return JUDGEMENT.test(input.text) ? 1 : 0.3
    default:
      return 0.5
  }
}

const MEASURES: readonly (readonly [asked: RegExp, offered: RegExp])[] = [
  [/\bhow (?:long|old)\b/iu, /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\b|\b\d+ ?(?:h|s|ms|min)\b/iu],
  [/\b(?:share|percent\w*|fraction)\b/iu, /%|\bpercent|\b(?:half|third|quarter|fifth|majority)\b/iu],
  [/\b(?:cost|price|pay|paid)\b/iu, /[$€£]|\b(?:dollars?|euros?|cheap\w*|free)\b/iu],
]

/** A number of another unit than the one asked for («how long», «what share») is half an answer. */
const unitCue = ({ text, question }: CueInput): number => {
  const measure = MEASURES.find(([asked]) => asked.test(question))
  return !measure || measure[1].test(text) ? 1 : 0.5
}

/** What stands between the start of a sentence and the thing it defines: an article, three words at most. */
const LEAD = /(?:^|[.!?]\s+)(?:the |a |an )?(?:\S+ ){0,3}$/iu
const BETWEEN = '^s?(?: [\\w()-]+){0,3}(?:,[^,]{3,60},)? '
const IS_A = new RegExp(
  `${BETWEEN}(?:(?:is|are|was|were)(?: \\w+){0,3} (?:a|an|the|one|two|like|about|trying)|means|stands for|short for|refers to|acts as)\\b`,
  'iu',
)
/** «X are parameterised pod specifications»: a plural has no article. */
const ARE = new RegExp(
  `${BETWEEN}(?:are|were) (?!(?:not|also|still|now|being|used|going|very|more|much|often|always|already)\\b)(?:\\w+ ){0,2}\\w{3,}s\\b`,
  'iu',
)
/** What follows names the thing again: «PetSets are coming in 1.3. These are …». */
const AGAIN =
  /^[^!?]{0,160}?[.!?]\s+(?:(?:it|this|that) is|it['’]s|(?:they|these|those) are)(?: \w+){0,2} (?:an?|the|one|like|\w+ \w+s)\b/iu
const DOES = new RegExp(
  `${BETWEEN}(?:lets|allows|provides|makes|helps|utilizes|uses|aims|enables|creates|runs|manages|gives|implements|reads|forwards)\\b`,
  'iu',
)
/** «X is tied to …» says something about X, if not what it is. */
const IS = new RegExp(`${BETWEEN}(?:is|are|was|were)\\b`, 'iu')
const COLON = /^s?(?: project)? ?(?:\(|:| – | - )/iu
const RELATIVE = /^s?,? (?:which|that|who) (?:is|are|aims?|lets?|allows?|helps?)\b/iu

/**
 * Tells how well a text says what one of the terms is, 0–1: «X is a …», «X: …», «X (short for …)» say it outright,
 * «X lets you …» nearly, with X at the start of a sentence.
 */
export const definesAny = (terms: readonly { readonly form: string }[]): ((text: string) => number) => {
  const mentions = terms.map(({ form }) => {
    const term = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]?')
    return new RegExp(term, 'giu')
  })
  return (text) =>
    Math.max(
      0,
      ...mentions.flatMap((mention) =>
        [...text.matchAll(mention)].map(({ 0: found, index }) =>
          definesAt(text.slice(Math.max(0, index - 80), index), text.slice(index + found.length)),
        ),
      ),
    )
}

const definesAt = (before: string, after: string): number => {
  if (COLON.test(after) || RELATIVE.test(after) || AGAIN.test(after)) return 1
  if (!LEAD.test(before)) return 0
  return IS_A.test(after) || ARE.test(after) ? 1 : DOES.test(after) ? 0.7 : IS.test(after) ? 0.4 : 0
}

/** True when a question asks who was on stage. */
export const asksWhoSpoke = (kind: QuestionKind, question: string): boolean => kind === 'who' && isOnStage(question)

const isOnStage = (question: string): boolean => ON_STAGE.test(question) && !OTHER_VERB.test(question)

/** Capitals alone make no speaker: who was on stage is told for sure only by the heading. */
const whoCue = (input: CueInput): number => {
  if (namesSpeaker(input)) return 1
  if (!hasNew(NAME, withoutAuthor(input)) && !hasNew(AGENT, input)) return 0
  return isOnStage(input.question) ? 0.85 : 1
}

/** The people on stage answer only who was on stage, not who won, built or paid. */
const namesSpeaker = ({ speakers, question }: CueInput): boolean =>
  isOnStage(question) && speakers.some((name) => !isIn(name, question))

const withoutAuthor = (input: CueInput): CueInput => {
  const { text, author = '' } = input
  return author === '' ? input : { ...input, text: text.replaceAll(author, 'somebody') }
}

const hasNew = (pattern: RegExp, { text, question }: CueInput): boolean =>
  [...text.matchAll(pattern)].some(([found]) => !isIn(found, question))

const isIn = (part: string, whole: string): boolean => whole.toLowerCase().includes(part.toLowerCase())
