import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf, type PassageSketch } from '../support/passages.js'

const LONDON = 'london-2016-roe'
const SESSION = 'Vault in practice'

const COLLECTION: readonly PassageSketch[] = [
  { heading: ['The event'], text: 'KubeCon is a meetup on steroids, and the learning curve is steep.' },
  { heading: ['Breaks'], text: 'The coffee was good, and the tea was better than in the year before.' },
  { heading: ['The weather'], text: 'KubeCon Austin was held on December 6-8, and it snowed.' },
  { heading: ['The venue'], text: 'KubeCon London was in a code museum.', report: LONDON },
  { heading: [SESSION], speakers: ['Ada Byron'], text: 'Vault in practice keeps secrets out of images.' },
  { heading: ['Etcd'], text: 'Etcd elects a leader with the Raft protocol.' },
  {
    heading: [SESSION],
    speakers: ['Ada Byron'],
    text: 'A full room heard how Ada Byron puts Vault into practice at a bank.',
  },
  {
    heading: ['Containers from A to Z'],
    speakers: ['Grace Hopper'],
    text: 'Raft is how rkt and Podman agree on a leader.',
  },
  { heading: ['Vault at home'], speakers: ['Alan Kay'], text: 'Vault ran on a laptop of somebody.', report: LONDON },
]
const glossary = [
  { term: 'KubeCon', kind: 'event', also: ['kube con'], misspelt: [], about: [] },
  { term: 'Vault', kind: 'project', also: [], misspelt: [], about: [] },
]
const knowledge = knowledgeOf(COLLECTION, { glossary })
const withPassages = {
  ...knowledge,
  reports: knowledge.reports.map((report) => ({
    ...report,
    sections: [
      {
        heading: [],
        speakers: [],
        lines: [1, 9] as const,
        passages: knowledge.passages.filter(({ reportId }) => reportId === report.id),
      },
    ],
  })),
}
const ask = createAnswerer(withPassages, buildIndex(withPassages))

const AUSTIN_DATES = {
  of: 'KubeCon North America 2017',
  is: 'Austin, 6–8 December 2017',
  reports: ['austin-2017-doe'],
}
const LONDON_DATES = { of: 'KubeCon Europe 2016', is: 'London, 10–11 March 2016', reports: [LONDON] }

describe('a question for the time or place of an event', () => {
  it.each(['when was KubeCon', 'where was kubecon?', 'when did kube con take place', 'when were the conferences'])(
    'has a line for each event, in their order: %s',
    (question) => {
      const { status, facts } = ask(question)
      expect(status).toBe('answered')
      expect(facts).toEqual({ about: 'events', entries: [LONDON_DATES, AUSTIN_DATES] })
    },
  )

  it.each([
    ['by its city', 'when was KubeCon in Austin', [AUSTIN_DATES]],
    ['by its year', 'when was KubeCon 2016', [LONDON_DATES]],
    ['by a filter', 'when was KubeCon event:London', [LONDON_DATES]],
  ])('has the line of the event that is named %s', (_, question, entries) => {
    expect(ask(question).facts?.entries).toEqual(entries)
  })

  it('shows the passage that says it, and none that only names the event', () => {
    expect(ask('when was KubeCon').excerpts.map(({ text }) => text)).toEqual([COLLECTION[2]?.text])
  })

  it('has no readings to choose from besides, and no facts on later pages', () => {
    expect(ask('when was KubeCon')).not.toHaveProperty('readings')
    expect(ask('when was KubeCon', { from: 3 })).not.toHaveProperty('facts')
  })

  it.each(['when is the next KubeCon', 'when was KubeCon Paris', 'when was Vault released', 'what is KubeCon'])(
    'is not taken for one: %s',
    (question) => {
      expect(ask(question)).not.toHaveProperty('facts')
    },
  )
})

describe('a question for the time or place of a talk', () => {
  const AUSTIN_TALK = { ...AUSTIN_DATES, of: SESSION }

  it.each([
    ['where was the Vault in practice session', []],
    ['when was the talk on Vault in practice?', []],
    ['when and where was the Vault session in Austin', []],
    ['when was it?', ['who presented Vault in practice']],
    ['where was it', ['is there a talk on Vault in practice']],
    ['and where did it take place?', ['who presented Vault in practice']],
  ])('has the line of its event: %s', (question, context) => {
    const { status, excerpts, facts } = ask(question, { context })
    expect(status).toBe('answered')
    expect(facts).toEqual({ about: 'events', entries: [AUSTIN_TALK] })
    expect(excerpts.filter(({ citation }) => citation.heading.at(-1) !== SESSION)).toEqual([])
  })

  it('has a line for each talk that it names', () => {
    expect(ask('when was the Vault session').facts?.entries.map(({ of }) => of)).toEqual([SESSION, 'Vault at home'])
  })

  it.each([
    ['when was the etcd session', []],
    ['when was the session', []],
    ['when was the Vault session in Paris', []],
    ['where does the speaker of the Vault session work', []],
    ['where did he work?', ['who presented Vault in practice']],
    ['when was Vault in practice', []],
  ])('is not taken for one: %s', (question, context) => {
    expect(ask(question, { context }).facts?.entries.map(({ of }) => of) ?? []).not.toContain(SESSION)
  })
})

describe('a question for who was on stage', () => {
  it('names the speakers of the talks that it names', () => {
    const { facts } = ask('who presented Vault')
    expect(facts?.about).toBe('speakers')
    expect(facts?.entries.toSorted((a, b) => (a.of < b.of ? -1 : 1))).toEqual([
      { of: 'Vault at home', is: 'Alan Kay', reports: [LONDON] },
      { of: SESSION, is: 'Ada Byron', reports: ['austin-2017-doe'] },
    ])
  })

  it('begins with the passage of the talk that names the speaker', () => {
    expect(ask('who presented Vault in practice').excerpts[0]?.text).toBe(COLLECTION[6]?.text)
  })

  it.each(['who presented rkt', 'who presented the Podman talk'])(
    'has no line of a talk that only mentions the matter: %s',
    (question) => {
      const { excerpts, facts } = ask(question)
      expect(excerpts.flatMap(({ citation }) => citation.heading)).toContain('Containers from A to Z')
      expect(facts?.entries.map(({ is }) => is) ?? []).not.toContain('Grace Hopper')
    },
  )

  it.each([
    ['of its own', 'who sponsored the Vault in practice talk', []],
    ['of a follow-up', 'who sponsored', ['is there a talk on Vault in practice']],
    ['of a follow-up in the present', 'who funds it', ['is there a talk on Vault in practice']],
  ])('names nobody for another verb %s', (_, question, context) => {
    expect(ask(question, { context })).not.toHaveProperty('facts')
  })

  it('names the speaker of the talk that the question is narrowed to', () => {
    expect(ask('who presented rkt talk:containers').facts?.entries.map(({ is }) => is)).toEqual(['Grace Hopper'])
  })

  it.each(['who?', 'who presented it?', 'who gave it'])('names the speakers for a follow-up: %s', (question) => {
    expect(ask(question, { context: ['is there a talk on Vault'] }).facts?.about).toBe('speakers')
  })

  it.each(['who wrote the Raft protocol of etcd', 'what is Vault in practice', 'who presented etcd'])(
    'is not taken for one, or has no speaker to name: %s',
    (question) => {
      expect(ask(question)).not.toHaveProperty('facts')
    },
  )
})
