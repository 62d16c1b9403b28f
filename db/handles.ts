// The two handles on the practice file. A read takes a Db, a write takes a Tx, so a write outside a command
// does not compile: a Tx is assignable to Db, never the other way round.

import type { Kysely, Transaction } from 'kysely'
import type { Schema, Table } from './schema.ts'

/** Reading only. */
export type Db = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'getExecutor'>
/** Inside a command's transaction. */
export type Tx = Transaction<Schema>

/** One record that a command changed: what the audit keeps. `before` undefined: made; `after` undefined: deleted. */
export interface Change {
  record: Table
  id: number
  before?: object | undefined
  after?: object | undefined
}

const gathered = new WeakMap<Tx, Change[]>()

/** Called by every write function of db/queries; dispatch reads it into the one audit line of the command. */
export function recordChange(tx: Tx, change: Change): void {
  const changes = gathered.get(tx)
  if (changes) changes.push(change)
  else gathered.set(tx, [change])
}

export const changesOf = (tx: Tx): readonly Change[] => gathered.get(tx) ?? []
