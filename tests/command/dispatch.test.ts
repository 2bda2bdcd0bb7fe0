import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Answer } from '../../src/answer/answer.js'
import { LONGEST_LINE } from '../../src/command/clean-text.js'
import { type Command, type CommandContext, defineCommand } from '../../src/command/command.js'
import { dispatch } from '../../src/command/dispatch.js'
import type { Line } from '../../src/command/line.js'
import { notice } from '../../src/command/reply.js'
import { answerOf, notFound } from '../support/answers.js'
import { createSmallBot } from '../support/small-bot.js'

const bot = createSmallBot()

describe('a line that is a command', () => {
  it.each([
    ['in lower case', 'ping'],
    ['in upper case', 'PING'],
    ['with a mark at its end', 'ping!'],
    ['with a question mark', 'Ping?'],
    ['between blanks', '  ping \n'],
    ['after the mention of the bot', '<@U012AB3CD> ping'],
    ['with invisible characters', '\u200bpi\u200bng\ufeff'],
  ])('is run %s', async (_, text) => {
    expect(await bot.say(text)).toMatchObject({ kind: 'notice', text: 'pong' })
  })

  it('hands on what follows its name', async () => {
    expect((await bot.listing('Report: austin-2017-nosek')).title).toContain('Austin')
  })

  it.each(['who', 'ask', 'Who', 'ASK'])('explains the command when more is needed: %s', async (name) => {
    const { title, groups } = await bot.listing(name)
    expect(title).toMatch(/^<question>$|^who /)
    expect(groups.map(({ heading }) => heading)).toContain('Examples')
  })
})

describe('a line that is a question', () => {
  it.each([
    'what is CRI-O',
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty vault',
    'version of the container runtime',
    'ping of death in etcd',
    'status of containerd in kubernetes',
    'last talk on the service mesh',
    'more talks about etcd',
    'who presented the Vault session',
    'report on the runtime of Kubernetes',
    'help me understand Vault',
    'who?',
    'pinging',
    '42',
  ])('is asked as it was typed: %s', async (text) => {
    expect((await createSmallBot().answer(text)).answer.question).toBe(text)
  })

  it('is asked without the word «ask»', async () => {
    const { answer } = await bot.answer('ask what is CRI-O')
    expect(answer).toMatchObject({ status: 'answered', question: 'what is CRI-O' })
  })

  it('may continue the question before, of the same person in the same place only', async () => {
    const own = createSmallBot()
    await own.say('what is CRI-O', { person: 'jane', conversation: 'general' })
    const followUp = async (line: Partial<Line>) => {
      const reply = await own.say('who presented it?', line)
      return reply.kind === 'answer' ? reply.answer.question : reply.kind
    }
    expect(await followUp({ person: 'joe', conversation: 'general' })).toBe('who presented it?')
    expect(await followUp({ person: 'jane', conversation: 'random' })).toBe('who presented it?')
    expect(await followUp({ person: 'jane', conversation: 'general' })).toContain('CRI-O')
  })
})

describe('a line that says nothing', () => {
  it.each(['', '   ', '\n', '🎉', '👍🏽 👍', '?!', '...', '<@U012AB3CD>', '\u200b\u0000'])(
    'gets the help: %j',
    async (text) => {
      expect((await bot.listing(text)).title).toBe((await bot.listing('help')).title)
    },
  )
})

describe('a line that is far too long', () => {
  it('is not read, and says how long it may be', async () => {
    const { text, tone, suggestions } = await bot.notice('vault '.repeat(800))
    expect(text).toContain('4,800')
    expect(text).toContain('4,000')
    expect(tone).toBe('problem')
    expect(suggestions).toEqual(['help'])
  })

  it('is read up to the limit', async () => {
    expect(await bot.say(`ping${' '.repeat(LONGEST_LINE - 4)}`)).toMatchObject({ text: 'pong' })
    expect(await bot.say(`ping${' '.repeat(LONGEST_LINE - 3)}`)).toMatchObject({ tone: 'problem' })
  })
})

