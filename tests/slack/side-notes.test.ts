import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/answer/answer.js'
import { renderReply } from '../../src/slack/render-reply.js'
import { brokenRules, readAloud } from './check-message.js'
import { anAnswer, anExcerpt } from './replies.js'

const render = (answer: Parameters<typeof anAnswer>[0]) => renderReply(anAnswer(answer), { ephemeral: true })

const SPEAKERS: Facts = {
  about: 'speakers',
  entries: [{ of: 'CRI-O: All the Runtime', is: 'Mrunal Patel, Red Hat', reports: ['austin-2017-galexrt'] }],
}
const EVENTS: Facts = {
  about: 'events',
  entries: [
    { of: 'KubeCon Europe 2016', is: 'London, 10–11 March 2016', reports: ['london-2016-appsembler'] },
    { of: 'KubeCon Europe 2017', is: 'Berlin, 29–30 March 2017', reports: ['berlin-2017-it20', 'berlin-2017-vmware'] },
  ],
}
const BERLIN = 'KubeCon Europe 2017: Berlin, 29–30 March 2017 (berlin-2017-it20, berlin-2017-vmware)'
const LONDON = 'KubeCon Europe 2016: London, 10–11 March 2016 (london-2016-appsembler)'
const PRESENTED = '"CRI-O: All the Runtime" was presented by Mrunal Patel, Red Hat (austin-2017-galexrt)'
const side = (report: string, text: string) => anExcerpt({ text, citation: { report, lines: [7, 7] } })
const DIFFER = {
  about: 'the number of people',
  excerpts: [side('berlin-2017-doe', '1,500 people came.'), side('berlin-2017-roe', '2,000 people came.')],
}
const READINGS = ['Austin', 'London'].map((city) => ({
  label: `${city} 2017`,
  ask: `how many came event:${city}`,
  excerpt: anExcerpt(),
}))

describe('facts in Slack', () => {
  it('stand above the excerpts', () => {
    const message = render({ facts: SPEAKERS })
    expect(readAloud(message).slice(0, 2)).toEqual([PRESENTED, '1. “CRI-O uses runC to create and run containers.”'])
    expect(brokenRules(message)).toEqual([])
  })

  it('are a whole answer where nothing is quoted', () => {
    const message = render({ question: 'when was KubeCon', excerpts: [], total: 0, facts: EVENTS })
    expect(readAloud(message)).toEqual([`bullet${LONDON}${BERLIN}`])
    expect(message.text).toBe(`when was KubeCon: ${LONDON}. ${BERLIN}.`)
    expect(brokenRules(message)).toEqual([])
  })
})

describe('the plain form of an answer', () => {
  const opening = 'what is CRI-O:'
  const quoted =
    '“CRI-O uses runC to create and run containers.” — KubeCon NA 2017, Austin, galexrt, austin-2017-galexrt, lines 120–124. 1 of 7 passages.'

  it('says who presented', () => {
    expect(render({ facts: SPEAKERS }).text).toBe(`${opening} ${PRESENTED}. ${quoted}`)
  })

  it('says that reports differ, with both sides', () => {
    expect(render({ differ: DIFFER }).text).toBe(
      `${opening} ${quoted} The reports differ on the number of people: “1,500 people came.” — berlin-2017-doe, line 7; “2,000 people came.” — berlin-2017-roe, line 7.`,
    )
  })

  it('says what else may be meant, and how to ask for it', () => {
    expect(render({ readings: READINGS }).text).toBe(
      `${opening} ${quoted} You can also ask: “how many came event:Austin” (Austin 2017); “how many came event:London” (London 2017).`,
    )
  })

  it('stays within its length', () => {
    const long = 'A sentence with & in it. '.repeat(60)
    const facts = { about: 'events' as const, entries: EVENTS.entries.map((entry) => ({ ...entry, is: long })) }
    const message = render({
      question: long,
      excerpts: [anExcerpt({ text: long, highlights: [] })],
      facts,
      differ: DIFFER,
    })
    expect(message.text.length).toBeLessThanOrEqual(1500)
    expect(brokenRules(message)).toEqual([])
  })
})
