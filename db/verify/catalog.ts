// The check of categories: nothing stands in one that is gone, and merging never goes round in a circle.

import { sql } from 'kysely'
import type { Db } from '../handles.ts'

export async function verifyCatalog(db: Db): Promise<string[]> {
  const { rows: stray } = await sql<{ what: string; id: number; category: string }>`
    SELECT t.what, t.id, c.name AS category FROM (
      SELECT 'Service' AS what, id, categoryId FROM services
      UNION ALL SELECT 'Product', id, categoryId FROM products
      UNION ALL SELECT 'Package', id, categoryId FROM packages) t
    JOIN categories c ON c.id = t.categoryId AND c.deletedAt IS NOT NULL ORDER BY t.what, t.id`.execute(db)
  const { rows: circles } = await sql<{ id: number; name: string }>`
    WITH RECURSIVE way (start, id) AS (
      SELECT id, mergedIntoId FROM categories WHERE mergedIntoId IS NOT NULL
      UNION SELECT way.start, c.mergedIntoId FROM way JOIN categories c ON c.id = way.id WHERE c.mergedIntoId IS NOT NULL)
    SELECT c.id, c.name FROM way JOIN categories c ON c.id = way.start WHERE way.id = way.start ORDER BY c.id`.execute(db)
  return [
    ...stray.map((s) => `${s.what} ${s.id} is in the category “${s.category}”, which was deleted`),
    ...circles.map((c) => `Category ${c.id} “${c.name}” was merged, in the end, into itself`),
  ]
}
