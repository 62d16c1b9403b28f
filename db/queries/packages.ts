// SQL for packages and their items. A superseded version and a deleted package keep their rows: client packages came from them.

import { refuse } from '../../shared/errors.ts'
import type { Minor } from '../../shared/money.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { NewRow, Row } from '../schema.ts'

export interface ItemRow {
  position: number
  productId: number | null
  productName: string | null
  quantity: number | null
  itemPriceMinor: Row<'packageItems'>['itemPriceMinor']
  delivery: Row<'packageItems'>['delivery']
  medium: Row<'packageItems'>['medium']
  durationMinutes: number | null
  breakMinutes: number | null
  endsBy: Row<'packageItems'>['endsBy']
  ending: Row<'packageItems'>['ending']
  values: Minor[] | null // of its sessions, when split by hand
  topUpServiceIds: number[]
  services: { serviceId: number; name: string; active: 0 | 1; feeMinor: Row<'packageItemServices'>['feeMinor'] }[]
}
export type PackageRow = Row<'packages'> & { taxIds: number[]; items: ItemRow[] }
export type PackageFields = Omit<
  Row<'packages'>,
  'id' | 'firstVersionId' | 'version' | 'supersededAt' | 'position' | 'active' | 'deletedAt' | 'createdOn'
>
export type NewItem = Omit<ItemRow, 'position' | 'productName' | 'services'> & {
  services: Pick<ItemRow['services'][number], 'serviceId' | 'feeMinor'>[]
}
interface Parts {
  taxIds: readonly number[]
  items: readonly NewItem[]
}

export async function getPackage(db: Db, id: number): Promise<PackageRow> {
  const row = await db.selectFrom('packages').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return refuse('call.notFound', { what: 'package' })
  const taxes = await db.selectFrom('packageTaxes').select('taxId').where('packageId', '=', id).orderBy('taxId').execute()
  return { ...row, taxIds: taxes.map((t) => t.taxId), items: (await itemsOf(db, [id])).get(id) ?? [] }
}

/** The items of some packages in their order; the services of a pool in the catalogue's. */
export async function itemsOf(db: Db, packageIds: readonly number[]): Promise<Map<number, ItemRow[]>> {
  const items = await db
    .selectFrom('packageItems as i')
    .leftJoin('products as p', 'p.id', 'i.productId')
    .selectAll('i')
    .select('p.name as productName')
    .where('i.packageId', 'in', packageIds)
    .orderBy('i.packageId')
    .orderBy('i.position')
    .execute()
  const services = await db
    .selectFrom('packageItemServices as c')
    .innerJoin('packageItems as i', 'i.id', 'c.packageItemId')
    .innerJoin('services as s', 's.id', 'c.serviceId')
    .select(['c.packageItemId', 'c.serviceId', 'c.feeMinor', 's.name', 's.active'])
    .where('i.packageId', 'in', packageIds)
    .orderBy('s.position')
    .orderBy('s.id')
    .execute()
  const values = await db
    .selectFrom('packageItemValues as v')
    .innerJoin('packageItems as i', 'i.id', 'v.packageItemId')
    .select(['v.packageItemId', 'v.valueMinor'])
    .where('i.packageId', 'in', packageIds)
    .orderBy('v.number')
    .execute()
  const topUps = await db
    .selectFrom('packageItemTopUps as t')
    .innerJoin('packageItems as i', 'i.id', 't.packageItemId')
    .select(['t.packageItemId', 't.serviceId'])
    .where('i.packageId', 'in', packageIds)
    .orderBy('t.serviceId')
    .execute()
  const servicesOf = Map.groupBy(services, (s) => s.packageItemId)
  const valuesOf = Map.groupBy(values, (v) => v.packageItemId)
  const topUpsOf = Map.groupBy(topUps, (t) => t.packageItemId)
  const found = new Map<number, ItemRow[]>()
  for (const { id, packageId, ...item } of items) {
    const full = {
      ...item,
      values: valuesOf.get(id)?.map((v) => v.valueMinor) ?? null,
      topUpServiceIds: (topUpsOf.get(id) ?? []).map((t) => t.serviceId),
      services: (servicesOf.get(id) ?? []).map(({ packageItemId: _, ...service }) => service),
    }
    found.set(packageId, [...(found.get(packageId) ?? []), full])
  }
  return found
}

