// The audit: one line a command, chained by hash, with the records it changed. A payload may be erased by law
// without breaking the chain, since the chain holds only its salted hash.

import { hash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Instant } from '../../shared/dates.ts'
import type { Change, Db, Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { Row, Table } from '../schema.ts'

export interface AuditLine {
  at: Instant
  /** null: the system, or nobody signed in yet. */
  staffId: number | null
  procedure: string
  reason: string | null
  changes: readonly Change[]
}

const lastHash = hot((db, _v: object) => db.selectFrom('audit').select('hash').orderBy('id', 'desc').limit(sql.lit(1)))
const insertLine = hot((db, v: Omit<Row<'audit'>, 'id'>) =>
  db
    .insertInto('audit')
    .values({
      at: v.at,
      staffId: v.staffId,
      procedure: v.procedure,
      reason: v.reason,
      payload: v.payload,
      salt: v.salt,
      payloadHash: v.payloadHash,
      hash: v.hash,
    })
    .returning('id'),
)
const insertRecord = hot(
  (db, v: Row<'auditRecords'>) =>
    db
      .insertInto('auditRecords')
      .values({ auditId: v.auditId, record: v.record, recordId: v.recordId })
      .onConflict((c) => c.doNothing()), // one command may change a record twice
)

/** `secrets`: the names of fields whose values are never kept. */
export async function appendAudit(tx: Tx, line: AuditLine, secrets: ReadonlySet<string>): Promise<void> {
  const [last] = await lastHash(tx, {})
  const payload = payloadOf(line.changes, secrets)
  const salt = randomUUID() // 122 random bits, from a pool
  const sealed = {
    at: line.at,
    staffId: line.staffId,
    procedure: line.procedure,
    reason: line.reason,
    payloadHash: payloadHashOf(salt, payload),
  }
  const [inserted] = await insertLine(tx, { ...sealed, payload, salt, hash: chainHashOf(last?.hash ?? '', sealed) })
  for (const { record, id } of line.changes) await insertRecord(tx, { auditId: inserted!.id, record, recordId: id })
}

/** A replacer is slow, so it is used only where the name of a secret field stands somewhere. */
function payloadOf(changes: readonly Change[], secrets: ReadonlySet<string>): string {
  const whole = JSON.stringify(changes)
  if (![...secrets].some((name) => whole.includes(`"${name}":`))) return whole
  return JSON.stringify(changes, (name, value: unknown) => (secrets.has(name) && value !== null ? '(secret)' : value))
}

export const payloadHashOf = (salt: string, payload: string): string => sha256(salt + payload)

type Sealed = Pick<Row<'audit'>, 'at' | 'staffId' | 'procedure' | 'reason' | 'payloadHash'>
export const chainHashOf = (previous: string, { at, staffId, procedure, reason, payloadHash }: Sealed): string =>
  sha256(JSON.stringify([previous, staffId, at, procedure, reason, payloadHash]))

const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** Whoever changed a record last, by one of the procedures whose names begin so. Undefined: nobody, or the app by itself. */
export async function findLastChanger(db: Db, { table, id, procedures = '' }: { table: Table; id: number; procedures?: string }) {
  const lines = await db
    .selectFrom('auditRecords as r')
    .innerJoin('audit as a', 'a.id', 'r.auditId')
    .leftJoin('staff as s', 's.id', 'a.staffId')
    .select(['s.id', 's.name', 'a.payload'])
    .where('r.record', '=', table)
    .where('r.recordId', '=', id)
    .where('a.procedure', 'like', `${procedures}%`)
    .where('a.payload', 'like', '%"after":%') // who only looked at it is noted, too
    .orderBy('a.id', 'desc')
    .limit(20)
    .execute()
  const isChange = (c: Change) => c.record === table && c.id === id && Object.keys(c.after ?? {}).some((field) => field !== 'position')
  const last = lines.find(({ payload }) => payload !== null && (JSON.parse(payload) as Change[]).some(isChange))
  return last?.id != null && last.name !== null ? { id: last.id, name: last.name } : undefined
}
