import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { notice, problemNotice } from '../src/command/reply.js'

export default defineCommand({
  name: 'feedback',
  usage: 'feedback [on|off]',
  help: 'Choose whether answers in this channel ask if they helped.',
  group: 'settings',
  examples: ['feedback', 'feedback off'],
  input: z.enum(['', 'on', 'off']),
  complete: () => ['on', 'off'],
  handler: async (wish, { rating, line }) => {
    if (!rating) return notice('Answers ask for feedback in Slack only; there is none here.', 'help')
    if (wish !== '' && line.guest === true)
      return problemNotice(
        'Only people of the workspace that I belong to can switch feedback on or off here. Nothing was changed.',
        'feedback',
      )
    if (wish !== '') await rating.want(wish === 'on')
    return (await rating.isWanted())
      ? notice(
          'Answers in this channel ask whether they helped. 👍 moves a passage up for questions like it.',
          'feedback off',
        )
      : notice('Answers in this channel do not ask whether they helped.', 'feedback on')
  },
})
