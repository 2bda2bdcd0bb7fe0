import { type AppPeople, createAppPeople } from './app-people.js'
import { createAnswers } from './delivered-answer.js'
import { VERIFICATION_TOKEN } from './event-payload.js'
import { createModalPeople, type ModalPeople } from './modal-people.js'
import { type PeopleOptions, placeOf } from './people-options.js'
import { createPressing, type Pressing } from './pressing.js'
import { toSlackText } from './typed-text.js'
import { UnknownPlaceError } from './unknown-place-error.js'
import type { Message } from './workspace.js'

/** A person at Slack: each does what it says and resolves when the app has acknowledged, or its time is over. */
export interface People extends Pressing, ModalPeople, AppPeople {
  /** Writes a message; the text is as typed. */
  say(input: { channel: string; user: string; text: string; thread?: string }): Promise<Message>
  slash(input: { channel: string; user: string; command: string; text: string }): Promise<void>
}

export const createPeople = (options: PeopleOptions): People => {
  const { workspace, credentials, events, triggers, responseUrls, scopes, url } = options
  const answers = createAnswers(options)

  return {
    ...createPressing(options, answers),
    ...createModalPeople(options),
    ...createAppPeople(options, answers),
    say: async ({ channel, user, text, thread }) => {
      placeOf(channel, user, options)
      const parent = thread === undefined ? undefined : workspace.find(channel, thread)
      if (thread !== undefined && !parent) throw new UnknownPlaceError('There is no such thread.')
      const message = workspace.post({
        channel,
        user,
        text: toSlackText(text, workspace.users.values()),
        ...(parent && { thread: parent.thread ?? parent.ts }),
      })
      await events.announce(message)
      return message
    },

    slash: async ({ channel, user, command, text }) => {
      const { conversation, person } = placeOf(channel, user, options)
      const target = { channel, user }
      if (scopes && !scopes.includes('commands')) return answers.explain(target, `${command} is not a valid command.`)
      const payload = {
        token: VERIFICATION_TOKEN,
        api_app_id: credentials.appId,
        trigger_id: triggers.issue(user),
        response_url: `${url}${responseUrls.issue(target)}`,
        team_id: credentials.teamId,
        team_domain: 'loopback',
        channel_id: channel,
        channel_name: conversation.kind === 'dm' ? 'directmessage' : conversation.name,
        user_id: user,
        user_name: person.name,
        command,
        text,
        // Text, unlike everywhere else: a slash command is a form.
        is_enterprise_install: 'false',
      }
      await answers.take({ type: 'slash_commands', payload }, target, `${command} failed`)
    },
  }
}
