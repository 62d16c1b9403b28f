// Payments on an invoice, account credit, and giving a payment back.

import type { z } from 'zod'
import { findInvoice, sumInvoice } from '../../db/queries/invoices.ts'
import { findLastMethod, findPayment, insertAllocation, insertPayment, listAllocated } from '../../db/queries/payments.ts'
import type { Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { PaymentPart } from '../../shared/contract/client-packages.ts'
import { refuse } from '../../shared/errors.ts'
import { type Minor, minor, negate } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { publishVisit } from './billing.ts'
import { visitOf } from './appointments.ts'
import { invoiceView } from './invoices.ts'
import { byOf } from './ledger.ts'
import { payFromCredit, takePayments } from './paying.ts'

export async function lastMethod({ db }: QueryContext) {
  return { method: (await findLastMethod(db)) ?? 'card' }
}

export async function take(
  c: CommandContext,
  input: { invoiceId: number; payments: z.output<typeof PaymentPart>[]; keepRestOnAccount: boolean },
) {
  const bill = await billOf(c, input.invoiceId)
  const { changeMinor, onAccountMinor } = await takePayments(c.tx, byOf(c), bill, input)
  return { ...(await invoiceView(c.tx, c.today, input.invoiceId)), changeMinor, onAccountMinor }
}

export async function useCredit(c: CommandContext, { invoiceId }: { invoiceId: number }) {
  const bill = await billOf(c, invoiceId)
  await payFromCredit(c.tx, byOf(c), bill)
  return invoiceView(c.tx, c.today, invoiceId)
}

/** What is due on a published invoice; the draft of an appointment is published by its first payment. */
async function billOf(c: CommandContext, invoiceId: number) {
  const invoice = await findInvoice(c.tx, invoiceId)
  if (!invoice) return refuse('call.notFound', { what: 'invoice' })
  if (invoice.status === 'draft' && invoice.appointmentId !== null)
    await publishVisit(c.tx, byOf(c), await visitOf(c.tx, invoice.appointmentId), true)
  else if (invoice.status !== 'published') refuse('invoice.notPublished')
  const dueMinor = await dueOf(c.tx, invoice)
  if (dueMinor <= 0) refuse('payment.nothingDue')
  const { clientId } = (await findInvoice(c.tx, invoiceId)) ?? invoice // publishing wrote it anew
  return { invoiceId, clientId, currency: invoice.currency, dueMinor }
}

async function dueOf(tx: Tx, invoice: Row<'invoices'>): Promise<Minor> {
  const { amounts, taxes, paid, loss } = await sumInvoice(tx, invoice.id)
  return minor(amounts + (invoice.pricesIncludeTax ? 0 : taxes) - paid - loss)
}

/** What was given back of an invoice came out of its payments: they can't all go back a second time. */
async function assertNotRefunded(c: CommandContext, paymentId: number): Promise<void> {
  for (const { invoiceId, amountMinor } of await listAllocated(c.tx, { paymentId })) {
    const { paid } = await sumInvoice(c.tx, invoiceId)
    const invoice = await findInvoice(c.tx, invoiceId)
    if (paid < amountMinor) refuse('payment.refundedSince', { invoice: invoice?.number ?? 0 })
  }
}

/** Gives a whole payment back by the same method; what stood on invoices is due again. */
export async function reverse(c: CommandContext, { paymentId, reason }: { paymentId: number; reason: string }) {
  const payment = await findPayment(c.tx, paymentId)
  if (!payment) return refuse('call.notFound', { what: 'payment' })
  if (payment.reversedBy !== null || payment.reversesPaymentId !== null) refuse('payment.reversed')
  if (payment.amountMinor < 0) refuse('payment.isRefund')
  await assertNotRefunded(c, paymentId)
  const stamp = { staffId: c.staff.id, at: c.instant }
  const id = await insertPayment(c.tx, {
    ...stamp,
    clientId: payment.clientId,
    method: payment.method,
    amountMinor: negate(payment.amountMinor),
    currency: payment.currency,
    state: 'cleared',
    receivedOn: c.today,
    reversesPaymentId: payment.id,
    reason,
  })
  for (const { invoiceId, amountMinor } of await listAllocated(c.tx, { paymentId }))
    await insertAllocation(c.tx, { ...stamp, paymentId: id, invoiceId, amountMinor: negate(minor(amountMinor)), effectiveOn: c.today })
  return { paymentId: id }
}
