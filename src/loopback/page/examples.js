// @ts-check

/** Questions that the reports which come with the bot answer, and commands it knows: to try it out. */
export const QUESTIONS = ['what is CRI-O', 'how many people came to KubeCon Austin', 'who presented the Vault session']

/** What can follow the slash command, as its hints say. @type {readonly [string, string][]} */
export const COMMANDS = [
  ['what is CRI-O', 'ask a question'],
  ['reports', 'list the reports'],
  ['talks', 'list the talks'],
  ['help', 'what I can do'],
]
