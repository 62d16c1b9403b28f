// Which client packages are active today: the figure beside a package and beside a client.

import { expiryRuleOf } from '../../db/expiry-columns.ts'
import { listUnspentClientPackages } from '../../db/queries/active-packages.ts'
import { listHoldsOf } from '../../db/queries/holds.ts'
import type { Db } from '../../db/handles.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { whyNotOn } from '../../shared/domain/client-packages.ts'
import { endOf } from '../../shared/domain/expiry.ts'
import { heldDaysOf } from '../../shared/domain/holds.ts'

/** Of some clients, or of everybody. */
export async function listActivePackages(
  db: Db,
  today: LocalDate,
  clientIds?: readonly number[],
): Promise<{ packageId: number; clientId: number }[]> {
  const unspent = await listUnspentClientPackages(db, clientIds)
  const held = Map.groupBy(await listHoldsOf(db), (h) => h.clientPackageId)
  return unspent.filter((p) => {
    const holds = held.get(p.id) ?? []
    const end = endOf(expiryRuleOf(p), { ...p, heldDays: heldDaysOf(holds, today) })
    return whyNotOn({ ...p, holds, end }, today) === null
  })
}
