import { randomBytes } from 'node:crypto'
import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Line } from '../command/line.js'
import { problemNotice, type Reply } from '../command/reply.js'
import { deliver } from './deliver.js'
import type { OwnAccount } from './own-account.js'
import type { Place } from './place.js'
import type { PostMarked } from './post-marked.js'
import type { Addressed } from './read-event.js'
import { renderReply } from './render-reply.js'
import type { SeenEvents } from './seen-events.js'
import type { Surroundings } from './surroundings.js'
import type { Work } from './work.js'

/** What everything works with that takes buttons, modals, shortcuts and App Home. */
export interface Desk {
  readonly dispatch: (line: Line) => Promise<Reply>
  readonly log: Logger
  readonly around: Surroundings
  readonly seen: SeenEvents
  readonly work: Work
  /** Posts a message that can be looked up. */
  readonly post: PostMarked
  /** Answers what was said to the bot; never rejects. */
  readonly answer: (said: Addressed, client: webApi.WebClient) => Promise<void>
  readonly account: OwnAccount
}

/** A thing to do for somebody, and where they are told should it fail. */
export interface Errand {
  /** Names under which Slack may deliver the same thing again. */
  readonly keys: readonly string[]
  /** Errands of the same order are done one after the other. */
  readonly order: string
  readonly place: Place
}

/** Does an errand once, and says so when it fails. Never rejects. */
export const runErrand = (
  { keys, order, place }: Errand,
  client: webApi.WebClient,
  { seen, work, log, post }: Pick<Desk, 'seen' | 'work' | 'log' | 'post'>,
  job: () => Promise<void>,
): Promise<void> => {
  if (!seen.claim(keys)) {
    log.info({ keys }, 'delivered again; done once')
    return Promise.resolve()
  }
  return work.run(order, async () => {
    await work.turn()
    try {
      await job()
    } catch (err) {
      const ref = randomBytes(3).toString('hex')
      log.error({ err, ref, keys }, 'could not do it')
      const sorry = `Something failed on my side (ref ${ref}). Please try again.`
      await tell(problemNotice(sorry), place, client, { post }).catch((error: unknown) =>
        log.error({ err: error, keys }, 'could not say so'),
      )
    }
  })
}

/** Says a reply to one person. */
export const tell = async (
  reply: Reply,
  place: Place,
  client: webApi.WebClient,
  { post }: Pick<Desk, 'post'>,
): Promise<void> => {
  await deliver(renderReply(reply, { ephemeral: place.kind === 'respond' }), place, client, { post })
}
