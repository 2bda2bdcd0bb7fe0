import { z } from 'zod'
import { defineCommand } from '../src/command/command.js'
import { quoteEntry } from '../src/command/quote-entry.js'
import { notice } from '../src/command/reply.js'
import { shorten } from '../src/command/shorten.js'

const SIDES = /^(.+?)\s+(?:and|with|vs\.?|versus|to|or)\s+(.+?)\??$/i
const WHERE = /\b(?:in|at|of|between|from|across)\b/i
const EXCERPTS = 2

export default defineCommand({
  name: 'compare',
  usage: 'compare <a> and <b>',
  help: 'Show what the reports say on two things, one below the other.',
  examples: ['compare CRI-O and containerd', 'compare Istio and Linkerd'],
  input: z.string().trim().regex(SIDES),
  // What happened where is one question, not two.
  claims: (text) => !WHERE.test(text),
  handler: (text, { ask }) => {
    const [, ...sides] = SIDES.exec(text) ?? []
    const groups = sides.map((side) => ({
      heading: shorten(side),
      entries: ask(side, { from: 0, size: EXCERPTS }).excerpts.map(({ text: quoted, citation }) =>
        quoteEntry(quoted, citation),
      ),
    }))
    const found = groups.filter(({ entries }) => entries.length > 0)
    const missing = groups.filter(({ entries }) => entries.length === 0).map(({ heading }) => `"${heading}"`)
    if (missing.length === groups.length) return notice(`The reports cover neither ${missing.join(' nor ')}.`, 'topics')
    return {
      kind: 'listing',
      title: groups.map(({ heading }) => heading).join(' and '),
      groups: found,
      ...(missing.length > 0 ? { footer: `The reports do not cover ${missing.join(', ')}.` } : {}),
      suggestions: found.map(({ heading }) => `timeline ${heading}`),
    }
  },
})
