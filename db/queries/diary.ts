// SQL for what stands in a diary: when a practitioner is busy, where a client has an appointment, who treated a client last.

import type { LocalDateTime } from '../../shared/dates.ts'
import type { Db } from '../handles.ts'

/** Everything that takes a slot of the practitioner, or of the client, from one moment up to another, breaks included. */
export const listBusy = (db: Db, whose: { practitionerId: number } | { clientId: number }, from: LocalDateTime, before: LocalDateTime) =>
  db
    .selectFrom('appointments')
    .select(['startsAt', 'busyUntil'])
    .$if('practitionerId' in whose, (q) => q.where('practitionerId', '=', 'practitionerId' in whose ? whose.practitionerId : 0))
    .$if('clientId' in whose, (q) => q.where('clientId', '=', 'clientId' in whose ? whose.clientId : 0))
    .where('takesSlot', '=', 1)
    .where('busyUntil', '>', from)
    .where('startsAt', '<', before)
    .orderBy('startsAt')
    .execute()

/** An appointment of the client that touches that time. */
export const findVisitOf = (db: Db, clientId: number, slot: { startsAt: LocalDateTime; endsAt: LocalDateTime }) =>
  db
    .selectFrom('appointments')
    .select('startsAt')
    .where('clientId', '=', clientId)
    .where('takesSlot', '=', 1)
    .where('startsAt', '<', slot.endsAt)
    .where('endsAt', '>', slot.startsAt)
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst()

/** Active practitioners, those who give the service (all, when nobody is named), who treated the client last first. */
export async function listLikely(db: Db, clientId: number, serviceId: number): Promise<{ id: number }[]> {
  const givers = await db.selectFrom('servicePractitioners').select('staffId').where('serviceId', '=', serviceId).execute()
  return db
    .selectFrom('staff as s')
    .select('s.id')
    .where('s.isPractitioner', '=', 1)
    .where('s.active', '=', 1)
    .$if(givers.length > 0, (q) =>
      q.where(
        's.id',
        'in',
        givers.map((g) => g.staffId),
      ),
    )
    .orderBy(
      (e) =>
        e
          .selectFrom('appointments as a')
          .select((f) => f.fn.max('a.startsAt').as('last'))
          .whereRef('a.practitionerId', '=', 's.id')
          .where('a.clientId', '=', clientId),
      'desc',
    )
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()
}
