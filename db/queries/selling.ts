// SQL for what a sale needs to know of a package: its terms, items with what they cover, taxes that are charged now.

import type { Db } from '../handles.ts'
import { itemsOf } from './packages.ts'

/** Of these client packages, those that came from another one: they are on no invoice of their own. */
export const listReceived = async (db: Db, clientPackageIds: number[]): Promise<Set<number>> =>
  new Set(
    (
      await db
        .selectFrom('transfers')
        .select('toClientPackageId')
        .where('toClientPackageId', 'in', clientPackageIds)
        .where('undoneAt', 'is', null)
        .execute()
    ).map((t) => t.toClientPackageId),
  )

const MANY = 200
const FEW = 8

/**
 * The reasons given last for another charge than the list price, each once, the newest first. What was given for one client
 * alone may tell of that client, and stays with them.
 */
export async function listChargeReasons(db: Db): Promise<string[]> {
  const newest = db
    .selectFrom('clientPackages')
    .select(['id', 'clientId', 'chargeReason'])
    .where('chargeReason', '!=', '')
    .orderBy('id', 'desc')
  const rows = await db
    .selectFrom(newest.limit(MANY).as('n'))
    .select((e) => ['n.chargeReason', e.fn.max('n.id').as('last')])
    .groupBy('n.chargeReason')
    .having((e) => e.fn.count('n.clientId').distinct(), '>', 1)
    .orderBy('last', 'desc')
    .limit(FEW)
    .execute()
  return rows.map((r) => r.chargeReason)
}

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
