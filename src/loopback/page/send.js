// @ts-check
import * as api from './api.js'
/** @import { Store } from './store.js' */
/** @import { Place } from './types.js' */

/**
 * Sends what was typed, as it stands: as the slash command, or as a message, in which the server finds the mentions.
 * @param {string} text
 * @param {Place} place
 * @param {Store} store
 * @returns {Promise<string | undefined>} a remark, where the reader may wait for an answer that nobody gives
 * @throws {Error} with a sentence for the reader
 */
export const sendTyped = async (text, { conversation, thread }, store) => {
  const { command, bot } = store
  const [word = ''] = text.split(/\s/, 1)
  if (word.startsWith('/') && thread !== undefined)
    throw new Error(`Slack has no slash commands in threads. Write @${bot.handle}${text.slice(word.length)} instead.`)
  if (word === command) {
    await api.slash({ conversation, text: text.slice(word.length).trim() })
    return undefined
  }
  if (/^\/[\w-]*$/.test(word)) throw new Error(`${word} is not a command here. Try ${command} help.`)
  await api.say({ conversation, text, ...(thread !== undefined && { thread }) })
  const isHeard = store.conversation(conversation)?.kind === 'dm' || mentions(text, bot.handle)
  return isHeard ? undefined : `Posted. The bot only answers when it is asked: with @${bot.handle} or ${command}.`
}

/** Whether the server will find the bot's handle in this, as Slack's client would. @param {string} text @param {string} handle */
const mentions = (text, handle) =>
  [...text.matchAll(/(?<![\w@.])@([a-z0-9][a-z0-9._-]*)/gi)].some(([, name]) => name?.toLowerCase() === handle)
