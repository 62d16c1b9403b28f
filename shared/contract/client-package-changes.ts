// What a person changes on a client package after its sale: how many sessions, until when, and holds. Each is shown before it
// happens, needs a reason, and can be taken back by its opposite.

import { z } from 'zod'
import { authorisations } from './authorisations.ts'
import { command, Day, DayTime, Id, keyed, query, refusals, RequiredLine } from './base.ts'
import { ClientPackage } from './client-packages.ts'
import { laterRedemption } from './later-redemption.ts'

const Reason = RequiredLine(200, 'Enter a reason.')
const Count = z.int().min(1, 'At least 1.').max(999, 'At most 999.')

/** `add` gives sessions of no value, `takeOff` withdraws the free ones with the highest numbers, `set` makes as many free as it says. */
export const Adjustment = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), count: Count }),
  z.strictObject({ kind: z.literal('takeOff'), count: Count }),
  z.strictObject({ kind: z.literal('set'), count: z.int().min(0, 'Not below 0.').max(999, 'At most 999.') }),
])

/** What the change makes of the end, and the visits booked on the package that it leaves outside. */
const EndPreview = z.object({ before: z.string(), after: z.string(), outside: z.array(DayTime) })

export const AdjustClientPackage = keyed({ clientPackageItemId: Id, change: Adjustment, reason: Reason })
export const SetEnd = keyed({ id: Id, end: Day.nullable(), reason: Reason })
export const HoldClientPackage = keyed({ id: Id, fromDay: Day, throughDay: Day.nullable(), reason: Reason })

const holdRefusals = refusals('call.notFound', 'hold.order', 'hold.overlaps', 'hold.used', 'hold.tooEarly', 'hold.tooLate')

export const clientPackageChanges = {
  ...authorisations,
  ...laterRedemption,
  adjust: command('clientPackages.change')
    .errors(refusals('call.notFound', 'clientPackage.tooFewFree', 'clientPackage.notAdjustable', 'clientPackage.cancelled'))
    .input(AdjustClientPackage)
    .output(ClientPackage),
  previewEnd: query('clientPackages.change')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id, end: Day.nullable() }))
    .output(EndPreview),
  /** null: what the package's own rule says. */
  setEnd: command('clientPackages.change')
    .errors(refusals('call.notFound', 'clientPackage.endInPast', 'sale.endBeforeStart', 'clientPackage.cancelled'))
    .input(SetEnd)
    .output(ClientPackage),
  previewHold: query('clientPackages.change')
    .errors(holdRefusals)
    .input(z.strictObject({ id: Id, fromDay: Day, throughDay: Day.nullable() }))
    .output(z.object({ before: z.string(), after: z.string(), within: z.array(DayTime) })),
  /** Both days included; throughDay null: until further notice. */
  hold: command('clientPackages.change')
    .errors({ ...holdRefusals, ...refusals('clientPackage.cancelled') })
    .input(HoldClientPackage)
    .output(ClientPackage),
  /** Its last day is `throughDay`; before its first day: it is taken back whole. */
  endHold: command('clientPackages.change')
    .errors(refusals('call.notFound', 'hold.longer'))
    .input(keyed({ holdId: Id, throughDay: Day }))
    .output(ClientPackage),
}
