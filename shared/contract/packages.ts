// Packages: the definitions that can be sold. Client packages, which are sold ones, have a file of their own.

import { z } from 'zod'
import { EXPIRY_KINDS, PAYMENT_STYLES, SESSION_RULES } from '../domain/words.ts'
import { command, Day, Id, keyed, Price, query, refusals, RequiredLine, Text } from './base.ts'

/** When a client package ends. Count and unit for "after …", a date for "on a date". */
export const ExpiryRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('onDate'), date: Day }),
  z.strictObject({
    kind: z.literal('afterPurchase'),
    count: z.int().min(1, 'At least 1.').max(3650, 'At most 3650.'),
    unit: z.enum(['days', 'weeks', 'months']),
  }),
  z.strictObject({
    kind: z.literal('afterFirstUse'),
    count: z.int().min(1, 'At least 1.').max(3650, 'At most 3650.'),
    unit: z.enum(['days', 'weeks', 'months']),
  }),
])

/** A pool of services ("any of them"), or one product. Quantity null: unlimited, services only. */
export const PackageItem = z
  .strictObject({
    productId: Id.nullable(),
    services: z.array(z.strictObject({ serviceId: Id, feeMinor: Price.nullable() })).max(50), // the fee counts when paid each appointment
    quantity: z.int().min(1, 'At least 1.').max(999, 'At most 999.').nullable(),
    itemPriceMinor: Price,
  })
  .refine((i) => (i.productId === null) !== (i.services.length === 0), { path: ['services'], message: 'Choose a service or a product.' })
  .refine((i) => i.productId === null || i.quantity !== null, { path: ['quantity'], message: 'A product needs a quantity.' })
  .refine((i) => new Set(i.services.map((s) => s.serviceId)).size === i.services.length, {
    path: ['services'],
    message: 'A service stands here twice.',
  })

const Fields = {
  name: RequiredLine(80, 'Enter a name.'),
  description: Text(1000),
  notes: Text(2000),
  categoryId: Id.nullable(),
  priceMinor: Price,
  paymentStyle: z.enum(PAYMENT_STYLES).exclude(['instalments']), // instalments come with their plan
  validFrom: Day.nullable(),
  expiry: ExpiryRule,
  taxIds: z.array(Id).max(8),
  noShowRule: z.enum(SESSION_RULES).nullable(),
  lateCancelRule: z.enum(SESSION_RULES).nullable(),
  items: z.array(PackageItem).min(1, 'Add at least one item.').max(40),
}

export const SavePackage = keyed({ id: Id.nullable(), ...Fields })
export const Package = z.object({
  id: Id,
  ...Fields,
  currency: z.string(),
  active: z.boolean(),
  deleted: z.boolean(),
  position: z.int(),
  /** Sold at least once, so name, items, limits and payment style are locked. */
  locked: z.boolean(),
})
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
  currency: z.string(),
  paymentStyle: z.enum(PAYMENT_STYLES),
  expiry: ExpiryRule,
  expiryKind: z.enum(EXPIRY_KINDS),
  items: z.array(z.object({ label: z.string(), quantity: z.int().nullable(), itemPriceMinor: Price, firstFeeMinor: Price.nullable() })),
  clientsNow: z.int(), // clients with an active one
  sold: z.int(),
})

const lifeCycle = () =>
  command('packages.edit')
    .input(keyed({ id: Id }))
    .output(Package)

export const packages = {
  list: query('packages.view', { heavy: true })
    .input(z.strictObject({ includeDeleted: z.boolean() }))
    .output(z.array(PackageRow)),
  get: query('packages.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(Package),
  save: command('packages.edit')
    .errors(refusals('name.taken', 'service.notOffered', 'product.notOffered', 'package.dateInPast', 'package.locked', 'call.notFound'))
    .input(SavePackage)
    .output(Package),
  activate: lifeCycle().errors(refusals('call.notFound')),
  deactivate: lifeCycle().errors(refusals('call.notFound')),
  remove: lifeCycle().errors(refusals('call.notFound')),
  restore: lifeCycle().errors(refusals('call.notFound', 'name.taken')),
}
