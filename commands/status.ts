import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { describeDuration } from '../src/command/duration.js'
import { placeOf } from '../src/command/problem-place.js'
import type { ListingEntry } from '../src/command/reply.js'

export default defineCommand({
  name: 'status',
  usage: 'status',
  help: 'Show what the bot knows and whether anything is wrong.',
  group: 'settings',
  examples: ['status'],
  input: z.literal(''),
  handler: (_, { knowledge, status }) => {
    const { version, uptime, trouble } = status()
    const facts: ListingEntry[] = [
      { label: 'Reports', detail: `${knowledge.reports.length}` },
      { label: 'Passages', detail: `${knowledge.passages.length}` },
      { label: 'Problems', detail: `${knowledge.problems.length}` },
      { label: 'Revision', detail: knowledge.revision },
      { label: 'Version', detail: version },
      { label: 'Running for', detail: describeDuration(uptime) },
    ]
    const problems = [
      ...(trouble === undefined ? [] : [{ label: 'Store', detail: trouble }]),
      ...knowledge.problems.map((problem) => ({
        label: placeOf(problem),
        detail: `${problem.rule}: ${problem.message}`,
      })),
    ]
    return {
      kind: 'listing',
      title:
        trouble !== undefined
          ? 'The store needs care'
          : problems.length === 0
            ? 'All is well'
            : 'Some reports need care',
      groups: [
        { heading: '', entries: facts },
        ...(problems.length === 0 ? [] : [{ heading: 'Problems', entries: problems }]),
      ],
      suggestions: ['reports'],
    }
  },
})
