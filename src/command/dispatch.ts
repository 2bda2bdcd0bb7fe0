import type { Answer } from '../answer/answer.js'
import { cleanText, hasWords, LONGEST_LINE } from './clean-text.js'
import type { Command, CommandContext } from './command.js'
import { nearestName } from './did-you-mean.js'
import { inPlainWords } from './in-plain-words.js'
import type { Line } from './line.js'
import { notice, problemNotice, type Reply } from './reply.js'
import { shorten } from './shorten.js'
import { smallTalk } from './small-talk.js'

/** A line read as a command with its input. */
interface Reading {
  readonly command: Command
  readonly input: unknown
}

/** What `dispatch` needs: the commands by name, and a context for each line. */
export interface Bot {
  readonly commands: ReadonlyMap<string, Command>
  readonly contextFor: (line: Line) => CommandContext
}

/** Commands that are about the last answer. */
const OF_LAST_ANSWER: ReadonlySet<string> = new Set(['more', 'passage'])

/** What a greeting is answered with. */
const EXAMPLES = ['topics', 'talks', 'help']

/** Every edge hands every line in here: a command of `commands/`, or a question. */
export const dispatch = async (line: Line, { commands, contextFor }: Bot): Promise<Reply> => {
  if (line.text.length > LONGEST_LINE)
    return problemNotice(
      `That is ${line.text.length.toLocaleString('en')} characters; I read up to ${LONGEST_LINE.toLocaleString('en')}. Please ask in a sentence or two.`,
      'help',
    )
  const text = cleanText(line.text)
  const context = contextFor({ ...line, text })
  const polite = smallTalk(text, EXAMPLES)
  if (polite) return polite
  const reading = readLine(text, commands, context)
  if (!reading) return notice('I could not read that.', 'help')
  const mistyped = reading.command.name === 'ask' ? commandForWord(text, commands, context) : undefined
  if (mistyped) return mistyped
  const reply = await reading.command.handler(reading.input, context)
  if (reply.kind !== 'answer') return reply
  const meant = didYouMean(text, reply.answer, commands, context)
  return meant === undefined ? reply : { ...reply, didYouMean: meant }
}

const readLine = (
  text: string,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
): Reading | undefined => {
  if (!hasWords(text)) return read(commands.get('help'), '', context)
  const { name, rest } = splitLine(text)
  const command = commands.get(name)
  // The bare name of a command that needs more is a wish to know how; with a question mark it is a follow-up: «who?».
  const bare = command !== undefined && text.toLowerCase() === name
  return (
    read(command, rest, context) ??
    (bare ? read(commands.get('help'), name, context) : undefined) ??
    readPlainWords(text, commands, context) ??
    read(commands.get('ask'), text, context)
  )
}

/** A command in other words; such as are about the last answer are questions where there is none. */
const readPlainWords = (
  text: string,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
): Reading | undefined => {
  const { name, rest } = splitLine(inPlainWords(text) ?? '')
  if (OF_LAST_ANSWER.has(name) && context.conversation.turns().length === 0) return undefined
  return read(commands.get(name), rest, context)
}

/** The first word, as a command may be called, and the rest. */
const splitLine = (text: string): { name: string; rest: string } => {
  const [first = ''] = text.split(' ', 1)
  return { name: first.replace(/[?!.:]+$/, '').toLowerCase(), rest: text.slice(first.length).trim() }
}

const read = (command: Command | undefined, rest: string, context: CommandContext): Reading | undefined => {
  const parsed = command?.input.safeParse(rest)
  if (!command || !parsed?.success) return undefined
  return command.claims?.(parsed.data, context) === false ? undefined : { command, input: parsed.data }
}

/** For a single word that is nearly a command's name and that the reports do not have: the hint, and no answer beside it. */
const commandForWord = (
  text: string,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
): Reply | undefined => {
  const { name, rest } = splitLine(text)
  const near = rest === '' ? nearestCommand(name, rest, commands, context) : undefined
  if (near === undefined) return undefined
  const { status, repaired } = context.ask(text)
  const slip = repaired.find(({ from }) => from === name)
  if (status !== 'not-found' && !slip) return undefined
  const other = status === 'not-found' || slip?.to.toLowerCase() === near ? [] : [`ask ${slip?.to}`]
  return notice(`I do not know "${shorten(name)}". Did you mean the command "${near}"?`, near, ...other)
}

/** The command that a question was perhaps meant as: nearly its name, fit for it, and not answered as it was typed. */
const didYouMean = (
  text: string,
  { status, repaired }: Answer,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
): string | undefined => {
  const { name, rest } = splitLine(text)
  if (status === 'answered' && !repaired.some(({ from }) => from === name)) return undefined
  const near = nearestCommand(name, rest, commands, context)
  return near === undefined ? undefined : [near, rest].filter(Boolean).join(' ')
}

/** The command with nearly this name that can read the rest of the line. */
const nearestCommand = (
  name: string,
  rest: string,
  commands: ReadonlyMap<string, Command>,
  context: CommandContext,
): string | undefined => {
  const near = nearestName(
    name,
    [...commands.keys()].filter((one) => one !== 'ask'),
  )
  return near !== undefined && read(commands.get(near), rest, context) ? near : undefined
}
