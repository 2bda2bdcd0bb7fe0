/** What sort of answer a question asks for. `topic` for bare words and everything else. */
export type QuestionKind =
  | 'definition'
  | 'who'
  | 'when'
  | 'where'
  | 'number'
  | 'list'
  | 'how'
  | 'why'
  | 'compare'
  | 'yesno'
  | 'opinion'
  | 'topic'

// First match wins, so the more specific patterns stand first. Missing apostrophes and question marks are usual in chat.
const PATTERNS: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'compare',
    /\b(?:vs|versus|compared?(?: to| with)?|difference(?:s)? between|differ|agree|disagree|across (?:the|all)|each (?:kubecon|event|report|year)|over (?:time|the years))\b|\b20\d\d (?:to|until|till|through) (?:\w+ ){0,3}20\d\d\b/,
  ],
  [
    'opinion',
    /\b(?:think|thought|opinion|favou?rite|best|worst|coolest|gripe|like about|impress\w*|verdict|acc(?:ording)? to|make of|take on|feel about)\b|\bhow (?:do|does|did|would) .{1,30} rate\b/,
  ],
]

/** Read in the order in which they stand in the question: «why did it start when …» asks why. */
const BY_WORD: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'number',
    /\bhow (?:many|much|big|large|long|often|old|far|fast|high)\b|\b(?:start|startup|boot|response) ?time\b|\b(?:what|which) (?:\w+ )?(?:share|percent\w*|number|size|fraction|count|version)\b|\b(?:counts?|number of|amount of|attendance)\b/,
  ],
  [
    'when',
    // «what happens when a node dies» asks for no date: unless «when» opens or ends the question, a verb follows it.
    /\bwhens\b|\bwhen(?= (?:is|was|were|are|did|do|does|will|can|could|would|should|has|have)\b)|^when(?! (?:an?|the|i|you|we|it|they|my|your|our|\w+ing)\b)|(?:\b(?:and|since|until)|[+&,/]) ?when\b|\bwhen\W*$|\b(?:what|which) (?:date|day|year|month)\b|\bdates?\b|\bsince (?:which|what)\b/,
  ],
  [
    'where',
    /\bwheres\b|\bwhere(?= (?:is|was|were|are|did|do|does|will|can|could|would|should|has|have|to|from)\b)|^where\b|(?:\band|[+&,/]) ?where\b|\bwhere\W*$|\b(?:which|what) (?:venue|city|place|location|country|building)\b/,
  ],
  [
    'who',
    // «those who …» is no question.
    /(?<!\b(?:people|folks|ones?|guys?|those|anyone|somebody|someone|users?|customers?|dev(?:eloper)?s?|teams?) )\bwho(?:s|se|m)?\b|\b(?:which|what) (?:company|companies|person|people|speaker|vendor)\b/,
  ],
  ['why', /\bwhy\b|\b(?:reason|how come|what for)\b/],
  [
    'list',
    /\bwhich (?:\w+ ){0,2}\w+s\b|\bwhat (?:kinda|kinds of|sorts of|types of) \w+s\b|\b(?:main|top|key) \w+s\b|\b(?:list|steps|ways|options|examples|principles|features|names?) (?:of|to|for|does|did|do|are|is)?\b|\bwhat (?:are|were) the\b/,
  ],
  // «how about Helm?» asks of another thing, not how.
  ['how', /\bhow\b(?! about\b)/],
  [
    'definition',
    /^(?:what(?:s| is| are| was| were)|wat is|define|explain|meaning of) |\b(?:what (?:is|are|was|were) (?:it|that|this|they|those|these)|what exactly|stand(?:s)? for|short for|mean(?:s|ing)?|or what)\b|\bwhat (?:do|does|did) .{2,40} do(?: for (?:you|us|me|people|users|devs))?\W*$|\bfor what\W*$|= ?(?:what|\?)/,
  ],
  ['yesno', /^(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b/],
]

/** Reads the kind off a question's wording; never fails. */
export const questionKind = (question: string): QuestionKind => {
  const plain = question.toLowerCase().replace(/['’]/g, '').replace(/\s+/g, ' ').trim()
  const sure = PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0]
  return sure ?? firstByWord(plain)
}

/** The kind whose word stands first. */
const firstByWord = (plain: string): QuestionKind => {
  let kind: QuestionKind = 'topic'
  let first = Number.POSITIVE_INFINITY
  for (const [one, pattern] of BY_WORD) {
    const at = plain.search(pattern)
    if (at >= 0 && at < first) {
      kind = one
      first = at
    }
  }
  return kind
}

const SECOND = /(?:\band|[,+&/]) ?(?:also )?(?=(?:who|when|where|why|how (?:many|much|long))\b)/g

/**
 * What a double question asks for besides: «where and when is the next one» wants a place and a date, «Berlin vs London,
 * how many came» two numbers.
 */
export const secondKind = (question: string, first: QuestionKind): QuestionKind | undefined => {
  const plain = question.toLowerCase().replace(/['’]/g, '')
  const compared = first === 'compare' ? firstByWord(plain) : 'topic'
  if (compared === 'number' || compared === 'when') return compared
  return [...plain.matchAll(SECOND)]
    .map(({ 0: sign, index }) => questionKind(plain.slice(index + sign.length)))
    .find((kind) => kind !== first)
}
