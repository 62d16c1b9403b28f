// SQL for services, products, taxes and categories. Names are unique by their key, which the caller passes with the name.

import { refuse } from '../../shared/errors.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { NewRow, Row } from '../schema.ts'

export type ServiceRow = Row<'services'> & { taxIds: number[]; practitionerIds: number[] }
export type ProductRow = Row<'products'> & { taxIds: number[] }
type ServiceFields = Required<Omit<NewRow<'services'>, 'id' | 'position'>>
type ProductFields = Required<Omit<NewRow<'products'>, 'id'>>
type Named = 'services' | 'products' | 'categories'

/** The id of what has this name already; undefined: it is free. Categories that were deleted don't count. */
export async function findIdByNameKey(db: Db, table: Named, nameKey: string): Promise<number | undefined> {
  if (table === 'categories') {
    const row = await db
      .selectFrom('categories')
      .select('id')
      .where('nameKey', '=', nameKey)
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
    return row?.id
  }
  return (await db.selectFrom(table).select('id').where('nameKey', '=', nameKey).executeTakeFirst())?.id
}

export async function listServices(db: Db): Promise<ServiceRow[]> {
  const rows = await db.selectFrom('services').selectAll().orderBy('position').orderBy('id').execute()
  const taxes = Map.groupBy(await db.selectFrom('serviceTaxes').selectAll().orderBy('taxId').execute(), (t) => t.serviceId)
  const people = Map.groupBy(await db.selectFrom('servicePractitioners').selectAll().orderBy('staffId').execute(), (p) => p.serviceId)
  return rows.map((s) => ({
    ...s,
    taxIds: (taxes.get(s.id) ?? []).map((t) => t.taxId),
    practitionerIds: (people.get(s.id) ?? []).map((p) => p.staffId),
  }))
}

export async function getService(db: Db, id: number): Promise<ServiceRow> {
  const row =
    (await db.selectFrom('services').selectAll().where('id', '=', id).executeTakeFirst()) ?? refuse('call.notFound', { what: 'service' })
  const taxes = await db.selectFrom('serviceTaxes').select('taxId').where('serviceId', '=', id).orderBy('taxId').execute()
  const people = await db.selectFrom('servicePractitioners').select('staffId').where('serviceId', '=', id).orderBy('staffId').execute()
  return { ...row, taxIds: taxes.map((t) => t.taxId), practitionerIds: people.map((p) => p.staffId) }
}

