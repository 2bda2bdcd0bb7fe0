import type { ServerResponse } from 'node:http'
import type { CallFault } from './faults.js'
import { sendJson, sendText } from './send.js'

/** Writes into the journal what a call was answered with. */
export type Note = (
  status: number,
  given: unknown,
  more?: { readonly violation?: string; readonly retryAfter?: number },
) => void

/** Lets a call go wrong as was asked for. Resolves to whether it was answered (or never will be) with that. */
export const meetFault = async (fault: CallFault, response: ServerResponse, note: Note): Promise<boolean> => {
  switch (fault.kind) {
    case 'rate_limited': {
      const given = { ok: false, error: 'ratelimited' }
      note(429, given, { retryAfter: fault.retryAfter })
      sendJson(response, 429, given, { 'retry-after': String(fault.retryAfter) })
      return true
    }
    case 'status':
      note(fault.status, 'not Slack JSON')
      sendText(response, fault.status, 'upstream error')
      return true
    case 'error': {
      const given = { ok: false, error: fault.error }
      note(200, given)
      sendJson(response, 200, given)
      return true
    }
    case 'dropped':
      note(0, 'connection dropped')
      response.destroy()
      return true
    case 'slow':
      await Promise.allSettled([fault.until])
      return false
    case 'lost':
      return false
  }
}
