import { describe, expect, it } from 'vitest'
import { buildKnowledge } from '../../src/knowledge/build-knowledge.js'

const pasted = `Jane Doe - The Blog

What I saw at KubeCon Europe 2017

A long first paragraph about the trip, which goes on for a while and says that the weather in Berlin was fine.

Day #1

Morning Keynotes

KubeCon: Keynote Shot #1

KubeCon: Keynote Shot #2

KubeCon: Keynote Shot #3

KubeCon: Keynote Shot #4

KubeCon: Keynote Shot #5

Making Containers Boring (again) A - Clayton Coleman, Architect, Red Hat

Boring is good. It means mature.

  • First reason
    • It is stable.
  • Second reason, a full sentence.

Cluster Operations

Presented by Brandon Philips (CoreOS CTO). Never a dull moment.

A huge thanks goes out to everybody!
`
const { reports, passages, problems } = buildKnowledge([{ name: 'berlin-2017-doe.txt', content: pasted }])
const find = (text: string) => passages.find((passage) => passage.text.includes(text))

describe('a pasted report', () => {
  it('tells its title, author, event and city', () => {
    expect(problems).toEqual([])
    expect(reports).toMatchObject([
      {
        id: 'berlin-2017-doe',
        title: 'What I saw at KubeCon Europe 2017',
        author: 'Jane Doe',
        event: { name: 'KubeCon Europe 2017', city: 'Berlin', start: '2017' },
        kind: 'report',
      },
    ])
  })

  it('has its headings guessed from their form', () => {
    expect(find('Boring is good')).toMatchObject({
      heading: ['Day #1', 'Morning Keynotes', 'Making Containers Boring (again)'],
      speakers: [{ name: 'Clayton Coleman', role: 'Architect', company: 'Red Hat' }],
      lines: [23, 23],
    })
  })

  it('names the presenter whom the text names', () => {
    expect(find('Never a dull moment')?.speakers).toEqual([{ name: 'Brandon Philips', role: 'CTO', company: 'CoreOS' }])
  })

  it('takes a bullet with deeper bullets for a heading', () => {
    expect(find('It is stable')).toMatchObject({
      kind: 'item',
      heading: ['Day #1', 'Morning Keynotes', 'Making Containers Boring (again)', 'First reason'],
    })
  })

  it('keeps captions and thanks out of answers', () => {
    expect(find('Keynote Shot #3')?.quotable).toBe(false)
    expect(find('A huge thanks')?.quotable).toBe(false)
    expect(find('Boring is good')?.quotable).toBe(true)
  })
})
