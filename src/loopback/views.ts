import type { JsonObject } from './json.js'
import { Refusal } from './refusal.js'

/** A modal that an app opened for somebody, or somebody's App Home. */
export interface OpenView {
  readonly id: string
  readonly kind: 'modal' | 'home'
  readonly user: string
  /** Changes with each update, so that an app can see that it is too late with one. */
  readonly hash: string
  readonly view: JsonObject
}

/** What apps show beside messages. A person has one home; modals pile up, and only the one on top can be used. */
export interface Views {
  readonly open: readonly OpenView[]
  find(id: string): OpenView | undefined
  home(user: string): OpenView | undefined
  /** Lowest first. */
  modals(user: string): readonly OpenView[]
  publish(user: string, view: JsonObject): OpenView
  /** Instead of those that are open. */
  openModal(user: string, view: JsonObject): OpenView
  /** @throws Refusal `push_limit_reached` */
  push(user: string, view: JsonObject): OpenView
  update(before: OpenView, view: JsonObject): OpenView
  close(view: OpenView): void
  closeAll(user: string): void
  onChange(listener: (user: string) => void): void
}

/** Slack takes no more on top of each other. */
const MOST_MODALS = 3

export const createViews = (now: () => number): Views => {
  const open: OpenView[] = []
  const listeners = new Set<(user: string) => void>()
  let made = 0
  let changed = 0

  const hash = (): string => `${Math.floor(now() / 1000)}.${(++changed).toString(36).padStart(8, '0')}`
  const tell = (user: string): void => {
    for (const listener of listeners) listener(user)
  }
  const show = (kind: OpenView['kind'], user: string, view: JsonObject): OpenView => {
    const shown = { id: `V${String(++made).padStart(8, '0')}`, kind, user, hash: hash(), view }
    open.push(shown)
    tell(user)
    return shown
  }
  const remove = (goes: (view: OpenView) => boolean): void => {
    for (let i = open.length - 1; i >= 0; i--) if (open[i] && goes(open[i] as OpenView)) open.splice(i, 1)
  }
  const modals = (user: string): readonly OpenView[] => open.filter((one) => one.kind === 'modal' && one.user === user)
  const update = ({ id, kind, user }: OpenView, view: JsonObject): OpenView => {
    const updated = { id, kind, user, hash: hash(), view }
    open.splice(
      open.findIndex((one) => one.id === id),
      1,
      updated,
    )
    tell(user)
    return updated
  }
  const home = (user: string): OpenView | undefined => open.find((one) => one.kind === 'home' && one.user === user)

  return {
    open,
    find: (id) => open.find((one) => one.id === id),
    home,
    modals,
    publish: (user, view) => {
      const before = home(user)
      return before ? update(before, view) : show('home', user, view)
    },
    openModal: (user, view) => {
      remove((one) => one.kind === 'modal' && one.user === user)
      return show('modal', user, view)
    },
    push: (user, view) => {
      if (modals(user).length >= MOST_MODALS) throw new Refusal('push_limit_reached')
      return show('modal', user, view)
    },
    update,
    close: ({ id, user }) => {
      remove((one) => one.id === id)
      tell(user)
    },
    closeAll: (user) => {
      remove((one) => one.kind === 'modal' && one.user === user)
      tell(user)
    },
    onChange: (listener) => {
      listeners.add(listener)
    },
  }
}
