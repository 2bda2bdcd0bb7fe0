// Writes the parts of README.md that come from the program itself: the table of commands and the answer at the top.
// With --check it only says whether they are true.
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const QUESTION = 'what is CRI-O'

const { loadCommands } = await import(pathToFileURL(resolve('dist/src/store/load-commands.js')).href)
const commands = await loadCommands(resolve('dist/commands'))

const code = (text) => `\`${text.replaceAll('|', '\\|')}\``
const table = [
  '| type | to | such as |',
  '|---|---|---|',
  ...[...commands.values()].map(
    ({ usage, help, examples }) => `| ${code(usage)} | ${help} | ${code(examples.at(-1))} |`,
  ),
].join('\n')

// Nothing of the developer's: neither the environment, nor the .env of this folder.
const answer = execFileSync(process.execPath, [resolve('dist/src/cli.js'), 'ask', QUESTION], {
  cwd: resolve('dist'),
  env: { NO_COLOR: '1', KNOWLEDGE_DIR: resolve('knowledge') },
  encoding: 'utf8',
}).trimEnd()

const before = await readFile('README.md', 'utf8')
const after = between(
  between(before, '```console\n', '\n```', `$ npm run --silent ask -- "${QUESTION}"\n${answer}`),
  '<!-- commands -->\n',
  '<!-- /commands -->',
  `${table}\n`,
)

if (before === after) console.log('README.md: commands and answer are those of the program')
else if (process.argv.includes('--check')) {
  console.error(
    'README.md shows other commands, or another answer, than the program does. Write it anew: npm run readme',
  )
  process.exit(1)
} else await writeFile('README.md', after)

function between(text, start, end, content) {
  const from = text.indexOf(start)
  const to = text.indexOf(end, from + start.length)
  if (from < 0 || to < 0) throw new Error(`README.md lacks the mark ${JSON.stringify(start)}`)
  return text.slice(0, from + start.length) + content + text.slice(to)
}
