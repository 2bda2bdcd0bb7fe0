/** Longest line that is read; Slack allows 40,000 characters, a question has a few dozen. */
export const LONGEST_LINE = 4000

const LINK = /<(?:https?|mailto):[^>|]*\|([^>]+)>/g
const BARE_LINK = /<((?:https?|mailto):[^>|]*)\|?>/g
// <@U012AB3CD>, <@U012AB3CD|jane>, <!here>, <!subteam^S012|@team>, <!date^…|…>
const MENTION = /<(?:@[A-Z0-9]+|![a-z]+(?:\^[^>|]*)?)(?:\|[^>]*)?>/g
const CHANNEL = /<#[A-Z0-9]+(?:\|([^>]*))?>/g
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal, pasted along
const COLOURS = /\u001B\[[\d;]*m/g
/** The bot's name in front, written out: habit of whoever comes from Slack, and in Slack when it was no command or mention. */
const ADDRESS = /^ ?(?:[/@!]kubecon(?:[ ,:]+|$))+/i
const BLANKS = /[\t-\r\u0085\u2028\u2029]/g
// Controls, zero-width and bidirectional marks, halves of characters: invisible, able to make text read as something else.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/gu

/**
 * The text as the person meant it: Slack's auto-links and mentions taken apart, its escapes undone, smart quotes made
 * straight, invisible characters dropped, white space collapsed, the bot's name in front
 * (`/kubecon`, `@kubecon`) left out.
 */
export const cleanText = (text: string): string =>
  text
    .replace(LINK, '$1')
    .replace(BARE_LINK, '$1')
    .replace(MENTION, ' ')
    .replace(CHANNEL, ' $1 ')
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(COLOURS, '')
    .replace(BLANKS, ' ')
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .replace(ADDRESS, '')
    .trim()

/** True when a text says anything: emoji and punctuation alone do not. */
export const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)
