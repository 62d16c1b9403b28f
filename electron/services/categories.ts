// Categories, one list for services, products and packages: their order, and what becomes of the things in one that goes.

import type { z } from 'zod'
import { closeCategory, countInCategories as countRows, findWhereMerged, updateCategoryPositions } from '../../db/queries/categories.ts'
import { getCategory, listCategories } from '../../db/queries/catalog.ts'
import type { Db } from '../../db/handles.ts'
import type { MergeCategories, ReorderCategories } from '../../shared/contract/catalog.ts'
import { isRearranged, isSameOrder, newPositions } from '../../shared/domain/order.ts'
import { refuse } from '../../shared/errors.ts'
import type { CommandContext, QueryContext } from '../context.ts'

export const countInCategories = ({ db }: QueryContext) => countRows(db)

export async function reorderCategories({ tx }: CommandContext, { seen, order }: z.output<typeof ReorderCategories>) {
  const before = await listCategories(tx)
  const now = before.map((c) => c.id)
  if (!isSameOrder(seen, now) || !isRearranged(order, now)) refuse('order.changed', { what: 'categories' })
  await updateCategoryPositions(tx, before, newPositions(before, order))
  return { ok: true as const }
}

export async function mergeCategories({ tx, instant }: CommandContext, { id, intoId }: z.output<typeof MergeCategories>) {
  if (id === intoId) refuse('category.mergedIntoItself')
  const category = await getCategory(tx, id)
  const merged = await findWhereMerged(tx, intoId)
  if (merged) refuse('category.alreadyMerged', { category: merged.from, into: merged.into })
  const into = await getCategory(tx, intoId)
  const held = await heldBy(tx, id)
  await closeCategory(tx, category, into.id, instant)
  return held
}

export async function removeCategory({ tx, instant }: CommandContext, { id }: { id: number }) {
  const category = await getCategory(tx, id)
  const held = await heldBy(tx, id)
  await closeCategory(tx, category, null, instant)
  return held
}

async function heldBy(db: Db, id: number) {
  const { services, products, packages } = (await countRows(db)).find((c) => c.categoryId === id) ?? {
    services: 0,
    products: 0,
    packages: 0,
  }
  return { services, products, packages }
}
