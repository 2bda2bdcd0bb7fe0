// The import rule of docs/design.md, section 2. Each comment says what is odd when the rule breaks.
// Run by scripts/check-imports.mjs, which also makes sure that every source file was seen.

const core = ['knowledge', 'search', 'answer', 'command']
const edges = ['slack', 'loopback', 'shell', 'digest', 'store']
const standAlone = ['config', 'log', 'node-version', 'read-arguments']
/** What the bot is put together from. */
const botParts = ['handle-line', 'learn-from-verdicts', 'note-unanswered', 'open-conversations']
const top = ['main', 'start', 'start-preview', 'shut-down', 'cli', ...botParts]
const roots = [...top, 'errors', ...standAlone]

const inCore = `^(src/(${core.join('|')})|commands)/`
const inEdges = `^src/(${edges.join('|')})/`
const inProject = '^(src|commands|tests|scripts|bench)/'
const folder = (name) => `^src/${name}/`
const root = (...names) => `^src/(${names.join('|')})\\.ts$`

/** Packages that compute and touch nothing, croner as long as it is told the time; the only ones the core may use. */
const pureLibraries = ['croner', 'markdown-it', 'minisearch', 'stemmer', 'yaml', 'zod']
/** Node's modules that touch no disk, network, clock, environment or randomness. */
const pureBuiltIns = ['assert', 'buffer', 'string_decoder', 'url', 'util']

const library = (names) => `(^|/)node_modules/(${names.join('|')})/`
const builtIn = (names) => `^(node:)?(${names.join('|')})$`
const npm = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const coreOrder = core.map((name, position) =>
  rule(
    `${name}-order`,
    `src/${name}/ knows itself, ${core.slice(0, position).join(', ') || 'no other folder'} and errors.ts: knowledge ← search ← answer ← command.`,
    { path: folder(name) },
    { path: inProject, pathNot: [...core.slice(0, position + 1).map(folder), root('errors')] },
  ),
)

export default {
  forbidden: [
    ...coreOrder,
    rule(
      'commands-know-only-command',
      'A command sees src/command/ and zod; whatever else it needs comes in through its context.',
      { path: '^commands/' },
      { pathNot: [folder('command'), library(['zod'])] },
    ),
    rule(
      'edges-stand-alone',
      'An edge that imports another edge, or the composition root, can no longer be replaced or tested alone.',
      { path: inEdges },
      { path: inProject, pathNot: ['^src/$1/', ...core.map(folder), root('config', 'errors', 'log')] },
    ),
    rule(
      'core-uses-pure-libraries',
      'This package may touch disk, network or clock, which the core leaves to the edges; if it does not, list it in pureLibraries.',
      { path: inCore },
      { dependencyTypes: npm, pathNot: library(pureLibraries) },
    ),
    rule(
      'core-touches-nothing',
      'The core takes files, time, environment and random values as arguments; an edge gets hold of them.',
      { path: inCore },
      { dependencyTypes: ['core'], pathNot: builtIn([...pureBuiltIns, 'crypto']) },
    ),
    rule(
      'crypto-only-for-revisions',
      'Only src/knowledge/ hashes (createHash; Biome forbids the other names of node:crypto there).',
      { path: inCore, pathNot: folder('knowledge') },
      { path: builtIn(['crypto']) },
    ),
    rule(
      'ready-before-all',
      'config.ts, log.ts, node-version.ts and read-arguments.ts are ready before everything else, so they know only errors.ts.',
      { path: root(...standAlone) },
      { path: inProject, pathNot: root('errors') },
    ),
    rule('errors-know-nothing', 'Everything imports errors.ts, so it imports nothing.', { path: root('errors') }, {}),
    rule(
      'roots-are-the-top',
      'main.ts, start.ts and cli.ts put the parts together; a part that imports them turns the tree upside down.',
      { path: '^(src|commands)/', pathNot: root(...top) },
      { path: root(...top) },
    ),
    rule(
      'product-without-tests',
      'What people run must not need tests, scripts or benchmarks.',
      { path: '^(src|commands)/' },
      { path: '^(tests|scripts|bench)/' },
    ),
    rule(
      'known-part',
      'A file outside the folders of docs/design.md escapes every other rule: move it, or give its folder rules here.',
      { path: '^src/', pathNot: [folder(`(${[...core, ...edges].join('|')})`), root(...roots)] },
      {},
    ),
    rule(
      'no-cycle',
      'Files that import each other cannot be read, tested or replaced one at a time.',
      {},
      { circular: true },
    ),
    rule(
      'no-orphan',
      'Nobody imports this file and it imports nobody: dead, or not connected yet.',
      // Types that the browser's modules name in comments only are imports that no tool sees.
      { orphan: true, pathNot: [root('cli'), '^commands/', '/page/types[.]js$'] },
      {},
    ),
    rule(
      'resolves',
      'This import leads nowhere: a misspelt path or a package that is not installed.',
      {},
      { couldNotResolve: true },
    ),
    rule(
      'declared-package',
      'The package is missing from package.json, or is a devDependency, so the installed bot would not start.',
      { path: '^(src|commands)/' },
      { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    // TypeScript 7 has no JavaScript API for dependency-cruiser to parse with: without swc it sees 0 modules and is content.
    parser: 'swc',
    // Types obey the same rule, and an import only for its type is one too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
