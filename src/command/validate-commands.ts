import { z } from 'zod'
import { InvalidCommandError } from '../errors.js'
import { COMMAND_GROUPS, type Command } from './command.js'

/** A module of `commands/` as loaded, with its file name. */
export interface CommandModule {
  readonly file: string
  readonly module: Readonly<Record<string, unknown>>
}

const shape = z.object({
  name: z.string().regex(/^[a-z][a-z-]*$/, 'must be one lower-case word'),
  usage: z.string().min(1),
  help: z.string().min(1).max(120),
  group: z.enum(COMMAND_GROUPS).optional(),
  examples: z.array(z.string().min(1)).min(1),
  input: z.custom<z.ZodType>((value) => value instanceof z.ZodType, 'must be a zod schema'),
  claims: z.custom<unknown>((value) => typeof value === 'function', 'must be a function').optional(),
  complete: z.custom<unknown>((value) => typeof value === 'function', 'must be a function').optional(),
  handler: z.custom<unknown>((value) => typeof value === 'function', 'must be a function'),
})

/**
 * Checks that every module describes a command and that no two clash.
 * @throws InvalidCommandError naming the file: a bot without one of its commands is worse than one that does not start.
 */
export const validateCommands = (modules: readonly CommandModule[]): ReadonlyMap<string, Command> => {
  const commands = new Map<string, Command>()
  const files = new Map<string, string>()
  for (const { file, module } of modules) {
    const command = readCommand(file, module)
    const other = files.get(command.name)
    if (other !== undefined)
      throw new InvalidCommandError(file, `the name "${command.name}" is taken by commands/${other}`)
    files.set(command.name, file)
    commands.set(command.name, command)
  }
  if (!commands.has('ask'))
    throw new InvalidCommandError('ask.ts', 'is missing; every line that is no command is asked')
  return new Map([...commands].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const readCommand = (file: string, { default: command }: CommandModule['module']): Command => {
  if (command === undefined)
    throw new InvalidCommandError(file, 'has no default export; export default defineCommand({ … })')
  const parsed = shape.safeParse(command)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new InvalidCommandError(file, `${issue?.path.join('.') || 'default export'}: ${issue?.message}`)
  }
  const { name, examples } = parsed.data
  if (name !== file.replace(/\.\w+$/, ''))
    throw new InvalidCommandError(file, `is named after its file: "${name}" belongs in ${name}.ts`)
  const stranger = examples.find((example) => name !== 'ask' && example.split(' ')[0] !== name)
  if (stranger !== undefined) throw new InvalidCommandError(file, `example "${stranger}" must start with "${name}"`)
  return command as Command
}
