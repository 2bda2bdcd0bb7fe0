import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../src/store/open-store.js'
import { openStore } from '../../src/store/open-store.js'
import { answerOf } from '../support/answers.js'
import { type Place, START, subscriptionOf, useStores } from './contract.js'

/** Something in every table. */
export const fill = async (store: Store): Promise<void> => {
  await store.digests.saveSubscription(subscriptionOf({ topics: ['Zürich 🦀', "it's"], pausedUntil: 'forever' }))
  await store.digests.saveSubscription(subscriptionOf({ id: 'T1:C2', channel: 'C2', skips: [] }))
  await store.digests.confirmSlot({ subscription: 'T1:C1', slot: 's1' }, '17.1', ['a', 'b'], START)
  await store.digests.claimSlot({ subscription: 'T1:C1', slot: 's2' }, START)
  await store.digests.startNewRound('T1:C2')
  await store.feedback.give('T1', 'C1', 'U1', 'a', 'less')
  await store.verdicts.give({
    workspace: 'T1',
    channel: 'C1',
    person: 'U1',
    question: 'why?',
    passages: ['a'],
    helpful: false,
    reason: 'outdated',
  })
  await store.verdicts.want('T1', 'C1', false)
  await store.questions.note('T1', 'C1', 'why?\nand how?')
  const conversation = await store.conversation('jane')
  conversation.remember({ question: 'one', answer: answerOf() })
  await conversation.saved()
  await store.events.claim(['e1', 'm1'], 'to do')
}

const ROWS = 2 + 2 + 1 + 2 + 1 + 1 + 1 + 1 + 1 + 2

/** How what every store holds moves to another one. */
export const describeExport = (place: Place): void => {
  const { open, anew } = useStores(place)
  let folder: string
  let store: Store
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kubecon-export-'))
    store = await open()
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const exported = async (one: Store): Promise<readonly string[]> => {
    const lines: string[] = []
    await one.export((line) => void lines.push(line))
    return lines
  }
  const fileOf = async (lines: readonly string[]): Promise<string> => {
    const file = join(folder, 'store.jsonl')
    await writeFile(file, lines.join('\n'))
    return file
  }

  describe('an export', () => {
    it('brings every row to another store of the same kind, and to the embedded one', async () => {
      await fill(store)
      const lines = await exported(store)
      expect(lines).toHaveLength(ROWS + 2)
      await anew()
      const same = await open()
      const embedded = await openStore({ dataDir: join(folder, 'data'), now: () => START })
      for (const other of [same, embedded]) {
        expect(await other.import(await fileOf(lines))).toBe(ROWS)
        expect([...(await exported(other))].sort()).toEqual([...lines].sort())
      }
      await embedded.close()
      expect(await same.digests.subscriptions()).toEqual(await store.digests.subscriptions())
    })

    it('is read only into an empty store, or in the place of what is there', async () => {
      await fill(store)
      const lines = await exported(store)
      const file = await fileOf(lines)
      await expect(store.import(file)).rejects.toThrow('The store is not empty (it has subscriptions).')
      await store.digests.saveSubscription(subscriptionOf({ id: 'T1:C3', channel: 'C3' }))
      expect(await store.import(file, { replace: true })).toBe(ROWS)
      expect([...(await exported(store))].sort()).toEqual([...lines].sort())
    })

    it.each<[string, (lines: readonly string[]) => readonly string[], RegExp]>([
      ['cut off', (lines) => lines.slice(0, -1), /store\.jsonl: the end is missing/],
      ['cut off within a line', (lines) => [...lines.slice(0, 3), '{"table":"slo'], /:4: not a line of JSON/],
      ['short of a line', (lines) => lines.toSpliced(2, 1), /: 13 rows where 14 were exported/],
      ['of something else', () => ['{"name":"kubecon-bot"}'], /:1: not an export of this bot/],
      ['empty', () => [], /the end is missing/],
      [
        'of a newer version',
        ([first = '', ...rest]) => [first.replace('"format":1', '"format":2'), ...rest],
        /:1: exported by a newer version/,
      ],
      [
        'with an unknown table',
        (lines) => lines.toSpliced(1, 0, '{"table":"sqlite_master","row":{}}'),
        /:2: neither a row of a known table nor the end/,
      ],
      [
        'with an unknown column',
        (lines) => lines.map((line) => line.replace('"passage":"b"', '"passage":"b","x) values (1); --":1')),
        /posted: Unrecognized key/,
      ],
      [
        'with a wrong value',
        (lines) => lines.map((line) => line.replace('"verdict":-1', '"verdict":"-1"')),
        /feedback: verdict: Invalid input/,
      ],
      ['with something after its end', (lines) => [...lines, lines[1] ?? ''], /something follows the end/],
      ['with a row twice', (lines) => lines.toSpliced(1, 0, lines[1] ?? ''), /UNIQUE|duplicate key/],
    ])('that is %s changes nothing', async (_, damage, message) => {
      await fill(store)
      const file = await fileOf(damage(await exported(store)))
      await anew()
      const other = await open()
      await expect(other.import(file)).rejects.toThrow(message)
      expect(await exported(other)).toHaveLength(2)
    })

    it('that is not there is said', async () => {
      await expect(store.import(join(folder, 'none.jsonl'))).rejects.toThrow(/none\.jsonl cannot be read/)
    })

    it('is one moment, whatever is written meanwhile', async () => {
      await fill(store)
      const writer = await open()
      const lines: string[] = []
      await store.export(async (line) => {
        lines.push(line)
        if (lines.length === 1)
          return void (await writer.digests.saveSubscription(subscriptionOf({ id: 'T1:C3', channel: 'C3' })))
        await writer.feedback.give('T1', 'C1', `U${lines.length}`, 'a', 'more')
      })
      // SQLite takes its picture with the first row that is read, PostgreSQL with the first statement.
      expect(lines.length - ROWS - 2).toBeLessThanOrEqual(1)
      expect(lines.filter((line) => line.includes('"feedback"'))).toHaveLength(1)
      expect(await writer.digests.subscriptions()).toHaveLength(3)
    })
  })

  describe('a backup', () => {
    it('is a file that only its owner reads, and from which everything comes back', async () => {
      await fill(store)
      const { file, rows } = await store.backup(join(folder, 'backups'))
      expect(rows).toBe(ROWS)
      expect(file).toBe(join(folder, 'backups', 'kubecon-2027-01-15T08-00-00.000Z.jsonl'))
      expect((await stat(file)).mode & 0o777).toBe(0o600)
      expect(await readdir(join(folder, 'backups'))).toHaveLength(1)
      expect((await readFile(file, 'utf8')).trimEnd().split('\n').sort()).toEqual([...(await exported(store))].sort())
      await anew()
      expect(await (await open()).import(file)).toBe(ROWS)
    })

    it('that cannot be written is said', async () => {
      await writeFile(join(folder, 'backups'), 'a file where the folder should be')
      await expect(store.backup(join(folder, 'backups'))).rejects.toThrow(/^The backup .* could not be written \(E/)
    })
  })
}
