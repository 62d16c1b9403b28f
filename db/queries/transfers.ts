// SQL for what went from one client package to another. A transfer is undone by a date of its own, never deleted.

import type { Instant } from '../../shared/dates.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { NewRow, Row } from '../schema.ts'

export const findTransfer = (db: Db, id: number): Promise<Row<'transfers'> | undefined> =>
  db.selectFrom('transfers').selectAll().where('id', '=', id).executeTakeFirst()

/** The transfers of some client packages, to them and from them, that were not undone. */
export const listMoves = (db: Db, clientPackageIds: readonly number[]) =>
  db
    .selectFrom('transfers as t')
    .innerJoin('clientPackages as f', 'f.id', 't.fromClientPackageId')
    .innerJoin('clients as fc', 'fc.id', 'f.clientId')
    .innerJoin('clientPackages as o', 'o.id', 't.toClientPackageId')
    .innerJoin('clients as oc', 'oc.id', 'o.clientId')
    .select([
      't.id',
      't.kind',
      't.valueMinor',
      't.potMinor',
      't.creditMinor',
      't.effectiveOn',
      't.fromClientPackageId',
      'f.name as fromName',
      'f.clientId as fromClientId',
      'fc.givenName as fromGivenName',
      'fc.familyName as fromFamilyName',
      't.toClientPackageId',
      'o.name as toName',
      'o.clientId as toClientId',
      'oc.givenName as toGivenName',
      'oc.familyName as toFamilyName',
    ])
    .where('t.undoneAt', 'is', null)
    .where((e) => e.or([e('t.fromClientPackageId', 'in', clientPackageIds), e('t.toClientPackageId', 'in', clientPackageIds)]))
    .orderBy('t.id')
    .execute()

/** How many sessions, and pieces of which product, each transfer moved. */
export const countMoved = (db: Db, transferIds: readonly number[]) =>
  db
    .selectFrom('transferredSessions as x')
    .innerJoin('sessions as s', 's.id', 'x.fromSessionId')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .leftJoin('products as p', 'p.id', 'i.productId')
    .select((e) => ['x.transferId', 'p.name as product', e.fn.countAll<number>().as('n')])
    .where('x.transferId', 'in', transferIds)
    .groupBy(['x.transferId', 'p.id'])
    .orderBy('p.id')
    .execute()

/** The two rows of each session a transfer moved; of an upgrade none arrived. */
export const listMovedSessions = (db: Db, transferId: number) =>
  db
    .selectFrom('transferredSessions')
    .select(['fromSessionId', 'toSessionId'])
    .where('transferId', '=', transferId)
    .orderBy('fromSessionId')
    .execute()

const potMoves = hot((db, v: { clientPackageId: number }) =>
  db
    .selectFrom('transfers')
    .select('id')
    .where('fromClientPackageId', '=', v.clientPackageId)
    .where('undoneAt', 'is', null)
    .where('potMinor', 'is not', null),
)
/** Whether its unlimited items went elsewhere, and the pot with them. */
export const isPotMoved = async (db: Db, clientPackageId: number): Promise<boolean> => (await potMoves(db, { clientPackageId })).length > 0

export async function insertTransfer(
  tx: Tx,
  row: NewRow<'transfers'>,
  sessions: readonly { fromSessionId: number; toSessionId: number | null }[],
): Promise<number> {
  const { id } = await tx.insertInto('transfers').values(row).returning('id').executeTakeFirstOrThrow()
  if (sessions.length > 0)
    await tx
      .insertInto('transferredSessions')
      .values(sessions.map((s) => ({ transferId: id, ...s })))
      .execute()
  recordChange(tx, { record: 'transfers', id, after: { ...row, sessions } })
  return id
}

export async function undoTransferRow(tx: Tx, before: Row<'transfers'>, undoneAt: Instant): Promise<void> {
  await tx.updateTable('transfers').set({ undoneAt }).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'transfers', id: before.id, before: { undoneAt: null }, after: { undoneAt } })
}
