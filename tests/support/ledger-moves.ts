// What the model test does to client packages beside booking: adjusting, holding, transferring, upgrading, merging, dealing
// values anew, and taking moves back. What a move is worth is read from the rows before it; the rest the model knows.

import { expect } from 'vitest'
import { potLeft } from '../../db/queries/sessions.ts'
import { addDays, daysBetween, type LocalDate } from '../../shared/dates.ts'
import { newKey } from './app.ts'
import { type Held, isHeld, type Model, type Move, noStates, pick, PRICES, type Real, refusedAs, settle, withTwo } from './ledger-model.ts'

const isMovable = (m: Model, h: Held) => h.cancelled === null && (h.end === null || m.today <= h.end) && !isHeld(h, m.today)

const rowsOf = (r: Real, h: Held) =>
  r.app.db
    .selectFrom('sessions')
    .select(['id', 'number', 'state', 'valueMinor'])
    .where('clientPackageItemId', '=', h.itemId)
    .orderBy('number')
    .execute()
/** What the free rows with the highest numbers are worth. */
async function worthOf(r: Real, h: Held, count: number): Promise<number> {
  const free = (await rowsOf(r, h)).filter((row) => row.state === 'available')
  return free.slice(free.length - count).reduce((t, row) => t + (row.valueMinor ?? 0), 0)
}
const potOf = async (r: Real, h: Held): Promise<number | null> => (h.unlimited && !h.potMoved ? potLeft(r.app.db, h.clientPackageId) : null)

const adjust = withTwo('adjust', async (m, r, a, b) => {
  const h = pick(m.packages, a)
  if (!h) return
  const count = 1 + (b % 3)
  const kind = b % 2 === 0 ? 'add' : 'takeOff'
  const call = r.app.call.clientPackages.adjust({ key: newKey(), clientPackageItemId: h.itemId, change: { kind, count }, reason: 'Agreed' })
  if (h.cancelled) return refusedAs('clientPackage.cancelled', call)
  if (h.unlimited) return refusedAs('clientPackage.notAdjustable', call)
  if (kind === 'takeOff' && h.states.available < count) return refusedAs('clientPackage.tooFewFree', call)
  await call
  h.states.available += kind === 'add' ? count : -count
  if (kind === 'takeOff') h.states.withdrawn += count
  settle(m, h)
})

const hold = withTwo('hold', async (m, r, a, b) => {
  const h = pick(m.packages, a)
  if (!h) return
  const from = addDays(m.today, (b % 9) - 4)
  const through = addDays(from, a % 4)
  const call = r.app.call.clientPackages.hold({ key: newKey(), id: h.clientPackageId, fromDay: from, throughDay: through, reason: 'Away' })
  const within = (day: LocalDate) => from <= day && day <= through
  if (h.cancelled) return refusedAs('clientPackage.cancelled', call)
  if (h.holds.some((x) => x.from <= through && from <= x.through)) return refusedAs('hold.overlaps', call)
  if (m.visits.some((v) => v.held === h && v.session !== 'booked' && within(v.day))) return refusedAs('hold.used', call)
  if (from < h.since) return refusedAs('hold.tooEarly', call)
  if (h.end !== null && h.end < from) return refusedAs('hold.tooLate', call)
  await call
  h.holds.push({ from, through })
  if (h.end !== null) h.end = addDays(h.end, daysBetween(from, through) + 1)
  settle(m, h)
})

/** Another client package that sessions arrived on. */
const received = (m: Model, h: Held, more: Partial<Held> & Pick<Held, 'clientPackageId' | 'itemId'>): Held => ({
  ...h,
  since: m.today,
  charge: 0,
  paid: 0,
  total: 0,
  asked: 0,
  brought: 0,
  cancelled: null,
  invoiceId: null,
  holds: [],
  potMoved: false,
  states: noStates(),
  ...more,
})

function leave(h: Held, { count, pot }: Pick<Move, 'count' | 'pot'>): void {
  h.states.available -= count
  h.states.transferred += count
  if (pot !== null) h.potMoved = true
}

