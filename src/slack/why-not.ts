const NOT_IN =
  'I am not in the channel where this was asked. Invite me there with /invite and my name, then ask again; until then only you see this.'
const NOT_ALLOWED =
  'In the channel where this was asked only some people may write. Ask its owner to let me in; until then only you see this.'

/** Slack's names for why a message was not taken, as a sentence with the next step. */
const WHY: Readonly<Record<string, string>> = {
  not_in_channel: NOT_IN,
  channel_not_found: NOT_IN,
  user_not_in_channel: NOT_IN,
  is_archived:
    'The channel where this was asked is archived, and nobody can write there. Ask in another one; only you see this.',
  message_not_found:
    'The message this was asked under is gone, so only you see this. Ask again in the channel to have it there.',
  thread_not_found:
    'The thread this was asked in is gone, so only you see this. Ask again in the channel to have it there.',
  restricted_action: NOT_ALLOWED,
  restricted_action_read_only_channel: NOT_ALLOWED,
  restricted_action_thread_only_channel: NOT_ALLOWED,
  restricted_action_non_threadable_channel: NOT_ALLOWED,
  restricted_action_thread_locked:
    'The thread where this was asked is locked, so only you see this. Ask outside of it to have it in the channel.',
  team_access_not_granted:
    'This channel is shared with another organisation, which has not let me in. Ask one of its admins; until then only you see this.',
}

/** Why an answer did not come where it was asked for, and what to do about it. */
export const whyNot = (error: string | undefined): string =>
  WHY[error ?? ''] ??
  `Slack did not let me write where this was asked${error === undefined ? '' : ` (${error})`}, so only you see this. Please tell whoever runs the bot.`
