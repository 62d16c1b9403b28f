// Reports and documents. A document is drawn by an action and fetched once by its id.

import { z } from 'zod'
import { APPOINTMENT_STATUSES, PAPERS, PAYMENT_METHODS, REFUND_WAYS, SESSION_STATES } from '../domain/words.ts'
import { action, Amount, Day, DayTime, Id, query, refusals } from './base.ts'
import { ConsumedCounts } from './client-package-endings.ts'

const Visit = z.object({
  position: z.int().nullable(),
  at: DayTime,
  minutes: z.int(),
  service: z.string(),
  practitioner: z.string(),
  licence: z.string(),
  treated: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  valueMinor: Amount,
  taxMinor: Amount,
  invoiceNumber: z.int().nullable(),
})

/**
 * One client package over a period. Values are session values when prepaid, fees when paid each appointment. Of what the client
 * prepaid, everybody's visits; of what another prepaid, or what is paid each appointment, the client's own.
 */
export const StatementPackage = z.object({
  clientPackageId: Id,
  name: z.string(),
  currency: z.string(),
  boughtOn: Day,
  receivedFrom: z.string().nullable(), // "Anna Lee’s Relax 6", of one that came by a transfer
  invoiceNumber: z.int().nullable(),
  replacedNumbers: z.array(z.int()), // of void invoices that it took the place of, which earlier papers may name
  owner: z.string().nullable(), // who bought it, when that is somebody else
  paidWords: z.string(),
  endWords: z.string(),
  prepaid: z.boolean(),
  unlimited: z.boolean(),
  states: z.array(z.enum(SESSION_STATES)),
  countWords: z.string(),
  attended: z.array(Visit),
  notAttended: z.array(Visit),
  handedOver: z.array(z.object({ on: Day, product: z.string(), valueMinor: Amount })),
  byPerson: z.array(z.object({ clientId: Id, name: z.string(), sessions: z.int(), valueMinor: Amount })), // attended, where others were treated too
  attendedMinor: Amount,
  notAttendedMinor: Amount,
  handedOverMinor: Amount,
  prepaidAtStart: z.object({ sessions: z.int(), valueMinor: Amount }),
  prepaidAtEnd: z.object({ sessions: z.int(), valueMinor: Amount }),
  movedIn: z.object({ sessions: z.int(), valueMinor: Amount }), // in the period, from other client packages
  movedOut: z.object({ sessions: z.int(), valueMinor: Amount }),
  paidMinor: Amount,
  refundedMinor: Amount,
  dueMinor: Amount, // of the sale when prepaid, as things stand: not paid yet
  notInvoicedMinor: Amount, // its charge, while it was given without an invoice
  taxMinor: Amount, // of the visits when paid each appointment; of the sale, if it falls into the period, when prepaid
  billedMinor: Amount,
})

export const Statement = z.object({
  client: z.object({
    id: Id,
    name: z.string(),
    birthDate: Day.nullable(),
    address: z.string(),
    insurer: z.string(),
    insurerNumber: z.string(),
  }),
  practice: z.object({ name: z.string(), address: z.string(), phone: z.string(), email: z.string(), registration: z.string() }),
  from: Day,
  through: Day,
  madeOn: Day,
  pricesIncludeTax: z.boolean(),
  paper: z.enum(PAPERS),
  packages: z.array(StatementPackage),
})

export const StatementChoice = z
  .strictObject({
    clientId: Id,
    from: Day,
    through: Day,
    clientPackageIds: z.array(Id).max(200).nullable(), // null: all that touch the period
    showAmounts: z.boolean(),
  })
  .refine((s) => s.from <= s.through, { path: ['through'], message: 'Must not be before the start.' })

/** What was given back for a cancelled client package, and how it was worked out; amounts with tax. */
export const RefundNote = z.object({
  ownerName: z.string().nullable(), // whose package it was, when that is not who gets the money
  packageName: z.string(),
  invoiceNumber: z.int(),
  currency: z.string(),
  on: Day,
  reason: z.string(),
  way: z.enum(REFUND_WAYS),
  by: z.enum(PAYMENT_METHODS).nullable(), // null: on account
  paidMinor: Amount,
  ...ConsumedCounts,
  countedMinor: Amount, // against what was paid
  lapsedMinor: Amount, // of it, what had expired
  movedMinor: Amount, // of it, what moved to another client package
  broughtInMinor: Amount, // of it, below 0, what value from another one covers
  refundMinor: Amount,
  taxMinor: Amount, // in it
})

const Drawn = z.object({ documentId: z.string(), fileName: z.string(), pages: z.int() })

export const reports = {
  statement: query('reports.usage', { opensClient: 'clientId' }).errors(refusals('call.notFound')).input(StatementChoice).output(Statement),
  /** Amounts of one currency stand on one statement. */
  drawStatement: action('reports.usage').errors(refusals('call.notFound', 'statement.currencies')).input(StatementChoice).output(Drawn),
  drawInvoice: action('invoices.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ invoiceId: Id }))
    .output(Drawn),
  /** Of a cancelled client package for which money was given back. */
  drawRefundNote: action('invoices.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ clientPackageId: Id }))
    .output(Drawn),
}
