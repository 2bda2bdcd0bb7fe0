import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { buildQuery, MOST_TERMS } from '../../src/search/query.js'
import { rank } from '../../src/search/rank.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf } from '../support/passages.js'
import { processorMs } from '../support/processor-ms.js'

/** The longest message that Slack hands over in one piece. */
const LONGEST = 4000
/** Usual: below 30 ms. */
const MOST_MS = 400

/** More than the ranking looks at. */
const PASSAGES = 300
const LOOKED_AT = 200

const knowledge = knowledgeOf(
  Array.from({ length: PASSAGES }, (_, i) => ({
    heading: [`Talk ${i}`],
    text: `Cluster number${i} runs service${i % 7} on kubernetes nodes. Operators of team${i % 5} deploy word${i} daily.`,
  })),
)
const index = buildIndex(knowledge)
const answer = createAnswerer(knowledge, index)

const words = (word: (i: number) => string): string =>
  Array.from({ length: 600 }, (_, i) => word(i))
    .join(' ')
    .slice(0, LONGEST)

describe('questions that nobody would ask', () => {
  it.each([
    ['600 unknown words', words((i) => `w${i}`)],
    ['hundreds of misspelt words', words((i) => `kuberne${String.fromCharCode(97 + (i % 26), 97 + (i % 25))}es`)],
    ['hundreds of known words', words((i) => `number${i % 120} word${i % 120}`)],
    ['one word again and again', words(() => 'kubernetes')],
    ['one endless word', 'a'.repeat(LONGEST)],
    ['hundreds of quotations', words(() => '"service team"')],
    ['hundreds of words with a minus', words(() => '-word')],
    ['a regular expression that backtracks', words(() => '(a+)+$')],
    ['a script without blanks', '容器'.repeat(LONGEST / 2)],
    ['a compound of hundreds of parts', words(() => 'a').replaceAll(' ', '-')],
  ])('are answered in bounded time: %s', (_, question) => {
    answer(question)
    expect(processorMs(() => answer(question))).toBeLessThan(MOST_MS)
  })

  it('are read as a bounded number of terms, the rarest, in their order', () => {
    const word = fc.oneof(
      fc.stringMatching(/^[a-z]{1,12}$/),
      fc.nat(119).map((i) => `word${i}`),
      fc.constantFrom('kubernetes', 'service1', 'team2', 'the', 'of', '容器', 'a-b-c', 'v1.9'),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), (asked) => {
        const { terms } = buildQuery(asked.join(' ').slice(0, LONGEST), index)
        expect(terms.length).toBeLessThanOrEqual(MOST_TERMS)
        const starts = terms.map(({ start }) => start)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }),
    )
  })

  it('keep the rare words among many common ones', () => {
    const common = Array.from({ length: 7 }, (_, i) => `service${i}`)
    const names = Array.from({ length: MOST_TERMS }, (_, i) => `number${i}`)
    const { terms } = buildQuery([...common, 'kubernetes', ...names].join(' '), index)
    expect(terms.map(({ form }) => form)).toEqual(names)
  })

  it('never have more passages compared than the ranking looks at', () => {
    const common = ['kubernetes', 'cluster nodes', 'operators daily', 'the kubernetes clusters']
    for (const text of common) expect(rank(buildQuery(text, index), index)).toHaveLength(LOOKED_AT)
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), fc.constantFrom('', ...common), (text, known) => {
        expect(rank(buildQuery(`${text} ${known}`, index), index).length).toBeLessThanOrEqual(LOOKED_AT)
      }),
    )
  })
})
