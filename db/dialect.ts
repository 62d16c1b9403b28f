// Kysely on our one SQLite connection. Unlike Kysely's own driver: transactions begin IMMEDIATE (a plain BEGIN fails
// half-way when another writer comes first), statements are prepared once, and a connection dies when it is given back.

import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { File } from './connect.ts'
import type { Schema } from './schema.ts'

const MOST_STATEMENTS = 500

export function kyselyOn(file: File): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(), // tells Kysely that there is one connection, taken in turns
      createDriver: () => driverOf(file),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (db) => new SqliteIntrospector(db),
    },
  })
}

/** Runs SQL on the file with its statements kept. Rows of a reader, none of a writer. */
export type Run = (sql: string, parameters: readonly unknown[]) => unknown[]

export interface Connection extends DatabaseConnection {
  /** The same as executeQuery, without a promise: for hot queries. */
  run: Run
  given: boolean
  began: boolean
}

function driverOf(file: File): Driver {
  const statements = statementsOf(file)
  const begin = file.prepare('BEGIN IMMEDIATE')
  const commit = file.prepare('COMMIT')
  const rollback = file.prepare('ROLLBACK')
  return {
    init: async () => {},
    acquireConnection: async () => connectionOn(file, statements),
    beginTransaction: async (connection) => {
      begin.run()
      ;(connection as Connection).began = true
    },
    commitTransaction: async (connection) => {
      commit.run()
      ;(connection as Connection).began = false
    },
    rollbackTransaction: async (connection) => {
      ;(connection as Connection).began = false
      if (file.inTransaction) rollback.run() // on a full disk SQLite has rolled back already
    },
    releaseConnection: async (connection) => {
      ;(connection as Connection).given = false
    },
    destroy: async () => {}, // whoever opened the file closes it
  }
}

function connectionOn(file: File, statementOf: ReturnType<typeof statementsOf>): Connection {
  let lost = false
  const doing = <R>(sql: string, parameters: readonly unknown[], work: (statement: Statement, parameters: readonly unknown[]) => R): R => {
    if (!connection.given) throw new Error('A query came after its transaction had ended: an await is missing.')
    if (lost) throw new Error('The transaction was rolled back; nothing more is written.')
    try {
      return work(statementOf(sql), parameters)
    } catch (error) {
      lost = connection.began && !file.inTransaction // so does SQLite on a full disk; what came next would be saved alone
      throw error
    }
  }
  const connection: Connection = {
    given: true,
    began: false,
    run: (sql, parameters) => doing(sql, parameters, rowsOf),
    executeQuery: async <R>({ sql, parameters }: CompiledQuery) => doing(sql, parameters, resultOf<R>),
    streamQuery: async function* <R>({ sql, parameters }: CompiledQuery) {
      for (const row of doing(sql, parameters, rowsOf)) yield { rows: [row as R] }
    },
  }
  return connection
}

type Statement = ReturnType<File['prepare']>

function rowsOf(statement: Statement, parameters: readonly unknown[]): unknown[] {
  if (statement.reader) return statement.all(parameters)
  statement.run(parameters)
  return []
}

function resultOf<R>(statement: Statement, parameters: readonly unknown[]): QueryResult<R> {
  if (statement.reader) return { rows: statement.all(parameters) as R[] }
  const { changes, lastInsertRowid } = statement.run(parameters)
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
}

function statementsOf(file: File) {
  const kept = new Map<string, Statement>()
  return (sql: string) => {
    let statement = kept.get(sql)
    if (!statement) {
      statement = file.prepare(sql)
      if (kept.size >= MOST_STATEMENTS) kept.delete(kept.keys().next().value!)
      kept.set(sql, statement)
    }
    return statement
  }
}
