// SQL for putting earlier visits on a package: which there are, what was adjusted on their invoices, and whether a receipt of
// one left the practice.

import type { Db } from '../handles.ts'

const visits = (db: Db) =>
  db
    .selectFrom('appointments as a')
    .innerJoin('services as v', 'v.id', 'a.serviceId')
    .innerJoin('staff as p', 'p.id', 'a.practitionerId')
    .innerJoin('clients as c', 'c.id', 'a.clientId')
    .select(['a.id as appointmentId', 'a.startsAt as at', 'a.serviceId', 'v.name as service', 'p.name as practitioner'])
    .select(['c.givenName', 'c.familyName'])
    .where('a.status', '=', 'completed')
    .where('a.deletedAt', 'is', null)

/** Attended visits of these clients for these services that are on no package, latest first. */
export const listOffPackage = (db: Db, clientIds: readonly number[], serviceIds: readonly number[]) =>
  visits(db)
    .leftJoin('sessions as s', 's.appointmentId', 'a.id')
    .where('s.id', 'is', null)
    .where('a.clientId', 'in', clientIds)
    .where('a.serviceId', 'in', serviceIds)
    .orderBy('a.startsAt', 'desc')
    .limit(200)
    .execute()

/** Attended visits on a client package whose invoice was adjusted for it, latest first. */
export const listPutLater = (db: Db, clientPackageId: number) =>
  visits(db)
    .innerJoin('sessions as s', 's.appointmentId', 'a.id')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .where('i.clientPackageId', '=', clientPackageId)
    .where('s.state', '=', 'used')
    .where((e) =>
      e.exists(
        e
          .selectFrom('invoices as n')
          .innerJoin('invoiceLines as l', 'l.invoiceId', 'n.id')
          .select('n.id')
          .whereRef('n.appointmentId', '=', 'a.id')
          .where('n.status', '=', 'published')
          .where('l.kind', '=', 'adjustment')
          .where('l.clientPackageId', '=', clientPackageId)
          .groupBy('n.id')
          .having((h) => h(h.fn.sum('l.amountMinor'), '<>', 0)),
      ),
    )
    .orderBy('a.startsAt', 'desc')
    .execute()

/** Of these invoices, those of which a receipt was printed or saved. */
export async function listHandedOut(db: Db, invoiceIds: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('auditRecords as r')
    .innerJoin('audit as a', 'a.id', 'r.auditId')
    .select('r.recordId')
    .where('r.record', '=', 'invoices')
    .where('r.recordId', 'in', invoiceIds)
    .where('a.procedure', '=', 'backups.recordAccess')
    .execute()
  return new Set(rows.map((r) => r.recordId))
}
