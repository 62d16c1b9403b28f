// Sessions that go from one client package to another. Each is shown before it happens, needs a reason, and can be taken
// back while what arrived was not touched.

import { z } from 'zod'
import { Amount, command, Day, Id, keyed, query, refusals, RequiredLine } from './base.ts'
import { ClientPackage } from './client-packages.ts'

const Reason = RequiredLine(200, 'Enter a reason.')
const Count = z.int({ error: 'Enter a number.' }).min(1, 'At least 1.').max(999, 'At most 999.')

/** count null: all that is free; of an unlimited item always all, with its pot. end null: no end of its own. */
const Transfer = {
  clientPackageItemId: Id,
  count: Count.nullable(),
  toClientId: z.int({ error: 'Choose who gets them.' }).positive(),
  end: Day.nullable(),
}
export const TransferSessions = keyed({ ...Transfer, reason: Reason })

/** Both client packages as they are now. */
const Both = z.object({ transferId: Id, from: ClientPackage, to: ClientPackage })

const transferRefusals = refusals(
  'call.notFound',
  'clientPackage.notMovable',
  'clientPackage.endInPast',
  'transfer.toSelf',
  'transfer.tooFewFree',
)

export const clientPackageMoves = {
  previewTransfer: query('clientPackages.change')
    .errors(transferRefusals)
    .input(z.strictObject(Transfer))
    .output(
      z.object({
        what: z.string(), // "2 sessions"
        numbers: z.array(z.int()),
        valueMinor: Amount,
        currency: z.string(),
        left: z.int().nullable(), // free here afterwards; null: unlimited
        total: z.int().nullable(), // "2 of 4" afterwards
        booked: z.int(), // visits that stay
        toClientName: z.string(),
        endWords: z.string(),
      }),
    ),
  /** To another client's new client package: no invoice, charge 0, the value is brought in. */
  transfer: command('clientPackages.change').errors(transferRefusals).input(TransferSessions).output(Both),
  /** Takes a transfer, an upgrade or a merge back, while what arrived was not touched. */
  undoTransfer: command('clientPackages.change')
    .errors(refusals('call.notFound', 'clientPackage.notMovable', 'transfer.undone', 'transfer.touched'))
    .input(keyed({ transferId: Id }))
    .output(Both),
}
