import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPeople } from '../../src/command/find-people.js'
import { knowledgeOfFiles, SMALL_REPORTS } from '../support/small-reports.js'

const ROME = `---
id: rome-2019-doe
title: Rome
author: Jane Doe
event: { name: KubeCon Rome 2019, city: Rome, country: IT, start: 2019-05-20, end: 2019-05-23 }
kind: notes
---

## Falcons
*Zoë Ångström, Engineer, Acme; Ann Lee, CTO, Acme*

Zoë Ångström's falcon flew. The annual falcon price went to Joe Beda.
Guido van Rossum clapped.
A service mesh has no wings.

## Hawks
*Ann Marie Poe, Engineer, Hawks Inc*

Ann Lee asked a question.

## Owls
*Zoe Angstrom, Engineer, Acme*

Owls are quiet.
`
const knowledge = knowledgeOfFiles({ ...SMALL_REPORTS, 'rome-2019-doe.md': ROME })
const namesOf = (name: string) => findPeople(name, knowledge).map((person) => person.name)
const lineInRome = (text: string) => ROME.split('\n').findIndex((line) => line.includes(text)) + 1

describe('findPeople', () => {
  it.each([
    ['a full name', 'Kelsey Hightower', ['Kelsey Hightower']],
    ['a full name in lower case', 'kelsey hightower', ['Kelsey Hightower']],
    ['a first name', 'Kelsey', ['Kelsey Hightower']],
    ['a last name', 'hightower', ['Kelsey Hightower']],
    ['a name the other way round', 'Hightower, Kelsey', ['Kelsey Hightower']],
    ['a name without its accents', 'zoe angstrom', ['Zoë Ångström']],
    ['a possessive', "Kelsey Hightower's", ['Kelsey Hightower']],
    ['somebody of two reports once', 'Brandon Philips', ['Brandon Philips']],
    ['everybody of one first name', 'Ann', ['Ann Lee', 'Ann Marie Poe', 'Ann Roe']],
    ['a name in part, its middle left out', 'Ann Poe', ['Ann Marie Poe']],
    ['somebody who is only written about', 'Joe Beda', ['Joe Beda']],
    ['the same with a small word in the name', 'Guido van Rossum', ['Guido van Rossum']],
  ])('finds %s: %s', (_, name, names) => {
    expect(namesOf(name)).toEqual(names)
  })

  it.each([
    ['a stranger', 'Grace Hopper'],
    ['a first name of one and a last name of another', 'Kelsey Philips'],
    ['half a name', 'Kel'],
    ['a company', 'HashiCorp'],
    ['a subject', 'Vault'],
    ['a phrase that is no name', 'service mesh'],
    ['a phrase in capitals that the text has in small letters', 'Service Mesh'],
    ['a question', 'presented the Vault session in Austin'],
    ['five names', 'Kelsey Hightower Kelsey Hightower Kelsey'],
    ['nothing', ''],
    ['punctuation', '?!'],
  ])('finds nobody for %s: «%s»', (_, name) => {
    expect(namesOf(name)).toEqual([])
  })

  it('has the talks of all reports, each with its report', () => {
    const [person] = findPeople('Brandon Philips', knowledge)
    expect(person?.talks.map(({ section, report }) => [report.id, section.heading.at(-1)])).toEqual([
      ['berlin-2017-it20', 'Scaling etcd'],
      ['london-2016-appsembler', 'Cluster operators'],
    ])
  })

  it('takes two spellings for one person, by the name that stands first', () => {
    const people = findPeople('angstrom', knowledge)
    expect(people.map(({ name, talks }) => [name, talks.map(({ section }) => section.heading.at(-1))])).toEqual([
      ['Zoë Ångström', ['Falcons', 'Owls']],
    ])
  })

  it('counts a talk for each of its speakers', () => {
    expect(findPeople('Zoë Ångström', knowledge)[0]?.talks[0]?.section).toBe(
      findPeople('Ann Lee', knowledge)[0]?.talks[0]?.section,
    )
  })

  it('has the sentences with the full name, word for word, with their lines', () => {
    const [person] = findPeople('Ann Lee', knowledge)
    const line = lineInRome('asked a question')
    expect(person?.mentions.map(({ sentence, lines }) => [sentence, lines])).toEqual([
      ['Ann Lee asked a question.', [line, line]],
    ])
  })

  it('takes a possessive for a mention, and no word that merely begins alike', () => {
    expect(findPeople('Zoë Ångström', knowledge)[0]?.mentions.map(({ sentence }) => sentence)).toEqual([
      "Zoë Ångström's falcon flew.",
    ])
    expect(findPeople('Ann Marie Poe', knowledge)[0]?.mentions).toEqual([])
  })

  it('gives no sentence that must not be quoted', () => {
    const passages = knowledge.passages.map((passage) => ({ ...passage, quotable: false }))
    expect(findPeople('Ann Lee', { ...knowledge, passages })[0]?.mentions).toEqual([])
    expect(findPeople('Joe Beda', { ...knowledge, passages })).toEqual([])
  })

  it('never throws, and finds only people with a report, a talk or a mention', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.constantFrom('Ann', 'Lee', 'Kelsey', 'the', 'Vault', 'is', 'Joe', 'Beda'), { maxLength: 5 })
        .map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(name, (text) => {
        for (const { wrote, talks, mentions } of findPeople(text, knowledge))
          expect(wrote.length + talks.length + mentions.length).toBeGreaterThan(0)
      }),
    )
  })
})
