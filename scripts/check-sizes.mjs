// A file that has grown past its limit usually holds a second concept, which deserves its own name.
import { readFile } from 'node:fs/promises'
import { sourceFiles } from './source-files.mjs'

const LIMITS = [
  { folders: ['src', 'commands', 'scripts'], lines: 250 },
  { folders: ['tests'], lines: 500 },
]

let seen = 0
const tooLong = []
for (const { folders, lines: limit } of LIMITS) {
  for (const file of await sourceFiles(folders, /\.([cm]?[jt]s|grit)$/)) {
    seen += 1
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n').length
    if (lines > limit) tooLong.push(`${file}: ${lines} lines, at most ${limit}. What is its second concept?`)
  }
}

if (seen === 0) tooLong.push(`No source files in ${process.cwd()}.`)
for (const line of tooLong) console.error(line)
if (tooLong.length > 0) process.exit(1)
console.log(`${seen} files, none too long`)
