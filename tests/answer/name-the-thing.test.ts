import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Span, spansOf } from '../../src/answer/excerpt-span.js'
import { leansBack } from '../../src/answer/leans-back.js'
import { nameTheThing } from '../../src/answer/name-the-thing.js'
import type { Passage } from '../../src/knowledge/report.js'
import { knowledgeOf } from '../support/passages.js'

const passageOf = (...sentences: readonly string[]): Passage => {
  const [passage] = knowledgeOf([{ text: sentences.join(' ') }]).passages
  if (!passage) throw new Error('a text makes a passage')
  return passage
}

/** The span that begins with the sentence of this number. */
const spanFrom = (passage: Passage, sentence: number): Span => {
  const span = spansOf(passage)[sentence]
  if (!span) throw new Error('a long passage has a span for each sentence')
  return span
}

const FILLING = `Nobody at the booth wanted to talk about ${'lunch or '.repeat(40)}the weather.`
const ROOK = 'Rook turns the disks of a cluster into storage.'

describe('leansBack', () => {
  it.each([
    'It runs on bare metal.',
    "It's free.",
    'They praised it.',
    'However, that takes time.',
    "That's why nobody uses it.",
    '"This is cool", he said.',
    'The latter is faster.',
    'He showed a demo.',
  ])('finds the word that leans on a text before: %s', (text) => expect(leansBack(text)).toBe(true))

  it.each([
    'Rook runs on bare metal.',
    'Italy hosted the event.',
    'There are four ways to run it.',
    'Theory and practice.',
  ])('leaves alone what stands on its own: %s', (text) => expect(leansBack(text)).toBe(false))
})

describe('nameTheThing', () => {
  const any = () => true
  const none = () => false

  it('puts the sentence in front that names the thing', () => {
    const passage = passageOf(FILLING, ROOK, 'It needs no vendor.', FILLING)
    const span = nameTheThing(spanFrom(passage, 2), any)
    expect(span.text).toBe(`${ROOK} It needs no vendor.`)
    expect(span.sentences).toEqual([ROOK, 'It needs no vendor.'])
  })

  it('goes back over several sentences that lean on the same one', () => {
    const passage = passageOf(FILLING, ROOK, 'It needs no vendor.', 'It is young, too.', FILLING)
    expect(nameTheThing(spanFrom(passage, 3), any).text).toBe(`${ROOK} It needs no vendor. It is young, too.`)
  })

  it('leaves a span alone that stands on its own', () => {
    const span = spanFrom(passageOf(FILLING, ROOK, 'Rook needs no vendor.', FILLING), 2)
    expect(nameTheThing(span, any)).toBe(span)
  })

  it('leaves a span alone when nothing before it names the thing', () => {
    const span = spanFrom(passageOf('It needs no vendor.', 'It is young.', FILLING, FILLING), 1)
    expect(nameTheThing(span, any)).toBe(span)
  })

  it('leaves a span alone when both do not fit', () => {
    const span = spanFrom(passageOf(FILLING, `It helps: ${FILLING}`, ROOK), 1)
    expect(nameTheThing(span, none)).toBe(span)
  })

  it('lets the end go for the name, unless the end holds what was asked', () => {
    const end = `Storage classes come ${'on and on '.repeat(32)}at last.`
    const passage = passageOf(FILLING, ROOK, 'It needs no vendor.', end)
    const span = spanFrom(passage, 2)
    expect(span.sentences).toEqual(['It needs no vendor.', end])
    expect(nameTheThing(span, none).text).toBe(`${ROOK} It needs no vendor.`)
    expect(nameTheThing(span, (text) => text === end)).toBe(span)
  })

  it('always quotes whole sentences of the passage in their order, the chosen start among them', () => {
    const sentence = fc.constantFrom(ROOK, 'It needs no vendor.', 'However, it is young.', FILLING)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 2, maxLength: 8 }), fc.boolean(), (sentences, holds) => {
        const passage = passageOf(...sentences)
        for (const span of spansOf(passage)) {
          const { text } = nameTheThing(span, () => holds)
          expect(passage.text).toContain(text)
          expect(text).toContain(span.sentences[0])
          if (text !== span.text) expect(text.length).toBeLessThanOrEqual(400)
        }
      }),
    )
  })
})
