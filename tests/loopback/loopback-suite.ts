import { afterEach } from 'vitest'
import { createLoopback, type Loopback, type LoopbackOptions } from '../../src/loopback/loopback.js'
import type { Message } from '../../src/loopback/workspace.js'
import { type BoltAppOptions, createBoltApp } from '../support/bolt-app.js'

export const GENERAL = 'C0GENERAL'
export const DIRECT = 'D0YOU'
export const YOU = 'U0YOU'

/** What a test opened, to be closed after it: apps before their Slack. */
const opened: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

/** A Slack on loopback that is closed after the test. */
export const openLoopback = async (options?: LoopbackOptions): Promise<Loopback> => {
  const loopback = await createLoopback(options)
  opened.push(loopback.close)
  return loopback
}

/** A Bolt app that is stopped after the test; `open` connects it. */
export const prepareApp = (loopback: Loopback, options?: BoltAppOptions): ReturnType<typeof createBoltApp> => {
  const bolt = createBoltApp(loopback, options)
  opened.push(bolt.stop)
  return bolt
}

/** What people see in a conversation, oldest first. */
export const textsIn = ({ workspace }: Loopback, channel: string): string[] =>
  workspace.messages(channel).map(({ text }) => text)

/** The next message that anybody writes. */
export const nextMessage = ({ workspace }: Loopback): Promise<Message> =>
  new Promise((resolve) => {
    const stop = workspace.onChange(({ kind, message }) => {
      if (kind !== 'message') return
      stop()
      resolve(message)
    })
  })

/** Names of the rules that the app broke. */
export const violationsOf = ({ journal }: Loopback): (string | undefined)[] =>
  journal.violations.map(({ violation }) => violation)

/** Calls a method of the Web API as any HTTP client would. */
export const callMethod = async (
  { apiUrl, credentials }: Loopback,
  method: string,
  args: Readonly<Record<string, string>>,
  token: string | undefined = credentials.botToken,
): Promise<Record<string, unknown>> => {
  const response = await fetch(`${apiUrl}${method}`, {
    method: 'POST',
    // A connection kept for later would outlive its Slack, and meet the next one on the same port.
    headers: { connection: 'close', ...(token !== '' && { authorization: `Bearer ${token}` }) },
    body: new URLSearchParams(args),
  })
  return (await response.json()) as Record<string, unknown>
}
