// The refund of an upfront client package, three ways, with the tax in each. Source of the rules: the practice's books must
// show the tax charged less the tax of the part kept, whichever way the amount was found.

import { atLeastZero, type Minor, subtract, sum } from '../money.ts'
import { type TaxRate, taxOn, withTax } from './tax.ts'

export interface RefundCase {
  paidMinor: Minor // received so far, less earlier refunds
  totalMinor: Minor // of the invoice, with tax
  taxMinor: Minor // charged on the invoice
  consumedMinor: Minor // Σ values used, forfeited, expired, transferred, handed over, less the value brought in
  /**
   * In price terms, with its taxes: the regular price recorded on each used or forfeited visit or piece; what was moved on, at
   * its value; below 0 the value brought in.
   */
  regular: readonly { priceMinor: Minor; rates: readonly TaxRate[] }[]
  rates: readonly TaxRate[]
  pricesIncludeTax: boolean
}

export interface Refund {
  refundMinor: Minor
  netMinor: Minor
  taxMinor: Minor
}

/** (a) Unused share: what was paid less what was consumed, with its tax. */
export const unusedShare = (c: RefundCase): Refund =>
  split(c, atLeastZero(subtract(c.paidMinor, withTax(c.consumedMinor, c.rates, c.pricesIncludeTax))))

/** (b) Used at regular price: what was paid less what the visits would have cost one by one. */
export const usedAtRegularPrice = (c: RefundCase): Refund => split(c, atLeastZero(subtract(c.paidMinor, regularWithTax(c))))

/** What the visits would have cost one by one, with tax; nothing when the value brought in covers it. */
export const regularWithTax = ({ regular, pricesIncludeTax }: Pick<RefundCase, 'regular' | 'pricesIncludeTax'>): Minor =>
  atLeastZero(sum(regular.map((r) => withTax(r.priceMinor, r.rates, pricesIncludeTax))))

/** (c) Own amount, from 0 to what was paid. */
export function ownAmount(c: RefundCase, refundMinor: Minor): Refund {
  if (refundMinor < 0 || refundMinor > c.paidMinor) throw new RangeError('A refund is between nothing and what was paid')
  return split(c, refundMinor)
}

/** Tax of a refund = tax of what was paid − tax of the part kept. */
function split(c: RefundCase, refundMinor: Minor): Refund {
  const kept = subtract(c.paidMinor, refundMinor)
  const taxPaid = c.paidMinor === c.totalMinor ? c.taxMinor : taxOn(c.paidMinor, c.rates, true)
  const taxMinor = subtract(taxPaid, taxOn(kept, c.rates, true))
  return { refundMinor, netMinor: subtract(refundMinor, taxMinor), taxMinor }
}
