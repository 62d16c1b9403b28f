// Payments: money received on an invoice, or given back.

import { z } from 'zod'
import { PAYMENT_METHODS } from '../domain/words.ts'
import { Amount, command, Id, keyed, query, refusals, RequiredLine } from './base.ts'
import { PaymentPart } from './client-packages.ts'
import { Invoice } from './invoices.ts'

export const payments = {
  /** The method used last, to prefill the form. */
  lastMethod: query('invoices.view').output(z.object({ method: z.enum(PAYMENT_METHODS) })),
  /** Takes a payment; a draft invoice of an appointment is published by it. */
  take: command('payments.take')
    .errors(refusals('call.notFound', 'payment.aboveDue', 'payment.tooLittleCash', 'payment.nothingDue', 'invoice.notPublished'))
    .input(keyed({ invoiceId: Id, payments: z.array(PaymentPart).min(1).max(6), keepRestOnAccount: z.boolean() }))
    .output(Invoice.extend({ changeMinor: Amount, onAccountMinor: Amount })),
  /** Puts account credit of the payer on an invoice, as much as is due. */
  useCredit: command('payments.take')
    .errors(refusals('call.notFound', 'payment.nothingDue', 'invoice.notPublished'))
    .input(keyed({ invoiceId: Id }))
    .output(Invoice),
  /** Gives a whole payment back by the same method: a new payment below zero, its allocations undone. */
  reverse: command('payments.reverse')
    .errors(refusals('call.notFound', 'payment.reversed', 'payment.isRefund', 'payment.refundedSince'))
    .input(keyed({ paymentId: Id, reason: RequiredLine(200, 'Enter a reason.') }))
    .output(z.object({ paymentId: Id })),
}
