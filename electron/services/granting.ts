// A client package comes into being: a snapshot of its package's terms, its items, its sessions with their values, its pot.
// Selling and assigning both end here.

import { insertClientPackage, insertItem } from '../../db/queries/client-packages.ts'
import { appendPotEntry } from '../../db/queries/sessions.ts'
import type { Minor } from '../../shared/money.ts'
import type { Values } from '../../shared/domain/packages.ts'
import type { CommandContext } from '../context.ts'
import { byOf, grantSessions } from './ledger.ts'
import type { offerOf } from './sale-terms.ts'

interface Grant extends Awaited<ReturnType<typeof offerOf>> {
  chargeMinor: Minor
  chargeReason: string
  discountRate: number
  values: Values
}

export interface Granted {
  clientPackageId: number
  /** Of the client package's items, by their place in the package. */
  itemIds: ReadonlyMap<number, number>
}

export async function grantPackage(c: CommandContext, clientId: number, g: Grant): Promise<Granted> {
  const by = byOf(c)
  const { p } = g
  const clientPackageId = await insertClientPackage(c.tx, {
    clientId,
    packageId: p.id,
    name: p.name,
    paymentStyle: p.paymentStyle,
    currency: p.currency,
    priceMinor: p.priceMinor,
    chargeMinor: g.chargeMinor,
    chargeReason: g.chargeReason,
    discountRate: g.discountRate,
    purchasedOn: c.today,
    validFrom: g.validFrom,
    expiryKind: p.expiryKind,
    expiryCount: p.expiryCount,
    expiryUnit: p.expiryUnit,
    expiryDate: p.expiryDate,
    manualEnd: g.manualEnd,
    manualEndReason: g.manualEndReason,
    noShowRule: p.noShowRule,
    lateCancelRule: p.lateCancelRule,
    frequencyCount: p.frequencyCount,
    frequencyUnit: p.frequencyUnit,
    soldBy: c.staff.id,
  })
  const itemIds = new Map<number, number>()
  for (const [i, item] of g.items.entries()) {
    const itemId = await insertItem(c.tx, clientPackageId, item)
    itemIds.set(item.position, itemId)
    await grantSessions(c.tx, by, itemId, g.values.sessions[i] ?? [])
  }
  if (g.items.some((i) => i.quantity === null))
    await appendPotEntry(c.tx, {
      clientPackageId,
      move: 'grant',
      amountMinor: g.values.pot,
      effectiveOn: c.today,
      staffId: by.staffId,
      at: by.at,
    })
  return { clientPackageId, itemIds }
}
