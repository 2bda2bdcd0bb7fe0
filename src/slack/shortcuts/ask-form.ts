import type { types } from '@slack/bolt'
import { z } from 'zod'
import { modal } from '../modals/modal.js'

/** Name of the form. */
export const ASK_FORM = 'ask-reports'
const QUESTION = 'question'
const PLACE = 'place'
const LONGEST_QUESTION = 700

/** A question, and where its answer goes. */
export const askForm = (): types.ModalView =>
  modal({
    title: 'Ask KubeCon reports',
    form: { callbackId: ASK_FORM, submit: 'Ask' },
    blocks: [
      {
        type: 'input',
        block_id: QUESTION,
        label: { type: 'plain_text', text: 'Question', emoji: false },
        element: {
          type: 'plain_text_input',
          action_id: QUESTION,
          max_length: LONGEST_QUESTION,
          focus_on_load: true,
          placeholder: { type: 'plain_text', text: 'what is CRI-O', emoji: false },
        },
      },
      {
        type: 'input',
        block_id: PLACE,
        optional: true,
        label: { type: 'plain_text', text: 'Channel for the answer', emoji: false },
        hint: { type: 'plain_text', text: 'Leave it empty and only you get the answer.', emoji: false },
        element: {
          type: 'conversations_select',
          action_id: PLACE,
          // An address comes along with the form, which reaches channels that the bot is not in.
          response_url_enabled: true,
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          placeholder: { type: 'plain_text', text: 'Only me', emoji: false },
        },
      },
    ],
  })

const values = z.object({
  [QUESTION]: z.object({ [QUESTION]: z.object({ value: z.string().nullish() }) }),
  [PLACE]: z.object({ [PLACE]: z.object({ selected_conversation: z.string().nullish() }) }).optional(),
})

/** What was asked, and the channel that was chosen. */
export const readAskForm = (state: unknown): { readonly question: string; readonly channel?: string } | undefined => {
  const { data } = values.safeParse(state)
  const question = data?.[QUESTION][QUESTION].value?.trim() ?? ''
  if (question === '') return undefined
  const channel = data?.[PLACE]?.[PLACE].selected_conversation ?? undefined
  return { question, ...(channel === undefined ? {} : { channel }) }
}

/** Why the form cannot be sent; undefined when it can. */
export const askFormErrors = (state: unknown): Record<string, string> | undefined =>
  readAskForm(state) ? undefined : { [QUESTION]: 'Please write a question.' }
