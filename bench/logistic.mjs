// Logistic regression for a few hundred rows: iteratively reweighted least squares with a ridge on all but the bias.
const FOLDS = 10
const ROUNDS = 25

/**
 * @param {readonly {signs: Record<string, number>, answerable: boolean, weight?: number}[]} rows
 * @param {readonly string[]} names of the signs to use
 * @param {number} ridge
 */
export const createLogisticModel = (rows, names, ridge) => {
  const inputs = rows.map(({ signs }) => [1, ...names.map((name) => signs[name])])
  const size = names.length + 1
  let weights = new Array(size).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const curvature = Array.from({ length: size }, (_, a) =>
      Array.from({ length: size }, (_, b) => (a === b && a > 0 ? ridge : a === b ? 1e-9 : 0)),
    )
    const slope = weights.map((weight, a) => (a > 0 ? -ridge * weight : 0))
    inputs.forEach((input, i) => {
      const sure = sigmoid(dot(input, weights))
      const { answerable, weight = 1 } = rows[i]
      const error = weight * (Number(answerable) - sure)
      const spread = weight * Math.max(1e-6, sure * (1 - sure))
      for (let a = 0; a < size; a++) {
        slope[a] += error * input[a]
        for (let b = 0; b < size; b++) curvature[a][b] += spread * input[a] * input[b]
      }
    })
    const step = solve(curvature, slope)
    weights = weights.map((weight, a) => weight + step[a])
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return {
    weights: Object.fromEntries(['bias', ...names].map((name, a) => [name, Number(weights[a].toFixed(2))])),
    sure: (signs) => sigmoid(dot([1, ...names.map((name) => signs[name])], weights)),
  }
}

/**
 * Each row judged by a model that has not seen its question, in whatever folder. A row without signs found no passage.
 */
export const crossValidate = (rows, names, ridge) => {
  const judged = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = createLogisticModel(
      rows.filter(({ id, signs }) => signs && foldOf(id) !== fold),
      names,
      ridge,
    )
    for (const row of rows.filter(({ id }) => foldOf(id) === fold))
      judged.push({ ...row, sure: row.signs ? model.sure(row.signs) : 0 })
  }
  return judged
}

const foldOf = (id) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7) % FOLDS

const sigmoid = (sum) => 1 / (1 + Math.exp(-sum))

const dot = (a, b) => a.reduce((sum, value, i) => sum + value * b[i], 0)

/** Gauss-Jordan elimination with pivoting. */
const solve = (matrix, values) => {
  const rows = matrix.map((row, i) => [...row, values[i]])
  const size = values.length
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let i = column; i < size; i++) if (Math.abs(rows[i][column]) > Math.abs(rows[pivot][column])) pivot = i
    ;[rows[column], rows[pivot]] = [rows[pivot], rows[column]]
    for (let i = 0; i < size; i++) {
      if (i === column) continue
      const factor = rows[i][column] / rows[column][column]
      for (let k = column; k <= size; k++) rows[i][k] -= factor * rows[column][k]
    }
  }
  return rows.map((row, i) => row[size] / row[i])
}
