// @ts-check
// What the preview's server sends, and what the parts of the page hand each other. Types only.

/** @typedef {{ id: string, name: string, isBot?: boolean }} User */
/** @typedef {{ id: string, name: string, kind: 'channel' | 'dm', topic: string }} Conversation */

/** A block or an element of one: data from outside, of any shape. @typedef {{ [key: string]: any }} Json */

/**
 * @typedef {object} Message
 * @property {string} ts
 * @property {string} conversation
 * @property {string} [thread] Timestamp of the message that it replies to.
 * @property {User} user
 * @property {string} text
 * @property {Json[]} [blocks]
 * @property {boolean} ephemeral
 * @property {number} [replyCount]
 * @property {string} time
 */

/**
 * @typedef {object} State
 * @property {User} you
 * @property {User & { handle: string }} bot
 * @property {string} command With its slash.
 * @property {Conversation[]} conversations
 * @property {Record<string, Message[]>} messages By conversation.
 * @property {string[]} faults The switches that are on.
 */

/**
 * Something that went over the wire: an entry of the server's journal.
 * @typedef {object} WireEntry
 * @property {number} at Milliseconds since the epoch.
 * @property {string} kind
 * @property {string} name
 * @property {string} [id]
 * @property {number} [ms]
 * @property {number} [status]
 * @property {unknown} [sent] What the bot sent.
 * @property {unknown} [given] What Slack sent, or answered.
 * @property {string} [violation]
 */

/** Where the reader is: a conversation, and perhaps one of its threads. @typedef {{ conversation: string, thread?: string }} Place */

/** Names for the ids that a text mentions. @typedef {{ user: (id: string) => string | undefined, channel: (id: string) => string | undefined }} Names */

/**
 * What rendering blocks needs to know about the world.
 * @typedef {object} Rendering
 * @property {Names} names
 * @property {(button: Json, blockId: string | undefined) => Promise<void>} press
 */

export {}
