import { describe, expect, it } from 'vitest'
import { checkBlocks } from '../../src/loopback/check-blocks.js'
import { checkView } from '../../src/loopback/check-view.js'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const button = (more: object = {}) => ({ type: 'button', action_id: 'a', text: plain('Go'), ...more })
const actions = (...elements: object[]) => ({ type: 'actions', elements })
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) })
const quote = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_quote', elements: [{ type: 'text', text, style: { bold: true } }] }],
})
const many = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i))
const problemsOf = (...blocks: unknown[]): string[] =>
  checkBlocks(blocks, 'message').problems.map(({ path, message }) => `${path} ${message}`)

describe('checkBlocks', () => {
  it.each([
    ['a section', section('hello')],
    ['a section of fields', { type: 'section', fields: many(10, () => mrkdwn('x')) }],
    ['a section with a button', { ...section('hello'), accessory: button({ style: 'primary' }) }],
    ['the longest section', section('x'.repeat(3000))],
    ['a header', { type: 'header', text: plain('x'.repeat(150)) }],
    [
      'context',
      { type: 'context', elements: [mrkdwn('x'), { type: 'image', image_url: 'https://x/y', alt_text: 'y' }] },
    ],
    ['a quote', quote('hello')],
    [
      'a row of buttons',
      actions(...many(25, (i) => button({ action_id: `a${i}`, value: 'x'.repeat(i === 0 ? 2000 : 1) }))),
    ],
    ['a divider', { type: 'divider', block_id: 'x'.repeat(255) }],
    ['an image', { type: 'image', image_url: 'https://x/y', alt_text: 'y' }],
    ['a table', { type: 'table', rows: many(100, () => many(20, () => ({ type: 'raw_text', text: 'x' }))) }],
    ['markdown', { type: 'markdown', text: 'x'.repeat(12_000) }],
  ])('takes %s', (_, block) => {
    expect(problemsOf(block)).toEqual([])
  })

  it.each([
    ['an unknown block', { type: 'nonsense' }, /^\/blocks\/0\/type must be one of: actions/],
    ['no block', 'text', /^\/blocks\/0 must be an object/],
    ['a block without a type', {}, /^\/blocks\/0\/type must be one of: actions/],
    ['a misspelt property', { ...section('x'), txet: 1 }, /^\/blocks\/0 invalid additional property: txet/],
    [
      'a header with mrkdwn',
      { type: 'header', text: mrkdwn('x') },
      /^\/blocks\/0\/text\/type must be equal to constant/,
    ],
    ['a section without text', { type: 'section' }, /^\/blocks\/0 missing required field: text/],
    ['a section with an empty text', section(''), /^\/blocks\/0\/text\/text must be more than 0 characters/],
    [
      'a section that is too long',
      section('x'.repeat(3001)),
      /^\/blocks\/0\/text\/text must be less than 3001 characters/,
    ],
    ['too many fields', { type: 'section', fields: many(11, () => mrkdwn('x')) }, /fields must be less than 11 items/],
    [
      'a long field',
      { type: 'section', fields: [mrkdwn('x'.repeat(2001))] },
      /\/fields\/0\/text must be less than 2001/,
    ],
    ['a long header', { type: 'header', text: plain('x'.repeat(151)) }, /must be less than 151 characters/],
    ['crowded context', { type: 'context', elements: many(11, () => mrkdwn('x')) }, /must be less than 11 items/],
    ['empty context', { type: 'context', elements: [] }, /must be more than 0 items/],
    ['26 buttons', actions(...many(26, (i) => button({ action_id: `a${i}` }))), /must be less than 26 items/],
    ['one action id twice', actions(button(), button()), /elements\/1\/action_id `action_id` already exists/],
    ['a wordy button', actions(button({ text: plain('x'.repeat(76)) })), /text\/text must be less than 76 characters/],
    ['a button in mrkdwn', actions(button({ text: mrkdwn('x') })), /text\/type must be equal to constant/],
    ['a heavy button', actions(button({ value: 'x'.repeat(2001) })), /value must be less than 2001/],
    ['a button of a style that is none', actions(button({ style: 'loud' })), /style must be one of: primary, danger/],
    ['a long url', actions(button({ url: 'x'.repeat(3001) })), /url must be less than 3001/],
    ['a long block_id', { type: 'divider', block_id: 'x'.repeat(256) }, /block_id must be less than 256/],
    [
      'a long table',
      { type: 'table', rows: many(101, () => [{ type: 'raw_text', text: 'x' }]) },
      /less than 101 items/,
    ],
    [
      'a wide table',
      { type: 'table', rows: [many(21, () => ({ type: 'raw_text', text: 'x' }))] },
      /less than 21 items/,
    ],
    ['empty rich text', { type: 'rich_text', elements: [] }, /elements must be more than 0 items/],
    ['rich text with no text', quote(''), /text must be more than 0 characters/],
    [
      'rich text of an unknown kind',
      { type: 'rich_text', elements: [{ type: 'x' }] },
      /type must be one of: rich_text_/,
    ],
    ['long markdown', { type: 'markdown', text: 'x'.repeat(12_001) }, /must be less than 12001 characters/],
  ])('refuses %s', (_, block, problem) => {
    expect(problemsOf(block)).toEqual([expect.stringMatching(problem)])
  })

  it('refuses more than 50 blocks in a message and 100 in a view', () => {
    const blocks = many(51, () => ({ type: 'divider' }))
    expect(problemsOf(...blocks)).toEqual(['/blocks no more than 50 items allowed'])
    expect(checkBlocks(blocks, 'home').problems).toEqual([])
  })

  it('refuses one block_id twice', () => {
    const divider = { type: 'divider', block_id: 'x' }
    expect(problemsOf(divider, divider)).toEqual(['/blocks/1/block_id `block_id` already exists'])
  })

  it('refuses blocks that are too long together', () => {
    expect(
      checkBlocks(
        many(4, () => section('x'.repeat(3000))),
        'message',
      ),
    ).toEqual({ problems: [] })
    expect(
      checkBlocks(
        many(5, () => section('x'.repeat(3000))),
        'message',
      ).error,
    ).toBe('msg_blocks_too_long')
  })

  it('refuses an image without words', () => {
    expect(problemsOf({ type: 'image', image_url: 'https://x/y' })[0]).toBe(
      '/blocks/0 missing required field: alt_text',
    )
  })

  it('names one slip once, however many kinds of block there are', () => {
    expect(problemsOf(section('x'), actions(button({ typo: 1 })), section('y'))).toHaveLength(1)
  })
})

