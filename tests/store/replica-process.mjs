// One of several bots on one store: it takes events over HTTP as the Slack edge does (claims, acknowledges, answers,
// finishes), looks after what a killed one left, and posts digests. It says on standard output where it listens.
// node replica-process.mjs '{"dataDir","databaseUrl"?,"peer","knowledge","offset","lease"}'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { createDigestClock } from '../../dist/src/digest/clock.js'
import { openStore } from '../../dist/src/store/open-store.js'
import { readKnowledgeFolder } from '../../dist/src/store/read-knowledge-folder.js'
import { createSeenEventsStore } from '../../dist/src/store/seen-events-store.js'
import { createPoster } from '../digest/http-poster.mjs'

const { dataDir, databaseUrl, peer, knowledge: folder, offset, lease } = JSON.parse(process.argv[2])
const LOOK_EVERY = 500

const now = () => Date.now() + offset
const problem = (fields, message) => process.stderr.write(`${message}: ${fields.err ?? ''}\n`)
const ignore = () => undefined
const knowledge = await readKnowledgeFolder(folder)
const store = await openStore({ dataDir, ...(databaseUrl && { databaseUrl }), now })
const events = createSeenEventsStore(store.database, { now, lease })
const poster = createPoster(peer)

createDigestClock({
  command: '/kubecon',
  store: store.digests,
  poster,
  knowledge: () => knowledge,
  feedback: async () => new Map(),
  unanswered: async () => [],
  now,
  log: { info: ignore, warn: ignore, error: problem },
  lease,
  every: LOOK_EVERY,
}).start()

const answer = async ({ id, channel }, keys) => {
  await poster.post({ channel }, undefined, { slot: id, passages: [], newRound: false })
  await events.finish(keys)
}

/** What somebody claimed and did not finish may be answered all the same. */
const lookAfter = async () => {
  for (const { keys, work } of await events.takeUnfinished()) {
    const event = JSON.parse(work)
    if (await poster.find(event, { slot: event.id })) await events.finish(keys)
    else await answer(event, keys)
  }
}
const look = () =>
  lookAfter()
    .catch((err) => problem({ err }, 'could not look after what was left'))
    .finally(() => setTimeout(look, LOOK_EVERY))
void look()

const server = createServer(async (request, response) => {
  try {
    const event = await json(request)
    const keys = [event.id, `message ${event.message}`]
    const isOurs = await events.claim(keys, JSON.stringify(event))
    response.end()
    if (isOurs) await answer(event, keys)
  } catch (err) {
    problem({ err }, 'could not answer')
    response.writeHead(500).end()
  }
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
