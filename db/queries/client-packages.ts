// SQL for client packages, their items and what they cover. Their sessions have a file of their own.

import { type Db, recordChange, type Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { NewRow, Row } from '../schema.ts'
import type { ItemRow } from './packages.ts'

const clientPackageById = hot((db, v: { id: number }) => db.selectFrom('clientPackages').selectAll().where('id', '=', v.id))

export const findClientPackage = async (db: Db, id: number): Promise<Row<'clientPackages'> | undefined> =>
  (await clientPackageById(db, { id }))[0]

/** In the order of the ids. */
export async function listClientPackages(db: Db, ids: readonly number[]): Promise<Row<'clientPackages'>[]> {
  const rows = await db.selectFrom('clientPackages').selectAll().where('id', 'in', ids).execute()
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

export const listClientPackagesOf = (db: Db, clientId: number) =>
  db
    .selectFrom('clientPackages')
    .selectAll()
    .where('clientId', '=', clientId)
    .orderBy('purchasedOn', 'desc')
    .orderBy('id', 'desc')
    .execute()

const itemById = hot((db, v: { id: number }) => db.selectFrom('clientPackageItems').selectAll().where('id', '=', v.id))
export const findItem = async (db: Db, id: number): Promise<Row<'clientPackageItems'> | undefined> => (await itemById(db, { id }))[0]

const servicesOfItem = hot((db, v: { itemId: number }) =>
  db.selectFrom('clientPackageItemServices').select(['serviceId', 'feeMinor']).where('clientPackageItemId', '=', v.itemId),
)
/** What an item covers, each with its agreed fee when paid each appointment. */
export const listCovered = (db: Db, clientPackageItemId: number) => servicesOfItem(db, { itemId: clientPackageItemId })

const coveredPrices = hot((db, v: { itemId: number }) =>
  db
    .selectFrom('clientPackageItemServices as c')
    .innerJoin('services as s', 's.id', 'c.serviceId')
    .select(['c.serviceId', 'c.feeMinor', 's.name', 's.priceMinor'])
    .where('c.clientPackageItemId', '=', v.itemId)
    .orderBy('s.priceMinor', 'desc')
    .orderBy('s.id'),
)
/** What an item covers with its catalogue price, the dearest first. */
export const listCoveredByPrice = (db: Db, clientPackageItemId: number) => coveredPrices(db, { itemId: clientPackageItemId })

const topUpsOfItem = hot((db, v: { itemId: number }) =>
  db.selectFrom('clientPackageItemTopUps').select('serviceId').where('clientPackageItemId', '=', v.itemId),
)
/** Services that may be booked on an item by paying the difference. */
export const listTopUps = (db: Db, clientPackageItemId: number) => topUpsOfItem(db, { itemId: clientPackageItemId })

/** The items of one client package with all their terms. */
export const listItemRows = (db: Db, clientPackageId: number): Promise<Row<'clientPackageItems'>[]> =>
  db.selectFrom('clientPackageItems').selectAll().where('clientPackageId', '=', clientPackageId).orderBy('position').execute()

export const listItems = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('clientPackageItems as i')
    .leftJoin('products as p', 'p.id', 'i.productId')
    .select(['i.id', 'i.clientPackageId', 'i.position', 'i.productId', 'i.quantity', 'i.itemPriceMinor', 'p.name as productName'])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .orderBy('i.clientPackageId')
    .orderBy('i.position')
    .execute()

export const listItemServices = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('clientPackageItemServices as c')
    .innerJoin('clientPackageItems as i', 'i.id', 'c.clientPackageItemId')
    .innerJoin('services as s', 's.id', 'c.serviceId')
    .select(['c.clientPackageItemId', 'c.serviceId', 'c.feeMinor', 's.name'])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .orderBy('s.position')
    .orderBy('s.name')
    .execute()

/** Every session of these client packages with the visit that holds it. */
export const listSessionsWithVisits = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .leftJoin('appointments as a', 'a.id', 's.appointmentId')
    .leftJoin('staff as p', 'p.id', 'a.practitionerId')
    .leftJoin('clients as c', 'c.id', 'a.clientId')
    .select([
      'i.clientPackageId',
      's.clientPackageItemId',
      's.id',
      's.number',
      's.state',
      's.valueMinor',
      's.appointmentId',
      'a.startsAt as at',
      'a.status',
      'p.name as practitioner',
      'c.id as clientId',
      'c.givenName',
      'c.familyName',
    ])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .orderBy('s.number')
    .execute()

export const listPots = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('potEntries')
    .select((e) => ['clientPackageId', e.fn.sum<number>('amountMinor').as('amountMinor')])
    .where('clientPackageId', 'in', clientPackageIds)
    .groupBy('clientPackageId')
    .execute()

export const listSellers = (db: Db, staffIds: number[]) =>
  db.selectFrom('staff').select(['id', 'name']).where('id', 'in', staffIds).execute()

export const listClientNames = (db: Db, clientIds: number[]) =>
  db.selectFrom('clients').select(['id', 'givenName', 'familyName']).where('id', 'in', clientIds).execute()

export async function insertClientPackage(tx: Tx, row: NewRow<'clientPackages'>): Promise<number> {
  const { id } = await tx.insertInto('clientPackages').values(row).returning('id').executeTakeFirstOrThrow()
  recordChange(tx, { record: 'clientPackages', id, after: row })
  return id
}

/** Copies an item of a package with what it covers and how it is delivered: what the client bought stays as it was sold. */
type NewItem = Omit<ItemRow, 'services' | 'values' | 'productName'> & {
  services: readonly Pick<ItemRow['services'][number], 'serviceId' | 'feeMinor'>[]
}

export async function insertItem(
  tx: Tx,
  clientPackageId: number,
  item: NewItem & Partial<Pick<ItemRow, 'values' | 'productName'>>,
): Promise<number> {
  const { services, values: _dealt, topUpServiceIds, productName: _name, ...terms } = item
  const row = { clientPackageId, ...terms }
  const { id } = await tx.insertInto('clientPackageItems').values(row).returning('id').executeTakeFirstOrThrow()
  const covered = services.map(({ serviceId, feeMinor }) => ({ serviceId, feeMinor }))
  if (covered.length > 0)
    await tx
      .insertInto('clientPackageItemServices')
      .values(covered.map((s) => ({ clientPackageItemId: id, ...s })))
      .execute()
  if (topUpServiceIds.length > 0)
    await tx
      .insertInto('clientPackageItemTopUps')
      .values(topUpServiceIds.map((serviceId) => ({ clientPackageItemId: id, serviceId })))
      .execute()
  recordChange(tx, { record: 'clientPackageItems', id, after: { ...row, services: covered, topUpServiceIds } })
  return id
}

/** The same item on another client package: what it covers and how it is delivered go along. */
export async function copyItem(tx: Tx, item: Row<'clientPackageItems'>, clientPackageId: number, quantity: number | null): Promise<number> {
  const { id: _id, clientPackageId: _from, ...terms } = item
  const services = await listCoveredByPrice(tx, item.id)
  const topUpServiceIds = (await listTopUps(tx, item.id)).map((t) => t.serviceId)
  return insertItem(tx, clientPackageId, { ...terms, quantity, services, topUpServiceIds })
}

/** What may change on it after the sale; its terms never do, and the charge only until it is invoiced. */
export async function updateClientPackage(
  tx: Tx,
  before: Row<'clientPackages'>,
  change: Partial<
    Pick<
      Row<'clientPackages'>,
      'manualEnd' | 'manualEndReason' | 'notes' | 'chargeMinor' | 'chargeReason' | 'broughtInMinor' | 'cancelledOn' | 'cancelReason'
    >
  >,
): Promise<void> {
  await tx.updateTable('clientPackages').set(change).where('id', '=', before.id).execute()
  const was = Object.fromEntries(Object.keys(change).map((name) => [name, before[name as keyof typeof before]]))
  recordChange(tx, { record: 'clientPackages', id: before.id, before: was, after: change })
}

/** Changes a product's stock and tells the new one; below zero is allowed. */
export async function changeStock(tx: Tx, productId: number, by: number): Promise<number> {
  const { stock } = await tx
    .updateTable('products')
    .set((e) => ({ stock: e('stock', '+', by) }))
    .where('id', '=', productId)
    .returning('stock')
    .executeTakeFirstOrThrow()
  recordChange(tx, { record: 'products', id: productId, before: { stock: stock - by }, after: { stock } })
  return stock
}

/** Client packages with something left to expire, what their end is counted from, and their first visit. Not the cancelled ones. */
export const listPerishable = (db: Db) =>
  db
    .selectFrom('clientPackages as p')
    .select(['p.id', 'p.purchasedOn', 'p.validFrom', 'p.manualEnd', 'p.expiryKind', 'p.expiryCount', 'p.expiryUnit', 'p.expiryDate'])
    .select((e) =>
      e
        .selectFrom('clientPackageItems as i')
        .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
        .innerJoin('appointments as a', 'a.id', 's.appointmentId')
        .select((f) => f.fn.min('a.startsAt').as('first'))
        .whereRef('i.clientPackageId', '=', 'p.id')
        .as('firstVisitAt'),
    )
    .where('p.cancelledOn', 'is', null)
    .where((e) => e.or([e('p.expiryKind', '<>', 'never'), e('p.manualEnd', 'is not', null)]))
    .where((e) =>
      e.exists(
        e
          .selectFrom('clientPackageItems as i')
          .leftJoin('sessions as s', 's.clientPackageItemId', 'i.id')
          .select('i.id')
          .whereRef('i.clientPackageId', '=', 'p.id')
          .where((f) => f.or([f('s.state', '=', 'available'), f('i.quantity', 'is', null)])),
      ),
    )
    .orderBy('p.id')
    .execute()
