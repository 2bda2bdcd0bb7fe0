import type { JournalEntry } from '../../src/loopback/journal.js'
import type { Loopback } from '../../src/loopback/loopback.js'
import type { Message } from '../../src/loopback/workspace.js'
import { BOT_SCOPES } from '../../src/slack/scopes.js'

export const GENERAL = 'C0GENERAL'
export const DIRECT = 'D0YOU'
export const YOU = 'U0YOU'
export const COMMAND = '/kubecon'

/** What the bot is granted. It hears every message of its channels, so that each mention arrives as a message too. */
export const EVERY_MESSAGE = { scopes: BOT_SCOPES } as const

/** What the environment sets for Socket Mode. */
export const socketMode = ({ apiUrl, credentials }: Loopback): Record<string, string> => ({
  SLACK_BOT_TOKEN: credentials.botToken,
  SLACK_APP_TOKEN: credentials.appToken,
  SLACK_API_URL: apiUrl,
})

/** What the environment sets for HTTP, on any port that is free. */
export const httpMode = ({ apiUrl, credentials }: Loopback): Record<string, string> => ({
  SLACK_BOT_TOKEN: credentials.botToken,
  SLACK_SIGNING_SECRET: credentials.signingSecret,
  SLACK_API_URL: apiUrl,
  PORT: '0',
})

/** Does something and waits until the bot has posted or edited so many messages: gives these, oldest first. */
export const repliesTo = async (
  { workspace }: Loopback,
  count: number,
  act: () => Promise<unknown>,
): Promise<readonly Message[]> => {
  const replies: Message[] = []
  const enough = new Promise<void>((resolve) => {
    const stop = workspace.onChange(({ kind, message, before }) => {
      const isNew = kind === 'message' || (kind === 'change' && message.edited !== before?.edited)
      if (message.user !== workspace.bot.id || !isNew) return
      replies.push(message)
      if (replies.length < count) return
      stop()
      resolve()
    })
  })
  await act()
  await enough
  return replies
}

/** Does something and waits for the next message that the bot posts or edits. */
export const replyTo = async (slack: Loopback, act: () => Promise<unknown>): Promise<Message> => {
  const [reply] = await repliesTo(slack, 1, act)
  // One was waited for, so one is there.
  return reply as Message
}

/** What a person sees of a message, plain form and blocks, in one string. */
export const shown = ({ text, blocks }: Message): string => JSON.stringify([text, blocks])

/** Gives the violations since it was called last, by name. */
export const watchViolations = ({ journal }: Loopback): (() => (string | undefined)[]) => {
  let seen = 0
  return () => {
    const fresh = journal.violations.slice(seen)
    seen += fresh.length
    return fresh.map(({ violation }) => violation)
  }
}

/** Entries of the journal that come after now. */
export const later = ({ journal }: Loopback, fits: (entry: JournalEntry) => boolean) => {
  const before = new Set(journal.entries)
  return (entry: JournalEntry): boolean => !before.has(entry) && fits(entry)
}
