const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']

const MORE = /^(?:(?:tell|show|give) (?:me )?more|(?:some )?more(?: please)?|next(?: page| ones?)?|go on|continue)$/i
const NUMBER =
  /^(?:(?:show |open |read )?(?:me )?(?:passage |number |no |nr |the )?)(\d{1,2})(?:st|nd|rd|th)?(?: one| passage)?$/i
const ORDINAL = new RegExp(`^(?:show |open |read )?(?:me )?(?:the )?(${ORDINALS.join('|')})(?: one| passage)?$`, 'i')
const ALL = '(?:(?:all|the|of|your|me|us)(?: |$))*'
const HAVE = '(?: (?:are there|were there|there are|there were|do you (?:have|know|hold)|have you(?: read| got)?))?'
const REPORTS = new RegExp(`^(?:list|show|what|which|how many) ${ALL}(?:trip )?reports${HAVE}$`, 'i')
const TOPICS = new RegExp(`^(?:list|show|what(?: are)?|which|top(?: \\d+)?) ${ALL}topics${HAVE}$`, 'i')
const TALKS = new RegExp(
  `^(?:list|show|what|which|how many) ${ALL}(?:talks|sessions|keynotes|speakers)${HAVE}(?: (?:in|at|from|by) (.+))?$`,
  'i',
)
const SIDE =
  "((?!(?:what|who|how|why|when|where|which|is|are|was|were|do|does|did|should|can|could|the)\\b)[\\p{L}\\p{N}.'+-]+(?: [\\p{L}\\p{N}.'+-]+)?)"
const VERSUS = new RegExp(`^${SIDE} (?:vs|versus|or) ${SIDE}$`, 'iu')
const RATHER = new RegExp(
  `^(?:(?:what|which)(?:s| is)? (?:is )?(?:better|best)|should (?:i|we) (?:use|take|choose)|(?:what(?:s| is) )?(?:the )?differences? between|choose) ${SIDE} (?:or|and|vs|versus) ${SIDE}$`,
  'iu',
)

/**
 * The line of a command that somebody said in other words, such as `more` for «tell me more», `passage 2` for «the second
 * one», `talks berlin` for «list all talks in Berlin»; undefined for anything else, which is a question.
 */
export const inPlainWords = (text: string): string | undefined => {
  const said = text
    .replace(/['’]/g, '')
    .replace(/[?!.,]+(?= |$)/g, '')
    .replace(/^#(?=\d)/, '')
    .replace(/^(?:please|pls|can you|could you) | (?:please|pls)$/gi, '')
    .trim()
  if (MORE.test(said)) return 'more'
  const [, number] = NUMBER.exec(said) ?? []
  if (number !== undefined) return `passage ${Number(number)}`
  const [, ordinal] = ORDINAL.exec(said) ?? []
  if (ordinal !== undefined) return `passage ${ORDINALS.indexOf(ordinal.toLowerCase()) + 1}`
  if (REPORTS.test(said)) return 'reports'
  if (TOPICS.test(said)) return 'topics'
  const talks = TALKS.exec(said)
  if (talks) return `talks ${talks[1] ?? ''}`.trim()
  const [, a, b] = VERSUS.exec(said) ?? RATHER.exec(said) ?? []
  return a === undefined ? undefined : `compare ${a} and ${b}`
}
