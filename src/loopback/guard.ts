import type { IncomingMessage } from 'node:http'

/**
 * Why a request is turned away; undefined when it is welcome. A page on the internet can make a browser call 127.0.0.1,
 * under a name of its own (DNS rebinding) or from its own origin: neither gets in.
 */
export const turnAway = ({ headers }: IncomingMessage, port: number): string | undefined => {
  // Browsers leave the port of http out.
  const ports = port === 80 ? [':80', ''] : [`:${port}`]
  const hosts = ports.flatMap((port) => [`127.0.0.1${port}`, `localhost${port}`])
  if (!hosts.includes(headers.host ?? '')) return 'foreign host'
  const { origin } = headers
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return 'foreign origin'
  return undefined
}
