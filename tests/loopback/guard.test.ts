import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { turnAway } from '../../src/loopback/guard.js'

const request = (headers: IncomingMessage['headers']): IncomingMessage =>
  Object.assign(new IncomingMessage(new Socket()), { headers })

describe('the guard', () => {
  it.each(['127.0.0.1', 'localhost', '127.0.0.1:80', 'localhost:80'])(
    'welcomes %s on port 80, which browsers leave out',
    (host) => {
      expect(turnAway(request({ host, origin: `http://${host}` }), 80)).toBeUndefined()
    },
  )

  it('wants the port of any other', () => {
    expect(turnAway(request({ host: 'localhost:3210' }), 3210)).toBeUndefined()
    for (const host of ['localhost', '127.0.0.1', 'localhost:80', 'localhost:'])
      expect(turnAway(request({ host }), 3210)).toBe('foreign host')
  })

  it.each([
    [{}, 'foreign host'],
    [{ host: 'evil.example' }, 'foreign host'],
    [{ host: 'localhost', origin: 'http://evil.example' }, 'foreign origin'],
    [{ host: 'localhost', origin: 'https://localhost' }, 'foreign origin'],
    [{ host: 'localhost', origin: 'null' }, 'foreign origin'],
  ])('turns %j away on port 80 too', (headers, why) => {
    expect(turnAway(request(headers), 80)).toBe(why)
  })
})
