// @ts-check

/** @typedef {Node | string | false | null | undefined} Child */

/**
 * Makes an element. Strings become text nodes, never markup; a property whose value is undefined or false is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {{ [attribute: string]: string | number | boolean | undefined | ((event: any) => unknown) }} [attributes] A function listens to the event of that name.
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const h = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value)
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value))
  }
  element.append(...kept(children))
  return element
}

/**
 * @param {readonly Child[]} children
 * @returns {(Node | string)[]}
 */
export const kept = (children) => /** @type {(Node | string)[]} */ (children.filter((child) => child || child === ''))

/**
 * The element of the page with this id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export const byId = (id) => {
  const element = document.getElementById(id)
  if (!element) throw new Error(`The page has no #${id}.`)
  return element
}

/**
 * Text that may go on in the next line after a bar: the choices of a command, `[on|off|status]`, are longer than a phone
 * is wide.
 * @param {string} text
 * @returns {Node}
 */
export const breakable = (text) => {
  const parts = text.split(/(?<=\w\|)(?=\w)/)
  if (parts.length === 1) return document.createTextNode(text)
  const fragment = document.createDocumentFragment()
  fragment.append(...parts.flatMap((part, i) => (i === 0 ? [part] : [h('wbr'), part])))
  return fragment
}

/** Whether an address is one that is safe to open. @param {string} address */
export const isSafe = (address) => /^(https?:\/\/|mailto:)/i.test(address)

/**
 * A link where the address is one that is safe to open, otherwise only its text with the address, visible.
 * @param {unknown} url
 * @param {...Child} children Its text; the address where there is none.
 * @returns {HTMLElement}
 */
export const link = (url, ...children) => {
  const address = String(url ?? '')
  const content = children.length > 0 ? children : [address]
  if (!isSafe(address)) return h('span', {}, ...content, ` (${address || 'no address'})`)
  return h('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, ...content)
}
