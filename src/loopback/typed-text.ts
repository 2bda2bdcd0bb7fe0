import type { User } from './workspace.js'

/**
 * What a person typed, as Slack sends it: `@handle` of somebody there becomes a mention, and `&`, `<` and `>` are
 * escaped. A mention that is already one (`<@U0…>`) stays.
 */
export const toSlackText = (typed: string, users: Iterable<User>): string => {
  const ids = new Map([...users].map(({ name, id }) => [name, id]))
  return typed
    .split(/(<[@#][A-Z0-9]+>)/)
    .map((part, i) => (i % 2 === 1 ? part : withMentions(escapeText(part), ids)))
    .join('')
}

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const withMentions = (text: string, ids: ReadonlyMap<string, string>): string =>
  text.replace(/(?<![\w@.])@([a-z0-9][a-z0-9._-]*)/gi, (all, name: string) => {
    const id = ids.get(name.toLowerCase())
    return id === undefined ? all : `<@${id}>`
  })
