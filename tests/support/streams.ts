import { PassThrough } from 'node:stream'

/** A stream that keeps what is written to it. */
export const createSink = () => {
  const stream = new PassThrough()
  let text = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  return { stream, text: () => text }
}
