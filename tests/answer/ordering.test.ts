import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf, type PassageSketch } from '../support/passages.js'

const ask = (sketches: readonly PassageSketch[], question: string): string[] => {
  const knowledge = knowledgeOf(sketches, {
    glossary: [{ term: 'CNCF', also: [], misspelt: [], about: [], kind: 'project' }],
  })
  const { excerpts } = createAnswerer(knowledge, buildIndex(knowledge))(question, { least: 0, size: 10 })
  return excerpts.map(({ text }) => text)
}

describe('the order of excerpts', () => {
  it('has the one first that counts what the question asks the number of', () => {
    const [first] = ask(
      [
        { heading: ['A'], text: 'The CNCF hosted its projects well, and hosted version 2 of the docs.' },
        { heading: ['B'], text: 'Of the CNCF it was said that 14 projects are hosted there at the moment.' },
      ],
      'how many projects are hosted by the cncf',
    )
    expect(first).toContain('14 projects')
  })

  it('has one with the name that is asked about before one that shares another word', () => {
    const [first] = ask(
      [
        { heading: ['A'], text: 'Expose nothing, the speaker said.' },
        {
          heading: ['B'],
          text: 'What was made of it in the end, after long talks and much back and forth, is a site of its own by the CNCF for everybody to look at.',
        },
      ],
      'what does the cncf expose',
    )
    expect(first).toContain('CNCF')
  })

  it('keeps two paragraphs apart of which one is shown with the beginning of the other', () => {
    const before =
      'Istio proxies sit beside every single service and look after retries, timeouts, routing, limits and breakers.'
    const after = `Istio mesh costs two milliseconds for each request, which the audience found rather little, given how many problems, large and small, forgotten and famous, any team would otherwise have to solve alone by writing its own library. ${'Istio mesh also asks for memory on all machines, as somebody from the front row remarked.'}`
    const excerpts = ask([{ text: before }, { text: after }], 'istio mesh costs')
    expect(excerpts).toHaveLength(2)
    expect(excerpts[0]).toBe(after)
    expect(excerpts[1]).toContain(before)
  })
})
