import { describe, expect, it } from 'vitest'
import { candidatesOf } from '../../../src/command/digest/candidates.js'
import { composeDigest } from '../../../src/command/digest/compose-digest.js'
import { trialSubscription } from '../../../src/command/digest/show-digest.js'
import { matchTopic } from '../../../src/command/digest/topics.js'
import { moment, realKnowledge } from '../../digest/digest-bench.js'

const knowledge = realKnowledge()
const NOW = moment('2026-12-01T09:00Z')
const { trial: _, ...plain } = trialSubscription({ workspace: 'T1', channel: 'C1', now: NOW }, 'U1', 'UTC')
const onStorage = { ...plain, topics: ['storage'] }

const compose = (posted: ReadonlySet<string>) => {
  const composed = composeDigest({
    knowledge,
    subscription: onStorage,
    posted,
    feedback: new Map(),
    questions: [],
    day: '2026-12-01',
    now: NOW,
    command: '/kubecon',
  })
  if (!composed?.reply.digest) throw new Error('nothing was composed')
  return { ...composed.reply.digest, remembered: composed.passages }
}

const DONE = 'With this, everything on storage has been here; other topics follow until a report adds more.'

describe('a digest on a topic', () => {
  const match = matchTopic('storage', knowledge)
  const onTopic = candidatesOf(knowledge)
    .all.filter((candidate) => match(candidate) > 0)
    .map(({ key }) => key)

  it('says so in the digest that has the last passage on it, and once', () => {
    const last = compose(new Set(onTopic.slice(1)))
    expect(last.passages.map(({ key }) => key)).toContain(onTopic[0])
    expect(last.notes).toEqual([DONE])
    expect(last.why).toBe('Why: this channel follows storage.')
    expect(compose(new Set([...onTopic.slice(1), ...last.remembered])).notes).toEqual([])
  })

  it('says nothing of it while there is more', () => {
    expect(compose(new Set()).notes).toEqual([])
  })

  it('does not claim to be on it afterwards', () => {
    const { why, text, passages } = compose(new Set(onTopic))
    expect(passages.length).toBeGreaterThan(1)
    expect(why).toBe('Why: this channel has a digest, and everything on storage has been here.')
    expect(text).not.toContain('on storage')
  })
})
