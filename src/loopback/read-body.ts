import type { IncomingMessage } from 'node:http'

/** More came than is taken. */
export class TooLargeError extends Error {
  constructor(limit: number) {
    super(`more than ${limit} bytes`)
    this.name = 'TooLargeError'
  }
}

/**
 * The body of a request as text.
 * @throws TooLargeError when it has more bytes than `limit`
 */
export const readBody = async (request: IncomingMessage, limit: number): Promise<string> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    // Read to the end all the same, keeping nothing: who is still writing would not see the answer.
    if (size <= limit) parts.push(part)
    if (size > limit * 10) throw new TooLargeError(limit)
  }
  if (size > limit) throw new TooLargeError(limit)
  return Buffer.concat(parts).toString('utf8')
}
