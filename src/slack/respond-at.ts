import { setTimeout } from 'node:timers/promises'

/** Slack answered a `response_url` with something other than success. */
export class RespondError extends Error {
  readonly status: number
  /** Slack's name for what is wrong, such as `invalid_blocks`; empty where it gives none. */
  readonly error: string

  constructor(status: number, error: string) {
    super(`Slack answered the response_url with HTTP ${status} ${error}`.trim())
    this.name = 'RespondError'
    this.status = status
    this.error = error
  }
}

interface Outcome {
  readonly status: number
  readonly error: string
  readonly retryAfter: string | null
}

const TRIES = 3
const TIMEOUT = 10_000
const LONGEST_PAUSE = 20_000

/**
 * Posts to a `response_url`. Bolt's own `respond` tries once and waits for ever; this one tries again where trying again
 * can help.
 * @throws RespondError when Slack refuses; a fetch error when it cannot be reached
 */
export const respondAt = async (url: string, message: object): Promise<void> => {
  for (let tries = 1; ; tries++) {
    const outcome = await post(url, message).catch((error: unknown) => {
      if (tries === TRIES) throw error
      return undefined
    })
    if (outcome) {
      const { status, error } = outcome
      if (status >= 200 && status < 300 && error === '') return
      if (tries === TRIES || !(status === 429 || status >= 500)) throw new RespondError(status, error)
    }
    await setTimeout(pauseAfter(tries, outcome))
  }
}

const post = async (url: string, message: object): Promise<Outcome> => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT),
  })
  const { status, headers } = response
  return { status, error: errorIn(await response.text()), retryAfter: headers.get('retry-after') }
}

/** Slack says `ok`, or `{"ok":false,"error":"…"}`, the latter also with status 200. */
const errorIn = (body: string): string =>
  /"ok"\s*:\s*false/.test(body) ? (/"error"\s*:\s*"(\w+)"/.exec(body)?.[1] ?? 'unknown') : ''

const pauseAfter = (tries: number, outcome: Outcome | undefined): number => {
  const asked = Number(outcome?.retryAfter ?? Number.NaN)
  return asked >= 0 ? Math.min(LONGEST_PAUSE, asked * 1000) : 250 * 2 ** tries
}
