// What a script of this folder is told to do. `--help`, or an option that it has not, prints the comment it begins with.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/**
 * Ends the process after `--help` (with 0) and after a wrong option (with 2).
 * @template {import('node:util').ParseArgsConfig['options']} Options
 * @param {string} script URL of the file that asks
 * @param {Options} options as `parseArgs` has them
 */
export const readOptions = (script, options) => {
  try {
    const { values } = parseArgs({ options: { ...options, help: { type: 'boolean', short: 'h' } } })
    if (!values.help) return values
    console.log(usageOf(script))
    process.exit(0)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usageOf(script)}`)
    process.exit(2)
  }
}

const usageOf = (/** @type {string} */ script) => {
  const lines = readFileSync(new URL(script), 'utf8').split('\n')
  const end = lines.findIndex((line) => !line.startsWith('//'))
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^\/\/ ?/, ''))
    .join('\n')
}
