import { mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { SentNow } from './command/digest/control.js'
import { trialSubscription } from './command/digest/show-digest.js'
import type { Environment } from './config.js'
import { InvalidConfigError, UnavailableError } from './errors.js'
import type { Loopback } from './loopback/loopback.js'
import type { ExtraAction } from './loopback/page-actions.js'
import { type Running, type Settings, type Started, startWithStore } from './start.js'

/** The port of the preview unless another is set: a fixed one keeps a bookmark valid. */
const PREVIEW_PORT = 3210

/**
 * The unchanged Slack app on a Slack of this machine's own, with a page to chat in. That Slack forgets everything when it
 * ends, and so does the bot's store.
 */
export const startPreview = async (config: Settings, log: Logger): Promise<Running> => {
  let started: Started | undefined
  const loopback = await openLoopback(config.port, [
    { label: 'Next digest now', run: async (channel) => started && digestNow(channel, started, loopback) },
  ])
  const { botToken, appToken } = loopback.credentials
  const slack = { mode: 'socket', botToken, appToken, command: '/kubecon', apiUrl: loopback.apiUrl } as const
  const { dataDir, remove } = await createDataDir().catch(async (error: unknown) => {
    await loopback.close()
    throw error
  })
  const close = async (): Promise<void> => {
    try {
      await loopback.close()
    } finally {
      remove()
    }
  }
  try {
    started = await startWithStore({ config, slack, log, where: { dataDir }, alone: true })
    const { stop } = started
    return {
      says: `Open ${loopback.url} to chat with the bot: a preview on this machine, not Slack. Ctrl-C ends.`,
      stop: async () => {
        try {
          await stop()
        } finally {
          await close()
        }
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Tells whoever meant to start the bot in Slack, and forgot a token, that this is not it. */
export const warnOfPreview = (env: Environment, isAtTerminal: boolean, log: Logger): void => {
  const ignored = ['DATABASE_URL', 'DATA_DIR'].filter((name) => (env[name] ?? '').trim() !== '')
  if (ignored.length > 0 || !isAtTerminal)
    log.warn({ ignored }, 'no token of Slack is set, so this is the preview, on this machine only; it keeps nothing')
}

/** A folder of this process's own. What was asked is in it, so it goes with the process, however that ends. */
const createDataDir = async () => {
  const dataDir = makeFolder()
  const remove = (): void => {
    process.off('exit', remove)
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.once('exit', remove)
  return { dataDir, remove }
}

// This file runs from dist/src.
const MANIFEST = new URL('../../slack-manifest.yaml', import.meta.url)

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error)

const makeFolder = (): string => {
  try {
    return mkdtempSync(join(tmpdir(), 'kubecon-preview-'))
  } catch (cause) {
    throw new InvalidConfigError(
      `TMPDIR: the preview cannot make a folder in ${tmpdir()} (${codeOf(cause)}). Set it to a folder that can be written.`,
      { cause },
    )
  }
}

const readShippedManifest = (): Promise<string> =>
  readFile(MANIFEST, 'utf8').catch((cause: unknown) => {
    throw new InvalidConfigError(
      `The preview needs slack-manifest.yaml beside package.json, which cannot be read (${codeOf(cause)}). To start the bot in Slack instead, set its tokens.`,
      { cause },
    )
  })

const openLoopback = async (port: number | undefined, actions: readonly ExtraAction[]): Promise<Loopback> => {
  const { createLoopback } = await import('./loopback/loopback.js')
  const { readManifest } = await import('./loopback/manifest.js')
  const { BOT_SCOPES } = await import('./slack/scopes.js')
  const app = { scopes: BOT_SCOPES, manifest: readManifest(await readShippedManifest()), actions }
  try {
    return await createLoopback({ ...app, port: port ?? PREVIEW_PORT })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EACCES')
      throw new InvalidConfigError(`PORT: this user may not listen on ${port}. Set one from 1024, or none.`, {
        cause: error,
      })
    if (code !== 'EADDRINUSE') throw error
    if (port !== undefined)
      throw new UnavailableError(`PORT: ${port} is taken by another program. Set another, or none.`, { cause: error })
    return createLoopback(app)
  }
}

/** What the page says of a digest asked for; one that was sent is seen. */
const CAME_OF_IT: Readonly<Record<SentNow, string | undefined>> = {
  sent: undefined,
  nothing: 'There is nothing new for a digest here.',
  busy: 'A digest is being posted here right now.',
  refused: 'The digest could not be posted here.',
  unknown: 'Nobody knows yet whether the digest arrived. If it did not, the bot looks again in a few minutes.',
}

/** Posts the next digest of a channel, with or without one turned on there, and says what came of it. */
const digestNow = async (channel: string, { store, clock }: Started, { credentials, workspace }: Loopback) => {
  const place = { workspace: credentials.teamId, channel, now: Date.now() }
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const subscription =
    (await store.digests.subscription(place.workspace, channel)) ?? trialSubscription(place, workspace.you.id, timeZone)
  return CAME_OF_IT[await clock.sendNow(subscription)]
}
