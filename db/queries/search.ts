// SQL for the search box: what a person remembers of packages, invoices and appointments. Clients have their own search.

import { sql } from 'kysely'
import type { LocalDate } from '../../shared/dates.ts'
import type { Db } from '../handles.ts'

/** Packages that have a name, for the caller to compare: few enough, and folded text is no matter for SQL. */
export const listPackageNames = (db: Db) =>
  db
    .selectFrom('packages')
    .select(['id', 'name'])
    .where('deletedAt', 'is', null)
    .where('supersededAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()

const LONGEST_NUMBER = 9

/** The invoices whose number begins with these digits, the shortest number first. Asked as ranges, so that the index serves. */
export const listInvoicesByNumber = (db: Db, digits: string, most: number) =>
  db
    .selectFrom('invoices as i')
    .innerJoin('clients as c', 'c.id', 'i.clientId')
    .select(['i.id', 'i.number', 'c.givenName', 'c.familyName'])
    .where((e) =>
      e.or(
        Array.from({ length: LONGEST_NUMBER - digits.length + 1 }, (_, more) => {
          const from = Number(digits) * 10 ** more
          return e.between('i.number', from, from + 10 ** more - 1)
        }),
      ),
    )
    .orderBy('i.number')
    .limit(most)
    .execute()

/** Appointments of these clients, those from a day on first and the nearest of them on top. */
export const listAppointmentsOfClients = (db: Db, clientIds: readonly number[], from: LocalDate, most: number) =>
  db
    .selectFrom('appointments as a')
    .innerJoin('clients as c', 'c.id', 'a.clientId')
    .innerJoin('services as s', 's.id', 'a.serviceId')
    .select(['a.id', 'a.startsAt', 's.name as serviceName', 'c.givenName', 'c.familyName'])
    .where('a.clientId', 'in', clientIds)
    .where('a.takesSlot', '=', 1)
    .orderBy(sql`a.startsAt < ${from}`)
    .orderBy(sql`iif(a.startsAt < ${from}, NULL, a.startsAt)`)
    .orderBy('a.startsAt', 'desc')
    .limit(most)
    .execute()
