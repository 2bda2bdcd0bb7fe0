import type { Arguments } from '../arguments.js'
import type { Assistant } from '../assistant.js'
import type { Credentials } from '../credentials.js'
import type { JsonObject } from '../json.js'
import { Refusal } from '../refusal.js'
import type { TriggerIds } from '../trigger-ids.js'
import type { Views } from '../views.js'
import type { Conversation, User, Workspace } from '../workspace.js'

/** What a method of the Web API works with. */
export interface MethodContext {
  readonly workspace: Workspace
  readonly credentials: Credentials
  readonly triggers: TriggerIds
  readonly views: Views
  readonly assistant: Assistant
  /** `http://127.0.0.1:port` */
  readonly url: string
  /** `ws://127.0.0.1:port/…` for one connection. */
  issueSocketUrl(): string
  /** @throws Refusal `missing_scope` */
  needScope(scope: string): void
}

/** One method of the Web API. */
export interface Method {
  readonly name: string
  readonly token: 'bot' | 'app' | 'none'
  /** Scope that each call needs. */
  readonly scope?: string
  /**
   * The answer, without `ok`.
   * @throws Refusal
   */
  answer(args: Arguments, context: MethodContext): JsonObject
}

/** @throws Refusal `channel_not_found` */
export const conversationOf = (args: Arguments, { workspace }: MethodContext): Conversation => {
  const conversation = workspace.conversations.get(args.required('channel'))
  if (!conversation) throw new Refusal('channel_not_found')
  return conversation
}

/** @throws Refusal `not_in_channel` when the bot is no member */
export const needMembership = ({ members }: Conversation, { workspace }: MethodContext): void => {
  if (!members.has(workspace.bot.id)) throw new Refusal('not_in_channel')
}

/** @throws Refusal `user_not_found` */
export const userOf = (args: Arguments, { workspace }: MethodContext, name = 'user'): User => {
  const user = workspace.users.get(args.required(name))
  if (!user) throw new Refusal('user_not_found')
  return user
}
