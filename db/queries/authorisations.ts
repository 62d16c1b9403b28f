// SQL for the sessions that insurers authorised. An ended one counts nowhere and stays for the history.

import type { Instant } from '../../shared/dates.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { NewRow, Row } from '../schema.ts'

/** Those in force or to come, by their first day. */
export const listAuthorisations = (db: Db, clientPackageIds: readonly number[]) =>
  db
    .selectFrom('authorisations')
    .selectAll()
    .where('clientPackageId', 'in', clientPackageIds)
    .where('endedAt', 'is', null)
    .orderBy('fromDay')
    .orderBy('id')
    .execute()

export const findAuthorisation = (db: Db, id: number): Promise<Row<'authorisations'> | undefined> =>
  db.selectFrom('authorisations').selectAll().where('id', '=', id).where('endedAt', 'is', null).executeTakeFirst()

export async function insertAuthorisation(tx: Tx, row: NewRow<'authorisations'>): Promise<void> {
  const { id } = await tx.insertInto('authorisations').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'authorisations', id, after: row })
}

export async function updateAuthorisation(
  tx: Tx,
  before: Row<'authorisations'>,
  change: Partial<Omit<Row<'authorisations'>, 'id' | 'clientPackageId' | 'endedAt'>> | { endedAt: Instant },
): Promise<void> {
  await tx.updateTable('authorisations').set(change).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'authorisations', id: before.id, before, after: change })
}
