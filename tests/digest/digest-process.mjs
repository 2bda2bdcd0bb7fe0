// A process with the digest clock over a real store, which lives through simulated days until it is killed. It says on
// standard output what is on the disk.
// node digest-process.mjs '{"dataDir","databaseUrl"?,"peer","knowledge","from","until","kill"?:{"point","nth"}}'
import { writeSync } from 'node:fs'
import { createDigestClock } from '../../dist/src/digest/clock.js'
import { openStore } from '../../dist/src/store/open-store.js'
import { readKnowledgeFolder } from '../../dist/src/store/read-knowledge-folder.js'
import { createPoster } from './http-poster.mjs'

const { dataDir, databaseUrl, peer, knowledge: folder, from, until, kill } = JSON.parse(process.argv[2])
// At once, whatever comes after.
const say = (line) => writeSync(1, `${line}\n`)

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Three looks a day at digests due at 09:00 UTC, each after the lease of the one before, then the next day. */
const next = (at) => {
  const today = at - (at % DAY) + 9 * 60 * MINUTE + MINUTE / 2
  return at + 6 * MINUTE <= today + 12 * MINUTE ? at + 6 * MINUTE : today + DAY
}

let time = from
let reached = 0
const ignore = () => undefined
const log = { info: ignore, warn: ignore, error: ({ err }, message) => say(`error ${message}: ${err}`) }
const knowledge = await readKnowledgeFolder(folder)
const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }), now: () => time })
say('open')
const clock = createDigestClock({
  command: '/kubecon',
  store: store.digests,
  poster: createPoster(peer),
  knowledge: () => knowledge,
  feedback: (workspace, channel) => store.feedback.of(workspace, channel),
  unanswered: async () => [],
  now: () => time,
  log,
  alone: databaseUrl === undefined,
  reach: (point, { subscription, slot }) => {
    if (point === 'confirmed') say(`confirmed ${subscription} ${slot}`)
    if (point !== kill?.point) return
    reached += 1
    if (reached === kill.nth) process.kill(process.pid, 'SIGKILL')
  },
})
for (; time <= until; time = next(time)) {
  say(`time ${time}`)
  await clock.tick()
  await clock.idle()
  await store.questions.note('T1', 'C0', `at ${time}`)
  say(`noted ${time}`)
}
await clock.stop()
await store.close()
