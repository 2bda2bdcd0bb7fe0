import type { Assistant } from './assistant.js'
import type { FaultSwitches } from './fault-switches.js'
import type { JsonObject } from './json.js'
import type { Manifest } from './manifest.js'
import type { ExtraAction } from './page-actions.js'
import type { PageEvents } from './page-events.js'
import { toPageMessages } from './page-messages.js'
import type { OpenView, Views } from './views.js'
import type { Workspace } from './workspace.js'

export interface PageStateOptions {
  readonly workspace: Workspace
  readonly views: Views
  readonly assistant: Assistant
  readonly switches: FaultSwitches
  readonly manifest: Manifest | undefined
  readonly extras: readonly ExtraAction[]
  readonly command: string
}

/** Everything the page shows when it opens. */
export const toPageState = (options: PageStateOptions): JsonObject => {
  const { workspace, manifest, switches, extras, command } = options
  const { you, bot, users } = workspace
  const shortcutsOf = (type: 'message' | 'global') => manifest?.shortcuts.filter((one) => one.type === type) ?? []
  const isTold = (event: string): boolean => manifest?.events.includes(event) ?? true
  return {
    you: { id: you.id, name: you.realName },
    bot: { id: bot.id, name: bot.realName, handle: bot.name },
    people: [...users.values()].map(({ id, realName: name }) => ({ id, name })),
    command,
    shortcuts: { message: shortcutsOf('message'), global: shortcutsOf('global') },
    hasHome: manifest?.hasHome ?? true,
    hasAgent: isTold('assistant_thread_started'),
    actions: extras.map(({ label }) => label),
    faults: switches.on,
    views: viewsOf(options),
    assistant: assistantOf(options),
    ...toPageMessages(workspace),
  }
}

/** Tells open pages of views, suggestions and statuses that change. */
export const tellChanges = (options: PageStateOptions, events: PageEvents): void => {
  const { views, assistant, workspace } = options
  views.onChange((user) => {
    if (user === workspace.you.id) events.tell('views', viewsOf(options))
  })
  assistant.onChange(() => events.tell('assistant', assistantOf(options)))
}

const viewsOf = ({ views, workspace: { you } }: PageStateOptions): JsonObject => {
  const home = views.home(you.id)
  return { modals: views.modals(you.id).map(toPageView), ...(home && { home: toPageView(home) }) }
}

const toPageView = ({ id, hash, view }: OpenView): JsonObject => ({ id, hash, view })

const assistantOf = ({ assistant: { suggestions, statuses } }: PageStateOptions): JsonObject => ({
  suggestions: suggestions.map(({ channel: conversation, ...rest }) => ({ conversation, ...rest })),
  statuses: statuses.map(({ channel: conversation, ...rest }) => ({ conversation, ...rest })),
})
