import type { CommandContext } from '../command.js'
import { notice, problemNotice, type Reply } from '../reply.js'
import { shorten } from '../shorten.js'
import { type Changing, setTime, setTopics, turnOn } from './change-digest.js'
import { type DigestLine, type DigestVerb, nearestVerb } from './digest-verbs.js'
import { pause, resume, skip, turnOff } from './pause-digest.js'
import { preview, sendNow, showStatus } from './show-digest.js'

const HANDLERS: Readonly<Record<DigestVerb, (rest: string, changing: Changing) => Promise<Reply>>> = {
  on: turnOn,
  off: (_, changing) => turnOff(changing),
  status: (_, changing) => showStatus(changing),
  topics: setTopics,
  time: setTime,
  pause,
  resume: (_, changing) => resume(changing),
  skip,
  preview: (_, changing) => preview(changing),
  now: (_, changing) => sendNow(changing),
}

/** What changes nothing and posts nothing. */
const LOOKING: ReadonlySet<DigestVerb> = new Set(['status', 'preview'])

/** `digest …`, in the channel it was said in. */
export const answerDigest = async ({ verb, rest, word }: DigestLine, context: CommandContext): Promise<Reply> => {
  const { digest: control, knowledge, line } = context
  if (!control)
    return notice('The digest comes to channels and direct messages of Slack; there is none here.', 'help digest')
  if (verb === undefined) {
    const near = nearestVerb(word.toLowerCase())
    return near === undefined
      ? problemNotice(
          `The digest knows no "${shorten(word, 40)}". Nothing was changed.`,
          'digest status',
          'digest on 09:00 Mon-Fri',
          'help digest',
        )
      : problemNotice(
          `The digest knows no "${shorten(word, 40)}". Did you mean ${near}? Nothing was changed.`,
          `digest ${near} ${rest}`.trim(),
        )
  }
  if (line.guest === true && !LOOKING.has(verb))
    return problemNotice(
      'Only people of the workspace that I belong to can change the digest here. Nothing was changed.',
      'digest status',
    )
  // Posting twice is worse than asking.
  if (verb === 'now' && line.again === true)
    return problemNotice('I was restarted while posting the digest. If none came, ask for it again.', 'digest now')
  return HANDLERS[verb](rest, { control, knowledge, person: line.person })
}
