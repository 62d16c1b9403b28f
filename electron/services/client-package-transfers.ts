// Sessions that go to another client: a new client package there, without an invoice, worth what they were worth here.
// Undoing is the same for all that moved; what an upgrade needs besides is in upgrades.ts.

import { findClientName } from '../../db/queries/appointments.ts'
import {
  copyItem,
  findClientPackage,
  findItem,
  insertClientPackage,
  listItemRows,
  updateClientPackage,
} from '../../db/queries/client-packages.ts'
import { countOpenSessions, listSessions } from '../../db/queries/sessions.ts'
import { findTransfer, undoTransferRow } from '../../db/queries/transfers.ts'
import { expiryColumns, expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { type ExpiryRule, endWords } from '../../shared/domain/expiry.ts'
import { countStates } from '../../shared/domain/sessions.ts'
import { highestFree } from '../../shared/domain/transfers.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate, fullName, plural } from '../../shared/format.ts'
import { add, sum, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { byOf, settleExpiry } from './ledger.ts'
import { undoUpgrade } from './upgrades.ts'
import { assertEndable } from './open-client-package.ts'
import { bothOf, getMovable, movablePot, moveSessions, takeRowsBack, takeValueBack } from './moving.ts'

interface Transfer {
  clientPackageItemId: number
  count: number | null
  toClientId: number
  end: LocalDate | null
}

/** Everything a transfer is made of, worked out before anything is written. */
async function planOf(db: Db, today: LocalDate, t: Transfer) {
  const item = await findItem(db, t.clientPackageItemId)
  if (!item) return refuse('call.notFound', { what: 'package' })
  const p = await getMovable(db, today, item.clientPackageId)
  const client = await findClientName(db, t.toClientId)
  if (!client || client.deletedAt) return refuse('call.notFound', { what: 'client' })
  if (p.clientId === t.toClientId) refuse('transfer.toSelf', { client: fullName(client), package: p.name })
  assertEndable(p, today, t.end)
  const sessions = await listSessions(db, item.id)
  const unlimited = item.quantity === null
  const free = unlimited ? [] : sessions.filter((s) => s.state === 'available')
  const rows = highestFree(free, t.count ?? free.length).map((s) => ({ ...s, clientPackageItemId: item.id }))
  const pot = await movablePot(db, p.id, unlimited)
  const tooFew = unlimited ? pot === null : rows.length === 0 || rows.length < (t.count ?? 0)
  if (tooFew) refuse('transfer.tooFewFree', { package: p.name, free: free.length })
  return { item, p, client, rows, pot, rule: ruleOf(p, t.end), counts: countStates(sessions.map((s) => s.state)) }
}

/** Its own end. Without one: none, or, where the end waits for the first use, the same waiting. */
function ruleOf(p: Row<'clientPackages'>, end: LocalDate | null): ExpiryRule {
  if (end !== null) return { kind: 'onDate', date: end }
  const rule = expiryRuleOf(p)
  return rule.kind === 'afterFirstUse' && p.manualEnd === null ? rule : { kind: 'never' }
}

export async function previewTransfer({ db, today }: QueryContext, input: Transfer) {
  const { item, p, client, rows, pot, rule, counts } = await planOf(db, today, input)
  const unlimited = item.quantity === null
  return {
    what: unlimited ? 'Everything that is left' : item.productId === null ? plural(rows.length, 'session') : plural(rows.length, 'piece'),
    numbers: rows.map((r) => r.number),
    valueMinor: add(sum(rows.map((r) => r.valueMinor)), pot ?? ZERO),
    currency: p.currency,
    left: unlimited ? null : counts.remaining - rows.length,
    total: unlimited ? null : counts.total - rows.length,
    booked: counts.booked,
    toClientName: fullName(client),
    endWords: endWords(rule, input.end),
  }
}

export async function transfer(c: CommandContext, input: Transfer & { reason: string }) {
  const { item, p, rows, pot, rule } = await planOf(c.tx, c.today, input)
  const to = await insertClientPackage(c.tx, {
    clientId: input.toClientId,
    packageId: p.packageId,
    name: p.name,
    paymentStyle: p.paymentStyle === 'instalments' ? 'upfront' : p.paymentStyle, // the plan stays with the invoice
    currency: p.currency,
    priceMinor: ZERO,
    chargeMinor: ZERO,
    discountRate: p.discountRate,
    purchasedOn: c.today,
    validFrom: p.validFrom !== null && p.validFrom > c.today ? p.validFrom : null,
    ...expiryColumns(rule),
    noShowRule: p.noShowRule,
    lateCancelRule: p.lateCancelRule,
    frequencyCount: p.frequencyCount,
    frequencyUnit: p.frequencyUnit,
    soldBy: c.staff.id,
  })
  const items = item.quantity === null ? (await listItemRows(c.tx, p.id)).filter((i) => i.quantity === null) : [item]
  const copies = new Map<number, number>()
  for (const i of items) {
    const quantity = i.quantity === null ? null : rows.length
    copies.set(i.id, await copyItem(c.tx, i, to, quantity))
  }
  const itemFor = (row: { clientPackageItemId: number }) => copies.get(row.clientPackageItemId) ?? 0
  const id = await moveSessions(c.tx, byOf(c), { kind: 'transfer', from: p.id, to, rows, pot, reason: input.reason, itemFor })
  return bothOf(c.tx, c.today, { id, from: p.id, to })
}

export async function undoTransfer(c: CommandContext, { transferId }: { transferId: number }) {
  const t = await findTransfer(c.tx, transferId)
  const to = t && (await findClientPackage(c.tx, t.toClientPackageId))
  const from = t && (await findClientPackage(c.tx, t.fromClientPackageId))
  if (!t || !to || !from) return refuse('call.notFound', { what: 'transfer' })
  if (t.undoneAt !== null) refuse('transfer.undone')
  if (from.cancelledOn)
    refuse('clientPackage.notMovable', { package: from.name, why: `it was cancelled on ${formatDate(from.cancelledOn)}` })
  const by = byOf(c)
  const touched = () => refuse('transfer.touched', { package: to.name })
  if (t.kind === 'upgrade') {
    await undoUpgrade(c, t, touched)
    return bothOf(c.tx, c.today, { id: t.id, from: from.id, to: to.id })
  }
  if (t.kind === 'transfer' && t.potMinor !== null && (await countOpenSessions(c.tx, to.id)) > 0) touched()
  await takeRowsBack(c.tx, by, t, touched)
  await takeValueBack(c.tx, by, t, touched)
  await undoTransferRow(c.tx, t, c.instant)
  const left = await findClientPackage(c.tx, to.id)
  if (left && t.kind === 'transfer' && (await countOpenSessions(c.tx, to.id)) === 0)
    await updateClientPackage(c.tx, left, { cancelledOn: c.today, cancelReason: 'The transfer was taken back' })
  await settleExpiry(c.tx, by, from.id)
  return bothOf(c.tx, c.today, { id: t.id, from: from.id, to: to.id })
}
