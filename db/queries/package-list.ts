// SQL for the list of packages: one row for all versions of a package, in the practice's own order.

import { sql } from 'kysely'
import type { LocalDate } from '../../shared/dates.ts'
import type { Placed } from '../../shared/domain/order.ts'
import type { Minor } from '../../shared/money.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'

/** The current version of each package, in order; deleted ones only on demand. */
export const listPackages = (db: Db, includeDeleted: boolean) =>
  db
    .selectFrom('packages as p')
    .leftJoin('categories as c', 'c.id', 'p.categoryId')
    .leftJoin('packages as f', 'f.id', 'p.firstVersionId')
    .selectAll('p')
    .select(['c.name as categoryName', 'f.createdOn as firstCreatedOn'])
    .where('p.supersededAt', 'is', null)
    .$if(!includeDeleted, (q) => q.where('p.deletedAt', 'is', null))
    .orderBy('p.position')
    .orderBy('p.id')
    .execute()

interface Sales {
  firstVersionId: number
  sold: number
  lastSoldOn: LocalDate
}

/** How often each package was sold or assigned, in any version, and when last; a transfer is neither; by the id of its first version. */
export async function listSales(db: Db): Promise<Map<number, Sales>> {
  const { rows } =
    await sql<Sales>`SELECT coalesce(k.firstVersionId, k.id) AS firstVersionId, sum(s.sold) AS sold, max(s.lastSoldOn) AS lastSoldOn
    FROM (SELECT packageId, count(*) AS sold, max(purchasedOn) AS lastSoldOn FROM clientPackages p
      WHERE NOT EXISTS (SELECT 1 FROM transfers t WHERE t.toClientPackageId = p.id AND t.kind = 'transfer') GROUP BY packageId) s
    JOIN packages k ON k.id = s.packageId GROUP BY 1`.execute(db)
  return new Map(rows.map((r) => [r.firstVersionId, r]))
}

/** Those that are not deleted, in order. */
export const listPackageOrder = (db: Db): Promise<Placed[]> =>
  db
    .selectFrom('packages')
    .select(['id', 'position'])
    .where('supersededAt', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()

export async function updatePackagePositions(tx: Tx, before: readonly Placed[], after: readonly Placed[]): Promise<void> {
  const old = new Map(before.map((p) => [p.id, p.position]))
  for (const { id, position } of after) {
    await tx.updateTable('packages').set({ position }).where('id', '=', id).execute()
    recordChange(tx, { record: 'packages', id, before: { position: old.get(id) }, after: { position } })
  }
}

/** A package has its category in every version of it, so that what was sold of an old one is found there too. */
export async function updatePackageCategory(
  tx: Tx,
  { id, firstVersionId }: { id: number; firstVersionId: number | null },
  categoryId: number | null,
): Promise<void> {
  const versions = await tx
    .selectFrom('packages')
    .select(['id', 'categoryId'])
    .where((e) => e.or([e('id', '=', firstVersionId ?? id), e('firstVersionId', '=', firstVersionId ?? id)]))
    .execute()
  for (const before of versions) {
    if (before.categoryId === categoryId) continue
    await tx.updateTable('packages').set({ categoryId }).where('id', '=', before.id).execute()
    recordChange(tx, { record: 'packages', id: before.id, before: { categoryId: before.categoryId }, after: { categoryId } })
  }
}

export async function updatePackagePrice(tx: Tx, before: { id: number; priceMinor: Minor }, priceMinor: Minor): Promise<void> {
  await tx.updateTable('packages').set({ priceMinor }).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'packages', id: before.id, before: { priceMinor: before.priceMinor }, after: { priceMinor } })
}

/** The one fee that every service of it has. */
export async function updatePackageFees(tx: Tx, id: number, before: Minor, feeMinor: Minor): Promise<void> {
  await tx
    .updateTable('packageItemServices')
    .set({ feeMinor })
    .where('packageItemId', 'in', tx.selectFrom('packageItems').select('id').where('packageId', '=', id))
    .execute()
  recordChange(tx, { record: 'packages', id, before: { feeMinor: before }, after: { feeMinor } })
}
