import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { applyVotes, type Vote } from '../../src/answer/votes.js'
import { passageKey } from '../../src/knowledge/passage-key.js'
import type { Passage } from '../../src/knowledge/report.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf } from '../support/passages.js'

const QUESTION = 'istio sidecar proxy'
const knowledge = knowledgeOf([
  { heading: ['Mesh'], text: 'Istio puts a sidecar proxy beside each service of the mesh.' },
  { heading: ['Tracing'], text: 'The sidecar proxy of Istio writes a span for every single request.' },
  { heading: ['Istio sidecar costs'], text: 'A proxy costs two milliseconds, the speaker said.' },
  { heading: ['Vault'], text: 'Vault keeps secrets out of images, and rotates them each day.' },
  { heading: ['Booth'], text: 'The booth of Rook had stickers, and a queue around the corner.' },
])
const ask = createAnswerer(knowledge, buildIndex(knowledge))
const plain = ask(QUESTION, { size: 5 })
const [first, second, third] = plain.excerpts
const keyOf = (excerpt: typeof first): string => excerpt?.key ?? ''
const vote = (passage: string, verdict: 1 | -1, { person = 'ann', question = QUESTION } = {}): Vote => ({
  person,
  question,
  passage,
  verdict,
})
const leaderOf = (votes: readonly Vote[], question = QUESTION): string | undefined =>
  ask(question, { votes }).excerpts[0]?.text

describe('votes on earlier answers', () => {
  it('are on passages by their words, which an answer tells', () => {
    expect(plain.excerpts.map(({ key }) => key).slice(0, 2)).toEqual(knowledge.passages.slice(0, 2).map(passageKey))
  })

  it('let a question find the passage next time that helped', () => {
    expect(leaderOf([vote(keyOf(second), 1)])).toBe(second?.text)
  })

  it('let a question leave the passage behind that did not help', () => {
    expect(leaderOf([vote(keyOf(first), -1)])).toBe(second?.text)
  })

  it.each([
    ['the same in other words and with a slip', 'what does the sidecar proxies of itsio do', true],
    ['another thing', 'vault secrets in images', false],
  ])('count for similar questions alone: %s', (_, question, counts) => {
    const votes = [vote(keyOf(second), 1, { question })]
    expect(leaderOf(votes)).toBe(counts ? second?.text : first?.text)
  })

  it('count for the same kind of question, or for bare words', () => {
    const asked = 'how does the istio sidecar proxy work'
    const [best, other] = ask(asked).excerpts
    const votesOn = (question: string) => [vote(keyOf(other), 1, { question })]
    expect(leaderOf(votesOn('who presented the istio sidecar proxy'), asked)).toBe(best?.text)
    expect(leaderOf(votesOn(QUESTION), asked)).toBe(other?.text)
  })

  it('can be taken back: the last word counts', () => {
    expect(leaderOf([vote(keyOf(second), 1), vote(keyOf(second), -1)])).toBe(first?.text)
    expect(leaderOf([vote(keyOf(second), -1), vote(keyOf(second), 1)])).toBe(second?.text)
  })

  it('count once for each person, however many wordings they voted on', () => {
    const wordings = [QUESTION, 'the sidecar proxy of istio', 'istio proxy sidecar?', 'sidecar proxy istio please']
    const ofOne = wordings.map((question) => vote(keyOf(second), 1, { question }))
    const against = ['bob', 'eve'].map((person) => vote(keyOf(second), -1, { person }))
    expect(leaderOf(ofOne)).toBe(second?.text)
    expect(leaderOf([...ofOne, ...against])).toBe(first?.text)
  })

  it('never put a passage above a clearly better one', () => {
    const votes = Array.from({ length: 1000 }, (_, i) => vote(keyOf(third), 1, { person: `p${i}` }))
    expect(third?.text).toContain('two milliseconds')
    expect(leaderOf(votes)).toBe(first?.text)
  })

  it('never make an answer of what is not sure enough', () => {
    const foundOf = (sures: readonly number[]) =>
      knowledge.passages.slice(0, sures.length).map((passage, i) => ({ passage, sure: sures[i] ?? 0, order: -i / 10 }))
    const liked = (wanted: number) => (passage: Passage) => (passage === knowledge.passages[wanted] ? 5 : 0)
    const surenessAfter = (sures: readonly number[], wanted: number) =>
      applyVotes(foundOf(sures), liked(wanted)).map(({ sure }) => sure)
    expect(surenessAfter([0.9, 0.7, 0.2], 1)).toEqual([0.7, 0.9, 0.2])
    expect(surenessAfter([0.9, 0.7, 0.2], 2)).toEqual([0.9, 0.7, 0.2])
    expect(surenessAfter([0.2, 0.7, 0.8], 2)).toEqual([0.2, 0.8, 0.7])
    expect(surenessAfter([0.2, 0.25], 1)).toEqual([0.2, 0.25])
  })

  it('change nothing when there are none', () => {
    expect(ask(QUESTION, { votes: [], size: 5 })).toEqual(plain)
    expect(ask(QUESTION, { votes: [vote('unknown#0', 1)], size: 5 })).toEqual(plain)
  })

  it('move passages, and neither add nor drop one', () => {
    const some = fc.array(
      fc.record({
        person: fc.constantFrom('ann', 'bob', 'eve'),
        question: fc.constantFrom(QUESTION, 'istio', 'vault secrets', '', 'event:Austin'),
        passage: fc.constantFrom(...knowledge.passages.map(passageKey)),
        verdict: fc.constantFrom(1 as const, -1 as const),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, (votes) => {
        const { status, total, excerpts } = ask(QUESTION, { votes, size: 5 })
        expect([status, total]).toEqual([plain.status, plain.total])
        expect(excerpts.map(({ text }) => text).toSorted()).toEqual(plain.excerpts.map(({ text }) => text).toSorted())
      }),
    )
  })
})