describe('checkView', () => {
  const modal = { type: 'modal', title: plain('Title'), blocks: [section('x')] }
  const viewProblems = (view: unknown, kind: 'modal' | 'home'): string[] =>
    checkView(view, kind).problems.map(({ path, message }) => `${path} ${message}`)

  it.each([
    ['a modal', modal, 'modal'],
    ['a home', { type: 'home', blocks: [] }, 'home'],
  ] as const)('takes %s', (_, view, kind) => {
    expect(viewProblems(view, kind)).toEqual([])
  })

  it.each([
    ['no view', undefined, 'modal', '/type must be modal'],
    ['a home as a modal', { type: 'home', blocks: [] }, 'modal', '/type must be modal'],
    ['a view without blocks', { type: 'home' }, 'home', '/blocks must be an array'],
    ['a modal without a title', { ...modal, title: undefined }, 'modal', ' missing required field: title'],
    [
      'a long title',
      { ...modal, title: plain('x'.repeat(25)) },
      'modal',
      '/title/text must be less than 25 characters',
    ],
    [
      'an unknown block',
      { ...modal, blocks: [{ type: 'x' }] },
      'modal',
      expect.stringMatching(/^\/blocks\/0\/type must/),
    ],
    ['long metadata', { ...modal, private_metadata: 'x'.repeat(3001) }, 'modal', expect.stringMatching(/3001/)],
  ] as const)('refuses %s', (_, view, kind, problem) => {
    expect(viewProblems(view, kind)).toEqual([problem])
  })
})
