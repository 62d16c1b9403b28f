// SQL for the figures on a client's page: what is due, what is prepaid, who was seen last and who is next.

import { sql } from 'kysely'
import type { LocalDateTime } from '../../shared/dates.ts'
import type { Db } from '../handles.ts'

/** Published invoices that this client pays. */
export const listPublishedInvoiceIds = async (db: Db, clientId: number): Promise<number[]> =>
  (await db.selectFrom('invoices').select('id').where('clientId', '=', clientId).where('status', '=', 'published').execute()).map(
    (i) => i.id,
  )

/** The visit before or after now, with who gives it; one that was cancelled, missed or deleted is none. */
export const findVisit = (db: Db, clientId: number, which: 'last' | 'next', now: LocalDateTime) =>
  db
    .selectFrom('appointments as a')
    .innerJoin('staff as p', 'p.id', 'a.practitionerId')
    .select(['a.startsAt as at', 'p.name as practitioner'])
    .where('a.clientId', '=', clientId)
    .where('a.takesSlot', '=', 1)
    .where('a.startsAt', which === 'last' ? '<=' : '>', now)
    .orderBy('a.startsAt', which === 'last' ? 'desc' : 'asc')
    .limit(sql.lit(1))
    .executeTakeFirst()

/** The currencies of this client's payments on account or elsewhere. */
export const listPaidCurrencies = async (db: Db, clientId: number): Promise<string[]> =>
  (await db.selectFrom('payments').select('currency').distinct().where('clientId', '=', clientId).execute()).map((p) => p.currency)

/** By currency: free and booked sessions of prepaid packages with their value, and what is left in the pots. Products are no sessions. */
export const listPrepaid = (db: Db, clientId: number) =>
  db
    .selectFrom('clientPackages as p')
    .innerJoin('clientPackageItems as i', 'i.clientPackageId', 'p.id')
    .leftJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .select([
      'p.currency',
      sql<number>`coalesce(sum(iif(s.state IN ('available', 'booked'), s.valueMinor, 0)), 0)`.as('valueMinor'),
      sql<number>`coalesce(sum(s.state IN ('available', 'booked') AND i.productId IS NULL AND p.paymentStyle <> 'eachAppointment'), 0)`.as(
        'sessions',
      ),
      sql<number>`coalesce(sum(iif(i.quantity IS NULL, s.valueMinor, 0)), 0)`.as('drawnMinor'),
      sql<number>`(SELECT coalesce(sum(e.amountMinor), 0) FROM potEntries e JOIN clientPackages o ON o.id = e.clientPackageId
        WHERE o.clientId = ${clientId} AND o.currency = p.currency)`.as('grantedMinor'),
    ])
    .where('p.clientId', '=', clientId)
    .groupBy('p.currency')
    .execute()

/** What the tabs of the page count, and the no-shows. */
export const countOfClient = (db: Db, clientId: number) =>
  db
    .selectFrom('clients as c')
    .select([
      sql<number>`(SELECT count(*) FROM appointments WHERE deletedAt IS NULL AND (clientId = c.id
        OR clientId IN (SELECT clientId FROM clientLinks WHERE otherId = c.id AND mayBook AND endedAt IS NULL)))`.as('appointments'),
      sql<number>`(SELECT count(*) FROM appointments WHERE clientId = c.id AND deletedAt IS NULL AND status = 'noShow')`.as('noShows'),
      sql<number>`(SELECT count(*) FROM clientPackages WHERE clientId = c.id)
        + (SELECT count(*) FROM clientLinks l JOIN clientPackages p ON p.clientId = l.clientId WHERE l.otherId = c.id AND l.endedAt IS NULL
          AND (l.sharing = 'all' OR l.sharing = 'chosen' AND EXISTS (SELECT 1 FROM packageShares s
            WHERE s.clientPackageId = p.id AND s.clientId = c.id AND s.endedAt IS NULL)))`.as('clientPackages'),
      sql<number>`(SELECT count(*) FROM invoices WHERE (clientId = c.id OR treatedClientId = c.id) AND status IN ('published', 'void'))`.as(
        'invoices',
      ),
      sql<number>`(SELECT count(*) FROM clientLinks WHERE clientId = c.id AND endedAt IS NULL)`.as('links'),
    ])
    .where('c.id', '=', clientId)
    .executeTakeFirstOrThrow()
