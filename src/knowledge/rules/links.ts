import type { Problem } from '../../errors.js'
import type { Link } from '../markdown-parser.js'
import type { MarkdownDocument, Rule } from './document.js'

const PRIVATE_HOST =
  /^(?:localhost|[^.]+|.*\.(?:local|localhost|internal|intranet|corp|lan|home|test|invalid)|127\..*|10\..*|192\.168\..*|169\.254\..*|172\.(?:1[6-9]|2\d|3[01])\..*|\[.*\])$/i
const UNRESOLVED = /\[[^\]\n]+\]\[[^\]\n]*\]/g

/** Links that lead nowhere, or only their author somewhere. */
export const brokenLinks: Rule = (document) => [
  ...document.links.flatMap((link) => problemOf(link, document) ?? []),
  ...unresolved(document),
]

const problemOf = ({ href, line }: Link, { file, blocks, files }: MarkdownDocument): Problem | undefined => {
  const told = (rule: string, message: string): Problem => ({ file, line, column: 1, rule, message })
  const broken = (message: string): Problem => told('broken-link', message)
  if (href === '') return broken('a link without an address')
  if (href.startsWith('#'))
    return blocks.some((block) => block.kind === 'heading' && `#${slug(block.text)}` === decode(href))
      ? undefined
      : broken(`no heading here has the anchor ${href}`)
  if (!/^[a-z][a-z\d+.-]*:/i.test(href))
    return files.has(decode(href).replace(/^\.\//, '').replace(/#.*$/, ''))
      ? undefined
      : broken(`there is no file ${href}`)
  if (!URL.canParse(href)) return broken(`${href} is no address`)
  const { protocol, hostname, username, password } = new URL(href)
  if (protocol === 'mailto:') return undefined
  if (protocol !== 'http:' && protocol !== 'https:')
    return told('private-link', `${protocol} addresses work on one machine only`)
  if (username !== '' || password !== '') return told('private-link', 'the address holds a user name or password')
  return PRIVATE_HOST.test(hostname) ? told('private-link', `${hostname} cannot be reached from outside`) : undefined
}

/** `[text][name]` that is still there after parsing: the name is defined nowhere. */
const unresolved = ({ file, blocks }: MarkdownDocument): Problem[] =>
  blocks.flatMap((block) =>
    block.kind === 'heading' || block.kind === 'code'
      ? []
      : [...block.placed.text.matchAll(UNRESOLVED)].map(({ 0: text, index }) => ({
          file,
          line: block.placed.linesOf(index, index + 1)[0],
          column: 1,
          rule: 'broken-link',
          message: `${text} refers to an address that is not defined`,
        })),
  )

/** The anchor that GitHub gives a heading. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

const decode = (href: string): string => {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
