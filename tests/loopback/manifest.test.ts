import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { readManifest } from '../../src/loopback/manifest.js'

it('reads what the manifest of an app says about shortcuts, home and events', () => {
  const text = `
features:
  app_home: { home_tab_enabled: true }
  shortcuts: [{ name: Ask, type: message, callback_id: ask, description: About a message }]
settings:
  event_subscriptions: { bot_events: [app_mention] }`
  expect(readManifest(text)).toEqual({
    hasHome: true,
    events: ['app_mention'],
    shortcuts: [{ name: 'Ask', type: 'message', callbackId: 'ask', description: 'About a message' }],
  })
})

it('reads the manifest that comes with the bot', async () => {
  const text = await readFile(new URL('../../slack-manifest.yaml', import.meta.url), 'utf8')
  expect(readManifest(text).events).toContain('app_mention')
})

it('does not take anything else for one', () => {
  expect(() => readManifest('features: {}')).toThrow()
})
