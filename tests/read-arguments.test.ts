import { describe, expect, it } from 'vitest'
import { InvalidInputError } from '../src/errors.js'
import { readArguments } from '../src/read-arguments.js'

const PLAIN = { words: [], folder: undefined, json: false, jsonl: false, replace: false }

describe('readArguments', () => {
  it.each([
    [[], { command: 'help' }],
    [['-h'], { command: 'help' }],
    [['chat', '--help'], { command: 'help' }],
    [['help', 'start'], { command: 'help', words: ['start'] }],
    [['start', '--knowledge', 'reports'], { command: 'start', folder: 'reports' }],
    [['ask', 'what', 'is', 'CRI-O', '--json'], { command: 'ask', words: ['what', 'is', 'CRI-O'], json: true }],
    [['ask', '--', '-v', 'flag'], { command: 'ask', words: ['-v', 'flag'] }],
    [['ask', '--jsonl'], { command: 'ask', jsonl: true }],
    [['check'], { command: 'check' }],
    [['check', 'reports'], { command: 'check', words: ['reports'], folder: 'reports' }],
    [['check', '--knowledge', 'reports'], { command: 'check', folder: 'reports' }],
    [['store', 'import', 'a.jsonl', '--replace'], { command: 'store', words: ['import', 'a.jsonl'], replace: true }],
  ])('reads %j', (args, expected) => {
    expect(readArguments(args)).toEqual({ ...PLAIN, ...expected })
  })

  it.each([
    [['aks'], 'There is no command "aks".'],
    [['toString'], 'There is no command "toString".'],
    [['ask', '--jsn', 'x'], "Unknown option '--jsn'"],
    [['check', '--json'], '"check" does not take --json.'],
    [['start', '--replace'], '"start" does not take --replace.'],
    [['doctor', '--knowledge', 'x'], '"doctor" does not take --knowledge.'],
    [['store', 'export', '--knowledge', 'x'], '"store" does not take --knowledge.'],
    [['chat', 'old', 'reports'], '"old reports" is too much for "chat".'],
    [['check', 'knowledge', 'reports'], '"reports" is too much for "check".'],
    [['check', 'knowledge', '--knowledge', 'reports'], 'Name one folder to check.'],
    [['check', ''], 'The name of the folder of reports is empty.'],
    [['ask', 'x', '--knowledge='], 'The name of the folder of reports is empty.'],
    [['ask', '--jsonl', 'x'], 'With --jsonl the questions are read from standard input.'],
    [['ask', '--json', '--jsonl'], 'Take --json or --jsonl, not both.'],
  ])('refuses %j, saying why and what there is', (args, why) => {
    const refused = () => readArguments(args)
    expect(refused).toThrow(InvalidInputError)
    expect(refused).toThrow(why)
    expect(refused).toThrow('Usage: kubecon <command> [options]')
  })
})
