import { randomBytes } from 'node:crypto'
import { Refusal } from './refusal.js'

/** Trigger ids let an app open one modal, for the person who just did something, within three seconds. */
export interface TriggerIds {
  issue(user: string): string
  /**
   * The person it was issued for.
   * @throws Refusal when it is unknown, too old or used
   */
  exchange(id: string): string
}

const LIFE = 3000

export const createTriggerIds = (now: () => number): TriggerIds => {
  const issued = new Map<string, { user: string; at: number; used: boolean }>()
  let count = 0
  return {
    issue: (user) => {
      for (const [id, { at }] of issued) {
        if (now() - at <= LIFE * 10) break
        issued.delete(id)
      }
      const id = `${++count}.${Math.floor(now())}.${randomBytes(8).toString('hex')}`
      issued.set(id, { user, at: now(), used: false })
      return id
    },
    exchange: (id) => {
      const trigger = issued.get(id)
      if (!trigger) throw new Refusal('invalid_trigger')
      if (trigger.used) throw new Refusal('exchanged_trigger_id')
      if (now() - trigger.at > LIFE) throw new Refusal('expired_trigger_id')
      trigger.used = true
      return trigger.user
    },
  }
}
