import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../src/errors.js'
import { readFrontMatter } from '../../src/knowledge/front-matter.js'

const whole = `---
id: austin-2017-doe
title: My week in Austin
author: Jane Doe
event: { name: KubeCon 2017, city: Austin, country: US, start: 2017-12-06, end: 2017-12-08 }
kind: notes
---
Text.`

const read = (text: string, file = 'austin-2017-doe.md') => readFrontMatter(file, text)
const problemsOf = (text: string, file?: string): string[] => read(text, file).problems.map(formatProblem)

describe('front matter', () => {
  it('is read with the number of lines it takes', () => {
    const { frontMatter, problems } = read(whole)
    expect(problems).toEqual([])
    expect(frontMatter).toMatchObject({
      above: 7,
      header: { id: 'austin-2017-doe', author: 'Jane Doe', kind: 'notes' },
    })
    expect(frontMatter?.header.event).toMatchObject({ city: 'Austin', start: '2017-12-06', end: '2017-12-08' })
  })

  it('takes a url', () => {
    expect(read(whole.replace('kind: notes', 'kind: notes\nurl: https://example.com/a')).frontMatter?.header.url).toBe(
      'https://example.com/a',
    )
  })

  it.each([
    ['no front matter', 'Just text.', '1:1: front-matter: a report begins with a line ---'],
    ['never closed', '---\nid: a\n', '1:1: front-matter: the front matter is not closed'],
    [
      'unknown key with the nearest one',
      whole.replace('title:', 'titel:'),
      '3:8: front-matter: unknown key "titel"; did you mean title?',
    ],
    [
      'id unlike the file',
      whole.replace('austin-2017-doe', 'other'),
      '2:5: front-matter: id: "other" must be the file\'s name, "austin-2017-doe"',
    ],
    [
      'unknown key of the event',
      whole.replace('country: US', 'country: US, venue: X'),
      '5:64: front-matter: unknown key "venue"; known are name, city, country, start, end',
    ],
    [
      'key of the event outside of it',
      whole.replace('kind: notes', 'kind: notes\ncountry: US'),
      '7:10: front-matter: unknown key "country"; it belongs inside event: { … }',
    ],
    [
      'nothing in it',
      '---\n---\nText.',
      '2:1: front-matter: the front matter must say id, title, author, event and kind',
    ],
    ['a list', '---\n- id: a\n---\nText.', '2:1: front-matter: the front matter must say id, title,'],
    [
      'an event without anything',
      whole.replace(/event: .*/, 'event:'),
      '5:7: front-matter: event: is missing: { name: …,',
    ],
    ['bad date', whole.replace('2017-12-06', 'December'), '5:64: front-matter: event.start: must be a date'],
    ['impossible date', whole.replace('2017-12-06', '2017-02-30'), '5:64: front-matter: event.start: must be a date'],
    [
      'end before start',
      whole.replace('2017-12-08', '2017-12-01'),
      '5:81: front-matter: event.end: is before the start',
    ],
    ['bad country', whole.replace('US', 'USA'), '5:53: front-matter: event.country: must be a two-letter country code'],
    ['bad kind', whole.replace('notes', 'blog'), '6:7: front-matter: kind: must be notes'],
    [
      'private scheme',
      whole.replace('kind: notes', 'kind: notes\nurl: file:///etc/passwd'),
      '7:6: front-matter: url: must be a full http',
    ],
    [
      'repeated key',
      whole.replace('kind: notes', 'kind: notes\nkind: report'),
      '7:1: front-matter: Map keys must be unique',
    ],
    ['broken YAML', whole.replace('author: Jane Doe', 'author: [Jane'), ':'],
  ])('%s', (_, text, expected) => {
    const problems = problemsOf(text)
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join('\n')).toContain(`austin-2017-doe.md:${expected}`.replace(/::$/, ':'))
  })

  it('tells everything that is wrong in one go', () => {
    expect(problemsOf(whole.replace('author: Jane Doe\n', '').replace('notes', 'blog'))).toHaveLength(2)
  })

  it('does not blow up on aliases that multiply', () => {
    const bomb = '---\na: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n---\n'
    expect(problemsOf(bomb)).toHaveLength(1)
  })
})
