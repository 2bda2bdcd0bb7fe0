import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { BOT_EVENTS, BOT_SCOPES } from '../../src/slack/scopes.js'
import { ASK_MESSAGE, ASK_REPORTS } from '../../src/slack/shortcuts/read-shortcut.js'
import { readSlackConfig } from '../../src/slack/slack-config.js'

const manifest = parse(await readFile(new URL('../../slack-manifest.yaml', import.meta.url), 'utf8'))

describe('slack-manifest.yaml', () => {
  it('asks for exactly the scopes that the bot uses', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual([...BOT_SCOPES])
    expect(manifest.oauth_config.scopes.user).toBeUndefined()
  })

  it('subscribes to exactly the events that the bot listens to', () => {
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([...BOT_EVENTS])
  })

  it('has the command that the bot has by default, its shortcuts, buttons, App Home, direct messages and Socket Mode', () => {
    const config = readSlackConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual([
      config?.command,
    ])
    expect(manifest.settings.interactivity.is_enabled).toBe(true)
    expect(manifest.settings.socket_mode_enabled).toBe(true)
    expect(
      manifest.features.shortcuts.map(({ type, callback_id }: Record<string, string>) => [type, callback_id]),
    ).toEqual([
      ['message', ASK_MESSAGE],
      ['global', ASK_REPORTS],
    ])
    expect(manifest.features.app_home).toMatchObject({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    })
  })

  it('stays within the lengths that Slack takes', () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35)
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140)
    expect(manifest.features.slash_commands[0].description.length).toBeLessThanOrEqual(2000)
    expect(manifest.features.agent_view.agent_description.length).toBeLessThanOrEqual(300)
    for (const { name, description } of manifest.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24)
      expect(description.length).toBeLessThanOrEqual(150)
    }
  })
})
