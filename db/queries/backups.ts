// SQL for the copies that were made and passed their check.

import { sql } from 'kysely'
import type { Instant } from '../../shared/dates.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { Row } from '../schema.ts'

/** The newest few, newest first. */
export const listBackups = (db: Db): Promise<Row<'backups'>[]> =>
  db.selectFrom('backups').selectAll().orderBy('id', 'desc').limit(sql.lit(5)).execute()

/** When this practice was set up: what was never copied is as old as that. */
export async function findFirstAuditedAt(db: Db): Promise<Instant | undefined> {
  const first = await db.selectFrom('audit').select('at').orderBy('id').limit(sql.lit(1)).executeTakeFirst()
  return first?.at
}

export async function insertBackup(tx: Tx, copy: { fileName: string; bytes: number; verifiedAt: Instant }): Promise<void> {
  const { id } = await tx.insertInto('backups').values(copy).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'backups', id, after: copy })
}