export async function insertService(
  tx: Tx,
  fields: ServiceFields,
  links: { taxIds: number[]; practitionerIds: number[] },
): Promise<number> {
  const { last } = await tx
    .selectFrom('services')
    .select((e) => e.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const row = { ...fields, position: Number(last ?? 0) + 1 }
  const { id } = await tx.insertInto('services').values(row).returning('id').executeTakeFirstOrThrow()
  await insertServiceLinks(tx, id, links)
  recordChange(tx, { record: 'services', id, after: { ...row, ...links } })
  return id
}

export async function updateService(
  tx: Tx,
  before: ServiceRow,
  fields: ServiceFields,
  links: { taxIds: number[]; practitionerIds: number[] },
): Promise<void> {
  await tx.updateTable('services').set(fields).where('id', '=', before.id).execute()
  await tx.deleteFrom('serviceTaxes').where('serviceId', '=', before.id).execute()
  await tx.deleteFrom('servicePractitioners').where('serviceId', '=', before.id).execute()
  await insertServiceLinks(tx, before.id, links)
  recordChange(tx, { record: 'services', id: before.id, before, after: { ...before, ...fields, ...links } })
}

async function insertServiceLinks(tx: Tx, serviceId: number, { taxIds, practitionerIds }: { taxIds: number[]; practitionerIds: number[] }) {
  if (taxIds.length > 0)
    await tx
      .insertInto('serviceTaxes')
      .values(taxIds.map((taxId) => ({ serviceId, taxId })))
      .execute()
  if (practitionerIds.length > 0)
    await tx
      .insertInto('servicePractitioners')
      .values(practitionerIds.map((staffId) => ({ serviceId, staffId })))
      .execute()
}

export async function listProducts(db: Db): Promise<ProductRow[]> {
  const rows = await db.selectFrom('products').selectAll().orderBy('nameKey').execute()
  const taxes = Map.groupBy(await db.selectFrom('productTaxes').selectAll().orderBy('taxId').execute(), (t) => t.productId)
  return rows.map((p) => ({ ...p, taxIds: (taxes.get(p.id) ?? []).map((t) => t.taxId) }))
}

export async function getProduct(db: Db, id: number): Promise<ProductRow> {
  const row =
    (await db.selectFrom('products').selectAll().where('id', '=', id).executeTakeFirst()) ?? refuse('call.notFound', { what: 'product' })
  const taxes = await db.selectFrom('productTaxes').select('taxId').where('productId', '=', id).orderBy('taxId').execute()
  return { ...row, taxIds: taxes.map((t) => t.taxId) }
}

export async function insertProduct(tx: Tx, fields: ProductFields, taxIds: number[]): Promise<number> {
  const { id } = await tx.insertInto('products').values(fields).returning('id').executeTakeFirstOrThrow()
  await insertProductTaxes(tx, id, taxIds)
  recordChange(tx, { record: 'products', id, after: { ...fields, taxIds } })
  return id
}

export async function updateProduct(tx: Tx, before: ProductRow, fields: ProductFields, taxIds: number[]): Promise<void> {
  await tx.updateTable('products').set(fields).where('id', '=', before.id).execute()
  await tx.deleteFrom('productTaxes').where('productId', '=', before.id).execute()
  await insertProductTaxes(tx, before.id, taxIds)
  recordChange(tx, { record: 'products', id: before.id, before, after: { ...before, ...fields, taxIds } })
}

async function insertProductTaxes(tx: Tx, productId: number, taxIds: number[]) {
  if (taxIds.length > 0)
    await tx
      .insertInto('productTaxes')
      .values(taxIds.map((taxId) => ({ productId, taxId })))
      .execute()
}

export const listTaxes = (db: Db): Promise<Row<'taxes'>[]> => db.selectFrom('taxes').selectAll().orderBy('id').execute()

export const getTax = async (db: Db, id: number): Promise<Row<'taxes'>> =>
  (await db.selectFrom('taxes').selectAll().where('id', '=', id).executeTakeFirst()) ?? refuse('call.notFound', { what: 'tax' })

export async function insertTax(tx: Tx, fields: Required<Omit<NewRow<'taxes'>, 'id'>>): Promise<number> {
  const { id } = await tx.insertInto('taxes').values(fields).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'taxes', id, after: fields })
  return id
}

export async function updateTax(tx: Tx, before: Row<'taxes'>, fields: Required<Omit<NewRow<'taxes'>, 'id'>>): Promise<void> {
  await tx.updateTable('taxes').set(fields).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'taxes', id: before.id, before, after: { ...before, ...fields } })
}

export const listCategories = (db: Db): Promise<Row<'categories'>[]> =>
  db.selectFrom('categories').selectAll().where('deletedAt', 'is', null).orderBy('position').orderBy('id').execute()

export const getCategory = async (db: Db, id: number): Promise<Row<'categories'>> =>
  (await db.selectFrom('categories').selectAll().where('id', '=', id).where('deletedAt', 'is', null).executeTakeFirst()) ??
  refuse('call.notFound', { what: 'category' })

export async function insertCategory(tx: Tx, names: { name: string; nameKey: string }): Promise<number> {
  const { last } = await tx
    .selectFrom('categories')
    .select((e) => e.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const row = { ...names, position: Number(last ?? 0) + 1, deletedAt: null }
  const { id } = await tx.insertInto('categories').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'categories', id, after: row })
  return id
}

export async function updateCategory(tx: Tx, before: Row<'categories'>, names: { name: string; nameKey: string }): Promise<void> {
  await tx.updateTable('categories').set(names).where('id', '=', before.id).execute()
  recordChange(tx, { record: 'categories', id: before.id, before, after: { ...before, ...names } })
}
