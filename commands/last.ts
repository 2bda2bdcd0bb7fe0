import { z } from 'zod'
import { scopeOf } from '../src/command/answer-reply.js'
import { defineCommand } from '../src/command/command.js'
import { notice } from '../src/command/reply.js'

export default defineCommand({
  name: 'last',
  usage: 'last',
  help: 'Show the last answer again.',
  group: 'ask',
  examples: ['last'],
  input: z.literal(''),
  handler: (_, { conversation, knowledge }) => {
    const last = conversation.turns().at(-1)
    if (!last) return notice('You have not asked anything here yet.', 'what is CRI-O')
    return { kind: 'answer', answer: last.answer, scope: scopeOf(knowledge) }
  },
})
