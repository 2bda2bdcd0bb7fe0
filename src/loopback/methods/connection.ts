import type { Method } from './method.js'

/** Methods about the app itself and its connection. */
export const connectionMethods: readonly Method[] = [
  {
    name: 'apps.connections.open',
    token: 'app',
    answer: (_, { issueSocketUrl }) => ({ url: issueSocketUrl() }),
  },
  {
    name: 'auth.test',
    token: 'bot',
    answer: (_, { workspace: { bot }, credentials, url }) => ({
      url: `${url}/`,
      team: 'Slack on loopback',
      user: bot.name,
      team_id: credentials.teamId,
      user_id: bot.id,
      bot_id: credentials.botId,
      is_enterprise_install: false,
    }),
  },
  { name: 'api.test', token: 'none', answer: ({ all }) => ({ args: all }) },
]
