// Applying the current terms of a package to client packages that were sold with others: each shown before, all or none done.
// Charge, payment style and currency never change; sessions that come are worth nothing, those that go keep their value as adjusted.

import type { z } from 'zod'
import { updateItemTerms, updateTerms } from '../../db/queries/applying.ts'
import { insertItem } from '../../db/queries/client-packages.ts'
import { getPackage, type ItemRow, type PackageRow } from '../../db/queries/packages.ts'
import { listSoldOfFamily } from '../../db/queries/package-versions.ts'
import { findHighestNumber, listSessions, listUses } from '../../db/queries/sessions.ts'
import type { ApplyTerms } from '../../shared/contract/package-versions.ts'
import { idsOf, type ItemPair, sessionsBy } from '../../shared/domain/applying.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { visitOf } from './appointments.ts'
import { type Owned, type Plan, plansOf } from './apply-plans.ts'
import { draftInvoice } from './billing.ts'
import { addSession, byOf, settleExpiry, withdrawSession } from './ledger.ts'
import { assertCurrent, getCurrent } from './packages.ts'

export async function previewApply({ db, today }: QueryContext, { id }: { id: number }) {
  const p = assertCurrent(await getPackage(db, id))
  const plans = await plansOf(db, today, p, await listSoldOfFamily(db, p))
  const rows = plans
    .filter(({ sold, changes }) => changes.length > 0 || sold.packageId !== p.id)
    .map(({ sold, changes, running, why }) => ({
      clientPackageId: sold.id,
      clientId: sold.clientId,
      clientName: fullName(sold),
      version: sold.version,
      purchasedOn: sold.purchasedOn,
      running,
      changes,
      why,
    }))
  return { name: p.name, version: p.version, currency: p.currency, rows }
}

export async function apply(c: CommandContext, { id, clientPackageIds, reason }: z.output<typeof ApplyTerms>) {
  const p = await getCurrent(c.tx, id)
  const sold = new Map((await listSoldOfFamily(c.tx, p)).map((s) => [s.id, s]))
  const chosen = [...new Set(clientPackageIds)].map((each) => sold.get(each) ?? refuse('call.notFound', { what: 'client package' }))
  const plans = await plansOf(c.tx, c.today, p, chosen)
  for (const { sold: s, why } of plans) if (why !== null) refuse('package.notApplicable', { client: fullName(s), why })
  for (const plan of plans) await applyTo(c, p, plan, reason)
  return { changed: plans.length }
}

async function applyTo(c: CommandContext, p: PackageRow, { sold, pairs }: Plan, reason: string): Promise<void> {
  const { expiryKind, expiryCount, expiryUnit, expiryDate, noShowRule, lateCancelRule } = p
  await updateTerms(c.tx, sold, { packageId: p.id, expiryKind, expiryCount, expiryUnit, expiryDate, noShowRule, lateCancelRule })
  await settleExpiry(c.tx, byOf(c), sold.id)
  let position = Math.max(0, ...pairs.map(({ owned }) => owned?.position ?? 0))
  for (const pair of pairs) {
    if (pair.owned) await changeItem(c, pair as ItemPair<Owned, ItemRow> & { owned: Owned }, reason)
    else if (pair.next) {
      const itemId = await insertItem(c.tx, sold.id, { ...pair.next, position: ++position })
      await addSessions(c, itemId, pair.next.quantity ?? 0, reason)
    }
  }
  await settleExpiry(c.tx, byOf(c), sold.id)
  for (const { state, appointmentId } of await listUses(c.tx, sold.id))
    if (state === 'booked' && appointmentId !== null) await draftInvoice(c.tx, byOf(c), await visitOf(c.tx, appointmentId))
}

async function changeItem(c: CommandContext, pair: ItemPair<Owned, ItemRow> & { owned: Owned }, reason: string): Promise<void> {
  const { owned, next } = pair
  const by = sessionsBy(pair)
  await addSessions(c, owned.id, by, reason)
  if (by < 0) {
    const free = (await listSessions(c.tx, owned.id)).filter((s) => s.state === 'available').sort((a, b) => b.number - a.number)
    for (const session of free.slice(0, -by)) await withdrawSession(c.tx, byOf(c), session, reason)
  }
  if (next && isOther(owned, next)) await updateItemTerms(c.tx, owned.id, owned, next)
}

async function addSessions(c: CommandContext, itemId: number, count: number, reason: string): Promise<void> {
  const last = await findHighestNumber(c.tx, itemId)
  for (let n = 1; n <= count; n++) await addSession(c.tx, byOf(c), itemId, last + n, reason)
}

const feesOf = ({ services }: Pick<ItemRow, 'services'> | Pick<Owned, 'services'>): string =>
  idsOf({ services: [...services] })
    .map((id) => `${id}:${services.find((s) => s.serviceId === id)?.feeMinor ?? ''}`)
    .join()
const isOther = (owned: Owned, next: ItemRow): boolean =>
  owned.quantity !== next.quantity || feesOf(owned) !== feesOf(next) || owned.topUpServiceIds.join() !== next.topUpServiceIds.join()
