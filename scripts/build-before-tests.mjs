/** Vitest's globalSetup: tests that start the bot as a child process find it built. */
export const setup = async () => {
  await import('./build.mjs')
}
