// SQL that writes the one row of the practice; reading it is in practice.ts.

import type { LocalDate } from '../../shared/dates.ts'
import { recordChange, type Tx } from '../handles.ts'
import type { NewRow, Row } from '../schema.ts'
import { getPractice } from './practice.ts'

const THE_ONE = 1

export async function insertPractice(tx: Tx, practice: Omit<NewRow<'practice'>, 'id'>): Promise<void> {
  const row = { ...practice, id: THE_ONE }
  await tx.insertInto('practice').values(row).execute()
  recordChange(tx, { record: 'practice', id: THE_ONE, after: row })
}

export async function updatePractice(tx: Tx, changes: Partial<Omit<NewRow<'practice'>, 'id'>>): Promise<Row<'practice'>> {
  const before = await getPractice(tx)
  await tx.updateTable('practice').set(changes).where('id', '=', THE_ONE).execute()
  const after = { ...before, ...changes }
  recordChange(tx, { record: 'practice', id: THE_ONE, before, after })
  return after
}

/** The daily opening of this day is written; it is the app's doing, so the audit names the day and no more. */
export async function updateOpenedOn(tx: Tx, day: LocalDate): Promise<void> {
  await tx.updateTable('practice').set({ openedOn: day }).where('id', '=', THE_ONE).execute()
  recordChange(tx, { record: 'practice', id: THE_ONE, after: { openedOn: day } })
}
