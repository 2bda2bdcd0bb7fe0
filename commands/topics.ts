import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { countOf } from '../src/command/count.js'
import { countTopics } from '../src/command/count-topics.js'
import { notice } from '../src/command/reply.js'

const MOST = 12
/** Kinds in the order in which they are listed; what is left out are roles, events and places. */
const KINDS = [
  ['project', 'Projects'],
  ['concept', 'Concepts'],
  ['standard', 'Standards'],
  ['service', 'Services'],
  ['company', 'Companies'],
] as const

export default defineCommand({
  name: 'topics',
  usage: 'topics',
  help: 'List what the reports speak of most.',
  examples: ['topics'],
  input: z.literal(''),
  handler: (_, { knowledge }) => {
    const topics = countTopics(knowledge)
    if (topics.length === 0) return notice('The folder of reports has no glossary to count topics by.', 'reports')
    return {
      kind: 'listing',
      title: 'What the reports speak of',
      groups: KINDS.map(([kind, heading]) => ({
        heading,
        entries: topics
          .filter((topic) => topic.kind === kind)
          .slice(0, MOST)
          .map(({ term, passages }) => ({ label: term, detail: countOf(passages, 'passage') })),
      })).filter(({ entries }) => entries.length > 0),
      suggestions: topics.slice(0, 2).map(({ term }) => `timeline ${term}`),
    }
  },
})
