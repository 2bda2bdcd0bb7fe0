import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { notice } from '../src/command/reply.js'

export default defineCommand({
  name: 'version',
  usage: 'version',
  help: 'Show the version of the bot and of its knowledge.',
  group: 'settings',
  examples: ['version'],
  input: z.literal(''),
  handler: (_, { status, knowledge }) => {
    const { version, nodeVersion } = status()
    return notice(`kubecon-bot ${version}, knowledge ${knowledge.revision}, Node ${nodeVersion}`)
  },
})
