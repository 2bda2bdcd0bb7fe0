import type { types } from '@slack/bolt'

/** Slack's limits that our messages come near to, and our own budget, which stays well below them. */
export const LIMITS = {
  /** Slack refuses a message at about 13,200 characters in all its blocks, undocumented; this is ours for blocks and text together, with a hundred left for the name of whoever asked. */
  characters: 7900,
  /** Slack takes 50. */
  blocks: 30,
  /** The plain form; it also is what a phone shows as the notification. */
  text: 1500,
  header: 150,
  buttonText: 75,
  /** Slack takes 25 in a row of buttons; more than five are no choice but a list. */
  buttons: 5,
} as const

/** A message as Slack gets it. */
export interface SlackMessage {
  /** The answer in a plain sentence: shown in notifications, read aloud, and sent alone where Slack refuses the blocks. */
  readonly text: string
  readonly blocks: types.KnownBlock[]
}

/** Characters that blocks hold: every string in them except the names of types, so never less than what Slack counts. */
export const charactersOf = (value: unknown): number => {
  if (typeof value === 'string') return value.length
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [key, one]) => (key === 'type' ? sum : sum + charactersOf(one)), 0)
}
