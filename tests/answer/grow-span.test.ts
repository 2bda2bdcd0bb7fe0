import { describe, expect, it } from 'vitest'
import { spansOf } from '../../src/answer/excerpt-span.js'
import { growSpan, readSurroundings } from '../../src/answer/grow-span.js'
import { createPassageReader } from '../../src/answer/passage-reader.js'
import { findSurroundings } from '../../src/answer/sections.js'
import type { Passage } from '../../src/knowledge/report.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOfFiles } from '../support/small-reports.js'
import { essence, linesOf } from '../support/verbatim.js'

const FILLER = 'Nobody at the booth wanted to talk about lunch or about the weather of that long day.'

/** What is shown of the sentence, in a plain-text report. */
const shownOf = (sentence: string, text: string): string => {
  const file = `Notes from Rome 2019\n\n${text}\n`
  const { passages } = knowledgeOfFiles({ 'rome-2019-doe.txt': file })
  const passage = passages.find((one) => one.text.includes(sentence)) as Passage
  const spans = spansOf(passage)
  const first = spans.findIndex(({ sentences }) => sentences[0] === sentence)
  const span = spans[first]
  if (!span) throw new Error(`no span begins with ${sentence}`)
  const shown = growSpan(span, first, readSurroundings(findSurroundings(passages)(passage)))
  expect(essence(linesOf(file, shown.lines))).toContain(essence(shown.text))
  return shown.text
}

describe('a span as it is shown', () => {
  it('takes in what follows it under the same heading when it is short', () => {
    const text = 'Falcon is a runtime.\n\nIt starts in two seconds.\n\nNext talk\n\nKestrel is a queue.\n\nIt is slow.'
    expect(shownOf('Falcon is a runtime.', text)).toBe('Falcon is a runtime.\nIt starts in two seconds.')
  })

  it('takes in what stands before it when nothing follows', () => {
    const text = 'Falcon is a runtime.\n\nEverybody liked Falcon.'
    expect(shownOf('Everybody liked Falcon.', text)).toBe(text.replace('\n\n', '\n'))
  })

  it('takes in the sentence that a pronoun at its start points back to', () => {
    const long = `It starts in two seconds. ${FILLER} ${FILLER.replace('Nobody', 'Not one person with a badge')}`
    const text = `On ${'and on '.repeat(40)}it went. Falcon is a runtime with a rather long name, an even longer history and friends. ${long}`
    expect(shownOf('It starts in two seconds.', text)).toBe(
      `Falcon is a runtime with a rather long name, an even longer history and friends. ${long}`,
    )
  })

  it('stays as it is when it says enough', () => {
    const long = `Falcon starts in two seconds flat. ${FILLER} ${FILLER} ${FILLER} Really.`
    expect(shownOf('Falcon starts in two seconds flat.', `${long}\n\nFalcon is a runtime.`)).toBe(long)
  })

  it('never grows past 400 characters', () => {
    const shown = shownOf(
      'Falcon is a runtime.',
      `Falcon is a runtime.\n\n${FILLER}\n\n${`${FILLER} `.repeat(4).trim()}`,
    )
    expect(shown.length).toBeLessThanOrEqual(400)
    expect(shown.endsWith(FILLER)).toBe(true)
  })

  it('never runs over a picture, nor over a heading', () => {
    const text = 'Falcon is a runtime.\n\n![a falcon](falcon.png)\n\nEverybody liked Falcon.'
    expect(shownOf('Falcon is a runtime.', text)).toBe('Falcon is a runtime.')
    const headed = 'Talks\n\nFalcon is a runtime.\n\nQueues\n\nKestrel is a queue.\n\nTalks\n\nEverybody liked Falcon.'
    expect(shownOf('Falcon is a runtime.', headed)).toBe('Falcon is a runtime.')
  })
})

describe('a paragraph that fills a file', () => {
  it('is read as often as any other, however many sentences it has', () => {
    const readsOf = (sentences: number): number => {
      const text = Array.from({ length: sentences }, (_, i) => `Falcon number${i} runs on a node of its own.`).join(' ')
      const knowledge = knowledgeOfFiles({ 'rome-2019-doe.txt': `Notes from Rome 2019\n\n${text}\n` })
      const own = knowledge.passages.find((one) => one.text === text) as Passage
      let reads = 0
      const counted = Object.defineProperty({ ...own }, 'sentences', {
        get: () => {
          reads++
          return own.sentences
        },
      })
      const { spans } = createPassageReader(buildIndex(knowledge), [counted])(counted)
      expect(spans).toHaveLength(sentences)
      return reads
    }
    expect(readsOf(2000)).toBe(readsOf(20))
  })
})
