import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore, type StoreOptions } from '../../src/store/open-store.js'
import { createRandom, moment, subscriptionOf } from '../digest/digest-bench.js'
import { type ChannelPeer, createChannelPeer, type PostedMessage } from '../support/channel-peer.js'
import { ROOT } from '../support/run-kubecon.js'

export interface ReplicaLoad {
  /** Channels with a digest, all due at the same minute. */
  readonly digests: number
  readonly events: number
  /** Events on their way at the same time. */
  readonly atOnce: number
  /** Of so many messages on their way, the sender of one is killed: by turns before it arrives and before that is heard. */
  readonly killEvery: number
  /** Milliseconds after which another replica looks after what one left. */
  readonly lease: number
}

export interface ReplicaReport {
  readonly posted: number
  readonly kills: number
  readonly redelivered: number
  /** Milliseconds from the minute that they were due to the last digest. */
  readonly lastDigest: number
  /** Milliseconds from the first event to the last answer. */
  readonly lastAnswer: number
  /** What was lost or came twice, a line each. */
  readonly faults: readonly string[]
  /** What replicas wrote to standard error: work that failed, and that somebody looked after. */
  readonly complaints: readonly string[]
}

const REPORTS = ['berlin-2017-vmware.md', 'london-2016-appsembler.md']
const REPLICAS = 3
const DUE = moment('2026-12-01T09:00Z')
const DAY = '2026-12-01'
/** As long as Slack takes to answer. */
const SLACK_MS = 100

interface Replica {
  readonly child: ChildProcess
  /** Once it listens; 0 when it ended before. */
  readonly port: Promise<number>
}

/** Three bots on one store answer events and post digests while one of them is killed again and again. */
export const replicaRuns = async (
  load: ReplicaLoad,
  options: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>,
): Promise<ReplicaReport> => {
  const random = createRandom(7)
  const knowledge = await mkdtemp(join(tmpdir(), 'kubecon-replicas-'))
  const peer = await createChannelPeer()
  const complaints: string[] = []
  const replicas: Replica[] = []
  const started = Date.now()
  // The digests are due once all replicas are there.
  const offset = DUE - started - 5000
  const channels = Array.from({ length: load.digests }, (_, i) => `D${i}`)
  const begin = () => {
    const values = { ...options, peer: peer.url, knowledge, offset, lease: load.lease }
    return startReplica(values, (line) => complaints.push(line))
  }
  let kills = 0
  let arrived = 0
  let doomed: PostedMessage | undefined
  peer.onPost = async (point, message) => {
    if (point === 'arriving') {
      arrived += 1
      if (arrived % load.killEvery === 0) doomed = message
    }
    const isTurn = message === doomed && point === (kills % 2 === 0 ? 'arriving' : 'arrived')
    const victim = isTurn ? replicas.findIndex(({ child }) => child.pid === message.from) : -1
    const child = replicas[victim]?.child
    if (!child) {
      if (point === 'arrived') await wait(SLACK_MS)
      return undefined
    }
    kills += 1
    doomed = undefined
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    replicas[victim] = begin()
    return 'lost'
  }
  try {
    for (const name of REPORTS) await cp(`${ROOT}knowledge/${name}`, join(knowledge, name))
    const store = await openStore({ ...options, now: () => Date.now() + offset })
    for (const channel of channels)
      await store.digests.saveSubscription(
        subscriptionOf({ channel, id: `T1:${channel}`, zone: 'UTC', weekdays: [2], createdAt: DUE - 1000 }),
      )
    for (let i = 0; i < REPLICAS; i++) replicas.push(begin())
    await Promise.all(replicas.map(({ port }) => port))

    const firstEvent = Date.now()
    const events = Array.from({ length: load.events }, (_, i) => ({
      id: `Ev${i}`,
      message: `C${i % 50} ${i}`,
      channel: `C${i % 50}`,
    }))
    // Slack sends some twice: to another connection, at once or later, under the same id.
    const again = events.filter(() => random() < 0.1)
    const queue = [...events]
    for (const event of again) queue.splice(Math.floor(random() * (queue.length + 1)), 0, event)
    const deliver = async (): Promise<void> => {
      for (let event = queue.shift(); event; event = queue.shift())
        while (!(await acknowledged(replicas[Math.floor(random() * REPLICAS)], event))) await wait(20)
    }
    await Promise.all(Array.from({ length: load.atOnce }, deliver))

    const wanted = [...events.map(({ channel, id }) => `${channel} ${id}`), ...channels.map((one) => `${one} ${DAY}`)]
    const patience = Date.now() + 60_000
    while (Date.now() < patience && new Set(namesOf(peer)).size < wanted.length) await wait(100)
    // Whoever takes something for left over does so within a lease.
    await wait(load.lease + 2000)
    const open = await store.digests.unconfirmedSlots()
    await store.close()
    const isDigest = ({ slot }: { readonly slot: string }) => slot === DAY
    const lastOf = (of: typeof peer.messages) => Math.max(...of.map(({ at }) => at))
    return {
      posted: peer.messages.length,
      kills,
      redelivered: again.length,
      lastDigest: lastOf(peer.messages.filter(isDigest)) + offset - DUE,
      lastAnswer: lastOf(peer.messages.filter((one) => !isDigest(one))) - firstEvent,
      faults: [
        ...countFaults(wanted, namesOf(peer)),
        ...open.map(({ subscription, slot }) => `${subscription} ${slot} was claimed and never confirmed`),
      ],
      complaints,
    }
  } finally {
    for (const { child } of replicas) child.kill('SIGKILL')
    await peer.close()
    await rm(knowledge, { recursive: true })
  }
}

const namesOf = ({ messages }: ChannelPeer): readonly string[] =>
  messages.map(({ channel, slot }) => `${channel} ${slot}`)

const countFaults = (wanted: readonly string[], posted: readonly string[]): readonly string[] => {
  const counts = new Map(wanted.map((name) => [name, 0]))
  for (const name of posted) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count !== 1)
    .map(([name, count]) => `${name}: ${count === 0 ? 'lost' : `came ${count} times`}`)
}

const startReplica = (values: object, complain: (line: string) => void): Replica => {
  const program = `${ROOT}tests/store/replica-process.mjs`
  const child = spawn(process.execPath, [program, JSON.stringify(values)], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stderr.setEncoding('utf8').on('data', complain)
  const listening = Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [''])])
  return { child, port: listening.then(([port]) => Number(port)) }
}

/** Whether a replica took an event; one that is killed meanwhile did not, as far as Slack knows. */
const acknowledged = async (replica: Replica | undefined, event: object): Promise<boolean> => {
  const port = await replica?.port
  try {
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: JSON.stringify(event) })).ok
  } catch {
    return false
  }
}
