import type { webApi } from '@slack/bolt'
import { problemNotice } from '../command/reply.js'
import { CONTEXT, RATE, SHARE } from './buttons.js'
import { type Desk, runErrand, tell } from './desk.js'
import { likeMore, readMore } from './digest/press-digest.js'
import { LESS_LIKE, MORE_LIKE, READ_MORE } from './digest/render-digest.js'
import { rateAnswer } from './feedback/rate-answer.js'
import { pressInHome } from './home/press-in-home.js'
import { readViewPress, type ViewPress } from './modals/read-view-press.js'
import { SECTION } from './modals/section-modal.js'
import { showSection, turnSection } from './modals/show-section.js'
import { type Press, readPress } from './read-press.js'
import { createShare } from './share-answer.js'

/** Takes a press that is more than a question or a page; true when it did. */
export type TakePress = (body: unknown, client: webApi.WebClient) => Promise<boolean>

/** Buttons that change what others see or what is kept: for the workspace that the bot belongs to, alone. */
const CHANGING: ReadonlySet<string> = new Set([SHARE, RATE, MORE_LIKE, LESS_LIKE])
const FOREIGN = problemNotice('This button works for people of my own workspace only, so nothing was changed.')

export const createTakePress = (desk: Desk): TakePress => {
  const inMessages: Readonly<Record<string, (press: Press, client: webApi.WebClient, desk: Desk) => Promise<void>>> = {
    [CONTEXT]: showSection,
    [SHARE]: createShare(),
    [RATE]: rateAnswer,
    [READ_MORE]: readMore,
    [MORE_LIKE]: likeMore('more'),
    [LESS_LIKE]: likeMore('less'),
  }

  const inMessage = async (press: Press, client: webApi.WebClient): Promise<boolean> => {
    const take = Object.hasOwn(inMessages, press.button.kind) ? inMessages[press.button.kind] : undefined
    if (!take) return false
    const { keys, line, message } = press
    const errand = { keys, order: `press ${line.conversation} ${message}`, place: press.aside }
    await runErrand(errand, client, desk, async () => {
      const isRefused = CHANGING.has(press.button.kind) && (await desk.account.isForeign(press.personTeam))
      await (isRefused ? tell(FOREIGN, press.aside, client, desk) : take(press, client, desk))
    })
    return true
  }

  const takeView = async (press: ViewPress, client: webApi.WebClient): Promise<void> => {
    const { person, keys, view, button, kind } = press
    if (kind === 'home') return pressInHome(press, client, desk)
    if (button.kind !== SECTION) return
    const place = { kind: 'post', channel: person, person } as const
    await runErrand({ keys, order: `view ${view}`, place }, client, desk, () => turnSection(press, client, desk))
  }

  return async (body, client) => {
    const pressed = readViewPress(body)
    if (pressed) {
      await takeView(pressed, client)
      return true
    }
    const press = readPress(body)
    return press !== undefined && inMessage(press, client)
  }
}
