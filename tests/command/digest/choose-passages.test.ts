import { describe, expect, it } from 'vitest'
import { type Candidate, candidatesOf, overlap } from '../../../src/command/digest/candidates.js'
import { type Choosing, choosePassages } from '../../../src/command/digest/choose-passages.js'
import { interestOf, WORTH_READING } from '../../../src/command/digest/interest.js'
import { standAloneQuote } from '../../../src/command/digest/stands-alone.js'
import { matchTopic, unknownTopics } from '../../../src/command/digest/topics.js'
import { passageKey } from '../../../src/knowledge/passage-key.js'
import { realKnowledge } from '../../digest/digest-bench.js'
import { knowledgeOf } from '../../support/passages.js'

const knowledge = realKnowledge()
const candidates = candidatesOf(knowledge)
const choose = (change: Partial<Choosing> = {}) =>
  choosePassages({ knowledge, topics: [], posted: new Set(), feedback: new Map(), seed: 'T1:C1', ...change })

/** Digests one after the other, as a channel gets them. */
const series = (count: number, change: Partial<Choosing> = {}) => {
  const posted = new Set<string>()
  return Array.from({ length: count }, () => {
    const choice = choose({ ...change, posted })
    if (choice.newRound) posted.clear()
    for (const { candidate } of choice.chosen) posted.add(candidate.key)
    return choice
  })
}

