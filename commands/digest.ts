import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { answerDigest } from '../src/command/digest/answer-digest.js'
import { readDigestLine } from '../src/command/digest/digest-verbs.js'

export default defineCommand({
  name: 'digest',
  usage: 'digest [on|off|status|topics|time|pause|resume|skip|preview|now]',
  help: 'Get a few passages worth reading once a day: when, about what, and when not.',
  group: 'digest',
  examples: [
    'digest',
    'digest on 09:00 Mon-Fri Europe/Berlin about security, networking',
    'digest topics storage',
    'digest pause 2w',
    'digest skip tomorrow',
    'digest preview',
  ],
  input: z.string().transform(readDigestLine),
  complete: () => ['on', 'off', 'status', 'topics', 'time', 'pause', 'resume', 'skip', 'preview', 'now'],
  handler: answerDigest,
})
