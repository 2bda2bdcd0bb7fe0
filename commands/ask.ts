import { z } from 'zod'
import { answerReply } from '../src/command/answer-reply.js'
import { defineCommand } from '../src/command/command.js'

export default defineCommand({
  name: 'ask',
  usage: '<question>',
  help: 'Answer a question with excerpts from the reports; the word "ask" may be left out.',
  group: 'ask',
  examples: ['what is CRI-O', 'ask who presented the Vault session', 'how many people came to KubeCon Austin'],
  input: z.string().trim().min(1, 'say what you would like to know'),
  handler: (question, context) => answerReply(question, context),
})
