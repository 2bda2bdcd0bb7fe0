import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../src/knowledge/sentences.js'

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
