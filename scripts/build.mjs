// Transpiles src/ and commands/ to dist/, one file each, so that a command dropped into the folder is picked up by the next start.
// Only what changed is written, each file in one step, so that a bot that runs from dist/ meanwhile never reads half a file.
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { build } from 'esbuild'

const { outputFiles } = await build({
  entryPoints: ['src/**/*.ts', 'commands/*.ts'],
  outdir: 'dist',
  outbase: '.',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
  write: false,
}).catch(() => process.exit(1)) // esbuild has said why

// Read at run time as they are: the files of the web page, and schemas.
const assets = (await readdir('src', { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && /\.(?:html|css|js|svg|json)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
for (const asset of assets) outputFiles.push({ path: resolve('dist', asset), contents: await readFile(asset) })

await Promise.all(outputFiles.map(({ path, contents }) => writeIfChanged(path, contents)))

const current = new Set(outputFiles.map(({ path }) => path))
const present = (
  await Promise.all(
    ['src', 'commands'].map((name) => readdir(`dist/${name}`, { recursive: true, withFileTypes: true })),
  )
).flat()
const files = present.filter((entry) => entry.isFile()).map((entry) => resolve(join(entry.parentPath, entry.name)))
// Whatever has no source any more, but not what another build is about to give its name.
await Promise.all(
  files.filter((file) => !current.has(file) && !/\.\d+$/.test(file)).map((file) => rm(file, { force: true })),
)

async function writeIfChanged(path, contents) {
  const before = await readFile(path).catch(() => undefined)
  if (before?.equals(contents)) return
  const unfinished = `${path}.${process.pid}`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(unfinished, contents)
  await rename(unfinished, path)
}
