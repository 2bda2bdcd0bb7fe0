import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import Libsql from 'libsql'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BotError } from '../../src/errors.js'
import { migrate } from '../../src/store/migrate.js'
import { MIGRATIONS } from '../../src/store/migrations/migrations.js'
import { openSqlite } from '../../src/store/open-sqlite.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { safeFile } from '../../src/store/safe-file.js'
import { createSeenEventsStore } from '../../src/store/seen-events-store.js'
import { subscriptionOf } from './contract.js'
import { fill } from './contract-export.js'

let folder: string
let dataDir: string
let file: string
const opened: Store[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kubecon-trouble-'))
  dataDir = join(folder, 'data')
  file = join(dataDir, 'kubecon.db')
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()))
  await rm(folder, { recursive: true, force: true })
})
const open = async (): Promise<Store> => {
  const store = await openStore({ dataDir, now: () => 1 })
  opened.push(store)
  return store
}
const closed = async (): Promise<void> => {
  const store = await open()
  await fill(store)
  await store.close()
  opened.pop()
}

describe('the file of the store', () => {
  it('is its owner’s alone, with its folder and the files beside it', async () => {
    const umask = process.umask(0)
    try {
      await fill(await open())
    } finally {
      process.umask(umask)
    }
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    const files = await readdir(dataDir)
    expect(files.sort()).toEqual(['kubecon.db', 'kubecon.db-shm', 'kubecon.db-wal'])
    for (const name of files) expect([name, statSync(join(dataDir, name)).mode & 0o777]).toEqual([name, 0o600])
  })

  it('becomes its owner’s alone when others could read it', async () => {
    await closed()
    chmodSync(file, 0o644)
    await open()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is written with a log, and synced with every change', async () => {
    const { database } = await open()
    expect((await sql`pragma journal_mode`.execute(database)).rows).toEqual([{ journal_mode: 'wal' }])
    expect((await sql`pragma synchronous`.execute(database)).rows).toEqual([{ synchronous: 2 }])
  })
})

describe('a close', () => {
  it('leaves everything in the one file', async () => {
    await closed()
    const copy = join(folder, 'copy')
    mkdirSync(copy)
    copyFileSync(file, join(copy, 'kubecon.db'))
    const store = await openStore({ dataDir: copy, now: () => 1 })
    opened.push(store)
    expect(await store.digests.subscriptions()).toHaveLength(2)
  })
})

describe('a start', () => {
  const troubleOf = async (): Promise<unknown> => open().catch((error: unknown) => error)

  it.each<[string, () => void]>([
    ['something else in place of the file', () => writeFileSync(file, 'this is not a database '.repeat(200))],
    ['pages of the file overwritten', () => writeFileSync(file, readFileSync(file).fill(0x5a, 8192, 8192 * 3))],
    ['the file cut off', () => truncateSync(file, 8192 * 2)],
  ])('tells that the store is damaged: %s', async (_, damage) => {
    await closed()
    damage()
    const trouble = await troubleOf()
    expect(trouble).toBeInstanceOf(BotError)
    expect(trouble).toMatchObject({ trouble: 'corrupt' })
    expect(String(trouble)).toContain(`The store ${file} is damaged. Move it aside and start again`)
  })

  it('makes a new store in place of an empty file', async () => {
    mkdirSync(dataDir)
    writeFileSync(file, '')
    expect(await (await open()).digests.subscriptions()).toEqual([])
  })

  it.each<[string, () => void]>([
    ['a folder in place of the file', () => mkdirSync(file, { recursive: true })],
    ['a file in place of the folder', () => writeFileSync(dataDir, '')],
  ])('tells that the store cannot be opened: %s', async (_, arrange) => {
    arrange()
    expect(await troubleOf()).toMatchObject({ trouble: 'not-opened', message: expect.stringContaining('DATA_DIR') })
  })

  it.each<[string, () => void]>([
    ['the folder above', () => chmodSync(folder, 0o555)],
    ['the file and its folder', () => readOnly()],
  ])('tells that the store cannot be written: %s', async (name, arrange) => {
    if (name !== 'the folder above') await closed()
    arrange()
    // What root may do says nothing about others.
    const root = process.geteuid?.() === 0
    if (root) process.seteuid?.(65_534)
    try {
      expect(await troubleOf()).toMatchObject({ trouble: 'read-only', message: expect.stringContaining('DATA_DIR') })
    } finally {
      if (root) process.seteuid?.(0)
      chmodSync(folder, 0o755)
      if (name !== 'the folder above') chmodSync(dataDir, 0o755)
    }
  })
  const readOnly = (): void => {
    chmodSync(file, 0o444)
    chmodSync(folder, 0o755)
    chmodSync(dataDir, 0o555)
  }

  it('waits five seconds for another process, does not hold up the bot meanwhile, and then tells', async () => {
    await closed()
    const other = new Libsql(file, {})
    other.exec('begin exclusive')
    let ticks = 0
    const clock = setInterval(() => {
      ticks += 1
    }, 50)
    try {
      expect(await troubleOf()).toMatchObject({ trouble: 'busy' })
      expect(ticks).toBeGreaterThan(50)
    } finally {
      clearInterval(clock)
      other.exec('rollback')
      other.close()
    }
    expect(await (await open()).digests.subscriptions()).toHaveLength(2)
  })
})

