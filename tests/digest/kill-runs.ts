import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { isMark } from '../../src/command/digest/posted-marks.js'
import { FAULT_POINTS } from '../../src/digest/digest-world.js'
import { openStore, type Store, type StoreOptions } from '../../src/store/open-store.js'
import { type ChannelPeer, createChannelPeer, type PostedMessage } from '../support/channel-peer.js'
import { ROOT } from '../support/run-kubecon.js'
import { createRandom, moment, subscriptionOf } from './digest-bench.js'

/** Between the steps of posting, and in the middle of it: the message is under way, or there and not yet answered. */
export const KILL_POINTS = [...FAULT_POINTS, 'arriving', 'arrived'] as const
type KillPoint = (typeof KILL_POINTS)[number]

export interface KillReport {
  readonly kills: ReadonlyMap<KillPoint, number>
  readonly digests: number
  readonly rounds: number
  /** Writes that a process said were on the disk. */
  readonly acknowledged: number
  /** What was lost, came twice, or did not open again, a line each. */
  readonly faults: readonly string[]
}

const CHANNELS = ['C0', 'C1', 'C2', 'C3', 'C4']
/** Of which two are small enough that a round ends within days. */
const REPORTS = ['berlin-2017-vmware.md', 'london-2016-appsembler.md']
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = moment('2026-12-01T09:00:30Z')

/** Kills a process with the digest clock at random points, one after the other over the same store, and looks what is lost. */
export const killRuns = async (
  count: number,
  options: Pick<StoreOptions, 'dataDir' | 'databaseUrl'>,
  seed = 1,
): Promise<KillReport> => {
  const random = createRandom(seed)
  const peer = await createChannelPeer()
  const knowledge = await mkdtemp(join(tmpdir(), 'kubecon-kill-'))
  const kills = new Map<KillPoint, number>()
  const said: string[] = []
  const faults: string[] = []
  let time = START
  try {
    for (const name of REPORTS) await cp(`${ROOT}knowledge/${name}`, join(knowledge, name))
    const store = await openStore({ ...options, now: () => time })
    for (const channel of CHANNELS)
      await store.digests.saveSubscription(
        subscriptionOf({ channel, id: `T1:${channel}`, zone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7] }),
      )
    await store.close()

    let killed = 0
    for (let run = 0; killed <= count; run++) {
      const isLast = killed === count
      const point = KILL_POINTS[run % KILL_POINTS.length] ?? 'posted'
      const kill = isLast ? undefined : { point, nth: 1 + Math.floor(random() * 2 * CHANNELS.length) }
      const { code, signal, lines, errors } = await runUntilKilled(peer, {
        ...options,
        knowledge,
        from: time,
        until: isLast ? time + 2 * DAY : Number.MAX_SAFE_INTEGER,
        kill,
      })
      said.push(...lines)
      if (lines[0] !== 'open') faults.push(`run ${run} did not open the store: ${errors}`)
      else if (errors !== '') faults.push(`run ${run}: ${errors}`)
      faults.push(...lines.filter((line) => line.startsWith('error')))
      const last = lines.findLast((line) => line.startsWith('time '))
      // The next one comes after the lease.
      time = (last === undefined ? time : Number(last.slice(5))) + 6 * MINUTE
      if (signal === 'SIGKILL') kills.set(point, (kills.get(point) ?? 0) + 1)
      else if (code !== 0 || !isLast)
        return { ...summary(peer, said), kills, faults: [...faults, `run ${run}: ${code}`] }
      killed += 1
    }
    const after = await openStore({ ...options, now: () => time })
    faults.push(...digestFaults(peer.messages, time), ...(await writeFaults(after, said, peer.messages)))
    await after.close()
    return { ...summary(peer, said), kills, faults }
  } finally {
    await peer.close()
    await rm(knowledge, { recursive: true })
  }
}

const summary = ({ messages }: ChannelPeer, said: readonly string[]) => ({
  digests: messages.length,
  rounds: messages.filter(({ newRound }) => newRound).length,
  acknowledged: said.filter((line) => /^(?:noted|confirmed) /.test(line)).length,
})

interface RunOptions {
  readonly kill: { readonly point: KillPoint; readonly nth: number } | undefined
}

const runUntilKilled = async (peer: ChannelPeer, options: RunOptions & Readonly<Record<string, unknown>>) => {
  const program = `${ROOT}tests/digest/digest-process.mjs`
  const child = spawn(process.execPath, [program, JSON.stringify({ ...options, peer: peer.url })], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  killInPost(peer, child, options.kill)
  const lines: string[] = []
  let errors = ''
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const [code, signal] = (await ended) as [number | null, NodeJS.Signals | null]
  return { code, signal, lines, errors }
}

/** Kills who posts while its message is under way, or before it hears that it arrived. */
const killInPost = (peer: ChannelPeer, child: ChildProcess, kill: RunOptions['kill']): void => {
  let arrived = 0
  peer.onPost = async (point) => {
    if (point !== kill?.point) return undefined
    arrived += 1
    if (arrived !== kill.nth) return undefined
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    return 'lost'
  }
}

/** Every channel has one digest for every day, and no passage twice in a round. */
const digestFaults = (messages: readonly PostedMessage[], until: number): readonly string[] => {
  const faults: string[] = []
  for (const channel of CHANNELS) {
    const own = messages.filter((one) => one.channel === channel)
    for (let at = START; at <= until; at += DAY) {
      const day = new Date(at).toISOString().slice(0, 10)
      const count = own.filter(({ slot }) => slot === day).length
      if (count !== 1) faults.push(`${channel} ${day}: ${count === 0 ? 'lost' : `came ${count} times`}`)
    }
    let seen = new Set<string>()
    for (const { slot, passages, newRound } of own) {
      if (newRound) seen = new Set()
      for (const key of passages.filter((one) => !isMark(one))) {
        if (seen.has(key)) faults.push(`${channel} ${slot}: ${key} came twice in a round`)
        seen.add(key)
      }
    }
  }
  return faults
}

/** Whatever a process said was written is there, and whatever was posted is remembered. */
const writeFaults = async (
  store: Store,
  said: readonly string[],
  messages: readonly PostedMessage[],
): Promise<readonly string[]> => {
  const questions = await store.questions.between('T1', 'C0', 0, Number.MAX_SAFE_INTEGER)
  const slots = await store.database.selectFrom('slots').selectAll().execute()
  const known = new Set([
    ...questions.map(({ question }) => `noted ${question.slice(3)}`),
    ...slots.flatMap((one) => (one.confirmed_at === null ? [] : [`confirmed ${one.subscription} ${one.slot}`])),
  ])
  const faults = said.filter((line) => /^(?:noted|confirmed) /.test(line) && !known.has(line))
  for (const { subscription, slot } of await store.digests.unconfirmedSlots())
    faults.push(`${subscription} ${slot} was claimed and never confirmed`)
  for (const channel of CHANNELS) {
    const own = messages.filter((one) => one.channel === channel)
    const round = own.slice(
      Math.max(
        0,
        own.findLastIndex(({ newRound }) => newRound),
      ),
    )
    const posted = await store.digests.posted(`T1:${channel}`)
    for (const key of round.flatMap(({ passages }) => passages))
      if (!posted.has(key)) faults.push(`${channel}: ${key} was posted and is not remembered`)
  }
  return faults
}
