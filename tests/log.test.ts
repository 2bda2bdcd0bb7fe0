import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createLog } from '../src/log.js'
import type { SlackConfig } from '../src/slack/slack-config.js'

// Put together at run time, so that no scanner of secrets stumbles over a test.
const BOT = ['xoxb', '1', 'geheim'].join('-')
const APP = ['xapp', '1', 'A0', 'geheim'].join('-')
const DATABASE = `postgres://bot:${['geheim', '2024'].join('@')}@db.invalid:5432/kubecon`

/** Both ways to Slack at once. The type wants every field, the test wants it in `OPEN` or `HIDDEN`. */
const SLACK: Required<Extract<SlackConfig, { mode: 'socket' }> & Omit<Extract<SlackConfig, { mode: 'http' }>, 'mode'>> =
  {
    mode: 'socket',
    botToken: BOT,
    appToken: APP,
    signingSecret: 'geheim-0123456789abcdef',
    command: '/kubecon',
    textCommand: '!kubecon',
    search: true,
    apiUrl: 'https://slack.com/api/',
    port: 3000,
  }
const OPEN = {
  mode: 'socket',
  command: '/kubecon',
  textCommand: '!kubecon',
  search: true,
  apiUrl: SLACK.apiUrl,
  port: 3000,
}

const logged = (...args: [object, string?] | [string]): string => {
  const lines: string[] = []
  const log = createLog({ logLevel: 'trace' }, { write: (line) => void lines.push(line) })
  if (typeof args[0] === 'string') log.info(args[0])
  else log.info(args[0], args[1])
  return lines.join('')
}

const HIDDEN = { botToken: '…', appToken: '…', signingSecret: '…' }

describe('the log', () => {
  it.each([
    ['at the top', SLACK],
    ['one below', { slack: SLACK }],
    ['deep', { parts: { edge: [{ config: SLACK }] } }],
    ['of an error', { err: Object.assign(new Error('no'), { data: { slack: SLACK } }) }],
  ])('holds every field of the settings but the secret ones: %s', (_, said) => {
    const line = logged(said)
    expect(line).not.toContain('geheim')
    const found: unknown[] = []
    JSON.parse(line, (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'botToken' in value) found.push(value)
      return value
    })
    expect(found).toMatchObject([{ ...OPEN, ...HIDDEN }])
    expect({ ...OPEN, ...HIDDEN }).toEqual({ ...SLACK, ...HIDDEN })
  })

  it.each([
    ['a token', BOT, 'xoxb-…'],
    ['an app-level token', APP, 'xapp-…'],
    ['a token that expires', `xoxe.${BOT}`, 'xoxe.…'],
    ['the password of a server', DATABASE, 'postgres://…@db.invalid:5432/kubecon'],
    [
      'a password by another name',
      DATABASE.replace('postgres', 'postgresql'),
      'postgresql://…@db.invalid:5432/kubecon',
    ],
  ])('holds no secret in what is said: %s', (_, secret, left) => {
    const sayings = [
      logged(`tried "${secret}", in vain`),
      logged({ err: new Error(`tried "${secret}", in vain`, { cause: new Error(secret) }) }, 'failed'),
      logged(`options ${inspect({ value: secret })}`),
    ]
    for (const line of sayings) {
      expect(line).not.toContain('geheim')
      expect(line).toContain(left)
      expect(() => JSON.parse(line)).not.toThrow()
    }
  })

  it.each([
    ['a token of any kind', { data: { refresh_token: 'geheim' } }],
    ['what a request is signed with', { request: { headers: { Authorization: 'Bearer geheim' } } }],
    ['the address of the store', { config: { databaseUrl: DATABASE, connectionString: DATABASE } }],
    ['a password with quotes', { pool: { password: 'ge"heim\\' } }],
  ])('holds none under its name: %s', (_, said) => {
    const line = logged(said)
    expect(line).not.toMatch(/geheim|heim/)
    expect(JSON.parse(line)).toHaveProperty('level', 30)
  })

  it('holds nothing that people wrote', () => {
    expect(logged({ text: 'geheim', event: { text: 'geheim' } })).not.toContain('geheim')
  })

  it('keeps what is no secret', () => {
    const said = { place: '127.0.0.1:5432/kubecon', characters: 12, tokens: 3, mail: 'ops@example.org' }
    expect(JSON.parse(logged(said, 'postgres is slow'))).toMatchObject({ ...said, msg: 'postgres is slow' })
  })
})
