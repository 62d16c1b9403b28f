// The check of the whole practice file: replays the ledger, adds up invoices and payments, follows the audit.
// Each problem is a sentence that says what is wrong where. Changes nothing.

import { sql } from 'kysely'
import type { Db } from './handles.ts'
import type { Schema } from './schema.ts'
import { verifyAudit } from './verify/audit.ts'
import { verifyCatalog } from './verify/catalog.ts'
import { verifyLedger } from './verify/ledger.ts'
import { verifyMoney } from './verify/money.ts'
import { verifyTransfers } from './verify/transfers.ts'

const MOST_PROBLEMS = 200 // said; the rest is counted

export async function verify(db: Db) {
  const found = [
    ...(await verifyReferences(db)),
    ...(await verifyCatalog(db)),
    ...(await verifyLedger(db)),
    ...(await verifyTransfers(db)),
    ...(await verifyMoney(db)),
    ...(await verifyAudit(db)),
  ]
  const more = found.length - MOST_PROBLEMS
  return {
    problems: more > 0 ? [...found.slice(0, MOST_PROBLEMS), `… and ${more} more`] : found,
    counts: {
      sessions: await count(db, 'sessions'),
      entries: await count(db, 'sessionEntries'),
      invoices: await count(db, 'invoices'),
      payments: await count(db, 'payments'),
      auditLines: await count(db, 'audit'),
    },
  }
}

async function verifyReferences(db: Db): Promise<string[]> {
  const { rows } = await sql<{ table: string; rowid: number; parent: string }>`PRAGMA foreign_key_check`.execute(db)
  return rows.map((r) => `${r.table} ${r.rowid} refers to a row of ${r.parent} that is not there`)
}

async function count(db: Db, table: keyof Schema): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}
