import { describe, expect, it } from 'vitest'
import { stem } from '../../src/search/stem.js'
import { termsOf } from '../../src/search/terms.js'
import { splitWords } from '../../src/search/words.js'

const terms = (text: string): string[] => splitWords(text).flatMap(termsOf)

describe('termsOf', () => {
  it('brings inflections together', () => {
    expect(terms('scaling scaled scales')).toEqual([stem('scale'), stem('scale'), stem('scale')])
  })

  it('brings irregular forms together', () => {
    expect(terms('built builds')).toEqual(['build', 'build'])
  })

  it('drops words that carry grammar only', () => {
    expect(terms('what is the of and')).toEqual([])
  })

  it('keeps a compound whole, joined and in parts, main term first', () => {
    expect(terms('CRI-O')).toEqual(['cri-o', 'crio', 'cri', 'o'])
  })

  it('leaves versions and other scripts unstemmed', () => {
    expect(terms('ресурсы 1.10')).toEqual(['ресурсы', '1.10'])
  })
})
