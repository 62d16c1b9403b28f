// What a new day makes true, also when the app was closed when it came: what has ended expires, on the day after its last valid day.

import { listPerishable } from '../../db/queries/client-packages.ts'
import { listHoldsOf } from '../../db/queries/holds.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Tx } from '../../db/handles.ts'
import { dayOf, type Instant, type LocalDate } from '../../shared/dates.ts'
import { endOf } from '../../shared/domain/expiry.ts'
import { heldDaysOf } from '../../shared/domain/holds.ts'
import { settleExpiry } from './ledger.ts'

/** Returns how many sessions expired. */
export async function expireSessions(tx: Tx, day: LocalDate, at: Instant): Promise<number> {
  let expired = 0
  const held = Map.groupBy(await listHoldsOf(tx), (h) => h.clientPackageId)
  for (const p of await listPerishable(tx)) {
    const heldDays = heldDaysOf(held.get(p.id) ?? [], day)
    const end = endOf(expiryRuleOf(p), { ...p, firstUseOn: p.firstVisitAt && dayOf(p.firstVisitAt), heldDays })
    if (end && end < day) expired += await settleExpiry(tx, { staffId: null, at, today: day }, p.id)
  }
  return expired
}
