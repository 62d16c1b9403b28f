// Queries compiled once: Kysely's builder costs about 30 µs a query, more than SQLite needs for most of them.
// Name every column in .values({ a: v.a, … }): a slot can't be spread, and is no value to compute with.

import type { CompiledQuery, Kysely } from 'kysely'
import type { Connection, Run } from './dialect.ts'
import type { Db, Tx } from './handles.ts'
import type { Schema } from './schema.ts'

/** Stands in for a value while the query is compiled. */
class Slot {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}
const slots = new Proxy({}, { get: (_, name: string) => new Slot(name) })

/** The handles that hold the connection: their hot queries run without a promise. Any other would read uncommitted rows. */
const straight = new WeakMap<object, Run>()

/** A query of one shape whose values change: `const byId = hot((db, v: { id: number }) => db.selectFrom(…).where('id', '=', v.id))`. */
export function hot<V extends object, R>(build: (db: Kysely<Schema>, v: V) => { compile(): CompiledQuery<R> }) {
  let query: CompiledQuery<R> | undefined
  let bind: ((v: V) => unknown)[] = []
  return (on: Db | Tx, v: V): Promise<R[]> => {
    if (!query) {
      query = build(on as Kysely<Schema>, slots as V).compile()
      bind = query.parameters.map((p) => (p instanceof Slot ? (given: V) => given[p.name as keyof V] : () => p))
    }
    const parameters = bind.map((valueOf) => valueOf(v))
    const run = straight.get(on)
    return run ? straightAway<R>(run, query.sql, parameters) : throughKysely<R>(on as Kysely<Schema>, query, parameters)
  }
}

/** No async function: its machinery costs as much as the query. What goes wrong still rejects. */
function straightAway<R>(run: Run, sql: string, parameters: unknown[]): Promise<R[]> {
  try {
    return Promise.resolve(run(sql, parameters) as R[])
  } catch (error) {
    return Promise.reject(error)
  }
}

const throughKysely = async <R>(on: Kysely<Schema>, query: CompiledQuery<R>, parameters: unknown[]): Promise<R[]> =>
  (await on.executeQuery<R>({ ...query, parameters })).rows

/** Does `work` in one transaction: all of it is saved, or nothing. */
export function inTransaction<R>(db: Kysely<Schema>, work: (tx: Tx) => Promise<R>): Promise<R> {
  return db.transaction().execute(async (tx) => {
    await goStraight(tx)
    return work(tx)
  })
}

/** Does `work` while no command can write, so that all its reads see the same practice. */
export function whileReading<R>(db: Kysely<Schema>, work: (db: Db) => Promise<R>): Promise<R> {
  return db.connection().execute(async (held) => {
    await goStraight(held)
    return work(held)
  })
}

async function goStraight(on: Kysely<Schema>): Promise<void> {
  await on.getExecutor().provideConnection(async (connection) => {
    straight.set(on, (connection as Connection).run)
  })
}
