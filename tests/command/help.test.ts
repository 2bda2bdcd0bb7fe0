import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Command, defineCommand } from '../../src/command/command.js'
import { renderHelp, renderHelpFor } from '../../src/command/help.js'
import { notice } from '../../src/command/reply.js'

const command = (name: string, usage: string, help: string): Command =>
  defineCommand({
    name,
    usage,
    help,
    examples: [`${name} one`, `${name} two`],
    input: z.string(),
    handler: () => notice(''),
  })

const COMMANDS = [
  command('ask', '<question>', 'Answer a question.'),
  command('status', 'status', 'Show whether anything is wrong.'),
  command('talks', 'talks [words]', 'List the talks, also by speaker.'),
  command('who', 'who <name>', 'Show the talks of a speaker.'),
]

describe('renderHelp', () => {
  it('lists every command once, asking first', () => {
    const { groups } = renderHelp(COMMANDS)
    expect(groups).toEqual([
      { heading: 'Ask', entries: [{ label: '<question>', detail: 'Answer a question.' }] },
      {
        heading: 'Browse',
        entries: [
          { label: 'status', detail: 'Show whether anything is wrong.' },
          { label: 'talks [words]', detail: 'List the talks, also by speaker.' },
          { label: 'who <name>', detail: 'Show the talks of a speaker.' },
        ],
      },
    ])
  })

  it('suggests something to ask', () => {
    expect(renderHelp(COMMANDS).suggestions).not.toEqual([])
  })
})

describe('renderHelpFor', () => {
  it.each(['talks', 'TALKS'])('explains the command %s with its examples', (word) => {
    expect(renderHelpFor(word, COMMANDS)).toEqual({
      kind: 'listing',
      title: 'talks [words]',
      groups: [
        { heading: '', entries: [{ label: 'List the talks, also by speaker.' }] },
        { heading: 'Examples', entries: [{ label: 'talks one' }, { label: 'talks two' }] },
      ],
      suggestions: ['talks one', 'talks two'],
    })
  })

  it('explains a command whose usage and help do not say its name', () => {
    expect(renderHelpFor('ask', COMMANDS)).toMatchObject({ kind: 'listing', title: '<question>' })
  })

  it.each(['speaker', 'Speaker'])('lists the commands whose description speaks of a word: %s', (word) => {
    expect(renderHelpFor(word, COMMANDS)).toMatchObject({
      kind: 'listing',
      groups: [{ entries: [{ label: 'talks [words]' }, { label: 'who <name>' }] }],
    })
  })

  it('guesses at a mistyped name', () => {
    expect(renderHelpFor('stauts', COMMANDS)).toMatchObject({
      kind: 'notice',
      text: expect.stringContaining('Did you mean status?'),
      suggestions: ['help status'],
    })
  })

  it.each(['kubernetes', 'toString', '__proto__'])('says when no command is about a word: %s', (word) => {
    expect(renderHelpFor(word, COMMANDS)).toMatchObject({
      kind: 'notice',
      text: `No command is about "${word}".`,
      suggestions: ['help'],
    })
  })
})