const transfer = withTwo('transfer', async (m, r, a, b) => {
  const h = pick(m.packages, a)
  if (!h) return
  const toClientId = r.clients[b % 2]!
  const count = h.unlimited ? null : 1 + (b % 3)
  const pot = await potOf(r, h)
  const value = await worthOf(r, h, count ?? 0)
  const call = r.app.call.clientPackages.transfer({
    key: newKey(),
    clientPackageItemId: h.itemId,
    count,
    toClientId,
    end: h.end !== null && h.end >= m.today ? h.end : null,
    reason: 'A present',
  })
  if (!isMovable(m, h)) return refusedAs('clientPackage.notMovable', call)
  if (toClientId === h.owner) return refusedAs('transfer.toSelf', call)
  if (h.unlimited ? pot === null : h.states.available < (count ?? 0)) return refusedAs('transfer.tooFewFree', call)
  const { transferId, to } = await call
  const moved = { count: count ?? 0, pot }
  leave(h, moved)
  const got = received(m, h, {
    clientPackageId: to.id,
    itemId: to.items[0]!.id,
    owner: toClientId,
    brought: value + (pot ?? 0),
    end: h.end,
  })
  got.states.available = moved.count
  m.packages.push(got)
  m.moves.push({ id: transferId, kind: 'transfer', from: h, to: got, ...moved, value: value + (pot ?? 0), credit: 0, undone: false })
})

const upgrade = withTwo('upgrade', async (m, r, a, b) => {
  const h = pick(m.packages, a)
  if (!h) return
  const kind = b % 3
  const pot = await potOf(r, h)
  const value = (await worthOf(r, h, h.states.available)) + (pot ?? 0)
  const less = Math.min(value, PRICES[kind]!)
  const credit = value - less
  const call = r.app.call.clientPackages.upgrade({
    key: newKey(),
    id: h.clientPackageId,
    packageId: r.packageIds[kind]!,
    reason: 'Wants more',
    payments: [],
    keepRestOnAccount: false,
  })
  if (!isMovable(m, h)) return refusedAs('clientPackage.notMovable', call)
  if (value === 0) return refusedAs('upgrade.nothing', call)
  if (credit > (h.invoiceId === null ? 0 : h.total)) return refusedAs('upgrade.noCredit', call)
  const { transferId, to, invoiceId } = await call
  const moved = { count: h.states.available, pot }
  leave(h, moved)
  const asked = PRICES[kind]! - less
  const got = received(m, h, {
    clientPackageId: to.id,
    itemId: to.items[0]!.id,
    charge: asked,
    total: asked,
    asked,
    brought: less,
    invoiceId,
    kind,
  })
  got.unlimited = m.limits[kind] === null
  got.limit = m.limits[kind] ?? 0
  got.packageId = r.packageIds[kind]!
  m.isSold[kind] = true
  got.end = kind === 0 ? addDays(m.today, 10) : null
  got.states.available = got.limit
  m.packages.push(got)
  m.moves.push({ id: transferId, kind: 'upgrade', from: h, to: got, ...moved, value, credit, undone: false })
  h.asked -= credit
  h.total -= credit
  const over = Math.max(0, h.paid - h.total)
  h.paid -= over
  m.credit.set(h.owner, (m.credit.get(h.owner) ?? 0) + over)
})

const merge = withTwo('merge', async (m, r, a, b) => {
  const one = pick(m.packages, a)
  if (!one) return
  const alike = m.packages.filter((h) => h !== one && h.owner === one.owner && h.packageId === one.packageId)
  const two = pick(b % 4 === 0 ? m.packages : alike, b)
  if (!two) return
  const [endOne, endTwo] = [one.end ?? '9999', two.end ?? '9999']
  const keepsOne = endOne === endTwo ? one.clientPackageId < two.clientPackageId : endOne > endTwo
  const [to, from] = keepsOne ? [one, two] : [two, one]
  const pot = await potOf(r, from)
  const value = (await worthOf(r, from, from.states.available)) + (pot ?? 0)
  const call = r.app.call.clientPackages.merge({
    key: newKey(),
    id: one.clientPackageId,
    otherId: two.clientPackageId,
    reason: 'Bought twice',
  })
  if (!isMovable(m, one) || !isMovable(m, two)) return refusedAs('clientPackage.notMovable', call)
  if (one === two || one.owner !== two.owner || one.packageId !== two.packageId) return refusedAs('merge.notAlike', call)
  if (from.states.available === 0 && pot === null) return refusedAs('merge.nothing', call)
  if (pot !== null && to.potMoved) return refusedAs('merge.notAlike', call)
  const { transferId } = await call
  const moved = { count: from.states.available, pot }
  leave(from, moved)
  to.states.available += moved.count
  to.brought += value
  m.moves.push({ id: transferId, kind: 'merge', from, to, ...moved, value, credit: 0, undone: false })
})

