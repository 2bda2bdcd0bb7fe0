import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.ts'],
    globalSetup: ['scripts/build-before-tests.mjs'],
    // Processes, not threads (which are no faster here): tests may change folder, get signals and load native modules.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    watch: false,
    // Golden files are rewritten on request only: UPDATE_GOLDEN=1 npm run test:unit. A missing one fails.
    update: process.env['UPDATE_GOLDEN'] ? 'all' : 'none',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts', 'commands/**/*.ts'],
      // Written, not printed: vitest's own closing lines stay last. Thresholds come with the first release, and only rise.
      reporter: ['json-summary', 'html'],
    },
  },
})
