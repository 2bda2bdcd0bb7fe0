import type { types } from '@slack/bolt'
import { z } from 'zod'
import { modal } from '../modals/modal.js'
import { REASONS, type Reason } from './feedback.js'

/** Name of the form. */
export const REASON_FORM = 'feedback-reason'
const BLOCK = 'reason'

/** Which answer the form is about. */
export interface RatedAnswer {
  readonly channel: string
  /** What the button carried: the question and its page. */
  readonly value: string
}

/** Asks what was wrong with an answer. */
export const reasonModal = (rated: RatedAnswer): types.ModalView =>
  modal({
    title: 'What was wrong?',
    metadata: JSON.stringify(rated),
    form: { callbackId: REASON_FORM, submit: 'Send' },
    blocks: [
      {
        type: 'input',
        block_id: BLOCK,
        label: {
          type: 'plain_text',
          text: 'Your “Not helpful” is noted. The reason helps to do better:',
          emoji: false,
        },
        element: {
          type: 'radio_buttons',
          action_id: BLOCK,
          options: Object.entries(REASONS).map(([value, text]) => ({
            value,
            text: { type: 'plain_text', text, emoji: false },
          })),
        },
      },
    ],
  })

const metadata = z.object({ channel: z.string().min(1), value: z.string().min(1) })
const values = z.object({
  [BLOCK]: z.object({
    [BLOCK]: z.object({
      selected_option: z.object({ value: z.enum(Object.keys(REASONS) as [Reason, ...Reason[]]) }),
    }),
  }),
})

/** What the form was sent with; undefined for anything that it does not hold. */
export const readReasonForm = (
  privateMetadata: string,
  state: unknown,
): (RatedAnswer & { readonly reason: Reason }) | undefined => {
  const rated = z.string().transform(parseJson).pipe(metadata).safeParse(privateMetadata)
  const given = values.safeParse(state)
  if (!rated.success || !given.success) return undefined
  return { ...rated.data, reason: given.data[BLOCK][BLOCK].selected_option.value }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
