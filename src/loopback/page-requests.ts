import { z } from 'zod'
import { SWITCHES } from './fault-switches.js'

/** What the page asks for, by what the person does there. */

const LONGEST_TEXT = 40_000

const text = z
  .string('There is no text.')
  .max(LONGEST_TEXT, `That is too long: a message has at most ${LONGEST_TEXT.toLocaleString('en')} characters.`)
const conversation = z.string('Which conversation?')
const given = z.union([z.string().max(LONGEST_TEXT), z.array(z.string()), z.null()])
const values = z.record(z.string(), z.record(z.string(), given))
const action = { actionId: z.string(), blockId: z.string().optional(), given: given.optional() }

export const SAY = z.object({
  conversation,
  thread: z.string().optional(),
  text: text.refine((said) => said.trim() !== '', 'Write something first.'),
})
export const SLASH = z.object({ conversation, text })
export const PRESS = z.object({ conversation, message: z.string(), ...action })
export const PRESS_IN_VIEW = z.object({ view: z.string(), ...action, values: values.optional() })
export const SUBMIT = z.object({ view: z.string(), values })
export const CLOSE = z.object({ view: z.string(), all: z.boolean().default(false) })
export const OPEN_APP = z.object({ tab: z.enum(['home', 'messages']) })
export const TALK = z.object({ from: z.string().optional() })
export const SHORTCUT = z.object({ callbackId: z.string() })
export const MESSAGE_SHORTCUT = z.object({ conversation, message: z.string(), callbackId: z.string() })
export const REACT = z.object({
  conversation,
  message: z.string(),
  name: z.string().regex(/^[a-z0-9_+'-]{1,100}$/, 'There is no such emoji.'),
})
export const FAULT = z.object({ name: z.enum(SWITCHES, 'There is no such switch.'), on: z.boolean() })
export const RUN = z.object({ action: z.int().min(0), conversation: z.string() })
