import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/knowledge/sentences.js'
import { processorMs } from '../support/processor-ms.js'

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end))

describe('splitting into sentences', () => {
  it.each([
    ['Istio is a mesh. It routes traffic.', ['Istio is a mesh.', 'It routes traffic.']],
    ['Use a queue, e.g. Kafka. It scales.', ['Use a queue, e.g. Kafka.', 'It scales.']],
    ['The release v1.9. of Kubernetes came.', ['The release v1.9. of Kubernetes came.']],
    ['He asked: "Are we ready?" Nobody was.', ['He asked: "Are we ready?"', 'Nobody was.']],
    ['See kubernetes.io. Then go on.', ['See kubernetes.io.', 'Then go on.']],
    ['Acme Inc. Sells anvils.', ['Acme Inc. Sells anvils.']],
    ['(It was full.) Then it ended.', ['(It was full.)', 'Then it ended.']],
    ['One\ntwo. Three!', ['One\ntwo.', 'Three!']],
    ['no full stop', ['no full stop']],
    ['', []],
    ['   ', []],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected)
  })
})

describe('splitting a paragraph that fills a file', () => {
  const sentence = fc
    .tuple(
      fc.array(
        fc.constantFrom('mesh', 'v1.9', 'kubernetes.io', 'CRI-O', '(almost)', 'e.g. Kafka', '3.5', '容器', '🎉'),
        {
          minLength: 1,
          maxLength: 40,
        },
      ),
      fc.constantFrom('.', '!', '?', '."', '...'),
    )
    .map(([words, end]) => `It was ${words.join(' ')} then${end}`)

  it('finds the sentences that it finds in each part', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 100, maxLength: 200 }), (sentences) => {
        expect(sentencesOf(sentences.join(' '))).toEqual(sentences)
      }),
      { numRuns: 30 },
    )
  })

  it('keeps a sentence whole that is longer than what is looked at at a time', () => {
    const long = `It ${'runs and '.repeat(3000)}rests.`
    expect(sentencesOf(`${long} Then it ended. ${long} ${long}`)).toEqual([long, 'Then it ended.', long, long])
  })

  it('takes time by its length, not by the square of it', () => {
    const text = 'The Falcon runtime is fast and costs little. '.repeat(10_000)
    // Usual: below 100 ms; in one piece more than five seconds.
    expect(processorMs(() => splitSentences(text))).toBeLessThan(1500)
  })
})
