import type { ServerResponse } from 'node:http'
import type { Journal } from './journal.js'
import { isForYou, toPageMessage } from './page-messages.js'
import type { Workspace } from './workspace.js'

/** Tells open pages what happens, as server-sent events; a page that opens is told first what went over the wire lately. */
export interface PageEvents {
  /** Keeps a response open and writes events to it until it is closed. */
  join(response: ServerResponse): void
  /** Whether the bot is connected. */
  status(connected: boolean): void
  /** Tells every open page. */
  tell(event: string, value: unknown): void
  close(): void
}

// Proxies and browsers give up a stream that stays silent.
const COMMENT_EVERY = 20_000
const LATELY = 200

export const createPageEvents = (workspace: Workspace, journal: Journal): PageEvents => {
  const open = new Set<ServerResponse>()
  let connected = false
  const write = (response: ServerResponse, event: string, value: unknown): void => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`)
  }
  const tell = (event: string, value: unknown): void => {
    for (const response of open) write(response, event, value)
  }
  const stopListening = workspace.onChange(({ kind, message }) => {
    if (open.size > 0 && isForYou(message, workspace)) tell(kind, toPageMessage(message, workspace))
  })
  const stopReading = journal.onAdd((entry) => tell('wire', entry))
  const comments = setInterval(() => {
    for (const response of open) response.write(': still here\n\n')
  }, COMMENT_EVERY)
  comments.unref()
  return {
    join: (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' })
      open.add(response)
      response.on('close', () => open.delete(response))
      write(response, 'status', { connected })
      for (const entry of journal.entries.slice(-LATELY)) write(response, 'wire', entry)
    },
    tell,
    status: (now) => {
      if (now === connected) return
      connected = now
      tell('status', { connected })
    },
    close: () => {
      clearInterval(comments)
      stopListening()
      stopReading()
      for (const response of open) response.end()
    },
  }
}
