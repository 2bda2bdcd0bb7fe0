/** What goes wrong with a call of the Web API, or with a use of a response_url. */
export type CallFault =
  /** Too fast: HTTP 429, try again after so many seconds. */
  | { readonly kind: 'rate_limited'; readonly retryAfter: number }
  /** HTTP status with a body that is not Slack's. */
  | { readonly kind: 'status'; readonly status: number }
  /** `ok: false` with this error. */
  | { readonly kind: 'error'; readonly error: string }
  /** Answered only after this has settled. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> }
  /** The connection breaks without an answer. */
  | { readonly kind: 'dropped' }
  /** It is done, and then the connection breaks without an answer. */
  | { readonly kind: 'lost' }

/** What can be made to go wrong. */
export interface Faults {
  /**
   * The next calls of `method` (default: of any) go wrong, `times` of them (default 1). `response_url` and `socket` (the
   * opening of a WebSocket) are methods here too.
   */
  calls(fault: CallFault, on?: { method?: string; times?: number }): void
  /** Each event is delivered twice at once. */
  duplicateEvents: boolean
  /** The sockets open now neither read nor write any more; returned is what wakes them. */
  freezeSockets(): () => void
  /** Sends `app_rate_limited` instead of events that are too many. */
  rateLimitEvents(): void
  /** Sends a frame as it is, to every socket. */
  sendFrame(frame: string | Buffer): void
}

/** The faults that wait for calls. */
export interface CallFaults {
  add: Faults['calls']
  /** The fault of a call that comes in now, if any. */
  take(method: string): CallFault | undefined
}

/** `standing` says what goes wrong with every call while a switch is on. */
export const createCallFaults = (standing: (method: string) => CallFault | undefined): CallFaults => {
  const waiting: { fault: CallFault; method: string | undefined; left: number }[] = []
  return {
    add: (fault, { method, times = 1 } = {}) => {
      waiting.push({ fault, method, left: times })
    },
    take: (method) => {
      const found = waiting.find((one) => one.left > 0 && (one.method ?? method) === method)
      if (!found) return standing(method)
      found.left -= 1
      return found.fault
    },
  }
}
