import type { JsonObject } from './json.js'

/** A modal that an app opened for somebody, or somebody's App Home. */
export interface OpenView {
  readonly id: string
  readonly kind: 'modal' | 'home'
  readonly user: string
  readonly view: JsonObject
}

/** What apps show beside messages; kept, so that tests can look at it. */
export interface Views {
  readonly open: readonly OpenView[]
  /** A person has one home; modals pile up. */
  show(view: Omit<OpenView, 'id'>): OpenView
}

export const createViews = (): Views => {
  const open: OpenView[] = []
  let made = 0
  return {
    open,
    show: (view) => {
      const home = open.findIndex(({ kind, user }) => kind === 'home' && view.kind === 'home' && user === view.user)
      const shown = { id: open[home]?.id ?? `V${String(++made).padStart(8, '0')}`, ...view }
      open.splice(home < 0 ? open.length : home, home < 0 ? 0 : 1, shown)
      return shown
    },
  }
}
