// Money received: payments, what of them stands on an invoice, and what stays on the client's account.

import type { z } from 'zod'
import { insertAllocation, insertPayment, listAllocated, listCredit } from '../../db/queries/payments.ts'
import type { Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { PaymentPart } from '../../shared/contract/client-packages.ts'
import type { PaymentMethod } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { atLeastZero, type Minor, minor, negate, smaller, subtract, sum, ZERO } from '../../shared/money.ts'
import { staffOf } from './billing.ts'
import type { By } from './ledger.ts'
import { moneyWords } from './money-words.ts'

type Part = z.output<typeof PaymentPart>

interface Bill {
  invoiceId: number
  clientId: number
  currency: string
  dueMinor: Minor
}

/** Records each part as a payment and puts it on the invoice, up to what is due; the rest stays on account only if that was chosen. */
export async function takePayments(tx: Tx, by: By, bill: Bill, taken: { payments: readonly Part[]; keepRestOnAccount: boolean }) {
  const total = sum(taken.payments.map((p) => p.amountMinor))
  if (total > bill.dueMinor && !taken.keepRestOnAccount)
    refuse('payment.aboveDue', { due: await moneyWords(tx, bill.dueMinor, bill.currency) })
  if (taken.payments.some((p) => p.tenderedMinor !== null && p.tenderedMinor < p.amountMinor)) refuse('payment.tooLittleCash')
  let due = bill.dueMinor
  for (const part of taken.payments) {
    const paymentId = await insertPayment(tx, {
      clientId: bill.clientId,
      method: part.method,
      amountMinor: part.amountMinor,
      currency: bill.currency,
      tenderedMinor: part.tenderedMinor,
      state: 'cleared',
      receivedOn: by.today,
      staffId: staffOf(by),
      at: by.at,
    })
    due = subtract(due, await allocate(tx, by, bill.invoiceId, paymentId, smaller(part.amountMinor, due)))
  }
  return {
    dueMinor: due,
    changeMinor: sum(taken.payments.map((p) => (p.tenderedMinor === null ? ZERO : subtract(p.tenderedMinor, p.amountMinor)))),
    onAccountMinor: atLeastZero(subtract(total, bill.dueMinor)),
  }
}

/**
 * Gives money of an invoice back: by a method as a payment below zero, or to the payer's account by taking it off the invoice,
 * from the newest payment back. Gives the payment's id, if there is one.
 */
export async function giveBack(
  tx: Tx,
  by: By,
  invoice: Pick<Row<'invoices'>, 'id' | 'clientId' | 'currency'>,
  payout: { amountMinor: Minor; refundBy: PaymentMethod | 'account'; reason: string },
): Promise<number | null> {
  const stamp = { staffId: staffOf(by), at: by.at }
  const take = (paymentId: number, amountMinor: Minor) =>
    insertAllocation(tx, { ...stamp, paymentId, invoiceId: invoice.id, amountMinor: negate(amountMinor), effectiveOn: by.today })
  if (payout.refundBy !== 'account') {
    const paymentId = await insertPayment(tx, {
      ...stamp,
      clientId: invoice.clientId,
      method: payout.refundBy,
      amountMinor: negate(payout.amountMinor),
      currency: invoice.currency,
      state: 'cleared',
      receivedOn: by.today,
      reason: payout.reason,
    })
    await take(paymentId, payout.amountMinor)
    return paymentId
  }
  let left = payout.amountMinor
  for (const { paymentId, amountMinor } of (await listAllocated(tx, { invoiceId: invoice.id })).toReversed()) {
    const part = smaller(left, atLeastZero(minor(amountMinor)))
    if (part > 0) await take(paymentId, part)
    left = subtract(left, part)
  }
  return null
}

/** Puts part of a payment on an invoice; nothing when there is nothing to put. */
export async function allocate(tx: Tx, by: By, invoiceId: number, paymentId: number, amountMinor: Minor): Promise<Minor> {
  if (amountMinor <= 0) return ZERO
  await insertAllocation(tx, { paymentId, invoiceId, amountMinor, staffId: staffOf(by), at: by.at, effectiveOn: by.today })
  return amountMinor
}

/** Puts account credit on the invoice, oldest first, until it is paid or the credit used up. Money given back counts against it. */
export async function payFromCredit(tx: Tx, by: By, bill: Bill): Promise<void> {
  const credit = await listCredit(tx, bill.clientId, bill.currency)
  let due = smaller(bill.dueMinor, atLeastZero(minor(credit.reduce((t, p) => t + p.leftMinor, 0))))
  for (const { id, leftMinor } of credit.filter((p) => p.leftMinor > 0))
    due = subtract(due, await allocate(tx, by, bill.invoiceId, id, smaller(minor(leftMinor), due)))
}
