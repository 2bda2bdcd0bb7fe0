// @ts-check
/** @import { Json, WireEntry } from './types.js' */

/**
 * One line of the protocol: an envelope with what became of it, a call with its answer, or something that just happened.
 * @typedef {object} WireRow
 * @property {number} key
 * @property {number} at
 * @property {'to-bot' | 'from-bot' | 'line'} way
 * @property {string} what
 * @property {string} about In a few words, what it was about.
 * @property {'waiting' | 'ok' | 'bad' | 'note'} state
 * @property {string} result
 * @property {number} [ms]
 * @property {boolean} [isAck] Whether the milliseconds are those of an acknowledgement, which has three seconds.
 * @property {string} [violation]
 * @property {unknown} [sent] What the bot sent.
 * @property {unknown} [given] What Slack sent or answered.
 */

/** A page left open for weeks must not fill the memory. */
const MOST = 400

/** Turns what went over the wire into lines, an acknowledgement joined to its envelope. */
export const createWire = () => {
  /** @type {WireRow[]} */
  let rows = []
  /** @type {Map<string, WireRow>} */
  const envelopes = new Map()
  let made = 0
  let broken = 0

  /** @param {WireEntry} entry @returns {WireRow} */
  const rowOf = (entry) => {
    const own = entry.id === undefined ? undefined : envelopes.get(entry.id)
    const joined = own && ['ack', 'timeout'].includes(entry.kind)
    const row = joined ? { ...own, ...describe(entry, own) } : { key: ++made, at: entry.at, ...describe(entry) }
    if (entry.kind === 'envelope' && entry.id !== undefined) envelopes.set(entry.id, row)
    if (joined && entry.id !== undefined) envelopes.set(entry.id, row)
    return row
  }

  return {
    get rows() {
      return rows
    },
    /** How many rules of Slack were broken. */
    get broken() {
      return broken
    },
    /** @param {WireEntry} entry */
    take: (entry) => {
      const row = rowOf(entry)
      if (entry.violation !== undefined) broken += 1
      const place = rows.findIndex(({ key }) => key === row.key)
      rows = place < 0 ? [...rows, row].slice(-MOST) : rows.with(place, row)
      if (envelopes.size > MOST) envelopes.delete(envelopes.keys().next().value ?? '')
    },
    clear: () => {
      rows = []
      envelopes.clear()
      broken = 0
    },
  }
}

/** @typedef {ReturnType<typeof createWire>} Wire */

/**
 * @param {WireEntry} entry
 * @param {WireRow} [envelope] The line of the envelope that it is about.
 * @returns {Omit<WireRow, 'key' | 'at'>}
 */
const describe = (entry, envelope) => {
  const { kind, name, ms, sent, given, violation } = entry
  const broken = violation === undefined ? {} : { violation }
  const took = ms === undefined ? {} : { ms }
  switch (kind) {
    case 'envelope':
      return {
        way: 'to-bot',
        ...describeEnvelope(name, given),
        state: 'waiting',
        result: 'not acknowledged yet',
        given,
      }
    case 'ack': {
      const base = envelope ?? { way: /** @type {const} */ ('from-bot'), what: name, about: 'an acknowledgement' }
      const state = violation === undefined ? 'ok' : 'bad'
      return { ...base, state, result: 'acknowledged', ...took, isAck: true, ...broken, sent }
    }
    case 'timeout': {
      const base = envelope ?? { way: /** @type {const} */ ('to-bot'), what: name, about: '' }
      const result = given === 'no connection' ? 'not sent: no connection' : 'no acknowledgement in 3 s'
      return { ...base, state: 'bad', result, ...broken }
    }
    case 'call':
    case 'respond':
      return {
        way: 'from-bot',
        what: name,
        about: aboutOf(sent),
        ...describeAnswer(entry),
        ...took,
        ...broken,
        sent,
        given,
      }
    case 'held':
      return { way: 'line', what: name, about: 'the answer is being held back', state: 'note', result: '' }
    default:
      return {
        way: 'line',
        what: kind === 'connection' ? `connection ${name}` : `${kind}: ${name}`,
        about: '',
        state: violation === undefined ? 'note' : 'bad',
        result: '',
        ...broken,
        ...(sent === undefined ? {} : { sent }),
      }
  }
}

/** @param {WireEntry} entry @returns {Pick<WireRow, 'state' | 'result'>} */
const describeAnswer = ({ status, given }) => {
  if (status === 0) return { state: 'bad', result: 'connection broken' }
  const { ok, error } = /** @type {Json} */ (given ?? {})
  if (status === 200 && ok === true) return { state: 'ok', result: 'ok' }
  return { state: 'bad', result: status === 200 ? String(error) : `HTTP ${status}${error ? ` ${error}` : ''}` }
}

/** @param {string} name @param {unknown} frame @returns {Pick<WireRow, 'what' | 'about'>} */
const describeEnvelope = (name, frame) => {
  const { payload = {}, retry_attempt: retry } = /** @type {Json} */ (frame ?? {})
  const again = retry === undefined ? '' : ` (again, try ${retry + 1})`
  if (name === 'slash_commands') return { what: 'slash command', about: `${payload.command} ${payload.text}${again}` }
  if (name === 'events_api') {
    const { type, subtype, text } = payload.event ?? { type: payload.type }
    return { what: subtype ? `${type} (${subtype})` : String(type), about: `${oneLine(text ?? '')}${again}` }
  }
  const [action] = Array.isArray(payload.actions) ? payload.actions : []
  const about = action ? `${action.action_id}` : (payload.callback_id ?? payload.view?.callback_id ?? '')
  return { what: String(payload.type ?? name), about: `${about}${again}` }
}

/** The text of a call, or the first of its arguments that says something. @param {unknown} sent */
const aboutOf = (sent) => {
  const { text, status, view, name, title, channel, user, view_id, delete_original } = /** @type {Json} */ (sent ?? {})
  if (delete_original) return 'deletes the message'
  const modal = typeof view === 'string' ? view : undefined
  return oneLine(
    text ?? status ?? (modal ? titleIn(modal) : undefined) ?? name ?? title ?? channel ?? user ?? view_id ?? '',
  )
}

/** @param {string} view */
const titleIn = (view) => {
  try {
    const { type, title } = JSON.parse(view)
    return String(title?.text ?? type)
  } catch {
    return ''
  }
}

/** @param {unknown} text */
const oneLine = (text) => String(text).replaceAll(/\s+/g, ' ').slice(0, 200)