/** Whether anything of what arrived was used, booked or changed since: asked of the rows, which the model only counts. */
async function isTouched(r: Real, m: Model, t: Move): Promise<boolean> {
  const { to } = t
  const open = (await rowsOf(r, to)).filter((row) => row.state !== 'withdrawn')
  if (t.kind === 'upgrade') {
    const cameTo = m.moves.filter((x) => !x.undone && x.to === to).length
    return (
      to.cancelled !== null || cameTo > 1 || (to.unlimited ? to.potMoved || open.length > 0 : open.some((row) => row.state !== 'available'))
    )
  }
  if (t.kind === 'transfer' && t.pot !== null && open.length > 0) return true
  if (t.pot !== null && (await potLeft(r.app.db, to.clientPackageId)) < t.pot) return true
  const rows = await r.app.db
    .selectFrom('transferredSessions as x')
    .innerJoin('sessions as f', 'f.id', 'x.fromSessionId')
    .innerJoin('sessions as o', 'o.id', 'x.toSessionId')
    .select(['o.state', 'o.valueMinor as came', 'f.valueMinor as left'])
    .where('x.transferId', '=', t.id)
    .execute()
  return rows.some((row) => row.state !== 'available' || row.came !== row.left)
}

const undoTransfer = withTwo('undoTransfer', async (m, r, a) => {
  const t = pick(m.moves, a)
  if (!t) return
  const touched = await isTouched(r, m, t)
  const call = r.app.call.clientPackages.undoTransfer({ key: newKey(), transferId: t.id })
  if (t.undone) return refusedAs('transfer.undone', call)
  if (t.from.cancelled) return refusedAs('clientPackage.notMovable', call)
  if (touched) return refusedAs('transfer.touched', call)
  await call
  t.undone = true
  const { from, to } = t
  from.states.transferred -= t.count
  from.states.available += t.count
  if (t.pot !== null) from.potMoved = false
  if (t.kind === 'upgrade') takeInvoiceBack(m, t)
  else {
    to.states.available -= t.count
    to.states.withdrawn += t.count
    to.brought -= t.value
    const open = Object.entries(to.states).reduce((n, [state, count]) => n + (state === 'withdrawn' ? 0 : count), 0)
    if (t.kind === 'transfer' && open === 0) to.cancelled = { refund: 0, forGood: true }
  }
  settle(m, from)
  settle(m, to)
})

/** The new invoice is void and what was paid on it goes to the account; the old one asks for the credit again, and takes it from there. */
function takeInvoiceBack(m: Model, { from, to, credit }: Move): void {
  const on = (m.credit.get(from.owner) ?? 0) + to.paid
  to.paid = 0
  to.cancelled = { refund: 0, forGood: true }
  from.asked += credit
  from.total += credit
  const taken = credit > 0 ? Math.min(on, Math.max(0, from.total - from.paid)) : 0
  from.paid += taken
  m.credit.set(from.owner, on - taken)
}

const revalue = withTwo('revalue', async (m, r, a, b) => {
  const h = pick(m.packages, a)
  if (!h || h.unlimited) return
  const unused = (await rowsOf(r, h)).filter((row) => row.state === 'available' || row.state === 'booked')
  const [one, two] = [unused[0], unused.at(-1)]
  if (!one || !two || one === two) return
  const by = Math.min(b, two.valueMinor ?? 0)
  const off = b % 4 === 0 ? 1 : 0
  const change = (row: typeof one, more: number) => ({
    sessionId: row.id,
    beforeMinor: row.valueMinor ?? 0,
    valueMinor: (row.valueMinor ?? 0) + more,
  })
  const call = r.app.call.clientPackages.revalue({
    key: newKey(),
    id: h.clientPackageId,
    values: [change(one, by + off), change(two, -by)],
    reason: 'Longer',
  })
  if (h.cancelled) return refusedAs('clientPackage.cancelled', call)
  if (off) return refusedAs('split.notEqual', call)
  await call
})

/** What stands on the accounts, which only moves change here. */
const account = withTwo('account', async (m, r, a) => {
  const clientId = pick(r.clients, a)!
  expect((await r.app.call.clients.get({ id: clientId })).money[0]?.creditMinor).toBe(m.credit.get(clientId) ?? 0)
})

export const MOVES = [adjust, hold, transfer, transfer, upgrade, merge, undoTransfer, undoTransfer, revalue, account]
