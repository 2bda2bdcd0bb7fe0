import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'

/** A message as it stands in a channel. */
export interface PostedMessage {
  readonly channel: string
  /** Names what it is for: the slot of a digest, the event of an answer. */
  readonly slot: string
  readonly passages: readonly string[]
  readonly newRound: boolean
  /** Process that posted it, where that is told. */
  readonly from?: number | undefined
  /** When it came, in the time of this machine. */
  readonly at: number
}

export type OnPost = (moment: 'arriving' | 'arrived', message: PostedMessage) => Promise<'lost' | undefined>

export interface ChannelPeer {
  readonly url: string
  readonly messages: readonly PostedMessage[]
  /** Called when a post arrives, before and after it stands in its channel; `lost` keeps it from standing there. */
  onPost: OnPost
  close(): Promise<void>
}

const post = z.object({
  channel: z.string(),
  slot: z.string(),
  passages: z.array(z.string()),
  newRound: z.boolean(),
  from: z.number().optional(),
})

/**
 * Channels that bots post to over HTTP, outside of every bot's process, so that what was posted outlives the one that is
 * killed. `POST /` posts, `GET /?channel=…&slot=…` finds.
 */
export const createChannelPeer = async (): Promise<ChannelPeer> => {
  const messages: PostedMessage[] = []
  const hook: Pick<ChannelPeer, 'onPost'> = { onPost: async () => undefined }
  const take = async (request: IncomingMessage): Promise<object | undefined> => {
    if (request.method === 'GET') {
      const { searchParams } = new URL(request.url ?? '/', 'http://peer')
      const i = messages.findIndex(
        ({ channel, slot }) => channel === searchParams.get('channel') && slot === searchParams.get('slot'),
      )
      const found = messages[i]
      return found && { ...found, message: String(i + 1) }
    }
    const message = { ...post.parse(JSON.parse(await text(request))), at: Date.now() }
    if ((await hook.onPost('arriving', message)) === 'lost') return undefined
    const number = messages.push(message)
    await hook.onPost('arrived', message)
    return { message: String(number) }
  }
  const server = createServer((request, response) => {
    take(request).then(
      (answer) => response.writeHead(answer ? 200 : 404).end(JSON.stringify(answer ?? {})),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return Object.assign(hook, {
    messages,
    url: `http://127.0.0.1:${port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}