describe('did you mean', () => {
  it.each([
    ['hepl reports', 'help reports'],
    ['reprot austin-2017-nosek', 'report austin-2017-nosek'],
    ['stauts of the union', undefined],
    ['what is a unicorn', undefined],
  ])('«%s» is answered with a hint at: %s', async (text, command) => {
    expect((await createSmallBot().answer(text)).didYouMean).toBe(command)
  })

  it.each([
    ['repots', 'reports'],
    ['stauts', 'status'],
    ['Stauts?', 'status'],
    ['verison', 'version'],
    ['hlep', 'help'],
  ])('a single word that the reports do not have gets the hint alone: %s', async (text, command) => {
    const { text: said, suggestions } = await createSmallBot().notice(text)
    expect(said).toContain(`Did you mean the command "${command}"?`)
    expect(suggestions).toEqual([command])
  })

  it('does not take a mistyped command for a question to go on from', async () => {
    const own = createSmallBot()
    await own.answer('what is CRI-O')
    await own.notice('hlep')
    expect((await own.answer('who presented it?')).answer.question).toContain('CRI-O')
  })

  it('hints at nothing when the line was answered as typed', async () => {
    expect(await createSmallBot().answer('what is CRI-O')).not.toHaveProperty('didYouMean')
  })

  it('hints at no question', async () => {
    expect(await createSmallBot().answer('aks about unicorns')).not.toHaveProperty('didYouMean')
  })
})

describe('any line at all', () => {
  it('gets a reply', async () => {
    const word = fc.constantFrom('who', 'report', 'talks', 'help', 'ask', 'more', 'last', 'vault', 'is', '🎉', '\u0000')
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 100 }),
      fc.array(word, { maxLength: 5 }).map((words) => words.join(' ')),
    )
    await fc.assert(
      fc.asyncProperty(line, async (text) => {
        expect(['answer', 'notice', 'listing']).toContain((await bot.say(text)).kind)
      }),
      { numRuns: 50 },
    )
  })
})

describe('dispatch with commands of one’s own', () => {
  const asking = (answerTo: (question: string) => Answer): Command => ({
    name: 'ask',
    usage: '<question>',
    help: 'Ask.',
    examples: ['x'],
    input: z.string().min(1),
    handler: (question) => ({ kind: 'answer', answer: answerTo(String(question)), scope: '' }),
  })
  const ask = asking((question) => notFound({ question }))
  const context = {} as Omit<CommandContext, 'line'>
  const say = (text: string, ...commands: readonly Command[]) => {
    const lines: Line[] = []
    const reply = dispatch(
      { text, person: 'jane', conversation: 'c', thread: 't' },
      {
        commands: new Map([ask, ...commands].map((one) => [one.name, one])),
        contextFor: (line) => {
          lines.push(line)
          return { ...context, line }
        },
      },
    )
    return { reply, lines }
  }
  const failing = (handler: Command['handler']): Command =>
    defineCommand({ name: 'boom', usage: 'boom', help: 'Fail.', examples: ['boom'], input: z.literal(''), handler })

  it('lets an error of a handler through, for its caller to tell', async () => {
    const thrower = failing(() => {
      throw new Error('thrown')
    })
    await expect(say('boom', thrower).reply).rejects.toThrow('thrown')
    await expect(
      say(
        'boom',
        failing(() => Promise.reject(new Error('rejected'))),
      ).reply,
    ).rejects.toThrow('rejected')
  })

  it('waits for a handler that takes its time', async () => {
    const slow = failing(() => Promise.resolve(notice('at last')))
    expect(await say('boom', slow).reply).toMatchObject({ text: 'at last' })
  })

  it('gives the handler the line as it was meant, with the place it came from', async () => {
    const { reply, lines } = say(' <@U012AB3CD> “hi” ')
    await reply
    expect(lines).toEqual([{ text: '"hi"', person: 'jane', conversation: 'c', thread: 't' }])
  })

  it('asks what a command does not claim', async () => {
    const shy: Command = { ...failing(() => notice('mine')), input: z.string(), claims: (rest) => rest === 'please' }
    expect(await say('boom please', shy).reply).toMatchObject({ text: 'mine' })
    expect(await say('boom now', shy).reply).toMatchObject({ kind: 'answer', answer: { question: 'boom now' } })
  })

  it('says so when nothing can read a line, even without a help command', async () => {
    expect(await say('🎉').reply).toMatchObject({ kind: 'notice', suggestions: ['help'] })
  })

  it('hints at a command where a word had to be repaired, with the word that may have been meant', async () => {
    const boom = failing(() => notice('boom'))
    const saying = (answer: Answer) =>
      dispatch(
        { text: 'booom', person: 'jane', conversation: 'c' },
        {
          commands: new Map([asking(() => answer), boom].map((one) => [one.name, one])),
          contextFor: (line) => ({ ...context, line, ask: () => answer }),
        },
      )
    expect(await saying(answerOf({ repaired: [{ from: 'booom', to: 'room' }] }))).toMatchObject({
      kind: 'notice',
      suggestions: ['boom', 'ask room'],
    })
    expect(await saying(answerOf({ status: 'weak' }))).toHaveProperty('didYouMean', 'boom')
    expect(await saying(answerOf())).not.toHaveProperty('didYouMean')
  })
})
