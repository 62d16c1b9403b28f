// The editor's values and the way between them and the contract. They stand under the same paths as the contract's
// input (items.0.quantity), so what its schema says about a field is shown at that field.

import type { UseFormReturnType } from '@mantine/form'
import type { z } from 'zod'
import type { Category, Product, Service, Tax } from '../../../../shared/contract/catalog.ts'
import { type Package as PackageSchema, SavePackage } from '../../../../shared/contract/packages.ts'
import { countOf } from './package-figures.ts'
import { digitsOf } from '../../../../shared/currencies.ts'
import { leftToDeal } from '../../../../shared/domain/packages.ts'
import { minor } from '../../../../shared/money.ts'
import type { DateUnit, LocalDate } from '../../../../shared/dates.ts'
import type {
  Delivery,
  EndsBy,
  ExpiryKind,
  FrequencyUnit,
  Medium,
  PaymentStyle,
  SessionEnding,
  SessionRule,
  Split,
} from '../../../../shared/domain/words.ts'

export type Package = z.output<typeof PackageSchema>
export interface Catalog {
  services: z.output<typeof Service>[]
  products: z.output<typeof Product>[]
  taxes: z.output<typeof Tax>[]
  categories: z.output<typeof Category>[]
}
export type PackageInput = z.input<typeof SavePackage>

/** Amounts in minor units; null: nothing typed. */
export interface ItemValues {
  key: string
  productId: number | null
  services: { serviceId: number; feeMinor: number | null }[]
  isProduct: boolean
  quantity: number | null
  unlimited: boolean
  itemPriceMinor: number | null
  /** Of each session, by hand. May be longer or shorter than the quantity while it is typed. */
  values: (number | null)[]
  topUpServiceIds: number[]
  delivery: Delivery
  medium: Medium
  durationMinutes: number | null
  breakMinutes: number | null
  endsBy: EndsBy
  ending: SessionEnding
}
export interface PackageValues {
  /** Of the saved one that these values were read from. */
  mark?: string | undefined
  name: string
  description: string
  notes: string
  categoryId: number | null
  currency: string
  priceMinor: number | null
  paymentStyle: PaymentStyle
  split: Split
  /** Count, interval and start stay as typed while another style is chosen. */
  instalments: { count: number | null; every: number | null; unit: DateUnit; firstAfterDays: number | null }
  frequency: { count: number | null; unit: FrequencyUnit }
  country: string | null
  priceCredits: number | null
  selfService: boolean
  validFrom: string | null
  /** Count, unit and date stay as typed while the kind changes, so changing back loses nothing. */
  expiry: { kind: ExpiryKind; count: number | null; unit: DateUnit; date: string | null }
  taxIds: number[]
  noShowRule: SessionRule | null
  lateCancelRule: SessionRule | null
  items: ItemValues[]
}
export type PackageForm = UseFormReturnType<PackageValues>

/** What every section of the editor is given. */
export interface SectionProps {
  form: PackageForm
  catalog: Catalog
  /** Sold at least once: name, items, limits and payment style are fixed. */
  locked: boolean
  readOnly: boolean
}

let keys = 0
export const newItem = (isProduct: boolean): ItemValues => ({
  key: `new${++keys}`,
  productId: null,
  services: [],
  isProduct,
  quantity: isProduct ? 1 : 10,
  unlimited: false,
  itemPriceMinor: null,
  values: [],
  topUpServiceIds: [],
  delivery: 'inPerson',
  medium: 'video',
  durationMinutes: null,
  breakMinutes: null,
  endsBy: 'clock',
  ending: 'fullTime',
})

const PLAIN_PLAN = { count: 3, every: 1, unit: 'months', firstAfterDays: 0 } as const

