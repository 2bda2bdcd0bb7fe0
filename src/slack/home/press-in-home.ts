import type { webApi } from '@slack/bolt'
import { ASK } from '../buttons.js'
import type { Desk } from '../desk.js'
import type { ViewPress } from '../modals/read-view-press.js'

/** A button in App Home: what it asks is answered in the direct message. */
export const pressInHome = async (press: ViewPress, client: webApi.WebClient, desk: Desk): Promise<void> => {
  const { person, button, metadata, keys, team } = press
  if (button.kind !== ASK || button.value === '') return
  // Home knows the direct message, so that what follows there knows what was asked.
  const channel = metadata.startsWith('D') ? metadata : person
  await desk.answer(
    {
      line: { text: button.value, person, conversation: channel },
      place: { kind: 'post', channel, person },
      keys,
      asked: button.value.replace(/^ask /, ''),
      ...(team === undefined ? {} : { team }),
    },
    client,
  )
}
