import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely'
import { explainError, type StoreKind } from './store-error.js'

export interface Telling {
  readonly kind: StoreKind
  /** File or server, for messages. */
  readonly place: string
  /** Every statement that failed, with what it means; and `undefined` for a change that was written. */
  readonly onResult: (problem: Error | undefined) => void
}

/** The same database, whose errors are sentences, and whose texts hold nothing that one of the two cannot store. */
export const tellingDialect = (inner: Dialect, telling: Telling): Dialect => ({
  createAdapter: () => inner.createAdapter(),
  createQueryCompiler: () => inner.createQueryCompiler(),
  createIntrospector: (database) => inner.createIntrospector(database),
  createDriver: () => new TellingDriver(inner.createDriver(), telling),
})

/** PostgreSQL takes no NUL, SQLite ends a text at it, and neither takes half a character. */
export const storableText = (text: string): string => text.replace(/\0|\p{Surrogate}/gu, '\u{FFFD}')

const storable = (value: unknown): unknown => (typeof value === 'string' ? storableText(value) : value)

class TellingDriver implements Driver {
  readonly #inner: Driver
  readonly #telling: Telling

  constructor(inner: Driver, telling: Telling) {
    this.#inner = inner
    this.#telling = telling
  }

  init(): Promise<void> {
    return this.#told(() => this.#inner.init())
  }

  async acquireConnection(): Promise<TellingConnection> {
    const connection = await this.#told(() => this.#inner.acquireConnection())
    return new TellingConnection(connection, (work) => this.#told(work), this.#telling)
  }

  beginTransaction(connection: TellingConnection, settings: TransactionSettings): Promise<void> {
    return this.#told(() => this.#inner.beginTransaction(connection.inner, settings))
  }

  commitTransaction(connection: TellingConnection): Promise<void> {
    return this.#told(() => this.#inner.commitTransaction(connection.inner))
  }

  rollbackTransaction(connection: TellingConnection): Promise<void> {
    return this.#told(() => this.#inner.rollbackTransaction(connection.inner))
  }

  releaseConnection(connection: TellingConnection): Promise<void> {
    return this.#inner.releaseConnection(connection.inner)
  }

  destroy(): Promise<void> {
    return this.#inner.destroy()
  }

  async #told<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      const problem = explainError(error, this.#telling.kind, this.#telling.place)
      this.#telling.onResult(problem)
      throw problem
    }
  }
}

class TellingConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection
  readonly #told: <Result>(work: () => Promise<Result>) => Promise<Result>
  readonly #telling: Telling

  constructor(
    inner: DatabaseConnection,
    told: <Result>(work: () => Promise<Result>) => Promise<Result>,
    telling: Telling,
  ) {
    this.inner = inner
    this.#told = told
    this.#telling = telling
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const result = await this.#told(() =>
      this.inner.executeQuery<Row>({ ...query, parameters: query.parameters.map(storable) }),
    )
    if (WRITES.has(query.query.kind)) this.#telling.onResult(undefined)
    return result
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number): AsyncIterableIterator<QueryResult<Row>> {
    return this.inner.streamQuery(query, chunkSize)
  }
}

const WRITES: ReadonlySet<string> = new Set(['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode'])
