import { describe, expect, it } from 'vitest'
import { isEverydaySlip, isGrammarSlip } from '../../src/search/slips.js'

describe('slips of the finger', () => {
  it.each(['teh', 'mcuh', 'adn', 'htis'])('takes «%s» for a word of grammar', (form) => {
    expect(isGrammarSlip(form)).toBe(true)
  })

  it.each(['serivce', 'reducton', 'mutal', 'expereince'])(
    'takes «%s» for an everyday word, not one of grammar',
    (form) => {
      expect(isGrammarSlip(form)).toBe(false)
      expect(isEverydaySlip(form)).toBe(true)
    },
  )

  it.each(['cilium', 'knative', 'flux', 'pulumi', 'keda', 'argo', 'nomad', 'velero'])(
    'leaves the name %s alone',
    (form) => {
      expect(isEverydaySlip(form)).toBe(false)
    },
  )
})
