import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { notice } from '../src/command/reply.js'

export default defineCommand({
  name: 'ping',
  usage: 'ping',
  help: 'Check that the bot is listening.',
  group: 'settings',
  examples: ['ping'],
  input: z.literal(''),
  handler: () => notice('pong'),
})
