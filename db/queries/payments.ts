// SQL for payments and what they are put on. Both only grow; account credit is what was paid and not put on an invoice.

import { sql } from 'kysely'
import type { PaymentMethod } from '../../shared/domain/words.ts'
import { type Minor, minor } from '../../shared/money.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { NewRow } from '../schema.ts'

export async function insertPayment(tx: Tx, row: NewRow<'payments'>): Promise<number> {
  const { id } = await tx.insertInto('payments').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'payments', id, after: row })
  return id
}

/** Below zero: taken off the invoice again. */
export async function insertAllocation(tx: Tx, row: NewRow<'paymentAllocations'>): Promise<void> {
  const { id } = await tx.insertInto('paymentAllocations').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'paymentAllocations', id, after: row })
}

export const findPayment = (db: Db, id: number) =>
  db
    .selectFrom('payments as p')
    .leftJoin('payments as r', 'r.reversesPaymentId', 'p.id')
    .selectAll('p')
    .select('r.id as reversedBy')
    .where('p.id', '=', id)
    .executeTakeFirst()

/** What of each payment stands on an invoice now, nothing left out but zero. */
export const listAllocated = (db: Db, by: { invoiceId: number } | { paymentId: number }) =>
  db
    .selectFrom('paymentAllocations')
    .select((e) => ['paymentId', 'invoiceId', e.fn.sum<number>('amountMinor').as('amountMinor')])
    .$if('invoiceId' in by, (q) => q.where('invoiceId', '=', 'invoiceId' in by ? by.invoiceId : 0))
    .$if('paymentId' in by, (q) => q.where('paymentId', '=', 'paymentId' in by ? by.paymentId : 0))
    .groupBy(['paymentId', 'invoiceId'])
    .having((e) => e(e.fn.sum('amountMinor'), '<>', 0))
    .orderBy('paymentId')
    .execute()

export const listPaymentsOn = (db: Db, invoiceId: number) =>
  db
    .selectFrom('paymentAllocations as a')
    .innerJoin('payments as p', 'p.id', 'a.paymentId')
    .innerJoin('staff as s', 's.id', 'p.staffId')
    .leftJoin('payments as r', 'r.reversesPaymentId', 'p.id')
    .select((e) => [
      'p.id',
      'p.method',
      'p.amountMinor',
      'p.receivedOn',
      'p.reason',
      's.name as staffName',
      'r.id as reversedBy',
      'p.reversesPaymentId',
      e.fn.sum<number>('a.amountMinor').as('allocatedMinor'),
    ])
    .where('a.invoiceId', '=', invoiceId)
    .groupBy('p.id')
    .orderBy('p.id')
    .execute()

/**
 * What a client paid that stands on no invoice, payment by payment, oldest first. A payment that was given back and its
 * reversal count as one: neither is credit, or the one would be spent while the other takes it back.
 */
export const listCredit = (db: Db, clientId: number, currency: string) =>
  db
    .selectFrom(
      db
        .selectFrom('payments as p')
        .leftJoin('paymentAllocations as a', 'a.paymentId', 'p.id')
        .select((e) => [
          sql<number>`coalesce(p.reversesPaymentId, p.id)`.as('id'),
          sql<number>`p.amountMinor - coalesce(${e.fn.sum<number>('a.amountMinor')}, 0)`.as('leftMinor'),
        ])
        .where('p.clientId', '=', clientId)
        .where('p.currency', '=', currency)
        .where('p.state', '=', 'cleared')
        .groupBy('p.id')
        .as('c'),
    )
    .select((e) => ['c.id', e.fn.sum<number>('c.leftMinor').as('leftMinor')])
    .groupBy('c.id')
    .having((e) => e(e.fn.sum('c.leftMinor'), '<>', 0))
    .orderBy('c.id')
    .execute()

export async function creditOf(db: Db, clientId: number, currency: string): Promise<Minor> {
  return minor((await listCredit(db, clientId, currency)).reduce((t, c) => t + c.leftMinor, 0))
}

export const findLastMethod = async (db: Db): Promise<PaymentMethod | undefined> =>
  (
    await db
      .selectFrom('payments')
      .select('method')
      .where('amountMinor', '>', minor(0))
      .orderBy('id', 'desc')
      .limit(sql.lit(1))
      .executeTakeFirst()
  )?.method
