// One of several bots on one store: it takes events over HTTP and answers them by the Slack edge's own rules (claims,
// acknowledges, answers, finishes, keeps its claims), looks after what a killed one left, and posts digests. It says on
// standard output where it listens.
// node replica-process.mjs '{"dataDir","databaseUrl"?,"peer","knowledge","offset","lease"}'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { createDigestClock } from '../../dist/src/digest/clock.js'
import { createHeard } from '../../dist/src/slack/heard.js'
import { createSeenEvents } from '../../dist/src/slack/seen-events.js'
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
const log = { info: ignore, warn: ignore, error: problem }
const heard = createHeard({ store: events, seen: createSeenEvents({ now }), log })

createDigestClock({
  command: '/kubecon',
  store: store.digests,
  poster,
  knowledge: () => knowledge,
  feedback: async () => new Map(),
  unanswered: async () => [],
  now,
  log,
  lease,
  every: LOOK_EVERY,
}).start()

/** What the edge keeps of a mention. */
const saidOf = ({ id, channel, message }) => ({
  keys: [id, `message ${message}`],
  line: { text: id, person: 'U1', conversation: channel },
  place: { kind: 'post', channel, person: 'U1' },
})

const answer = async (said) => {
  const { text: slot, conversation: channel } = said.line
  await poster.post({ channel }, undefined, { slot, passages: [], newRound: false })
  await heard.finish(said)
}

/** What somebody claimed and did not finish may be answered all the same. */
const lookAfter = async () => {
  for (const said of await heard.unfinished()) {
    const { text: slot, conversation: channel } = said.line
    if (await poster.find({ channel }, { slot })) await heard.finish(said)
    else await answer(said)
  }
}
const look = () =>
  lookAfter()
    .catch((err) => problem({ err }, 'could not look after what was left'))
    .finally(() => setTimeout(look, LOOK_EVERY))
void look()

const server = createServer(async (request, response) => {
  try {
    const said = saidOf(await json(request))
    const isOurs = await heard.claim(said)
    response.end()
    if (isOurs) await answer(said)
  } catch (err) {
    problem({ err }, 'could not answer')
    response.writeHead(500).end()
  }
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`))
