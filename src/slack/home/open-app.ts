import type { webApi } from '@slack/bolt'
import { z } from 'zod'
import type { Desk } from '../desk.js'
import { homeView } from './home-view.js'
import { createPrompts } from './prompts.js'

const opened = z.object({
  user: z.string(),
  channel: z.string(),
  tab: z.enum(['home', 'messages']),
})

const paneOpened = z.object({
  assistant_thread: z.object({ channel_id: z.string(), thread_ts: z.string() }),
})

const TITLE = 'Try a question:'

/** What is shown when somebody opens the app: its Home, or prompts above the direct message. */
export interface OpenApp {
  /** Takes `app_home_opened`. */
  opened(event: unknown, team: string, client: webApi.WebClient): Promise<void>
  /** Takes `assistant_thread_started`, which apps get that were made with Slack's older pane. */
  paneOpened(event: unknown, client: webApi.WebClient): Promise<void>
}

export const createOpenApp = (desk: Desk, command: string): OpenApp => {
  const prompts = createPrompts(desk)
  const { log, work, around } = desk

  /** Nobody asked for anything here, so nobody is told either when it fails. */
  const show = (order: string, job: () => Promise<unknown>): Promise<void> =>
    work.run(order, async () => {
      await work.turn()
      await job().catch((err: unknown) => log.warn({ err }, 'could not show the opened app'))
    })

  const publish = async (person: string, channel: string, team: string, client: webApi.WebClient): Promise<void> => {
    const [asked, digests, lines] = await Promise.all([
      around.questions.last(team, person).catch(orNothing),
      around.digests(team).catch(orNothing),
      prompts(),
    ])
    const view = homeView({ knowledge: around.knowledge(), asked, digests, prompts: lines, command, channel })
    await client.views.publish({ user_id: person, view })
  }
  /** A part that cannot be read is left out; the rest is shown. */
  const orNothing = (err: unknown): [] => {
    log.warn({ err }, 'could not read a part of App Home')
    return []
  }

  const suggest = async (
    place: { channel_id: string; thread_ts?: string },
    client: webApi.WebClient,
  ): Promise<void> => {
    const lines = await prompts()
    const suggested = lines.map((line) => ({ title: line, message: line }))
    await client.assistant.threads.setSuggestedPrompts({ ...place, title: TITLE, prompts: suggested })
  }

  return {
    opened: async (event, team, client) => {
      const { data } = opened.safeParse(event)
      if (!data) return
      const { user, channel, tab } = data
      await show(`app ${user}`, () =>
        // With thread_ts the call would do nothing in the pane that apps get today.
        tab === 'home' ? publish(user, channel, team, client) : suggest({ channel_id: channel }, client),
      )
    },
    paneOpened: async (event, client) => {
      const { data } = paneOpened.safeParse(event)
      if (!data) return
      const { channel_id, thread_ts } = data.assistant_thread
      await show(`app ${channel_id}`, () => suggest({ channel_id, thread_ts }, client))
    },
  }
}
