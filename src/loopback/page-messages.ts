import type { JsonObject } from './json.js'
import { countReactions } from './message-body.js'
import { timeOf } from './timestamps.js'
import type { Message, Workspace } from './workspace.js'

/** A message as the web chat page gets it. */
export interface PageMessage {
  readonly ts: string
  readonly conversation: string
  readonly thread?: string
  readonly user: { readonly id: string; readonly name: string; readonly isBot: boolean }
  readonly text: string
  readonly blocks?: readonly JsonObject[]
  readonly ephemeral: boolean
  readonly replyCount?: number
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[]; readonly mine: boolean }[]
  /** ISO 8601. */
  readonly time: string
}

export const toPageMessage = (message: Message, { users, you }: Workspace): PageMessage => {
  const { ts, channel, thread, user, text, blocks, viewer, replyCount, reactions } = message
  const author = users.get(user)
  return {
    ts,
    conversation: channel,
    ...(thread !== undefined && { thread }),
    user: { id: user, name: author?.realName ?? user, isBot: author?.botId !== undefined },
    text,
    ...(blocks && { blocks }),
    ephemeral: viewer !== undefined,
    ...(replyCount > 0 && { replyCount }),
    ...(reactions && {
      reactions: countReactions(reactions).map(({ name, users: ids }) => ({
        name,
        users: ids.map((id) => users.get(id)?.realName ?? id),
        mine: ids.includes(you.id),
      })),
    }),
    time: new Date(timeOf(ts)).toISOString(),
  }
}

/** Whether the person at the page sees it. */
export const isForYou = ({ channel, viewer }: Message, { conversations, you }: Workspace): boolean =>
  (viewer === undefined || viewer === you.id) && conversations.get(channel)?.members.has(you.id) === true

/** The conversations of the person at the page, and what was said in them. */
export const toPageMessages = (workspace: Workspace): JsonObject => {
  const { you, bot } = workspace
  const mine = [...workspace.conversations.values()].filter(({ members }) => members.has(you.id))
  return {
    conversations: mine.map(({ id, name, kind, topic }) => ({
      id,
      name: kind === 'dm' ? bot.realName : name,
      kind,
      topic,
    })),
    messages: Object.fromEntries(
      mine.map(({ id }) => [
        id,
        workspace
          .messages(id)
          .filter((message) => isForYou(message, workspace))
          .map((message) => toPageMessage(message, workspace)),
      ]),
    ),
  }
}
