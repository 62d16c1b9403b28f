// Who a signed-in staff member is, read anew at every call: whoever was made inactive is out at once.

import type { Db } from '../handles.ts'
import { hot } from '../hot.ts'

const activeById = hot((db, v: { id: number }) =>
  db.selectFrom('staff').select(['id', 'name', 'role', 'isPractitioner']).where('id', '=', v.id).where('active', '=', 1),
)

export const findCaller = async (db: Db, id: number) => (await activeById(db, { id }))[0]
