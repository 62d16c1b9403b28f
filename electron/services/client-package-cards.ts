// Client packages as screens and papers show them: state, pips, counts, money. Everything is derived here, once.

import type { z } from 'zod'
import { listCancellations } from '../../db/queries/cancellations.ts'
import {
  listClientPackages,
  listClientPackagesOf,
  listItems,
  listItemServices,
  listPots,
  listSellers,
  listSessionsWithVisits,
} from '../../db/queries/client-packages.ts'
import { listHoldsOf } from '../../db/queries/holds.ts'
import { listInstalments } from '../../db/queries/instalments.ts'
import { listReceived } from '../../db/queries/selling.ts'
import { listInvoiceSums, listSales } from '../../db/queries/invoices.ts'
import { type Origins, originsOf } from './client-package-origins.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { ClientPackage } from '../../shared/contract/client-packages.ts'
import { dayOf, type LocalDate } from '../../shared/dates.ts'
import { stateOf } from '../../shared/domain/client-packages.ts'
import { type Instalment, nextOpen, standingOf } from '../../shared/domain/instalments.ts'
import { endOf, endWords } from '../../shared/domain/expiry.ts'
import { heldDaysOf } from '../../shared/domain/holds.ts'
import { countStates, inPipOrder, isRedeemed, liabilityOf } from '../../shared/domain/sessions.ts'
import type { SessionState } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import { add, type Minor, minor, subtract, sum } from '../../shared/money.ts'
import { type BareCard, withPeople } from './client-package-people.ts'

export type Card = z.output<typeof ClientPackage>
type SessionRow = Awaited<ReturnType<typeof listSessionsWithVisits>>[number] & { state: SessionState; valueMinor: Minor }

/** All of a client's, newest first, or those asked for in their order. */
export async function cardsOf(db: Db, today: LocalDate, of: { clientId: number } | { ids: readonly number[] }): Promise<Card[]> {
  const rows = 'clientId' in of ? await listClientPackagesOf(db, of.clientId) : await listClientPackages(db, of.ids)
  if (rows.length === 0) return []
  const ids = rows.map((p) => p.id)
  const [items, services, sessions, pots, holds, cancellations, sales, received, sellers] = [
    await listItems(db, ids),
    await listItemServices(db, ids),
    await listSessionsWithVisits(db, ids),
    await listPots(db, ids),
    await listHoldsOf(db, ids),
    await listCancellations(db, ids),
    await listSales(db, ids),
    await listReceived(db, ids),
    await listSellers(
      db,
      rows.map((p) => p.soldBy),
    ),
  ]
  const origins = await originsOf(db, ids)
  const sums =
    sales.length === 0
      ? []
      : await listInvoiceSums(
          db,
          sales.map((s) => s.invoiceId),
        )
  const plans = Map.groupBy(
    sums.length === 0
      ? []
      : await listInstalments(
          db,
          sums.map((s) => s.id),
        ),
    (i) => i.invoiceId,
  )
  const cards = rows.map((p) => {
    const sale = sums.find((s) => s.id === sales.find((x) => x.clientPackageId === p.id)?.invoiceId)
    const ownItems = items
      .filter((i) => i.clientPackageId === p.id)
      .map((i) => ({
        ...i,
        services: services.filter((s) => s.clientPackageItemId === i.id),
        sessions: sessions.filter((s) => s.clientPackageItemId === i.id).map(known),
      }))
    return cardOf(
      p,
      ownItems,
      minor(pots.find((x) => x.clientPackageId === p.id)?.amountMinor ?? 0),
      holds.filter((h) => h.clientPackageId === p.id),
      cancellations.find((x) => x.clientPackageId === p.id),
      sale && { ...sale, plan: plans.get(sale.id) ?? [] },
      received.has(p.id),
      sellers.find((s) => s.id === p.soldBy)?.name ?? '',
      origins.get(p.id) ?? { cameFrom: [], movedTo: [], potMoved: false },
      today,
    )
  })
  return withPeople(db, today, cards)
}

export async function getCard(db: Db, today: LocalDate, id: number): Promise<Card> {
  const [card] = await cardsOf(db, today, { ids: [id] })
  return card ?? refuse('call.notFound', { what: 'package' })
}

function known<R extends { state: SessionState | null; valueMinor: Minor | null }>(row: R): R & { state: SessionState; valueMinor: Minor } {
  if (row.state === null || row.valueMinor === null) throw new Error('A session without its first entry')
  return { ...row, state: row.state, valueMinor: row.valueMinor }
}

