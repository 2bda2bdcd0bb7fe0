import { describe, expect, it } from 'vitest'
import { wordsMatch } from '../../src/command/words-match.js'

describe('wordsMatch', () => {
  it.each([
    ['the same words', 'service mesh', 'A service mesh for everybody'],
    ['another order', 'mesh service', 'A service mesh for everybody'],
    ['another inflection', 'operators scaling', 'An operator that scales'],
    ['upper and lower case', 'VAULT', 'secrets in vault'],
    ['accents left out', 'zurich', 'KubeCon Zürich'],
    ['grammar around the words', 'the talks about a mesh', 'mesh talk'],
    ['a name in parts', 'cri', 'Running CRI-O'],
    ['a name joined', 'crio', 'Running CRI-O'],
    ['a hyphenated name', 'cri-o', 'Running CRI-O'],
    ['a possessive', "vault's", 'Vault'],
    ['no words at all', '', 'Vault'],
  ])('finds %s: «%s»', (_, words, text) => {
    expect(wordsMatch(words, text)).toBe(true)
  })

  it.each([
    ['one word missing', 'service mesh', 'A mesh for everybody'],
    ['half a word', 'serv', 'A service mesh'],
    ['another word with the same beginning', 'meshed vaults', 'Vault'],
    ['an empty text', 'mesh', ''],
  ])('misses %s: «%s»', (_, words, text) => {
    expect(wordsMatch(words, text)).toBe(false)
  })
})
