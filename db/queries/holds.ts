// SQL for the holds of client packages. One that was taken back counts nowhere.

import type { Db } from '../handles.ts'
import { hot } from '../hot.ts'

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
