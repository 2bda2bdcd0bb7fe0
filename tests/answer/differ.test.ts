import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.js'
import { createAnswerer } from '../../src/answer/answer-question.js'
import { createDisagreementFinder } from '../../src/answer/differ/find-disagreement.js'
import { spansOf } from '../../src/answer/excerpt-span.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf, type PassageSketch } from '../support/passages.js'

const GLOSSARY = ['CRI-O', 'Docker', 'containerd', 'OpenShift', 'Kata Containers', 'Ark', 'Helm', 'Kubernetes'].map(
  (term) => ({ term, also: [], about: [], misspelt: [], kind: 'project' }),
)

/** What the finder says of two sentences in two reports: of one event, unless the second is another report's. */
const compare = (one: string, other: string, otherReport = 'austin-2017-roe') => {
  const knowledge = knowledgeOf([{ text: one }, { text: other, report: otherReport }], { glossary: GLOSSARY })
  const find = createDisagreementFinder(knowledge, buildIndex(knowledge).concepts)
  const [left, right] = knowledge.passages.map((passage) =>
    spansOf(passage).map((span) => ({ span, passage, sure: 0.8 })),
  )
  const found = find(left ?? [], right ?? [])
  return found && [found.about, ...found.excerpts.map(({ text, highlights: [mark] }) => text.slice(...(mark ?? [])))]
}

describe('reports that differ', () => {
  it.each([
    [
      'a number of people, by whatever name',
      'About 1,500 attendees came to KubeCon Austin.',
      'KubeCon Austin drew 2,000 people, who all came to the party.',
      ['the number of people', 'About 1,500 attendees', '2,000 people'],
    ],
    [
      'one project and two',
      'The CNCF demo of the keynote was built on two projects.',
      'The demo of the CNCF keynote was built on one project alone.',
      ['the number of projects', 'two projects', 'one project'],
    ],
    [
      'a share',
      'About 20% of the services of the shop run on Kubernetes.',
      'More than 60 percent of the services of the shop run on Kubernetes.',
      ['the share', 'About 20%', 'More than 60 percent'],
    ],
    [
      'a figure with a scale',
      'The cluster of the demo ran 20k containers.',
      'The cluster of the demo ran two million containers.',
      ['the number of containers', '20k containers', 'two million containers'],
    ],
    [
      'a date',
      'KubeCon Austin was held on December 6-8, 2017.',
      'KubeCon Austin was held on 4–5 December 2017.',
      ['the date', 'December 6-8', '4–5 December'],
    ],
    [
      'what a thing replaces',
      'OpenShift is planned to use CRI-O in place of Docker.',
      'In future OpenShift releases, CRI-O will replace containerd.',
      ['what CRI-O replaces', 'in place of Docker', 'will replace containerd'],
    ],
    [
      'what a thing is replaced by',
      'In OpenShift, Docker is going to be replaced by CRI-O.',
      'OpenShift takes CRI-O instead of containerd.',
      ['what CRI-O replaces', 'Docker is going to be replaced by CRI-O', 'instead of containerd'],
    ],
    [
      'opposite judgements',
      'Ark is production ready, says the speaker.',
      "In this author's view Ark is not yet ready for production.",
      ['whether Ark is ready for production', 'is production ready', 'is not yet ready for production'],
    ],
    [
      'a judgement with its opposite in one word',
      'By now Helm is stable, and fast.',
      'Helm is still unstable, to the surprise of the author.',
      ['whether Helm is stable', 'is stable', 'is still unstable'],
    ],
    [
      'where a thing comes from',
      'Kata Containers are a new container runtime by Intel.',
      'The project Kata Containers came about through the merger of two others.',
      [
        'where Kata Containers come from',
        'are a new container runtime by Intel',
        'came about through the merger of two others',
      ],
    ],
  ])('are found: %s', (_, one, other, expected) => {
    expect(compare(one, other)).toEqual(expected)
  })

  it.each([
    ['the same number in other words', 'Two speakers gave the Helm talk.', '2 speakers gave the Helm talk.'],
    ['a rounded figure', 'KubeCon Austin drew 1,482 people.', 'KubeCon Austin drew 1,500 people.'],
    ['a hedge that holds both', 'KubeCon Austin drew more than 4,000 people.', 'KubeCon Austin drew 4,300 people.'],
    ['almost as many', 'KubeCon Austin drew almost 500 people.', 'KubeCon Austin drew 480 people.'],
    [
      'another thing that is counted',
      'The CNCF has 25 certified service providers.',
      'The CNCF has 42 certified partners.',
    ],
    ['other tests', 'CRI-O runs 300 conformance tests.', 'CRI-O runs 40 unit tests.'],
    [
      'the people of a session',
      'About 1,500 people came to KubeCon Austin.',
      'About 300 people came to the Helm session at KubeCon Austin.',
    ],
    [
      'another matter',
      'Two engineers presented Helm to a full room.',
      'Three engineers ran the Helm booth downstairs.',
    ],
    [
      'numbers of versions',
      'Custom resources exist since Kubernetes 1.7.',
      'Custom resources exist since Kubernetes 1.8.',
    ],
    ['years and days', 'KubeCon Austin 2017 was on Day 2 talks.', 'KubeCon Austin 2018 was on Day 3 talks.'],
    [
      'several dates in one sentence',
      'The call opens on December 6 and ends on December 8.',
      'The call for papers opens on December 1 and ends on December 3.',
    ],
    [
      'a replacement somewhere else',
      'In OpenShift CRI-O will replace Docker.',
      'In the Helm demo CRI-O will replace containerd.',
    ],
    [
      'a replacement of both',
      'In OpenShift CRI-O will replace Docker.',
      'In OpenShift CRI-O will replace containerd, and Docker too.',
    ],
    ['a judgement on something else', 'Ark is stable.', 'Helm is not stable.'],
    ['a judgement with a condition', 'Ark is stable.', 'Ark is not stable if the disks are slow.'],
    ['a judgement on what is to come', 'Ark is not stable.', 'Soon Ark is stable.'],
    ['the same judgement', 'Ark is not stable.', 'Ark is unstable.'],
  ])('are not made up: %s', (_, one, other) => {
    expect(compare(one, other)).toBeUndefined()
  })

  it('are never looked for across events: each has figures of its own', () => {
    const text = ['About 1,500 people came to KubeCon.', 'About 500 people came to KubeCon.'] as const
    expect(compare(...text, 'austin-2017-roe')).toBeDefined()
    expect(compare(...text, 'london-2016-roe')).toBeUndefined()
  })

  it('are never looked for within one report', () => {
    expect(compare('Ark is stable.', 'Ark is not stable.', 'austin-2017-doe')).toBeUndefined()
  })
})

