import type { Credentials } from './credentials.js'
import type { Envelopes } from './envelopes.js'
import type { Events } from './events.js'
import type { Journal } from './journal.js'
import type { Manifest } from './manifest.js'
import type { ResponseUrls } from './response-urls.js'
import type { TriggerIds } from './trigger-ids.js'
import { UnknownPlaceError } from './unknown-place-error.js'
import type { Views } from './views.js'
import type { Conversation, Message, User, Workspace } from './workspace.js'

/** What the doings of people work with. */
export interface PeopleOptions {
  readonly workspace: Workspace
  readonly credentials: Credentials
  readonly envelopes: Envelopes
  readonly events: Events
  readonly triggers: TriggerIds
  readonly responseUrls: ResponseUrls
  readonly views: Views
  readonly journal: Journal
  readonly scopes: readonly string[] | undefined
  readonly manifest: Manifest | undefined
  readonly url: string
  readonly now: () => number
}

/** @throws UnknownPlaceError */
export const personOf = (user: string, { workspace }: Pick<PeopleOptions, 'workspace'>): User => {
  const person = workspace.users.get(user)
  if (!person) throw new UnknownPlaceError('There is no such person.')
  return person
}

/** @throws UnknownPlaceError when the person is not there, or nobody and nothing is */
export const placeOf = (
  channel: string,
  user: string,
  options: Pick<PeopleOptions, 'workspace'>,
): { conversation: Conversation; person: User } => {
  const conversation = options.workspace.conversations.get(channel)
  if (!conversation) throw new UnknownPlaceError('There is no such conversation.')
  const person = personOf(user, options)
  if (!conversation.members.has(user)) throw new UnknownPlaceError('This person is not in the conversation.')
  return { conversation, person }
}

/** @throws UnknownPlaceError when that person sees no such message */
export const messageOf = (
  channel: string,
  ts: string,
  user: string,
  { workspace }: Pick<PeopleOptions, 'workspace'>,
): Message => {
  const message = workspace.find(channel, ts)
  if (!message || (message.viewer !== undefined && message.viewer !== user))
    throw new UnknownPlaceError('There is no such message.')
  return message
}
