/** How much a text is worth reading for somebody who did not ask for it, with the reasons. */
export interface Interest {
  /** About 0–1. */
  readonly score: number
  readonly reasons: readonly string[]
}

/** From this on a passage may be in a digest. */
export const WORTH_READING = 0.45

interface Rule {
  /** Said to people: «gives a figure». */
  readonly reason: string
  readonly weight: number
  readonly pattern: RegExp
}

const START = 0.3
/** Below this many characters there is seldom room for what a fact means. */
const SHORT = 120

/** Digits that count something; a version, a port or the number of an issue does not. */
const FIGURE =
  /[$€£]\s?\d|(?<![\w.:])(?!100\s?%)\d[\d.,]*\+?(?:\s?(?:%|[xkm]\b)|(?:\s(?!in |of |on |and |or |to |for )[\p{L}-]+){0,2}\s(?:percent|million|billion|thousand|times|nodes?|hosts?|pods?|vms?|clusters?|containers?|services?|users?|people|companies|contributors|members|partners|engineers|developers|providers|projects?|requests|deploy\w*|tests|cores?|seconds?|minutes?|hours?|days|weeks|months|years|gb|tb|pps)\b)|\b(?:over|about|around|roughly|almost|nearly|more than|less than|up to) \d{2,}|\bunder a (?:second|minute)\b/iu
const MEASURE =
  /\b(?:half (?:of|the|as)|a third|two thirds|a quarter|majority|minority|doubled|tripled|twice|tenfold|hundreds|thousands|millions)\b/iu
