import type { JsonObject } from './json.js'

/** Slack understood the call and says no; `error` is Slack's own short name for the reason. */
export class Refusal extends Error {
  readonly error: string
  /** Further fields of the answer. */
  readonly details: JsonObject

  constructor(error: string, details: JsonObject = {}) {
    super(error)
    this.name = 'Refusal'
    this.error = error
    this.details = details
  }
}
