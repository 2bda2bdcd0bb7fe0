import type { Query } from '../search/query.js'
import type { Ranking } from '../search/rank.js'
import type { SearchIndex } from '../search/search-index.js'

const MOST = 5
const PASSAGES_READ = 12

/** Glossary terms that the passages nearest to the question speak of and the question does not, most telling first. */
export const relatedTerms = (ranking: Ranking, query: Query, index: SearchIndex): string[] => {
  const asked = new Set(query.terms.flatMap(({ alternatives }) => [...alternatives.keys()]))
  const scores = new Map<string, { term: string; score: number }>()
  ranking.slice(0, PASSAGES_READ).forEach(({ passage, score }, place) => {
    for (const id of new Set(passage.text.terms)) {
      const term = index.vocabulary.term(id)
      const entry = index.concepts.entryOf(term)
      if (!entry || asked.has(term)) continue
      const known = scores.get(term) ?? { term: entry.term, score: 0 }
      known.score += (score * index.idf(term)) / (place + 2)
      scores.set(term, known)
    }
  })
  return [...scores.values()]
    .sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
    .slice(0, MOST)
    .map(({ term }) => term)
}
