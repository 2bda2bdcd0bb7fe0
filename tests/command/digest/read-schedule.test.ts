import { describe, expect, it } from 'vitest'
import { readDay, readSpan } from '../../../src/command/digest/read-day.js'
import { isProblem, repaired } from '../../../src/command/digest/read-problem.js'
import { readSchedule, readTopics } from '../../../src/command/digest/read-schedule.js'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const WORKDAYS = [1, 2, 3, 4, 5]

describe('readSchedule', () => {
  it.each([
    [
      'the form of the help',
      '09:00 Mon-Fri Europe/Berlin about security, networking',
      { time: '09:00', weekdays: WORKDAYS, zone: 'Europe/Berlin', topics: ['security', 'networking'] },
    ],
    ['nothing', '', {}],
    ['an hour alone', '9', { time: '09:00' }],
    ['am', '9am', { time: '09:00' }],
    ['pm with a blank and minutes', 'at 9:30 pm', { time: '21:30' }],
    ['dots for am', '9 a.m.', { time: '09:00' }],
    ['midnight in twelve hours', '12am', { time: '00:00' }],
    ['noon in twelve hours', '12pm', { time: '12:00' }],
    ['a point', '7.15', { time: '07:15' }],
    ['four digits', '0930', { time: '09:30' }],
    ['noon', 'noon', { time: '12:00' }],
    ['the German way', '9 Uhr', { time: '09:00' }],
    ['weekdays', 'weekdays 8', { time: '08:00', weekdays: WORKDAYS }],
    ['daily', 'daily', { weekdays: EVERY_DAY }],
    ['every day', 'every day at 8', { time: '08:00', weekdays: EVERY_DAY }],
    ['a list of days', 'Mon, Wed and Fri', { weekdays: [1, 3, 5] }],
    ['a list out of order', 'fri mon', { weekdays: [1, 5] }],
    ['days written out', 'Monday to Friday', { weekdays: WORKDAYS }],
    ['a long dash', 'Mon–Thu', { weekdays: [1, 2, 3, 4] }],
    ['over the weekend', 'Sat-Mon', { weekdays: [1, 6, 7] }],
    ['plural', 'Sundays', { weekdays: [7] }],
    ['a city', 'Berlin', { zone: 'Europe/Berlin' }],
    ['a city of two words', 'new york 9am', { zone: 'America/New_York', time: '09:00' }],
    ['a city that the database lacks', 'San Francisco', { zone: 'America/Los_Angeles' }],
    ['lower case', 'europe/berlin', { zone: 'Europe/Berlin' }],
    ['accents', 'São Paulo', { zone: 'America/Sao_Paulo' }],
    ['an older name', 'US/Pacific', { zone: 'America/Los_Angeles' }],
    ['UTC', '9 UTC', { time: '09:00', zone: 'UTC' }],
    ['topics alone', 'about security', { topics: ['security'] }],
    ['topics joined by and', 'about CI/CD and service mesh', { topics: ['CI/CD', 'service mesh'] }],
  ])('reads %s: «%s»', (_, text, expected) => {
    expect(readSchedule(text)).toEqual(expected)
  })

  it.each([
    ['an hour that no day has', '25:00', ['23:00']],
    ['a minute that no hour has', '09:75', ['09:59']],
    ['a lost digit', '9:5', ['09:05', '09:50']],
    ['24:00', '24:00', ['00:00', '23:59']],
    ['two times', '9am 5pm', ['9am 09:00', '9am 17:00']],
    ['the moon', 'every full moon', ['09:00 Mon-Fri Europe/Berlin']],
    ['a slip in a weekday', 'Mondy 9:00', ['monday 9:00']],
    ['half a range', 'Mon-Foo', ['Mon-Fri']],
    ['a slip in a zone', '9:00 Europe/Berln', ['9:00 Europe/Berlin']],
    ['a slip in a city', 'Berlni', ['Europe/Berlin']],
    [
      'CET, which is many places',
      '9 CET about security',
      ['9 Europe/Berlin about security', '9 Europe/Paris about security', '9 Europe/Madrid about security'],
    ],
    ['EST', 'EST', ['America/New_York', 'America/Toronto', 'America/Panama']],
    ['an offset', 'UTC+2', ['Europe/London', 'Europe/Berlin', 'America/New_York', 'UTC']],
    ['two zones', 'Berlin Paris', ['Berlin Europe/Berlin', 'Berlin Europe/Paris']],
    ['about nothing', '9:00 about', ['about security, networking']],
    ['hostile text', "'; drop table slots; --", ['09:00 Mon-Fri Europe/Berlin']],
  ])('asks again for %s: «%s»', (_, text, forms) => {
    const read = readSchedule(text)
    if (!isProblem(read)) throw new Error(`read as ${JSON.stringify(read)}`)
    expect(read.problem).toMatch(/[.?]$/)
    expect(repaired(text, read)).toEqual(forms)
  })

  it('offers only forms that it can read', () => {
    const texts = [
      '25:00',
      '09:75',
      '24:00',
      'Mondy 9:00',
      'Mon-Foo',
      '9:00 Europe/Berln',
      '9 CET',
      'every full moon',
      'UTC+2',
    ]
    for (const text of texts) {
      const read = readSchedule(text)
      if (!isProblem(read)) throw new Error(`read «${text}»`)
      for (const form of repaired(text, read)) expect(readSchedule(form), form).not.toHaveProperty('problem')
    }
  })

  it('never throws and never takes a long time, whatever is typed', () => {
    const pieces = [
      '9',
      ':',
      'am',
      'Mon',
      '-',
      'Europe/',
      'about',
      ',',
      '\u0000',
      '🦀',
      '%s',
      "'",
      '\\',
      '(',
      'x'.repeat(300),
      '٣',
    ]
    let seed = 1
    for (let i = 0; i < 2000; i++) {
      seed = (seed * 48271) % 2147483647
      const text = Array.from({ length: seed % 9 }, (_, k) => pieces[(seed >> k) % pieces.length]).join(
        i % 2 ? ' ' : '',
      )
      expect(readSchedule(text)).toBeTypeOf('object')
    }
  })
})

