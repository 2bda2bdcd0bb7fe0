import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.js'
import { ROOT, runKubecon } from '../support/run-kubecon.js'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-'))
  await mkdir(join(folder, 'empty'))
  await mkdir(join(folder, 'bad'))
  await writeFile(join(folder, 'bad', 'a.md'), 'no front matter')
})
afterAll(() => rm(folder, { recursive: true }))

describe('kubecon ask', () => {
  it('answers with excerpts and citations', async () => {
    const { code, out, err } = await runKubecon(['ask', 'what is CRI-O'])
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatch(/^1\. ".*CRI-O/s)
    expect(out).toMatch(/austin-2017-(?:nosek|galexrt), lines? \d/)
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  })

  it('takes the question as several words', async () => {
    expect((await runKubecon(['ask', 'what', 'is', 'Istio'])).code).toBe(0)
  })

  it('exits with 1 for what the reports do not cover', async () => {
    const { code, out } = await runKubecon(['ask', 'what is the capital of France'])
    expect(code).toBe(1)
    expect(out).toContain('The reports do not cover')
  })

  it('does not take a long message about something else for a question on the reports', async () => {
    const text = 'we are looking for two volunteers to organise the summer party and collect money for the present'
    expect((await runKubecon(['ask', text])).code).toBe(1)
  })

  it('gives the answer as JSON', async () => {
    const { code, out } = await runKubecon(['ask', '--json', 'what is containerd'])
    expect(code).toBe(0)
    const answer = JSON.parse(out) as Answer
    expect(answer.status).toBe('answered')
    expect(answer.excerpts[0]?.citation.lines).toHaveLength(2)
  })

  it('answers JSON lines in order and goes on after a bad one', async () => {
    const input =
      '{"id":"a","q":"what is CRI-O"}\nnonsense\n{"id":"b","q":"and who presented it?","context":["what is CRI-O"]}\n'
    const { out } = await runKubecon(['ask', '--jsonl'], { input })
    const ids = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { id?: string }).id)
    expect(ids).toContain('a')
    expect(ids.at(-1)).toBe('b')
  })

  it('serves pasted text with --knowledge', async () => {
    await writeFile(
      join(folder, 'rome-2019-doe.txt'),
      'Rome notes 2019\n\nThe Falcon runtime starts a container in nine milliseconds.\n',
    )
    const { code, out } = await runKubecon(['ask', 'how fast is the Falcon runtime', '--knowledge', folder])
    expect(code).toBe(0)
    expect(out).toContain('nine milliseconds')
    expect(out).toContain('rome-2019-doe, line 3')
  })
})

describe('wrong use', () => {
  it.each([
    ['an unknown command', ['aks'], 'There is no command "aks"'],
    ['an unknown option', ['ask', '--jsn', 'x'], "Unknown option '--jsn'"],
    ['an option of another command', ['check', '--json'], '"check" does not take --json.'],
    ['a folder that does not exist', ['ask', 'x', '--knowledge', '/nowhere'], '/nowhere does not exist'],
  ])('%s is told with what to do, and exits with 2', async (_, args, message) => {
    const { code, out, err } = await runKubecon(args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
    expect(err).not.toContain('    at ')
  })

  it.each([
    ['empty', 'holds no reports'],
    ['bad', 'a.md:1:1: front-matter'],
  ])('a folder that is %s says so', async (name, message) => {
    const { code, err } = await runKubecon(['ask', 'x', '--knowledge', join(folder, name)])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })

  it('a wrong variable is named, without its value', async () => {
    const { code, err } = await runKubecon(['ask', 'x'], { env: { LOG_LEVEL: 'secret-value' } })
    expect(code).toBe(2)
    expect(err).toContain('LOG_LEVEL')
    expect(err).not.toContain('secret-value')
  })
})

describe('kubecon check', () => {
  it('finds nothing in the project’s own reports', async () => {
    const { code, out } = await runKubecon(['check'])
    expect(out).toMatch(/^knowledge: 5 reports, \d+ passages, no problems\n$/)
    expect(code).toBe(0)
  })

  it('tells every problem by file, line and column', async () => {
    for (const args of [[join(folder, 'bad')], ['--knowledge', join(folder, 'bad')]]) {
      const { code, out } = await runKubecon(['check', ...args])
      expect(code).toBe(2)
      expect(out).toMatch(/bad\/a\.md:1:1: front-matter: a report begins with/)
    }
  })
})

describe('a reader who goes away', () => {
  it.each([
    ['help', ''],
    ['check', ''],
    ['ask what is CRI-O', ''],
    ['ask --jsonl', '{"id":1,"q":"CRI-O"}\n'.repeat(200)],
    ['chat', 'what is CRI-O\nping\n'.repeat(50)],
  ])('ends "%s" without a word', async (words, input) => {
    const child = spawn(process.execPath, [`${ROOT}dist/src/cli.js`, ...words.split(' ')], { cwd: ROOT })
    const text = (stream: Readable) => stream.setEncoding('utf8').reduce((all, part) => all + part, '')
    child.stdout.destroy()
    child.stdin.on('error', () => undefined).end(input)
    const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect({ err, code }).toEqual({ err: '', code: 141 })
  })
})

describe('kubecon chat', () => {
  it('answers piped lines, follow-ups included', async () => {
    const { code, out, err } = await runKubecon(['chat'], { input: 'what is CRI-O\nmore\nstauts\nping\n' })
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toContain('> what is CRI-O')
    expect(out).toMatch(/\n4\. "/)
    expect(out).toContain('status')
    expect(out).toContain('pong')
  })

  it('does not end because a reader went away', async () => {
    expect((await runKubecon(['chat'], { input: '' })).code).toBe(0)
  })
})
