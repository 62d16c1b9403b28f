// Two client packages of the same package and client become one: what is free of the one that ends earlier goes to the
// other, so the later end wins without being changed.

import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import { copyItem, listCovered, listItemRows } from '../../db/queries/client-packages.ts'
import { listSessionsInState } from '../../db/queries/sessions.ts'
import type { Row } from '../../db/schema.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { endWords } from '../../shared/domain/expiry.ts'
import { keeperOf } from '../../shared/domain/transfers.ts'
import { refuse } from '../../shared/errors.ts'
import { add, sum, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { getCard } from './client-package-cards.ts'
import { movedWords } from './client-package-origins.ts'
import { byOf, currentEnd } from './ledger.ts'
import { leftBehind } from './left-behind.ts'
import { bothOf, getMovable, movablePot, moveSessions } from './moving.ts'

interface Pair {
  id: number
  otherId: number
}
type Item = Row<'clientPackageItems'>

async function planOf(db: Db, today: LocalDate, { id, otherId }: Pair) {
  const a = await getMovable(db, today, id)
  const b = await getMovable(db, today, otherId)
  const ends = { a: await currentEnd(db, a, today), b: await currentEnd(db, b, today) }
  const keepsFirst = keeperOf({ id: a.id, end: ends.a }, { id: b.id, end: ends.b }) === a.id
  const [to, from, end] = keepsFirst ? [a, b, ends.a] : [b, a, ends.b]
  const alike =
    a.id !== b.id &&
    a.clientId === b.clientId &&
    a.packageId === b.packageId &&
    a.currency === b.currency &&
    (a.paymentStyle === 'eachAppointment') === (b.paymentStyle === 'eachAppointment') &&
    a.discountRate === b.discountRate
  if (!alike) refuse('merge.notAlike', { package: a.name })
  const rows = await listSessionsInState(db, from.id, 'available')
  const items = await listItemRows(db, from.id)
  const pot = await movablePot(
    db,
    from.id,
    items.some((i) => i.quantity === null),
  )
  if (rows.length === 0 && pot === null) refuse('merge.nothing', { package: from.name })
  const targets = await targetsOf(db, items, await listItemRows(db, to.id))
  const moved = items.filter((i) => (i.quantity === null ? pot !== null : rows.some((r) => r.clientPackageItemId === i.id)))
  // An unlimited item can only join another, that is still there; its pot could not be told from the other's again.
  const lost = moved.some((i) => i.quantity === null && !targets.has(i.id))
  if (lost || (pot !== null && (await movablePot(db, to.id, true)) === null)) refuse('merge.notAlike', { package: a.name })
  return { from, to, end, rows, pot, items: moved, targets }
}

/** For each item of the one the item of the other that is of the same kind: same services at the same fees, or the same product. */
async function targetsOf(db: Db, items: readonly Item[], others: readonly Item[]): Promise<Map<number, number>> {
  const kinds = new Map<string, number>()
  for (const other of others) kinds.set(await kindOf(db, other), other.id)
  const targets = new Map<number, number>()
  for (const item of items) {
    const target = kinds.get(await kindOf(db, item))
    if (target !== undefined) targets.set(item.id, target)
  }
  return targets
}

async function kindOf(db: Db, item: Item): Promise<string> {
  const covered = (await listCovered(db, item.id)).map((c) => `${c.serviceId}:${c.feeMinor ?? ''}`).sort()
  return JSON.stringify([item.productId, item.quantity === null, covered])
}

export async function previewMerge({ db, today }: QueryContext, pair: Pair) {
  const { from, to, end, rows, pot } = await planOf(db, today, pair)
  const [giving, keeping] = [await getCard(db, today, from.id), await getCard(db, today, to.id)]
  const count = (card: typeof giving, of: 'remaining' | 'bookedAhead') => card.items.reduce((n, i) => n + i[of], 0)
  return {
    fromId: from.id,
    toId: to.id,
    toPurchasedOn: to.purchasedOn,
    toInvoiceNumber: keeping.invoice?.number ?? null,
    endsLater: keeping.end !== giving.end,
    what: await movedWords(db, from.id, rows, pot !== null),
    valueMinor: add(sum(rows.map((r) => r.valueMinor)), pot ?? ZERO),
    currency: to.currency,
    left: keeping.items.some((i) => i.unlimited) ? null : count(keeping, 'remaining') + rows.length,
    booked: count(giving, 'bookedAhead'),
    endWords: endWords(expiryRuleOf(to), end),
    leaves: await leftBehind(db, today, giving, { name: 'the one that stays', sharedWith: keeping.sharedWith }),
  }
}

export async function merge(c: CommandContext, { reason, ...pair }: Pair & { reason: string }) {
  const { from, to, rows, pot, items, targets } = await planOf(c.tx, c.today, pair)
  for (const item of items)
    if (!targets.has(item.id)) {
      const n = rows.filter((r) => r.clientPackageItemId === item.id).length
      targets.set(item.id, await copyItem(c.tx, item, to.id, n))
    }
  const itemFor = (row: { clientPackageItemId: number }) => targets.get(row.clientPackageItemId) ?? 0
  const id = await moveSessions(c.tx, byOf(c), { kind: 'merge', from: from.id, to: to.id, rows, pot, reason, itemFor })
  return bothOf(c.tx, c.today, { id, from: from.id, to: to.id })
}