describe('readTopics', () => {
  it.each([
    ['everything', []],
    ['about everything', []],
    ['security', ['security']],
    ['"service mesh", security; Security', ['service mesh', 'security']],
  ])('reads «%s»', (text, expected) => {
    expect(readTopics(text)).toEqual(expected)
  })

  it('refuses eleven topics and one that is a novel', () => {
    expect(readTopics('a,b,c,d,e,f,g,h,i,j,k')).toHaveProperty('problem')
    expect(readTopics('x'.repeat(61))).toHaveProperty('problem')
  })
})

describe('readDay', () => {
  // A Tuesday.
  const TODAY = '2026-12-01'

  it.each([
    ['today', '2026-12-01'],
    ['tomorrow', '2026-12-02'],
    ['until friday', '2026-12-04'],
    ['tuesday', '2026-12-08'],
    ['next Mon', '2026-12-07'],
    ['next week', '2026-12-07'],
    ['2026-12-24', '2026-12-24'],
    ['24 Dec', '2026-12-24'],
    ['December 24th', '2026-12-24'],
    ['24.12.', '2026-12-24'],
    ['3.1.2027', '2027-01-03'],
    ['1 March', '2027-03-01'],
    ['29 Feb', '2028-02-29'],
  ])('reads «%s»', (text, expected) => {
    expect(readDay(text, TODAY)).toBe(expected)
  })

  it.each(['yesterday', '2026-11-30', '30 February', '12/24', '2026-13-01', 'tomorow', 'soon', '2040-01-01', ''])(
    'asks again for «%s»',
    (text) => {
      expect(readDay(text, TODAY)).toHaveProperty('problem')
    },
  )
})

describe('readSpan', () => {
  it.each([
    ['2w', 14],
    ['a week', 7],
    ['3 days', 3],
    ['for 1 month', 30],
    ['friday', undefined],
  ])('reads «%s»', (text, expected) => {
    expect(readSpan(text)).toBe(expected)
  })

  it('refuses no time at all and more than a year', () => {
    expect(readSpan('0d')).toHaveProperty('problem')
    expect(readSpan('60w')).toHaveProperty('problem')
  })
})
