// Takes the cancelling of a client package back: its sessions return, and what its invoice no longer asked for is due again, by
// the plan there was.
// Visits that were taken off it stay off, and money that was given back stays with the client until it is paid again.

import { endCancellation, findCancellation, insertLoss } from '../../db/queries/cancellations.ts'
import { findClientPackage, listItemRows, updateClientPackage } from '../../db/queries/client-packages.ts'
import { insertPlan, listClosedInstalments } from '../../db/queries/instalments.ts'
import { insertLines, listLines, listLineTaxes } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { cancelledPot, listSessionsInState } from '../../db/queries/sessions.ts'
import type { Db } from '../../db/handles.ts'
import type { Instant } from '../../shared/dates.ts'
import { refuse } from '../../shared/errors.ts'
import { add, negate, subtract, sum, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { type Card, getCard } from './client-package-cards.ts'
import { byOf, currentEnd, movePot, reactivateSession, settleExpiry } from './ledger.ts'
import { type Sale, saleOf } from './refunding.ts'

/** The cancelled package with how it was cancelled, when it may come back: never after the whole of it was refunded. */
async function getCancelled(db: Db, id: number) {
  const p = await findClientPackage(db, id)
  if (!p) return refuse('call.notFound', { what: 'package' })
  const cancellation = await findCancellation(db, id)
  if (!cancellation) return refuse('clientPackage.notCancelled', { package: p.name })
  if (!(await getPractice(db)).mayReactivate) refuse('clientPackage.reactivationOff')
  const sale = await saleOf(db, p)
  if (cancellation.refundMinor > 0 && sale.paidMinor === 0) refuse('clientPackage.refundedWhole', { package: p.name })
  return { p, cancellation, sale }
}

export async function previewReactivate({ db, today }: QueryContext, { id }: { id: number }) {
  const { p, cancellation, sale } = await getCancelled(db, id)
  const end = await currentEnd(db, p, today)
  const line = await adjustmentOf(db, sale, cancellation.adjustmentLineId)
  const backMinor = line ? subtract(ZERO, line.withTaxMinor) : ZERO
  return {
    currency: p.currency,
    cancelledOn: cancellation.cancelledOn,
    sessions: (await listSessionsInState(db, id, 'cancelled')).length,
    endedOn: end !== null && end < today ? end : null,
    invoice: sale.invoice?.number ? { id: sale.invoice.id, number: sale.invoice.number } : null,
    dueMinor: subtract(add(sale.totalMinor, backMinor), sale.paidMinor),
    unlimited: (await listItemRows(db, id)).some((i) => i.quantity === null),
    planned: (await planBefore(db, sale, cancellation.at)).length > 0,
  }
}

export async function reactivate(c: CommandContext, { id, reason }: { id: number; reason: string }): Promise<Card> {
  const { p, cancellation, sale } = await getCancelled(c.tx, id)
  const by = byOf(c)
  await endCancellation(c.tx, cancellation.id, c.instant)
  await updateClientPackage(c.tx, p, { cancelledOn: null, cancelReason: null })
  for (const session of await listSessionsInState(c.tx, id, 'cancelled')) await reactivateSession(c.tx, by, session, reason)
  await movePot(c.tx, by, id, 'reactivate', await cancelledPot(c.tx, id), reason)
  if (sale.invoice) {
    const line = await adjustmentOf(c.tx, sale, cancellation.adjustmentLineId)
    if (line) await takeBack(c, sale.invoice.id, line, reason)
    if (cancellation.lossMinor > 0)
      await insertLoss(c.tx, {
        invoiceId: sale.invoice.id,
        amountMinor: negate(cancellation.lossMinor),
        reason,
        effectiveOn: c.today,
        staffId: c.staff.id,
        at: c.instant,
      })
  }
  const plan = await planBefore(c.tx, sale, cancellation.at)
  if (sale.invoice && plan.length > 0) await insertPlan(c.tx, sale.invoice.id, plan)
  await settleExpiry(c.tx, by, id)
  return getCard(c.tx, c.today, id)
}

/** The plan of instalments that cancelling closed. */
const planBefore = async (db: Db, sale: Sale, at: Instant) => (sale.invoice ? listClosedInstalments(db, sale.invoice.id, at) : [])

/** The line by which cancelling lowered the invoice, if it did. */
async function adjustmentOf(db: Db, sale: Sale, lineId: number | null) {
  if (!sale.invoice || lineId === null) return undefined
  const line = (await listLines(db, [sale.invoice.id])).find((l) => l.id === lineId)
  if (!line) throw new Error('A cancelled package without the line that lowered its invoice')
  const taxes = (await listLineTaxes(db, [sale.invoice.id])).filter((t) => t.invoiceLineId === lineId)
  const taxMinor = sum(taxes.map((t) => t.taxMinor))
  return { ...line, taxes, withTaxMinor: sale.pricesIncludeTax ? line.amountMinor : add(line.amountMinor, taxMinor) }
}

type Lowered = NonNullable<Awaited<ReturnType<typeof adjustmentOf>>>

async function takeBack(c: CommandContext, invoiceId: number, line: Lowered, reason: string): Promise<void> {
  const opposite = {
    kind: 'adjustment' as const,
    description: line.description.replace(/, cancelled$/, ', reactivated'),
    quantity: 1,
    unitPriceMinor: negate(line.amountMinor),
    amountMinor: negate(line.amountMinor),
    adjustmentReason: reason,
    clientPackageId: line.clientPackageId,
    taxes: line.taxes.map((t) => ({ id: t.taxId, name: t.name, rate: t.rate, taxMinor: negate(t.taxMinor) })),
  }
  await insertLines(c.tx, invoiceId, [opposite], (await listLines(c.tx, [invoiceId])).length + 1)
}
