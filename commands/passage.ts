import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { passagesOf } from '../src/command/count.js'
import { passageInContext } from '../src/command/passage-in-context.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

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
      groups: passageInContext(excerpt, knowledge),
      suggestions: answer.total > number ? [`passage ${number + 1}`] : [],
    }
  },
})
