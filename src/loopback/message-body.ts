import type { Credentials } from './credentials.js'
import type { JsonObject } from './json.js'
import type { Message, Workspace } from './workspace.js'

export interface MessageBodyOptions {
  readonly workspace: Workspace
  readonly credentials: Credentials
}

/** A message as it stands in answers of the Web API and in interactive payloads. */
export const messageBody = (message: Message, { workspace, credentials }: MessageBodyOptions): JsonObject => {
  const { user, text, ts, blocks, thread, edited, replyCount, metadata, reactions } = message
  const botId = workspace.users.get(user)?.botId
  return {
    type: 'message',
    user,
    text,
    ts,
    team: credentials.teamId,
    ...(botId !== undefined && { bot_id: botId }),
    ...(botId === credentials.botId && { app_id: credentials.appId }),
    ...(blocks && { blocks }),
    ...(edited !== undefined && { edited: { user, ts: edited } }),
    ...(metadata && { metadata }),
    ...(reactions && { reactions: countReactions(reactions) }),
    ...threadFields(message, workspace, thread ?? (replyCount > 0 ? ts : undefined)),
  }
}

/** Each reaction once, with who left it. */
export const countReactions = (
  reactions: NonNullable<Message['reactions']>,
): { name: string; users: string[]; count: number }[] => {
  const names = [...new Set(reactions.map(({ name }) => name))]
  return names.map((name) => {
    const users = reactions.filter((one) => one.name === name).map(({ user }) => user)
    return { name, users, count: users.length }
  })
}

const threadFields = (message: Message, workspace: Workspace, thread: string | undefined): JsonObject => {
  if (thread === undefined) return {}
  if (thread === message.ts) return { thread_ts: thread, reply_count: message.replyCount }
  const parent = workspace.find(message.channel, thread)
  return { thread_ts: thread, ...(parent && { parent_user_id: parent.user }) }
}
