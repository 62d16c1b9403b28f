// Packages: the definitions that can be sold. Their list and client packages, which are sold ones, have files of their own.

import { z } from 'zod'
import { isCountryCode } from '../countries.ts'
import { DELIVERIES, ENDS_BY, FREQUENCY_UNITS, MEDIA, PAYMENT_STYLES, SESSION_ENDINGS, SESSION_RULES, SPLITS } from '../domain/words.ts'
import { command, Currency, Day, Id, keyed, Mark, Price, query, refusals, RequiredLine, saving, Text } from './base.ts'

const Count = z.int({ error: 'Enter a whole number.' })

/** When a client package ends. Count and unit for "after …", a date for "on a date". */
export const ExpiryRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('onDate'), date: Day }),
  z.strictObject({
    kind: z.literal('afterPurchase'),
    count: Count.min(1, 'At least 1.').max(3650, 'At most 3650.'),
    unit: z.enum(['days', 'weeks', 'months']),
  }),
  z.strictObject({
    kind: z.literal('afterFirstUse'),
    count: Count.min(1, 'At least 1.').max(3650, 'At most 3650.'),
    unit: z.enum(['days', 'weeks', 'months']),
  }),
])

/** How an item's sessions are given. A break lies inside the slot: 60 minutes with a break of 10 are 50 of treatment. */
const Delivery = {
  delivery: z.enum(DELIVERIES),
  medium: z.enum(MEDIA).nullable(), // of online ones
  durationMinutes: Count.min(5, 'At least 5 minutes.').max(720, 'At most 720 minutes.').nullable(), // null: the service's
  breakMinutes: Count.min(1, 'At least 1 minute.').max(240, 'At most 240 minutes.').nullable(),
  endsBy: z.enum(ENDS_BY),
  ending: z.enum(SESSION_ENDINGS),
}

/** A pool of services ("any of them"), or one product. Quantity null: unlimited, services only. */
export const PackageItem = z
  .strictObject({
    productId: Id.nullable(),
    services: z.array(z.strictObject({ serviceId: Id, feeMinor: Price.nullable() })).max(50), // the fee counts when paid each appointment
    quantity: Count.min(1, 'At least 1.').max(999, 'At most 999.').nullable(),
    itemPriceMinor: Price,
    /** Of each session, when the price is split by hand; null otherwise. */
    values: z.array(Price).max(999).nullable(),
    /** May be booked on it by paying the difference. */
    topUpServiceIds: z.array(Id).max(50),
    ...Delivery,
  })
  .refine((i) => (i.productId === null) !== (i.services.length === 0), { path: ['services'], message: 'Choose a service or a product.' })
  .refine((i) => i.productId === null || i.quantity !== null, { path: ['quantity'], message: 'A product needs a quantity.' })
  .refine((i) => new Set(i.services.map((s) => s.serviceId)).size === i.services.length, {
    path: ['services'],
    message: 'A service stands here twice.',
  })
  .refine((i) => i.delivery === 'online' || i.medium === null, { path: ['medium'], message: 'Only online sessions have a medium.' })
  .refine((i) => i.delivery !== 'online' || i.medium !== null, { path: ['medium'], message: 'Choose audio, phone or video.' })
  .refine((i) => i.durationMinutes === null || i.breakMinutes === null || i.breakMinutes < i.durationMinutes, {
    path: ['breakMinutes'],
    message: 'The break is as long as the whole slot.',
  })
  .refine((i) => !i.topUpServiceIds.some((id) => i.services.some((s) => s.serviceId === id)), {
    path: ['topUpServiceIds'],
    message: 'A service that is covered already needs no difference.',
  })
  .refine((i) => new Set(i.topUpServiceIds).size === i.topUpServiceIds.length, {
    path: ['topUpServiceIds'],
    message: 'A service stands here twice.',
  })
  .refine((i) => i.productId === null || i.topUpServiceIds.length === 0, {
    path: ['topUpServiceIds'],
    message: 'Only services can be booked by paying the difference.',
  })
  .refine((i) => i.productId === null || (i.delivery === 'inPerson' && i.durationMinutes === null && i.breakMinutes === null), {
    path: ['delivery'],
    message: 'A product is handed over: it has no duration and no medium.',
  })

