import type { Transaction } from 'kysely'
import type { Tables } from '../tables.js'
import { firstTables } from './0001-first-tables.js'

export interface Migration {
  readonly name: string
  readonly up: (transaction: Transaction<Tables>) => Promise<void>
}

/** In the order they are applied. A released one is never changed: the next change of the tables gets a new one. */
export const MIGRATIONS: readonly Migration[] = [{ name: '0001-first-tables', up: firstTables }]
