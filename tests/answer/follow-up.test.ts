import { describe, expect, it } from 'vitest'
import { earlierQuestions } from '../../src/answer/earlier-questions.js'
import { fillIn } from '../../src/answer/follow-up.js'
import { readScope } from '../../src/answer/scope.js'
import { answerOf } from '../support/answers.js'

const SUBJECTS = new Set(['rkt', 'helm', 'vault'])
const subjects = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .match(/\w+/g)
      ?.filter((word) => SUBJECTS.has(word)),
  )
const fill = (question: string, previous: string) => fillIn(question, previous, readScope([]), subjects)

describe('fillIn', () => {
  it('takes what a pronoun stands for from the question before', () => {
    expect(fill('who presented it?', 'what is rkt')).toBe('rkt — who presented it?')
  })

  it.each(['how about Helm?', 'and Vault?', 'what about Vault'])('asks of another thing anew: %s', (question) => {
    expect(fill(question, 'what is rkt')).toBe(question)
  })

  it('asks the same of another thing', () => {
    expect(fill('and Vault?', 'how fast does rkt start')).toBe('fast start — and Vault?')
  })

  it('keeps the thing where the follow-up names none', () => {
    expect(fill('and the licence?', 'what is rkt')).toBe('rkt — and the licence?')
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
