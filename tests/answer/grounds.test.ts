import { describe, expect, it } from 'vitest'
import { countsAny, lacksForm } from '../../src/answer/answer-form.js'
import { askedFor } from '../../src/answer/asked-for.js'
import { readProperNames } from '../../src/answer/proper-names.js'
import { aboutAsker, aboutNow, aboutOffice, asksFavour } from '../../src/answer/talk-of-the-day.js'
import { classify } from '../../src/answer/term-classes.js'
import type { Passage } from '../../src/knowledge/report.js'
import { isEveryday } from '../../src/search/everyday-words.js'
import type { Query, QueryTerm } from '../../src/search/query.js'
import { stem } from '../../src/search/stem.js'
import { splitWords } from '../../src/search/words.js'

const termsOf = (text: string, unknown: readonly string[] = []): QueryTerm[] =>
  splitWords(text).map(({ form, start, end }) => ({
    form,
    start,
    end,
    alternatives: new Map([[stem(form), 1]]),
    exact: [form],
    weight: 1,
    unknown: unknown.includes(form),
    named: false,
    meant: [],
  }))

const queryOf = (text: string, rest: Partial<Query> & { unknown?: readonly string[] } = {}): Query => ({
  text,
  terms: termsOf(text, rest.unknown),
  repaired: rest.repaired ?? [],
})

const passage = (text: string, speakers: readonly string[] = []): Passage => ({
  id: 'r:1',
  reportId: 'r',
  kind: 'paragraph',
  heading: ['On Jetstack'],
  speakers: speakers.map((name) => ({ name, role: '', company: '' })),
  text,
  sentences: [{ start: 0, end: text.length, lines: [1, 1] }],
  lines: [1, 1],
  asks: [],
  quotable: true,
})

describe('what is asked for', () => {
  const asked = (text: string): string[] => {
    const terms = termsOf(text)
    return askedFor(text, terms).map((t) => terms[t]?.form ?? '')
  }

  it.each([
    ['which licence is kata under', ['licence']],
    ['what hotel did they stay at', ['hotel']],
    ['how many github stars does helm have', ['github', 'stars']],
    ["what's the price of the cloud", ['price']],
    ['what is cri-o', []],
    ['why did they move', []],
  ])('%s', (text, expected) => {
    expect(asked(text)).toEqual(expected)
  })
})

describe('classes of words', () => {
  const of = (query: Query, names: readonly string[] = []) => classify(query, new Set(names))

  it('takes a word that is neither everyday nor in the reports for a name they do not have', () => {
    const [podman, licence] = of(queryOf('podman licence', { unknown: ['podman', 'licence'] }))
    expect(podman).toMatchObject({ name: true, strange: true })
    expect(licence).toMatchObject({ name: false, strange: false })
  })

  it('takes what the reports write with a capital letter for a name', () => {
    expect(of(queryOf('burns'), ['burns'])[0]).toMatchObject({ name: true, proper: true })
  })

  it('takes no misspelt everyday word for a name', () => {
    expect(of(queryOf('reducton', { unknown: ['reducton'] }))[0]).toMatchObject({ name: false, strange: false })
    expect(of(queryOf('cilium', { unknown: ['cilium'] }))[0]).toMatchObject({ name: true, strange: true })
  })

  it('takes no glossary term of plain words for a name', () => {
    const [term] = termsOf('policy').map((one) => ({ ...one, named: true }))
    expect(classify({ text: 'policy', terms: term ? [term] : [], repaired: [] }, new Set())[0]).toMatchObject({
      proper: false,
    })
  })

  it('knows whose account is asked for', () => {
    expect(of(queryOf('rook blogger opinion'), ['rook']).map(({ source }) => source)).toEqual([true, false, false])
    expect(of(queryOf('opinion according to nosek')).at(-1)).toMatchObject({ source: true })
  })

  it('doubts a repair that puts another letter in, not one that puts letters in order', () => {
    const repaired = (from: string, to: string) => of(queryOf(from, { repaired: [{ from, to }] }))[0]?.dubious
    expect(repaired('uber', 'user')).toBe(true)
    expect(repaired('istoi', 'istio')).toBe(false)
    expect(repaired('helmm', 'helm')).toBe(false)
  })
})

describe('everyday words', () => {
  it.each(['quickly', 'fattest', 'licences', '3am', 'the'])('%s is one', (word) => {
    expect(isEveryday(word)).toBe(true)
  })

  it.each(['kubelet', 'podman', 'ticketmaster'])('%s is none', (word) => {
    expect(isEveryday(word)).toBe(false)
  })
})

describe('proper names', () => {
  it('are the words with a capital letter inside sentences, people on stage and rare words of headings', () => {
    const names = readProperNames([passage('Yesterday we met Heptio and their operators.', ['Joe Marsh'])])
    expect([...names].sort()).toEqual(['heptio', 'jetstack', 'joe', 'marsh'])
  })
})

describe('the form of an answer', () => {
  it('needs the number next to what is counted', () => {
    const stars = termsOf('stars')
    expect(countsAny(['Helm has more than 4,000 shiny stars.'], stars)).toBe(true)
    expect(countsAny(['Of the 30 talks and sessions that we saw, a talk was on stars.'], stars)).toBe(false)
    expect(countsAny(['K8s stars shine.'], stars)).toBe(false)
  })

  it('needs a price, or a version, when that is asked', () => {
    expect(lacksForm('price', 'how much is it per hour', 'It runs for 3 hours.')).toBe(1)
    expect(lacksForm('price', 'how much is it per hour', 'It is 3 dollars.')).toBe(0)
    expect(lacksForm('version', 'which version was shown', 'Rook was shown at 3.')).toBe(1)
    expect(lacksForm('version', 'which version was shown', 'Rook v0.6 was shown.')).toBe(0)
  })
})

describe('talk of the day', () => {
  it('tells favours from questions', () => {
    expect(asksFavour('can someone review this pls')).toBe(1)
    expect(asksFavour('can anybody tell me which runtime it is?')).toBe(0)
  })

  it('tells «we’re» from «were»', () => {
    expect(aboutAsker('we’re out of coffee')).toBe(1)
    expect(aboutAsker("i'm on call")).toBe(1)
    expect(aboutAsker('what were the main points')).toBe(0)
    expect(aboutAsker('how fast is i/o on a local disk')).toBe(0)
  })

  it('takes what does not work for something of this day', () => {
    const now = (text: string): number => aboutNow(new Set(splitWords(text).map(({ form }) => form)), text)
    expect(now('is staging down or is it just me')).toBe(1)
    expect(now('who is on stage on friday')).toBe(1)
    expect(now('when did the load go down')).toBe(0)
  })

  it('weighs two words of office talk double', () => {
    const office = (text: string): number => aboutOffice(new Set(splitWords(text).map(({ form }) => form)))
    expect(office('vpn and printer')).toBe(1)
    expect(office('the vpn')).toBe(0.5)
    expect(office('the service mesh')).toBe(0)
  })
})
