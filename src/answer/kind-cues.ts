import type { QuestionKind } from './question-kind.js'

/** Text that might answer, with the names of the people on stage and the question it is held against. */
export interface CueInput {
  readonly text: string
  readonly speakers: readonly string[]
  readonly question: string
}

const NUMBER =
  /(?:[$€£]\s?)?\b\d[\d.,]*\s?(?:%|x\b|k\b|m\b|percent)?|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|half|third|quarter|fifth)\b/giu
const DATE =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|(?:19|20)\d\d)\b/giu
const NAME = /(?<![.!?:“"]\s)(?<=\s)\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}[\p{L}'’-]+)+/gu
const PLACE = /\b(?:in|at|to|from|via|near|on) (?:the )?\p{Lu}[\p{L}-]+/gu
const REASON =
  /\b(?:because|since|so that|due to|reason|therefore|as (?:it|they|the)|in order to|for the sake|caus\w+|lets?|allow\w*|problem|issue|trouble|suffer\w*|otherwise|hence)\b/iu
const MEANS = /\b(?:by|through|via|using|uses?|with|first|then|step|run|creat\w+)\b/iu
const ENUMERATION = /[^,;]+[,;][^,;]+(?:[,;]| and | or )|:\s*\S|\n/u
const JUDGEMENT =
  /\b(?:thinks?|finds?|believes?|feels?|opinion|best|worst|favou?rite|likes?|recommend\w*|prefers?|impress\w*|interesting|awesome|great|good|cool\w*|boring|agrees?|gut feeling|considers?|calls?|looks? like|praises?)\b/iu

const ON_STAGE =
  /\b(?:present\w*|gave|give|sp[eo]ak\w*|spoke|talk\w*|sessions?|keynot\w*|held|hosted|demo\w*|on stage|who was it|did it)\b/iu

/** How well a text offers the kind of answer that is asked for, 0–1. Kinds without a telling form score 0.5. */
export const kindCue = (kind: QuestionKind, input: CueInput): number => {
  switch (kind) {
    case 'number':
      return hasNew(NUMBER, input) ? 1 : 0
    case 'when':
      return hasNew(DATE, input) ? 1 : /\d/.test(input.text) ? 0.5 : 0
    case 'who':
      return hasNew(NAME, input) || namesSpeaker(input) ? 1 : 0
    case 'where':
      return hasNew(PLACE, input) ? 1 : 0.2
    case 'why':
      return REASON.test(input.text) ? 1 : 0.3
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

/** What stands between the start of a sentence and the thing it defines: an article, three words at most. */
const LEAD = /(?:^|[.!?]\s+)(?:the |a |an )?(?:\S+ ){0,3}$/iu
const IS =
  /^s?(?: [\w()-]+){0,3}(?:,[^,]{3,60},)? (?:is|are|was|were|means|stands for|refers to|acts as|lets|allows|provides|makes)\b/iu
const COLON = /^s?(?: project)? ?(?:\(|:| – | - )/iu

/** Tells texts that define one of the terms: «X is a …», «X (short for …)», «X: …», with X at the start of a sentence. */
export const definesAny = (terms: readonly { readonly form: string }[]): ((text: string) => boolean) => {
  const mentions = terms.map(({ form }) => {
    const term = form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\s-]+/g, '[\\s-]?')
    return new RegExp(term, 'giu')
  })
  return (text) =>
    mentions.some((mention) =>
      [...text.matchAll(mention)].some(({ 0: found, index }) => {
        const after = text.slice(index + found.length)
        return COLON.test(after) || (IS.test(after) && LEAD.test(text.slice(Math.max(0, index - 80), index)))
      }),
    )
}

/** The people on stage answer only who was on stage, not who won, built or paid. */
const namesSpeaker = ({ speakers, question }: CueInput): boolean =>
  ON_STAGE.test(question) && speakers.some((name) => !isIn(name, question))

const hasNew = (pattern: RegExp, { text, question }: CueInput): boolean =>
  [...text.matchAll(pattern)].some(([found]) => !isIn(found, question))

const isIn = (part: string, whole: string): boolean => whole.toLowerCase().includes(part.toLowerCase())
