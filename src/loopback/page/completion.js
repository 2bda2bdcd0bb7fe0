// @ts-check
import { COMMANDS } from './examples.js'

/**
 * @typedef {object} Completion
 * @property {string} label
 * @property {string} hint
 * @property {string} text The whole text of the box once it is chosen.
 * @property {number} caret
 * @property {boolean} eager Whether Enter chooses it rather than sending: while the word before the caret is unfinished.
 */

/**
 * What may be meant by what stands before the caret.
 * @param {string} text
 * @param {number} caret
 * @param {{ command: string, handle: string, inThread: boolean }} options
 * @returns {Completion[]}
 */
export const completionsFor = (text, caret, { command, handle, inThread }) => {
  const before = text.slice(0, caret)
  const after = text.slice(caret)
  const [mention] = /(?<![^\s(])@[\p{L}\p{N}._-]*$/u.exec(before) ?? []
  const whole = `@${handle}`
  if (mention !== undefined && whole.startsWith(mention.toLowerCase()) && mention !== whole) {
    const start = `${before.slice(0, -mention.length)}${whole} `
    return [{ label: whole, hint: 'ask the bot', text: start + after.trimStart(), caret: start.length, eager: true }]
  }
  if (inThread || !before.startsWith('/') || after !== '') return []
  if (command.startsWith(before) && before !== command)
    return [
      {
        label: command,
        hint: 'ask the bot, only you see the answer',
        text: `${command} `,
        caret: command.length + 1,
        eager: true,
      },
    ]
  if (!before.startsWith(`${command} `)) return []
  const typed = before.slice(command.length + 1).toLowerCase()
  return COMMANDS.filter(([line]) => line.toLowerCase().startsWith(typed) && line !== typed).map(([line, hint]) => {
    const chosen = `${command} ${line}`
    return { label: chosen, hint, text: chosen, caret: chosen.length, eager: false }
  })
}
