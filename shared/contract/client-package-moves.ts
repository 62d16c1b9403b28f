// Sessions that go from one client package to another. Each is shown before it happens, needs a reason, and can be taken
// back while what arrived was not touched.

import { z } from 'zod'
import { Amount, command, Day, Id, keyed, Price, query, Rate, refusals, RequiredLine } from './base.ts'
import { ClientPackage } from './client-packages.ts'
import { Instalment } from './instalments.ts'
import { Paying, payRefusals } from './selling.ts'

const Reason = RequiredLine(200, 'Enter a reason.')
const Count = z.int().min(1, 'At least 1.').max(999, 'At most 999.')

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
  'sale.endBeforeStart',
  'transfer.toSelf',
  'transfer.tooFewFree',
)

const Upgrade = { id: Id, packageId: Id }
/** `shown`: the figures of the preview; refused when they have changed since. */
export const UpgradeClientPackage = keyed({
  ...Upgrade,
  shown: z.strictObject({ valueMinor: Price, totalMinor: Price }).optional(),
  reason: Reason,
  ...Paying,
})
const upgradeRefusals = refusals(
  'call.notFound',
  'clientPackage.notMovable',
  'package.notForSale',
  'package.alreadyExpired',
  'sale.endBeforeStart',
  'upgrade.atVisits',
  'upgrade.noPrice',
  'upgrade.nothing',
  'upgrade.noCredit',
)

const Pair = { id: Id, otherId: z.int({ error: 'Choose the other one.' }).positive() }
export const MergeClientPackages = keyed({ ...Pair, reason: Reason })
const mergeRefusals = refusals('call.notFound', 'clientPackage.notMovable', 'merge.notAlike', 'merge.nothing')

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
  previewUpgrade: query('clientPackages.change')
    .errors(upgradeRefusals)
    .input(z.strictObject(Upgrade))
    .output(
      z.object({
        currency: z.string(),
        what: z.string(), // "4 sessions": what counts towards the new one
        usualPayer: z.object({ clientId: Id, name: z.string() }), // unless somebody else is chosen: who pays the old one
        valueMinor: Amount,
        priceMinor: Amount, // of the new one
        lessMinor: Amount, // of the value, what lowers it
        chargeMinor: Amount,
        creditMinor: Amount, // of the value, what goes to the account
        pricesIncludeTax: z.boolean(),
        taxes: z.array(z.object({ name: z.string(), rate: Rate, taxMinor: Amount })),
        totalMinor: Amount,
        plan: z.array(Instalment), // empty: not in instalments
        valuePerSessionMinor: Amount.nullable(),
        items: z.array(z.object({ label: z.string(), quantity: z.int().nullable() })),
        endWords: z.string(),
        booked: z.int(), // visits that stay on the old one
        oldDueMinor: Amount, // still to pay on the old one
        warnings: z.array(z.string()),
        leaves: z.array(z.string()), // what does not go along, in words
      }),
    ),
  /** The value of what is free lowers the price of a new package: an invoice at the full price less one line. */
  upgrade: command('clientPackages.change')
    .errors({ ...upgradeRefusals, ...refusals('upgrade.changed', ...payRefusals) })
    .input(UpgradeClientPackage)
    .output(z.object({ ...Both.shape, invoiceId: Id, invoiceNumber: z.int(), dueMinor: Amount, changeMinor: Amount })),
  previewMerge: query('clientPackages.change')
    .errors(mergeRefusals)
    .input(z.strictObject(Pair))
    .output(
      z.object({
        fromId: Id,
        toId: Id, // the one that stays: it ends later
        toPurchasedOn: Day,
        toInvoiceNumber: z.int().nullable(),
        endsLater: z.boolean(), // else both end alike, and it is the older one
        what: z.string(),
        valueMinor: Amount,
        currency: z.string(),
        left: z.int().nullable(), // free in the one that stays afterwards; null: unlimited
        booked: z.int(), // visits that stay on the other
        endWords: z.string(),
        leaves: z.array(z.string()),
      }),
    ),
  /** Two of the same package and client: what is free of the one that ends earlier goes to the other. */
  merge: command('clientPackages.change').errors(mergeRefusals).input(MergeClientPackages).output(Both),
  /** Takes a transfer, an upgrade or a merge back, while what arrived was not touched. */
  undoTransfer: command('clientPackages.change')
    .errors(refusals('call.notFound', 'clientPackage.notMovable', 'transfer.undone', 'transfer.touched'))
    .input(keyed({ transferId: Id }))
    .output(Both),
}
