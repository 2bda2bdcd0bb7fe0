import { describe, expect, it } from 'vitest'
import { explainError, type StoreKind } from '../../src/store/store-error.js'

const say = (code: string, kind: StoreKind, more: object = {}): string =>
  explainError(Object.assign(new Error('raw'), { code, ...more }), kind, 'PLACE').message

describe('what is wrong with the store', () => {
  it.each<[string, string]>([
    ['SQLITE_IOERR_WRITE', 'The disk of the store PLACE failed'],
    ['EIO', 'The disk of the store PLACE failed'],
    ['ENOSPC', 'set DATA_DIR to a folder on another disk'],
    ['ENOENT', 'Check that DATA_DIR names a folder'],
    ['EACCES', 'set DATA_DIR to a folder that can be written'],
  ])('is said of a file: %s', (code, words) => {
    expect(say(code, 'sqlite')).toContain(words)
    expect(say(code, 'sqlite')).not.toContain('DATABASE_URL')
  })

  it.each<[code: string, words: string, more?: object]>([
    ['ENOENT', 'Check sslrootcert, sslcert and sslkey', { syscall: 'open' }],
    ['EACCES', 'Check sslrootcert, sslcert and sslkey', { syscall: 'open' }],
    ['ENOENT', 'does not answer', { syscall: 'connect' }],
    ['25006', 'takes no changes. Set DATABASE_URL to the primary'],
    ['53100', 'The disk of the PostgreSQL server PLACE is full'],
    ['53300', 'Raise max_connections'],
    ['55P03', 'Another session of the PostgreSQL server PLACE'],
    ['57014', 'ended a statement that took too long'],
    ['58030', 'cannot read or write its own files'],
    ['57P01', 'does not answer'],
  ])('is said of a server: %s', (code, words, more) => {
    expect(say(code, 'postgres', more)).toContain(words)
    expect(say(code, 'postgres', more)).not.toMatch(/DATA_DIR|database browser/)
  })

  it('is said of the first address that tells', () => {
    const refused = Object.assign(new Error('raw'), { code: 'ECONNREFUSED' })
    expect(explainError(new AggregateError([new Error('raw'), refused]), 'postgres', 'PLACE').message).toContain(
      'does not answer',
    )
  })

  it('is left as it is where it is the program’s own fault', () => {
    const own = Object.assign(new Error('raw'), { code: '42601' })
    expect(explainError(own, 'postgres', 'PLACE')).toBe(own)
  })
})
