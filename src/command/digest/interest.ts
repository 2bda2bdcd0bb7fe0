/** How much a text is worth reading for somebody who did not ask for it, with the reasons. */
export interface Interest {
  /** About 0–1. */
  readonly score: number
  readonly reasons: readonly string[]
}

/** From this on a passage may be in a digest. */
export const WORTH_READING = 0.45

interface Rule {
  /** Said to people: «it has a figure». */
  readonly reason: string
  readonly weight: number
  readonly pattern: RegExp
}

const START = 0.3

const FIGURE =
  /(?:[$€£]\s?\d)|(?<![\w.:])(?!(?:19|20)\d\d\b)\d{2,}(?![\w.:%]|,\d)|\b(?!100\s?%)\d[\d.,]*\+?\s?(?:%|percent|k\b|million|billion|thousand|times\b|x\b|nodes?\b|hosts?\b|pods?\b|clusters?\b|containers?\b|services?\b|users?\b|people\b|attendees\b|companies\b|contributors\b|members\b|engineers\b|developers\b|keys\b|requests\b|deploy\w*|projects?\b|seconds?\b|minutes?\b|hours?\b|weeks?\b|months?\b|years?\b|gb\b|tb\b|cores?\b)|\b(?:over|about|around|roughly|almost|nearly|more than|less than|up to|some|only) \d{2,}|\b(?:half|a third|two thirds|a quarter|majority|doubled|tripled|twice|tenfold|hundreds|thousands|millions)\b/iu
const ADVICE =
  /\b(?:recommend\w*|advi[sc]e\w*|should(?!ers?)|must\b|need to|had better|better to|best practices?|avoid\w*|never\b|always\b|make sure|beware|lessons?|mistakes?|pitfalls?|the key (?:is|to)|do not|rule of thumb|tip\b|suggests?)\b/iu
const REASON =
  /\b(?:because|so that|therefore|thus\b|hence|which (?:makes|is why|means)|otherwise|in order to|spares?|since|the reason|thereby|without (?:having|the need)|owes?)\b/iu
const CLAIM =
  /\b(?:best|worst|biggest|fastest|largest|smallest|hardest|most (?:important|\w+ing|popular|common)|the first|the only|surpris\w*|impress\w*|convinc\w*|believes?|considers?|complains?|predicts?|inspiring|doubts?|warns?|critici[sz]\w*|praises?|favou?rite|game.?changer|matters?|agrees?|disagrees?|replaces?|alternative|the future|superpower|easier|simpler|faster|cheaper|unlike)\b/iu
const STORY =
  /\b(?:broke|breaks?|fail\w*|crash\w*|outage|migrat\w*|moved (?:to|from)|turned out|ended up|discover\w*|struggl\w*|under (?:a lot of )?pressure|issues?\b|problems?\b|trouble|originally|began as|used to\b|disaster|attack\w*|hack\w*|demo(?:ed|nstrat\w*)?\b|went wrong|came about|merger|built (?:its|their|his)|in production|suffer\w*|learned|learnt)\b/iu
const CONTRAST =
  /\b(?:but|however|although|though|rather than|instead of|despite|nonetheless|nevertheless|whereas|even if|not \w+ but|yet)\b/iu
const MEANING =
  /\b(?:is|are|was) (?:\w+ )?(?:a|an|the|one of)\b|\bmeans\b|\b(?:aims?|goal|purpose|lets?|allows?|enables?)\b/iu

const THANKS = /\b(?:thank\w*|grateful|kudos|shout-?out|credited|congratulat\w*)\b/iu
const TRAVEL =
  /\b(?:hotels?|flights?|flew|airports?|airbnb|taxis?|uber|trains?\b(?! \w+ (?:model|people))|trip\b|travel\w*|jet.?lag|luggage|sightseeing|arriv(?:al|ed) in)\b/iu
const LOGISTICS =
  /\b(?:lunch\w*|dinner|breakfast|coffee|tacos?|barbecue|bbq|beer|party|parties|marching band|badges?|registration|queues?|t-?shirts?|swag|stickers?|giveaways?|wi-?fi|seats?|seating|venue|convention cent(?:er|re)|tickets?|snow\w*|weather|schedule|agenda|next kubecon|job wall|post a job)\b/iu
const MEDIA =
  /\b(?:photo\w*|pictures?|pixels?|camera|selfie|screenshots?|videos?|recordings?|slides?|slide deck|youtube|caption|twitter|tweet\w*)\b/iu
const ABOUT_ITSELF =
  /\b(?:(?:this|the) (?:personal )?(?:report|post|page|recap|series|article|write-?up|notes?) (?:is|was|are|gathers?|covers?|ends?|begins?|carries|lists?)|blog posts?|raw comments|further reading|points? (?:readers )?to|links? to|refers? (?:interested )?readers|placeholder|copy and paste|did not (?:attend|see|catch|note)|skipped|missed the)\b/iu
const SIDE_HEADING =
  /\b(?:about this|lunch|dinner|breakfast|party|photos?|pictures?|wall|travel|arrival|thanks|sponsors?|acknowledg\w*|closing words|links|next kubecon|see you|follow me)\b/iu

const RULES: readonly Rule[] = [
  { reason: 'it has a figure', weight: 0.25, pattern: FIGURE },
  { reason: 'it gives advice', weight: 0.25, pattern: ADVICE },
  { reason: 'it tells what happened', weight: 0.2, pattern: STORY },
  { reason: 'it makes a claim', weight: 0.2, pattern: CLAIM },
  { reason: 'it gives a reason', weight: 0.15, pattern: REASON },
  { reason: 'it weighs two sides', weight: 0.1, pattern: CONTRAST },
  { reason: 'it says what something is for', weight: 0.1, pattern: MEANING },
  { reason: 'it thanks somebody', weight: -0.6, pattern: THANKS },
  { reason: 'it is about travel', weight: -0.6, pattern: TRAVEL },
  { reason: 'it is about food, rooms or schedules', weight: -0.6, pattern: LOGISTICS },
  { reason: 'it is about pictures or slides', weight: -0.4, pattern: MEDIA },
  { reason: 'it is about the report itself', weight: -0.4, pattern: ABOUT_ITSELF },
]

/** Judges a text under the headings it stands under. */
export const interestOf = (text: string, heading: readonly string[]): Interest => {
  const met = RULES.filter(({ pattern }) => pattern.test(text))
  const side = heading.some((one) => SIDE_HEADING.test(one))
  const sum = met.reduce((total, { weight }) => total + weight, START - (side ? 0.5 : 0))
  return {
    score: Math.min(1, Math.max(0, Math.round(sum * 1000) / 1000)),
    reasons: [...met.map(({ reason }) => reason), ...(side ? ['it stands under a side matter'] : [])],
  }
}

/** True for a sentence that a quote is better off without: about pictures, slides or the report itself. */
export const isSideMatter = (sentence: string): boolean => MEDIA.test(sentence) || ABOUT_ITSELF.test(sentence)

/** Only what speaks for a text, for «why you see this». */
export const praise = ({ reasons }: Interest): readonly string[] => {
  const good = new Set(RULES.filter(({ weight }) => weight > 0).map(({ reason }) => reason))
  return reasons.filter((reason) => good.has(reason))
}