interface OwnItem {
  id: number
  quantity: number | null
  productId: number | null
  productName: string | null
  services: { serviceId: number; name: string }[]
  sessions: SessionRow[]
}
type Sale = Awaited<ReturnType<typeof listInvoiceSums>>[number] & { plan: readonly Instalment[] }

function cardOf(
  p: Row<'clientPackages'>,
  items: OwnItem[],
  potEntries: Minor,
  holds: Awaited<ReturnType<typeof listHoldsOf>>,
  cancellation: Awaited<ReturnType<typeof listCancellations>>[number] | undefined,
  sale: Sale | undefined,
  isReceived: boolean,
  soldBy: string,
  { cameFrom, movedTo, potMoved }: Origins,
  today: LocalDate,
): BareCard {
  const all = items.flatMap((i) => i.sessions)
  const visits = all.flatMap((s) => (isRedeemed(s.state) && s.at ? [s.at] : [])).sort()
  const rule = expiryRuleOf(p)
  const end = endOf(rule, { ...p, firstUseOn: visits[0] ? dayOf(visits[0]) : null, heldDays: heldDaysOf(holds, today) })
  const pot = subtract(potEntries, sum(items.filter((i) => i.quantity === null).flatMap((i) => i.sessions.map((s) => s.valueMinor))))
  const totalMinor = minor(sale ? (sale.pricesIncludeTax ? sale.amounts : sale.amounts + sale.taxes) : 0)
  const paidMinor = minor(sale?.paid ?? 0)
  return {
    id: p.id,
    clientId: p.clientId,
    packageId: p.packageId,
    name: p.name,
    paymentStyle: p.paymentStyle,
    currency: p.currency,
    state: stateOf(
      { ...p, end, holds, hasUnlimited: !potMoved && items.some((i) => i.quantity === null), counts: countStates(all.map((s) => s.state)) },
      today,
    ),
    priceMinor: p.priceMinor,
    chargeMinor: p.chargeMinor,
    discountRate: p.discountRate,
    toComeMinor: add(liabilityOf(all.map((s) => ({ ...s, at: s.at }))), pot),
    paidMinor,
    totalMinor,
    dueMinor: subtract(totalMinor, add(paidMinor, minor(sale?.loss ?? 0))),
    purchasedOn: p.purchasedOn,
    validFrom: p.validFrom,
    end,
    endWords: endWords(rule, end),
    soldBy,
    manualEnd: p.manualEnd,
    holds: holds.map(({ id, fromDay, throughDay, reason }) => ({ id, fromDay, throughDay, reason })),
    invoice: sale ? { id: sale.id, number: sale.number, payerId: sale.clientId } : null,
    nextInstalment: sale ? nextOpen(standingOf(sale.plan, paidMinor, today)) : null,
    awaitsInvoice: !sale && !isReceived,
    chargeReason: p.chargeReason,
    cancellation: cancellation
      ? { on: cancellation.on, reason: cancellation.reason, refundMinor: cancellation.refundMinor, lossMinor: cancellation.lossMinor }
      : null,
    nextVisitAt: all.flatMap((s) => (s.state === 'booked' && s.at && dayOf(s.at) >= today ? [s.at] : [])).sort()[0] ?? null,
    notes: p.notes,
    broughtInMinor: p.broughtInMinor,
    cameFrom,
    movedTo,
    items: items.map((i) => itemOf(i, potMoved)),
  }
}

function itemOf(i: OwnItem, potMoved: boolean): Card['items'][number] {
  const counts = countStates(i.sessions.map((s) => s.state))
  return {
    id: i.id,
    label: labelOf(i),
    isProduct: i.productId !== null,
    serviceIds: i.services.map((s) => s.serviceId),
    unlimited: i.quantity === null,
    total: counts.total,
    remaining: counts.remaining,
    bookedAhead: counts.booked,
    used: counts.used,
    forfeited: counts.forfeited,
    lapsed: counts.lapsed,
    moved: potMoved && i.quantity === null,
    pips: inPipOrder(i.sessions).map((s) => ({
      sessionId: s.id,
      number: s.number,
      state: s.state,
      valueMinor: s.valueMinor,
      at: s.at,
      appointmentId: s.appointmentId,
      practitioner: s.practitioner,
      clientId: s.clientId,
      clientName: s.givenName === null ? null : fullName({ givenName: s.givenName, familyName: s.familyName ?? '' }),
    })),
  }
}

/** `Physio 45`, a pool `Any of Massage 60, Chiro 30`, or the product. */
export function labelOf(item: { productName: string | null; services: readonly { name: string }[] }): string {
  if (item.productName !== null) return item.productName
  const names = item.services.map((s) => s.name).join(', ')
  return item.services.length > 1 ? `Any of ${names}` : names
}
