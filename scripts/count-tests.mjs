// Tells in one plain line what vitest's JSON report says. No report, or one without tests, is a failure.
import { readFileSync } from 'node:fs'

const read = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 }
  }
}

const { numPassedTests: passed, numFailedTests: failed } = read(process.argv[2])
console.log(`Tests: ${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
