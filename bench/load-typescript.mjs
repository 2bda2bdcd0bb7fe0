// What tests and benches share is written in TypeScript, which the oldest Node that runs the bot cannot load.
import { basename, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Imports a module of tests/ with what it imports from there and from src/, as they are now. */
export async function loadTypeScript(path) {
  // As deep in the tree as the tests, for what finds the project's folder from where it is.
  const outfile = resolve('dist/bench', `${basename(path, '.ts')}.mjs`)
  await build({
    entryPoints: [path],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  })
  return import(pathToFileURL(outfile).href)
}
