import type { webApi } from '@slack/bolt'
import { OLD_BUTTON } from '../ask-again.js'
import { ASK } from '../buttons.js'
import { type Desk, runErrand, tell } from '../desk.js'
import type { ViewPress } from '../modals/read-view-press.js'

/** A button in App Home: what it asks is answered in the direct message. */
export const pressInHome = async (press: ViewPress, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const { person, button, metadata, keys, team, view } = press
  const place = { kind: 'post', channel: person, person } as const
  // A Home stays as it was published, for months where nobody opens it.
  if (button.kind !== ASK || button.value === '')
    return runErrand({ keys, order: `view ${view}`, place }, client, desk, () => tell(OLD_BUTTON, place, client, desk))
  // Home knows the direct message, so that what follows there knows what was asked.
  const channel = metadata.startsWith('D') ? metadata : person
  await desk.answer(
    {
      line: { text: button.value, person, conversation: channel },
      place,
      keys,
      asked: button.value.replace(/^ask /, ''),
      ...(team === undefined ? {} : { team }),
    },
    client,
  )
}
