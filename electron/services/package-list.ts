// The list of packages, the order it stands in, and the price and category that are changed in its cells.
// What was sold keeps its own terms, so a new price counts for later sales only.

import type { z } from 'zod'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Tx } from '../../db/handles.ts'
import { getCategory } from '../../db/queries/catalog.ts'
import {
  listPackageOrder,
  listPackages,
  listSales,
  updatePackageCategory,
  updatePackageFees,
  updatePackagePositions,
  updatePackagePrice,
} from '../../db/queries/package-list.ts'
import { getPackage, type ItemRow, itemsOf, type PackageRow } from '../../db/queries/packages.ts'
import { countActiveClients } from '../../db/queries/standing.ts'
import type { ReorderPackages, SetPackageCategory, SetPackagePrice } from '../../shared/contract/package-list.ts'
import { isRearranged, isSameOrder, newPositions } from '../../shared/domain/order.ts'
import { refuse } from '../../shared/errors.ts'
import type { Minor } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { labelOf } from './client-package-cards.ts'
import { moneyWords } from './money-words.ts'

export async function list({ db, today }: QueryContext, { includeDeleted }: { includeDeleted: boolean }) {
  const rows = await listPackages(db, includeDeleted)
  const itemsById = await itemsOf(
    db,
    rows.map((p) => p.id),
  )
  const sales = await listSales(db)
  const active = await countActiveClients(db, today)
  return rows.map((p) => {
    const items = itemsById.get(p.id) ?? []
    const first = p.firstVersionId ?? p.id
    return {
      id: p.id,
      name: p.name,
      description: p.description,
      categoryId: p.categoryId,
      categoryName: p.categoryName,
      position: p.position,
      active: p.active === 1 && p.deletedAt === null,
      deleted: p.deletedAt !== null,
      priceMinor: p.priceMinor,
      cellMinor: p.split === 'byHand' ? null : askedOf({ ...p, items }),
      currency: p.currency,
      paymentStyle: p.paymentStyle,
      expiry: expiryRuleOf(p),
      expiryKind: p.expiryKind,
      items: items.map((i) => ({
        label: labelOf(i),
        quantity: i.quantity,
        itemPriceMinor: i.itemPriceMinor,
        firstFeeMinor: i.services[0]?.feeMinor ?? null,
      })),
      clientsNow: active.get(first) ?? 0,
      sold: sales.get(first)?.sold ?? 0,
      lastSoldOn: sales.get(first)?.lastSoldOn ?? null,
      createdOn: p.firstCreatedOn ?? p.createdOn,
    }
  })
}

export async function reorder({ tx }: CommandContext, { seen, order, moved }: z.output<typeof ReorderPackages>) {
  const before = await listPackageOrder(tx)
  const now = before.map((p) => p.id)
  if (!isSameOrder(seen, now) || !isRearranged(order, now)) refuse('order.changed', { what: 'packages' })
  if (moved) {
    const p = await getOnSale(tx, moved.id)
    if (p.categoryId !== moved.from) refuse('order.changed', { what: 'packages' })
    await moveTo(tx, p, moved.to)
  }
  await updatePackagePositions(tx, before, newPositions(before, order))
  return { order }
}

export async function setCategory({ tx }: CommandContext, { id, categoryId }: z.output<typeof SetPackageCategory>) {
  await moveTo(tx, await getOnSale(tx, id), categoryId)
  return { id }
}

/** `seenMinor` is what stood in the cell, so that nobody overwrites a price they never saw. */
export async function setPrice({ tx }: CommandContext, { id, seenMinor, priceMinor }: z.output<typeof SetPackagePrice>) {
  const p = await getOnSale(tx, id)
  if (p.split === 'byHand') refuse('package.splitByHand', { package: p.name })
  const asked = askedOf(p) ?? refuse('package.feesDiffer', { package: p.name })
  if (asked !== seenMinor) refuse('package.priceChanged', { package: p.name, price: await moneyWords(tx, asked, p.currency) })
  if (p.paymentStyle === 'eachAppointment') await updatePackageFees(tx, id, asked, priceMinor)
  else await updatePackagePrice(tx, p, priceMinor)
  return { id }
}

async function moveTo(tx: Tx, p: PackageRow, categoryId: number | null): Promise<void> {
  if (categoryId !== null) await getCategory(tx, categoryId)
  await updatePackageCategory(tx, p, categoryId)
}

/** The price, or the one fee of a package that is paid at each appointment; null: its fees differ. */
function askedOf({
  paymentStyle,
  priceMinor,
  items,
}: Pick<PackageRow, 'paymentStyle' | 'priceMinor'> & { items: ItemRow[] }): Minor | null {
  if (paymentStyle !== 'eachAppointment') return priceMinor
  const [fee, ...others] = new Set(items.flatMap((i) => i.services.map((s) => s.feeMinor)))
  return others.length === 0 ? (fee ?? null) : null
}

/** The current version of what is not deleted. */
async function getOnSale(tx: Tx, id: number): Promise<PackageRow> {
  const p = await getPackage(tx, id)
  return p.deletedAt === null && p.supersededAt === null ? p : refuse('call.notFound', { what: 'package' })
}
