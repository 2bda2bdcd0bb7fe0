import type { Logger } from 'pino'
import type { Conversation } from './answer/conversation.js'
import { createConversationMemory } from './store/conversation-memory.js'
import type { Store } from './store/open-store.js'

/** A conversation, and how it is known that what is said in it is kept. */
export type OpenConversation = Conversation & { saved?(): Promise<void> }

/** The conversation of a key; one that stands apart is never in the store. */
export type OpenConversations = (key: string, apart: boolean) => Promise<OpenConversation>

/** Conversations in the store; pages of an answer, and what cannot be read or no store is there for, in the process. */
export const openConversations = (store: Store | undefined, log: Logger): OpenConversations => {
  const inProcess = createConversationMemory({ now: Date.now })
  return async (key, apart) => {
    if (!store || apart) return inProcess(key)
    return store.conversation(key).catch((err: unknown) => {
      log.error({ err }, 'could not read the conversation; going by what this process remembers')
      return inProcess(key)
    })
  }
}
