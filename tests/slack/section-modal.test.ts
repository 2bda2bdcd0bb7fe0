import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSection, readSection, type SectionInContext } from '../../src/answer/section-in-context.js'
import { checkBlocks } from '../../src/loopback/check-blocks.js'
import { checkView } from '../../src/loopback/check-view.js'
import { homeView } from '../../src/slack/home/home-view.js'
import { LIMITS } from '../../src/slack/limits.js'
import { sectionMessage } from '../../src/slack/modals/section-blocks.js'
import { readPlaceValue, sectionModal } from '../../src/slack/modals/section-modal.js'
import { readKnowledgeFolder } from '../../src/store/read-knowledge-folder.js'
import { ROOT } from '../support/run-kubecon.js'
import { anExcerpt } from './replies.js'

const knowledge = await readKnowledgeFolder(`${ROOT}knowledge`)
const { reports, revision } = knowledge
const options = { excerpts: [], from: 0, reports, revision, value: '0 ask what is CRI-O' }

/** What Slack would refuse in the section, as a modal and as a message. */
const problemsOf = (context: SectionInContext) => {
  const { text, blocks } = sectionMessage(context)
  expect(text.length).toBeGreaterThan(0)
  expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocks)
  return [
    ...checkView(JSON.parse(JSON.stringify(sectionModal(context, options))), 'modal').problems,
    ...checkBlocks(JSON.parse(JSON.stringify(blocks)), 'message').problems,
  ]
}

describe('a section in context', () => {
  it('of the project’s own reports fits Slack, every one, with every word in the modal', () => {
    let seen = 0
    for (const report of reports)
      for (const [position, section] of report.sections.entries()) {
        const context = readSection(reports, { report: report.id, position }, [])
        if (!context) throw new Error(`no section ${position} in ${report.id}`)
        expect(problemsOf(context)).toEqual([])
        const shown = JSON.stringify(sectionModal(context, options))
        for (const { text } of section.passages) expect(shown).toContain(JSON.stringify(text).slice(1, -1))
        seen++
      }
    expect(seen).toBeGreaterThan(50)
  })

  it('of any content fits Slack, and says where it goes on when it is cut', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('<!channel> '.repeat(900)))
    const [report] = reports
    const [section] = report?.sections ?? []
    if (!report || !section) throw new Error('no report')
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 120 }), anyText, anyText, (texts, heading, name) => {
        const kinds = ['paragraph', 'item', 'row', 'quotation', 'code'] as const
        const context: SectionInContext = {
          report: { ...report, title: heading },
          section: { ...section, heading: [heading], speakers: [{ name, role: '', company: name }] },
          paragraphs: texts.map((text, i) => ({ text, kind: kinds[i % 5] ?? 'row', marks: [[0, text.length]] })),
        }
        expect(problemsOf(context)).toEqual([])
        const whole = texts.join('').length
        if (whole > 80_000) expect(JSON.stringify(sectionModal(context, options))).toContain('It goes on in')
      }),
      { numRuns: 60 },
    )
  })

  it('is found by the lines of a citation, and not in reports that have changed', () => {
    const [report] = reports
    const section = report?.sections[3]
    if (!report || !section) throw new Error('no section')
    expect(findSection(reports, { report: report.id, lines: section.lines })).toEqual({
      report: report.id,
      position: 3,
    })
    expect(findSection(reports, { report: 'gone', lines: section.lines })).toBeUndefined()
    expect(findSection(reports, { report: report.id, lines: [1_000_000, 1_000_001] })).toBeUndefined()
    expect(readSection(reports, { report: report.id, position: 9999 }, [])).toBeUndefined()
    expect(readPlaceValue(`${revision} 3 ${report.id}`, revision)).toEqual({ report: report.id, position: 3 })
    for (const value of ['', 'nonsense', `other 3 ${report.id}`, `${revision} -1 x`, `${revision} 3 `])
      expect(readPlaceValue(value, revision)).toBeUndefined()
  })

  it('marks whole sentences of the excerpt, and of no other report', () => {
    const [report, other] = reports
    const section = report?.sections.find(({ passages }) => passages.some(({ sentences }) => sentences.length > 1))
    const passage = section?.passages.find(({ sentences }) => sentences.length > 1)
    const second = passage?.sentences[1]
    if (!report || !other || !section || !passage || !second) throw new Error('no passage of two sentences')
    const text = passage.text.slice(second.start, second.end)
    const place = { report: report.id, position: report.sections.indexOf(section) }
    const marksFor = (id: string) =>
      readSection(reports, place, [
        anExcerpt({ text, citation: { report: id, lines: passage.lines } }),
      ])?.paragraphs.flatMap((paragraph) => paragraph.marks.map(([start, end]) => paragraph.text.slice(start, end)))
    expect(marksFor(report.id)).toEqual([text])
    expect(marksFor(other.id)).toEqual([])
  })
})

describe('App Home', () => {
  it('fits Slack whatever it shows', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 400 })
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 30 }), anyText, (texts, said) => {
        const [report] = reports
        if (!report) throw new Error('no report')
        const view = homeView({
          knowledge: { ...knowledge, reports: texts.map((title) => ({ ...report, title, author: said })) },
          asked: texts,
          prompts: texts,
          digests: texts.map((says, i) => ({ channel: `C${i}`, says })),
          command: '/kubecon',
          channel: 'D0YOU',
        })
        expect(checkView(JSON.parse(JSON.stringify(view)), 'home').problems).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
