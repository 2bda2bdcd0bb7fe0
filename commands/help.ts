import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { renderHelp, renderHelpFor } from '../src/command/help.js'

export default defineCommand({
  name: 'help',
  usage: 'help [command]',
  help: 'List the commands, or explain one of them or a group.',
  group: 'settings',
  examples: ['help', 'help read', 'help reports'],
  input: z.string().regex(/^\S*$/),
  complete: () => [],
  handler: (word, { commands }) => (word === '' ? renderHelp(commands) : renderHelpFor(word, commands)),
})
