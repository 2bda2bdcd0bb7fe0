import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inPlainWords } from '../../src/command/in-plain-words.js'

describe('a command in other words', () => {
  it.each([
    ['tell me more', 'more'],
    ['Show more please', 'more'],
    ['next', 'more'],
    ['2', 'passage 2'],
    ['#3', 'passage 3'],
    ['the second one', 'passage 2'],
    ['Show me the 3rd one.', 'passage 3'],
    ['passage 12', 'passage 12'],
    ['what reports do you have?', 'reports'],
    ['list all reports', 'reports'],
    ['how many reports are there', 'reports'],
    ['top 10 topics', 'topics'],
    ['what are the topics', 'topics'],
    ['list all talks in Berlin', 'talks Berlin'],
    ['which talks were there at KubeCon London?', 'talks KubeCon London'],
    ['list all speakers', 'talks'],
    ['Istio or Linkerd', 'compare Istio and Linkerd'],
    ['CRI-O vs. containerd?', 'compare CRI-O and containerd'],
    ['should I use Istio or Linkerd?', 'compare Istio and Linkerd'],
    ["what's the difference between Helm and Draft", 'compare Helm and Draft'],
  ])('%s is %s', (text, line) => {
    expect(inPlainWords(text)).toBe(line)
  })

  it.each([
    'what is CRI-O',
    'which talks were about service mesh',
    'what do the reports say on etcd',
    'how many talks did Kelsey give',
    'what was the second keynote about',
    'what is better for storage',
    'who or what is Vault',
    'did it snow or rain in Austin',
    'how many people came',
    '1500 people',
    'more pods per node',
    'k8s 1.6',
  ])('%s is a question', (text) => {
    expect(inPlainWords(text)).toBeUndefined()
  })

  it('is looked for in any text, in no time', () => {
    const started = performance.now()
    for (const text of ['list '.repeat(800), 'a or '.repeat(800), `list ${'all the '.repeat(500)}`, 'a'.repeat(4000)])
      inPlainWords(text)
    fc.assert(fc.property(fc.string(), (text) => void inPlainWords(text)))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
