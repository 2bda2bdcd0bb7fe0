import { PassThrough } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { Line } from '../../src/command/line.js'
import { notice } from '../../src/command/reply.js'
import { type ChatOptions, chat } from '../../src/shell/chat.js'
import { createSink } from '../support/streams.js'

/** A chat whose bot says every line back; the streams are the test's. */
const start = (options: Partial<ChatOptions> = {}) => {
  const input = new PassThrough()
  const sink = createSink()
  const lines: Line[] = []
  const typed = chat({
    input,
    output: sink.stream,
    interactive: false,
    colours: false,
    dispatch: async (line) => {
      lines.push(line)
      return notice(`heard ${line.text}`)
    },
    completions: ['help', 'report austin-2017-nosek', 'report berlin-2017-it20', 'who Kelsey Hightower'],
    greeting: 'Welcome.',
    history: [],
    ...options,
  })
  const end = async (): Promise<readonly string[]> => {
    if (!input.writableEnded) input.end()
    return typed
  }
  return { input, lines, typed, end, shown: () => stripVTControlCharacters(sink.text()), raw: sink.text }
}

const QUIET = { interactive: false, colours: false, completions: [], greeting: '', history: [] }

describe('piped lines', () => {
  it('are answered one after the other, each below what was asked', async () => {
    const { input, end, raw } = start()
    input.write('one\ntwo\n')
    await end()
    expect(raw()).toBe('> one\n\nheard one\n\n> two\n\nheard two\n\n')
  })

  it.each([
    ['a last line without an end', 'one\ntwo'],
    ['line ends of Windows', 'one\r\ntwo\r\n'],
    ['empty lines between', '\none\n  \n\ntwo\n'],
  ])('may have %s', async (_, text) => {
    const { input, lines, end } = start()
    input.write(text)
    await end()
    expect(lines.map((line) => line.text)).toEqual(['one', 'two'])
  })

  it('come from one person in one conversation', async () => {
    const { input, lines, end } = start()
    input.write('one\ntwo\n')
    await end()
    expect(new Set(lines.map(({ person, conversation }) => `${person} ${conversation}`)).size).toBe(1)
  })

  it('are awaited: no answer overtakes the one before', async () => {
    const waiting: (() => void)[] = []
    const first = new Promise<void>((resolve) => waiting.push(resolve))
    const begun: string[] = []
    const { input, end, raw } = start({
      dispatch: async ({ text }) => {
        begun.push(text)
        if (text === 'slow') await first
        return notice(`heard ${text}`)
      },
    })
    input.write('slow\nfast\n')
    const ended = end()
    await new Promise(setImmediate)
    expect(begun).toEqual(['slow'])
    for (const release of waiting) release()
    await ended
    expect(raw()).toMatch(/heard slow.*heard fast/s)
  })

  it.each(['exit', 'quit', 'bye', ' EXIT '])('end at «%s»', async (goodbye) => {
    const { input, lines, typed } = start()
    input.write(`one\n${goodbye}\ntwo\n`)
    await typed
    expect(lines.map((line) => line.text)).toEqual(['one'])
  })

  it('get neither greeting nor prompt nor colours', async () => {
    const { input, end, raw, shown } = start()
    input.write('one\n')
    await end()
    expect(raw()).toBe(shown())
    expect(raw()).not.toMatch(/Welcome|kubecon>/)
  })

  it('of none end at once', async () => {
    const { end, raw } = start()
    await end()
    expect(raw()).toBe('')
  })
})

describe('the width of replies', () => {
  it.each([
    ['unknown: 80', undefined, 80],
    ['narrow', 40, 40],
    ['very wide: 100 are enough to read', 300, 100],
  ])('follows the terminal, %s', async (_, columns, width) => {
    const input = new PassThrough()
    const sink = createSink()
    const output = Object.assign(sink.stream, columns === undefined ? {} : { columns })
    const dispatch = async () => notice('word '.repeat(100).trim())
    const ended = chat({ ...QUIET, input, output, dispatch })
    input.end('x\n')
    await ended
    const widest = Math.max(
      ...sink
        .text()
        .split('\n')
        .map((line) => line.length),
    )
    expect(widest).toBeLessThanOrEqual(width)
    expect(widest).toBeGreaterThan(width - 5)
  })
})

describe('a person at a terminal', () => {
  const terminal = (options: Partial<ChatOptions> = {}) => start({ interactive: true, ...options })

  it('is greeted, then prompted', async () => {
    const { end, shown } = terminal()
    await end()
    expect(shown()).toMatch(/^Welcome\.\n\nkubecon> /)
  })

  it('gets an answer and the next prompt', async () => {
    const { input, end, shown } = terminal()
    input.write('one\n')
    await end()
    expect(shown()).toMatch(/kubecon> one\s+heard one\n\nkubecon> \n$/)
  })

  it('may send an empty line, which the bot hears', async () => {
    const { input, lines, end } = terminal()
    input.write('\n')
    await end()
    expect(lines.map(({ text }) => text)).toEqual([''])
  })

  it('may paste several lines: all are answered in order', async () => {
    const { input, end, shown } = terminal()
    input.write('one\ntwo\nthree\n')
    await end()
    expect([...shown().matchAll(/heard (\w+)/g)].map(([, word]) => word)).toEqual(['one', 'two', 'three'])
  })

  it.each([
    ['Ctrl-C', '\u0003'],
    ['Ctrl-D', '\u0004'],
    ['«bye»', 'bye\n'],
  ])('leaves with %s, on a line of its own', async (_, keys) => {
    const { input, typed, shown } = terminal()
    input.write(keys)
    await typed
    expect(shown()).toMatch(/\n$/)
  })

  it('finds the lines of earlier sessions, and leaves the new ones on top', async () => {
    const { input, end } = terminal({ history: ['older', 'oldest'] })
    input.write('one\ntwo\n')
    expect(await end()).toEqual(['two', 'one', 'older', 'oldest'])
  })

  it('goes back to an earlier line with the arrow key', async () => {
    const { input, lines, end } = terminal({ history: ['older', 'oldest'] })
    input.write('\u001b[A\u001b[A\r')
    await end()
    expect(lines.map(({ text }) => text)).toEqual(['oldest'])
  })

  it('keeps a line that was typed again once', async () => {
    const { input, end } = terminal({ history: ['two', 'one'] })
    input.write('one\n')
    expect(await end()).toEqual(['one', 'two'])
  })

  it.each([
    ['a command', 'he\t\r', 'help'],
    ['a report, as far as it is clear', 'rep\tb\t\r', 'report berlin-2017-it20'],
    ['a name in lower case', 'who k\t\r', 'who Kelsey Hightower'],
    ['nothing it does not know', 'xyz\t\r', 'xyz'],
  ])('has Tab complete %s', async (_, keys, line) => {
    const { input, lines, end } = terminal()
    // Key by key, as typed: pasted tabs are text.
    for (const key of keys) {
      input.write(key)
      await new Promise(setImmediate)
    }
    await end()
    expect(lines.map(({ text }) => text)).toEqual([line])
  })

  it('sees colours only where the terminal has them', async () => {
    const accent = '\u001b[36mkubecon> '
    const plain = terminal()
    await plain.end()
    expect(plain.raw()).not.toContain(accent)
    const coloured = terminal({ colours: true })
    await coloured.end()
    expect(coloured.raw()).toContain(accent)
  })
})
