import type { Workspace } from './workspace.js'

/** Where an app talks with somebody: a direct message, or one of its threads. */
export interface Chat {
  readonly channel: string
  readonly thread?: string
}

export interface Prompt {
  readonly title: string
  readonly message: string
}

/** What the app suggests to ask, and what it says that it is doing. */
export interface Assistant {
  readonly suggestions: readonly (Chat & { readonly title?: string; readonly prompts: readonly Prompt[] })[]
  readonly statuses: readonly (Chat & { readonly status: string })[]
  suggest(chat: Chat, prompts: readonly Prompt[], title?: string): void
  /** Until the app has answered there; an empty one ends it. */
  setStatus(chat: Chat, status: string): void
  onChange(listener: () => void): void
  close(): void
}

/** Slack takes a status back after two minutes. */
const STATUS_LIFE = 120_000

export const createAssistant = (workspace: Workspace): Assistant => {
  const suggestions = new Map<string, Assistant['suggestions'][number]>()
  const statuses = new Map<string, Assistant['statuses'][number]>()
  const timers = new Map<string, NodeJS.Timeout>()
  const listeners = new Set<() => void>()
  const tell = (): void => {
    for (const listener of listeners) listener()
  }
  const setStatus: Assistant['setStatus'] = (chat, status) => {
    const key = keyOf(chat)
    clearTimeout(timers.get(key))
    timers.delete(key)
    const had = statuses.delete(key)
    if (status === '' && !had) return
    if (status !== '') {
      statuses.set(key, { ...chat, status })
      timers.set(key, setTimeout(() => setStatus(chat, ''), STATUS_LIFE).unref())
    }
    tell()
  }
  const stopListening = workspace.onChange(({ kind, message: { channel, thread, user } }) => {
    if (kind === 'message' && user === workspace.bot.id && thread !== undefined) setStatus({ channel, thread }, '')
  })
  return {
    get suggestions() {
      return [...suggestions.values()]
    },
    get statuses() {
      return [...statuses.values()]
    },
    suggest: (chat, prompts, title) => {
      suggestions.set(keyOf(chat), { ...chat, prompts, ...(title !== undefined && { title }) })
      tell()
    },
    setStatus,
    onChange: (listener) => {
      listeners.add(listener)
    },
    close: () => {
      stopListening()
      for (const timer of timers.values()) clearTimeout(timer)
    },
  }
}

const keyOf = ({ channel, thread = '' }: Chat): string => `${channel} ${thread}`
