// What the terms in the editor come to, worked out by the same rules that sell the package.
// Half-filled terms give what can be known so far; an amount not typed yet counts as nothing.

import { dealValues, groupValues, type ItemTerms, sumOfItemPrices } from '../../../shared/domain/packages.ts'
import { taxesOn } from '../../../shared/domain/tax.ts'
import { atLeastZero, minor, type Minor, share, subtract, sum, times } from '../../../shared/money.ts'
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
  hasLimited: boolean
  taxes: { name: string; rate: number; taxMinor: Minor }[]
}

const amount = (typed: number | null): Minor => minor(typed ?? 0)
/** How many to reckon with while it is being typed: what the contract would refuse stands for the nearest count it allows, or none. */
export const countOf = (item: ItemValues): number | null =>
  item.unlimited && !item.isProduct ? null : Math.min(Math.max(item.quantity ?? 0, 0), 999)

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
    services: readonly NamedPrice[]
    products: readonly NamedPrice[]
    taxes: readonly { id: number; name: string; rate: number }[]
  },
  pricesIncludeTax: boolean,
): Figures {
  const terms: ItemTerms[] = values.items.map((item) => ({ quantity: countOf(item), itemPriceMinor: amount(item.itemPriceMinor) }))
  const atVisits = values.paymentStyle === 'eachAppointment'
  const regular = sumOfItemPrices(terms)
  const fees = sum(values.items.map((item, i) => times(amount(item.services[0]?.feeMinor ?? null), terms[i]?.quantity ?? 0)))
  const asked = atVisits ? fees : amount(values.priceMinor)
  const dealt = dealValues(terms, atVisits ? minor(0) : asked, values.paymentStyle)
  const hasUnlimited = terms.some((t) => t.quantity === null)
  const discount = hasUnlimited ? atLeastZero(subtract(regular, asked)) : subtract(regular, asked)
  return {
    items: values.items.map((item, i) => ({
      label: labelOf(item, catalog.services, catalog.products),
      isProduct: item.isProduct,
      quantity: terms[i]?.quantity ?? null,
      values: atVisits ? [] : groupValues(dealt.sessions[i] ?? []),
    })),
    regularMinor: regular,
    askedMinor: asked,
    discountMinor: discount,
    discountRate: regular > 0 ? share(minor(100_000), discount, regular) : 0,
    potMinor: dealt.pot,
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
