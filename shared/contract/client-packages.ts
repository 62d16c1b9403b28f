// Client packages: a package that one client owns, with its sessions. How one is sold is in selling.ts.

import { z } from 'zod'
import { CLIENT_PACKAGE_STATES, PAYMENT_METHODS, PAYMENT_STYLES, SESSION_STATES, TRANSFER_KINDS } from '../domain/words.ts'
import { Amount, command, Day, DayTime, Id, keyed, Mark, Price, query, Rate, refusals, RequiredLine } from './base.ts'

/** What is taken at the sale or on an invoice; several methods add up. Tendered: cash handed over, change is given from it. */
export const PaymentPart = z
  .strictObject({ method: z.enum(PAYMENT_METHODS), amountMinor: Price.min(1, 'Enter an amount.'), tenderedMinor: Price.nullable() })
  .refine((p) => p.tenderedMinor === null || p.method === 'cash', { path: ['tenderedMinor'], message: 'Only cash gives change.' })

/** One pip: a session, or a lapsed one. In the order they are drawn. */
export const Pip = z.object({
  sessionId: Id,
  number: z.int(),
  state: z.enum(SESSION_STATES),
  valueMinor: Amount,
  at: DayTime.nullable(),
  appointmentId: Id.nullable(),
  practitioner: z.string().nullable(),
  clientId: Id.nullable(), // who was or will be treated
  clientName: z.string().nullable(),
})

/** What came from, or went to, another client package and was not taken back. */
export const Moved = z.object({
  transferId: Id,
  kind: z.enum(TRANSFER_KINDS),
  what: z.string(), // "2 sessions", "4 sessions, 1 × Belt"
  sessions: z.int(),
  valueMinor: Amount,
  on: Day,
  clientPackageId: Id, // the other one
  name: z.string(),
  clientId: Id,
  clientName: z.string(),
})

export const ClientPackageItem = z.object({
  id: Id,
  label: z.string(), // "Physio 45", "Any of Massage 60, Chiro 30"
  isProduct: z.boolean(),
  serviceIds: z.array(Id),
  unlimited: z.boolean(),
  total: z.int(), // rows less withdrawn and transferred
  remaining: z.int(), // available
  bookedAhead: z.int(),
  used: z.int(),
  forfeited: z.int(),
  lapsed: z.int(),
  moved: z.boolean(), // an unlimited one that went to another client package: nothing can be booked on it any more
  pips: z.array(Pip),
})

export const ClientPackage = z.object({
  id: Id,
  clientId: Id,
  ownerName: z.string(),
  packageId: Id,
  name: z.string(),
  state: z.enum(CLIENT_PACKAGE_STATES),
  paymentStyle: z.enum(PAYMENT_STYLES),
  currency: z.string(),
  priceMinor: Amount,
  chargeMinor: Amount,
  discountRate: Rate,
  toComeMinor: Amount, // value of available and booked sessions, and the pot
  paidMinor: Amount, // money received on its invoice
  totalMinor: Amount, // its invoice's total, with tax
  dueMinor: Amount,
  purchasedOn: Day,
  validFrom: Day.nullable(),
  end: Day.nullable(), // last valid day; null: none, or not yet
  endWords: z.string(), // "31 Mar 2027", "No end", "90 days after first use"
  soldBy: z.string(),
  manualEnd: Day.nullable(), // set by hand; wins over the rule
  holds: z.array(z.object({ id: Id, fromDay: Day, throughDay: Day.nullable(), reason: z.string() })),
  invoice: z.object({ id: Id, number: z.int().nullable(), payerId: Id }).nullable(),
  payerName: z.string().nullable(), // who pays its invoice, when that is not the owner
  nextInstalment: z.object({ dueOn: Day, amountMinor: Amount, isOverdue: z.boolean() }).nullable(), // what is open of it
  awaitsInvoice: z.boolean(), // given without one; not what came from another client package
  chargeReason: z.string(), // why it is not the list price
  cancellation: z.object({ on: Day, reason: z.string(), refundMinor: Amount, lossMinor: Amount }).nullable(),
  nextVisitAt: DayTime.nullable(), // booked for today or later
  notes: z.string(),
  broughtInMinor: Amount, // value that came from other client packages
  cameFrom: z.array(Moved),
  movedTo: z.array(Moved),
  authorisations: z.array(
    z.object({
      id: Id,
      mark: Mark,
      insurer: z.string(),
      reference: z.string(),
      sessions: z.int(),
      fromDay: Day,
      throughDay: Day.nullable(),
      counted: z.int(), // booked and used in that period
      words: z.string(), // "Sun Mutual: 4 of 6 until 30 Jun — runs out before the package"
    }),
  ),
  sharedWith: z.array(z.object({ clientId: Id, name: z.string(), cap: z.int().nullable(), taken: z.int() })),
  items: z.array(ClientPackageItem),
})

/** A package as the booking drawer offers it. */
export const PackageOption = z.object({
  clientPackageItemId: Id,
  clientPackageId: Id,
  name: z.string(),
  covers: z.boolean(),
  why: z.string().nullable(), // why it can't be chosen: "Covers massage, not this service", "Ended 31 Mar 2026"
  remaining: z.int().nullable(), // null: unlimited
  total: z.int().nullable(),
  states: z.array(z.enum(SESSION_STATES)), // for the pips, in drawing order
  end: Day.nullable(),
  endWords: z.string(),
  feeMinor: Amount, // what this appointment will ask for; 0 when prepaid
  note: z.string(), // "prepaid, invoice 1107" or "fee with each appointment"
  slotMinutes: z.int().nullable(), // that the package gives each visit; null: what the service takes
  warning: z.string().nullable(), // "not paid yet"
  sharedBy: z.string().nullable(), // the owner, when it is somebody else
  mayUse: z.int().nullable(), // how many more they may book of what is shared; null: no cap
  notes: z.string(), // of the client package, for whoever books on it
})

export const clientPackages = {
  /** Their own, newest first, then those that others share with them. */
  ofClient: query('clients.view', { opensClient: 'clientId' })
    .input(z.strictObject({ clientId: Id }))
    .output(z.array(ClientPackage)),
  get: query('clients.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(ClientPackage),
  /** The client's packages for a service on a day: those that cover it first, soonest end first, the best preselected. */
  available: query('appointments.book')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ clientId: Id, serviceId: Id, day: Day, appointmentId: Id.nullable() }))
    .output(z.object({ options: z.array(PackageOption), preselected: Id.nullable(), regularFeeMinor: Amount, currency: z.string() })),
  /** Hands over one piece of a product item; stock falls by one and may go below zero. */
  handOver: command('clientPackages.handOver')
    .errors(refusals('call.notFound', 'clientPackage.allHandedOver', 'clientPackage.notValidOn'))
    .input(keyed({ clientPackageItemId: Id }))
    .output(z.object({ sessionId: Id, stock: z.int() })),
  undoHandOver: command('clientPackages.handOver')
    .errors(refusals('call.notFound', 'session.notHandedOver'))
    .input(keyed({ sessionId: Id, reason: RequiredLine(200, 'Enter a reason.') }))
    .output(z.object({ stock: z.int() })),
}
