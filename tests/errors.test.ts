import { describe, expect, it } from 'vitest'
import {
  BotError,
  formatProblem,
  InvalidCommandError,
  InvalidConfigError,
  InvalidInputError,
  InvalidKnowledgeError,
} from '../src/errors.js'

const PROBLEM = { file: 'austin.md', line: 4, column: 7, rule: 'front-matter', message: 'date: must be a date' }

describe('formatProblem', () => {
  it('writes a place as editors and CI logs read it', () => {
    expect(formatProblem(PROBLEM)).toBe('austin.md:4:7: front-matter: date: must be a date')
  })
})

describe('the errors of the bot', () => {
  it.each([
    [new InvalidInputError('why'), 'InvalidInputError', 'invalid_input', 'why'],
    [new InvalidConfigError('why'), 'InvalidConfigError', 'invalid_config', 'why'],
    [new InvalidKnowledgeError('why'), 'InvalidKnowledgeError', 'invalid_knowledge', 'why'],
    [new InvalidCommandError('x.ts', 'why'), 'InvalidCommandError', 'invalid_command', 'commands/x.ts: why'],
  ])('%s is told apart by its class and code', (error, name, code, message) => {
    expect(error).toBeInstanceOf(BotError)
    expect(error).toBeInstanceOf(Error)
    expect({ name: error.name, code: error.code, message: error.message }).toEqual({ name, code, message })
    expect(error.stack).toContain(name)
  })

  it.each([
    (cause: Error) => new InvalidInputError('why', { cause }),
    (cause: Error) => new InvalidKnowledgeError('why', [], { cause }),
    (cause: Error) => new InvalidCommandError('x.ts', 'why', { cause }),
  ])('pass on what caused them (%#)', (create) => {
    const cause = new Error('below')
    expect(create(cause).cause).toBe(cause)
  })

  it('have no cause when there is none', () => {
    expect(new InvalidConfigError('why')).not.toHaveProperty('cause')
  })

  it('say which reports are wrong', () => {
    expect(new InvalidKnowledgeError('why', [PROBLEM]).problems).toEqual([PROBLEM])
    expect(new InvalidKnowledgeError('why').problems).toEqual([])
  })

  it('say which command is wrong', () => {
    expect(new InvalidCommandError('x.ts', 'why').file).toBe('x.ts')
  })
})
