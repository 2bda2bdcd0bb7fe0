import { z } from 'zod'
import { type CommandContext, defineCommand } from '../src/command/command.js'
import { quoteEntry } from '../src/command/quote-entry.js'
import { repairedBy, typedNote } from '../src/command/repaired.js'
import { notice, type Reply } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

const SIDES = /^(.+?)\s+(?:and|with|vs\.?|versus|to|or)\s+(.+?)\??$/i
const WHERE = /\b(?:in|at|of|between|from|across)\b/i
const EXCERPTS = 2
/** More words are a question, not the name of a thing. */
const MOST_WORDS = 3
const EXAMPLES = ['compare CRI-O and containerd', 'compare Istio and Linkerd'] as const

export default defineCommand({
  name: 'compare',
  usage: 'compare <a> and <b>',
  help: 'Show what the reports say on two things, one below the other.',
  examples: EXAMPLES,
  input: z.string().trim().min(1),
  // What happened where is one question, not two.
  claims: (text) => !WHERE.test(text) && (SIDES.test(text) || text.split(' ').length <= MOST_WORDS),
  handler: (text, { ask, knowledge }) => {
    const [, ...typed] = SIDES.exec(text) ?? []
    if (typed.length === 0)
      return askWithWhat(text.replace(/\?+$/, '').replace(/\s+(?:and|with|vs\.?|versus|to|or)$/i, ''), {
        ask,
        knowledge,
      })
    const answers = typed.map((side) => ask(side, { from: 0, size: EXCERPTS }))
    const sides = typed.map((side, i) => repairedBy(side, answers[i] ?? { repaired: [] }))
    const groups = sides.map((side, i) => ({
      heading: shorten(side),
      entries: (answers[i]?.excerpts ?? []).map(({ text: quoted, citation }) => quoteEntry(quoted, citation)),
    }))
    const found = groups.filter(({ entries }) => entries.length > 0)
    const missing = groups.filter(({ entries }) => entries.length === 0).map(({ heading }) => `"${heading}"`)
    if (missing.length === groups.length) return notice(`The reports cover neither ${missing.join(' nor ')}.`, 'topics')
    return {
      kind: 'listing',
      title: `${groups.map(({ heading }) => heading).join(' and ')}${typedNote(typed.join(' and '), sides.join(' and '))}`,
      groups: found,
      ...(missing.length > 0 ? { footer: `The reports do not cover ${missing.join(', ')}.` } : {}),
      suggestions: found.map(({ heading }) => `timeline ${heading}`),
    }
  },
})

/** One thing alone: what it could be compared with, projects first, from what is spoken of beside it. */
const askWithWhat = (typed: string, { ask, knowledge }: Pick<CommandContext, 'ask' | 'knowledge'>): Reply => {
  const answer = ask(typed, { from: 0, size: 1 })
  if (answer.excerpts.length === 0) return notice(`The reports do not cover "${shorten(typed)}".`, ...EXAMPLES)
  const side = shorten(repairedBy(typed, answer))
  const projects = new Set(knowledge.glossary.filter(({ kind }) => kind === 'project').map(({ term }) => term))
  const others = [...answer.related].sort((a, b) => Number(projects.has(b)) - Number(projects.has(a))).slice(0, 2)
  const lines = others.map((other) => `compare ${side} and ${other}`)
  return notice(`Compare ${side} with what? Name two things.`, ...(lines.length === 2 ? lines : EXAMPLES))
}
