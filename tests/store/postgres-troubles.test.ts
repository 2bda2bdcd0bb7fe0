import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BotError } from '../../src/errors.js'
import { openPostgres } from '../../src/store/open-postgres.js'
import { openStore, type Store } from '../../src/store/open-store.js'
import { subscriptionOf } from './contract.js'
import { findPostgres, type PostgresServer, query, startPostgres } from './postgres-server.js'

const opened: Store[] = []
afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())))
const open = async (databaseUrl: string): Promise<Store> => {
  const store = await openStore({ dataDir: '/nowhere', databaseUrl, now: () => 1 })
  opened.push(store)
  return store
}
const troubleOf = (databaseUrl: string): Promise<unknown> => open(databaseUrl).catch((error: unknown) => error)

/** A server that takes connections and says nothing. */
const silentServer = async () => {
  const server = createServer((socket) => void socket.resume())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { server, port: typeof address === 'object' && address ? address.port : 0 }
}

/** A way to a server that can be cut off, as by a network that breaks: what is sent is lost, and nothing comes back. */
const openWay = async (port: number) => {
  const sockets = new Set<Socket>()
  let isCut = false
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from)
    from.on('data', (data) => void (isCut || to.write(data)))
    from.on('error', () => to.destroy())
    from.on('close', () => to.destroy())
  }
  const way = createServer((socket) => {
    const server = connect(port, '127.0.0.1')
    pass(socket, server)
    pass(server, socket)
  })
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve))
  return {
    port: (way.address() as AddressInfo).port,
    cut: (now: boolean) => {
      isCut = now
    },
    close: () => {
      for (const socket of sockets) socket.destroy()
      way.close()
    },
  }
}

describe('a DATABASE_URL', () => {
  it.each(['', 'postgres:', 'mysql://u:geheim@h/d', 'postgres//u:geheim@h', 'postgres://u:2024/geheim@h.invalid/d'])(
    'that is none is refused without being shown: %j',
    async (url) => {
      const trouble = await troubleOf(url)
      expect(trouble).toBeInstanceOf(BotError)
      expect(String(trouble)).toContain('DATABASE_URL: expected postgres://')
      expect(String(trouble)).not.toContain('geheim')
    },
  )

  it('of no server, or of one that says nothing, is told within seconds, without its password', async () => {
    const { server, port } = await silentServer()
    const silent = await troubleOf(`postgres://u:geheim@127.0.0.1:${port}/d`)
    await new Promise((resolve) => server.close(resolve))
    const none = await troubleOf(`postgres://u:geheim@127.0.0.1:${port}/d`)
    for (const trouble of [silent, none]) {
      expect(trouble).toMatchObject({ trouble: 'unreachable' })
      expect(String(trouble)).toContain(`The PostgreSQL server 127.0.0.1:${port}/d does not answer.`)
      expect(String(trouble)).not.toContain('geheim')
    }
  })
})

const programs = await findPostgres()

describe.skipIf(!programs)('PostgreSQL', () => {
  let server: PostgresServer
  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  }, 60_000)
  afterAll(() => server.remove())

  it.each<[string, (url: string) => string | Promise<string>, string]>([
    ['no such database', (url) => url.replace(/t\d+$/, 'none'), 'refused'],
    ['no such user', (url) => url.replace('kubecon@', 'nobody:geheim@'), 'refused'],
    ['a server without encryption', (url) => `${url}?sslmode=verify-full`, 'encryption'],
    [
      'a user that may not make tables',
      async (url) => {
        await query(url, 'create role weak login')
        return url.replace('kubecon@', 'weak@')
      },
      'not-allowed',
    ],
    [
      'a certificate that is not there',
      (url) => `${url}?sslmode=verify-full&sslrootcert=/none.pem`,
      'unread-certificate',
    ],
    ['no socket there', (url) => url.replace(/@[^/]+/, '@%2Fnowhere'), 'unreachable'],
    [
      'a database that takes no changes',
      async (url) => {
        await query(url, `alter database ${url.split('/').at(-1)} set default_transaction_read_only = on`)
        return url
      },
      'server-read-only',
    ],
    [
      'tables of another program',
      async (url) => {
        await query(url, 'create table subscriptions (newsletter text)')
        return url
      },
      'other-tables',
    ],
  ])('tells of %s', async (_, arrange, trouble) => {
    const found = await troubleOf(await arrange(await server.createDatabase()))
    expect(found).toBeInstanceOf(BotError)
    expect(found).toMatchObject({ trouble })
    expect(String(found)).not.toContain('geheim')
  })

  it('tells of a table that another session holds', async () => {
    const url = await server.createDatabase()
    await (await open(url)).close()
    opened.pop()
    const other = new pg.Client({ connectionString: url })
    await other.connect()
    try {
      await other.query('begin; lock table questions')
      const note = async (limit: string) => (await open(`${url}?${limit}`)).questions.note('T1', 'C1', 'q')
      await expect(note('statement_timeout=50')).rejects.toMatchObject({ trouble: 'server-slow' })
      await expect(note('lock_timeout=50')).rejects.toMatchObject({ trouble: 'server-busy' })
    } finally {
      await other.end()
    }
  })

  it('may crash: what was written is there, and the bot goes on by itself', async () => {
    const store = await open(await server.createDatabase())
    await store.digests.saveSubscription(subscriptionOf())
    await server.crash()
    await expect.poll(() => store.digests.subscriptions().catch(() => []), { timeout: 10_000 }).toHaveLength(1)
    await store.questions.note('T1', 'C1', 'q')
    expect(store.problem()).toBeUndefined()
  })

  it('that is down is told by every change, until it is back', async () => {
    const store = await open(await server.createDatabase())
    await server.stop()
    try {
      await expect
        .poll(() => store.questions.note('T1', 'C1', 'q').catch((error: unknown) => error), { timeout: 10_000 })
        .toMatchObject({ trouble: 'unreachable' })
      expect(store.problem()).toMatchObject({ trouble: 'unreachable' })
    } finally {
      await server.start()
    }
    await store.questions.note('T1', 'C1', 'q')
    expect(store.problem()).toBeUndefined()
  })

  it('that is cut off is waited for once, not with every change, and is used again when it is back', async () => {
    const url = new URL(await server.createDatabase())
    const way = await openWay(Number(url.port))
    url.port = String(way.port)
    const patience = { connecting: 300, answering: 300, pause: 2000 }
    const database = await openPostgres(url.href, () => undefined, patience)
    try {
      await sql`create table notes (note text)`.execute(database)
      const change = () => sql`insert into notes values ('a')`.execute(database)
      const inTransaction = () =>
        database.transaction().execute((transaction) => sql`insert into notes values ('a')`.execute(transaction))
      await inTransaction()
      way.cut(true)
      const began = performance.now()
      await expect(inTransaction()).rejects.toMatchObject({ trouble: 'unreachable' })
      for (let i = 0; i < 20; i++) await expect(change()).rejects.toMatchObject({ trouble: 'unreachable' })
      // Each with a patience of its own would be six seconds.
      expect(performance.now() - began).toBeLessThan(2000)
      way.cut(false)
      await expect
        .poll(
          () =>
            change().then(
              () => true,
              () => false,
            ),
          { timeout: 10_000 },
        )
        .toBe(true)
    } finally {
      await database.destroy()
      way.close()
    }
  })

  it('answers many at once, more than it gives connections', async () => {
    const store = await open(await server.createDatabase())
    const claims = Array.from({ length: 300 }, (_, i) => store.events.claim([`e${i % 100}`, `m${i % 100}`]))
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(100)
  })
})
