import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { renderHelp, renderHelpFor } from '../src/command/help.js'

export default defineCommand({
  name: 'help',
  usage: 'help [word]',
  help: 'List the commands, or explain the one that a word belongs to.',
  examples: ['help', 'help reports'],
  input: z.string().regex(/^\S*$/),
  complete: () => [],
  handler: (word, { commands }) => (word === '' ? renderHelp(commands) : renderHelpFor(word, commands)),
})
