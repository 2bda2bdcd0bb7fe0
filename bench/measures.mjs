// Measures of retrieval and of confidence. All are means over questions, between 0 and 1.

/**
 * Normalised discounted cumulative gain of the first ten, with linear gain.
 * K. Järvelin, J. Kekäläinen, Cumulated gain-based evaluation of IR techniques, 2002.
 * @param {readonly string[]} ids in order of rank @param {ReadonlyMap<string, number>} grades
 */
export const ndcgAt10 = (ids, grades) => {
  const gain = (/** @type {number} */ grade, /** @type {number} */ i) => grade / Math.log2(i + 2)
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10)
  const best = ideal.reduce((sum, grade, i) => sum + gain(grade, i), 0)
  const own = ids.slice(0, 10).reduce((sum, id, i) => sum + gain(grades.get(id) ?? 0, i), 0)
  return best === 0 ? 0 : own / best
}

/** Reciprocal rank of the first relevant one among the first ten. */
export const mrrAt10 = (ids, grades) => {
  const at = ids.slice(0, 10).findIndex((id) => (grades.get(id) ?? 0) > 0)
  return at < 0 ? 0 : 1 / (at + 1)
}

/** Chance that a value of the first list is above one of the second (area under the ROC curve). */
export const auroc = (positive, negative) => {
  let above = 0
  for (const a of positive) for (const b of negative) above += a > b ? 1 : a === b ? 0.5 : 0
  return positive.length === 0 || negative.length === 0 ? Number.NaN : above / (positive.length * negative.length)
}

/**
 * Expected calibration error over ten bins: how far confidence and share of right answers lie apart.
 * @param {readonly {sure: number, right: boolean}[]} answers
 */
export const calibrationError = (answers) => {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const inside = answers.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === bin)
    if (inside.length === 0) continue
    const sure = mean(inside.map((one) => one.sure))
    const right = mean(inside.map((one) => Number(one.right)))
    error += (inside.length / answers.length) * Math.abs(sure - right)
  }
  return error
}

export const mean = (values) => (values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length)

/** 95% interval of a mean by 1000 resamples, the same ones every time. */
export const interval = (values) => {
  const random = seeded(7)
  const means = Array.from({ length: 1000 }, () =>
    mean(values.map(() => values[Math.floor(random() * values.length)])),
  ).sort((a, b) => a - b)
  return [means[25], means[974]]
}

/** Mulberry32: small, good enough to resample, and the same on every machine. */
export const seeded = (seed) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
