// Scores answers to questions on the reports, by the rules of tests/evaluation/README.md.
import { readFileSync } from 'node:fs'
import { parseLines } from './collections.mjs'

/** Report ids stand for one another when a note tells what several of them say. */
const NUMBERS = {
  'berlin-2017-vmware': '000',
  'berlin-2017-it20': '001',
  'austin-2017-galexrt': '002',
  'london-2016-appsembler': '003',
  'austin-2017-nosek': '004',
}
const MOST_TEXT = 600
const MOST_HEADING = 240

export const readQuestions = (file) => parseLines(readFileSync(file, 'utf8'))

/**
 * @param {{facts: string[][], report: string[], type: string, joint?: boolean}} question
 * @param {readonly {report: string, heading: string, text: string}[]} excerpts
 * @returns {{hit1: boolean, hit3: boolean}}
 */
export const scoreExcerpts = (question, excerpts) => {
  const shown = excerpts.slice(0, 3).map(({ report, heading, text }) => ({
    allowed: question.report.includes(NUMBERS[report] ?? report),
    text: normalise(`${heading.slice(0, MOST_HEADING)} ${text.slice(0, MOST_TEXT)}`),
  }))
  const holds = (facts, text) => facts.some((fact) => text.includes(fold(fact)))
  if (question.joint || (question.type === 'compare' && question.joint !== false)) {
    const [first] = shown
    const together = shown
      .filter(({ allowed }) => allowed)
      .map(({ text }) => text)
      .join(' ')
    return {
      hit1: Boolean(first?.allowed && question.facts.some((facts) => holds(facts, first.text))),
      hit3: question.facts.every((facts) => holds(facts, together)),
    }
  }
  const hits = shown.map(({ allowed, text }) => allowed && question.facts.every((facts) => holds(facts, text)))
  return { hit1: hits[0] === true, hit3: hits.includes(true) }
}

const fold = (text) =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, ' ')

const normalise = (text) => ` ${fold(text).replace(/[*_`]/g, '')} `
