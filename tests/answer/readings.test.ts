import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answer/answer.js'
import { type AnswerQuestion, createAnswerer } from '../../src/answer/answer-question.js'
import { buildIndex } from '../../src/search/search-index.js'
import { knowledgeOf, type PassageSketch } from '../support/passages.js'

const LONDON = 'london-2016-roe'

const COLLECTION: readonly PassageSketch[] = [
  { heading: ['Opening'], text: 'KubeCon Austin drew more than 4,000 attendees.' },
  { heading: ['Opening'], text: 'KubeCon London drew almost 500 attendees.', report: LONDON },
  { heading: ['Helm'], text: 'The Helm session had a full room: 80 attendees stood in the aisle.' },
  {
    heading: ['Federation in practice'],
    speakers: ['Kelsey Hightower'],
    text: 'Kelsey Hightower talked about the federation of clusters.',
  },
  {
    heading: ['Kubernetes for beginners'],
    speakers: ['Kelsey Hightower'],
    text: 'Kelsey Hightower talked about the first steps of a newcomer.',
    report: LONDON,
  },
  { heading: ['Disaster recovery'], text: 'The demo restored a volume with Ark.' },
  { heading: ['Disaster recovery'], text: 'The demo ended with a backup that runs every night.' },
  { heading: ['Scaling Kafka streams'], text: 'The demo moved a million messages in a minute.' },
  { heading: ['Vault'], text: 'Vault keeps secrets out of images, and rotates them each day.' },
]
const askerOf = (sketches: readonly PassageSketch[]): AnswerQuestion => {
  const knowledge = knowledgeOf(sketches)
  return createAnswerer(knowledge, buildIndex(knowledge))
}
const ask = askerOf(COLLECTION)
const labelsOf = ({ readings }: Answer) => readings?.map(({ label }) => label)

describe('the readings of an open question', () => {
  it('are the events, when each has the figure that is asked for', () => {
    const answer = ask('how many attendees')
    expect(labelsOf(answer)?.toSorted()).toEqual(['Austin 2017', 'London 2016'])
    expect(answer.readings?.map(({ ask: line }) => line).toSorted()).toEqual([
      'how many attendees event:Austin',
      'how many attendees event:London',
    ])
    // The first page has an answer for each, before anything else.
    expect(answer.excerpts.slice(0, 2).map(({ text }) => text)).toEqual(answer.readings?.map((one) => one.excerpt.text))
    expect(answer.excerpts.slice(0, 2).map(({ text }) => text)).not.toContain(COLLECTION[2]?.text)
  })

  it('are the events at which a speaker was, when nothing else is asked', () => {
    expect(labelsOf(ask('what did kelsey hightower talk about'))?.toSorted()).toEqual(['Austin 2017', 'London 2016'])
  })

  it('are the talks that a short question fits equally well', () => {
    const answer = ask('the demo')
    expect(labelsOf(answer)?.toSorted()).toEqual(['Disaster recovery', 'Scaling Kafka streams'])
    expect(answer.excerpts[0]?.text).toBe(answer.readings?.[0]?.excerpt.text)
  })

  it.each(['how many attendees', 'what did kelsey hightower talk about', 'the demo'])(
    'can each be asked for alone: %s',
    (question) => {
      const { readings = [] } = ask(question)
      expect(readings.length).toBeGreaterThan(1)
      for (const reading of readings) {
        const alone = ask(reading.ask)
        expect(alone.excerpts[0]?.text).toBe(reading.excerpt.text)
        expect(alone.readings).toBeUndefined()
      }
    },
  )

  it('come with the first page alone, and leave the pages in one order', () => {
    const all = ask('how many attendees', { size: 10 }).excerpts.map(({ text }) => text)
    const later = ask('how many attendees', { from: 1, size: 10 })
    expect(later.readings).toBeUndefined()
    expect(later.excerpts.map(({ text }) => text)).toEqual(all.slice(1))
  })

  it.each([
    ['the event is named', 'how many attendees in london', []],
    ['the talk is named', 'the demo of the Kafka streams with a million messages', []],
    ['one talk alone fits', 'vault secrets', []],
    ['nothing fits', 'lunch', []],
    ['the speaker is asked about something that is not there', 'what did kelsey hightower say on quantum gravity', []],
    ['an earlier question said which', 'and the demo?', ['disaster recovery with Ark']],
  ])('are not offered when %s', (_, question, context) => {
    expect(ask(question, { context }).readings).toBeUndefined()
  })

  it('take one talk that two reports tell of for one', () => {
    const twice = askerOf([
      { heading: ['CRI-O: All the Runtime, and Nothing More'], text: 'The demo ran a pod with CRI-O.' },
      {
        heading: ['CRI-O: all the runtime and nothing more'],
        text: 'A demo of CRI-O failed at first.',
        report: LONDON,
      },
      { heading: ['Vault'], text: 'Vault keeps secrets out of images, and rotates them each day.' },
    ])
    expect(twice('the demo').readings).toBeUndefined()
  })

  it('are told apart by the year where a city had several events', () => {
    const knowledge = knowledgeOf(COLLECTION)
    const [austin, london] = knowledge.reports
    if (!austin || !london) throw new Error('the collection has two reports')
    const reports = [austin, { ...london, event: { ...london.event, city: 'Austin' } }]
    const answer = createAnswerer({ ...knowledge, reports }, buildIndex(knowledge))('how many attendees')
    expect(answer.readings?.map(({ ask: line }) => line).toSorted()).toEqual([
      'how many attendees event:Austin year:2016',
      'how many attendees event:Austin year:2017',
    ])
  })
})
