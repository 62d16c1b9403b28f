// SQL for what a sale needs to know of a package: its terms, items with what they cover, taxes that are charged now.

import type { Db } from '../handles.ts'
import { itemsOf } from './packages.ts'

export async function findForSale(db: Db, packageId: number) {
  const p = await db.selectFrom('packages').selectAll().where('id', '=', packageId).executeTakeFirst()
  if (!p) return undefined
  const taxes = await db
    .selectFrom('packageTaxes as p')
    .innerJoin('taxes as t', 't.id', 'p.taxId')
    .select(['t.id', 't.name', 't.rate'])
    .where('p.packageId', '=', packageId)
    .where('t.active', '=', 1)
    .orderBy('t.id')
    .execute()
  return { p, items: (await itemsOf(db, [packageId])).get(packageId) ?? [], taxes }
}
