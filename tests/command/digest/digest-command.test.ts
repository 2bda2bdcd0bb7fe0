import { describe, expect, it } from 'vitest'
import type { CommandContext } from '../../../src/command/command.js'
import { answerDigest } from '../../../src/command/digest/answer-digest.js'
import type { DigestControl, SentNow } from '../../../src/command/digest/control.js'
import { readDigestLine } from '../../../src/command/digest/digest-verbs.js'
import type { Reply } from '../../../src/command/reply.js'
import { renderReply } from '../../../src/shell/render-reply.js'
import { PLAIN } from '../../../src/shell/style.js'
import { moment, realKnowledge } from '../../digest/digest-bench.js'
import { createMemoryStore } from '../../digest/memory-store.js'
import { createSmallBot } from '../../support/small-bot.js'

const knowledge = realKnowledge()
/** A Tuesday, ten in the morning in Berlin. */
const NOW = moment('2026-12-01T09:00Z')

const createChannel = (change: Partial<DigestControl> = {}) => {
  const store = createMemoryStore()
  const announced: string[] = []
  const clock = { now: NOW }
  const say = (text: string, person = 'U1', more: Partial<DigestControl> = {}, guest = false): Promise<Reply> => {
    const digest: DigestControl = {
      workspace: 'T1',
      channel: 'C1',
      direct: false,
      now: clock.now,
      store,
      feedback: async () => new Map(),
      unanswered: async () => [],
      personZone: async () => 'Europe/Berlin',
      canPost: async () => true,
      command: '/kubecon',
      invite: async () => '/invite @kubecon',
      announce: async (what) => void announced.push(what),
      sendNow: async (): Promise<SentNow> => 'sent',
      ...change,
      ...more,
    }
    const context = {
      digest,
      knowledge,
      line: { text, person, conversation: 'C1', guest },
    } as unknown as CommandContext
    return Promise.resolve(answerDigest(readDigestLine(text), context))
  }
  return {
    store,
    announced,
    clock,
    say,
    text: async (...said: Parameters<typeof say>) => renderReply(await say(...said), { width: 500, style: PLAIN }),
    stored: () => store.subscription('T1', 'C1'),
  }
}

describe('a guest of another organisation', () => {
  it.each(['on', 'off', 'stop', 'topics security', 'time 10:00', 'pause', 'resume', 'skip tomorrow', 'now'])(
    'changes nothing with “%s”, and is told so',
    async (line) => {
      const sent: unknown[] = []
      const sendNow = async (): Promise<SentNow> => {
        sent.push(line)
        return 'sent'
      }
      const { say, stored, announced } = createChannel({ sendNow })
      await say('on 09:00')
      const before = await stored()
      const reply = await say(line, 'W1', {}, true)
      expect(reply).toMatchObject({ tone: 'problem', text: expect.stringContaining('Nothing was changed.') })
      expect(await stored()).toEqual(before)
      expect(announced).toHaveLength(1)
      expect(sent).toEqual([])
    },
  )

  it.each(['', 'status', 'preview'])('may look with “%s”', async (line) => {
    const { say } = createChannel()
    await say('on 09:00')
    expect(await say(line, 'W1', {}, true)).toMatchObject({ kind: 'listing' })
  })
})

