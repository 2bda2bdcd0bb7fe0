import type { webApi } from '@slack/bolt'
import { notice, problemNotice } from '../command/reply.js'
import { askAgain, OLD_BUTTON } from './ask-again.js'
import { deliver } from './deliver.js'
import { type Desk, tell } from './desk.js'
import { offersFor } from './offers.js'
import type { Place } from './place.js'
import type { Press } from './read-press.js'
import { refusalOf } from './refusal.js'
import { fromPassage, renderReply } from './render-reply.js'
import { whyNot } from './why-not.js'

const MOST_REMEMBERED = 5000

/** *Share in channel*: an answer that one person sees is posted for all, once, and says who asked. */
export const createShare = (): ((press: Press, client: webApi.WebClient, desk: Desk) => Promise<void>) => {
  const shared = new Set<string>()
  return async (press, client, desk) => {
    const { dispatch, log, post } = desk
    const { person, conversation: channel } = press.line
    const instead: Place = { ...press.aside, ...(press.aside.kind === 'respond' && { replace: true }) }
    const key = `${channel} ${press.message}`
    if (shared.has(key)) return tell(notice('This answer is in the channel already.'), instead, client, desk)
    const reply = press.ephemeral ? await askAgain(press.button.value, person, dispatch) : undefined
    if (!reply) return tell(OLD_BUTTON, press.beside, client, desk)
    const offers = await offersFor(press, false, desk)
    const message = renderReply(reply, { ...offers, asked: reply.answer.question, askedBy: person, ephemeral: false })
    try {
      const keys = [`share ${channel} ${press.message} ${person}`]
      await deliver(message, shareAt(press), client, { post, keys, oldest: press.message })
    } catch (err) {
      log.warn({ err, channel }, 'could not share an answer')
      const why = problemNotice(`The answer was not shared. ${whyNot(refusalOf(err))}`)
      return tell(why, press.beside, client, desk)
    }
    const [oldest] = shared
    if (shared.size >= MOST_REMEMBERED && oldest !== undefined) shared.delete(oldest)
    shared.add(key)
    await tell(notice(`Shared in this channel${fromPassage(reply)}.`), instead, client, desk)
  }
}

const shareAt = ({ line: { person, conversation: channel }, beside }: Press): Place => ({
  kind: 'post',
  channel,
  person,
  only: true,
  ...(beside.kind === 'respond' && { url: beside.url, ...(beside.thread !== undefined && { thread: beside.thread }) }),
})
