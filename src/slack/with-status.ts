import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Place } from './place.js'

/**
 * Shows in a direct message that a question is in work, should it take longer than `after` milliseconds. Slack takes the
 * status away when the answer comes.
 */
export const withStatus = async <T>(
  work: Promise<T>,
  place: Place,
  client: webApi.WebClient,
  { log, after }: { readonly log: Logger; readonly after: number },
): Promise<T> => {
  if (place.kind !== 'post' || place.thread === undefined || !place.channel.startsWith('D')) return work
  const { channel, thread } = place
  const timer = setTimeout(() => {
    client.assistant.threads
      .setStatus({ channel_id: channel, thread_ts: thread, status: 'is reading the reports…' })
      .catch((err: unknown) => log.info({ err }, 'could not show a status'))
  }, after)
  try {
    return await work
  } finally {
    clearTimeout(timer)
  }
}
