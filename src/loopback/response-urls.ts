import { randomBytes } from 'node:crypto'
import { toArguments } from './arguments.js'
import type { JsonObject } from './json.js'
import { readContent } from './message-content.js'
import { Refusal } from './refusal.js'
import type { Message, Workspace } from './workspace.js'

/** Where a response_url leads: to a conversation, for a person, and to the message whose button was pressed. */
export interface ResponseTarget {
  readonly channel: string
  readonly user: string
  readonly message?: Message
}

/** Addresses that an app may answer at, five times within 30 minutes each, without a token. */
export interface ResponseUrls {
  /** Path of a new one. */
  issue(target: ResponseTarget): string
  /**
   * Does what the body says.
   * @throws Refusal
   */
  use(id: string, body: JsonObject): void
}

const MOST_USES = 5
const LIFE = 30 * 60_000

export const createResponseUrls = (workspace: Workspace, now: () => number): ResponseUrls => {
  const issued = new Map<string, { target: ResponseTarget; at: number; uses: number }>()
  return {
    issue: (target) => {
      for (const [id, { at }] of issued) {
        if (now() - at <= LIFE * 2) break
        issued.delete(id)
      }
      const id = randomBytes(12).toString('hex')
      issued.set(id, { target, at: now(), uses: 0 })
      return `/respond/${id}`
    },
    use: (id, body) => {
      const found = issued.get(id)
      if (!found) throw new Refusal('unknown_url')
      if (now() - found.at > LIFE) throw new Refusal('expired_url')
      found.uses += 1
      if (found.uses > MOST_USES) throw new Refusal('used_url')
      respond(workspace, found.target, body)
    },
  }
}

/** What Slack refuses with HTTP 404: the address is no use any more. */
export const isDead = (error: string): boolean => ['unknown_url', 'expired_url', 'used_url'].includes(error)

/**
 * Answers a command or a press, through its address or with the acknowledgement.
 * @throws Refusal for what Slack would not take
 */
export const respond = (workspace: Workspace, { channel, user, message }: ResponseTarget, body: JsonObject): void => {
  const args = toArguments(body)
  const original = message && workspace.find(channel, message.ts)
  if (args.flag('delete_original')) {
    if (original) workspace.remove(original)
    return
  }
  const content = readContent(args)
  if (args.flag('replace_original') && original) {
    workspace.edit(original, content)
    return
  }
  const type = args.text('response_type') ?? 'ephemeral'
  if (type !== 'ephemeral' && type !== 'in_channel') throw new Refusal('invalid_response_type')
  const thread = args.text('thread_ts')
  workspace.post({
    channel,
    user: workspace.bot.id,
    ...content,
    ...(thread !== undefined && { thread }),
    ...(type === 'ephemeral' && { viewer: user }),
  })
}
