import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CallFaults } from './faults.js'
import type { Journal } from './journal.js'
import { isObject, parseJson } from './json.js'
import { meetFault, type Note } from './meet-fault.js'
import { readBody } from './read-body.js'
import { Refusal } from './refusal.js'
import { isDead, type ResponseUrls } from './response-urls.js'
import { sendJson } from './send.js'

const LARGEST_BODY = 1_000_000

interface TakeResponseOptions {
  readonly journal: Journal
  readonly faults: CallFaults
  readonly responseUrls: ResponseUrls
}

/** Answers a `POST` to a response_url. */
export const takeResponse = async (
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
  { journal, faults, responseUrls }: TakeResponseOptions,
): Promise<void> => {
  const startedAt = performance.now()
  const sent = parseJson(await readBody(request, LARGEST_BODY))
  const note: Note = (status, given, more) => {
    const ms = performance.now() - startedAt
    journal.add({ kind: 'respond', name: 'response_url', id, ms, status, sent, given, ...more })
  }
  const fault = faults.take('response_url')
  if (fault?.kind === 'slow') journal.add({ kind: 'held', name: 'response_url' })
  if (fault && (await meetFault(fault, response, note))) return
  try {
    if (!isObject(sent)) throw new Refusal('invalid_payload')
    responseUrls.use(id, sent)
    note(200, { ok: true })
    if (fault?.kind === 'lost') return void response.destroy()
    sendJson(response, 200, { ok: true })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const status = isDead(error.error) ? 404 : 400
    const given = { ok: false, error: error.error, ...error.details }
    note(status, given, { violation: error.error })
    sendJson(response, status, given)
  }
}
