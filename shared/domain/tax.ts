// Tax on a line: rounded once per tax and line, half away from zero. Prices exclude tax or include it, by the practice's setting.

import { add, minor, type Minor, type Rate, share, subtract, sum } from '../money.ts'

export interface TaxRate {
  id: number
  name: string
  rate: Rate
}

/** The tax of each rate on a line's amount; several inclusive taxes share the gross: gross × rᵢ ÷ (1 + Σr). */
export function taxesOn<T extends { rate: Rate }>(
  amount: Minor,
  rates: readonly T[],
  pricesIncludeTax: boolean,
): (T & { taxMinor: Minor })[] {
  const base = pricesIncludeTax ? 100_000 + rates.reduce((t, r) => t + r.rate, 0) : 100_000
  return rates.map((r) => ({ ...r, taxMinor: share(amount, r.rate, base) }))
}

export const taxOn = (amount: Minor, rates: readonly { rate: Rate }[], pricesIncludeTax: boolean): Minor =>
  sum(taxesOn(amount, rates, pricesIncludeTax).map((t) => t.taxMinor))

/** The amount with its tax, as it is paid. */
export const withTax = (amount: Minor, rates: readonly { rate: Rate }[], pricesIncludeTax: boolean): Minor =>
  pricesIncludeTax ? amount : add(amount, taxOn(amount, rates, false))

/** The tax in each part of a line: tax(first k) − tax(first k − 1), so the parts add up to the line's tax. */
export function taxOfParts(parts: readonly Minor[], rates: readonly { rate: Rate }[], pricesIncludeTax: boolean): Minor[] {
  let before = minor(0)
  let taxBefore = minor(0)
  return parts.map((part) => {
    before = add(before, part)
    const taxThrough = taxOn(before, rates, pricesIncludeTax)
    const own = subtract(taxThrough, taxBefore)
    taxBefore = taxThrough
    return own
  })
}