describe('digest on', () => {
  it('takes the zone of the profile, nine o’clock and weekdays, and prints zone and next three runs', async () => {
    const { text, stored, announced } = createChannel()
    expect(await text('on')).toContain(
      'The digest is on: 09:00 Europe/Berlin, Mon–Fri, on every topic. Next: Wed 2 December 09:00, Thu 3 December 09:00, Fri 4 December 09:00 (Europe/Berlin).',
    )
    expect(await stored()).toEqual({
      id: 'T1:C1',
      workspace: 'T1',
      channel: 'C1',
      owner: 'U1',
      time: '09:00',
      weekdays: [1, 2, 3, 4, 5],
      zone: 'Europe/Berlin',
      topics: [],
      skips: [],
      changedBy: 'U1',
      createdAt: NOW,
    })
    expect(announced).toEqual(['turned the digest on: 09:00 Europe/Berlin, Mon–Fri, on every topic.'])
  })

  it('takes everything it is told', async () => {
    const { say, stored } = createChannel()
    await say('on 5pm Mon,Wed New York about security, k8s')
    expect(await stored()).toMatchObject({
      time: '17:00',
      weekdays: [1, 3],
      zone: 'America/New_York',
      topics: ['security', 'k8s'],
    })
  })

  it('asks which city where the profile has no zone, and stores nothing', async () => {
    const { say, stored } = createChannel({ personZone: async () => undefined })
    const reply = await say('on 8:00 about security')
    expect(reply).toMatchObject({ kind: 'notice', tone: 'problem' })
    expect(reply.kind === 'notice' && reply.suggestions[0]).toBe('digest on 8:00 Europe/Berlin about security')
    expect(await stored()).toBeUndefined()
  })

  it('says how to invite the bot to a channel it is not in, and stores nothing', async () => {
    const { text, stored, announced } = createChannel({ canPost: async () => false })
    expect(await text('on 9am')).toContain('Type /invite @kubecon, then again: /kubecon digest on 9am')
    expect(await stored()).toBeUndefined()
    expect(announced).toEqual([])
  })

  it('refuses between two people, where nobody can invite the bot', async () => {
    const { text, stored } = createChannel({ canPost: async () => false, direct: true })
    const said = await text('on 9am')
    expect(said).toContain('I am not part of this direct message. Open one with me, and type there: digest on 9am')
    expect(said).not.toContain('/invite')
    expect(await stored()).toBeUndefined()
  })

  it('changes a digest that is on and keeps the rest; ends a pause', async () => {
    const { say, stored } = createChannel()
    await say('on 09:00 about security')
    await say('pause')
    await say('on 17:00', 'U2')
    const now = await stored()
    expect(now).toMatchObject({ time: '17:00', topics: ['security'], owner: 'U1', changedBy: 'U2' })
    expect(now).not.toHaveProperty('pausedUntil')
  })

  it('announces nothing in a direct message, and tells when the channel could not be told', async () => {
    const direct = createChannel({ direct: true })
    await direct.say('on')
    expect(direct.announced).toEqual([])
    const mute = createChannel({ announce: () => Promise.reject(new Error('ratelimited')) })
    expect(await mute.text('on')).toContain('I could not tell the channel.')
    expect(await mute.stored()).toBeDefined()
  })
})

describe('a schedule without a verb', () => {
  it.each([
    ['every monday at noon', '12:00', [1]],
    ['every Tuesday and Thursday at midnight', '00:00', [2, 4]],
    ['mondays 9am', '09:00', [1]],
    ['every day at 9', '09:00', [1, 2, 3, 4, 5, 6, 7]],
    ['every weekday at 8:30 about security', '08:30', [1, 2, 3, 4, 5]],
    ['on weekdays', '09:00', [1, 2, 3, 4, 5]],
    ['daily at noon', '12:00', [1, 2, 3, 4, 5, 6, 7]],
    ['noon Berlin', '12:00', [1, 2, 3, 4, 5]],
  ])('turns a digest on: «digest %s»', async (line, time, weekdays) => {
    const { text, stored } = createChannel()
    expect(await text(line)).toContain('The digest is on:')
    expect(await stored()).toMatchObject({ time, weekdays })
  })
})

