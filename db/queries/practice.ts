// SQL for the one row of the practice that most services ask for.

import type { Db } from '../handles.ts'
import { hot } from '../hot.ts'
import type { Row } from '../schema.ts'

const only = hot((db, _v: object) => db.selectFrom('practice').selectAll())

export const findPractice = async (db: Db): Promise<Row<'practice'> | undefined> => (await only(db, {}))[0]

export async function getPractice(db: Db): Promise<Row<'practice'>> {
  const row = await findPractice(db)
  if (!row) throw new Error('No practice in this file')
  return row
}
