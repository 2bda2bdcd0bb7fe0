import type { CallFault } from './faults.js'

/** What somebody at the page can switch on to see what the bot does then. */
export const SWITCHES = ['slow', 'rate_limited', 'duplicate'] as const
export type FaultName = (typeof SWITCHES)[number]

/** Switches that stay on until somebody turns them off, unlike the faults of a test. */
export interface FaultSwitches {
  /** Those that are on. */
  readonly on: readonly FaultName[]
  isOn(name: FaultName): boolean
  turn(name: FaultName, isOn: boolean): void
  /** What goes wrong with a call now, if anything. */
  faultOf(method: string): CallFault | undefined
}

/** Longer than the three seconds that an acknowledgement has, to show that nobody waits for an answer with it. */
const SLOW = 4000
const RETRY_AFTER = 2
/** Without these no bot is there to be looked at. */
const SPARED: ReadonlySet<string> = new Set(['socket', 'apps.connections.open', 'auth.test'])

export const createFaultSwitches = (): FaultSwitches => {
  const on = new Set<FaultName>()
  return {
    get on() {
      return [...on]
    },
    isOn: (name) => on.has(name),
    turn: (name, isOn) => {
      if (isOn) on.add(name)
      else on.delete(name)
    },
    faultOf: (method) => {
      if (SPARED.has(method)) return undefined
      if (on.has('rate_limited')) return { kind: 'rate_limited', retryAfter: RETRY_AFTER }
      if (!on.has('slow')) return undefined
      return { kind: 'slow', until: new Promise((resolve) => setTimeout(resolve, SLOW).unref()) }
    },
  }
}