describe('what cannot be read', () => {
  it.each([
    ['on 25:00', 'no time of day', 'digest on 23:00'],
    ['on every full moon', 'I cannot read "full moon"', 'digest on 09:00 Mon-Fri Europe/Berlin'],
    ['on 9:00 CET', 'Which city is it?', 'digest on 9:00 Europe/Berlin'],
    ['time Europe/Berln', 'Did you mean Europe/Berlin?', 'digest time Europe/Berlin'],
    ['topics gardening', 'No passage of the reports is about "gardening".', 'digest topics '],
    ['on about securty, storage', 'about "securty"', 'digest on about storage, security'],
    ['pause until yesterday', 'I cannot read', 'digest pause tomorrow'],
    ['pause until 2026-11-01', 'is over', 'digest pause tomorrow'],
    ['pause 60w', 'a day up to a year', 'digest pause 1d'],
    ['skip 12/24', 'one day in Europe and another in America', 'digest skip tomorrow'],
    ['skip saturday', 'There is no digest on Sat 5 December anyway', 'digest skip 2026-12-02'],
    ['topics remove storage', 'does not follow storage', 'digest topics'],
    ['pauze 2w', 'Did you mean pause?', 'digest pause 2w'],
    ['frobnicate', 'knows no "frobnicate"', 'digest status'],
    ["'; drop table subscriptions; --", 'knows no', 'digest status'],
  ])('«digest %s» changes nothing and offers what can be', async (line, said, suggestion) => {
    const { say, stored, announced } = createChannel()
    await say('on 09:00 about security')
    const before = await stored()
    const reply = await say(line)
    if (reply.kind !== 'notice') throw new Error(JSON.stringify(reply))
    expect(reply.tone).toBe('problem')
    expect(reply.text).toContain(said)
    expect(reply.text).toMatch(/Nothing was changed\.$/)
    expect(reply.suggestions[0]).toContain(suggestion)
    expect(await stored()).toEqual(before)
    expect(announced).toHaveLength(1)
  })
})

describe('digest topics', () => {
  it.each([
    ['topics storage, k8s', ['storage', 'k8s']],
    ['topics add storage', ['security', 'storage']],
    ['topics + storage', ['security', 'storage']],
    ['topics remove security', []],
    ['topics everything', []],
    ['about storage', ['storage']],
  ])('«digest %s»', async (line, topics) => {
    const { say, stored } = createChannel()
    await say('on about security')
    await say(line)
    expect((await stored())?.topics).toEqual(topics)
  })
})

describe('digest time', () => {
  it('does not send at once when the new hour is just over, and says so by the next runs', async () => {
    const { text } = createChannel()
    await text('on 17:00')
    expect(await text('time 08:30')).toContain('Next: Wed 2 December 08:30')
    expect(await text('time 11:00 daily Tokyo')).toContain('The digest comes at 11:00 Asia/Tokyo, every day')
  })
})

describe('digest pause, resume and skip', () => {
  it.each([
    ['pause', 'forever', 'Paused until somebody types: /kubecon digest resume'],
    ['pause 2w', '2026-12-16', 'Paused until Wed 16 December. Next: Wed 16 December 09:00'],
    ['pause 1d', '2026-12-03', 'Next: Thu 3 December 09:00'],
    ['pause until 2026-12-24', '2026-12-24', 'Next: Thu 24 December 09:00'],
    ['pause until monday', '2026-12-07', 'Next: Mon 7 December 09:00'],
  ])('«digest %s»', async (line, until, next) => {
    const { say, text, stored } = createChannel()
    await say('on')
    expect(await text(line)).toContain(next)
    expect((await stored())?.pausedUntil).toBe(until)
  })

  it('counts today where today’s digest is still to come', async () => {
    const { say, stored } = createChannel()
    await say('on 17:00')
    await say('pause 1d')
    expect((await stored())?.pausedUntil).toBe('2026-12-02')
  })

  it('goes on without a backlog', async () => {
    const { say, text, stored, clock } = createChannel()
    await say('on')
    await say('pause')
    clock.now = moment('2026-12-10T09:00Z')
    expect(await text('resume')).toContain('Next: Fri 11 December 09:00')
    expect(await stored()).not.toHaveProperty('pausedUntil')
  })

  it.each([
    ['skip', '2026-12-02'],
    ['skip tomorrow', '2026-12-02'],
    ['skip 24 Dec', '2026-12-24'],
    ['skip friday', '2026-12-04'],
  ])('«digest %s» leaves out that day only', async (line, day) => {
    const { say, stored } = createChannel()
    await say('on')
    await say(line)
    expect((await stored())?.skips).toEqual([day])
    await say('resume')
    expect((await stored())?.skips).toEqual([])
  })
})

