import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { notice } from '../../src/command/reply.js'
import { validateCommands } from '../../src/command/validate-commands.js'
import { InvalidCommandError } from '../../src/errors.js'

const good = (name: string, change: Readonly<Record<string, unknown>> = {}) => ({
  file: `${name}.ts`,
  module: {
    default: {
      name,
      usage: name,
      help: 'Do it.',
      examples: [name],
      input: z.string(),
      handler: () => notice('done'),
      ...change,
    },
  },
})
const ask = good('ask', { examples: ['what is CRI-O'] })

describe('validateCommands', () => {
  it('gives the commands by name, in order of the alphabet', () => {
    const commands = validateCommands([good('talks'), ask, good('day-one')])
    expect([...commands.keys()]).toEqual(['ask', 'day-one', 'talks'])
  })

  it('keeps each command as it was written', () => {
    const talks = good('talks', { complete: () => ['x'], claims: () => true })
    expect(validateCommands([ask, talks]).get('talks')).toBe(talks.module.default)
  })

  it.each([
    ['no name', { name: undefined }, 'name'],
    ['a name in upper case', { name: 'Talks' }, 'name: must be one lower-case word'],
    ['a name of two words', { name: 'two words' }, 'name: must be one lower-case word'],
    ['no usage', { usage: '' }, 'usage'],
    ['no help', { help: '' }, 'help'],
    ['help too long for a line', { help: 'x'.repeat(121) }, 'help'],
    ['no example', { examples: [] }, 'examples'],
    ['an empty example', { examples: [''] }, 'examples.0'],
    ['an input that is no schema', { input: /x/ }, 'input: must be a zod schema'],
    ['no handler', { handler: undefined }, 'handler: must be a function'],
    ['claims that cannot be asked', { claims: true }, 'claims: must be a function'],
    ['completions that are no function', { complete: ['x'] }, 'complete: must be a function'],
    ['the name of another file', { name: 'talk', examples: ['talk'] }, '"talk" belongs in talk.ts'],
    [
      'an example of another command',
      { examples: ['talks', 'talk mesh'] },
      'example "talk mesh" must start with "talks"',
    ],
  ])('refuses %s, naming the file', (_, change, reason) => {
    const check = () => validateCommands([ask, good('talks', change)])
    expect(check).toThrow(InvalidCommandError)
    expect(check).toThrow('commands/talks.ts: ')
    expect(check).toThrow(reason)
  })

  it.each([
    ['nothing', {}, 'has no default export'],
    ['only named exports', { talks: good('talks').module.default }, 'has no default export'],
    ['a function', { default: () => undefined }, 'default export: '],
    ['null', { default: null }, 'default export: '],
  ])('refuses a file that exports %s', (_, module, reason) => {
    expect(() => validateCommands([ask, { file: 'talks.ts', module }])).toThrow(`commands/talks.ts: ${reason}`)
  })

  it('refuses two files with one name, naming both', () => {
    const twice = () => validateCommands([ask, good('talks'), { ...good('talks'), file: 'talks.mts' }])
    expect(twice).toThrow('commands/talks.mts: the name "talks" is taken by commands/talks.ts')
  })

  it.each([
    ['no commands at all', []],
    ['commands without it', [good('talks')]],
  ])('refuses %s: questions need the command ask', (_, modules) => {
    expect(() => validateCommands(modules)).toThrow('commands/ask.ts: is missing')
  })
})
