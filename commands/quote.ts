import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { countOf } from '../src/command/count.js'
import { describeLines } from '../src/command/describe-report.js'
import { findPhrase } from '../src/command/find-phrase.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

const MOST = 10

export default defineCommand({
  name: 'quote',
  usage: 'quote <exact words>',
  help: 'Find sentences in which the words stand exactly so.',
  examples: ['quote year of the service mesh', 'quote "load test"'],
  input: z.string().trim().min(1),
  handler: (words, { knowledge }) => {
    const hits = findPhrase(words, knowledge)
    if (hits.length === 0) return notice(`Nowhere do the reports say "${shorten(words)}".`, shorten(words))
    return {
      kind: 'listing',
      title: countOf(hits.length, 'sentence'),
      groups: [
        {
          heading: '',
          entries: hits.slice(0, MOST).map(({ sentence, passage, lines }) => ({
            quoted: true,
            label: `“${sentence}”`,
            note: [...passage.heading.slice(-1), `${passage.reportId}, ${describeLines(lines)}`].join(' · '),
          })),
        },
      ],
      ...(hits.length > MOST ? { footer: `${hits.length - MOST} more. Add words to find fewer.` } : {}),
      suggestions: [],
    }
  },
})
