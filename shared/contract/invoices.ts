// Invoices: read here, and given another plan; they are made by selling and booking, and published by completing and paying.

import { z } from 'zod'
import { INVOICE_STATES, LINK_LABELS, PAYMENT_METHODS } from '../domain/words.ts'
import { Amount, command, Day, Id, keyed, Mark, query, Rate, refusals } from './base.ts'
import { Plan, StandingInstalment } from './instalments.ts'

export const InvoiceRow = z.object({
  id: Id,
  number: z.int().nullable(),
  kind: z.enum(['sale', 'appointment']),
  state: z.enum(INVOICE_STATES),
  publishedOn: Day.nullable(),
  dueOn: Day.nullable(), // of the first instalment that is not paid, where there is a plan
  clientId: Id,
  clientName: z.string(), // who pays
  treatedClientId: Id,
  treatedClientName: z.string(), // who is treated, or owns the package
  words: z.string(), // the first line's description
  currency: z.string(),
  totalMinor: Amount,
  paidMinor: Amount,
  lossMinor: Amount, // will not be paid any more
  dueMinor: Amount,
})
const Numbered = z.object({ id: Id, number: z.int() })
/** The invoice a visit's package is on; replacedBy: billed to somebody else since, which one counts now. */
export const RelatedInvoice = Numbered.extend({ replacedBy: Numbered.nullable() })
/** By currency, never summed. */
const InCurrency = z.object({ currency: z.string(), amountMinor: Amount })
export const InvoiceLine = z.object({
  id: Id,
  kind: z.enum(['package', 'service', 'covered', 'fee', 'product', 'moved', 'adjustment']),
  description: z.string(),
  quantity: z.int(),
  unitPriceMinor: Amount,
  discountMinor: Amount,
  discountReason: z.string(),
  amountMinor: Amount,
  adjustmentReason: z.string().nullable(),
  taxes: z.array(z.object({ name: z.string(), rate: Rate, taxMinor: Amount })),
})
export const InvoicePayment = z.object({
  id: Id,
  method: z.enum(PAYMENT_METHODS),
  amountMinor: Amount,
  allocatedMinor: Amount,
  receivedOn: Day,
  reversed: z.boolean(),
  reverses: z.boolean(), // gives a whole payment back; below 0 without it: a refund
  reason: z.string(),
  staffName: z.string(),
})
export const Invoice = InvoiceRow.extend({
  payerChosen: z.boolean(), // by hand; kept when a draft is written anew
  appointmentId: Id.nullable(),
  relatedInvoice: RelatedInvoice.nullable(),
  /** Billed to somebody else: which one this took the place of, and which one took its place. */
  replaces: Numbered.nullable(),
  replacedBy: Numbered.nullable(),
  pricesIncludeTax: z.boolean(),
  lines: z.array(InvoiceLine),
  netMinor: Amount,
  taxes: z.array(z.object({ name: z.string(), rate: Rate, taxMinor: Amount })),
  taxMinor: Amount,
  payments: z.array(InvoicePayment),
  plan: z.array(StandingInstalment), // empty: due in one
  mark: Mark, // of its plan
})

/** Somebody who may be asked for an invoice, and what they have to do with it. */
const Payer = z.object({
  clientId: Id,
  name: z.string(),
  why: z.enum(['treated', 'owner', 'linked']), // owner: of the package
  label: z.enum(LINK_LABELS).nullable(), // what a linked client is to the one treated
})

export const invoices = {
  list: query('invoices.view')
    .input(
      z.strictObject({
        search: z.string().max(120),
        clientId: Id.nullable(), // who pays
        forThem: z.boolean().default(false), // with what others pay for that client
        states: z.array(z.enum(INVOICE_STATES)),
        page: z.int().min(1),
        pageSize: z.int().min(1).max(200),
      }),
    )
    .output(z.object({ rows: z.array(InvoiceRow), total: z.int(), due: z.array(InCurrency) })),
  get: query('invoices.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(Invoice),
  /** Who could be billed, whoever else there is by search; and what billing somebody else would do. */
  payers: query('invoices.bill')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ invoiceId: Id }))
    .output(
      z.object({
        payerId: Id,
        payerName: z.string(),
        usualPayerId: Id.nullable(), // of a draft, when nobody was chosen
        choices: z.array(Payer),
        /** Published: it becomes void, and a new one with the next number takes its place. */
        replaces: z.object({ number: z.int(), printed: z.boolean() }).nullable(),
        refusal: z.string().nullable(), // why it can't be billed to somebody else, and what to do
      }),
    ),
  /** Bills somebody else: a draft is changed; a published one nothing was paid on is void, and a new one takes its place. */
  setPayer: command('invoices.bill')
    .errors(refusals('call.notFound', 'payer.paid', 'payer.publishedMeanwhile', 'payer.closed', 'clientPackage.cancelled'))
    .input(
      keyed({
        invoiceId: Id,
        payerId: z.int({ error: 'Choose who pays.' }).positive(),
        replaces: z.boolean(), // the person knows that a published one becomes void; without it that is refused
      }),
    )
    .output(Invoice),
  /** Other dates and amounts for what is paid in parts; an empty plan: due in one by the invoice's own date. */
  setPlan: command('invoices.plan')
    .errors(refusals('call.notFound', 'invoice.notPublished', 'payment.nothingDue', 'plan.sum', 'plan.order', 'record.changed'))
    .input(keyed({ invoiceId: Id, mark: Mark, plan: Plan }))
    .output(Invoice),
}
