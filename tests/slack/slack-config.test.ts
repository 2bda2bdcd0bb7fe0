import { describe, expect, it } from 'vitest'
import { InvalidConfigError } from '../../src/errors.js'
import { readSlackConfig } from '../../src/slack/slack-config.js'

// Put together at run time, so that no scanner of secrets stumbles over a test.
const BOT = ['xoxb', '1', 'abcdefBOT'].join('-')
const APP = ['xapp', '1', 'abcdefAPP'].join('-')
const SECRET = '0123456789abcdef0123456789abcdef'

const messageOf = (env: Record<string, string>): string => {
  try {
    readSlackConfig(env)
  } catch (error) {
    if (error instanceof InvalidConfigError) return error.message
    throw error
  }
  return ''
}

describe('readSlackConfig', () => {
  it('is undefined when no token and no secret is set, or only to nothing', () => {
    expect(readSlackConfig({})).toBeUndefined()
    expect(readSlackConfig({ SLACK_BOT_TOKEN: '', SLACK_APP_TOKEN: ' ', SLACK_COMMAND: '/kubecon' })).toBeUndefined()
  })

  it('uses Socket Mode with an app-level token, also beside a signing secret', () => {
    const settings = {
      botToken: BOT,
      command: '/kubecon',
      apiUrl: 'https://slack.com/api/',
      mode: 'socket',
      appToken: APP,
    }
    expect(readSlackConfig({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP })).toEqual(settings)
    expect(
      readSlackConfig({ SLACK_BOT_TOKEN: ` ${BOT}\n`, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SECRET }),
    ).toEqual(settings)
  })

  it('has the text command and Slack’s search only where they are switched on', () => {
    const tokens = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }
    expect(readSlackConfig({ ...tokens, SLACK_TEXT_COMMAND: ' ', SLACK_SEARCH: 'OFF' })).toEqual(
      readSlackConfig(tokens),
    )
    expect(readSlackConfig(tokens)).not.toHaveProperty('textCommand')
    const set = readSlackConfig({ ...tokens, SLACK_TEXT_COMMAND: '!kubecon', SLACK_SEARCH: 'on' })
    expect(set).toMatchObject({ textCommand: '!kubecon', search: true })
  })

  it('uses HTTP with a signing secret', () => {
    expect(
      readSlackConfig({
        SLACK_BOT_TOKEN: BOT,
        SLACK_SIGNING_SECRET: SECRET,
        SLACK_COMMAND: '/reports',
        SLACK_API_URL: 'http://127.0.0.1:4000/api',
        PORT: '8080',
      }),
    ).toEqual({
      botToken: BOT,
      command: '/reports',
      apiUrl: 'http://127.0.0.1:4000/api/',
      mode: 'http',
      signingSecret: SECRET,
      port: 8080,
    })
  })

  it.each([
    [
      'only a bot token',
      { SLACK_BOT_TOKEN: BOT },
      /^SLACK_APP_TOKEN: not set\. You find it at api\.slack\.com.*App-Level Tokens/,
    ],
    ['only an app token', { SLACK_APP_TOKEN: APP }, /^SLACK_BOT_TOKEN: not set\. You find it at .*OAuth & Permissions/],
    ['only a secret', { SLACK_SIGNING_SECRET: SECRET }, /^SLACK_BOT_TOKEN: not set/],
    [
      'swapped tokens',
      { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: BOT },
      /SLACK_BOT_TOKEN: this is an app-level token.*\nSLACK_APP_TOKEN: this is a bot token/,
    ],
    [
      'a user token',
      { SLACK_BOT_TOKEN: ['xoxp', '1', 'abcdef'].join('-'), SLACK_APP_TOKEN: APP },
      /^SLACK_BOT_TOKEN: this is a user token/,
    ],
    ['a rotating token', { SLACK_BOT_TOKEN: `xoxe.${BOT}`, SLACK_APP_TOKEN: APP }, /rotation/],
    [
      'nonsense',
      { SLACK_BOT_TOKEN: 'abcdef', SLACK_APP_TOKEN: APP },
      /^SLACK_BOT_TOKEN: this is not the right kind of value; take the one from/,
    ],
    ['two tokens in one', { SLACK_BOT_TOKEN: `${BOT} ${BOT}`, SLACK_APP_TOKEN: APP }, /^SLACK_BOT_TOKEN: /],
    [
      'a token as secret',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: APP },
      /^SLACK_SIGNING_SECRET: this is an app-level token/,
    ],
    [
      'a command without slash',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_COMMAND: 'kubecon' },
      /^SLACK_COMMAND: a slash/,
    ],
    [
      'a token in the clear',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: 'http://slack.example/api/' },
      /^SLACK_API_URL: an address with https/,
    ],
    [
      'a text command without its mark',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_TEXT_COMMAND: 'kubecon' },
      /^SLACK_TEXT_COMMAND: an exclamation mark/,
    ],
    [
      'a search of another kind',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SEARCH: 'yes' },
      /^SLACK_SEARCH: on or off\.$/,
    ],
    ['a port of words', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, PORT: 'http' }, /^PORT: a port number/],
    ['a port too high', { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SECRET, PORT: '70000' }, /^PORT: a port number/],
  ])('says what is wrong, where the right value is, and never the value: %s', (_, env, expected) => {
    const message = messageOf(env)
    expect(message).toMatch(expected)
    expect(message).not.toMatch(/abcdef/)
  })
})
