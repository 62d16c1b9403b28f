// SQL for the holds of client packages. One that was taken back counts nowhere.

import type { Instant, LocalDate } from '../../shared/dates.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { NewRow, Row } from '../schema.ts'

const holdsOf = hot((db, v: { clientPackageId: number }) =>
  db
    .selectFrom('holds')
    .select(['id', 'fromDay', 'throughDay', 'reason'])
    .where('clientPackageId', '=', v.clientPackageId)
    .where('liftedAt', 'is', null)
    .orderBy('fromDay'),
)
export const listHolds = (db: Db, clientPackageId: number) => holdsOf(db, { clientPackageId })

/** Of some client packages, or of all. */
export const listHoldsOf = (db: Db, clientPackageIds?: readonly number[]) =>
  db
    .selectFrom('holds')
    .select(['id', 'clientPackageId', 'fromDay', 'throughDay', 'reason'])
    .where('liftedAt', 'is', null)
    .$if(clientPackageIds !== undefined, (q) => q.where('clientPackageId', 'in', clientPackageIds ?? []))
    .orderBy('fromDay')
    .execute()

export const findHold = (db: Db, id: number): Promise<Row<'holds'> | undefined> =>
  db.selectFrom('holds').selectAll().where('id', '=', id).executeTakeFirst()

export async function insertHold(tx: Tx, row: NewRow<'holds'>): Promise<void> {
  const { id } = await tx.insertInto('holds').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'holds', id, after: row })
}

/** Ends it earlier. */
export async function shortenHold(tx: Tx, before: Row<'holds'>, throughDay: LocalDate): Promise<void> {
  await tx.updateTable('holds').set({ throughDay }).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'holds', id: before.id, before: { throughDay: before.throughDay }, after: { throughDay } })
}

/** Takes it back whole: it then counts for no day. */
export async function liftHold(tx: Tx, before: Row<'holds'>, liftedAt: Instant): Promise<void> {
  await tx.updateTable('holds').set({ liftedAt }).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'holds', id: before.id, before: { liftedAt: null }, after: { liftedAt } })
}
