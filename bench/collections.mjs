// Reads test collections: a folder with corpus, queries and qrels as gzip-compressed JSON Lines.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** @param {string} folder */
export const readCollection = (folder) => {
  const read = (/** @type {string} */ name) =>
    parseLines(gunzipSync(readFileSync(join(folder, `${name}.jsonl.gz`))).toString())
  const relevant = new Map()
  for (const { qid, docid, grade } of read('qrels')) {
    if (grade <= 0) continue
    if (!relevant.has(qid)) relevant.set(qid, new Map())
    relevant.get(qid).set(docid, grade)
  }
  return { docs: read('corpus'), queries: read('queries'), relevant }
}

/** @param {string} text */
export const parseLines = (text) =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line))
