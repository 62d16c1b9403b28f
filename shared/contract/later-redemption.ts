// Visits that were held before the package was bought (or were left off it) put on it later: what that does to each invoice is
// shown first, then all of it is done by one command, and can be taken back visit by visit.

import { z } from 'zod'
import { Amount, command, DayTime, Id, keyed, query, refusals } from './base.ts'
import { ClientPackage } from './client-packages.ts'

const EarlierVisit = z.object({
  appointmentId: Id,
  at: DayTime,
  service: z.string(),
  practitioner: z.string(),
  treated: z.string(),
  /** Of a visit that has none, nothing changes. With tax. */
  invoice: z
    .object({
      id: Id,
      number: z.int().nullable(),
      totalMinor: Amount,
      afterMinor: Amount, // what it will ask for
      creditMinor: Amount, // what of its payments goes to the account
      printed: z.boolean(), // a receipt was printed or saved
    })
    .nullable(),
})

const Chosen = z.array(Id).max(200)

export const laterRedemption = {
  /** The visits that can be put on it, latest first; with some chosen, what they make of its end. */
  earlierVisits: query('clientPackages.change')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id, appointmentIds: Chosen }))
    .output(
      z.object({
        currency: z.string(),
        visits: z.array(EarlierVisit),
        put: z.array(EarlierVisit), // those that stand on it by an earlier such command
        endBefore: z.string(),
        endAfter: z.string(),
        outside: z.array(DayTime), // booked visits that the new end would leave outside
      }),
    ),
  redeemLater: command('clientPackages.change')
    .errors(
      refusals(
        'call.notFound',
        'clientPackage.cancelled',
        'clientPackage.notTheirs',
        'clientPackage.capReached',
        'clientPackage.notCovered',
        'clientPackage.noneLeft',
        'clientPackage.notValidOn',
        'appointment.notAttended',
        'appointment.onPackage',
      ),
    )
    .input(keyed({ id: Id, appointmentIds: Chosen.min(1, 'Choose at least one visit.') }))
    .output(z.object({ clientPackage: ClientPackage, creditMinor: Amount })),
  /** Takes visits off again: their sessions are free, their invoices ask for what they asked before, paid from the account as far as it goes. */
  undoRedeemLater: command('clientPackages.change')
    .errors(refusals('call.notFound', 'appointment.notPutLater'))
    .input(keyed({ id: Id, appointmentIds: Chosen.min(1, 'Choose at least one visit.') }))
    .output(z.object({ clientPackage: ClientPackage, dueMinor: Amount })),
}