/** The id of the package that has this name now; undefined: it is free. Deleted and superseded ones don't count. */
export const findPackageIdByNameKey = async (db: Db, nameKey: string): Promise<number | undefined> =>
  (
    await db
      .selectFrom('packages')
      .select('id')
      .where('nameKey', '=', nameKey)
      .where('deletedAt', 'is', null)
      .where('supersededAt', 'is', null)
      .executeTakeFirst()
  )?.id

export const wasSold = async (db: Db, packageId: number): Promise<boolean> =>
  (await db.selectFrom('clientPackages').select('id').where('packageId', '=', packageId).limit(1).executeTakeFirst()) !== undefined

/** A new package stands last in the list. */
export async function insertPackage(tx: Tx, fields: PackageFields & Pick<NewRow<'packages'>, 'createdOn'>, parts: Parts): Promise<number> {
  const { last } = await tx
    .selectFrom('packages')
    .select((e) => e.fn.max('position').as('last'))
    .executeTakeFirstOrThrow()
  const row = { ...fields, position: Number(last ?? 0) + 1 }
  const { id } = await tx.insertInto('packages').values(row).returning('id').executeTakeFirstOrThrow()
  await insertParts(tx, id, parts)
  recordChange(tx, { record: 'packages', id, after: { ...row, ...parts } })
  return id
}

/** The next version stands where the one before stood. It must be superseded already: two current ones can't share a name. */
export async function insertVersion(
  tx: Tx,
  before: PackageRow,
  fields: PackageFields & Pick<NewRow<'packages'>, 'createdOn'>,
  parts: Parts,
): Promise<number> {
  const row = {
    ...fields,
    position: before.position,
    active: before.active,
    firstVersionId: before.firstVersionId ?? before.id,
    version: before.version + 1,
  }
  const { id } = await tx.insertInto('packages').values(row).returning('id').executeTakeFirstOrThrow()
  await insertParts(tx, id, parts)
  recordChange(tx, { record: 'packages', id, after: { ...row, ...parts } })
  return id
}

export async function updatePackage(tx: Tx, before: PackageRow, fields: PackageFields, parts: Parts): Promise<void> {
  await tx.updateTable('packages').set(fields).where('id', '=', before.id).execute()
  const itemIds = tx.selectFrom('packageItems').select('id').where('packageId', '=', before.id)
  for (const table of ['packageItemServices', 'packageItemValues', 'packageItemTopUps'] as const)
    await tx.deleteFrom(table).where('packageItemId', 'in', itemIds).execute()
  await tx.deleteFrom('packageItems').where('packageId', '=', before.id).execute()
  await tx.deleteFrom('packageTaxes').where('packageId', '=', before.id).execute()
  await insertParts(tx, before.id, parts)
  recordChange(tx, { record: 'packages', id: before.id, before, after: { ...before, ...fields, ...parts } })
}

/** Offers it for sale or not, hides it or brings it back. */
export async function updatePackageLife(
  tx: Tx,
  before: PackageRow,
  change: Partial<Pick<Row<'packages'>, 'active' | 'deletedAt'>>,
): Promise<void> {
  await tx.updateTable('packages').set(change).where('id', '=', before.id).execute()
  const { active, deletedAt } = before
  recordChange(tx, { record: 'packages', id: before.id, before: { active, deletedAt }, after: { active, deletedAt, ...change } })
}

async function insertParts(tx: Tx, packageId: number, { taxIds, items }: Parts): Promise<void> {
  if (taxIds.length > 0)
    await tx
      .insertInto('packageTaxes')
      .values(taxIds.map((taxId) => ({ packageId, taxId })))
      .execute()
  for (const [i, { services, values, topUpServiceIds, ...item }] of items.entries()) {
    const { id } = await tx
      .insertInto('packageItems')
      .values({ packageId, position: i + 1, ...item })
      .returning('id')
      .executeTakeFirstOrThrow()
    const packageItemId = id
    const covered = services.map(({ serviceId, feeMinor }) => ({ packageItemId, serviceId, feeMinor }))
    if (covered.length > 0) await tx.insertInto('packageItemServices').values(covered).execute()
    const byHand = (values ?? []).map((valueMinor, n) => ({ packageItemId, number: n + 1, valueMinor }))
    if (byHand.length > 0) await tx.insertInto('packageItemValues').values(byHand).execute()
    const topUps = topUpServiceIds.map((serviceId) => ({ packageItemId, serviceId }))
    if (topUps.length > 0) await tx.insertInto('packageItemTopUps').values(topUps).execute()
  }
}