describe('while running', () => {
  it('a full disk is told with the change that failed, the rest goes on, and is over when there is space', async () => {
    const store = await open()
    await store.digests.saveSubscription(subscriptionOf())
    await sql`pragma max_page_count = 1`.execute(store.database)
    const question = 'x'.repeat(200_000)
    await expect(store.questions.note('T1', 'C1', question)).rejects.toMatchObject({ trouble: 'full' })
    expect(store.problem()?.message).toContain('The disk of the store')
    expect(await store.digests.subscriptions()).toHaveLength(1)
    await sql`pragma max_page_count = 100000`.execute(store.database)
    await store.questions.note('T1', 'C1', question)
    expect(store.problem()).toBeUndefined()
  })

  it('a change that finds the file busy leaves nothing behind that holds up the next', async () => {
    const store = await open()
    const other = new Libsql(file, { timeout: 10 })
    other.exec('begin immediate')
    const slot = { subscription: 's', slot: 's' }
    const writes = [
      store.questions.note('T1', 'C1', 'q'),
      store.digests.confirmSlot(slot, 'm', ['a'], 1),
      store.events.claim(['e']),
    ]
    await new Promise((resolve) => setTimeout(resolve, 200))
    other.exec('commit')
    await Promise.all(writes)
    other.prepare("insert into rounds values ('s', 2)").run()
    other.close()
    expect(await store.digests.claimSlot(slot, 2)).toBe(false)
    expect(store.problem()).toBeUndefined()
  })

  it('waits for a file that is held once, not with every change, and goes on when it is free', async () => {
    await closed()
    const problems: (Error | undefined)[] = []
    const database = await openSqlite(dataDir, (problem) => problems.push(problem), 300)
    const { claim } = createSeenEventsStore(database, { now: Date.now })
    const other = new Libsql(file, { timeout: 10 })
    other.exec('begin immediate')
    const began = performance.now()
    for (let i = 0; i < 20; i++) {
      await expect(claim([`e${i}`])).rejects.toMatchObject({ trouble: 'busy' })
      await database.selectFrom('events').selectAll().execute()
    }
    // Each with a patience of its own would be six seconds.
    expect(performance.now() - began).toBeLessThan(4000)
    other.exec('commit')
    other.close()
    expect(await claim(['e'])).toBe(true)
    expect(problems.at(-1)).toBeUndefined()
    await database.destroy()
  })
})

describe('a statement of libsql', () => {
  it('that finds the file busy does not keep the next transaction from its end', async () => {
    await closed()
    const [one, other] = [new Libsql(file, { timeout: 1 }), new Libsql(file, { timeout: 1 })]
    const { prepare } = safeFile(one)
    other.exec('begin immediate')
    const busy = prepare("insert into rounds values ('a', 2) returning round")
    expect(() => busy.all([])).toThrow('database is locked')
    other.exec('commit')
    prepare('begin immediate').run([])
    prepare("insert into rounds values ('b', 2)").run([])
    prepare('commit').run([])
    expect(busy.all([])).toEqual([{ round: 2 }])
    expect(other.prepare('select subscription from rounds').pluck().all()).toEqual(['T1:C2', 'a', 'b'])
    one.close()
    other.close()
  })
})

describe('a migration', () => {
  const options = { kind: 'sqlite', place: 'here', now: () => 5 } as const

  it('is applied once, after those before it', async () => {
    const { database } = await open()
    const add = {
      name: '0002-more',
      up: ({ schema }: typeof database) => schema.alterTable('rounds').addColumn('note', 'text').execute(),
    }
    // Also what was asked before knows the new columns.
    await database.selectFrom('rounds').selectAll().execute()
    for (const _ of [1, 2]) await migrate(database, { ...options, migrations: [...MIGRATIONS, add] })
    expect(await database.selectFrom('schema_versions').selectAll().orderBy('name').execute()).toEqual([
      { name: '0001-first-tables', applied_at: 1 },
      { name: '0002-more', applied_at: 5 },
    ])
    await database.insertInto('rounds').values({ subscription: 's', round: 2 }).execute()
    const rows: readonly unknown[] = await database.selectFrom('rounds').selectAll().execute()
    expect(rows).toEqual([{ subscription: 's', round: 2, note: null }])
    expect(await open().catch((error: unknown) => error)).toMatchObject({ trouble: 'newer' })
  })

  it('that fails changes nothing, nor do those before it', async () => {
    const store = await open()
    const { database } = store
    const good = {
      name: '0002-good',
      up: ({ schema }: typeof database) => schema.createTable('good').addColumn('a', 'text').execute(),
    }
    const bad = { name: '0003-bad', up: ({ schema }: typeof database) => schema.dropTable('never').execute() }
    await expect(migrate(database, { ...options, migrations: [...MIGRATIONS, good, bad] })).rejects.toThrow('never')
    expect(await database.selectFrom('schema_versions').selectAll().execute()).toHaveLength(1)
    await migrate(database, { ...options, migrations: [...MIGRATIONS, good] })
  })
})
