// What the terms in the editor come to, worked out by the same rules that sell the package.
// Half-filled terms give what can be known so far; an amount not typed yet counts as nothing.

import { type Instalment, planOf } from '../../../../shared/domain/instalments.ts'
import { dealValues, groupValues, type ItemTerms, leftToDeal, sumOfItemPrices } from '../../../../shared/domain/packages.ts'
import { taxesOn } from '../../../../shared/domain/tax.ts'
import type { LocalDate } from '../../../../shared/dates.ts'
import { add, atLeastZero, minor, type Minor, share, subtract, sum, times } from '../../../../shared/money.ts'
import { slotMinutesOf, slotWords } from './item-words.ts'
import type { ItemValues, PackageValues } from './package-form.ts'

export interface NamedPrice {
  id: number
  name: string
  priceMinor: Minor
}
export interface ItemFigures {
  label: string
  isProduct: boolean
  quantity: number | null // null: unlimited
  /** "60 (50 + 10) min", where the package says more than its service. */
  slot: string | null
  /** Dealt: 83.34 × 2, 83.33 × 4; empty when unlimited or paid with each appointment. */
  values: { valueMinor: Minor; times: number }[]
}
export interface Figures {
  items: ItemFigures[]
  /** All sessions at the item price; paid with each appointment: at the catalogue price. Unlimited ones are not in it. */
  regularMinor: Minor
  /** What the client pays for them before tax: the package price, or all agreed fees. */
  askedMinor: Minor
  /** Below zero: dearer than one by one. Unlimited items have no such price, so with them it is never below zero. */
  discountMinor: Minor
  discountRate: number // thousandths of a percent
  potMinor: Minor
  /** Of the price, by values typed by hand; below zero: they are more than it. Zero with any other split. */
  leftToDealMinor: Minor
  /** What the rule would deal, item by item: where typing by hand starts. */
  byItemPrice: Minor[][]
  hasLimited: boolean
  /** Limited ones, pieces too. */
  sessions: number
  taxes: { name: string; rate: number; taxMinor: Minor }[]
}

const amount = (typed: number | null): Minor => minor(typed ?? 0)
/** How many to reckon with while it is being typed: what the contract would refuse stands for the nearest count it allows, or none. */
export const countOf = (item: ItemValues): number | null =>
  item.unlimited && !item.isProduct ? null : Math.min(Math.max(Math.floor(item.quantity ?? 0), 0), 999)

export function labelOf(item: ItemValues, services: readonly NamedPrice[], products: readonly NamedPrice[]): string {
  if (item.isProduct) return products.find((p) => p.id === item.productId)?.name ?? ''
  return item.services.map(({ serviceId }) => services.find((s) => s.id === serviceId)?.name ?? '').join(', ')
}

/** The catalogue price an item starts with: of a pool, the highest. */
export const cataloguePriceOf = (serviceIds: readonly number[], services: readonly NamedPrice[]): number | null => {
  const prices = services.filter((s) => serviceIds.includes(s.id)).map((s) => s.priceMinor)
  return prices.length === 0 ? null : Math.max(...prices)
}

export function figuresOf(
  values: PackageValues,
  catalog: {
    services: readonly (NamedPrice & { durationMinutes: number })[]
    products: readonly NamedPrice[]
    taxes: readonly { id: number; name: string; rate: number }[]
  },
  pricesIncludeTax: boolean,
): Figures {
  const terms: ItemTerms[] = values.items.map((item) => ({
    quantity: countOf(item),
    itemPriceMinor: amount(item.itemPriceMinor),
    values: Array.from({ length: countOf(item) ?? 0 }, (_, n) => amount(item.values[n] ?? null)),
  }))
  const atVisits = values.paymentStyle === 'eachAppointment'
  const regular = sumOfItemPrices(terms)
  const fees = sum(values.items.map((item, i) => times(amount(item.services[0]?.feeMinor ?? null), terms[i]?.quantity ?? 0)))
  const asked = atVisits ? fees : amount(values.priceMinor)
  const byHand = values.split === 'byHand' && !atVisits
  const dealt = dealValues(terms, atVisits ? minor(0) : asked, values.paymentStyle, values.split)
  const handMade = terms.map((t) => [...(t.values ?? [])])
  const hasUnlimited = terms.some((t) => t.quantity === null)
  const discount = hasUnlimited ? atLeastZero(subtract(regular, asked)) : subtract(regular, asked)
  return {
    items: values.items.map((item, i) => ({
      label: labelOf(item, catalog.services, catalog.products),
      isProduct: item.isProduct,
      quantity: terms[i]?.quantity ?? null,
      slot:
        item.durationMinutes === null && item.breakMinutes === null
          ? null
          : slotWords(slotMinutesOf(item, catalog.services), item.breakMinutes),
      values: atVisits ? [] : groupValues((byHand ? handMade : dealt.sessions)[i] ?? []),
    })),
    regularMinor: regular,
    askedMinor: asked,
    discountMinor: discount,
    discountRate: regular > 0 ? share(minor(100_000), discount, regular) : 0,
    potMinor: dealt.pot,
    leftToDealMinor: byHand ? leftToDeal(terms, asked) : minor(0),
    byItemPrice: dealValues(terms, asked, values.paymentStyle).sessions,
    sessions: terms.reduce((n, t) => n + (t.quantity ?? 0), 0),
    hasLimited: terms.some((t) => t.quantity !== null),
    taxes: atVisits
      ? []
      : taxesOn(
          asked,
          catalog.taxes.filter((t) => values.taxIds.includes(t.id)),
          pricesIncludeTax,
        ),
  }
}

/** What a client pays in all for one sold now. */
export const totalWithTax = ({ askedMinor, taxes }: Figures, pricesIncludeTax: boolean): Minor =>
  pricesIncludeTax ? askedMinor : add(askedMinor, sum(taxes.map((t) => t.taxMinor)))

/** The dated plan for one sold today; empty while the rule is half typed, or there is none. */
export function planToday({ paymentStyle, instalments }: PackageValues, total: Minor, today: LocalDate): Instalment[] {
  const { count, every, unit, firstAfterDays } = instalments
  if (paymentStyle !== 'instalments' || count === null || every === null || firstAfterDays === null) return []
  if (![count, every, firstAfterDays].every(Number.isInteger) || firstAfterDays < 0) return []
  if (count < 2 || count > 60 || every < 1 || every > 365 || firstAfterDays > 3650) return []
  return planOf({ count, every, unit, firstAfterDays }, total, today)
}

/** The lowest and the highest value of a session; null where none has one. */
export function valueRange({ items }: Figures): { lowest: Minor; highest: Minor } | null {
  const values = items.flatMap((item) => item.values.map((v) => v.valueMinor))
  return values.length === 0 ? null : { lowest: minor(Math.min(...values)), highest: minor(Math.max(...values)) }
}
