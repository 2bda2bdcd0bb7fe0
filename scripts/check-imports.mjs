// Holds the import rule of .dependency-cruiser.mjs over the tree in the working directory, and says how much it saw:
// dependency-cruiser itself is content with 0 modules, which is what it sees when it cannot parse TypeScript.
import { resolve } from 'node:path'
import '@swc/core' // the parser, named here so that its absence is told
import { cruise } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { sourceFiles } from './source-files.mjs'

const FOLDERS = ['src', 'commands']

const files = await sourceFiles(FOLDERS, /\.[cm]?[jt]s$/)
if (files.length === 0) fail(`No source files under ${FOLDERS.join(' and ')} of ${process.cwd()}.`)

const options = await extractOptions(resolve('.dependency-cruiser.mjs'))
const { output } = await cruise(
  FOLDERS.filter((folder) => files.some((file) => file.startsWith(`${folder}/`))),
  options,
)
const { violations, totalDependenciesCruised: imports } = output.summary

const seen = new Set(output.modules.map(({ source }) => source))
const unseen = files.filter((file) => !seen.has(file))
if (unseen.length > 0)
  fail(`${unseen.length} of ${files.length} files were not parsed, such as ${unseen[0]}: is @swc/core installed?`)
if (imports === 0) fail(`${files.length} modules, but not one import was found: the parser does not see them.`)

const comments = new Map(options.ruleSet.forbidden.map(({ name, comment }) => [name, comment]))
for (const { rule, from, to, cycle } of violations) {
  const way = cycle ? [from, ...cycle.map(({ name }) => name)].join(' → ') : from === to ? from : `${from} → ${to}`
  console.error(`${rule.name}: ${way}\n  ${comments.get(rule.name)}`)
}
if (violations.length > 0) fail(`${violations.length} imports break the rule.`)
console.log(`${files.length} modules, ${imports} imports checked`)

function fail(reason) {
  console.error(reason)
  process.exit(1)
}
