// Giving a client a package without an invoice, and putting what it costs on an invoice later.

import { z } from 'zod'
import { SESSION_STATES } from '../domain/words.ts'
import { Amount, command, Id, keyed, Line, Price, query, Rate, refusals } from './base.ts'
import { Instalment } from './instalments.ts'
import { bookingRefusals } from './appointments.ts'
import { AS_THE_PACKAGE_SAYS, SaleTerms } from './sale-terms.ts'
import { Paying, payRefusals, saleRefusals } from './selling.ts'
import { Schedule } from './series.ts'

const Sold = z.object({ clientPackageId: Id, invoiceId: Id, invoiceNumber: z.int(), dueMinor: Amount, changeMinor: Amount })

const invoiceRefusals = [
  'call.notFound',
  'clientPackage.cancelled',
  'clientPackage.hasInvoice',
  'charge.belowUsed',
  'charge.fixed',
  'discount.aboveLimit',
] as const

export const assigning = {
  /** The charge is fixed at once and dealt over the sessions: the list price (null), or another, with its reason; 0: complimentary. */
  assign: command('clientPackages.sell')
    .errors(refusals(...saleRefusals, 'sale.invoiceAlways', 'charge.atVisits', 'charge.reasonMissing', ...bookingRefusals))
    .input(
      keyed({
        clientId: Id,
        packageId: Id,
        chargeMinor: Price.nullable(),
        reason: Line(200),
        terms: SaleTerms.default(AS_THE_PACKAGE_SAYS),
        schedule: Schedule.nullable().default(null),
      }),
    )
    .output(z.object({ clientPackageId: Id, appointmentIds: z.array(Id) })),
  /** What the invoice would ask, and what another charge would make of the unused sessions. Nothing is written. */
  previewInvoice: query('clientPackages.sell')
    .errors(refusals(...invoiceRefusals))
    .input(z.strictObject({ id: Id, chargeMinor: Price }))
    .output(
      z.object({
        currency: z.string(),
        pricesIncludeTax: z.boolean(),
        taxes: z.array(z.object({ name: z.string(), rate: Rate, taxMinor: Amount })),
        totalMinor: Amount,
        plan: z.array(Instalment),
        /** Only those whose value changes. */
        sessions: z.array(
          z.object({ label: z.string(), number: z.int(), state: z.enum(SESSION_STATES), beforeMinor: Amount, afterMinor: Amount }),
        ),
        pot: z.object({ beforeMinor: Amount, afterMinor: Amount }).nullable(),
      }),
    ),
  /** Publishes the invoice of a package that was assigned without one; another charge deals its unused sessions anew. */
  addToInvoice: command('clientPackages.sell')
    .errors(refusals(...invoiceRefusals, 'charge.atVisits', 'charge.reasonMissing', ...payRefusals))
    .input(keyed({ id: Id, chargeMinor: Price, reason: Line(200), ...Paying }))
    .output(Sold),
}
