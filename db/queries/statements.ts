// SQL for the package usage statement: the ledger, visits and money of some client packages.

import type { Db } from '../handles.ts'

export const listEntries = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('sessionEntries as e')
    .innerJoin('sessions as s', 's.id', 'e.sessionId')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .select(['i.clientPackageId', 'e.sessionId', 'e.move', 'e.toState', 'e.valueMinor', 'e.effectiveOn', 'i.quantity'])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .orderBy('e.id')
    .execute()

export const listPotEntries = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('potEntries')
    .select(['clientPackageId', 'amountMinor', 'effectiveOn'])
    .where('clientPackageId', 'in', clientPackageIds)
    .execute()

/** The visits that hold a used or forfeited session, with all a statement prints of them. */
export const listVisits = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .innerJoin('appointments as a', 'a.id', 's.appointmentId')
    .innerJoin('services as v', 'v.id', 'a.serviceId')
    .innerJoin('staff as p', 'p.id', 'a.practitionerId')
    .innerJoin('clients as c', 'c.id', 'a.clientId')
    .select([
      'i.clientPackageId',
      's.id as sessionId',
      's.clientPackageItemId',
      's.state',
      's.valueMinor',
      'a.id as appointmentId',
      'a.startsAt',
      'a.endsAt',
      'a.status',
      'a.practitionerId',
      'a.clientId',
      'v.name as service',
      'p.name as practitioner',
      'c.givenName',
      'c.familyName',
    ])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .where('s.state', 'in', ['used', 'forfeited'])
    .orderBy('a.startsAt')
    .orderBy('s.number')
    .execute()

/** Client packages of somebody else on which this client has or had visits, newest first. */
export const listUsedOfOthers = (db: Db, clientId: number) =>
  db
    .selectFrom('clientPackages as p')
    .select('p.id')
    .where('p.clientId', '<>', clientId)
    .where((e) =>
      e.exists(
        e
          .selectFrom('appointments as a')
          .innerJoin('sessions as s', 's.appointmentId', 'a.id')
          .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
          .select('a.id')
          .where('a.clientId', '=', clientId)
          .whereRef('i.clientPackageId', '=', 'p.id'),
      ),
    )
    .orderBy('p.purchasedOn', 'desc')
    .orderBy('p.id', 'desc')
    .execute()

/** Products handed over, by the day of it. */
export const listHandedOver = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .innerJoin('products as p', 'p.id', 'i.productId')
    .innerJoin('sessionEntries as e', 'e.id', 's.lastEntryId')
    .select(['i.clientPackageId', 's.valueMinor', 'p.name as product', 'e.effectiveOn as on'])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .where('s.state', '=', 'used')
    .orderBy('e.effectiveOn')
    .execute()

/** Published invoices of these appointments with who pays them, newest last. */
export const listVisitInvoices = (db: Db, appointmentIds: number[]) =>
  db
    .selectFrom('invoices as i')
    .innerJoin('clients as c', 'c.id', 'i.clientId')
    .select(['i.id', 'i.number', 'i.appointmentId', 'i.clientId', 'c.givenName', 'c.familyName'])
    .where('i.appointmentId', 'in', appointmentIds)
    .where('i.status', '=', 'published')
    .orderBy('i.id')
    .execute()

/** What was put on invoices, and taken off, by day. */
export const listReceived = (db: Db, invoiceIds: number[]) =>
  db
    .selectFrom('paymentAllocations as a')
    .innerJoin('payments as p', 'p.id', 'a.paymentId')
    .leftJoin('payments as r', 'r.reversesPaymentId', 'p.id')
    .select(['a.invoiceId', 'a.amountMinor', 'a.effectiveOn', 'p.method', 'r.id as reversedBy'])
    .where('a.invoiceId', 'in', invoiceIds)
    .where('p.state', '=', 'cleared')
    .orderBy('a.id')
    .execute()

export const listLicences = (db: Db, practitionerIds: number[]) =>
  db
    .selectFrom('practitionerNumbers')
    .select(['staffId', 'issuer', 'number', 'validFrom', 'validThrough'])
    .where('staffId', 'in', practitionerIds)
    .orderBy('id')
    .execute()

export const findClient = (db: Db, id: number) => db.selectFrom('clients').selectAll().where('id', '=', id).executeTakeFirst()
