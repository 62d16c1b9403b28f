// The list of packages as the practice arranges it: its rows, their order, and what is changed in a cell of it.

import { z } from 'zod'
import { EXPIRY_KINDS, PAYMENT_STYLES } from '../domain/words.ts'
import { command, Day, Id, keyed, Price, query, refusals } from './base.ts'
import { ExpiryRule } from './packages.ts'

export const PackageRow = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  categoryId: Id.nullable(),
  categoryName: z.string().nullable(),
  position: z.int(),
  active: z.boolean(),
  deleted: z.boolean(),
  priceMinor: Price,
  /** What can be changed in its cell: the price or, paid at each appointment, the fee. Null: several fees, or split by hand. */
  cellMinor: Price.nullable(),
  currency: z.string(),
  paymentStyle: z.enum(PAYMENT_STYLES),
  expiry: ExpiryRule,
  expiryKind: z.enum(EXPIRY_KINDS),
  items: z.array(z.object({ label: z.string(), quantity: z.int().nullable(), itemPriceMinor: Price, firstFeeMinor: Price.nullable() })),
  clientsNow: z.int(), // clients with an active one, of any version
  sold: z.int(), // of all versions
  lastSoldOn: Day.nullable(),
  createdOn: Day, // its first version
})

/** A list of ids as it stood on the screen, and as it shall stand. */
export const Order = z.array(Id).max(5000)

export const ReorderPackages = keyed({
  seen: Order,
  order: Order,
  /** The one that changes its category on the way. */
  moved: z.strictObject({ id: Id, from: Id.nullable(), to: Id.nullable() }).nullable(),
})
export const SetPackagePrice = keyed({ id: Id, seenMinor: Price, priceMinor: Price })
export const SetPackageCategory = keyed({ id: Id, categoryId: Id.nullable() })

const Done = z.object({ id: Id })

export const packageList = {
  list: query('packages.view', { heavy: true })
    .input(z.strictObject({ includeDeleted: z.boolean() }))
    .output(z.array(PackageRow)),
  /** Also the order in self-service. Refused when the list is no longer the one that was seen. */
  reorder: command('packages.edit')
    .errors(refusals('call.notFound', 'order.changed'))
    .input(ReorderPackages)
    .output(z.object({ order: Order })),
  /** For later sales only; paid at each appointment it is the fee of every service in it. */
  setPrice: command('packages.edit')
    .errors(refusals('call.notFound', 'package.priceChanged', 'package.feesDiffer', 'package.splitByHand'))
    .input(SetPackagePrice)
    .output(Done),
  setCategory: command('packages.edit').errors(refusals('call.notFound')).input(SetPackageCategory).output(Done),
}
