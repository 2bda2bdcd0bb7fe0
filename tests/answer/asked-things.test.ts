import { describe, expect, it } from 'vitest'
import { askedPerson } from '../../src/answer/asked-person.js'
import { askedVersion, hasVersion } from '../../src/answer/asked-version.js'
import type { QueryTerm } from '../../src/search/query.js'
import { isQuestionFiller } from '../../src/search/stop-words.js'
import { splitWords } from '../../src/search/words.js'

const termsOf = (text: string): QueryTerm[] =>
  splitWords(text)
    .filter(({ form }) => !isQuestionFiller(form))
    .map(({ form, start, end }) => ({
      form,
      start,
      end,
      alternatives: new Map(),
      exact: [form],
      weight: 1,
      unknown: false,
      named: false,
      meant: [],
    }))

describe('the version that a question names', () => {
  const NAMES = new Set(['helm', 'kubernetes', 'etcd'])
  const versionIn = (text: string): string | undefined => {
    const terms = termsOf(text)
    const classes = terms.map(({ form }) => ({
      name: NAMES.has(form),
      proper: false,
      source: false,
      strange: false,
      dubious: false,
    }))
    return askedVersion(text, terms, classes)
  }

  it.each([
    ['how do I install helm 3', '3'],
    ["what's new in kubernetes v1.30", '1.30'],
    ['is etcd 3.x faster', '3'],
    ['helm charts', undefined],
    ['the 3 steps of helm', undefined],
    ['kubernetes 2017', undefined],
    ['day 2', undefined],
    ['kubernetes, 5 reasons', undefined],
  ])('%s', (text, version) => {
    expect(versionIn(text)).toBe(version)
  })

  it.each([
    ['Kubernetes v1.6 is out', '1.6', true],
    ['Kubernetes 1.6.2 is out', '1.6', true],
    ['Kubernetes 1.60 is out', '1.6', false],
    ['Kubernetes 11.6 is out', '1.6', false],
    ['30 charts', '3', false],
  ])('%s has %s: %s', (text, version, has) => {
    expect(hasVersion(text, version)).toBe(has)
  })
})

describe('the person whom a question is after', () => {
  const personIn = (text: string): string[] => {
    const terms = termsOf(text)
    return askedPerson(text, terms).map((t) => terms[t]?.form ?? '')
  }

  it.each([
    ['what did bill gates say', ['bill', 'gates']],
    ['what did Kelsey Hightower say about laptops', ['kelsey', 'hightower']],
    ['what does massimo think of the landscape', ['massimo']],
    ['who is bill gates?', ['bill', 'gates']],
    ['what did the man from docker say', []],
    ['what did people think of the food', []],
    ['who is using kubernetes', []],
    ['what is helm', []],
  ])('%s', (text, name) => {
    expect(personIn(text)).toEqual(name)
  })

  it('is found in no time in a hostile text', () => {
    const started = performance.now()
    for (const text of ['what did '.repeat(400), `what did ${"a'".repeat(2000)}`, `who is ${'a '.repeat(2000)}`])
      askedPerson(text, [])
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
