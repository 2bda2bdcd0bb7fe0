// Everything CI runs, cheapest first, stopping at the first failure. Arguments go to vitest.
// A gate that passes is one line: its name, its time and what it says it saw. One that fails is shown whole.
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { delimiter, resolve } from 'node:path'

const GATES = [
  'build',
  'lint',
  'types',
  'check:imports',
  'check:dead',
  'check:sizes',
  'check:knowledge',
  'check:readme',
  'check:quality',
]

const { scripts } = JSON.parse(await readFile('package.json', 'utf8'))
const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}` }

// The gates judge this project, whatever the developer's own bot is set to.
const settings = { ...env, KNOWLEDGE_DIR: 'knowledge' }

for (const gate of GATES) {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(scripts[gate], { shell: true, env: settings, encoding: 'utf8' })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const output = `${stdout}${stderr}`.trim()
  if (status !== 0) {
    console.error(`${output}\n\n✗ ${gate} failed. Again alone: npm run ${gate}`)
    process.exit(status ?? 1)
  }
  console.log(`✓ ${gate.padEnd(15)} ${seconds.padStart(4)} s  ${output.split('\n').at(-1)}`.trimEnd())
}

const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--coverage', ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, vitest, { stdio: 'inherit', env }).status ?? 1)
