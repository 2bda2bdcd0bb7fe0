import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/errors.js'
import { parseGlossary } from '../../src/knowledge/parse-glossary.js'
import { parseThesaurus } from '../../src/knowledge/parse-thesaurus.js'

const glossary = (text: string) => parseGlossary('glossary.yaml', text)
const thesaurus = (text: string) => parseThesaurus('thesaurus.yaml', text)

describe('the glossary', () => {
  it('reads entries', () => {
    expect(glossary('- term: Kubernetes\n  also: [k8s, 1.9]\n  kind: project\n').glossary).toEqual([
      { term: 'Kubernetes', also: ['k8s', '1.9'], misspelt: [], about: [], kind: 'project' },
    ])
  })

  it('may be empty', () => {
    expect(glossary('# nothing yet\n')).toEqual({ glossary: [], problems: [] })
  })

  it.each([
    [
      'unknown key',
      '- term: A\n  kind: project\n  mispelt: [b]\n',
      '3:12: glossary: unknown key "mispelt"; did you mean misspelt?',
    ],
    [
      'several words to describe it',
      '- term: A\n  about: [big tent]\n  kind: project\n',
      '2:11: glossary: about: must be a single word',
    ],
    ['no kind', '- term: A\n', '1:3: glossary: kind: must be one of'],
    ['no list', 'term: A\n', '1:1: glossary: must be a list of entries'],
    ['broken', '- term: [A\n', 'glossary:'],
    [
      'a name of two things',
      '- term: A\n  kind: project\n- term: B\n  also: [a]\n  kind: project\n',
      '4:10: glossary: "a" already belongs to A',
    ],
    [
      'what two things stand for',
      '- term: A\n  standsFor: beta gamma\n  kind: project\n- term: B\n  standsFor: Beta Gamma\n  kind: project\n',
      '5:14: glossary: "Beta Gamma" already belongs to A',
    ],
  ])('%s', (_, text, expected) => {
    expect(glossary(text).problems.map(formatProblem).join('\n')).toContain(expected)
  })
})

describe('the thesaurus', () => {
  it('is there beside what is out of place', () => {
    expect(thesaurus('- [free, gratis, no charge]\n').thesaurus).toEqual([['free', 'gratis', 'no charge']])
  })

  it('reads sets', () => {
    expect(thesaurus('- [cost, price]\n')).toEqual({ thesaurus: [['cost', 'price']], problems: [] })
  })

  it.each([
    ['a set of one', '- [cost]\n', '1:3: thesaurus: a set needs two words or more'],
    ['upper case', '- [Cost, price]\n', '1:4: thesaurus: "Cost" must be lower case'],
    ['too many sets', '- [a, b]\n- [a, c]\n- [a, d]\n', '3:4: thesaurus: "a" is in more than 2 sets'],
    ['several words', '- [free, no charge]\n', '1:10: thesaurus: "no charge" must be a single word'],
    ['no sets', 'cost: price\n', '1:1: thesaurus: must be a list of sets'],
  ])('%s', (_, text, expected) => {
    expect(thesaurus(text).problems.map(formatProblem).join('\n')).toContain(expected)
  })
})
