// SQL for lists of client packages: a page of ids, filtered and sorted by what each is today.

import { type RawBuilder, sql } from 'kysely'
import type { LocalDate, LocalDateTime } from '../../shared/dates.ts'
import type { ClientPackageState } from '../../shared/domain/words.ts'
import type { Db } from '../handles.ts'
import { idsFoundBy } from './clients.ts'
import { standing } from './standing.ts'

export type ClientPackageSort = 'client' | 'package' | 'left' | 'end' | 'state' | 'charge' | 'paid' | 'purchased' | 'lastUse'

export interface ClientPackageFilter {
  /** Words of the client's name, or a part of the package's. */
  search: string
  /** With every version of it. */
  packageId: number | null
  /** 0: without a category. */
  categoryIds: readonly number[]
  states: readonly ClientPackageState[]
  /** Ends from today through this day. */
  endingThrough: LocalDate | null
  unpaid: boolean
  /** So few sessions are left, or it ends by that day: what a call list is made of. */
  low: { sessions: number; through: LocalDate } | null
  sort: ClientPackageSort
  descending: boolean
  page: number
  pageSize: number
  today: LocalDate
}

/** What is still to pay on the sale: the same sums as every list of invoices shows. */
const dueSql = sql<number>`(SELECT iif(n.status = 'published',
    (SELECT coalesce(sum(x.amountMinor), 0) FROM invoiceLines x WHERE x.invoiceId = n.id)
    + iif(n.pricesIncludeTax, 0, (SELECT coalesce(sum(t.taxMinor), 0) FROM invoiceLines x JOIN invoiceLineTaxes t ON t.invoiceLineId = x.id WHERE x.invoiceId = n.id))
    - (SELECT coalesce(sum(y.amountMinor), 0) FROM losses y WHERE y.invoiceId = n.id), 0) - ${paidOn(sql`n.id`)}
  FROM invoiceLines l JOIN invoices n ON n.id = l.invoiceId WHERE l.clientPackageId = chosen.id AND l.kind = 'package' ORDER BY n.id DESC LIMIT 1)`
const paidSql = sql<number>`(SELECT ${paidOn(sql`l.invoiceId`)} FROM invoiceLines l
  WHERE l.clientPackageId = chosen.id AND l.kind = 'package' ORDER BY l.invoiceId DESC LIMIT 1)`
function paidOn(invoiceId: RawBuilder<unknown>) {
  return sql`(SELECT coalesce(sum(a.amountMinor), 0) FROM paymentAllocations a JOIN payments y ON y.id = a.paymentId
    WHERE a.invoiceId = ${invoiceId} AND y.state = 'cleared')`
}
const lastUseSql = sql<LocalDateTime | null>`(SELECT max(a.startsAt) FROM clientPackageItems i JOIN sessions s ON s.clientPackageItemId = i.id
  JOIN appointments a ON a.id = s.appointmentId WHERE i.clientPackageId = chosen.id AND s.state = 'used')`

const SORTS: Record<ClientPackageSort, RawBuilder<unknown>> = {
  client: sql`(SELECT c.sortKey FROM clients c WHERE c.id = clientId)`,
  package: sql`name COLLATE NOCASE`,
  left: sql`iif(unlimited, 1000000, left)`,
  end: sql`coalesce(endsOn, '9999')`,
  state: sql`CASE state WHEN 'active' THEN 1 WHEN 'onHold' THEN 2 WHEN 'pending' THEN 3 WHEN 'expired' THEN 4 WHEN 'used' THEN 5 ELSE 6 END`,
  charge: sql`chargeMinor`,
  paid: sql`coalesce(${paidSql}, 0)`,
  purchased: sql`purchasedOn`,
  lastUse: sql`coalesce(${lastUseSql}, '')`,
}

/**
 * By money only within a currency, the practice's first: amounts of two are never compared. What has no amount, being paid at each
 * appointment, comes last whichever way it is sorted.
 */
function orderOf({ sort, descending }: Pick<ClientPackageFilter, 'sort' | 'descending'>) {
  const by = sql`${SORTS[sort]} ${sql.raw(descending ? 'DESC' : 'ASC')}`
  if (sort !== 'charge' && sort !== 'paid') return by
  return sql`paymentStyle = 'eachAppointment', currency <> (SELECT currency FROM practice), currency, ${by}`
}

/** The ids of one page in their order, and how many there are in all. */
export async function pageOfClientPackages(db: Db, f: ClientPackageFilter): Promise<{ ids: number[]; total: number }> {
  const wanted = [
    sql`1 = 1`,
    ...(f.search.trim() === '' ? [] : [sql`(p.clientId IN ${idsFoundBy(f.search)} OR p.name LIKE ${likeOf(f.search)} ESCAPE '\\')`]),
    ...(f.packageId === null
      ? []
      : [
          sql`p.packageId IN (SELECT v.id FROM packages v WHERE coalesce(v.firstVersionId, v.id) =
          (SELECT coalesce(w.firstVersionId, w.id) FROM packages w WHERE w.id = ${f.packageId}))`,
        ]),
    ...(f.categoryIds.length === 0
      ? []
      : [sql`(SELECT coalesce(k.categoryId, 0) FROM packages k WHERE k.id = p.packageId) IN (${sql.join(f.categoryIds)})`]),
  ]
  const kept = [
    sql`1 = 1`,
    ...(f.states.length === 0 ? [] : [sql`state IN (${sql.join(f.states)})`]),
    ...(f.endingThrough === null ? [] : [sql`endsOn BETWEEN ${f.today} AND ${f.endingThrough}`]),
    ...(f.low === null ? [] : [sql`(NOT unlimited AND left <= ${f.low.sessions} OR endsOn BETWEEN ${f.today} AND ${f.low.through})`]),
    ...(f.unpaid ? [sql`coalesce(${dueSql}, 0) > 0`] : []),
  ]
  const { rows } = await sql<{ id: number; total: number }>`
    ${standing(f.today, sql.join(wanted, sql` AND `))}
    SELECT id, count(*) OVER () AS total FROM chosen WHERE ${sql.join(kept, sql` AND `)}
    ORDER BY ${orderOf(f)}, id DESC
    LIMIT ${f.pageSize} OFFSET ${(f.page - 1) * f.pageSize}`.execute(db)
  return { ids: rows.map((r) => r.id), total: rows[0]?.total ?? 0 }
}

const likeOf = (text: string): string => `%${text.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

/** Who owns some client packages, to call or write to, and when each was last used. */
export const listOwners = (db: Db, clientPackageIds: readonly number[]) =>
  db
    .selectFrom('clientPackages as chosen')
    .innerJoin('clients as c', 'c.id', 'chosen.clientId')
    .select(['chosen.id', 'c.givenName', 'c.familyName', 'c.phone', 'c.email', 'c.address'])
    .select(lastUseSql.as('lastUseAt'))
    .where('chosen.id', 'in', clientPackageIds)
    .execute()
