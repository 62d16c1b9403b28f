// SQL for the dated plans of invoices. A plan is never edited: the open one is closed, and another one takes its place.

import type { Instant } from '../../shared/dates.ts'
import type { Instalment } from '../../shared/domain/instalments.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'

/** The open plans of these invoices, part by part in order. */
export const listInstalments = (db: Db, invoiceIds: readonly number[]) =>
  db
    .selectFrom('instalments')
    .select(['invoiceId', 'dueOn', 'amountMinor'])
    .where('invoiceId', 'in', invoiceIds)
    .where('closedAt', 'is', null)
    .orderBy('invoiceId')
    .orderBy('position')
    .execute()

/** The plan that was let go of last at that instant. */
export async function listClosedInstalments(db: Db, invoiceId: number, closedAt: Instant): Promise<Instalment[]> {
  const rows = await db
    .selectFrom('instalments')
    .select(['position', 'dueOn', 'amountMinor'])
    .where('invoiceId', '=', invoiceId)
    .where('closedAt', '=', closedAt)
    .orderBy('id')
    .execute()
  return rows.slice(rows.findLastIndex((r) => r.position === 1)).map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor }))
}

export async function insertPlan(tx: Tx, invoiceId: number, plan: readonly Instalment[]): Promise<void> {
  for (const [i, { dueOn, amountMinor }] of plan.entries()) {
    const row = { invoiceId, position: i + 1, dueOn, amountMinor, closedAt: null }
    const { id } = await tx.insertInto('instalments').values(row).returning('id').executeTakeFirstOrThrow()
    recordChange(tx, { record: 'instalments', id, after: row })
  }
}

/** Lets go of the open plan of an invoice, part by part; its rows stay. */
export async function closeInstalments(tx: Tx, invoiceId: number, closedAt: Instant): Promise<void> {
  const closed = await tx
    .updateTable('instalments')
    .set({ closedAt })
    .where('invoiceId', '=', invoiceId)
    .where('closedAt', 'is', null)
    .returning('id')
    .execute()
  for (const { id } of closed) recordChange(tx, { record: 'instalments', id, before: { closedAt: null }, after: { closedAt } })
}
