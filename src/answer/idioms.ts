/** Ways of asking that share no word with the answer, and the words that the answer has. */
const IDIOMS: readonly (readonly [asked: RegExp, meant: string])[] = [
  [
    /\bhow (?:big|large|crowded|packed|busy)\b(?=.*\b(?:kubecons?|con|conference|event|summit|crowd|audience)\b)/iu,
    'attendees',
  ],
  [/\b(?:turnout|head ?count)\b/iu, 'attendees'],
]

/** The question with the words behind it that its idioms stand for. */
export const withIdioms = (question: string): string =>
  [question, ...IDIOMS.flatMap(([asked, meant]) => (asked.test(question) ? [meant] : []))].join(' ')
