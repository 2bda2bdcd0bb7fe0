import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Command, defineCommand } from '../../src/command/command.js'
import { renderHelp, renderHelpFor } from '../../src/command/help.js'
import { notice } from '../../src/command/reply.js'

const command = (name: string, usage: string, help: string, group?: Command['group']): Command =>
  defineCommand({
    name,
    usage,
    help,
    ...(group && { group }),
    examples: [`${name} one`, `${name} two`],
    input: z.string(),
    handler: () => notice(''),
  })

const COMMANDS = [
  command('ask', '<question>', 'Answer a question.', 'ask'),
  command('status', 'status', 'Show whether anything is wrong.', 'settings'),
  command('version', 'version', 'Show the version.', 'settings'),
  command('digest', 'digest [on|off]', 'Get a digest.', 'digest'),
  command('talks', 'talks [words]', 'List the talks, also by speaker.'),
  command('who', 'who <name>', 'Show the talks of a speaker.'),
]

describe('renderHelp', () => {
  it('shows how to type every command, by what it is for', () => {
    const { groups } = renderHelp(COMMANDS)
    expect(groups).toEqual([
      { heading: 'Ask', entries: [{ label: '<question>', detail: 'Answer a question.' }] },
      { heading: 'Read across the reports', entries: [{ label: 'talks [words] · who <name>' }] },
      { heading: 'Digest', entries: [{ label: 'digest [on|off]', detail: 'Get a digest.' }] },
      { heading: 'Settings', entries: [{ label: 'status · version' }] },
    ])
  })

  it('leaves out a group without commands', () => {
    expect(renderHelp(COMMANDS.slice(0, 1)).groups.map(({ heading }) => heading)).toEqual(['Ask'])
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

  it.each(['settings', 'Settings'])('tells what the commands of a group do: %s', (word) => {
    expect(renderHelpFor(word, COMMANDS)).toMatchObject({
      title: 'Settings',
      groups: [{ entries: [{ label: 'status', detail: 'Show whether anything is wrong.' }, { label: 'version' }] }],
    })
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
