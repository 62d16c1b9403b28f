// SQL for bringing client packages onto other terms: what each has now, and the few of its terms that may change.

import { type Db, recordChange, type Tx } from '../handles.ts'
import type { Row } from '../schema.ts'
import type { ItemRow } from './packages.ts'

/** Every session of these client packages, the highest number first. */
export const listSessionRows = (db: Db, clientPackageIds: readonly number[]) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('clientPackageItems as i', 'i.id', 's.clientPackageItemId')
    .leftJoin('appointments as a', 'a.id', 's.appointmentId')
    .select(['s.clientPackageItemId', 's.state', 's.valueMinor', 'a.serviceId'])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .orderBy('s.number', 'desc')
    .execute()

export const listTopUpsOf = (db: Db, clientPackageIds: readonly number[]) =>
  db
    .selectFrom('clientPackageItemTopUps as t')
    .innerJoin('clientPackageItems as i', 'i.id', 't.clientPackageItemId')
    .innerJoin('services as s', 's.id', 't.serviceId')
    .select(['t.clientPackageItemId', 't.serviceId', 's.name'])
    .where('i.clientPackageId', 'in', clientPackageIds)
    .orderBy('t.serviceId')
    .execute()

type Terms = Pick<
  Row<'clientPackages'>,
  'packageId' | 'expiryKind' | 'expiryCount' | 'expiryUnit' | 'expiryDate' | 'noShowRule' | 'lateCancelRule'
>

export async function updateTerms(tx: Tx, before: Terms & { id: number }, terms: Terms): Promise<void> {
  await tx.updateTable('clientPackages').set(terms).where('id', '=', before.id).execute()
  const was = Object.fromEntries(Object.keys(terms).map((name) => [name, before[name as keyof Terms]]))
  recordChange(tx, { record: 'clientPackages', id: before.id, before: was, after: terms })
}

interface ItemTerms {
  quantity: number | null
  services: readonly { serviceId: number; feeMinor: number | null }[]
  topUpServiceIds: readonly number[]
}

/** What an item covers, and its limit. */
export async function updateItemTerms(tx: Tx, id: number, before: ItemTerms, after: Pick<ItemRow, keyof ItemTerms>): Promise<void> {
  await tx.updateTable('clientPackageItems').set({ quantity: after.quantity }).where('id', '=', id).execute()
  await tx.deleteFrom('clientPackageItemServices').where('clientPackageItemId', '=', id).execute()
  await tx.deleteFrom('clientPackageItemTopUps').where('clientPackageItemId', '=', id).execute()
  const services = after.services.map(({ serviceId, feeMinor }) => ({ serviceId, feeMinor }))
  const topUps = after.topUpServiceIds.map((serviceId) => ({ clientPackageItemId: id, serviceId }))
  if (services.length > 0)
    await tx
      .insertInto('clientPackageItemServices')
      .values(services.map((s) => ({ clientPackageItemId: id, ...s })))
      .execute()
  if (topUps.length > 0) await tx.insertInto('clientPackageItemTopUps').values(topUps).execute()
  const { quantity, topUpServiceIds } = after
  recordChange(tx, { record: 'clientPackageItems', id, before, after: { quantity, services, topUpServiceIds } })
}
