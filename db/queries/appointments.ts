// SQL for appointments, their slots and the calendar. The hot ones are compiled once.

import { sql } from 'kysely'
import type { LocalDate, LocalDateTime } from '../../shared/dates.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { Row } from '../schema.ts'

type Columns = Omit<Row<'appointments'>, 'id' | 'takesSlot' | 'deletedAt'>

const insertRow = hot((db, v: Columns) =>
  (db as Tx)
    .insertInto('appointments')
    .values({
      clientId: v.clientId,
      practitionerId: v.practitionerId,
      serviceId: v.serviceId,
      startsAt: v.startsAt,
      endsAt: v.endsAt,
      busyUntil: v.busyUntil,
      slotFloor: v.slotFloor,
      status: v.status,
      regularPriceMinor: v.regularPriceMinor,
      note: v.note,
      createdAt: v.createdAt,
    })
    .returning('id'),
)

export async function insertAppointment(tx: Tx, row: Columns): Promise<number> {
  const [made] = await insertRow(tx, row)
  if (!made) throw new Error('No id came back')
  recordChange(tx, { record: 'appointments', id: made.id, after: row })
  return made.id
}

export async function updateAppointment(
  tx: Tx,
  before: Row<'appointments'>,
  change: Partial<Omit<Row<'appointments'>, 'id' | 'takesSlot'>>,
): Promise<void> {
  await tx.updateTable('appointments').set(change).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'appointments', id: before.id, before, after: change })
}

const byId = hot((db, v: { id: number }) => db.selectFrom('appointments').selectAll().where('id', '=', v.id))
export const findAppointment = async (db: Db, id: number): Promise<Row<'appointments'> | undefined> => (await byId(db, { id }))[0]

const withNames = hot((db, v: { id: number }) =>
  db
    .selectFrom('appointments as a')
    .innerJoin('clients as c', 'c.id', 'a.clientId')
    .innerJoin('staff as p', 'p.id', 'a.practitionerId')
    .innerJoin('services as s', 's.id', 'a.serviceId')
    .selectAll('a')
    .select(['c.givenName', 'c.familyName', 'p.name as practitionerName', 's.name as serviceName'])
    .where('a.id', '=', v.id),
)
export const findAppointmentWithNames = async (db: Db, id: number) => (await withNames(db, { id }))[0]

export const listAppointmentIdsOf = (db: Db, clientIds: readonly number[]) =>
  db
    .selectFrom('appointments')
    .select('id')
    .where('clientId', 'in', clientIds)
    .where('deletedAt', 'is', null)
    .orderBy('startsAt', 'desc')
    .execute()

const conflict = hot(
  (db, v: { practitionerId: number; floor: LocalDateTime; startsAt: LocalDateTime; busyUntil: LocalDateTime; exceptId: number }) =>
    db
      .selectFrom('appointments as a')
      .innerJoin('clients as c', 'c.id', 'a.clientId')
      .select(['a.id', 'a.startsAt', 'c.givenName', 'c.familyName'])
      .where('a.practitionerId', '=', v.practitionerId)
      .where('a.takesSlot', '=', sql.lit(1))
      .where('a.startsAt', '>', v.floor)
      .where('a.startsAt', '<', v.busyUntil)
      .where('a.busyUntil', '>', v.startsAt)
      .where('a.id', '<>', v.exceptId)
      .orderBy('a.startsAt')
      .limit(sql.lit(1)),
)
/** Another appointment of the practitioner in that slot, breaks included. */
export const findConflict = async (
  db: Db,
  slot: { practitionerId: number; floor: LocalDateTime; startsAt: LocalDateTime; busyUntil: LocalDateTime; exceptId: number },
) => (await conflict(db, slot))[0]

const practitioner = hot((db, v: { id: number }) =>
  db.selectFrom('staff').select(['id', 'name', 'active', 'isPractitioner', 'allowsOverlap']).where('id', '=', v.id),
)
export const findPractitioner = async (db: Db, id: number) => (await practitioner(db, { id }))[0]

const hoursOfPractitioner = hot((db, v: { id: number }) =>
  db.selectFrom('workingHours').select(['weekday', 'fromTime', 'toTime']).where('staffId', '=', v.id),
)
export const listHours = (db: Db, practitionerId: number) => hoursOfPractitioner(db, { id: practitionerId })

const service = hot((db, v: { id: number }) =>
  db.selectFrom('services').select(['id', 'name', 'active', 'priceMinor', 'durationMinutes', 'breakMinutes']).where('id', '=', v.id),
)
export const findService = async (db: Db, id: number) => (await service(db, { id }))[0]

