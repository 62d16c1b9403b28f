// SQL for everything that ever happened to the sessions of a client package, oldest first.

import type { Db } from '../handles.ts'

export const listTimeline = (db: Db, clientPackageId: number) =>
  db
    .selectFrom('sessionEntries as e')
    .innerJoin('sessions as s', 's.id', 'e.sessionId')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    // Where an entry lets go of an appointment, the entry before it tells which.
    .leftJoin('appointments as a', (j) =>
      j.on((x) =>
        x(
          'a.id',
          '=',
          x.fn.coalesce(
            'e.appointmentId',
            x
              .selectFrom('sessionEntries as b')
              .select('b.appointmentId')
              .whereRef('b.sessionId', '=', 'e.sessionId')
              .whereRef('b.id', '<', 'e.id')
              .where('e.fromState', 'in', ['booked', 'used', 'forfeited'])
              .orderBy('b.id', 'desc')
              .limit(1),
          ),
        ),
      ),
    )
    .leftJoin('staff as p', 'p.id', 'a.practitionerId')
    .leftJoin('clients as c', 'c.id', 'a.clientId')
    .leftJoin('services as v', 'v.id', 'a.serviceId')
    .leftJoin('staff as w', 'w.id', 'e.staffId')
    .select([
      'e.id',
      'e.move',
      'e.toState',
      'e.valueMinor',
      'e.effectiveOn',
      'e.at',
      'e.reason',
      's.number',
      's.id as sessionId',
      'i.id as itemId',
      'a.startsAt as visitAt',
      'v.name as service',
      'p.name as practitioner',
      'c.givenName',
      'c.familyName',
      'w.name as staffName',
    ])
    .where('i.clientPackageId', '=', clientPackageId)
    .orderBy('e.id')
    .execute()

/** For the sessions of a client package: every transfer that moved them to it or off it, undone ones too, and between which packages. */
export const listTransfersOfSessions = (db: Db, clientPackageId: number) =>
  db
    .selectFrom('transfers as t')
    .innerJoin('transferredSessions as x', 'x.transferId', 't.id')
    .innerJoin('clientPackages as p', (j) =>
      j.on((e) =>
        e(
          'p.id',
          '=',
          e
            .case()
            .when('t.fromClientPackageId', '=', clientPackageId)
            .then(e.ref('t.toClientPackageId'))
            .else(e.ref('t.fromClientPackageId'))
            .end(),
        ),
      ),
    )
    .innerJoin('clients as c', 'c.id', 'p.clientId')
    .select(['x.fromSessionId', 'x.toSessionId', 't.at', 't.undoneAt', 'p.name', 'p.clientId', 'c.givenName', 'c.familyName'])
    .where((e) => e.or([e('t.fromClientPackageId', '=', clientPackageId), e('t.toClientPackageId', '=', clientPackageId)]))
    .orderBy('t.id', 'desc')
    .execute()
