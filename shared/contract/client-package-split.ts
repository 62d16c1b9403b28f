// The values of a client package's unused sessions, dealt anew by hand, and its notes.

import { z } from 'zod'
import { command, Id, keyed, Price, refusals, RequiredLine, Text } from './base.ts'
import { ClientPackage } from './client-packages.ts'

const NewValue = z.strictObject({ sessionId: Id, beforeMinor: Price, valueMinor: Price })

export const RevalueSessions = keyed({
  id: Id,
  values: z.array(NewValue).min(1).max(2_000),
  reason: RequiredLine(200, 'Enter a reason.'),
})
/** `before` is what stood there when the person began. */
export const SaveNotes = keyed({ id: Id, before: z.string(), notes: Text(2_000) })

export const clientPackageSplit = {
  /** Free and booked sessions only; together they stay worth what they were. */
  revalue: command('clientPackages.change')
    .errors(refusals('call.notFound', 'clientPackage.cancelled', 'split.notEqual', 'split.changed'))
    .input(RevalueSessions)
    .output(ClientPackage),
  saveNotes: command('clients.edit').errors(refusals('call.notFound', 'notes.changed')).input(SaveNotes).output(ClientPackage),
}
