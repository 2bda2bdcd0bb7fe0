import { z } from 'zod'

/** A button that was pressed in a modal or in App Home. */
export interface ViewPress {
  readonly person: string
  /** Id of the view. */
  readonly view: string
  readonly kind: 'modal' | 'home'
  /** What the bot gave the view to keep. */
  readonly metadata: string
  /** What is before the colon of the button's name, what is after it, and what the button carries. */
  readonly button: { readonly kind: string; readonly name: string; readonly value: string }
  readonly trigger?: string
  readonly team?: string
  readonly keys: readonly string[]
}

const viewPress = z.object({
  user: z.object({ id: z.string() }),
  team: z.object({ id: z.string() }).nullish(),
  trigger_id: z.string().optional(),
  view: z.object({ id: z.string(), type: z.enum(['modal', 'home']), private_metadata: z.string().default('') }),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().default('') })).min(1),
})

/** What was pressed; undefined for a press in a message. */
export const readViewPress = (body: unknown): ViewPress | undefined => {
  const { data } = viewPress.safeParse(body)
  const [action] = data?.actions ?? []
  if (!data || !action) return undefined
  const { user, view, team, trigger_id: trigger } = data
  const [kind = '', name = ''] = action.action_id.split(':')
  return {
    person: user.id,
    view: view.id,
    kind: view.type,
    metadata: view.private_metadata,
    button: { kind, name, value: action.value },
    keys: trigger === undefined ? [] : [`trigger ${trigger}`],
    ...(trigger === undefined ? {} : { trigger }),
    ...(team ? { team: team.id } : {}),
  }
}
