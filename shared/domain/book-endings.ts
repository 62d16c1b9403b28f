// How the books of a sale can end when its client package is cancelled. What the invoice asks for is lowered by an adjustment
// with its part of the tax, or stays and the rest is marked as a loss. Pure: the refund was worked out before (refunds.ts).

import { atLeastZero, type Minor, negate, subtract, sum, ZERO } from '../money.ts'
import type { RefundCase } from './refunds.ts'
import { taxesOn, type TaxRate, withTax } from './tax.ts'
import type { BookEnding } from './words.ts'

/** What stands on the invoice once the books ended so; every amount with its tax. */
export interface BookEnd {
  books: BookEnding
  adjustmentMinor: Minor // below 0: the total falls by it
  totalMinor: Minor
  lossMinor: Minor
  dueMinor: Minor
  forgivenMinor: Minor // of the adjustment: used, but never paid
}

type Sale = Pick<RefundCase, 'paidMinor' | 'totalMinor' | 'consumedMinor' | 'rates' | 'pricesIncludeTax'>

/**
 * The ways to choose from, the usual one first. Only one, `unchanged`, when nothing is left open after the refund. What was used
 * is billed where less was paid than that; never first when money is given back, since it would be asked for again.
 */
export function bookEndsOf(sale: Sale, refundMinor: Minor): BookEnd[] {
  const received = subtract(sale.paidMinor, refundMinor)
  const open = subtract(sale.totalMinor, received)
  const used = withTax(sale.consumedMinor, sale.rates, sale.pricesIncludeTax)
  const unpaid = atLeastZero(subtract(used, received))
  const asIs = { adjustmentMinor: ZERO, totalMinor: sale.totalMinor, lossMinor: ZERO, dueMinor: ZERO, forgivenMinor: ZERO }
  if (open === 0) return [{ ...asIs, books: 'unchanged' }]
  const settled: BookEnd = { ...asIs, books: 'settled', adjustmentMinor: negate(open), totalMinor: received, forgivenMinor: unpaid }
  const outstanding: BookEnd = { ...asIs, books: 'outstanding', lossMinor: open }
  const billUsed: BookEnd = {
    ...asIs,
    books: 'billUsed',
    adjustmentMinor: subtract(used, sale.totalMinor),
    totalMinor: used,
    dueMinor: unpaid,
  }
  if (used <= sale.paidMinor) return [settled, outstanding]
  return refundMinor === 0 ? [billUsed, settled, outstanding] : [settled, billUsed, outstanding]
}

/**
 * The taxes of an adjustment, tax by tax: what was charged less the tax of the part kept. Below 0.
 * @param charged of the sale's lines, adjustments so far included
 * @param keptMinor what the invoice asks for afterwards, with tax
 */
export function taxesOfAdjustment<T extends TaxRate & { taxMinor: Minor }>(charged: readonly T[], keptMinor: Minor): T[] {
  const kept = taxesOn(keptMinor, charged, true)
  return charged.map((t, i) => ({ ...t, taxMinor: subtract(kept[i]?.taxMinor ?? ZERO, t.taxMinor) }))
}

/** An adjustment in price terms: without its taxes where prices exclude them. */
export const adjustmentAmount = (withTaxMinor: Minor, taxes: readonly { taxMinor: Minor }[], pricesIncludeTax: boolean): Minor =>
  pricesIncludeTax ? withTaxMinor : subtract(withTaxMinor, sum(taxes.map((t) => t.taxMinor)))
