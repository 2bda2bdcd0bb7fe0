import { defaultBodyLimit, HTTPModuleFunctions, type HTTPReceiver, isRawBodyError } from '@slack/bolt'
import type { Logger } from 'pino'

type Listener = HTTPReceiver['requestListener']
type Buffered = Awaited<ReturnType<typeof HTTPModuleFunctions.bufferIncomingMessage>>

export interface OddBodiesOptions {
  readonly signingSecret: string
  /** The only path where bodies are read. */
  readonly path: string
  readonly log: Logger
}

/**
 * Answers what Bolt leaves without an answer: a body that is JSON and no object (`null`, a list, a number), for which
 * Slack's proxy would wait until its patience ends. Everything else Bolt answers, from the body read here.
 */
export const refuseOddBodies = (receiver: HTTPReceiver, { signingSecret, path, log }: OddBodiesOptions): void => {
  const { requestListener } = receiver
  const { buildNoBodyResponse, bufferIncomingMessage, parseAndVerifyHTTPRequest } = HTTPModuleFunctions

  const take = async (...[request, response]: Parameters<Listener>): Promise<void> => {
    let buffered: Buffered
    try {
      buffered = await bufferIncomingMessage(request, defaultBodyLimit)
    } catch (err) {
      const status = isRawBodyError(err) && err.statusCode === 413 ? 413 : 400
      log.warn({ err, status }, 'refused a request whose body cannot be read')
      return buildNoBodyResponse(response, status)
    }
    if (!isOdd(buffered)) return requestListener(buffered, response)
    // A stranger is to learn no more than before.
    const status = await parseAndVerifyHTTPRequest({ signingSecret }, buffered).then(
      () => 400,
      () => 401,
    )
    log.warn({ status }, 'refused a request whose body is no object')
    buildNoBodyResponse(response, status)
  }

  receiver.requestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (request.method !== 'POST' || pathname !== path) return requestListener(request, response)
    take(request, response).catch((err: unknown) => {
      log.error({ err }, 'could not take a request')
      if (!response.headersSent) buildNoBodyResponse(response, 500)
    })
  }
}

/** What is no JSON at all Bolt refuses itself. */
const isOdd = (buffered: Buffered): boolean => {
  try {
    const body: unknown = HTTPModuleFunctions.parseHTTPRequestBody(buffered)
    return typeof body !== 'object' || body === null || Array.isArray(body)
  } catch {
    return false
  }
}
