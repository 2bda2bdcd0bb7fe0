import type { types } from '@slack/bolt'
import { cut } from '../escape.js'

export interface ModalOptions {
  /** At most 24 characters. */
  readonly title: string
  readonly blocks: readonly types.KnownBlock[]
  /** What comes back with every press in it; at most 3,000 characters. */
  readonly metadata?: string
  /** For a form: what its submission is known by, and the button that sends it. */
  readonly form?: { readonly callbackId: string; readonly submit: string }
}

export const modal = ({ title, blocks, metadata = '', form }: ModalOptions): types.ModalView => ({
  type: 'modal',
  title: plainText(title),
  close: plainText(form ? 'Cancel' : 'Close'),
  private_metadata: metadata,
  blocks: [...blocks],
  ...(form && { callback_id: form.callbackId, submit: plainText(form.submit) }),
})

const plainText = (text: string): types.PlainTextElement => ({ type: 'plain_text', text: cut(text, 24), emoji: false })
