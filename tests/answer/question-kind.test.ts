import { describe, expect, it } from 'vitest'
import { definesAny, kindCue } from '../../src/answer/kind-cues.js'
import { questionKind, secondKind } from '../../src/answer/question-kind.js'

describe('questionKind', () => {
  it.each([
    ['what is CRI-O', 'definition'],
    ['whats sonobuoy for', 'definition'],
    ['CKA = ?', 'definition'],
    ['who presented the vault session', 'who'],
    ['which company runs a million vms', 'who'],
    ['which venue did they use', 'where'],
    ['when did netflix open source spinnaker', 'when'],
    ['how many people came', 'number'],
    ['why did red hat start cri-o', 'why'],
    ['how does containerd hook into the kubelet', 'how'],
    ['which serverless frameworks were shown', 'list'],
    ['fargate vs eks', 'compare'],
    ['is rbac on by default', 'yesno'],
    ['best keynote in austin', 'opinion'],
    ['what gets set up when ticketmaster makes a namespace', 'topic'],
    ['when a node dies, does the pod move', 'topic'],
    ['next kubecon: when', 'when'],
    ['do folks who run etcd upgrade', 'yesno'],
    ['PetSets - what are those exactly?', 'definition'],
    ['what does decco do', 'definition'],
    ['what does a mesh do for you', 'definition'],
    ['best talk acc to the recap', 'opinion'],
    ['what kinda apps suit spot instances', 'list'],
    ['what kind of database is etcd', 'topic'],
    ['what did massimo make of the landscape', 'opinion'],
    ['what was the failure rate', 'definition'],
    ['etcd memory', 'topic'],
    ['how about Helm?', 'topic'],
    ['', 'topic'],
  ])('%j asks for: %s', (question, kind) => {
    expect(questionKind(question)).toBe(kind)
  })
})

describe('secondKind', () => {
  it.each([
    ['where and when is the next one', 'where', 'when'],
    ['next kubecon after austin, where + when?', 'where', 'when'],
    ['who won, and how many took part', 'who', 'number'],
    ['who and whom', 'who', undefined],
    ['why did they leave aws and who decided it', 'why', 'who'],
    ['istio and linkerd', 'topic', undefined],
    ['london vs berlin, how many came', 'compare', 'number'],
    ['london vs berlin, when was each', 'compare', 'when'],
    ['london vs berlin in pictures', 'compare', undefined],
  ] as const)('%j asks besides %s for: %s', (question, first, second) => {
    expect(secondKind(question, first)).toBe(second)
  })
})

describe('kindCue', () => {
  const cue = (kind: Parameters<typeof kindCue>[0], text: string, question = 'the question') =>
    kindCue(kind, { text, speakers: [], question })

  it('wants a number that the question does not already have', () => {
    expect(cue('number', 'Some 80% of them.')).toBe(1)
    expect(cue('number', 'Kubernetes 1.6 came out.', 'how many hosts can 1.6 handle')).toBe(0)
    expect(cue('number', 'Many of them.')).toBe(0)
  })

  it('wants a name for who, and takes the speaker of the talk', () => {
    expect(cue('who', 'Disputes were settled by Solomon Hykes.')).toBe(1)
    expect(
      kindCue('who', { text: 'Standbys proxy.', speakers: ['Armon Dadgar'], question: 'who presented vault' }),
    ).toBe(1)
    expect(cue('who', 'disputes were settled somehow')).toBe(0)
  })

  it('wants a date for when and a reason for why', () => {
    expect(cue('when', 'In May 2018 they meet again.')).toBe(1)
    expect(cue('when', 'They meet again.')).toBe(0)
    expect(cue('when', 'They met in 2017.', 'dates of the event')).toBeLessThan(cue('when', 'They met in 2017.'))
    expect(cue('why', 'Because updates broke clusters.')).toBeGreaterThan(cue('why', 'Updates came out.'))
  })
})

describe('definesAny', () => {
  it.each([
    ['CRI-O is a runtime for Kubernetes.', 'cri-o', 1],
    ['The Kata Containers project is a merger.', 'kata containers', 1],
    ['TUF: a specification for updates.', 'tuf', 1],
    ['They replaced Docker with CRI-O.', 'cri-o', 0],
    ['CRI-O replaced it.', 'c++ (x', 0],
  ])('%j defines %j: %s', (text, term, expected) => {
    expect(definesAny([{ form: term }])(text)).toBe(expected)
  })
})
