import type { Logger } from 'pino'
import { z } from 'zod'
import type { DigestPoster } from '../../command/digest/poster.js'
import { escapeText } from '../escape.js'
import type { OwnAccount } from '../own-account.js'
import { refusalOf } from '../refusal.js'
import { createDigestPoster, type DigestPosterOptions } from './digest-poster.js'

/** What a digest needs of Slack. */
export interface DigestAccess {
  readonly poster: DigestPoster
  /** IANA zone of a person's profile; undefined where Slack does not tell. Never rejects. */
  personZone(person: string): Promise<string | undefined>
  /** Whether the bot may post in a channel. Never rejects. */
  canPost(channel: string): Promise<boolean>
  /** What somebody types to bring the bot into a channel, such as `/invite @kubecon`. Never rejects. */
  invite(): Promise<string>
  /** Posts one line in a channel with who did it; `what` starts with a verb. */
  announce(channel: string, person: string, what: string): Promise<void>
}

export interface DigestAccessOptions extends DigestPosterOptions {
  readonly account: OwnAccount
}

const profile = z.object({ user: z.object({ tz: z.string().optional() }) })
const conversation = z.object({
  channel: z.object({
    is_member: z.boolean().optional(),
    is_archived: z.boolean().optional(),
    is_mpim: z.boolean().optional(),
  }),
})

export const createDigestAccess = (clients: DigestAccessOptions, log: Logger): DigestAccess => {
  const { patient, post, account } = clients
  /** A slash command also works between two people, where the bot can never be. Only its own history is shown to it. */
  const isOwnDirect = (channel: string): Promise<boolean> =>
    patient.conversations.history({ channel, limit: 1 }).then(
      () => true,
      (err: unknown) => {
        log.info({ err, channel }, 'the bot cannot see a direct message')
        return !/^(?:channel_not_found|not_in_channel)$/.test(refusalOf(err) ?? '')
      },
    )
  return {
    poster: createDigestPoster(clients),
    personZone: async (person) => {
      try {
        return profile.parse(await patient.users.info({ user: person })).user.tz
      } catch (err) {
        log.warn({ err }, 'Slack did not say which time zone a person is in')
        return undefined
      }
    },
    canPost: async (channel) => {
      if (channel.startsWith('D')) return isOwnDirect(channel)
      try {
        const { channel: found } = conversation.parse(await patient.conversations.info({ channel }))
        // Of a direct message of several people, who is not in it sees nothing.
        return found.is_archived !== true && (found.is_member === true || found.is_mpim === true)
      } catch (err) {
        // A private channel that the bot is not in looks like none.
        log.info({ err, channel }, 'the bot cannot see a channel')
        return false
      }
    },
    invite: async () => {
      const name = await account.name()
      return name === undefined ? '/invite and my name' : `/invite @${name}`
    },
    announce: async (channel, person, what) => {
      await post({ channel, text: `<@${person}> ${escapeText(what)}` })
    },
  }
}
