// Which client packages are active today: the figure beside a package and beside a client.

import { expiryRuleOf } from '../../db/expiry-columns.ts'
import { listUnspentClientPackages } from '../../db/queries/active-packages.ts'
import type { Db } from '../../db/handles.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { whyNotOn } from '../../shared/domain/client-packages.ts'
import { endOf } from '../../shared/domain/expiry.ts'

/** Of some clients, or of everybody. */
export async function listActivePackages(
  db: Db,
  today: LocalDate,
  clientIds?: readonly number[],
): Promise<{ packageId: number; clientId: number }[]> {
  const unspent = await listUnspentClientPackages(db, clientIds)
  return unspent.filter((p) => whyNotOn({ ...p, end: endOf(expiryRuleOf(p), p) }, today) === null)
}
