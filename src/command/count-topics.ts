import type { Knowledge } from '../knowledge/report.js'
import { Concepts } from '../search/concepts.js'
import { splitWords } from '../search/words.js'

/** A term of the glossary with the number of passages that speak of it. */
export interface Topic {
  readonly term: string
  readonly kind: string
  readonly passages: number
}

// A Knowledge never changes, so its topics are counted once.
const counted = new WeakMap<Knowledge, readonly Topic[]>()

/** The glossary's terms that the reports speak of, most often first. */
export const countTopics = (knowledge: Knowledge): readonly Topic[] => {
  const known = counted.get(knowledge)
  if (known) return known
  const concepts = new Concepts(knowledge.glossary)
  const topics = new Map<string, Topic>()
  for (const { text, quotable } of knowledge.passages) {
    if (!quotable) continue
    const mentioned = new Map(concepts.find(splitWords(text)).map(({ concept }) => [concept.term, concept.entry]))
    for (const [key, { term, kind }] of mentioned)
      topics.set(key, { term, kind, passages: (topics.get(key)?.passages ?? 0) + 1 })
  }
  const sorted = [...topics.values()].sort((a, b) => b.passages - a.passages || (a.term < b.term ? -1 : 1))
  counted.set(knowledge, sorted)
  return sorted
}
