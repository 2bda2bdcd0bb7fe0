import type { Conversation, Turn } from '../answer/conversation.js'

const DAY = 24 * 60 * 60 * 1000

export interface ConversationMemoryOptions {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** How long a conversation is remembered after its last turn, in milliseconds; default one day. */
  readonly forgetAfter?: number
  /** Turns kept of a conversation; default 20. */
  readonly turns?: number
  /** Conversations kept; the one that was silent longest goes first; default 10,000. */
  readonly conversations?: number
}

/** Conversations kept in the process: gone when it ends. */
export const createConversationMemory = ({
  now,
  forgetAfter = DAY,
  turns = 20,
  conversations = 10_000,
}: ConversationMemoryOptions): ((key: string) => Conversation) => {
  // A Map keeps the order of insertion, so its first entry is the one that was silent longest.
  const kept = new Map<string, { at: number; turns: readonly Turn[] }>()
  const recall = (key: string): readonly Turn[] => {
    const one = kept.get(key)
    if (!one) return []
    if (now() - one.at < forgetAfter) return one.turns
    kept.delete(key)
    return []
  }
  return (key) => ({
    turns: () => recall(key),
    remember: (turn) => {
      const all = [...recall(key), turn].slice(-turns)
      kept.delete(key)
      kept.set(key, { at: now(), turns: all })
      const [oldest] = kept.keys()
      if (kept.size > conversations && oldest !== undefined) kept.delete(oldest)
    },
  })
}
