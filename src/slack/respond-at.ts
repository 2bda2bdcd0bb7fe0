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
/** Milliseconds for which Slack takes answers at such an address. */
const LIFE = 30 * 60_000
/** How often in a row Slack may ask one answer to wait. */
const MOST_WAITS = 100

/**
 * Posts to a `response_url`. Bolt's own `respond` tries once and waits for ever; this one tries again where trying again
 * can help. Being asked to wait is no failed try: it waits as long as Slack asks, while the address lives.
 * @throws RespondError when Slack refuses; a fetch error when it cannot be reached
 */
export const respondAt = async (url: string, message: object): Promise<void> => {
  let tries = 0
  let waits = 0
  let waited = 0
  for (;;) {
    const outcome = await post(url, message).catch((error: unknown) => {
      if (tries + 1 >= TRIES) throw error
      return undefined
    })
    if (outcome?.status === 429) {
      const wait = askedPause(outcome) ?? 1000
      waited += wait
      if (++waits > MOST_WAITS || waited > LIFE) throw new RespondError(outcome.status, outcome.error)
      await setTimeout(wait)
      continue
    }
    tries += 1
    if (outcome) {
      const { status, error } = outcome
      if (status >= 200 && status < 300 && error === '') return
      if (tries >= TRIES || status < 500) throw new RespondError(status, error)
    }
    await setTimeout(Math.min(LONGEST_PAUSE, askedPause(outcome) ?? 250 * 2 ** tries))
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

/** The milliseconds that Slack asks to wait, if it does. */
const askedPause = (outcome: Outcome | undefined): number | undefined => {
  const seconds = Number(outcome?.retryAfter ?? Number.NaN)
  return seconds >= 0 ? seconds * 1000 : undefined
}
