import { z } from 'zod'

/** A form that was sent. */
export interface Submission {
  readonly person: string
  readonly team?: string
  /** Id of the modal: the same however often it is sent. */
  readonly view: string
  readonly form: string
  /** What the bot gave the modal to keep. */
  readonly metadata: string
  /** What was filled in, by block and action id. */
  readonly values: unknown
  /** Addresses that lead to the conversation chosen for the answer. */
  readonly answerAt: readonly { readonly channel: string; readonly url: string }[]
}

const submission = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  view: z.object({
    id: z.string(),
    callback_id: z.string().default(''),
    private_metadata: z.string().default(''),
    state: z.object({ values: z.unknown() }),
  }),
  response_urls: z.array(z.object({ channel_id: z.string(), response_url: z.string() })).default([]),
})

/** The form that was sent; undefined for anything else. */
export const readSubmission = (body: unknown): Submission | undefined => {
  const { data } = submission.safeParse(body)
  if (!data) return undefined
  const { user, team, view, response_urls: addresses } = data
  return {
    person: user.id,
    view: view.id,
    form: view.callback_id,
    metadata: view.private_metadata,
    values: view.state.values,
    answerAt: addresses.map(({ channel_id, response_url }) => ({ channel: channel_id, url: response_url })),
    ...(team ? { team: team.id } : {}),
  }
}
