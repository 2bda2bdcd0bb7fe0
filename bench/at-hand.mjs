// The reports and questions that figures are made of. Half of them are not ours to publish and lie beside the repository;
// where they are missing, what is measured is less, and no page may be written from it.
import { existsSync } from 'node:fs'

/**
 * Those of the paths that are there, in order; the others are named on standard error. With `isWritten` the process ends
 * instead: a page without them would lose what it says on them.
 * @param {readonly string[]} paths @param {boolean} [isWritten]
 */
export const atHand = (paths, isWritten = false) => {
  const missing = paths.filter((path) => !existsSync(path))
  if (missing.length > 0) console.error(`not at hand, so not measured: ${missing.join(', ')}`)
  if (missing.length > 0 && isWritten) {
    console.error('nothing is written without them: what the page says on them would be lost')
    process.exit(2)
  }
  return paths.filter((path) => !missing.includes(path))
}
