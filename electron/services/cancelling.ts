// Cancels a client package: booked sessions go back first, what is free lapses, money is given back, and the books end as chosen.

import type { z } from 'zod'
import { insertCancellation, insertLoss, listBookedVisits } from '../../db/queries/cancellations.ts'
import { findAppointment, findClientName, updateAppointment } from '../../db/queries/appointments.ts'
import { updateClientPackage } from '../../db/queries/client-packages.ts'
import { insertLines, listLines } from '../../db/queries/invoices.ts'
import { findSessionOfAppointment, listSessionsInState, potLeft } from '../../db/queries/sessions.ts'
import type { Row } from '../../db/schema.ts'
import type { CancelClientPackage } from '../../shared/contract/client-package-endings.ts'
import { adjustmentAmount, type BookEnd, bookEndsOf, taxesOfAdjustment } from '../../shared/domain/book-endings.ts'
import { REFUND_WAYS } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import { add, type Minor, sum, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { closePlan } from './instalments.ts'
import { visitOf } from './appointments.ts'
import { draftInvoice, withdrawInvoice } from './billing.ts'
import { type Card, getCard } from './client-package-cards.ts'
import { byOf, returnSession, settleExpiry } from './ledger.ts'
import { moneyWords } from './money-words.ts'
import { giveBack } from './paying.ts'
import { bookEnd, countedBy, elsewhereOf, refundBy, type Sale, saleOf } from './refunding.ts'
import { getOpenClientPackage } from './open-client-package.ts'

export async function previewCancel({ db }: QueryContext, { id, ownMinor }: { id: number; ownMinor: Minor }) {
  const p = await getOpenClientPackage(db, id)
  const sale = await saleOf(db, p)
  const payer = sale.invoice && (await findClientName(db, sale.invoice.clientId))
  const lapsing = [...(await listSessionsInState(db, id, 'available')), ...(await listSessionsInState(db, id, 'booked'))]
  return {
    currency: p.currency,
    taxed: sale.taxMinor !== 0,
    invoice: sale.invoice?.number && payer ? { id: sale.invoice.id, number: sale.invoice.number, payer: fullName(payer) } : null,
    visits: (await listBookedVisits(db, id)).map(({ givenName, familyName, ...visit }) => ({
      ...visit,
      treated: fullName({ givenName, familyName }),
    })),
    sessions: lapsing.length,
    valueMinor: add(sum(lapsing.map((s) => s.valueMinor)), await potLeft(db, id)),
    totalMinor: sale.totalMinor,
    paidMinor: sale.paidMinor,
    ...sale.counts,
    elsewhere: elsewhereOf(sale),
    ways: REFUND_WAYS.flatMap((way) => {
      const refund = refundBy(sale, way, ownMinor)
      if (!refund) return []
      const { refundMinor, taxMinor } = refund
      return [{ way, refundMinor, taxMinor, counted: countedBy(sale, way).parts, ends: bookEndsOf(sale, refundMinor) }]
    }),
  }
}

type Input = Omit<z.output<typeof CancelClientPackage>, 'key'>

export async function cancel(c: CommandContext, input: Input): Promise<Card> {
  const p = await getOpenClientPackage(c.tx, input.id)
  const by = byOf(c)
  const { reason } = input
  const sale = await saleOf(c.tx, p)
  if (input.way === 'regularPrice' && !sale.hasRegularPrices) refuse('refund.otherCurrency', { currency: p.currency })
  const refund =
    refundBy(sale, input.way, input.refundMinor) ??
    refuse('refund.aboveReceived', { paid: await moneyWords(c.tx, sale.paidMinor, p.currency) })
  const end = bookEnd(sale, refund.refundMinor, input.books)
  if (!end || refund.refundMinor !== input.refundMinor) return refuse('refund.changed')

  // From here on it is cancelled, so that what goes back lapses with it and does not expire by its date.
  await updateClientPackage(c.tx, p, { cancelledOn: c.today, cancelReason: reason })
  await letVisitsGo(c, p.id, input)
  await settleExpiry(c.tx, by, p.id)

  const payout = { amountMinor: refund.refundMinor, refundBy: input.refundBy, reason: `${p.name} cancelled: ${reason}` }
  const paymentId = sale.invoice && refund.refundMinor > 0 ? await giveBack(c.tx, by, sale.invoice, payout) : null
  const adjustmentLineId = sale.invoice && end.adjustmentMinor !== 0 ? await adjust(c, p, sale, sale.invoice.id, end, reason) : null
  if (sale.invoice && end.lossMinor > 0)
    await insertLoss(c.tx, {
      invoiceId: sale.invoice.id,
      amountMinor: end.lossMinor,
      reason: payout.reason,
      effectiveOn: c.today,
      staffId: c.staff.id,
      at: c.instant,
    })
  if (sale.invoice) await closePlan(c.tx, { at: c.instant }, sale.invoice.id)
  await insertCancellation(c.tx, {
    clientPackageId: p.id,
    cancelledOn: c.today,
    reason,
    way: input.way,
    books: input.books,
    refundMinor: refund.refundMinor,
    taxMinor: refund.taxMinor,
    paymentId,
    adjustmentLineId,
    lossMinor: end.lossMinor,
    paidMinor: sale.paidMinor,
    ...countedColumns(sale, input.way),
    ...sale.counts,
    visits: input.visits,
    staffId: c.staff.id,
    at: c.instant,
    reactivatedAt: null,
  })
  return getCard(c.tx, c.today, p.id)
}

/** As the refund note prints it: all that counted, and of it what lapsed, what moved on and what was brought in. */
function countedColumns(sale: Sale, way: Input['way']) {
  const { totalMinor, parts } = countedBy(sale, way)
  const amountOf = (what: 'lapsed' | 'moved' | 'broughtIn') => parts.find((p) => p.what === what)?.amountMinor ?? ZERO
  return {
    countedMinor: totalMinor,
    lapsedMinor: amountOf('lapsed'),
    movedMinor: amountOf('moved'),
    broughtInMinor: amountOf('broughtIn'),
  }
}

/** Every booked session goes back; the visits to come stay at the regular price or are cancelled, those of the past stay. */
async function letVisitsGo(c: CommandContext, clientPackageId: number, { visits, reason }: Input): Promise<void> {
  const by = byOf(c)
  for (const { id, startsAt } of await listBookedVisits(c.tx, clientPackageId)) {
    const held = await findSessionOfAppointment(c.tx, id)
    const appointment = await findAppointment(c.tx, id)
    if (!held || !appointment) throw new Error('A booked session without its visit')
    await returnSession(c.tx, by, held, reason)
    if (visits === 'cancel' && startsAt > c.now) {
      await updateAppointment(c.tx, appointment, { status: 'cancelled' })
      await withdrawInvoice(c.tx, by, id)
    } else await draftInvoice(c.tx, by, await visitOf(c.tx, id))
  }
}

/** One line that lowers what the invoice asks for, with its part of each tax. Gives the line's id. */
async function adjust(
  c: CommandContext,
  p: Row<'clientPackages'>,
  sale: Sale,
  invoiceId: number,
  end: BookEnd,
  reason: string,
): Promise<number> {
  const taxes = taxesOfAdjustment(sale.charged, end.totalMinor)
  const amountMinor = adjustmentAmount(end.adjustmentMinor, taxes, sale.pricesIncludeTax)
  const [id] = await insertLines(
    c.tx,
    invoiceId,
    [
      {
        kind: 'adjustment',
        description: `${p.name}, cancelled`,
        quantity: 1,
        unitPriceMinor: amountMinor,
        amountMinor,
        adjustmentReason: reason,
        clientPackageId: p.id,
        taxes,
      },
    ],
    (await listLines(c.tx, [invoiceId])).length + 1,
  )
  if (id === undefined) throw new Error('No id came back')
  return id
}
