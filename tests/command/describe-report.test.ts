import { describe, expect, it } from 'vitest'
import { describeEvent, describeLines, describeTalk, talksOf } from '../../src/command/describe-report.js'
import type { ConferenceEvent, Report, Section } from '../../src/knowledge/report.js'

const event = (start: string, end: string): ConferenceEvent => ({
  name: 'KubeCon Europe',
  city: 'London',
  country: 'GB',
  start,
  end,
})

const section = (sketch: Partial<Section>): Section => ({
  heading: [],
  speakers: [],
  lines: [12, 40],
  passages: [],
  ...sketch,
})

const reportOf = (...sections: readonly Section[]): Report => ({
  id: 'london-2016-doe',
  title: 'A week in London',
  author: 'Jane Doe',
  event: event('2016-03-10', '2016-03-11'),
  kind: 'notes',
  file: 'london-2016-doe.md',
  sections,
})

describe('describeEvent', () => {
  it.each([
    ['days of one month', '2016-03-10', '2016-03-11', '10–11 March 2016'],
    ['days without leading zeros', '2017-12-06', '2017-12-08', '6–8 December 2017'],
    ['days of two months', '2017-03-29', '2017-04-02', '29 March – 2 April 2017'],
    ['days of two years', '2017-12-30', '2018-01-02', '30 December 2017 – 2 January 2018'],
    ['one day', '2016-03-10', '2016-03-10', '10 March 2016'],
    ['an open end', '2016-03-10', '', '10 March 2016'],
    ['the same day of two months', '2016-03-10', '2016-04-10', '10 March – 10 April 2016'],
    ['a year alone', '2016', '', '2016'],
  ])('says %s', (_, start, end, dates) => {
    expect(describeEvent(event(start, end))).toBe(`KubeCon Europe, London, ${dates}`)
  })

  it('leaves out what is not known', () => {
    expect(describeEvent({ name: 'KubeCon', city: '', country: '', start: '', end: '' })).toBe('KubeCon')
  })
})

describe('describeLines', () => {
  it.each([
    [12, 40, 'lines 12–40'],
    [12, 12, 'line 12'],
  ])('%d to %d: %s', (first, last, words) => {
    expect(describeLines([first, last])).toBe(words)
  })
})

describe('describeTalk', () => {
  it('names the talk by its own heading, with who gave it and where it stands', () => {
    const talk = section({
      heading: ['Day one', 'Operators'],
      speakers: [
        { name: 'Ann Lee', role: 'CTO', company: 'Acme' },
        { name: 'Bob Ray', role: '', company: '' },
      ],
    })
    expect(describeTalk(talk, reportOf(talk))).toEqual({
      label: 'Operators',
      detail: 'Ann Lee, CTO, Acme; Bob Ray',
      note: 'london-2016-doe, lines 12–40',
    })
  })

  it('has no detail where nobody is named, and falls back on the title of the report', () => {
    const intro = section({ lines: [7, 7] })
    expect(describeTalk(intro, reportOf(intro))).toEqual({ label: 'A week in London', note: 'london-2016-doe, line 7' })
  })
})

describe('talksOf', () => {
  const speakers = [{ name: 'Ann Lee', role: '', company: '' }]
  const titlesOf = (...sections: readonly Section[]) =>
    talksOf(reportOf(...sections)).map(({ heading }) => heading.at(-1))

  it('takes what has a speaker, in order', () => {
    expect(
      titlesOf(
        section({ heading: [] }),
        section({ heading: ['Keynotes'] }),
        section({ heading: ['Keynotes', 'Operators'], speakers }),
        section({ heading: ['Keynotes', 'Marching band'] }),
        section({ heading: ['Vault'], speakers }),
        section({ heading: ['Thanks'] }),
      ),
    ).toEqual(['Operators', 'Vault'])
  })

  it('takes the parts of a talk for one, but not two talks of a chapter with a host', () => {
    expect(
      titlesOf(
        section({ heading: ['Operators'], speakers }),
        section({ heading: ['Operators', 'Demo'], speakers: speakers.slice() }),
        section({ heading: ['Operators', 'Guest'], speakers: [{ name: 'Bob Ray', role: '', company: '' }] }),
      ),
    ).toEqual(['Operators', 'Guest'])
  })

  it('takes what stands below a chapter where no speaker is named', () => {
    expect(titlesOf(section({ heading: ['Keynotes'] }), section({ heading: ['Keynotes', 'Operators'] }))).toEqual([
      'Operators',
    ])
  })
})
