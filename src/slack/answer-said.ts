import { randomBytes } from 'node:crypto'
import type { webApi } from '@slack/bolt'
import type { Logger } from 'pino'
import type { Line } from '../command/line.js'
import { problemNotice, type Reply } from '../command/reply.js'
import { OLD_BUTTON } from './ask-again.js'
import { deliver } from './deliver.js'
import type { Heard } from './heard.js'
import type { SlackMessage } from './limits.js'
import { noteQuestion, offersFor } from './offers.js'
import type { Place } from './place.js'
import type { PostMarked } from './post-marked.js'
import type { Addressed } from './read-event.js'
import type { Press } from './read-press.js'
import { isRefused } from './refusal.js'
import { type RenderOptions, renderReply } from './render-reply.js'
import { wasReplied } from './reply-mark.js'
import type { Surroundings } from './surroundings.js'
import { turnPage } from './turn-page.js'
import { withStatus } from './with-status.js'
import type { Work } from './work.js'

export interface SaidAnswerer {
  /**
   * Answers what was said to the bot, once; never rejects. `kept` is called as soon as the line cannot be lost any more,
   * or was heard before: Slack may then be told that it arrived.
   */
  answer(said: Addressed | Press, client: webApi.WebClient, kept?: () => Promise<void>): Promise<void>
  /** Answers what a process that was killed left; never rejects. */
  recover(client: webApi.WebClient): Promise<void>
}

/** The steps of one answer; a crash after each of them is a different one. */
export type AnswerPoint = 'kept' | 'delivered'

export interface SaidAnswererOptions {
  readonly dispatch: (line: Line) => Promise<Reply>
  readonly heard: Heard
  readonly post: PostMarked
  readonly work: Work
  readonly around: Surroundings
  /** Milliseconds after which a person is shown that their question is in work. */
  readonly statusAfter: number
  readonly log: Logger
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Called between the steps, so that a test can kill the process just there. */
  readonly reach?: (point: AnswerPoint) => void | Promise<void>
}

export const createSaidAnswerer = (options: SaidAnswererOptions): SaidAnswerer => {
  const { dispatch, heard, post, work, around, statusAfter, log, now, reach } = options
  const respond = async (said: Addressed | Press, client: webApi.WebClient, since: number): Promise<void> => {
    const { conversation } = said.line
    await reach?.('kept')
    await work.turn()
    const { message, place } = await withStatus(reply(said), said.place, client, { log, after: statusAfter })
    try {
      const { how, failed } = await deliver(message, place, client, {
        post,
        keys: said.keys,
        again: said.line.again === true,
      })
      for (const err of failed) log.warn({ err, keys: said.keys }, 'Slack refused; delivered in another form')
      log.info({ keys: said.keys, channel: conversation, how, ms: now() - since }, 'answered')
    } catch (err) {
      const fields = { err, keys: said.keys, channel: conversation, ms: now() - since }
      if (!isRefused(err)) {
        log.error(fields, 'could not reach Slack with the answer; it is tried again later')
        return heard.leave(said)
      }
      log.error(fields, 'could not deliver the answer')
    }
    await reach?.('delivered')
    await heard.finish(said)
  }

  /** What to say and where; a failure of ours is said too. */
  const reply = async (said: Addressed | Press): Promise<{ message: SlackMessage; place: Place }> => {
    const ephemeral = said.place.kind === 'respond'
    const beside = 'beside' in said ? said.beside : said.place
    try {
      const offers = await offersFor(said, ephemeral, { around, log })
      const page = 'page' in said ? said.page : undefined
      if (!page) {
        const given = 'beside' in said && said.line.text === '' ? OLD_BUTTON : await dispatch(said.line)
        await noteQuestion(given, said, { around, log })
        return {
          message: renderReply(given, { ...asking(said), ...offers, ephemeral }),
          place: placeOf(given, said.place),
        }
      }
      const given = await turnPage(page, said.line, `page ${said.keys[0] ?? randomBytes(8).toString('hex')}`, dispatch)
      // Only a page takes the place of a page: an apology beside the answer is better than one instead of it.
      if (given.kind !== 'answer') return { message: renderReply(given, { ephemeral }), place: beside }
      return { message: renderReply(given, { asked: given.answer.question, ...offers, ephemeral }), place: said.place }
    } catch (err) {
      const ref = randomBytes(3).toString('hex')
      log.error({ err, ref, keys: said.keys }, 'could not answer')
      const sorry = problemNotice(`Something failed on my side (ref ${ref}). Please try again.`)
      return { message: renderReply(sorry, { ephemeral }), place: beside }
    }
  }

  return {
    answer: ((said, client, kept = async () => undefined) => {
      const since = now()
      const claimed = heard.claim(said)
      void claimed.then(kept)
      return work.run(queueOf(said), async () => {
        if (await claimed) return respond(said, client, since)
        log.info({ keys: said.keys }, 'delivered again; answered once')
      })
    }) satisfies SaidAnswerer['answer'],
    recover: async (client) => {
      const answers: Promise<void>[] = []
      // In work while it looks: whoever stops waits for what is taken, and then for its answers.
      await work.run('look for what was left', async () => {
        for (const said of await heard.unfinished())
          answers.push(
            work.run(queueOf(said), async () => {
              const isThere = await wasReplied(said, client, log).catch((err: unknown) => {
                log.warn({ err, keys: said.keys }, 'could not look for a reply; looking again later')
                return undefined
              })
              if (isThere === undefined) return heard.leave(said)
              if (isThere) return heard.finish(said)
              log.warn({ keys: said.keys, channel: said.line.conversation }, 'left unanswered; answering it now')
              await respond({ ...said, line: { ...said.line, again: true } }, client, now())
            }),
          )
      })
      await Promise.all(answers)
    },
  }
}

/** Lines of one thread are answered in order, also across a restart. */
const queueOf = ({ line: { conversation, thread, person } }: Addressed): string => `${conversation} ${thread ?? person}`

const placeOf = (given: Reply, place: Place): Place =>
  given.kind === 'listing' && given.personal === true && place.kind === 'post' && !place.channel.startsWith('D')
    ? { ...place, kind: 'whisper' }
    : place

const asking = ({ asked, askedBy }: Addressed): Pick<RenderOptions, 'asked' | 'askedBy'> => ({
  ...(asked === undefined ? {} : { asked }),
  ...(askedBy === undefined ? {} : { askedBy }),
})
