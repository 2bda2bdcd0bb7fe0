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
    /\b(?:think|thought|opinion|favou?rite|best|worst|coolest|gripe|like about|impress\w*|verdict|according to)\b/,
  ],
]

/** Read in the order in which they stand in the question: «why did it start when …» asks why. */
const BY_WORD: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'number',
    /\bhow (?:many|much|big|large|long|often|old|far|fast|high)\b|\b(?:what|which) (?:\w+ )?(?:share|percent\w*|number|size|fraction|count|version)\b|\b(?:counts?|number of|amount of|attendance)\b/,
  ],
  ['when', /\bwhen\b|\b(?:what|which) (?:date|day|year|month)\b|\bdates?\b|\bsince (?:which|what)\b/],
  ['where', /\bwhere\b|\b(?:which|what) (?:venue|city|place|location|country)\b/],
  ['who', /\bwho(?:s|se|m)?\b|\b(?:which|what) (?:company|companies|person|people|speaker|vendor)\b/],
  ['why', /\bwhy\b|\b(?:reason|how come|what for)\b/],
  [
    'list',
    /\bwhich (?:\w+ ){0,2}\w+s\b|\b(?:list|steps|ways|options|examples|principles|features|names?) (?:of|to|for|does|did|do|are|is)?\b|\bwhat (?:are|were) the\b/,
  ],
  ['how', /\bhow\b/],
  [
    'definition',
    /^(?:what(?:s| is| are| was| were)|wat is|define|explain|meaning of) |\b(?:what is it|what exactly|stand(?:s)? for|mean(?:s|ing)?|or what)\b|= ?\?/,
  ],
  ['yesno', /^(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have)\b/],
]

/** Reads the kind off a question's wording; never fails. */
export const questionKind = (question: string): QuestionKind => {
  const plain = question.toLowerCase().replace(/['’]/g, '').replace(/\s+/g, ' ').trim()
  const sure = PATTERNS.find(([, pattern]) => pattern.test(plain))?.[0]
  if (sure) return sure
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
