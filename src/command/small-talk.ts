import type { NoticeReply } from './reply.js'
import { notice } from './reply.js'

/** What is said to be polite, as a whole line; what follows it is a question. */
const GREETING =
  /^(?:hi+|hello+|hey+|hiya|howdy|yo|hola|hallo|moin|ahoj|greetings|good (?:morning|afternoon|evening|day))(?: (?:there|all|everyone|everybody|team|bot|folks|kubecon))?$/
const THANKS =
  /^(?:(?:ok(?:ay)? |great |cool |perfect |awesome |nice |many )?(?:thanks|thank you|thx|ty|cheers|merci|danke|gracias)(?: (?:a lot|so much|very much|all|everyone|bot|kubecon|that helped|for (?:that|the help|your help)))?|(?:(?:lol|haha|ah|oh|ok(?:ay)?|k|kk|great|cool|perfect|awesome|nice|wow|good|sweet|never ?mind|nvm|good bot|got it|good to know|makes sense|well done|good job|nice one|great stuff|bye|goodbye|see you|good night)(?: |$))+)$/

/** Politeness is answered in kind, with a way to go on, and never looked up in the reports. */
export const smallTalk = (text: string, examples: readonly string[]): NoticeReply | undefined => {
  const said = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (GREETING.test(said))
    return notice('Hello! Ask me what the conference reports say, in your own words.', ...examples)
  if (THANKS.test(said)) return notice('You are welcome. Ask me more whenever you like.', 'help')
  return undefined
}
