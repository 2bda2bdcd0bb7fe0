import { z } from 'zod'
import { byDate } from '../src/command/by-date.js'
import { defineCommand } from '../src/command/command.js'
import { describeEvent } from '../src/command/describe-report.js'
import { quoteEntry } from '../src/command/quote-entry.js'
import { repairedBy, typedNote } from '../src/command/repaired.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

export default defineCommand({
  name: 'timeline',
  usage: 'timeline <topic>',
  help: 'Show what each report says on a topic, in the order of the events.',
  examples: ['timeline containerd', 'timeline service mesh'],
  input: z.string().trim().min(1),
  handler: (typed, { ask, knowledge }) => {
    const topic = repairedBy(typed, ask(typed, { from: 0, size: 1 }))
    const groups = byDate(knowledge.reports).flatMap((report) => {
      // Each report is asked by itself: beside one that goes on about the topic, another would not be heard.
      const [best] = ask(topic, { from: 0, size: 1, report: report.id }).excerpts
      if (!best) return []
      return [
        {
          heading: `${describeEvent(report.event)} · ${report.author}`,
          entries: [quoteEntry(best.text, best.citation)],
        },
      ]
    })
    if (groups.length === 0) return notice(`The reports do not cover "${shorten(typed)}".`, 'topics')
    return {
      kind: 'listing',
      title: `"${shorten(topic)}" from event to event${typedNote(typed, topic)}`,
      groups,
      suggestions: [shorten(topic)],
    }
  },
})
