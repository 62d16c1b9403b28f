// What a new day makes true, also when the app was closed when it came: what has ended expires, on the day after its last valid day.

import { listMayHaveEnded } from '../../db/queries/client-packages.ts'
import type { Tx } from '../../db/handles.ts'
import type { Instant, LocalDate } from '../../shared/dates.ts'
import { settleExpiry } from './ledger.ts'

/** Returns how many sessions expired. */
export async function expireSessions(tx: Tx, day: LocalDate, at: Instant): Promise<number> {
  let expired = 0
  for (const { id } of await listMayHaveEnded(tx, day)) expired += await settleExpiry(tx, { staffId: null, at, today: day }, id)
  return expired
}
