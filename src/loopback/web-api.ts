import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseArguments, toArguments } from './arguments.js'
import type { CallFaults } from './faults.js'
import type { Journal } from './journal.js'
import type { JsonObject } from './json.js'
import { meetFault, type Note } from './meet-fault.js'
import { assistantMethods } from './methods/assistant.js'
import { chatMethods } from './methods/chat.js'
import { connectionMethods } from './methods/connection.js'
import { conversationMethods } from './methods/conversations.js'
import { functionMethods } from './methods/functions.js'
import type { Method, MethodContext } from './methods/method.js'
import { peopleMethods } from './methods/people.js'
import { viewMethods } from './methods/views.js'
import { createPatience } from './patience.js'
import { readBody } from './read-body.js'
import { Refusal } from './refusal.js'
import { sendJson } from './send.js'

export interface WebApiOptions {
  readonly journal: Journal
  readonly faults: CallFaults
  readonly context: Omit<MethodContext, 'needScope'>
  /** What the bot's token may do; everything when undefined. */
  readonly scopes: readonly string[] | undefined
  readonly now: () => number
}

const METHODS: ReadonlyMap<string, Method> = new Map(
  [
    ...connectionMethods,
    ...chatMethods,
    ...conversationMethods,
    ...functionMethods,
    ...peopleMethods,
    ...viewMethods,
    ...assistantMethods,
  ].map((method) => [method.name, method]),
)
const LARGEST_BODY = 2_000_000

/** Slack's Web API: answers `POST /api/<method>`. */
export const createWebApi = ({ journal, faults, context, scopes, now }: WebApiOptions) => {
  const patience = createPatience(now)
  const needScope = (needed: string): void => {
    if (scopes && !scopes.includes(needed)) throw new Refusal('missing_scope', { needed, provided: scopes.join(',') })
  }

  const answer = (name: string, token: string | undefined, args: JsonObject): JsonObject => {
    const method = METHODS.get(name)
    if (!method) throw new Refusal('unknown_method', { req_method: name })
    checkToken(method, token, context)
    if (method.scope !== undefined) needScope(method.scope)
    return { ok: true, ...method.answer(toArguments(args), { ...context, needScope }) }
  }

  return async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = performance.now()
    const isEarly = patience.isEarly(name)
    let sent: JsonObject = {}
    const note: Note = (status, given, { violation, retryAfter } = {}) => {
      const ms = performance.now() - startedAt
      const broken = violation ?? (isEarly ? 'called_before_retry_after' : undefined)
      journal.add({
        kind: 'call',
        name,
        ms,
        status,
        sent,
        given,
        ...(retryAfter !== undefined && { retryAfter }),
        ...(broken !== undefined && { violation: broken }),
      })
    }
    const contentType = request.headers['content-type'] ?? ''
    const body = await readBody(request, LARGEST_BODY)
    const fault = faults.take(name)
    if (fault?.kind === 'slow') journal.add({ kind: 'held', name })
    if (fault?.kind === 'rate_limited') patience.ask(name, fault.retryAfter)
    try {
      const { token: tokenArgument, ...args } = parseArguments(contentType, body)
      sent = args
      if (fault && (await meetFault(fault, response, note))) return
      const given = answer(name, tokenOf(request, tokenArgument), args)
      note(200, given)
      if (fault?.kind === 'lost') return void response.destroy()
      sendJson(response, 200, given, scopes && { 'x-oauth-scopes': scopes.join(',') })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const given = { ok: false, error: error.error, ...error.details }
      note(200, given, { violation: error.error })
      sendJson(response, 200, given)
    }
  }
}

const tokenOf = ({ headers }: IncomingMessage, argument: unknown): string | undefined =>
  /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? (typeof argument === 'string' ? argument : undefined)

/** @throws Refusal when the token is missing, unknown, or of the kind that other methods take */
const checkToken = (method: Method, token: string | undefined, { credentials }: Pick<MethodContext, 'credentials'>) => {
  if (method.token === 'none') return
  if (token === undefined) throw new Refusal('not_authed')
  const { botToken, appToken } = credentials
  if (token !== botToken && token !== appToken) throw new Refusal('invalid_auth')
  if (token !== (method.token === 'bot' ? botToken : appToken)) throw new Refusal('not_allowed_token_type')
}
