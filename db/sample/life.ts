// What becomes of some client packages in the sample practice after their sale, so that every state can be seen: one in
// instalments, one given without an invoice, a shared one, one that a parent pays, authorised sessions, holds, a transfer, a refund,
// one in another currency.

import { addDays, addTo, type LocalDate, weekdayOf } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { newKey } from './offer.ts'
import type { World } from './visits.ts'

type Happening = (w: World, day: LocalDate) => Promise<void>

/** By the days before the last one; what would fall on a weekend happens on the Friday before. */
const DIARY: readonly (readonly [number, Happening])[] = [
  [100, inInstalments],
  [75, refunded],
  [60, shared],
  [50, forAnother],
  [44, authorised],
  [32, transferred],
  [20, (w, day) => held(w, addDays(day, 1), addDays(day, 14), 'Knee operation')],
  [12, abroad],
  [8, (w, day) => held(w, day, null, 'Abroad for work')],
  [5, given],
]

export function lifeOn(day: LocalDate, today: LocalDate): Happening[] {
  return DIARY.filter(([before]) => workday(addDays(today, -before)) === day).map(([, what]) => what)
}
const workday = (day: LocalDate): LocalDate => addDays(day, -Math.max(0, weekdayOf(day) - 5))

const ALL = { packageId: null, endingThrough: null, unpaid: false, low: false, descending: false } as const

/** An active client package of that name with that many free sessions, paid in full, of somebody else than Anna; the oldest. */
async function find({ desk: { call }, annaId }: World, name: string, least: number) {
  const { rows } = await call.clientPackages.list({
    ...ALL,
    categoryIds: [],
    search: name,
    states: ['active'],
    sort: 'purchased',
    page: 1,
    pageSize: 200,
  })
  return rows.find(
    (p) => p.name === name && p.clientId !== annaId && p.dueMinor === 0 && p.holds.length === 0 && (p.items[0]?.remaining ?? 0) >= least,
  )
}
/** Somebody else than these, by their place in the list. */
const another = ({ groups, annaId }: World, n: number, than: number): number =>
  [...groups.values()].flat().filter(({ id }) => id !== than && id !== annaId)[n]!.id

/** The first part is paid, the second late. */
async function inInstalments(w: World): Promise<void> {
  const { call } = w.desk
  const packageId = w.offer.packages['Posture 12']!
  const clientId = another(w, 3, w.annaId)
  const { plan } = await call.clientPackages.quote({ clientId, packageId, discount: null })
  const payments = [{ method: 'card' as const, amountMinor: plan[0]!.amountMinor, tenderedMinor: null }]
  const { clientPackageId } = await call.clientPackages.sell({
    key: newKey(),
    clientId,
    packageId,
    discount: null,
    payments,
    keepRestOnAccount: false,
  })
  await call.clientPackages.saveNotes({ key: newKey(), id: clientPackageId, before: '', notes: 'Wrote twice about the second part.' })
}

async function refunded(w: World): Promise<void> {
  const p = await find(w, 'Adjust 12', 5)
  if (!p) return
  const { ways } = await w.desk.call.clientPackages.previewCancel({ id: p.id, ownMinor: minor(0) })
  const unused = ways.find(({ way }) => way === 'unusedShare')!
  await w.desk.call.clientPackages.cancel({
    key: newKey(),
    id: p.id,
    reason: 'Moving to another town',
    visits: 'keep',
    way: 'unusedShare',
    refundMinor: unused.refundMinor,
    refundBy: 'card',
    books: unused.ends[0]!.books,
  })
}

async function shared(w: World): Promise<void> {
  const p = await find(w, 'Family 20', 8)
  if (!p) return
  const terms = { mayBook: true, mayFillForms: false, getsMessages: true }
  await w.desk.call.clients.link({
    key: newKey(),
    clientId: p.clientId,
    otherId: another(w, 11, p.clientId),
    other: { label: 'partner', ...terms, sharing: { kind: 'chosen', packages: [{ clientPackageId: p.id, cap: 6 }] } },
    client: { label: 'partner', ...terms, sharing: { kind: 'none' } },
  })
}

/** A parent buys for a child and pays. */
async function forAnother(w: World): Promise<void> {
  const { call } = w.desk
  const [clientId, payerId] = [another(w, 23, w.annaId), another(w, 29, w.annaId)]
  const terms = { mayFillForms: true, getsMessages: true, sharing: { kind: 'none' as const } }
  await call.clients.link({
    key: newKey(),
    clientId,
    otherId: payerId,
    other: { label: 'parent', mayBook: true, ...terms },
    client: { label: 'child', mayBook: false, ...terms },
  })
  const sale = { clientId, packageId: w.offer.packages['Relax 10']!, discount: null }
  const { totalMinor } = await call.clientPackages.quote(sale)
  const payments = [{ method: 'transfer' as const, amountMinor: totalMinor, tenderedMinor: null }]
  await call.clientPackages.sell({ key: newKey(), ...sale, payments, keepRestOnAccount: false, payerId })
}

async function authorised({ desk: { call }, annaId }: World, day: LocalDate): Promise<void> {
  const relax = (await call.clientPackages.ofClient({ clientId: annaId })).find((p) => p.name === 'Relax 10')
  if (!relax) return
  await call.clientPackages.authorise({
    key: newKey(),
    clientPackageId: relax.id,
    insurer: 'Sun Mutual',
    reference: 'AU-20417',
    sessions: 8,
    fromDay: addTo(day, -3, 'months'),
    throughDay: addTo(day, 3, 'months'),
  })
}

async function transferred(w: World): Promise<void> {
  const p = await find(w, 'Talk 8', 3)
  if (!p) return
  await w.desk.call.clientPackages.transfer({
    key: newKey(),
    clientPackageItemId: p.items[0]!.id,
    count: 2,
    toClientId: another(w, 17, p.clientId),
    end: p.end,
    reason: 'For her brother',
  })
}

async function held(w: World, fromDay: LocalDate, throughDay: LocalDate | null, reason: string): Promise<void> {
  const p = await find(w, throughDay === null ? 'Massage 5' : 'Relax 10', 2)
  if (p) await w.desk.call.clientPackages.hold({ key: newKey(), id: p.id, fromDay, throughDay, reason })
}

/** In dollars, half of it paid. */
async function abroad(w: World): Promise<void> {
  const { call } = w.desk
  const sale = { clientId: another(w, 31, w.annaId), packageId: w.offer.packages['Visitors 5']!, discount: null }
  const { totalMinor } = await call.clientPackages.quote(sale)
  const payments = [{ method: 'card' as const, amountMinor: minor(Math.round(totalMinor / 2)), tenderedMinor: null }]
  await call.clientPackages.sell({ key: newKey(), ...sale, payments, keepRestOnAccount: false })
}

/** Without an invoice so far, and from a day to come: its card asks for an invoice. */
async function given(w: World, day: LocalDate): Promise<void> {
  await w.desk.call.clientPackages.assign({
    key: newKey(),
    clientId: another(w, 23, w.annaId),
    packageId: w.offer.packages['Spring start']!,
    chargeMinor: null,
    reason: '',
    terms: { validFrom: addDays(day, 14), end: null },
  })
}
