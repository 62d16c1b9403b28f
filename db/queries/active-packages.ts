// SQL for the client packages that may be active: not cancelled, and something on them is free or booked. Whether one
// has ended is left to the rule (shared/domain/expiry.ts), which needs more than SQL should know.

import { sql } from 'kysely'
import type { LocalDate } from '../../shared/dates.ts'
import type { Db } from '../handles.ts'

/** Of some clients, or of everybody. */
export const listUnspentClientPackages = (db: Db, clientIds?: readonly number[]) =>
  db
    .selectFrom('clientPackages as p')
    .select([
      'p.id',
      'p.packageId',
      'p.clientId',
      'p.purchasedOn',
      'p.validFrom',
      'p.cancelledOn',
      'p.manualEnd',
      'p.expiryKind',
      'p.expiryCount',
      'p.expiryUnit',
      'p.expiryDate',
      sql<LocalDate | null>`(SELECT substr(min(a.startsAt), 1, 10) FROM clientPackageItems i JOIN sessions s ON s.clientPackageItemId = i.id
        JOIN appointments a ON a.id = s.appointmentId WHERE i.clientPackageId = p.id)`.as('firstUseOn'),
    ])
    .where('p.cancelledOn', 'is', null)
    .$if(clientIds !== undefined, (q) => q.where('p.clientId', 'in', clientIds ?? []))
    .where(
      sql<boolean>`EXISTS (SELECT 1 FROM clientPackageItems i LEFT JOIN sessions s ON s.clientPackageItemId = i.id
        WHERE i.clientPackageId = p.id AND (i.quantity IS NULL OR s.state IN ('available', 'booked')))`,
    )
    .execute()