/** Count parts, one every so many days, weeks or months, the first so many days after the sale. */
export const InstalmentRule = z.strictObject({
  count: Count.min(2, 'At least 2.').max(60, 'At most 60.'),
  every: Count.min(1, 'At least 1.').max(365, 'At most 365.'),
  unit: z.enum(['days', 'weeks', 'months']),
  firstAfterDays: Count.min(0, 'At least 0.').max(3650, 'At most 3650.'),
})

/** A suggestion for scheduling: "2 a week". */
export const Frequency = z.strictObject({
  count: Count.min(1, 'At least 1.').max(99, 'At most 99.'),
  unit: z.enum(FREQUENCY_UNITS),
})

const Fields = {
  name: RequiredLine(80, 'Enter a name.'),
  description: Text(1000),
  notes: Text(2000),
  categoryId: Id.nullable(),
  priceMinor: Price,
  paymentStyle: z.enum(PAYMENT_STYLES),
  split: z.enum(SPLITS), // of the price over the sessions
  instalments: InstalmentRule.nullable(),
  frequency: Frequency.nullable(),
  country: z.string().refine(isCountryCode, 'Choose a country of the list.').nullable(), // offered to clients of it; null: everywhere
  priceCredits: Count.min(1, 'At least 1.').max(999_999, 'At most 999,999.').nullable(),
  selfService: z.boolean(),
  validFrom: Day.nullable(),
  expiry: ExpiryRule,
  taxIds: z.array(Id).max(8),
  noShowRule: z.enum(SESSION_RULES).nullable(),
  lateCancelRule: z.enum(SESSION_RULES).nullable(),
  items: z.array(PackageItem).min(1, 'Add at least one item.').max(40),
}

type Terms = z.output<z.ZodObject<typeof Fields>>
const hasPlan = (p: Terms) => p.instalments !== null
const isByHand = (p: Terms) => p.split === 'byHand'

/** Without a currency: the one it has; a new package has the practice's. */
export const SavePackage = saving({ ...Fields, currency: Currency.optional() })
  .refine((p) => p.paymentStyle !== 'instalments' || hasPlan(p), { path: ['instalments'], message: 'Say in how many parts it is paid.' })
  .refine((p) => p.paymentStyle === 'instalments' || !hasPlan(p), {
    path: ['instalments'],
    message: 'Only a package that is paid in instalments has a plan.',
  })
  .refine((p) => p.paymentStyle !== 'eachAppointment' || p.split === 'listPrice', {
    path: ['split'],
    message: 'What is paid at each appointment has no price to split.',
  })
  .refine((p) => isByHand(p) || p.items.every((i) => i.values === null), {
    path: ['split'],
    message: 'Values of single sessions belong to the split by hand.',
  })
  .superRefine((p, context) => {
    for (const [i, { quantity, values }] of p.items.entries())
      if (isByHand(p) && (values?.length ?? 0) !== (quantity ?? 0))
        context.addIssue({ code: 'custom', path: ['items', i, 'values'], message: 'Enter a value for each session.' })
  })
export const Package = z.object({
  id: Id,
  ...Fields,
  currency: z.string(),
  active: z.boolean(),
  deleted: z.boolean(),
  position: z.int(),
  /** Sold at least once, so name, items, limits and payment style are locked. */
  locked: z.boolean(),
  mark: Mark,
})
const lifeCycle = () =>
  command('packages.edit')
    .input(keyed({ id: Id }))
    .output(Package)

export const packages = {
  get: query('packages.view')
    .errors(refusals('call.notFound'))
    .input(z.strictObject({ id: Id }))
    .output(Package),
  save: command('packages.edit')
    .errors(
      refusals(
        'name.taken',
        'service.notOffered',
        'product.notOffered',
        'package.dateInPast',
        'package.locked',
        'package.splitOff',
        'package.visitCurrency',
        'package.breakTooLong',
        'package.superseded',
        'record.changed',
        'call.notFound',
      ),
    )
    .input(SavePackage)
    .output(Package),
  activate: lifeCycle().errors(refusals('call.notFound', 'package.superseded')),
  deactivate: lifeCycle().errors(refusals('call.notFound', 'package.superseded')),
  remove: lifeCycle().errors(refusals('call.notFound', 'package.superseded')),
  restore: lifeCycle().errors(refusals('call.notFound', 'package.superseded', 'name.taken')),
}
