// Other engines on the same documents, as their users set them up.
import elasticlunr from 'elasticlunr'
import Database from 'libsql'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import bm25 from 'wink-bm25-text-search'
import nlp from 'wink-nlp-utils'
import { isStopWord } from '../dist/src/search/stop-words.js'
import { splitWords } from '../dist/src/search/words.js'

/** Each builds an index over `{id, title, text}` and gives back `(query, k) => [{id, score}]`. */
export const PEERS = {
  'MiniSearch, default': (docs) => miniSearch(docs, {}),
  'MiniSearch, as VitePress': (docs) =>
    miniSearch(docs, { searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2 } } }),
  lunr: (docs) => {
    const index = lunr(function () {
      this.ref('id')
      this.field('title')
      this.field('text')
      for (const doc of docs) this.add(doc)
    })
    // Its query language would take colons and minus signs for operators.
    return (query, k) =>
      index
        .query((q) => q.term(lunr.tokenizer(query), {}))
        .slice(0, k)
        .map(({ ref, score }) => ({ id: ref, score }))
  },
  elasticlunr: (docs) => {
    const index = elasticlunr(function () {
      this.setRef('id')
      this.addField('title')
      this.addField('text')
    })
    for (const { id, title, text } of docs) index.addDoc({ id, title, text })
    return (query, k) =>
      index
        .search(query, {})
        .slice(0, k)
        .map(({ ref, score }) => ({ id: ref, score }))
  },
  'SQLite FTS5': (docs) => {
    const database = new Database(':memory:')
    database.exec("create virtual table docs using fts5 (id unindexed, title, text, tokenize = 'porter')")
    const insert = database.prepare('insert into docs values (?, ?, ?)')
    database.transaction(() => {
      for (const { id, title, text } of docs) insert.run(id, title, text)
    })()
    const select = database.prepare(
      'select id, -bm25(docs) as score from docs where docs match ? order by rank limit ?',
    )
    return (query, k) => {
      // Function words stand in every passage: with them a question takes five times as long and finds no better.
      const words = new Set(
        splitWords(query)
          .map(({ form }) => form)
          .filter((form) => !isStopWord(form)),
      )
      if (words.size === 0) return []
      return select.all([...words].map((word) => `"${word}"`).join(' OR '), k).map(({ id, score }) => ({ id, score }))
    }
  },
  wink: (docs) => {
    const engine = bm25()
    engine.defineConfig({ fldWeights: { all: 1 }, bm25Params: { k1: 1.2, b: 0.75 } })
    engine.definePrepTasks([
      nlp.string.lowerCase,
      nlp.string.tokenize0,
      nlp.tokens.removeWords,
      nlp.tokens.stem,
      nlp.tokens.propagateNegations,
    ])
    for (const [i, { title, text }] of docs.entries()) engine.addDoc({ all: `${title} ${text}` }, i)
    engine.consolidate()
    return (query, k) => engine.search(query, k).map(([i, score]) => ({ id: docs[i].id, score }))
  },
}

const miniSearch = (docs, options) => {
  const engine = new MiniSearch({ fields: ['title', 'text'], ...options })
  engine.addAll(docs.map(({ id, title, text }) => ({ id, title, text })))
  return (query, k) =>
    engine
      .search(query)
      .slice(0, k)
      .map(({ id, score }) => ({ id, score }))
}
