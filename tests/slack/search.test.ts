import { afterEach, describe, expect, it } from 'vitest'
import { searchResults } from '../../src/slack/search/search-results.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'
import { type BotOnLoopback, type BotOptions, startBot } from './bot-on-loopback.js'
import { anExcerpt } from './replies.js'

let bot: BotOnLoopback | undefined

afterEach(async () => {
  await bot?.close()
  expect(bot?.slack.journal.violations ?? []).toEqual([])
  bot = undefined
})

/** Searches as Slack does; gives what the bot answered, and whether it was acknowledged. */
const search = async (query: unknown, options: BotOptions = { search: true }, method = 'completeSuccess') => {
  bot = await startBot(options)
  const { slack } = bot
  await slack.event({
    type: 'function_executed',
    function: {
      id: 'Fn1',
      callback_id: 'search_reports',
      title: 'Search',
      type: 'app',
      app_id: slack.credentials.appId,
    },
    inputs: { query, user_context: { id: 'U0YOU' } },
    function_execution_id: 'Fx1',
    workflow_execution_id: 'Wx1',
    bot_access_token: slack.credentials.botToken,
    event_ts: '1.1',
  })
  const call = slack.journal.entries.findIndex(({ name }) => name === `functions.${method}`)
  const ack = slack.journal.entries.findIndex(({ kind }) => kind === 'ack')
  const { outputs = '{}', ...sent } = (slack.journal.entries[call]?.sent ?? {}) as Record<string, string>
  return { sent, results: JSON.parse(outputs).search_results, answeredFirst: call >= 0 && call < ack }
}

describe('Slack’s own search', () => {
  it('gets passages with their words, place, date and link, before the acknowledgement', async () => {
    const { results, sent, answeredFirst } = await search('what is CRI-O')
    expect(answeredFirst).toBe(true)
    expect(sent).toMatchObject({ function_execution_id: 'Fx1' })
    expect(results[0]).toEqual({
      external_ref: { id: expect.stringMatching(/^austin-2017-nosek, lines \d+–\d+$/), type: 'passage' },
      title: 'Running containers with CRI-O · KubeCon North America 2017',
      description: expect.stringMatching(
        /^“CRI-O is a container runtime .*” — KubeCon North America 2017, Ales Nosek, /,
      ),
      link: 'https://example.org/austin',
      date_updated: '2017-12-06',
    })
  })

  it.each([
    ['no report covers', 'who won the world cup in 1998'],
    ['has no words', '  '],
    ['is no text', 7],
  ])('gets no results for what %s', async (_, query) => {
    const { results } = await search(query)
    expect(results).toEqual([])
  })

  it('gets a sentence when it fails', async () => {
    const dispatch = () => Promise.reject(new Error('broken'))
    const { sent, answeredFirst } = await search('what is CRI-O', { search: true, dispatch }, 'completeError')
    expect(sent['error']).toBe('The conference reports could not be searched just now. Please try again.')
    expect(answeredFirst).toBe(true)
  })

  it('leads to the bot where a report has no address, and dates what it can', () => {
    const { reports } = knowledgeOfFiles(SMALL_REPORTS)
    const of = (report: string, start: string, url?: string) =>
      searchResults([anExcerpt({ citation: { report: 'r', ...(url !== undefined && { url }) } })], {
        reports: reports.slice(0, 1).map((one) => ({ ...one, id: report, event: { ...one.event, start } })),
        app: 'A1',
        readOn: '2026-01-02',
      })[0]
    expect(of('r', '2017')).toMatchObject({ link: 'https://slack.com/app_redirect?app=A1', date_updated: '2017-01-01' })
    expect(of('r', '')?.date_updated).toBe('2026-01-02')
    expect(of('other', '2017-12-06')?.date_updated).toBe('2026-01-02')
    expect(of('r', '2017-12-06', 'javascript:alert(1)')?.link).toBe('https://slack.com/app_redirect?app=A1')
  })
})
