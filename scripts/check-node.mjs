// Says in one line that this Node is too old, before anything is installed. Needs no package.
import { readFileSync } from 'node:fs'

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
const [major, minor] = process.versions.node.split('.').map(Number)

const fits = (range) => {
  const form = /^(\^|>=)(\d+)\.(\d+)\.0$/.exec(range.trim())
  if (!form) throw new Error(`check-node.mjs does not understand "${range}" of engines.node.`)
  const [, operator, wantedMajor, wantedMinor] = form
  if (major === Number(wantedMajor)) return minor >= Number(wantedMinor)
  return operator === '>=' && major > Number(wantedMajor)
}

if (!engines.node.split('||').some(fits)) {
  console.error(`Node ${process.versions.node} does not fit engines.node of package.json: ${engines.node}.`)
  process.exit(1)
}
