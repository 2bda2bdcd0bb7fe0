import type { types } from '@slack/bolt'
import { byDate } from '../../command/by-date.js'
import { countOf } from '../../command/count.js'
import { describeEvent, talksOf } from '../../command/describe-report.js'
import type { Knowledge } from '../../knowledge/report.js'
import { buttonRow, suggestionButtons, suggestLine } from '../buttons.js'
import { contextLine } from '../cite.js'
import { cut, oneLine } from '../escape.js'
import { bold, plain, richText, section } from '../rich-text.js'
import type { ListedDigest } from '../surroundings.js'

export interface HomeContent {
  readonly knowledge: Pick<Knowledge, 'reports' | 'passages' | 'revision'>
  /** What the person asked, newest first. */
  readonly asked: readonly string[]
  readonly digests: readonly ListedDigest[]
  /** Lines to try. */
  readonly prompts: readonly string[]
  /** The slash command, such as `/kubecon`. */
  readonly command: string
  /** The direct message with the person, where answers to buttons go. */
  readonly channel: string
}

const MOST_REPORTS = 20
const MOST_DIGESTS = 20

/** App Home: what the bot knows, what the person asked, the digests, and how to ask. */
export const homeView = (content: HomeContent): types.HomeView => ({
  type: 'home',
  private_metadata: content.channel,
  blocks: [
    header('KubeCon reports'),
    richText(
      section(
        ...plain(
          'Ask in plain words. I answer with passages of the reports, word for word, each with its report and lines, or say that no report covers it.',
        ),
      ),
    ),
    ...buttonRow('try', suggestionButtons(content.prompts.map(suggestLine), 'ask:try')),
    ...knows(content.knowledge),
    ...questions(content.asked),
    ...digests(content.digests),
    ...help(content.command),
  ],
})

const header = (text: string): types.HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text, emoji: false },
})

const knows = ({ reports, passages, revision }: HomeContent['knowledge']): types.KnownBlock[] => {
  const events = new Set(reports.map(({ event }) => event.name)).size
  const talks = reports.reduce((sum, report) => sum + talksOf(report).length, 0)
  const counts = [
    countOf(reports.length, 'report'),
    countOf(events, 'event'),
    countOf(talks, 'talk'),
    countOf(passages.length, 'passage'),
  ]
  const lines = byDate(reports)
    .slice(0, MOST_REPORTS)
    .map(({ title, author, event }) =>
      section(
        ...bold(cut(oneLine(title), 150)),
        ...plain(cut(oneLine(`, ${[author, describeEvent(event)].filter(Boolean).join(', ')}`), 250)),
      ),
    )
  const left = reports.length - lines.length
  return [
    header('What I know'),
    richText(section(...plain(`${counts.join(', ')}.`))),
    ...(lines.length === 0 ? [] : [richText({ type: 'rich_text_list', style: 'bullet', elements: lines })]),
    contextLine(
      [left > 0 ? `… and ${countOf(left, 'more report')}.` : '', `Revision ${revision || 'unknown'}`]
        .filter(Boolean)
        .join(' '),
    ),
  ]
}

const questions = (asked: readonly string[]): types.KnownBlock[] => [
  header('Your last questions'),
  ...(asked.length === 0
    ? [contextLine('You have not asked anything lately. What you ask stands here for you alone.')]
    : buttonRow(
        'asked',
        suggestionButtons(
          asked.map((question) => ({ label: question, line: `ask ${question}` })),
          'ask:again',
        ),
      )),
]

const digests = (all: readonly ListedDigest[]): types.KnownBlock[] =>
  all.length === 0
    ? []
    : [
        header('Digests in this workspace'),
        richText({
          type: 'rich_text_list',
          style: 'bullet',
          elements: all
            .slice(0, MOST_DIGESTS)
            .map(({ channel, says }) =>
              section({ type: 'channel', channel_id: channel }, ...plain(` · ${cut(oneLine(says), 200)}`)),
            ),
        }),
      ]

const help = (command: string): types.KnownBlock[] => [
  header('How to ask'),
  richText({
    type: 'rich_text_list',
    style: 'bullet',
    elements: [
      [`${command} what is CRI-O`, ': only you see the answer, and can share it'],
      ['Mention me in a channel', ': I answer in the thread, and understand what follows there'],
      ['Write to me', ' in Messages above'],
      ['⋯ › Ask KubeCon reports', ' on any message, also in threads, where commands do not work'],
    ].map(([strong = '', rest = '']) => section(...bold(strong), ...plain(rest))),
  }),
  ...buttonRow('help', suggestionButtons([{ label: 'All commands', line: 'help' }], 'ask:help')),
]