export const emptyPackage = (taxIds: number[], currency: string): PackageValues => ({
  name: '',
  description: '',
  notes: '',
  categoryId: null,
  currency,
  priceMinor: null,
  paymentStyle: 'upfront',
  split: 'listPrice',
  instalments: PLAIN_PLAN,
  frequency: { count: null, unit: 'week' },
  country: null,
  priceCredits: null,
  selfService: false,
  validFrom: null,
  expiry: { kind: 'afterPurchase', count: 12, unit: 'months', date: null },
  taxIds,
  noShowRule: null,
  lateCancelRule: null,
  items: [newItem(false)],
})

export function valuesOf(saved: Package): PackageValues {
  const { expiry } = saved
  return {
    mark: saved.mark,
    name: saved.name,
    description: saved.description,
    notes: saved.notes,
    categoryId: saved.categoryId,
    currency: saved.currency,
    priceMinor: saved.priceMinor,
    paymentStyle: saved.paymentStyle,
    split: saved.split,
    instalments: saved.instalments ?? PLAIN_PLAN,
    frequency: saved.frequency ?? { count: null, unit: 'week' },
    country: saved.country,
    priceCredits: saved.priceCredits,
    selfService: saved.selfService,
    validFrom: saved.validFrom,
    expiry: {
      kind: expiry.kind,
      count: 'count' in expiry ? expiry.count : 12,
      unit: 'unit' in expiry ? expiry.unit : 'months',
      date: expiry.kind === 'onDate' ? expiry.date : null,
    },
    taxIds: saved.taxIds,
    noShowRule: saved.noShowRule,
    lateCancelRule: saved.lateCancelRule,
    items: saved.items.map((item, i) => ({
      key: `saved${i}`,
      productId: item.productId,
      services: item.services.map(({ serviceId, feeMinor }) => ({ serviceId, feeMinor })),
      isProduct: item.productId !== null,
      quantity: item.quantity,
      unlimited: item.quantity === null,
      itemPriceMinor: item.itemPriceMinor,
      values: item.values ?? [],
      topUpServiceIds: item.topUpServiceIds,
      delivery: item.delivery,
      medium: item.medium ?? 'video',
      durationMinutes: item.durationMinutes,
      breakMinutes: item.breakMinutes,
      endsBy: item.endsBy,
      ending: item.ending,
    })),
  }
}

/** The same figures in another currency: 64.00 stays 64.00, and is 64 where there are no cents. */
export function inCurrency(values: PackageValues, currency: string): PackageValues {
  const factor = 10 ** (digitsOf(currency) - digitsOf(values.currency))
  const amount = (typed: number | null): number | null => typed && Math.round(typed * factor)
  return {
    ...values,
    currency,
    priceMinor: amount(values.priceMinor),
    items: values.items.map((item) => ({
      ...item,
      itemPriceMinor: amount(item.itemPriceMinor),
      services: item.services.map((s) => ({ ...s, feeMinor: amount(s.feeMinor) })),
      values: item.values.map(amount),
    })),
  }
}

/** A new package that starts with the terms of another. */
export function copyOf(saved: Package): PackageValues {
  const values = valuesOf(saved)
  return { ...values, mark: undefined, name: `${values.name.slice(0, MOST_LETTERS - COPY.length)}${COPY}` }
}
const COPY = ' copy'
const MOST_LETTERS = 80

/** What is sent. Nothing typed where a number is needed becomes a value that the schema refuses with the right words. */
export function inputOf(values: PackageValues, id: number | null, key: string): PackageInput {
  const { expiry, items, instalments, frequency, split, ...rest } = values
  const atVisits = values.paymentStyle === 'eachAppointment'
  const byHand = split === 'byHand' && !atVisits
  return {
    ...rest,
    id,
    key,
    priceMinor: atVisits ? 0 : asAmount(values.priceMinor),
    split: atVisits ? 'listPrice' : split,
    instalments:
      values.paymentStyle === 'instalments'
        ? {
            count: instalments.count ?? 0,
            every: instalments.every ?? 0,
            unit: instalments.unit,
            firstAfterDays: instalments.firstAfterDays ?? 0,
          }
        : null,
    frequency: frequency.count === null ? null : { count: frequency.count, unit: frequency.unit },
    expiry:
      expiry.kind === 'never'
        ? { kind: 'never' }
        : expiry.kind === 'onDate'
          ? { kind: 'onDate', date: expiry.date ?? '' }
          : { kind: expiry.kind, count: expiry.count ?? 0, unit: expiry.unit },
    items: items.map((item) => itemInput(item, { atVisits, byHand })),
  }
}
const asAmount = (amount: number | null): number => amount ?? Number.NaN

