// What each client package is today, for lists and counts over many: its end and state worked out in SQL as the rules in
// shared/domain do (a test holds them equal). Marked: only SQLite, whose date modifiers it uses.

import { type RawBuilder, sql } from 'kysely'
import type { LocalDate } from '../../shared/dates.ts'
import type { ClientPackageState } from '../../shared/domain/words.ts'
import type { Db } from '../handles.ts'

/** A WITH clause whose `chosen` has a row for each client package `p` that is wanted: its counts, endsOn and state. */
export const standing = (today: LocalDate, wanted: RawBuilder<unknown>) => sql`WITH counted AS (
      SELECT p.id, p.clientId, p.packageId, p.name, p.currency, p.paymentStyle, p.chargeMinor, p.purchasedOn, p.validFrom, p.cancelledOn, ${endSql(today)} AS endsOn,
        max(i.quantity IS NULL) AND NOT EXISTS (SELECT 1 FROM transfers t WHERE t.fromClientPackageId = p.id AND t.undoneAt IS NULL AND t.potMinor IS NOT NULL) AS unlimited,
        count(*) FILTER (WHERE s.state = 'available') AS free,
        count(*) FILTER (WHERE s.state = 'available' AND i.productId IS NULL) AS left,
        count(*) FILTER (WHERE s.state = 'booked') AS booked,
        count(*) FILTER (WHERE s.state IN ('expired', 'cancelled')) AS lapsed
      FROM clientPackages p JOIN clientPackageItems i ON i.clientPackageId = p.id LEFT JOIN sessions s ON s.clientPackageItemId = i.id
      WHERE ${wanted} GROUP BY p.id),
    chosen AS (SELECT *, ${stateSql(today)} AS state FROM counted)`

/** As in shared/domain/expiry.ts and holds.ts: the rule's end, moved by the days held; a manual end wins. */
const endSql = (today: LocalDate) => sql`coalesce(p.manualEnd, date(CASE p.expiryKind
  WHEN 'onDate' THEN p.expiryDate
  WHEN 'afterPurchase' THEN date(max(p.purchasedOn, coalesce(p.validFrom, p.purchasedOn)), ${span}, 'floor')
  WHEN 'afterFirstUse' THEN (SELECT date(min(a.startsAt), ${span}, 'floor') FROM clientPackageItems i
    JOIN sessions s ON s.clientPackageItemId = i.id JOIN appointments a ON a.id = s.appointmentId WHERE i.clientPackageId = p.id)
  END, '+' || (SELECT coalesce(sum(julianday(coalesce(h.throughDay, max(${today}, h.fromDay))) - julianday(h.fromDay) + 1), 0) FROM holds h
    WHERE h.clientPackageId = p.id AND h.liftedAt IS NULL AND (h.throughDay IS NOT NULL OR h.fromDay <= ${today})) || ' days'))`
const span = sql`iif(p.expiryUnit = 'weeks', '+' || (p.expiryCount * 7) || ' days', '+' || p.expiryCount || ' ' || p.expiryUnit)`

/** As stateOf in shared/domain/client-packages.ts, from one row of `counted`. */
const stateSql = (today: LocalDate) => sql<ClientPackageState>`CASE
  WHEN cancelledOn IS NOT NULL THEN 'cancelled'
  WHEN NOT unlimited AND free = 0 AND booked = 0 AND lapsed = 0 THEN 'used'
  WHEN validFrom > ${today} THEN 'pending'
  WHEN endsOn < ${today} THEN 'expired'
  WHEN EXISTS (SELECT 1 FROM holds h WHERE h.clientPackageId = counted.id AND h.liftedAt IS NULL AND h.fromDay <= ${today}
    AND (h.throughDay IS NULL OR h.throughDay >= ${today})) THEN 'onHold'
  ELSE 'active' END`

/** Clients who have an active one, in any version, by the id of the package's first version. */
export async function countActiveClients(db: Db, today: LocalDate): Promise<Map<number, number>> {
  const { rows } = await sql<{ firstVersionId: number; clients: number }>`${standing(today, sql`p.cancelledOn IS NULL`)}
    SELECT coalesce(k.firstVersionId, k.id) AS firstVersionId, count(DISTINCT chosen.clientId) AS clients
    FROM chosen JOIN packages k ON k.id = chosen.packageId WHERE chosen.state = 'active' GROUP BY 1`.execute(db)
  return new Map(rows.map((r) => [r.firstVersionId, r.clients]))
}

/** Active packages of some clients. */
export async function countActivePackages(db: Db, today: LocalDate, clientIds: readonly number[]): Promise<Map<number, number>> {
  if (clientIds.length === 0) return new Map()
  const { rows } = await sql<{ clientId: number; packages: number }>`${standing(today, sql`p.clientId IN (${sql.join(clientIds)})`)}
    SELECT clientId, count(*) AS packages FROM chosen WHERE state = 'active' GROUP BY clientId`.execute(db)
  return new Map(rows.map((r) => [r.clientId, r.packages]))
}
