// What the current terms of a package would change on client packages that were sold with others, or why they can't.
// The preview shows these plans, and applying carries out the same ones.

import type { z } from 'zod'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import { listServices } from '../../db/queries/catalog.ts'
import { listItems, listItemServices } from '../../db/queries/client-packages.ts'
import { listSessionRows, listTopUpsOf } from '../../db/queries/applying.ts'
import type { listSoldOfFamily } from '../../db/queries/package-versions.ts'
import type { ItemRow, PackageRow } from '../../db/queries/packages.ts'
import type { TermsChange } from '../../shared/contract/package-versions.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { changedFees, idsOf, type ItemPair, type OwnedItem, pairItems, sessionsBy, whyNotApplied } from '../../shared/domain/applying.ts'
import { endOf, endWords } from '../../shared/domain/expiry.ts'
import { countStates } from '../../shared/domain/sessions.ts'
import { formatMoney, plural } from '../../shared/format.ts'
import { type Minor, sum, ZERO } from '../../shared/money.ts'
import { labelOf } from './client-package-cards.ts'
import { courseOf } from './ledger.ts'

type Sold = Awaited<ReturnType<typeof listSoldOfFamily>>[number]
type Rows = Awaited<ReturnType<typeof listSessionRows>>
export interface Owned extends OwnedItem {
  id: number
  position: number
  topUpServiceIds: number[]
  topUpNames: string
  freeValues: Minor[] // the highest numbers first
}
export interface Plan {
  sold: Sold
  pairs: ItemPair<Owned, ItemRow>[]
  changes: Change[]
  running: boolean
  why: string | null
}
type Change = z.output<typeof TermsChange>

export async function plansOf(db: Db, today: LocalDate, p: PackageRow, sold: readonly Sold[]): Promise<Plan[]> {
  if (sold.length === 0) return []
  const ids = sold.map((s) => s.id)
  const owned = await ownedItems(db, ids)
  const names = new Map((await listServices(db)).map((s) => [s.id, s.name]))
  const plans: Plan[] = []
  for (const s of sold) {
    const items = owned.get(s.id) ?? []
    const pairs = pairItems(items, p.items)
    const changes = [...pairs.flatMap((pair) => itemChanges(pair, p.currency, names)), ...(await termChanges(db, today, s, p))]
    plans.push({
      sold: s,
      pairs,
      changes,
      running: items.some((i) => i.quantity === null || i.free > 0 || i.bookedServiceIds.length > 0),
      why:
        whyNot(s, p) ??
        whyEmpty(items) ??
        pairs.map((pair) => whyNotApplied(pair, s.paymentStyle === 'eachAppointment')).find((why) => why !== null) ??
        null,
    })
  }
  return plans
}

function whyNot(s: Sold, p: PackageRow): string | null {
  if (s.cancelledOn !== null) return 'It was cancelled'
  if (s.isReceived) return 'It holds sessions that came from another client, whose package changes instead'
  if (s.paymentStyle !== p.paymentStyle) return 'It was sold with another payment style, which never changes'
  return s.currency === p.currency ? null : `It was sold in ${s.currency}`
}

const whyEmpty = (items: readonly Owned[]): string | null =>
  items.every((i) => i.quantity !== null && i.total === 0) ? 'None of its sessions are left: they were moved or taken off' : null

async function ownedItems(db: Db, ids: number[]): Promise<Map<number, Owned[]>> {
  const services = Map.groupBy(await listItemServices(db, ids), (s) => s.clientPackageItemId)
  const sessions = Map.groupBy(await listSessionRows(db, ids), (s) => s.clientPackageItemId)
  const topUps = Map.groupBy(await listTopUpsOf(db, ids), (t) => t.clientPackageItemId)
  const items = (await listItems(db, ids)).map((i) => {
    const rows: Rows = sessions.get(i.id) ?? []
    const counts = countStates(rows.flatMap((r) => r.state ?? []))
    const covered = services.get(i.id) ?? []
    const free = rows.filter((r) => r.state === 'available')
    const own = topUps.get(i.id) ?? []
    return {
      clientPackageId: i.clientPackageId,
      id: i.id,
      position: i.position,
      productId: i.productId,
      quantity: i.quantity,
      services: covered.map(({ serviceId, feeMinor }) => ({ serviceId, feeMinor })),
      label: labelOf({ productName: i.productName, services: covered }),
      free: counts.remaining,
      taken: counts.used + counts.forfeited + counts.booked,
      total: counts.total,
      bookedServiceIds: rows.flatMap((r) => (r.state === 'booked' && r.serviceId !== null ? [r.serviceId] : [])),
      freeValues: free.map((r) => r.valueMinor ?? ZERO),
      topUpServiceIds: own.map((t) => t.serviceId),
      topUpNames: own.map((t) => t.name).join(', '),
    }
  })
  return Map.groupBy(items, (i) => i.clientPackageId)
}

function itemChanges(pair: ItemPair<Owned, ItemRow>, currency: string, names: ReadonlyMap<number, string>): Change[] {
  const { owned, next } = pair
  const by = sessionsBy(pair)
  if (!owned) return next ? [{ what: 'added', label: labelOf(next), before: '', after: String(next.quantity ?? 'unlimited') }] : []
  const withdrawn = sum(owned.freeValues.slice(0, Math.max(0, -by)))
  const adjusted = withdrawn > 0 ? `, ${formatMoney(withdrawn, currency)} adjusted` : ''
  if (!next)
    return owned.total === 0 ? [] : [{ what: 'leftOut', label: owned.label, before: String(owned.total), after: `none${adjusted}` }]
  const changes: Change[] = []
  if (by !== 0) changes.push({ what: 'sessions', label: owned.label, before: String(owned.total), after: `${owned.total + by}${adjusted}` })
  if (idsOf(owned).join() !== idsOf(next).join())
    changes.push({ what: 'services', label: owned.label, before: owned.label, after: labelOf(next) })
  if (owned.topUpServiceIds.join() !== next.topUpServiceIds.join()) {
    const after = next.topUpServiceIds.map((id) => names.get(id) ?? '').join(', ')
    changes.push({ what: 'topUps', label: owned.label, before: owned.topUpNames || 'none', after: after || 'none' })
  }
  for (const fee of changedFees(pair))
    changes.push({
      what: 'fee',
      label: names.get(fee.serviceId) ?? '',
      before: formatMoney(fee.before, currency),
      after: formatMoney(fee.after, currency),
    })
  return changes
}

async function termChanges(db: Db, today: LocalDate, s: Sold, p: PackageRow): Promise<Change[]> {
  const changes: Change[] = []
  for (const what of ['noShowRule', 'lateCancelRule'] as const)
    if (s[what] !== p[what]) changes.push({ what, label: '', before: s[what] ?? '', after: p[what] ?? '' })
  const [was, rule] = [expiryRuleOf(s), expiryRuleOf(p)]
  if (JSON.stringify(was) === JSON.stringify(rule)) return changes
  const { visits, ...course } = await courseOf(db, s, today)
  const end = endOf(rule, course)
  const outside = end === null ? 0 : visits.filter((at) => at.slice(0, 10) > end).length
  const note = outside > 0 ? `, ${plural(outside, 'visit')} after it` : ''
  return [{ what: 'expiry', label: '', before: endWords(was, endOf(was, course)), after: endWords(rule, end) + note }, ...changes]
}
