// Cancelling a client package with what is given back and how the books end, and taking that back. Every figure is shown by the
// preview before it happens; the command refuses when it would come to other figures than those shown.

import { z } from 'zod'
import { BOOK_ENDINGS, PAYMENT_METHODS, REFUND_WAYS, VISIT_CHOICES } from '../domain/words.ts'
import { Amount, command, Day, DayTime, Id, keyed, Price, query, refusals, RequiredLine } from './base.ts'
import { ClientPackage } from './client-packages.ts'

const Reason = RequiredLine(200, 'Enter a reason.')

/** How a refund is paid out: by a method, or as credit on the payer's account. */
export const REFUND_BY = [...PAYMENT_METHODS, 'account'] as const

/** What the invoice would be with each way its books can end; amounts with tax. */
const BookEnd = z.object({
  books: z.enum(BOOK_ENDINGS),
  adjustmentMinor: Amount,
  totalMinor: Amount,
  lossMinor: Amount,
  dueMinor: Amount,
  forgivenMinor: Amount,
})

/** Of sessions attended, sessions forfeited, and pieces handed over. */
export const ConsumedCounts = { usedCount: z.int(), forfeitedCount: z.int(), pieceCount: z.int() }

/** A part of what counts against what was paid, with its tax; `broughtIn`, below 0, is covered by value from another client package. */
export const Counted = z.object({ what: z.enum(['used', 'lapsed', 'moved', 'broughtIn']), amountMinor: Amount })

const RefundChoice = z.object({
  way: z.enum(REFUND_WAYS),
  refundMinor: Amount,
  taxMinor: Amount, // in it
  counted: z.array(Counted),
  ends: z.array(BookEnd), // the usual one first
})

const CancelPreview = z.object({
  currency: z.string(),
  taxed: z.boolean(), // there is tax on its invoice
  invoice: z.object({ id: Id, number: z.int(), payer: z.string() }).nullable(), // null: it has none, so there is no money to settle
  visits: z.array(z.object({ id: Id, startsAt: DayTime, service: z.string(), practitioner: z.string(), treated: z.string() })), // booked on it
  sessions: z.int(), // that lapse: free and booked
  valueMinor: Amount, // of them, and of the pot
  totalMinor: Amount,
  paidMinor: Amount, // received, less what was given back before
  ...ConsumedCounts,
  elsewhere: z.object({ amountMinor: Amount, names: z.array(z.string()) }).nullable(), // lapses too, but was paid for on these packages’ invoices
  ways: z.array(RefundChoice),
})

/** `refundMinor`: the amount shown, or the own amount; refused when the way no longer comes to it. */
export const CancelClientPackage = keyed({
  id: Id,
  reason: Reason,
  visits: z.enum(VISIT_CHOICES),
  way: z.enum(REFUND_WAYS),
  refundMinor: Price,
  refundBy: z.enum(REFUND_BY),
  books: z.enum(BOOK_ENDINGS),
})

export const ReactivateClientPackage = keyed({ id: Id, reason: Reason })

export const clientPackageEndings = {
  /** `ownMinor`: what the own amount would do; above what was paid it is left out. */
  previewCancel: query('clientPackages.cancel')
    .errors(refusals('call.notFound', 'clientPackage.cancelled'))
    .input(z.strictObject({ id: Id, ownMinor: Price }))
    .output(CancelPreview),
  cancel: command('clientPackages.cancel')
    .errors(refusals('call.notFound', 'clientPackage.cancelled', 'refund.aboveReceived', 'refund.otherCurrency', 'refund.changed'))
    .input(CancelClientPackage)
    .output(ClientPackage),
  previewReactivate: query('clientPackages.cancel')
    .errors(refusals('call.notFound', 'clientPackage.notCancelled', 'clientPackage.reactivationOff', 'clientPackage.refundedWhole'))
    .input(z.strictObject({ id: Id }))
    .output(
      z.object({
        currency: z.string(),
        cancelledOn: Day,
        sessions: z.int(), // that come back
        endedOn: Day.nullable(), // its end has passed: they expire at once
        invoice: z.object({ id: Id, number: z.int() }).nullable(),
        dueMinor: Amount, // on its invoice again
        unlimited: z.boolean(), // it has an unlimited item
        planned: z.boolean(), // its plan of instalments comes back
      }),
    ),
  reactivate: command('clientPackages.cancel')
    .errors(refusals('call.notFound', 'clientPackage.notCancelled', 'clientPackage.reactivationOff', 'clientPackage.refundedWhole'))
    .input(ReactivateClientPackage)
    .output(ClientPackage),
}
