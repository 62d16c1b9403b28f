// What commands answered, by their key: a command that comes twice is done once and answered twice.

import type { Instant } from '../../shared/dates.ts'
import type { Db, Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { Row } from '../schema.ts'

const byKey = hot((db, v: { key: string }) => db.selectFrom('replies').selectAll().where('key', '=', v.key))
const insert = hot((db, v: Row<'replies'>) =>
  db.insertInto('replies').values({ key: v.key, inputHash: v.inputHash, staffId: v.staffId, output: v.output, at: v.at }),
)

export const findReply = async (db: Db, key: string): Promise<Row<'replies'> | undefined> => (await byKey(db, { key }))[0]

export async function insertReply(tx: Tx, reply: Row<'replies'>): Promise<void> {
  await insert(tx, reply)
}

export async function pruneReplies(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom('replies').where('at', '<', before).execute()
}
