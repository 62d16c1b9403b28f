// Appointments: booking, moving, and every way one can end.

import { z } from 'zod'
import { type LocalDateTime, minutesBetween } from '../dates.ts'
import { APPOINTMENT_STATUSES } from '../domain/words.ts'
import { Amount, command, DayTime, Id, keyed, Mark, query, refusals, Text } from './base.ts'
import { SessionCount } from './calendar.ts'
import { ClientPackage } from './client-packages.ts'
import { RelatedInvoice } from './invoices.ts'

const Slot = { practitionerId: Id, serviceId: Id, startsAt: DayTime, endsAt: DayTime }
const inOrder = (s: { startsAt: string; endsAt: string }) => s.startsAt < s.endsAt
const notTooLong = (s: { startsAt: LocalDateTime; endsAt: LocalDateTime }) => minutesBetween(s.startsAt, s.endsAt) <= 12 * 60

/** Warnings the person saw and confirmed; each is refused once without it. */
export const Confirmed = { outsideHours: z.boolean(), endMoves: z.boolean() }

export const BookAppointment = keyed({
  clientId: Id,
  ...Slot,
  clientPackageItemId: Id.nullable(), // null: at the regular fee
  note: Text(2000),
  confirmed: z.strictObject(Confirmed),
})
  .refine(inOrder, { path: ['endsAt'], message: 'Must be after the start.' })
  .refine(notTooLong, { path: ['endsAt'], message: 'At most 12 hours.' })

export const EditAppointment = keyed({
  id: Id,
  mark: Mark,
  clientId: Id.optional(), // absent: stays; another one: the session goes back and the package is judged anew
  ...Slot,
  clientPackageItemId: Id.nullable(),
  note: Text(2000),
  confirmed: z.strictObject(Confirmed),
})
  .refine(inOrder, { path: ['endsAt'], message: 'Must be after the start.' })
  .refine(notTooLong, { path: ['endsAt'], message: 'At most 12 hours.' })

/** What happened to the package's session, for the notice: "Relax 10 no longer covers this, it lapsed". */
export const Appointment = z.object({
  id: Id,
  mark: Mark,
  clientId: Id,
  clientName: z.string(),
  practitionerId: Id,
  practitionerName: z.string(),
  serviceId: Id,
  serviceName: z.string(),
  startsAt: DayTime,
  endsAt: DayTime,
  busyUntil: DayTime,
  status: z.enum(APPOINTMENT_STATUSES),
  note: z.string(),
  deleted: z.boolean(),
  regularPriceMinor: Amount,
  currency: z.string(),
  session: z
    .object({
      clientPackageId: Id,
      clientPackageItemId: Id,
      packageName: z.string(),
      count: SessionCount,
      remaining: z.int().nullable(),
      valueMinor: Amount,
    })
    .nullable(),
  invoice: z
    .object({
      id: Id,
      number: z.int().nullable(),
      status: z.enum(['draft', 'published', 'void', 'discarded']),
      totalMinor: Amount,
      dueMinor: Amount,
      payerId: Id,
      payerName: z.string(),
    })
    .nullable(),
  droppedPackage: z.string().nullable(), // the name, when this command let go of the package because it lapsed
})

const ENDINGS = ['cancelled', 'cancelledByPractice', 'lateCancelled', 'noShow'] as const
export const Ending = z.enum(ENDINGS)

export const bookingRefusals = [
  'appointment.slotTaken',
  'appointment.outsideHours',
  'appointment.notGiven',
  'appointment.ownOnly',
  'service.notOffered',
  'clientPackage.notTheirs',
  'clientPackage.capReached',
  'clientPackage.notCovered',
  'clientPackage.noneLeft',
  'clientPackage.notValidOn',
  'clientPackage.endMoves',
  'clientPackage.unpaid',
  'session.taken',
  'call.notFound',
] as const
const change = (...codes: Parameters<typeof refusals>) =>
  command('appointments.book').errors(refusals('appointment.ownOnly', 'appointment.wrongStatus', 'call.notFound', ...codes))

export const appointments = {
  get: query('calendar.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(Appointment.extend({ clientPackages: z.array(ClientPackage), relatedInvoice: RelatedInvoice.nullable() })),
  ofClient: query('clients.view')
    .input(z.strictObject({ clientId: Id }))
    .output(z.array(Appointment)),
  book: command('appointments.book')
    .errors(refusals(...bookingRefusals))
    .input(BookAppointment)
    .output(Appointment),
  /** Changes time, practitioner, service, package or note; the session is returned and booked anew where needed. */
  edit: command('appointments.book')
    .errors(refusals(...bookingRefusals, 'appointment.wrongStatus', 'record.changed'))
    .input(EditAppointment)
    .output(Appointment),
  /** Between booked, confirmed, arrived and in session. */
  setStatus: change()
    .input(keyed({ id: Id, status: z.enum(['booked', 'confirmed', 'arrived', 'inSession']) }))
    .output(Appointment),
  complete: change('appointment.notYet')
    .input(keyed({ id: Id }))
    .output(Appointment),
  undoComplete: change()
    .input(keyed({ id: Id }))
    .output(Appointment),
  /** What ending the appointment now would do: the rule, and the words for the panel. Nothing is written. */
  previewEnding: query('appointments.book')
    .errors(refusals('call.notFound', 'appointment.wrongStatus'))
    .input(z.strictObject({ id: Id, as: Ending }))
    .output(
      z.object({
        isLate: z.boolean(), // inside the late-cancel window
        rule: z.enum(['return', 'forfeit', 'ask']), // 'return' without asking for plain cancellations
        packageName: z.string().nullable(),
        remaining: z.int().nullable(),
        afterReturn: z.int().nullable(),
        lapsesAtOnce: z.boolean(), // returned after the end: it would expire at once
        feeMinor: Amount,
        currency: z.string(), // charged when forfeited and paid each appointment
        onAccountMinor: Amount, // paid for it already: goes to the client's account when the invoice falls away
      }),
    ),
  /** Cancels or marks a no-show. `session`: what becomes of the package's session, null when there is none. */
  end: change('appointment.endingUndecided', 'appointment.notYet')
    .input(keyed({ id: Id, as: Ending, session: z.enum(['return', 'forfeit']).nullable(), reason: z.string().trim().max(500) }))
    .output(Appointment),
  /** Takes an ending back; the session is booked again if one is free, else the regular fee stands. */
  undoEnd: change('appointment.slotTaken', 'session.taken')
    .input(keyed({ id: Id }))
    .output(Appointment),
  remove: change()
    .input(keyed({ id: Id }))
    .output(Appointment),
  restore: change('appointment.slotTaken', 'session.taken')
    .input(keyed({ id: Id }))
    .output(Appointment),
}
