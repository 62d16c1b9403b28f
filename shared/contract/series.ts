// Several visits at once, off a package that a client has or is about to get: proposed, looked at, booked, all or none.

import { z } from 'zod'
import { minutesBetween } from '../dates.ts'
import { FREQUENCY_UNITS } from '../domain/words.ts'
import { bookingRefusals, Confirmed } from './appointments.ts'
import { Amount, command, Day, DayTime, Id, keyed, query, refusals, Time } from './base.ts'
import { QuotedTerms } from './sale-terms.ts'

const MOST = 60

const Slot = { serviceId: Id, practitionerId: Id, startsAt: DayTime, endsAt: DayTime }
export const Visit = z.strictObject(Slot)

/** Off which sessions: of an item that the client has, or of one of a package to be sold, at its place there. */
export const VisitBasis = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owned'), clientPackageItemId: Id }),
  z.strictObject({ kind: z.literal('offered'), packageId: Id, position: z.int().positive(), terms: QuotedTerms }),
])

/** As it was shown: on the package, or at the regular fee. */
export const BookedVisit = z
  .strictObject({ ...Slot, onPackage: z.boolean() })
  .refine((v) => v.startsAt < v.endsAt, { path: ['endsAt'], message: 'Must be after the start.' })
  .refine((v) => minutesBetween(v.startsAt, v.endsAt) <= 12 * 60, { path: ['endsAt'], message: 'At most 12 hours.' })

const Visits = z.array(BookedVisit).min(1, 'Add a visit.').max(MOST)

/** What is booked together with a sale, off the item at that place of the package. */
export const Schedule = z.strictObject({ position: z.int().positive(), visits: Visits, confirmed: z.strictObject(Confirmed) })

const Rhythm = z.strictObject({ count: z.int().min(1, 'At least 1.').max(99), unit: z.enum(FREQUENCY_UNITS) })

const CONFLICTS = ['taken', 'together', 'notGiven', 'outsideHours', 'clientBusy'] as const

const offered = [
  'call.notFound',
  'package.notForSale',
  'package.alreadyExpired',
  'sale.startInPast',
  'sale.endBeforeStart',
  'clientPackage.endInPast',
] as const

export const series = {
  /** Days by the rhythm (the package's unless said), times in the practitioner's free hours, none after the end. */
  proposeVisits: query('appointments.book')
    .errors(refusals(...offered))
    .input(
      z.strictObject({
        clientId: Id,
        basis: VisitBasis,
        serviceId: Id,
        practitionerId: Id.nullable(), // null: who gave it last
        visits: z.int().min(1, 'At least 1.').max(MOST, `At most ${MOST}.`),
        from: Day.nullable(), // null: tomorrow, or as the rhythm goes on from what is booked already
        time: Time.nullable(), // null: as early as there is room
        rhythm: Rhythm.nullable(),
      }),
    )
    .output(z.object({ practitionerId: Id.nullable(), rhythm: Rhythm, minutes: z.int(), from: Day, visits: z.array(Visit) })),
  /** Which of them the package covers and why not the others, and what stands in the way of each. Nothing is written. */
  previewVisits: query('appointments.book')
    .errors(refusals(...offered))
    .input(z.strictObject({ clientId: Id, basis: VisitBasis, visits: z.array(Visit).max(MOST) }))
    .output(
      z.object({
        currency: z.string(),
        visits: z.array(
          z.object({
            onPackage: z.boolean(),
            why: z.string().nullable(), // "outside validity", when it is at the regular fee
            feeMinor: Amount,
            conflict: z.object({ kind: z.enum(CONFLICTS), words: z.string() }).nullable(),
          }),
        ),
      }),
    ),
  bookVisits: command('appointments.book')
    .errors(refusals(...bookingRefusals))
    .input(keyed({ clientId: Id, clientPackageItemId: Id, visits: Visits, confirmed: z.strictObject(Confirmed) }))
    .output(z.object({ appointmentIds: z.array(Id) })),
  /** Takes a whole series back: the appointments are deleted, their sessions returned. */
  undoVisits: command('appointments.book')
    .errors(refusals('appointment.ownOnly', 'appointment.wrongStatus', 'call.notFound'))
    .input(keyed({ appointmentIds: z.array(Id).min(1).max(MOST) }))
    .output(z.object({ count: z.int() })),
}
