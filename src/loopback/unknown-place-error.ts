/** A conversation, person, message or button that is not there; the message says which, in plain words. */
export class UnknownPlaceError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnknownPlaceError'
  }
}
