import type { Block, HeadingBlock, TextBlock } from './blocks.js'
import type { Passage, Section, Sentence, Speaker } from './report.js'
import { splitSentences } from './sentences.js'

/** Headings with the text below them; headings without text of their own are in the paths of those below. */
export const buildSections = (blocks: readonly Block[], reportId: string): Section[] => {
  const sections: Section[] = []
  let path: HeadingBlock[] = []
  let texts: TextBlock[] = []
  const close = (): void => {
    const [first] = texts
    const last = texts.at(-1)
    if (first && last) {
      const heading = path.map(({ text }) => text)
      const speakers = speakersOf(path)
      const passages = texts.map((block) => buildPassage(block, { reportId, heading, speakers }))
      sections.push({ heading, speakers, lines: [path.at(-1)?.lines[0] ?? first.lines[0], last.lines[1]], passages })
    }
    texts = []
  }
  for (const block of blocks) {
    if (block.kind !== 'heading') texts.push(block)
    else {
      close()
      path = [...path.filter(({ level }) => level < block.level), block]
    }
  }
  close()
  return sections
}

/** The speakers of the innermost heading that names any. */
const speakersOf = (path: readonly HeadingBlock[]): readonly Speaker[] =>
  path.findLast(({ speakers }) => speakers.length > 0)?.speakers ?? []

const buildPassage = (
  { kind, placed, lines, quotable, asks, leadInLine, within }: TextBlock,
  { reportId, heading, speakers }: { reportId: string; heading: readonly string[]; speakers: readonly Speaker[] },
): Passage => ({
  id: `${reportId}:${lines[0]}`,
  reportId,
  kind,
  heading: within.length === 0 ? heading : [...heading, ...within],
  speakers,
  text: placed.text,
  sentences: sentencesOf(kind, placed),
  lines,
  ...(leadInLine === undefined ? {} : { leadIn: `${reportId}:${leadInLine}` }),
  asks,
  quotable,
})

const sentencesOf = (kind: Passage['kind'], placed: TextBlock['placed']): Sentence[] =>
  (kind === 'code' ? [...linesOfCode(placed)] : splitSentences(placed.text)).map(({ start, end }) => ({
    start,
    end,
    lines: placed.linesOf(start, end),
  }))

/** Code has no sentences: each of its lines stands for one. */
function* linesOfCode({ text, linesOf }: TextBlock['placed']): Generator<{ start: number; end: number }> {
  let start = 0
  for (const { index } of text.matchAll(/ /g)) {
    if (linesOf(start, start + 1)[0] === linesOf(index + 1, index + 2)[0]) continue
    yield { start, end: index }
    start = index + 1
  }
  if (text !== '') yield { start, end: text.length }
}