describe('digest off, status, preview and now', () => {
  it.each(['status', 'off', 'pause', 'resume', 'skip', 'topics storage', 'time 9am', 'now'])(
    '«digest %s» says how to turn it on where there is none',
    async (line) => {
      const { text, stored } = createChannel()
      expect(await text(line)).toContain('Turn it on with: /kubecon digest on 09:00')
      expect(await stored()).toBeUndefined()
    },
  )

  it('turns it off', async () => {
    const { say, stored, announced } = createChannel()
    await say('on')
    await say('stop')
    expect(await stored()).toBeUndefined()
    expect(announced.at(-1)).toBe('turned the digest off.')
  })

  it('shows when, what, next and what is left out', async () => {
    const { say, text } = createChannel()
    await say('on about security')
    await say('skip 2026-12-24')
    const status = await text('')
    for (const part of [
      '09:00 Europe/Berlin, Mon–Fri',
      'security',
      'Wed 2 December 09:00, Thu 3 December 09:00',
      'Thu 24 December',
      '0 passages',
    ])
      expect(status).toContain(part)
  })

  it('previews exactly what comes next, and remembers nothing of it', async () => {
    const { say, store } = createChannel()
    await say('on about networking')
    const [one, other] = [await say('preview'), await say('preview')]
    if (one.kind !== 'listing' || other.kind !== 'listing') throw new Error('no listing')
    expect(one).toEqual(other)
    expect(one.title).toBe('Preview: KubeCon reports · Wed 2 December')
    expect(one.digest?.passages.length).toBeGreaterThanOrEqual(2)
    expect(one.digest?.passages.every(({ why }) => why.includes('on networking'))).toBe(true)
    expect(one.groups[0]?.entries[0]?.detail).toBe(`“${one.digest?.passages[0]?.excerpt.text}”`)
    expect((await store.posted('T1:C1')).size).toBe(0)
  })

  it('previews where there is no digest yet', async () => {
    expect(await createChannel().say('preview')).toMatchObject({
      kind: 'listing',
      footer: expect.stringMatching(
        /^This is a sample: there is no digest here\. .*: \/kubecon digest on 09:00 Mon-Fri$/,
      ),
      suggestions: ['digest on'],
    })
  })

  it.each([
    ['sent', 'The digest is posted.'],
    ['busy', 'is being posted'],
    ['nothing', 'nothing new'],
    ['refused', 'Type /invite @kubecon, then: /kubecon digest now'],
    ['unknown', 'has not said'],
  ] as const)('tells when a digest asked for now is %s', async (sent, said) => {
    const { say, text } = createChannel({ sendNow: async () => sent })
    await say('on')
    expect(await text('now')).toContain(said)
  })

  it('says in a terminal that there is no channel', async () => {
    expect((await createSmallBot().notice('digest on 09:00')).text).toContain('channels and direct messages of Slack')
  })
})

describe('hostile lines', () => {
  it('never make the command throw or store what cannot be a schedule', async () => {
    const pieces = [
      'on',
      'time',
      'topics',
      'pause',
      'skip',
      '9',
      '25:00',
      'about',
      "'",
      '"',
      '\\',
      '$' + '{x}',
      '\u0000',
      '🦀',
      '__proto__',
      'constructor',
      '-',
      'x'.repeat(500),
      '%',
      '../..',
      'until',
      '9999-99-99',
    ]
    const { say, stored } = createChannel()
    let seed = 7
    for (let i = 0; i < 1500; i++) {
      seed = (seed * 48271) % 2147483647
      await say(Array.from({ length: 1 + (seed % 5) }, (_, k) => pieces[(seed >> (k + 3)) % pieces.length]).join(' '))
      const now = await stored()
      if (!now) continue
      expect(now.time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      expect(now.pausedUntil ?? 'forever').toMatch(/^(forever|\d{4}-\d{2}-\d{2})$/)
      expect(now.skips.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))).toBe(true)
    }
  })
})
