import type { JsonObject } from './json.js'

/** A modal that an app opened for somebody, or somebody's App Home. */
export interface OpenView {
  readonly id: string
  readonly kind: 'modal' | 'home'
  readonly user: string
  readonly view: JsonObject
  /** Counts the changes, from 1. */
  readonly revision: number
}

/** What apps show beside messages; kept, so that tests can look at it. */
export interface Views {
  readonly open: readonly OpenView[]
  find(id: string): OpenView | undefined
  /** A person has one home; modals pile up. */
  show(view: Pick<OpenView, 'kind' | 'user' | 'view'>): OpenView
  /** Puts other content into a view that is open. */
  update(id: string, view: JsonObject): OpenView
  /** The person closed it, or sent it. */
  close(id: string): void
}

export const createViews = (): Views => {
  const open: OpenView[] = []
  let made = 0
  const update = (id: string, view: JsonObject): OpenView => {
    const place = open.findIndex((one) => one.id === id)
    const before = open[place]
    if (!before) throw new Error(`no view ${id} is open`)
    const after = { ...before, view, revision: before.revision + 1 }
    open.splice(place, 1, after)
    return after
  }
  return {
    open,
    find: (id) => open.find((one) => one.id === id),
    show: ({ kind, user, view }) => {
      const home = open.find((one) => one.kind === 'home' && kind === 'home' && one.user === user)
      if (home) return update(home.id, view)
      const shown = { id: `V${String(++made).padStart(8, '0')}`, kind, user, view, revision: 1 }
      open.push(shown)
      return shown
    },
    update,
    close: (id) => {
      const place = open.findIndex((one) => one.id === id)
      if (place >= 0) open.splice(place, 1)
    },
  }
}