const ADVICE =
  /\b(?:recommend\w*|advi[sc]e[ds]?|should(?! be (?:able|nice))|must\b|had better|best to|avoid\w*|make sure|beware|the key (?:is|to)|do not|don't|rule of thumb|keep in mind|worth a shot)\b/iu
const LESSON =
  /\b(?:lessons?|mistakes?|pitfalls?|turned out (?:to|that)|ended up|learn(?:ed|t)|went wrong|fared|hurt|outage|br(?:oke|eak)\b|crash\w*|(?:runs?|ran) (?:into|out of)|fail(?:s|ed|ures?)\b|struggl\w*|suffer\w*|under (?:a lot of )?pressure|trouble|bottleneck|scaling problems?|disaster(?! recovery))\b/iu
const STORY =
  /\b(?:migrat(?:ed|es|ing|ion)|moved (?:to|from)|originally|began as|came about|merger|built (?:its|their|his|her|a)|in production|demonstrat\w+)\b/iu
const CLAIM =
  /\b(?:claims? that|claimed|believes?|complains?|predicts?|doubts?|warns?|critici[sz]\w*|controversial|puzzled|surpris\w*|rather than|not (?:just|meant to|always)|matters?|never|nobody|the only|no real|most important|game.?changer|gut feeling|far better)\b/iu
const COMPARISON =
  /\b(?:unlike|easier|simpler|faster|slower|cheaper|costlier|smaller|harder|fewer|(?:more|less) (?:important|secure|expensive|isolated|reliable|efficient)|as fast as|compared|versus|vs\.?|trade-?offs?|wins? over|better than|worse than)(?!\w)/iu
const QUESTION = /\p{Ll}\?["”’]?(?:\s|$)/u
/** Four small words in a row within quotation marks: what was said, not a title. */
const SPOKEN = /(?<=^|[\s(])["“](?=\S)[^"”]*?(?:(?<=[\s"“])\p{Ll}[\p{L}’'-]*,? ){3,}\p{Ll}[^"”]*(?<=\S)["”]/u
const REASON =
  /\b(?:because|so that|therefore|thus|hence|which (?:makes|is why|means)|otherwise|spares?|since (?!then|version|\d)|the reason|thereby|owes?|due to)\b/iu
const MEANING =
  /^[^.,:;]{2,40} (?:is|are) (?:an? |kind of )|\bmeans\b|\b(?:aims?|goal|purpose|serves? to|lets?|allows?|enables?|in order to)\b/iu
const CONTRAST = /\b(?:but|however|although|though|despite|nonetheless|nevertheless|whereas|even if)\b/iu

const THANKS = /\b(?:thank\w*|grateful|kudos|shout-?out|credited|congratulat\w*)\b/iu
const TRAVEL =
  /\b(?:hotels?|flights?|flew|airports?|airbnb|taxis?|uber|trains?\b(?! \w+ (?:model|people))|trip\b|travel\w*|jet.?lag|luggage|sightseeing|arriv(?:al|ed) in)\b/iu
const LOGISTICS =
  /\b(?:lunch\w*|dinner|breakfast|coffee|tacos?|barbecue|bbq|beer|party|parties|marching band|badges?|registration|queues?|t-?shirts?|swag|stickers?|giveaways?|wi-?fi|seats?|seating|venue|convention cent(?:er|re)|tickets?|snow\w*|weather|schedule|agenda|next kubecon|job wall|post a job)\b/iu
const MEDIA =
  /\b(?:photo\w*|pictures?|pixels?|camera|selfie|screenshots?|videos?|recordings?|slides?|slide deck|youtube|caption|twitter|tweet\w*)\b/iu
const ABOUT_ITSELF =
  /\b(?:(?:this|the) (?:personal )?(?:report|post|page|recap|series|article|write-?up|notes?) (?:is|was|are|gathers?|covers?|ends?|begins?|carries|lists?)|blog posts?|raw comments|further reading|points? (?:readers )?to|readers of|published [^.]{0,20}notes|links? to|refers? (?:interested )?readers|placeholder|copy and paste|did not (?:attend|see|catch|note)|skipped|missed the)\b/iu
/** The programme, the size of the event or how good a speaker was: what was said there is missing. */
const ABOUT_THE_EVENT =
  /\b(?:(?:best|coolest|most \w+) (?:kubecon )?(?:talks?|presentations?|keynotes?|sessions?)\b|winners?\b|(?:excellent|good|great) (?:talk|introduction|session|job)|(?:attend(?:s|ed)?|drew|attracted|offered) [^.]{0,12}(?:kubecon|the|talks|presentations|people)\b|kubecon [^.]{0,30} (?:drew|attracted|offered|had an?)\b|many talks|look at [^.]{0,30}\b(?:talk|session)s?\b|watch the\b|sessions? by\b)/iu
/** Releases and plans are old soon. */
const ANNOUNCEMENT =
  /\b(?:(?:has|have) (?:\w+ ){0,2}been released|(?:come|came) out as|has (?:arrived at|reached)|milestone|announced|recent release|take the place|not yet released|under construction|work in progress|is in the plan|is (?:going|planned|to take place)\b|are (?:going|planned)\b|will (?:replace|see)\b|working together|available for testing)/iu
const UNRESOLVED =
  /\b(?:not sure|unsure|unclear|no data|(?:does|did|(?:notes|reports) do) not (?:write|say|give|tell|explain|name)|needs more research|left out)\b/iu
/** One of several points of which the others are missing. */
const ONE_OF_MANY =
  /\b(?:(?:another|other|first|second|third|fourth|last) (?:and \w+ )?(?:points?|themes?|principles?|items?)|c[ao]mes? up|was mentioned|touched on)\b|^[^.]*\b(?:also|too|as well|again|returns)\b/iu
/** Five things or more in a row. */
const LISTING = /(?:[\p{L}\p{N}/-]+(?: [\p{L}\p{N}/-]+)?, ){3,}[\p{L}\p{N}/-]+(?: [\p{L}\p{N}/-]+)? (?:and|or)\b/u
const BARE_VERDICT =
  /\b(?:(?:finds?|calls?|finding) [^.]{0,40}(?:awesome|cool|nice|interesting|good|great)|(?:pretty|really) (?:awesome|cool|nice|good)|(?:is|are) awesome|can only agree|not agree more|agrees? 100|mind.?blowing|exciting)\b/iu
const SIDE_HEADING =
  /\b(?:about this|lunch|dinner|breakfast|party|photos?|pictures?|wall|travel|arrival|thanks|sponsors?|acknowledg\w*|closing words|links|next kubecon|see you|follow me)\b/iu

const RULES: readonly Rule[] = [
  { reason: 'gives a figure', weight: 0.36, pattern: FIGURE },
  { reason: 'tells what was learnt', weight: 0.32, pattern: LESSON },
  { reason: 'gives advice', weight: 0.28, pattern: ADVICE },
  { reason: 'compares', weight: 0.24, pattern: COMPARISON },
  { reason: 'makes a claim', weight: 0.22, pattern: CLAIM },
  { reason: 'gives the speaker’s own words', weight: 0.2, pattern: SPOKEN },
  { reason: 'tells what happened', weight: 0.2, pattern: STORY },
  { reason: 'asks a question', weight: 0.16, pattern: QUESTION },
  { reason: 'says how much', weight: 0.16, pattern: MEASURE },
  { reason: 'gives a reason', weight: 0.16, pattern: REASON },
  { reason: 'explains what something is', weight: 0.15, pattern: MEANING },
  { reason: 'weighs two sides', weight: 0.12, pattern: CONTRAST },
  { reason: 'thanks somebody', weight: -0.6, pattern: THANKS },
  { reason: 'is about travel', weight: -0.6, pattern: TRAVEL },
  { reason: 'is about food, rooms or schedules', weight: -0.6, pattern: LOGISTICS },
  { reason: 'is about pictures or slides', weight: -0.4, pattern: MEDIA },
  { reason: 'is about the report itself', weight: -0.4, pattern: ABOUT_ITSELF },
  { reason: 'is about the event, not what was said there', weight: -0.3, pattern: ABOUT_THE_EVENT },
  { reason: 'leaves the matter open', weight: -0.25, pattern: UNRESOLVED },
  { reason: 'announces a release or a plan', weight: -0.2, pattern: ANNOUNCEMENT },
  { reason: 'is one point of a list', weight: -0.15, pattern: ONE_OF_MANY },
  { reason: 'lists many things', weight: -0.15, pattern: LISTING },
  { reason: 'is a verdict more than a fact', weight: -0.06, pattern: BARE_VERDICT },
]

/** What each further reason adds of its weight, so that many faint ones do not beat one that is strong. */
const SHARES: readonly number[] = [1, 0.5, 0.3, 0.15]

/** Judges a text under the headings it stands under; reasons for it come first, the strongest before the others. */
export const interestOf = (text: string, heading: readonly string[]): Interest => {
  const met = RULES.filter(({ pattern }) => pattern.test(text)).sort((a, b) => b.weight - a.weight)
  const side = heading.some((one) => SIDE_HEADING.test(one))
  const sum = met.reduce(
    (total, { weight }, i) => total + (weight > 0 ? weight * (SHARES[i] ?? 0) : weight),
    START - (side ? 0.5 : 0) - (text.length < SHORT ? 0.05 : 0),
  )
  return {
    score: Math.min(1, Math.max(0, Math.round(sum * 1000) / 1000)),
    reasons: [...met.map(({ reason }) => reason), ...(side ? ['stands under a side matter'] : [])],
  }
}

/** True for a sentence that a quote is better off without: about pictures, slides or the report itself. */
export const isSideMatter = (sentence: string): boolean => MEDIA.test(sentence) || ABOUT_ITSELF.test(sentence)

/** Only what speaks for a text, the strongest first, for «why you see this». */
export const praise = ({ reasons }: Interest): readonly string[] => {
  const good = new Set(RULES.filter(({ weight }) => weight > 0).map(({ reason }) => reason))
  return reasons.filter((reason) => good.has(reason))
}
