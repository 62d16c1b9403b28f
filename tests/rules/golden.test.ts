// The rules against tables made by an exact calculation that shares no code with them.

import { describe, expect, it } from 'vitest'
import { type DateUnit, localDate } from '../../shared/dates.ts'
import { endOf } from '../../shared/domain/expiry.ts'
import { type RefundCase, unusedShare, usedAtRegularPrice } from '../../shared/domain/refunds.ts'
import { taxOn } from '../../shared/domain/tax.ts'
import { dealEqually, minor, sum } from '../../shared/money.ts'
import expiry from '../golden/expiry.json' with { type: 'json' }
import refund from '../golden/refund.json' with { type: 'json' }
import split from '../golden/split.json' with { type: 'json' }
import tax from '../golden/tax.json' with { type: 'json' }

describe('golden tables', () => {
  it.each(split)('deals $totalMinor over $parts', ({ totalMinor, parts, values }) => {
    expect(dealEqually(minor(totalMinor), parts)).toEqual(values)
  })

  it.each(tax)('taxes $amountMinor at $ratePercent %', ({ amountMinor, ratePercent, exclusiveTaxMinor, inclusiveTaxMinor }) => {
    const rates = [{ rate: Math.round(Number(ratePercent) * 1000) }]
    expect(taxOn(minor(amountMinor), rates, false)).toBe(exclusiveTaxMinor)
    expect(taxOn(minor(amountMinor), rates, true)).toBe(inclusiveTaxMinor)
  })

  it.each(expiry)('ends $count $unit after $start on $validThrough', ({ start, unit, count, validThrough }) => {
    const course = { purchasedOn: localDate(start), validFrom: null, firstUseOn: null }
    expect(endOf({ kind: 'afterPurchase', count, unit: unit as DateUnit }, course)).toBe(validThrough)
  })

  it.each(refund)(
    'refunds $used of $sessions used at $paidMinor',
    ({ paidMinor, sessions, used, regularMinor, unusedShareMinor, usedAtRegularMinor }) => {
      const c: RefundCase = {
        paidMinor: minor(paidMinor),
        totalMinor: minor(paidMinor),
        taxMinor: minor(0),
        consumedMinor: sum(dealEqually(minor(paidMinor), sessions).slice(0, used)),
        regular: Array.from({ length: used }, () => ({ priceMinor: minor(regularMinor), rates: [] })),
        rates: [],
        pricesIncludeTax: false,
      }
      expect(unusedShare(c).refundMinor).toBe(unusedShareMinor)
      expect(usedAtRegularPrice(c).refundMinor).toBe(usedAtRegularMinor)
    },
  )
})