/** The passage of the reports that a beginning of its text names. */
const passageOf = (beginning: string) => {
  const found = knowledge.passages.filter(({ text }) => text.startsWith(beginning))
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} passages begin with «${beginning}»`)
  return found[0]
}

describe('what is worth reading in the five reports', () => {
  it.each([
    ['a figure and what it means', 'The etcd3 release helped to solve scaling problems', 'gives a figure'],
    ['a show of hands', 'Two engineers who are responsible for Helm', 'gives a figure'],
    ['a weighing of two sides', 'Containers "normally" are less isolated for two reasons', 'compares'],
    ['advice', 'Choose tools with care and ask', 'gives advice'],
    ['a warning on costs', "Storage ranks second in Dmytro Dyachuk's costs", 'gives advice'],
    ['what broke', 'CRI-O is a project that Red Hat initiated', 'tells what was learnt'],
    ['what a team fared best with', 'Service types may cause trouble', 'tells what was learnt'],
    ['an opinion', 'Kubernetes is not meant to do everything', 'makes a claim'],
    ['a majority', 'The vast majority of hands went up', 'says how much'],
    ['a line to remember', '"Infrastructure allows us to turn the impossible', 'gives the speaker’s own words'],
  ])('%s', (_, beginning, reason) => {
    const passage = passageOf(beginning)
    const interest = interestOf(standAloneQuote(passage)?.text ?? '', passage.heading)
    expect(interest.score).toBeGreaterThanOrEqual(WORTH_READING)
    expect(interest.reasons).toEqual(expect.arrayContaining([reason]))
  })

  it.each([
    ['a flight', 'Alexander Trost sums up his Day 0 as his first flight'],
    ['lunch', 'Tacos from Red Hat were the lunch'],
    ['thanks', 'Alexander Trost finds that the Rook booth'],
    ['a badge', 'On Day 1 of KubeCon Austin Alexander Trost was lucky to arrive early'],
    ['a party', 'Alexander Trost joined only the party'],
    ['the weather', 'Snow fell in Austin'],
    ['the report itself', "Alexander Trost's post on KubeCon 2017 in Austin"],
    ['picture quality', "The picture quality in Alexander Trost's"],
    ['a wall of adverts', "KubeCon Austin's sponsor showcase had a wall"],
    ['how the report came about', 'Ales Nosek, who blogs as'],
    ['a pointer elsewhere', 'For further reading on containerd'],
    ['the next conference', 'The next KubeCon after Austin'],
  ])('is not %s', (_, beginning) => {
    const passage = passageOf(beginning)
    expect(candidates.byKey.has(passageKey(passage))).toBe(false)
  })

  it.each([
    [
      'a figure that counts something',
      'The registry served 3,000 requests a second after the caches were moved next to the worker nodes of the team.',
      'Version 1.12 of the registry listens on port 8080, and issue 3112 tracks what is done about it by the team now.',
    ],
    [
      'what went wrong',
      'The rollout failed twice, Jane Doe told the audience, as every pod asked the same name server at the same time.',
      'The rollout is done in three steps, Jane Doe told the audience, and every step asks the name server for one name.',
    ],
    [
      'what was said',
      'Jane Doe told the audience: "we deleted the cluster on a Friday and nobody noticed until Monday" in her keynote.',
      'Jane Doe told the audience about "The Cluster That Was Deleted", and of the book with the same name, in a keynote.',
    ],
    [
      'advice',
      'Teams should delete a cluster now and then, said Jane Doe, to see whether the way to build it is written down.',
      'Jane Doe of Acme gave an excellent talk on how her team deletes clusters, one of the best talks of the conference.',
    ],
    [
      'a comparison',
      'Deleting a cluster is cheaper than mending it, said Jane Doe, as the way to build one is written down by the team.',
      'The tool that deletes clusters has been released as version 2, said Jane Doe, and is going to get a page of its own.',
    ],
    [
      'one strong point to many faint ones',
      'Restores took the team 40 minutes, said Jane Doe, and 38 of them were spent on the index of the metadata store.',
      'The store is a good place for metadata, though a cache helps, since the store is there for anything that is slow.',
    ],
    [
      'a figure to one that nobody can tell the meaning of',
      'Growth came to 400 clusters at Acme, said Jane Doe, and each of them is built from the same few lines of text.',
      'Growth came to 400 clusters at Acme, and the notes do not say which of them are built from the same lines of text.',
    ],
  ])('is %s', (_, better, worse) => {
    expect(interestOf(better, []).score).toBeGreaterThan(interestOf(worse, []).score + 0.03)
    expect(interestOf(better, []).score).toBeGreaterThanOrEqual(WORTH_READING)
  })

  it('says the strongest reason first', () => {
    const { reasons } = interestOf(
      'The registry failed because 3,000 requests a second were more than it could take.',
      [],
    )
    expect(reasons).toEqual(['gives a figure', 'tells what was learnt', 'gives a reason'])
  })

  it('is a third to a half of all passages, from every report', () => {
    const share = candidates.all.length / knowledge.passages.length
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.6)
    expect(new Set(candidates.all.map(({ report }) => report.id)).size).toBe(knowledge.reports.length)
  })

  it('tells no story twice', () => {
    for (const [i, one] of candidates.all.entries())
      for (const other of candidates.all.slice(i + 1)) expect(overlap(one.terms, other.terms)).toBeLessThan(0.4)
  })
})

describe('standAloneQuote', () => {
  const quote = (text: string, change: object = {}) => {
    const [passage] = knowledgeOf([{ text }]).passages
    return passage && standAloneQuote({ ...passage, ...change })?.text
  }
  const FINE = 'Vault keeps the secrets of a cluster out of its container images and hands them out on demand.'

  it('takes whole sentences', () => {
    expect(quote(FINE)).toBe(FINE)
  })

  it.each([
    ['carries on', 'It keeps the secrets of a cluster out of its container images and hands them out on demand.'],
    [
      'opposes what stood before',
      'However, Vault keeps the secrets of a cluster out of its container images for good.',
    ],
    [
      'introduces a list',
      'Vault keeps the secrets of a cluster out of its container images, in the steps that follow:',
    ],
    [
      'points to a picture',
      'Vault keeps the secrets out of container images and pods, see above for the way that works.',
    ],
    ['is a few words', 'Vault keeps secrets.'],
    [
      'begins in the middle',
      'and keeps the secrets of a cluster out of its container images and hands them out on demand.',
    ],
  ])('takes nothing that %s', (_, text) => {
    expect(quote(text)).toBeUndefined()
  })

  it.each([
    ['not quotable', { quotable: false }],
    ['an item of a list', { leadIn: 'austin-2017-doe:9' }],
    ['code', { kind: 'code' }],
    ['a row of a table', { kind: 'row' }],
  ])('takes nothing that is %s', (_, change) => {
    expect(quote(FINE, change)).toBeUndefined()
  })

  it('leaves out closing words on a picture, and what is over 400 characters', () => {
    expect(quote(`${FINE} The photo shows the speaker.`)).toBe(FINE)
    const long = Array.from({ length: 8 }, () => FINE).join(' ')
    expect(quote(long)).toBe(Array.from({ length: 4 }, () => FINE).join(' '))
  })

  it('quotes word for word, with the lines it stands on', () => {
    for (const { quote: shown, passage } of candidates.all) {
      expect(passage.text.startsWith(shown.text)).toBe(true)
      expect(shown.text.length).toBeLessThanOrEqual(400)
      expect(shown.lines[0]).toBeGreaterThanOrEqual(passage.lines[0])
      expect(shown.lines[1]).toBeLessThanOrEqual(passage.lines[1])
    }
  })
})

describe('choosePassages', () => {
  it('gives two to four, and none again until all have been', () => {
    const round = candidates.all.length
    const seen = new Set<string>()
    let digests = 0
    for (const choice of series(round)) {
      if (choice.newRound) break
      digests++
      expect(choice.chosen.length).toBeGreaterThanOrEqual(2)
      expect(choice.chosen.length).toBeLessThanOrEqual(4)
      for (const { candidate } of choice.chosen) {
        expect(seen.has(candidate.key), candidate.key).toBe(false)
        seen.add(candidate.key)
      }
    }
    expect(round - seen.size).toBeLessThan(2)
    expect(digests).toBeGreaterThan(30)
  })

  it('begins the second round with what is left of the first', () => {
    const [left, ...others] = candidates.all.map(({ key }) => key)
    const choice = choose({ posted: new Set(others) })
    expect(choice.newRound).toBe(true)
    expect(choice.chosen[0]?.candidate.key).toBe(left)
    expect(choice.chosen.length).toBeGreaterThanOrEqual(2)
  })

  it('spreads: never one talk twice in a digest of the first weeks, nearly always several reports', () => {
    const first = series(20)
    for (const { chosen } of first)
      expect(new Set(chosen.map(({ candidate }) => candidate.talk)).size).toBe(chosen.length)
    const mixed = first.filter(({ chosen }) => new Set(chosen.map(({ candidate }) => candidate.report.id)).size > 1)
    expect(mixed.length).toBeGreaterThanOrEqual(19)
  })

  it('mixes: the passages of a digest differ in subject and in kind', () => {
    const first = series(20)
    const alike = (same: (one: Candidate, other: Candidate) => boolean): number =>
      first.filter(({ chosen }) =>
        chosen.some((one, i) => chosen.slice(i + 1).some((other) => same(one.candidate, other.candidate))),
      ).length
    expect(alike((one, other) => [...one.subjects].some((subject) => other.subjects.has(subject)))).toBeLessThan(5)
    const ofOneKind = first.filter(
      ({ chosen }) => new Set(chosen.map(({ candidate }) => candidate.interest.reasons[0])).size === 1,
    )
    expect(ofOneKind).toEqual([])
  })

  it('lets a talk wait that the channel had much of', () => {
    const talks = new Map<string, number>()
    for (const { chosen } of series(10))
      for (const { candidate } of chosen) talks.set(candidate.talk, (talks.get(candidate.talk) ?? 0) + 1)
    expect(Math.max(...talks.values())).toBeLessThanOrEqual(2)
  })

  it('begins with the better half', () => {
    const mean = (of: readonly Candidate[]): number =>
      of.reduce((sum, { interest }) => sum + interest.score, 0) / of.length
    const first = series(10).flatMap(({ chosen }) => chosen.map(({ candidate }) => candidate))
    expect(mean(first)).toBeGreaterThan(mean(candidates.all) + 0.08)
  })

  it('tells why in a few words', () => {
    for (const { chosen } of series(10))
      for (const { reasons } of chosen) {
        expect(reasons.length).toBeGreaterThan(0)
        expect(reasons.length).toBeLessThanOrEqual(2)
      }
  })

  it('takes the topics first, and says when they are used up', () => {
    const all = series(30, { topics: ['security'] })
    const match = matchTopic('security', knowledge)
    const onTopic = candidates.all.filter((candidate) => match(candidate) > 0).length
    const shown = all.flatMap(({ chosen }) => chosen)
    expect(onTopic).toBeGreaterThan(10)
    expect(shown.slice(0, onTopic).every(({ topics }) => topics.includes('security'))).toBe(true)
    expect(shown[0]?.reasons).toContain('on security')
    const lastOn = all.findLastIndex(({ chosen }) => chosen.some(({ topics }) => topics.length > 0))
    // The digest with the last passage on the topic is the one that says so.
    expect(all.map(({ topicsDone }) => topicsDone)).toEqual(all.map((_, i) => i >= lastOn))
  })

  it('takes new reports before old ones', () => {
    const knownReports = new Set(knowledge.reports.map(({ id }) => id).filter((id) => id !== 'berlin-2017-vmware'))
    const { chosen } = choose({ knownReports })
    expect(chosen.map(({ candidate }) => candidate.report.id)).toEqual(chosen.map(() => 'berlin-2017-vmware'))
    expect(chosen[0]?.reasons).toContain('from a new report')
  })

  it('does not show again what a channel wants less of, and less of its like', () => {
    const [first] = choose().chosen
    const key = first?.candidate.key ?? ''
    const feedback = new Map([[key, -1]])
    expect(
      series(60, { feedback })
        .flatMap(({ chosen }) => chosen)
        .some(({ candidate }) => candidate.key === key),
    ).toBe(false)
    const ofTheTalk = (verdicts: ReadonlyMap<string, number>): number =>
      series(4, { feedback: verdicts })
        .flatMap(({ chosen }) => chosen)
        .filter(({ candidate }) => candidate.talk === first?.candidate.talk && candidate.key !== key).length
    expect(ofTheTalk(feedback)).toBeLessThanOrEqual(ofTheTalk(new Map([[key, 2]])))
  })

  it('differs from channel to channel, and is the same each time it is asked', () => {
    const keys = (seed: string) => choose({ seed }).chosen.map(({ candidate }) => candidate.key)
    expect(keys('T1:C1')).toEqual(keys('T1:C1'))
    const all = new Set(Array.from({ length: 20 }, (_, i) => keys(`T1:C${i}`).join(' ')))
    expect(all.size).toBeGreaterThan(3)
  })

  it('has nothing to choose where nothing is worth it', () => {
    expect(choose({ knowledge: knowledgeOf([{ text: 'Thanks.' }]) }).chosen).toEqual([])
  })
})

describe('topics', () => {
  it.each([
    ['k8s', 'by a name of the glossary'],
    ['kubernetes', 'by its own name'],
    ['networking', 'in another inflection'],
    ['service mesh', 'of two words'],
    ['prometeus', 'in a spelling that the glossary knows'],
  ])('%s is found %s', (topic) => {
    expect(unknownTopics([topic], knowledge)).toEqual([])
  })

  it.each([
    ['securty', ['security']],
    ['opnshift', ['OpenShift']],
  ])('%s is a slip for %s', (topic, instead) => {
    expect(unknownTopics([topic], knowledge)).toEqual([{ topic, instead }])
  })

  it('that nothing is about are told, with some that there is something about', () => {
    const [gardening] = unknownTopics(['security', 'gardening'], knowledge)
    expect(gardening?.topic).toBe('gardening')
    expect(unknownTopics(gardening?.instead ?? [], knowledge)).toEqual([])
    expect(gardening?.instead).toHaveLength(3)
  })
})

describe('passageKey', () => {
  it('goes by what a passage says, not by where it stands', () => {
    const [one, other] = knowledge.passages
    if (!one || !other) throw new Error('no passages')
    expect(passageKey({ ...one, text: `${one.text} ` })).toBe(passageKey(one))
    expect(passageKey(other)).not.toBe(passageKey(one))
    expect(new Set(knowledge.passages.map(passageKey)).size).toBe(
      new Set(knowledge.passages.map(({ reportId, text }) => reportId + text)).size,
    )
  })
})
