import { describe, expect, it } from 'vitest'
import { earlierQuestions } from '../../src/answer/earlier-questions.js'
import { fillIn } from '../../src/answer/follow-up.js'
import { readScope, type Scope } from '../../src/answer/scope.js'
import type { Subjects } from '../../src/answer/subjects.js'
import { answerOf } from '../support/answers.js'

const namesIn = (text: string, names: ReadonlySet<string>) =>
  new Set(
    text
      .toLowerCase()
      .match(/\w+/g)
      ?.filter((word) => names.has(word)),
  )
const THINGS = new Set(['rkt', 'helm', 'vault', 'istio'])
const subjects: Subjects = {
  things: (text) => namesIn(text, THINGS),
  topics: (text) => namesIn(text, new Set([...THINGS, 'operators', 'serverless'])),
  named: (text) => namesIn(text, new Set([...THINGS, 'kubecon'])),
}
const PLACES = new Map(['berlin', 'austin', 'london'].map((city) => [city, new Set([`${city}-2017`])]))
const scope: Scope = { ...readScope([]), cities: PLACES }
/** The last line as it is understood after those before it. */
const said = (...lines: readonly string[]) =>
  lines.reduce((previous, line) => fillIn(line, previous, scope, subjects), '')

describe('fillIn', () => {
  it('takes what a pronoun stands for from the question before', () => {
    expect(said('what is rkt', 'who presented it?')).toBe('rkt — who presented it?')
  })

  it.each(['how about Helm?', 'and Vault?', 'what about Vault'])('asks of another thing anew: %s', (question) => {
    expect(said('what is rkt', question)).toBe(question)
  })

  it('asks the same of another thing, and for the same kind of answer', () => {
    expect(said('how fast does rkt start', 'and Vault?')).toBe('how fast does start — and Vault?')
    expect(said('who presented Helm', 'and in Berlin?')).toBe('who presented Helm — and in Berlin?')
  })

  it.each(['and operators?', 'what about operators', 'how about serverless?'])(
    'asks of a concept of the field anew: %s',
    (question) => {
      expect(said('what is Helm', question)).toBe(question)
    },
  )

  it('asks the same of a concept, and of a thing in place of a concept', () => {
    expect(said('who presented Helm', 'and operators?')).toBe('who presented — and operators?')
    expect(said('who presented serverless', 'and Vault?')).toBe('who presented — and Vault?')
  })

  it('puts a thing for a thing and a concept for a concept', () => {
    expect(said('how does Helm do serverless', 'and Istio?')).toBe('how does do serverless — and Istio?')
    expect(said('how does Helm do serverless', 'and operators?')).toBe('how does Helm do — and operators?')
  })

  it('keeps the thing where something is asked of it and a concept', () => {
    expect(said('what is Helm', 'and how fast with operators?')).toBe('Helm — and how fast with operators?')
  })

  it.each(['what did they say about windows', 'did they mention snow?', 'what did he think of Istio'])(
    'leaves a question that says what they spoke of as it is: %s',
    (question) => {
      expect(said('what is rkt', question)).toBe(question)
    },
  )

  it.each([
    ['of it', 'what is rkt', 'what did they say about it', 'what is rkt — what did they say about it'],
    ['of nothing', 'what is rkt', 'what did they say', 'what is rkt — what did they say'],
    [
      'who was asked for',
      'who presented Helm',
      'what did she say about snow',
      'who presented Helm — what did she say about snow',
    ],
  ])('fills in those who spoke %s', (_, before, question, understood) => {
    expect(said(before, question)).toBe(understood)
  })

  it('keeps the thing where the follow-up names none', () => {
    expect(said('what is rkt', 'and the licence?')).toBe('what is rkt — and the licence?')
  })

  it.each([
    ['stays for what is asked of the same thing', ['who presented it?'], 'Helm Berlin — who presented it?'],
    ['gives way to another place', ['and in Austin?'], 'what is Helm — and in Austin?'],
    ['gives way two lines later', ['who presented it?', 'and in Austin?'], 'who presented Helm — and in Austin?'],
    ['is dropped with its thing', ['and Vault?'], 'and Vault?'],
    ['is dropped by a new question', ['is there a talk on Istio'], 'is there a talk on Istio'],
    ['is dropped by a short new question', ['why Istio?'], 'why Istio?'],
  ])('a place that a follow-up added %s', (_, lines, understood) => {
    expect(said('what is Helm', 'and in Berlin?', ...lines)).toBe(understood)
  })

  it.each([
    [['when was it?'], 'Vault session — when was it?'],
    [['when was it?', 'and in Berlin?'], 'when was Vault session — and in Berlin?'],
    [['how many talks were there'], 'Vault session — how many talks were there'],
    [['and the licence?', 'and in Berlin?'], 'who presented the Vault session the licence — and in Berlin?'],
  ])('reads as a question after a question for the presenter: %s', (lines, understood) => {
    expect(said('who presented the Vault session', ...lines)).toBe(understood)
  })

  it('keeps the verb where nothing else tells that a talk is meant', () => {
    expect(said('who presented Growing the user base', 'when was it?')).toBe(
      'presented Growing user base — when was it?',
    )
  })

  it('keeps a place that the question was about from the start', () => {
    expect(said('who presented Helm in Berlin', 'and Vault?')).toBe('who presented in Berlin — and Vault?')
  })

  it.each(['when was KubeCon', 'where was KubeCon?', 'what is Helm, and who made it', 'is there a talk on Vault'])(
    'leaves a question that names what it is about as it is: %s',
    (question) => {
      expect(said('what is rkt', question)).toBe(question)
    },
  )

  it.each([
    ['who was there?', 'rkt — who was there?'],
    ['when?', 'rkt — when?'],
    ['is it like Helm?', 'rkt — is it like Helm?'],
  ])('still fills in what points back: %s', (question, understood) => {
    expect(said('what is rkt', question)).toBe(understood)
  })
})

describe('earlierQuestions', () => {
  it('leaves out what was not found, and repairs slips', () => {
    const turn = (question: string, more: Partial<ReturnType<typeof answerOf>> = {}) => ({
      question,
      answer: { ...answerOf(), ...more },
    })
    expect(
      earlierQuestions([
        turn('what is blockchain', { status: 'not-found' }),
        turn('who presented the Vualt session', { repaired: [{ from: 'vualt', to: 'Vault' }] }),
      ]),
    ).toEqual(['who presented the Vault session'])
  })
})
