// Selling a package: what it would be, and the sale itself.

import { z } from 'zod'
import { Amount, command, Day, Id, keyed, Line, Price, query, Rate, refusals, RequiredLine } from './base.ts'
import { PaymentPart } from './client-packages.ts'
import { Instalment, Plan } from './instalments.ts'
import { bookingRefusals } from './appointments.ts'
import { AS_THE_PACKAGE_SAYS, QuotedTerms, SaleTerms } from './sale-terms.ts'
import { Schedule } from './series.ts'

const discountWith = (reason: z.ZodType<string>) =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('amount'), amountMinor: Price.min(1, 'Enter an amount.'), reason }),
    z.strictObject({ kind: z.literal('percent'), rate: Rate.min(1, 'Enter a percentage.'), reason }),
  ])
/** Whoever gives less than the list price says why, as with another charge (see assigning). */
export const Discount = discountWith(RequiredLine(200, 'Enter a reason.'))
/** While it is typed, the reason may still be missing. */
export const QuotedDiscount = discountWith(Line(200))

const Sale = { clientId: Id, packageId: Id, discount: Discount.nullable(), terms: SaleTerms.default(AS_THE_PACKAGE_SAYS) }
/** While it is typed, the reasons may still be missing. */
const Quoted = { ...Sale, discount: QuotedDiscount.nullable(), terms: QuotedTerms.default(AS_THE_PACKAGE_SAYS) }

export const saleRefusals = [
  'call.notFound',
  'package.notForSale',
  'package.alreadyExpired',
  'discount.tooLarge',
  'discount.percentOnly',
  'discount.aboveLimit',
  'sale.startInPast',
  'sale.endBeforeStart',
  'clientPackage.endInPast',
] as const

/** What is taken at once, when the rest falls due (null as the package says, empty in one by the invoice's own date), and of whom. */
export const Paying = {
  payments: z.array(PaymentPart).max(6),
  keepRestOnAccount: z.boolean(),
  plan: Plan.nullable().default(null),
  payerId: Id.nullable().default(null), // null: whoever usually pays
}
export const payRefusals = ['payment.aboveDue', 'payment.tooLittleCash', 'plan.sum', 'plan.order', 'plan.atVisits'] as const

export const selling = {
  /** Why packages of at least two clients were sold or assigned at another price, the newest first. */
  chargeReasons: query('clientPackages.sell').output(z.array(z.string())),
  /** What a sale would be: end as a date, tax, total; nothing is written. */
  quote: query('clientPackages.sell')
    .errors(refusals(...saleRefusals))
    .input(z.strictObject(Quoted))
    .output(
      z.object({
        currency: z.string(),
        priceMinor: Amount,
        discountMinor: Amount,
        chargeMinor: Amount,
        pricesIncludeTax: z.boolean(),
        taxes: z.array(z.object({ name: z.string(), rate: Rate, taxMinor: Amount })),
        totalMinor: Amount,
        validFrom: Day.nullable(), // null: from the sale on
        end: Day.nullable(),
        endWords: z.string(),
        valuePerSessionMinor: Amount.nullable(),
        items: z.array(
          z.object({
            label: z.string(),
            quantity: z.int().nullable(),
            position: z.int(), // its place in the package
            services: z.array(z.object({ id: Id, name: z.string() })), // none of a product
          }),
        ),
        plan: z.array(Instalment), // as the package says; empty: not in instalments
        warnings: z.array(z.string()), // "Massage 30 is not offered any more"
      }),
    ),
  /** Sells: the invoice is published, the client package granted, what was paid recorded, visits booked; all or nothing. */
  sell: command('clientPackages.sell')
    .errors(refusals(...saleRefusals, ...payRefusals, ...bookingRefusals))
    .input(keyed({ ...Sale, ...Paying, schedule: Schedule.nullable().default(null) }))
    .output(
      z.object({
        clientPackageId: Id,
        invoiceId: Id,
        invoiceNumber: z.int(),
        dueMinor: Amount,
        changeMinor: Amount,
        appointmentIds: z.array(Id),
      }),
    ),
}
