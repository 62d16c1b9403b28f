// SQL for cancelling client packages: the cancellation itself, losses on invoices, and what a refund is worked out from.

import { sql } from 'kysely'
import type { Instant } from '../../shared/dates.ts'
import { type Minor, sum, ZERO } from '../../shared/money.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { NewRow, Row } from '../schema.ts'

export async function insertCancellation(tx: Tx, row: NewRow<'cancellations'>): Promise<void> {
  const { id } = await tx.insertInto('cancellations').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'cancellations', id, after: row })
}

/** The one that holds now; none once it was taken back. */
export const findCancellation = (db: Db, clientPackageId: number): Promise<Row<'cancellations'> | undefined> =>
  db
    .selectFrom('cancellations')
    .selectAll()
    .where('clientPackageId', '=', clientPackageId)
    .where('reactivatedAt', 'is', null)
    .executeTakeFirst()

export const listCancellations = (db: Db, clientPackageIds: readonly number[]) =>
  db
    .selectFrom('cancellations')
    .select(['clientPackageId', 'cancelledOn as on', 'reason', 'refundMinor', 'lossMinor'])
    .where('clientPackageId', 'in', clientPackageIds)
    .where('reactivatedAt', 'is', null)
    .execute()

export async function endCancellation(tx: Tx, id: number, reactivatedAt: Instant): Promise<void> {
  await tx.updateTable('cancellations').set({ reactivatedAt }).where('id', '=', id).execute()
  recordChange(tx, { record: 'cancellations', id, before: { reactivatedAt: null }, after: { reactivatedAt } })
}

export async function insertLoss(tx: Tx, row: NewRow<'losses'>): Promise<void> {
  const { id } = await tx.insertInto('losses').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'losses', id, after: row })
}

/** What a client package's own invoice charges in tax, tax by tax, adjustments included. */
export const listChargedTaxes = (db: Db, invoiceId: number) =>
  db
    .selectFrom('invoiceLineTaxes as t')
    .innerJoin('invoiceLines as l', 'l.id', 't.invoiceLineId')
    .select((e) => ['t.taxId as id', 't.name', 't.rate', e.fn.sum<number>('t.taxMinor').as('taxMinor')])
    .where('l.invoiceId', '=', invoiceId)
    .groupBy(['t.taxId', 't.name', 't.rate'])
    .orderBy('t.taxId')
    .execute()

/** The visits booked on it, by time: who, what, with whom. */
export const listBookedVisits = (db: Db, clientPackageId: number) =>
  db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .innerJoin('appointments as a', 'a.id', 's.appointmentId')
    .innerJoin('services as v', 'v.id', 'a.serviceId')
    .innerJoin('staff as p', 'p.id', 'a.practitionerId')
    .innerJoin('clients as c', 'c.id', 'a.clientId')
    .select(['a.id', 'a.startsAt', 'v.name as service', 'p.name as practitioner', 'c.givenName', 'c.familyName'])
    .where('i.clientPackageId', '=', clientPackageId)
    .where('s.state', '=', 'booked')
    .orderBy('a.startsAt')
    .execute()

/** What a visit's own invoice asks for beside its session: the difference of a top-up, less what was adjusted away. */
const askedBeside = sql<number>`coalesce((SELECT sum(l.amountMinor) FROM invoices v JOIN invoiceLines l ON l.invoiceId = v.id
  WHERE v.appointmentId = a.id AND v.status = 'published' AND l.kind IN ('service', 'adjustment')), 0)`

/**
 * Each session that is consumed, with the regular price of its visit that nothing else paid; of a piece, what its product costs
 * now. One that came from another client package is left out: it was paid there.
 */
export const listConsumed = (db: Db, clientPackageId: number) =>
  db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .leftJoin('appointments as a', 'a.id', 's.appointmentId')
    .leftJoin('products as p', 'p.id', 'i.productId')
    .leftJoin('transferredSessions as came', 'came.toSessionId', 's.id')
    .select(['s.state', 's.valueMinor', 'a.serviceId', 'i.productId'])
    .select(sql<number>`coalesce(max(0, a.regularPriceMinor - ${askedBeside}), p.priceMinor, 0)`.as('regularMinor'))
    .where('i.clientPackageId', '=', clientPackageId)
    .where('s.state', 'in', ['used', 'forfeited', 'expired', 'transferred'])
    .where('came.toSessionId', 'is', null)
    .orderBy('s.id')
    .execute()

/** What the sessions that came from another client package are worth that are still free or booked. */
export async function sumReceivedOpen(db: Db, clientPackageId: number): Promise<Minor> {
  const rows = await db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .innerJoin('transferredSessions as came', 'came.toSessionId', 's.id')
    .select('s.valueMinor')
    .where('i.clientPackageId', '=', clientPackageId)
    .where('s.state', 'in', ['available', 'booked'])
    .execute()
  return sum(rows.map((r) => r.valueMinor ?? ZERO))
}

export const listProductTaxes = (db: Db, productId: number) =>
  db
    .selectFrom('productTaxes as p')
    .innerJoin('taxes as t', 't.id', 'p.taxId')
    .select(['t.id', 't.name', 't.rate'])
    .where('p.productId', '=', productId)
    .where('t.active', '=', sql.lit(1))
    .orderBy('t.id')
    .execute()
