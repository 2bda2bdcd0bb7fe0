import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitWords } from '../../src/search/words.js'

describe('splitWords', () => {
  it.each([
    ['a plain word', 'Kubernetes', ['kubernetes'], []],
    ['a hyphenated name whole, joined and in parts', 'CRI-O', ['cri-o'], ['crio', 'cri', 'o']],
    ['a hyphenated component', 'kube-dns', ['kube-dns'], ['kubedns', 'kube', 'dns']],
    ['a language with a sign', 'C++ or C#?', ['c++', 'or', 'c#'], []],
    ['a sign that says nothing', 'k8s++ and #general', ['k8s', 'and', 'general'], []],
    ['a resolver option', 'ndots:5', ['ndots:5'], ['ndots5', 'ndots', '5']],
    ['a version, also by its number', 'v1.9', ['v1.9'], ['1.9']],
    ['a line of versions', '1.9.x', ['1.9.x'], ['1.9']],
    ['a factor, also by its number', '10x', ['10x'], ['10', 'x']],
    ['a number with thousands separators', '4,000', ['4000'], []],
    [
      'camel case, also in parts',
      'CustomResourceDefinition',
      ['customresourcedefinition'],
      ['custom', 'resource', 'definition'],
    ],
    ['a product with its major version', 'etcd3', ['etcd3'], ['etcd', '3']],
    ['a possessive without its ending', "Platform9's", ['platform9'], ['platform', '9']],
    ['a contraction without its apostrophe', 'don’t', ['dont'], []],
    ['accents made plain', 'Zürich', ['zurich'], []],
    ['full-width letters made plain', 'ＣＮＣＦ', ['cncf'], []],
  ])('reads %s', (_, text, forms, parts) => {
    const words = splitWords(text)
    expect(words.map(({ form }) => form)).toEqual(forms)
    expect(words.flatMap((word) => word.parts)).toEqual(parts)
  })

  it('splits at slashes, so that each name is found on its own', () => {
    expect(splitWords('AWS/Azure/GCP').map(({ form }) => form)).toEqual(['aws', 'azure', 'gcp'])
  })

  it('finds the words of scripts that use no blanks', () => {
    expect(splitWords('東京の会議').length).toBeGreaterThan(1)
  })

  it.each(['', '   ', '…!?*_~`', '🎉🎉', '\u202e\u0000'])('finds no word in %j', (text) => {
    expect(splitWords(text)).toEqual([])
  })

  it('never throws, keeps order and points at the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        let last = 0
        for (const { start, end, form } of splitWords(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(form).toBe(form.toLowerCase())
          last = end
        }
      }),
    )
  })
})
