// SQL for what categories hold, and for moving all of it: services, products, and packages in every version, deleted or not,
// so that nothing is ever brought back into a category that is gone.

import { sql } from 'kysely'
import type { Instant } from '../../shared/dates.ts'
import type { Placed } from '../../shared/domain/order.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { Row } from '../schema.ts'

interface Held {
  services: number
  products: number
  packages: number
}
const TABLES = ['services', 'products', 'packages'] as const

/** How much each holds, of what is not deleted; those that hold nothing are left out. */
export async function countInCategories(db: Db): Promise<(Held & { categoryId: number })[]> {
  const { rows } = await sql<Held & { categoryId: number }>`
    SELECT categoryId, sum(service) AS services, sum(product) AS products, sum(package) AS packages FROM (
      SELECT categoryId, 1 AS service, 0 AS product, 0 AS package FROM services WHERE categoryId IS NOT NULL
      UNION ALL SELECT categoryId, 0, 1, 0 FROM products WHERE categoryId IS NOT NULL
      UNION ALL SELECT categoryId, 0, 0, 1 FROM packages WHERE categoryId IS NOT NULL AND deletedAt IS NULL AND supersededAt IS NULL)
    GROUP BY categoryId ORDER BY categoryId`.execute(db)
  return rows
}

export async function updateCategoryPositions(tx: Tx, before: readonly Placed[], after: readonly Placed[]): Promise<void> {
  const old = new Map(before.map((c) => [c.id, c.position]))
  for (const { id, position } of after) {
    await tx.updateTable('categories').set({ position }).where('id', '=', id).execute()
    recordChange(tx, { record: 'categories', id, before: { position: old.get(id) }, after: { position } })
  }
}

/** Moves everything to another category, or to none, and deletes this one. */
export async function closeCategory(tx: Tx, before: Row<'categories'>, intoId: number | null, deletedAt: Instant): Promise<void> {
  for (const table of TABLES) {
    const held = await tx.selectFrom(table).select('id').where('categoryId', '=', before.id).orderBy('id').execute()
    await tx.updateTable(table).set({ categoryId: intoId }).where('categoryId', '=', before.id).execute()
    for (const { id } of held) recordChange(tx, { record: table, id, before: { categoryId: before.id }, after: { categoryId: intoId } })
  }
  const change = { deletedAt, mergedIntoId: intoId }
  await tx.updateTable('categories').set(change).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'categories', id: before.id, before, after: { ...before, ...change } })
}

/** The category that a merged one is in today, through all that it went on to; undefined: it was not merged, or all are gone. */
export async function findWhereMerged(db: Db, id: number): Promise<{ from: string; into: string } | undefined> {
  const { rows } = await sql<{ from: string; into: string }>`WITH RECURSIVE way (id) AS (
      SELECT mergedIntoId FROM categories WHERE id = ${id} AND mergedIntoId IS NOT NULL
      UNION SELECT c.mergedIntoId FROM way JOIN categories c ON c.id = way.id WHERE c.mergedIntoId IS NOT NULL)
    SELECT (SELECT name FROM categories WHERE id = ${id}) AS "from", c.name AS "into"
    FROM way JOIN categories c ON c.id = way.id WHERE c.deletedAt IS NULL`.execute(db)
  return rows[0]
}
