// Makes a collection of any size out of the test collections: their own passages first, so that the questions keep their
// answers, then new ones of sentences drawn from one collection at a time. The same size gives the same passages.
import { splitSentences } from '../dist/src/knowledge/sentences.js'
import { seeded } from './measures.mjs'

const SENTENCES = 5
const SYLLABLES = [
  'ka',
  'lo',
  'min',
  'ter',
  'vor',
  'she',
  'du',
  'pra',
  'gil',
  'en',
  'tos',
  'bru',
  'wy',
  'fen',
  'ra',
  'zo',
]

/**
 * @param {readonly (readonly {id: string, title: string, text: string}[])[]} collections
 * @param {number} size
 */
export const grow = (collections, size) => {
  const random = seeded(size)
  const pick = (/** @type {readonly any[]} */ list) => list[Math.floor(random() * list.length)]
  const docs = collections.flatMap((own, i) => own.map((doc) => ({ ...doc, id: `${i} ${doc.id}` }))).slice(0, size)
  const sources = collections.map((own) => ({
    titles: own.map(({ title }) => title),
    sentences: own.flatMap(({ text }) => splitSentences(text).map(({ start, end }) => text.slice(start, end))),
  }))
  while (docs.length < size) {
    const { titles, sentences } = pick(sources)
    const text = Array.from({ length: SENTENCES }, () => pick(sentences)).join(' ')
    // The words of a language never end: every new text brings a name that no other has.
    const name = Array.from({ length: 4 }, () => pick(SYLLABLES)).join('')
    docs.push({
      id: `new ${docs.length}`,
      title: pick(titles),
      text: `${text} That was ${name}.`,
      group: `new ${docs.length >> 4}`,
    })
  }
  return docs
}
