// What engines make of questions with typing errors, and of questions that have nothing to do with the documents.
import { build } from './adapter.mjs'
import { auroc, mean } from './measures.mjs'
import { misspell } from './typos.mjs'

const SEEDS = [1, 2, 3]

/**
 * A row for each engine: recall at 1 of the judged questions as they stand and with a typing error, and how well the
 * score (ours: the confidence) tells them from foreign ones.
 */
export const measureLimits = async ({ docs, relevant, judged, foreign, peers }) => {
  const misspelt = SEEDS.map((seed) => misspell(judged, docs, seed))
  const measure = (engine, search, sure) => {
    const found = (queries) => mean(queries.map(({ id, text }) => Number(relevant.get(id).has(search(text, 1)[0]?.id))))
    return {
      engine,
      clean: found(judged),
      wrong: mean(misspelt.map(found)),
      apart: auroc(judged.map(sure), foreign.map(sure)),
    }
  }
  const { search, answer } = await build(docs)
  return [
    measure('kubecon-bot', search, ({ text }) => answer(text).confidence),
    ...Object.entries(peers).map(([engine, make]) => {
      const find = make(docs)
      return measure(engine, find, ({ text }) => find(text, 1)[0]?.score ?? 0)
    }),
  ]
}
