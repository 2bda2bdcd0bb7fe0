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
 * @property {{ name: string, users: string[], mine: boolean }[]} [reactions]
 * @property {string} time
 */

/**
 * @typedef {object} State
 * @property {User} you
 * @property {User & { handle: string }} bot
 * @property {string} command With its slash.
 * @property {Conversation[]} conversations
 * @property {Record<string, Message[]>} messages By conversation.
 * @property {User[]} people
 * @property {{ message: Shortcut[], global: Shortcut[] }} shortcuts
 * @property {boolean} hasHome
 * @property {boolean} hasAgent
 * @property {string[]} actions Labels of further buttons.
 * @property {Views} views
 * @property {Assistant} assistant
 * @property {string[]} faults The switches that are on.
 * @property {string} [waits] What is said of a bot that Slack asked to wait.
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
 * @property {number} [retryAfter] Seconds after which the bot was told to try again.
 * @property {unknown} [sent] What the bot sent.
 * @property {unknown} [given] What Slack sent, or answered.
 * @property {string} [violation]
 */

/** Where the reader is: a conversation, and perhaps one of its threads. @typedef {{ conversation: string, thread?: string, tab?: 'home' }} Place */

/** Names for the ids that a text mentions. @typedef {{ user: (id: string) => string | undefined, channel: (id: string) => string | undefined }} Names */

/** What a person made of an element: its text, or the values of what was chosen. @typedef {string | string[] | null} Given */
/** What is filled in, by block and action. @typedef {{ [block: string]: { [action: string]: Given } }} Values */

/**
 * @typedef {object} Form
 * @property {(block: string, action: string) => Given | undefined} get
 * @property {(block: string, action: string, given: Given) => void} set
 * @property {() => { [block: string]: string }} errors What is wrong, by block.
 */

/**
 * What there is to choose from.
 * @typedef {object} Choices
 * @property {() => { value: string, label: string }[]} conversations
 * @property {() => { value: string, label: string }[]} people
 * @property {() => string | undefined} here The open conversation.
 */

/** A modal or an App Home. @typedef {{ id: string, hash: string, view: Json }} OpenView */
/** @typedef {{ modals: OpenView[], home?: OpenView }} Views */
/** @typedef {{ name: string, callbackId: string, description: string }} Shortcut */
/** @typedef {{ conversation: string, thread?: string, title?: string, prompts: { title: string, message: string }[] }} Suggestion */
/** @typedef {{ suggestions: Suggestion[], statuses: { conversation: string, thread?: string, status: string }[] }} Assistant */

/**
 * What rendering blocks needs to know about the world.
 * @typedef {object} Rendering
 * @property {Names} names
 * @property {(element: Json, blockId: string | undefined, given?: Given) => Promise<void>} press Uses an element.
 * @property {Choices} choices
 * @property {Form} [form] In a modal or in App Home: what is filled in there.
 */

export {}
