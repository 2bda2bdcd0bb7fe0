import { describe, expect, it } from 'vitest'
import type { Glossary } from '../../src/knowledge/glossary.js'
import { Concepts } from '../../src/search/concepts.js'
import { splitWords } from '../../src/search/words.js'

const glossary: Glossary = [
  { term: 'Kubernetes', also: ['k8s'], misspelt: ['kuberntes'], about: [], kind: 'project' },
  {
    term: 'CRD',
    standsFor: 'custom resource definition',
    also: ['CustomResourceDefinition'],
    misspelt: [],
    about: [],
    kind: 'concept',
  },
  { term: 'Red Hat', also: ['RedHat'], misspelt: [], about: [], kind: 'company' },
  { term: 'custom resource', also: [], misspelt: [], about: [], kind: 'concept' },
]
const concepts = new Concepts(glossary)
const found = (text: string): string[] => concepts.find(splitWords(text)).map(({ concept }) => concept.entry.term)

describe('Concepts', () => {
  it.each([
    ['its own name', 'Kubernetes', ['Kubernetes']],
    ['a numeronym', 'run K8S here', ['Kubernetes']],
    ['what an acronym stands for', 'a custom resource definition', ['CRD']],
    ['a plural', 'CRDs and custom resource definitions', ['CRD', 'CRD']],
    ['a name of two words', 'red hat', ['Red Hat']],
    ['the same written as one', 'redhat', ['Red Hat']],
  ])('finds an entry under %s', (_, text, terms) => {
    expect(found(text)).toEqual(terms)
  })

  it('prefers the longest name', () => {
    expect(found('a custom resource definition, not a custom resource')).toEqual(['CRD', 'custom resource'])
  })

  it('finds the plural of one name where another begins with it, the longest name first', () => {
    const entry = { also: [], misspelt: [], about: [], kind: 'concept' }
    const own = new Concepts([
      { term: 'Operator', ...entry },
      { term: 'operators guild', ...entry },
      { term: 'operator pattern language', ...entry },
    ])
    const termsIn = (text: string) => own.find(splitWords(text)).map(({ concept }) => concept.entry.term)
    expect(termsIn('operators of the operators guild')).toEqual(['Operator', 'operators guild'])
    expect(termsIn('operators pattern languages')).toEqual(['operator pattern language'])
  })

  it('says when a name is a known misspelling', () => {
    expect(concepts.find(splitWords('kuberntes'))[0]?.misspelt).toBe(true)
  })

  it('finds nothing in words that only begin a name', () => {
    expect(found('red shirt, custom colour')).toEqual([])
  })
})
