import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { callMethod, GENERAL, openLoopback, violationsOf } from './loopback-suite.js'

/** Status of a request with headers that `fetch` does not let one choose. */
const statusOf = async (
  url: string,
  { method = 'GET', body = '', headers }: { method?: string; body?: string; headers: Record<string, string> },
): Promise<number | undefined> => {
  const sending = request(url, { method, headers })
  sending.end(body)
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  response.resume()
  return response.statusCode
}

describe('the front door', () => {
  it('listens on 127.0.0.1 and nowhere else', async () => {
    const { url } = await openLoopback()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const { port } = new URL(url)
    const socket = connect({ host: '::1', port: Number(port) })
    await expect(once(socket, 'connect')).rejects.toThrow()
  })

  it.each(['/', '/page/state', '/page/events', '/api/auth.test', '/respond/x', '/nowhere'])(
    'turns a foreign host away from %s',
    async (path) => {
      const loopback = await openLoopback()
      const { port } = new URL(loopback.url)
      for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
        expect(await statusOf(`${loopback.url}${path}`, { headers: { host } })).toBe(403)
      }
    },
  )

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'turns the foreign origin %s away',
    async (origin) => {
      const { url } = await openLoopback()
      const headers = { origin, 'content-type': 'application/json' }
      const body = JSON.stringify({ conversation: GENERAL, text: 'x' })
      expect(await statusOf(`${url}/page/say`, { method: 'POST', headers, body })).toBe(403)
    },
  )

  it('lets its own page in, by either name', async () => {
    const { url } = await openLoopback()
    const { port } = new URL(url)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`])
      expect(await statusOf(`${url}/page/state`, { headers: { host, origin: `http://${host}` } })).toBe(200)
  })

  it.each([
    ['a foreign origin', { origin: 'http://evil.example' }, '/link/'],
    ['a foreign host', { host: 'evil.example' }, '/link/'],
    ['no ticket', {}, '/link/'],
    ['a guessed ticket', {}, '/link/?ticket=x'],
    ['another path', {}, '/'],
  ])('opens no socket for %s', async (_, headers, path) => {
    const loopback = await openLoopback()
    const socket = new WebSocket(`${loopback.url.replace('http', 'ws')}${path}`, { headers })
    const [error] = await once(socket, 'error')
    expect(error).toMatchObject({ message: expect.stringContaining('403') })
    expect(loopback.connected).toBe(0)
  })

  it.each(['//[', 'http://[', '//:99999'])('survives the wish for a socket at %s', async (target) => {
    const loopback = await openLoopback()
    const { port } = new URL(loopback.url)
    const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8')
    const head = [`GET ${target} HTTP/1.1`, `Host: 127.0.0.1:${port}`, 'Connection: Upgrade', 'Upgrade: websocket']
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 400 /)
    expect(await callMethod(loopback, 'auth.test', {})).toMatchObject({ ok: true })
  })

  it('takes a ticket once', async () => {
    const loopback = await openLoopback()
    const { url } = await callMethod(loopback, 'apps.connections.open', {}, loopback.credentials.appToken)
    const first = new WebSocket(String(url))
    await once(first, 'open')
    const [error] = await once(new WebSocket(String(url)), 'error')
    expect(error).toMatchObject({ message: expect.stringContaining('403') })
  })

  it.each([
    ['JSON that is none', 'application/json', '{"channel":', 'invalid_json'],
    ['JSON that is no object', 'application/json; charset=utf-8', '[]', 'invalid_json'],
    ['a form in parts', 'multipart/form-data; boundary=x', '--x--', 'invalid_post_type'],
    ['a form of nonsense', 'application/x-www-form-urlencoded', '%%%=&&&=%E0%A4%A', 'not_authed'],
    ['a property that objects have', 'application/json', '{"__proto__":{"token":"x"}}', 'not_authed'],
  ])('survives %s', async (_, type, body, error) => {
    const loopback = await openLoopback()
    const headers = { 'content-type': type }
    const response = await fetch(`${loopback.apiUrl}auth.test`, { method: 'POST', headers, body })
    expect([response.status, await response.json()]).toMatchObject([200, { ok: false, error }])
    expect(await callMethod(loopback, 'auth.test', {})).toMatchObject({ ok: true })
  })

  it('refuses a body that is too large', async () => {
    const loopback = await openLoopback()
    const body = 'x'.repeat(2_000_001)
    const response = await fetch(`${loopback.apiUrl}auth.test`, { method: 'POST', body })
    expect(response.status).toBe(413)
    expect(violationsOf(loopback)).toEqual(['too_large'])
  })

  it('survives a caller who hangs up in mid-sentence, and what is no HTTP', async () => {
    const loopback = await openLoopback()
    const { port } = new URL(loopback.url)
    const half = connect(Number(port), '127.0.0.1')
    half.write(`POST /api/auth.test HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 100\r\n\r\nhalf`)
    await once(half, 'ready')
    half.destroy()
    const noise = connect(Number(port), '127.0.0.1')
    noise.end('\u0000\u0001 not HTTP\r\n\r\n')
    await once(noise.resume(), 'close')
    expect(await callMethod(loopback, 'auth.test', {})).toMatchObject({ ok: true })
  })

  it.each([
    ['GET', '/api/auth.test', 405],
    ['GET', '/respond/x', 405],
    ['GET', '/page/say', 405],
    ['POST', '/', 405],
    ['GET', '/nowhere', 404],
    ['GET', '/page/..%2floopback.ts', 404],
    ['GET', '/page/nothing.js', 404],
    ['GET', '/page/.hidden.js', 404],
    ['GET', '//', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    const { url } = await openLoopback()
    expect(await statusOf(`${url}${path}`, { method, headers: {} })).toBe(status)
  })
})
