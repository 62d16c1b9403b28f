// SQL for what a sale needs to know of a package: its terms, items with what they cover, taxes.

import type { Db } from '../handles.ts'

export async function findForSale(db: Db, packageId: number) {
  const p = await db.selectFrom('packages').selectAll().where('id', '=', packageId).executeTakeFirst()
  if (!p) return undefined
  const rows = await db
    .selectFrom('packageItems as i')
    .leftJoin('products as d', 'd.id', 'i.productId')
    .select(['i.id', 'i.position', 'i.productId', 'i.quantity', 'i.itemPriceMinor', 'd.name as productName'])
    .where('i.packageId', '=', packageId)
    .orderBy('i.position')
    .execute()
  const services = await db
    .selectFrom('packageItemServices as c')
    .innerJoin('packageItems as i', 'i.id', 'c.packageItemId')
    .innerJoin('services as s', 's.id', 'c.serviceId')
    .select(['c.packageItemId', 'c.serviceId', 'c.feeMinor', 's.name', 's.active'])
    .where('i.packageId', '=', packageId)
    .orderBy('s.position')
    .orderBy('s.name')
    .execute()
  const taxes = await db
    .selectFrom('packageTaxes as p')
    .innerJoin('taxes as t', 't.id', 'p.taxId')
    .select(['t.id', 't.name', 't.rate'])
    .where('p.packageId', '=', packageId)
    .where('t.active', '=', 1)
    .orderBy('t.id')
    .execute()
  return { p, items: rows.map((i) => ({ ...i, services: services.filter((s) => s.packageItemId === i.id) })), taxes }
}