/** What belongs to services is not sent of a product, though it stays as it was typed. */
function itemInput(item: ItemValues, { atVisits, byHand }: { atVisits: boolean; byHand: boolean }): PackageInput['items'][number] {
  const quantity = item.unlimited && !item.isProduct ? null : (item.quantity ?? 0)
  const online = !item.isProduct && item.delivery === 'online'
  return {
    productId: item.isProduct ? item.productId : null,
    services: item.isProduct
      ? []
      : item.services.map((s) => ({ serviceId: s.serviceId, feeMinor: atVisits ? asAmount(s.feeMinor) : null })),
    quantity,
    itemPriceMinor: asAmount(item.itemPriceMinor),
    values:
      byHand && quantity !== null
        ? Array.from({ length: Math.min(quantity, MOST_SESSIONS) }, (_, n) => asAmount(item.values[n] ?? null))
        : null,
    topUpServiceIds: item.isProduct ? [] : item.topUpServiceIds,
    delivery: online ? 'online' : 'inPerson',
    medium: online ? item.medium : null,
    durationMinutes: item.isProduct ? null : item.durationMinutes,
    breakMinutes: item.isProduct ? null : item.breakMinutes,
    endsBy: item.endsBy,
    ending: item.ending,
  }
}
const MOST_SESSIONS = 999

/** The first complaint of each field, by its path. Today rules out dates that are past, unless they were saved before. */
export function errorsOf(
  values: PackageValues,
  { today, currency }: { today: LocalDate; currency: string },
  saved: Package | null,
): Record<string, string> {
  const errors: Record<string, string> = {}
  const checked = SavePackage.safeParse(inputOf(values, saved?.id ?? null, UNSENT_KEY))
  for (const issue of checked.error?.issues ?? []) errors[issue.path.join('.')] ??= issue.message
  for (const [i, item] of values.items.entries()) {
    if (item.isProduct ? item.productId !== null : item.services.length > 0) continue
    // The schema says so only once everything else of the item is right; its price comes with what is chosen.
    errors[`items.${i}.services`] = item.isProduct ? 'Choose a product.' : 'Choose a service.'
    if (item.itemPriceMinor === null) delete errors[`items.${i}.itemPriceMinor`]
  }
  if (values.split === 'byHand' && values.paymentStyle !== 'eachAppointment' && leftOf(values) !== 0)
    errors.split ??= 'The values of the sessions do not add up to the price.'
  if (values.paymentStyle === 'eachAppointment' && values.currency !== currency)
    errors.currency ??= `What is paid at each appointment is in ${currency}.`
  const was = saved && valuesOf(saved)
  if (values.validFrom && values.validFrom < today && values.validFrom !== was?.validFrom) errors.validFrom ??= 'This date is in the past.'
  const endsOn = values.expiry.kind === 'onDate' ? values.expiry.date : null
  if (endsOn && endsOn < today && endsOn !== was?.expiry.date) errors['expiry.date'] ??= 'This date is in the past.'
  if (endsOn && values.validFrom && endsOn < values.validFrom) errors['expiry.date'] ??= 'This is before it can first be used.'
  return errors
}
const leftOf = ({ items, priceMinor }: PackageValues): number =>
  leftToDeal(
    items.map((item) => {
      const quantity = countOf(item)
      const typed = item.values.slice(0, quantity ?? 0)
      return { quantity, itemPriceMinor: minor(item.itemPriceMinor ?? 0), values: typed.map((v) => minor(v ?? 0)) }
    }),
    minor(priceMinor ?? 0),
  )
const UNSENT_KEY = '00000000-0000-4000-8000-000000000000'
