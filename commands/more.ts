import { z } from 'zod'
import { answerReply } from '../src/command/answer-reply.js'
import { defineCommand } from '../src/command/command.js'
import { passagesOf } from '../src/command/count.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

export default defineCommand({
  name: 'more',
  usage: 'more',
  help: 'Show the next excerpts for your last question.',
  group: 'ask',
  examples: ['more'],
  input: z.literal(''),
  handler: (_, context) => {
    const last = context.conversation.turns().at(-1)
    if (!last) return notice('There is no question to show more of yet.', 'what is CRI-O')
    const { answer, question } = last
    if (answer.total === 0) return notice(`There is nothing on "${shorten(question)}" to show more of.`, 'reports')
    const next = answer.from + answer.excerpts.length
    if (next >= answer.total)
      return notice(
        answer.isCut
          ? `That was all I looked at: ${passagesOf(answer)} on "${shorten(question)}". A narrower question may find others.`
          : `That was all: ${passagesOf(answer)} on "${shorten(question)}".`,
        'last',
      )
    return answerReply(question, context, { from: next, size: 3 })
  },
})