describe('an answer on which reports differ', () => {
  const REST: readonly PassageSketch[] = [
    { text: 'Vault keeps secrets out of images.', heading: ['Vault'] },
    { text: 'Istio puts a proxy beside each service.', heading: ['Istio'], report: 'austin-2017-roe' },
  ]
  const ask = (question: string, ...sketches: readonly PassageSketch[]): Answer => {
    const knowledge = knowledgeOf([...sketches, ...REST], { glossary: GLOSSARY })
    return createAnswerer(knowledge, buildIndex(knowledge))(question)
  }

  it('quotes both with their places', () => {
    const { differ } = ask(
      'what does CRI-O replace in OpenShift',
      { text: 'OpenShift is planned to use CRI-O in place of Docker.' },
      { text: 'In future OpenShift releases, CRI-O will replace containerd.', report: 'austin-2017-roe' },
    )
    expect(differ?.about).toBe('what CRI-O replaces')
    expect(differ?.excerpts.map(({ text, citation: { report, lines } }) => [report, lines, text])).toEqual(
      expect.arrayContaining([
        ['austin-2017-doe', [1, 1], 'OpenShift is planned to use CRI-O in place of Docker.'],
        ['austin-2017-roe', [1, 1], 'In future OpenShift releases, CRI-O will replace containerd.'],
      ]),
    )
  })

  it('does not name a report as saying the same when its figure is another', () => {
    const figure = (count: string) => `KubeCon Austin drew ${count} people from all over the world to the venue.`
    const two = (count: string) =>
      ask(
        'how many people did KubeCon Austin draw',
        { text: figure('1,500') },
        { text: figure(count), report: 'austin-2017-roe' },
      )
    expect(two('1,500').excerpts[0]?.citation.also).toHaveLength(1)
    expect(two('1,500').differ).toBeUndefined()
    expect(two('2,000').excerpts[0]?.citation.also).toBeUndefined()
    expect(two('2,000').differ?.about).toBe('the number of people')
  })

  it('says nothing of it when the question is about something else', () => {
    const { differ } = ask(
      'what does Vault do with secrets',
      { text: 'Ark is stable.' },
      { text: 'Ark is not stable.', report: 'austin-2017-roe' },
    )
    expect(differ).toBeUndefined()
  })
})
