import { z } from 'zod'
import type { Excerpt } from '../src/answer/answer.js'
import { cite } from '../src/answer/cite.js'
import { findSection } from '../src/answer/section-in-context.js'
import { type CommandContext, defineCommand } from '../src/command/command.js'
import { passagesOf } from '../src/command/count.js'
import { quoteEntry } from '../src/command/quote-entry.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

/** Passages shown before and after the one that was asked for. */
const AROUND = 2

export default defineCommand({
  name: 'passage',
  usage: 'passage <number>',
  help: 'Show a passage of the last answer with what stands around it; the number alone is enough.',
  group: 'ask',
  examples: ['passage 2'],
  input: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number),
  handler: (number, { ask, conversation, knowledge }) => {
    const last = conversation.turns().at(-1)
    if (!last) return notice('There is no answer yet whose passages could be counted.', 'what is CRI-O')
    const { answer, question } = last
    const excerpt =
      answer.excerpts[number - 1 - answer.from] ?? ask(question, { from: number - 1, size: 1 }).excerpts[0]
    if (number < 1 || !excerpt)
      return notice(`The answer on "${shorten(question)}" has ${passagesOf(answer)}.`, 'last', 'more')
    return {
      kind: 'listing',
      title: `Passage ${number} in context: ${excerpt.citation.heading.at(-1) ?? excerpt.citation.event}`,
      groups: around(excerpt, knowledge),
      suggestions: answer.total > number ? [`passage ${number + 1}`] : [],
    }
  },
})

const around = (excerpt: Excerpt, { reports }: CommandContext['knowledge']) => {
  const { citation } = excerpt
  const place = findSection(reports, citation)
  const report = reports.find(({ id }) => id === place?.report)
  const passages = (place && report?.sections[place.position]?.passages) ?? []
  const [first, last] = citation.lines
  const isQuoted = ({ lines }: { readonly lines: readonly [number, number] }): boolean =>
    lines[0] <= last && lines[1] >= first
  const from = passages.findIndex(isQuoted)
  const to = passages.findLastIndex(isQuoted)
  const entriesOf = (some: typeof passages) =>
    report ? some.map((passage) => quoteEntry(passage.text, cite(passage, report, passage.lines))) : []
  return [
    { heading: 'Before', entries: entriesOf(passages.slice(Math.max(0, from - AROUND), Math.max(0, from))) },
    { heading: 'Quoted', entries: [quoteEntry(excerpt.text, citation)] },
    { heading: 'After', entries: from < 0 ? [] : entriesOf(passages.slice(to + 1, to + 1 + AROUND)) },
  ].filter(({ entries }) => entries.length > 0)
}
