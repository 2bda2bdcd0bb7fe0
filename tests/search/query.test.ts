import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildQuery } from '../../src/search/query.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf } from '../support/passages.js'

const index = buildIndex(
  knowledgeOf(
    [
      { text: 'CRI-O runs containers with runC.' },
      { text: 'Kubernetes revokes no client certificate.' },
      { text: 'The ticket was free of charge.' },
      { text: 'Prometheus scrapes kube-dns.' },
    ],
    {
      glossary: [
        { term: 'Kubernetes', also: ['k8s'], misspelt: ['kubernets'], about: ['orchestrator'], kind: 'project' },
      ],
      thesaurus: [['free', 'gratis']],
    },
  ),
)
const forms = (text: string): string[] => buildQuery(text, index).terms.map(({ form }) => form)

describe('buildQuery', () => {
  it('drops grammar and chat around the matter', () => {
    expect(forms('hey, can anybody tell me what the certificate is pls')).toEqual(['certificate'])
  })

  it('counts a word typed twice once', () => {
    expect(forms('cri-o CRI-O')).toEqual(['cri-o'])
  })

  it.each(['cri-o', 'crio', 'CRI O'])('finds a compound written as %s', (typed) => {
    const [term] = buildQuery(`what is ${typed}`, index).terms
    expect(term?.unknown).toBe(false)
    expect(
      [...(term?.alternatives ?? [])].some(([name, weight]) => ['crio', 'cri-o'].includes(name) && weight === 1),
    ).toBe(true)
  })

  it('takes an everyday word for what it describes, if weakly', () => {
    const [term] = buildQuery('orchestrators', index).terms
    expect(term?.alternatives.get('=kubernetes')).toBeLessThan(0.5)
    expect(term).toMatchObject({ unknown: true, named: false })
  })

  it('reads another name of the same thing as the thing', () => {
    const [term] = buildQuery('k8s', index).terms
    expect(term?.alternatives.get('=kubernetes')).toBe(1)
  })

  it('repairs a typing error towards a word that the reports have, and says so', () => {
    const query = buildQuery('promethues', index)
    expect(query.repaired).toEqual([{ from: 'promethues', to: 'prometheus' }])
    // The word that was meant is as good as typed: its very form counts.
    expect(query.terms[0]?.meant).toEqual(['prometheus'])
    expect(query.terms[0]?.exact).toContain("'prometheus")
    expect(query.terms[0]?.unknown).toBe(false)
  })

  it('says what a listed misspelling was read as', () => {
    expect(buildQuery('kubernets', index).repaired).toEqual([{ from: 'kubernets', to: 'Kubernetes' }])
  })

  it('leaves words alone that the reports have', () => {
    expect(buildQuery('client ticket', index).repaired).toEqual([])
  })

  it('meets an everyday word by its synonym, at less than full weight', () => {
    const [term] = buildQuery('gratis', index).terms
    expect(term?.alternatives.get('free')).toBeLessThan(1)
    expect(term?.alternatives.get('free')).toBeGreaterThan(0)
  })

  it('marks a name that the reports do not have as unknown, and as weighty as the rarest', () => {
    const [cilium, certificate] = buildQuery('cilium certificate', index).terms
    expect(cilium?.unknown).toBe(true)
    expect(cilium?.weight).toBeGreaterThan(certificate?.weight ?? 0)
  })

  it('weighs a rare word more than one that stands everywhere', () => {
    const common = buildIndex(
      knowledgeOf([{ text: 'cluster one' }, { text: 'cluster two' }, { text: 'cluster vault' }]),
    )
    const [cluster, vault] = buildQuery('cluster vault', common).terms
    expect(vault?.weight).toBeGreaterThan(cluster?.weight ?? 0)
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const { start, end } of buildQuery(text, index).terms) expect(end).toBeGreaterThan(start)
      }),
    )
  })
})