const serviceTaxes = hot((db, v: { id: number }) =>
  db
    .selectFrom('serviceTaxes as s')
    .innerJoin('taxes as t', 't.id', 's.taxId')
    .select(['t.id', 't.name', 't.rate'])
    .where('s.serviceId', '=', v.id)
    .where('t.active', '=', sql.lit(1))
    .orderBy('t.id'),
)
export const listServiceTaxes = (db: Db, serviceId: number) => serviceTaxes(db, { id: serviceId })

const givers = hot((db, v: { id: number }) => db.selectFrom('servicePractitioners').select('staffId').where('serviceId', '=', v.id))
export const listGivers = (db: Db, serviceId: number) => givers(db, { id: serviceId })

const client = hot((db, v: { id: number }) =>
  db.selectFrom('clients').select(['id', 'givenName', 'familyName', 'deletedAt']).where('id', '=', v.id),
)
export const findClientName = async (db: Db, id: number) => (await client(db, { id }))[0]

/** Everything the calendar draws of some days: names, package, count and what is still to be paid. */
export const listTiles = (db: Db, from: LocalDateTime, before: LocalDateTime) =>
  db
    .selectFrom('appointments as a')
    .innerJoin('clients as c', 'c.id', 'a.clientId')
    .innerJoin('services as v', 'v.id', 'a.serviceId')
    .leftJoin('sessions as s', 's.appointmentId', 'a.id')
    .leftJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .leftJoin('clientPackages as p', 'p.id', 'i.clientPackageId')
    .select([
      'a.id',
      'a.startsAt',
      'a.endsAt',
      'a.busyUntil',
      'a.practitionerId',
      'a.clientId',
      'a.serviceId',
      'a.status',
      'c.givenName',
      'c.familyName',
      'v.name as serviceName',
      'p.name as packageName',
      'i.quantity',
    ])
    .select([
      sql<0 | 1>`a.note <> ''`.as('hasNote'),
      // The place among the item's redeemed sessions, by date, time, row number.
      sql<
        number | null
      >`CASE WHEN s.id IS NULL THEN NULL ELSE 1 + (SELECT count(*) FROM sessions o JOIN appointments oa ON oa.id = o.appointmentId
        WHERE o.clientPackageItemId = s.clientPackageItemId AND (oa.startsAt, o.number) < (a.startsAt, s.number)) END`.as('position'),
      sql<
        number | null
      >`CASE WHEN i.quantity IS NULL THEN NULL ELSE (SELECT count(*) FROM sessions o WHERE o.clientPackageItemId = s.clientPackageItemId
        AND o.state NOT IN ('withdrawn', 'transferred')) END`.as('of'),
      sql<0 | 1>`EXISTS (SELECT 1 FROM invoices n WHERE n.appointmentId = a.id AND n.status = 'published' AND
        (SELECT coalesce(sum(l.amountMinor), 0) FROM invoiceLines l WHERE l.invoiceId = n.id)
        + iif(n.pricesIncludeTax, 0, (SELECT coalesce(sum(t.taxMinor), 0) FROM invoiceLineTaxes t JOIN invoiceLines l ON l.id = t.invoiceLineId WHERE l.invoiceId = n.id))
        > (SELECT coalesce(sum(al.amountMinor), 0) FROM paymentAllocations al JOIN payments y ON y.id = al.paymentId WHERE al.invoiceId = n.id AND y.state = 'cleared'))`.as(
        'unpaid',
      ),
    ])
    .where('a.startsAt', '>=', from)
    .where('a.startsAt', '<', before)
    .where('a.deletedAt', 'is', null)
    .orderBy('a.startsAt')
    .orderBy('a.id')
    .execute()

/** The calendar's columns: active practitioners, and any who have an appointment on those days. */
export const listPractitioners = (db: Db, from: LocalDate, before: LocalDateTime) =>
  db
    .selectFrom('staff as s')
    .select(['s.id', 's.name', 's.specialty'])
    .where('s.isPractitioner', '=', 1)
    .where((e) =>
      e.or([
        e('s.active', '=', 1),
        e.exists(
          e
            .selectFrom('appointments as a')
            .select('a.id')
            .whereRef('a.practitionerId', '=', 's.id')
            .where('a.startsAt', '>=', from as string as LocalDateTime)
            .where('a.startsAt', '<', before)
            .where('a.deletedAt', 'is', null),
        ),
      ]),
    )
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()

export const listAllHours = (db: Db) =>
  db.selectFrom('workingHours').select(['staffId', 'weekday', 'fromTime', 'toTime']).orderBy('fromTime').execute()
