// SQL for linked clients and what they share. One row each way; rows never change but end, so what held on a day can be told.

import type { Instant } from '../../shared/dates.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { NewRow, Row } from '../schema.ts'

/** Those the client is linked with, with what they are to the client and may do for them. */
export const listLinks = (db: Db, clientId: number) =>
  db
    .selectFrom('clientLinks as l')
    .innerJoin('clients as c', 'c.id', 'l.otherId')
    .selectAll('l')
    .select(['c.givenName', 'c.familyName', 'c.birthDate'])
    .where('l.clientId', '=', clientId)
    .where('l.endedAt', 'is', null)
    .orderBy('c.sortKey')
    .orderBy('l.id')
    .execute()

export const findLink = (db: Db, clientId: number, otherId: number): Promise<Row<'clientLinks'> | undefined> =>
  db
    .selectFrom('clientLinks')
    .selectAll()
    .where('clientId', '=', clientId)
    .where('otherId', '=', otherId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

/** Whose appointments stand in the client's list: they may book and manage them. */
export const listBookedFor = (db: Db, clientId: number) =>
  db
    .selectFrom('clientLinks')
    .select('clientId as id')
    .where('otherId', '=', clientId)
    .where('mayBook', '=', 1)
    .where('endedAt', 'is', null)
    .orderBy('clientId')
    .execute()

export async function insertLink(tx: Tx, row: NewRow<'clientLinks'>): Promise<void> {
  const { id } = await tx.insertInto('clientLinks').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'clientLinks', id, after: row })
}

export async function endLink(tx: Tx, link: Row<'clientLinks'>, endedAt: Instant): Promise<void> {
  await tx.updateTable('clientLinks').set({ endedAt }).where('id', '=', link.id).execute()
  recordChange(tx, { record: 'clientLinks', id: link.id, before: link, after: { endedAt } })
}

/** The chosen packages of an owner that another may use. */
export const listShares = (db: Db, ownerId: number, clientId: number) =>
  db
    .selectFrom('packageShares as s')
    .innerJoin('clientPackages as p', 'p.id', 's.clientPackageId')
    .selectAll('s')
    .select('p.name')
    .where('p.clientId', '=', ownerId)
    .where('s.clientId', '=', clientId)
    .where('s.endedAt', 'is', null)
    .orderBy('p.purchasedOn')
    .orderBy('p.id')
    .execute()

export async function insertShare(tx: Tx, row: NewRow<'packageShares'>): Promise<void> {
  const { id } = await tx.insertInto('packageShares').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'packageShares', id, after: row })
}

export async function endShare(tx: Tx, share: Row<'packageShares'>, endedAt: Instant): Promise<void> {
  await tx.updateTable('packageShares').set({ endedAt }).where('id', '=', share.id).execute()
  recordChange(tx, { record: 'packageShares', id: share.id, before: share, after: { endedAt } })
}

const takenOf = hot((db, v: { clientPackageId: number; clientId: number }) =>
  db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .innerJoin('appointments as a', 'a.id', 's.appointmentId')
    .select(['s.state', 's.appointmentId'])
    .where('i.clientPackageId', '=', v.clientPackageId)
    .where('a.clientId', '=', v.clientId),
)
/** The sessions of a client package that one person has booked, used or forfeited. */
export const listTaken = (db: Db, clientPackageId: number, clientId: number) => takenOf(db, { clientPackageId, clientId })

/** Visits still to come of one client on packages of another. */
export const listBookedOnPackagesOf = (db: Db, ownerId: number, clientId: number) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .innerJoin('clientPackages as p', 'p.id', 'i.clientPackageId')
    .innerJoin('appointments as a', 'a.id', 's.appointmentId')
    .innerJoin('clients as c', 'c.id', 'a.clientId')
    .select(['a.id as appointmentId', 'a.startsAt as at', 'p.name as packageName', 'c.givenName', 'c.familyName'])
    .where('p.clientId', '=', ownerId)
    .where('a.clientId', '=', clientId)
    .where('s.state', '=', 'booked')
    .orderBy('a.startsAt')
    .execute()

/** Who may use which client package of somebody else, with the cap. Neither filter: everybody's shares. */
export const listShared = (db: Db, of: { clientPackageIds?: readonly number[]; clientId?: number }) =>
  db
    .selectFrom('clientLinks as l')
    .innerJoin('clientPackages as p', 'p.clientId', 'l.clientId')
    .innerJoin('clients as c', 'c.id', 'l.otherId')
    .leftJoin('packageShares as s', (j) =>
      j.onRef('s.clientPackageId', '=', 'p.id').onRef('s.clientId', '=', 'l.otherId').on('s.endedAt', 'is', null),
    )
    .select((e) => [
      'p.id as clientPackageId',
      'l.otherId as clientId',
      'c.givenName',
      'c.familyName',
      e.case().when('l.sharing', '=', 'all').then(e.ref('l.cap')).else(e.ref('s.cap')).end().as('cap'),
    ])
    .where('l.endedAt', 'is', null)
    .where((e) => e.or([e('l.sharing', '=', 'all'), e.and([e('l.sharing', '=', 'chosen'), e('s.id', 'is not', null)])]))
    .$if(of.clientPackageIds !== undefined, (q) => q.where('p.id', 'in', of.clientPackageIds ?? []))
    .$if(of.clientId !== undefined, (q) => q.where('l.otherId', '=', of.clientId ?? 0))
    .orderBy('p.purchasedOn', 'desc')
    .orderBy('p.id', 'desc')
    .orderBy('c.sortKey')
    .execute()
