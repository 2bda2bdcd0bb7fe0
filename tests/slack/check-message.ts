import type { types } from '@slack/bolt'
import type { SlackMessage } from '../../src/slack/limits.js'

/** What people can read in a value, and what buttons carry: every string but names of types. */
export const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => (key === 'type' ? [] : stringsIn(one)))
}

/** Everything of a given shape inside a value. */
const find = (value: unknown, is: (one: Record<string, unknown>) => boolean): Record<string, unknown>[] => {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap((one) => find(one, is))
  return is(value as Record<string, unknown>) ? [value as Record<string, unknown>, ...inner] : inner
}

/** The buttons of a message. */
export const buttonsOf = ({ blocks }: SlackMessage): types.Button[] =>
  find(blocks, ({ type }) => type === 'button') as unknown as types.Button[]

/** The text of a message as it is read from top to bottom, one block a line, without the buttons. */
export const readAloud = ({ blocks }: SlackMessage): string[] =>
  blocks.filter(({ type }) => type !== 'actions').map(({ block_id: _, ...block }) => stringsIn(block).join(''))

const KNOWN = new Set(['actions', 'context', 'header', 'rich_text'])

/** Every rule of Slack, and our own budget, that a message breaks; limits as in Slack's documentation of blocks. */
export const brokenRules = (message: SlackMessage): string[] => {
  const { text, blocks } = message
  const rules: string[] = []
  const must = (holds: boolean, rule: string): void => {
    if (!holds) rules.push(rule)
  }
  const unique = (all: readonly unknown[]): boolean => new Set(all).size === all.length
  must(text.trim() !== '', 'text is empty')
  must(text.length <= 4000, 'text over 4,000')
  must(blocks.length > 0 && blocks.length <= 30, `${blocks.length} blocks`)
  const characters = stringsIn(blocks).join('').length + text.length
  must(characters <= 8000, `${characters} characters`)
  must(unique(blocks.flatMap(({ block_id }) => block_id ?? [])), 'a block_id twice')
  must(unique(buttonsOf(message).map(({ action_id }) => action_id)), 'an action_id twice')
  for (const block of blocks) {
    must(KNOWN.has(block.type), `block ${block.type}`)
    if (block.type === 'actions') must(block.elements.length >= 1 && block.elements.length <= 25, 'buttons in a row')
    if (block.type === 'context') must(block.elements.length >= 1 && block.elements.length <= 10, 'context elements')
    if (block.type === 'header') must(block.text.text.length >= 1 && block.text.text.length <= 150, 'header length')
    if (block.type === 'rich_text') must(block.elements.length >= 1, 'empty rich_text')
  }
  for (const { type, text: inner } of find(
    blocks,
    ({ type }) => type === 'text' || type === 'plain_text' || type === 'mrkdwn',
  )) {
    must(typeof inner === 'string' && inner !== '', `empty ${String(type)}`)
    must(String(inner).length <= 3000 || type === 'text', 'text object over 3,000')
  }
  for (const one of find(blocks, ({ type }) => String(type).startsWith('rich_text_')))
    must((one['elements'] as unknown[]).length > 0, `empty ${String(one['type'])}`)
  for (const { action_id, value = '', text: label } of buttonsOf(message)) {
    must(label.text.length >= 1 && label.text.length <= 75, 'button text')
    must(value.length >= 1 && value.length <= 2000, 'button value')
    must((action_id ?? '').length >= 1 && (action_id ?? '').length <= 255, 'action_id')
  }
  must(!/\p{Cs}/u.test(stringsIn([text, blocks]).join('')), 'half a character')
  // Where Slack parses, angle brackets mention and link: only a link of ours may stand in mrkdwn.
  must(!/[<>]/.test(text), 'markup in text')
  for (const { text: inner } of find(blocks, ({ type }) => type === 'mrkdwn'))
    must(/^<https?:\/\/[^<>|\s]+\|[^<>|]+>$/.test(String(inner)), `markup ${String(inner)}`)
  const elements = find(blocks, ({ type }) => type !== undefined).map(({ type }) => type)
  must(
    !elements.some((type) => ['user', 'channel', 'usergroup', 'broadcast', 'team', 'link'].includes(String(type))),
    'mention',
  )
  return rules
}
