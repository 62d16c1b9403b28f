// SQL for signing in: who may, and the tries so far. Attempts only grow, so a restart forgets none.

import { sql } from 'kysely'
import type { Instant } from '../../shared/dates.ts'
import { ATTEMPTS_THAT_COUNT, type SignInAttempt } from '../../shared/domain/sign-in.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { Row } from '../schema.ts'

export const listSignInChoices = (db: Db): Promise<Row<'staff'>[]> =>
  db.selectFrom('staff').selectAll().where('active', '=', 1).orderBy('position').orderBy('id').execute()

/** Undefined for somebody who left: they can't sign in, and whoever was signed in no longer is. */
export const findActiveStaff = (db: Db, id: number): Promise<Row<'staff'> | undefined> =>
  db.selectFrom('staff').selectAll().where('id', '=', id).where('active', '=', 1).executeTakeFirst()

/** The newest tries of a person, newest first. */
export async function listSignInAttempts(db: Db, staffId: number): Promise<SignInAttempt[]> {
  const rows = await db
    .selectFrom('signInAttempts')
    .select(['at', 'succeeded'])
    .where('staffId', '=', staffId)
    .orderBy('id', 'desc')
    .limit(sql.lit(ATTEMPTS_THAT_COUNT))
    .execute()
  return rows.map((r) => ({ at: r.at, succeeded: r.succeeded === 1 }))
}

export async function appendSignInAttempt(
  tx: Tx,
  attempt: { staffId: number; at: Instant; means: 'password' | 'pin'; succeeded: boolean },
): Promise<void> {
  const row = { ...attempt, succeeded: attempt.succeeded ? 1 : 0 } as const
  const { id } = await tx.insertInto('signInAttempts').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'signInAttempts', id, after: row })
}
