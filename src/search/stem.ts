import { stemmer } from 'stemmer'

const PLAIN_WORD = /^[a-z]{3,}$/
const CACHE_SIZE = 20_000
const cache = new Map<string, string>()

/**
 * Porter's stem of an English word; forms with digits, connectors or other scripts stay as they are.
 * M. F. Porter, An algorithm for suffix stripping, Program 14(3), 1980.
 */
export const stem = (form: string): string => {
  if (!PLAIN_WORD.test(form)) return form
  const known = cache.get(form)
  if (known !== undefined) return known
  if (cache.size >= CACHE_SIZE) cache.clear()
  const stemmed = IRREGULAR.get(form) ?? stemmer(form)
  cache.set(form, stemmed)
  return stemmed
}

// Everyday irregular forms that no suffix rule can bring together.
const IRREGULAR = new Map<string, string>(
  Object.entries({
    ran: 'run',
    running: 'run',
    gave: 'give',
    given: 'give',
    said: 'sai',
    says: 'sai',
    say: 'sai',
    spoke: 'speak',
    spoken: 'speak',
    told: 'tell',
    built: 'build',
    chose: 'choos',
    chosen: 'choos',
    broke: 'break',
    broken: 'break',
    wrote: 'write',
    written: 'write',
    grew: 'grow',
    grown: 'grow',
    went: 'go',
    gone: 'go',
    came: 'come',
    took: 'take',
    taken: 'take',
    made: 'make',
    kept: 'keep',
    held: 'hold',
    shown: 'show',
    thought: 'think',
    felt: 'feel',
    met: 'meet',
    paid: 'pai',
    won: 'win',
    led: 'lead',
    saw: 'see',
    seen: 'see',
    heard: 'hear',
    left: 'leav',
    began: 'begin',
    begun: 'begin',
    drove: 'drive',
    driven: 'drive',
    fell: 'fall',
    fallen: 'fall',
    people: 'person',
    ppl: 'person',
    best: 'best',
    better: 'better',
    worse: 'wors',
    worst: 'wors',
    cheaper: 'cheap',
    faster: 'fast',
    authentication: 'authent',
    authenticate: 'authent',
    auth: 'authent',
    sent: 'send',
    spent: 'spend',
    sold: 'sell',
  }),
)
