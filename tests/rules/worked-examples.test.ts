// The worked examples that are pure rules, with their figures. R6 = "Relax 6": 45 minutes × 6, upfront 500.00, regular price 90.00.

import { describe, expect, it } from 'vitest'
import { localDate, localDateTime } from '../../shared/dates.ts'
import { daysHeld, endOf, endWithVisit, endWords } from '../../shared/domain/expiry.ts'
import { planOf } from '../../shared/domain/instalments.ts'
import { dealValues, groupValues, totalOf } from '../../shared/domain/packages.ts'
import { ownAmount, type RefundCase, unusedShare, usedAtRegularPrice } from '../../shared/domain/refunds.ts'
import { coverVisits } from '../../shared/domain/series.ts'
import { taxOfParts, taxOn } from '../../shared/domain/tax.ts'
import { dealByWeights, dealEqually, minor, sum } from '../../shared/money.ts'

const R6 = dealEqually(minor(50_000), 6)
const consumed = sum(R6.slice(0, 3))

describe('W2 and W10: values of several items', () => {
  const item = (quantity: number | null, itemPriceMinor: number) => ({ quantity, itemPriceMinor: minor(itemPriceMinor) })

  it('gives the spare cent to the largest remainder', () => {
    const values = dealValues([item(4, 9_000), item(2, 6_000), item(1, 6_000)], minor(50_000), 'upfront')
    expect(values.sessions).toEqual([[8_334, 8_333, 8_333, 8_333], [5_556, 5_555], [5_556]])
    expect(values.pot).toBe(0)
  })

  it('leaves the pot what the limited items do not need', () => {
    expect(dealValues([item(null, 4_500)], minor(30_000), 'upfront')).toEqual({ sessions: [[]], pot: 30_000 })
    const roomy = dealValues([item(4, 8_000), item(null, 4_500)], minor(40_000), 'upfront')
    expect(roomy).toEqual({ sessions: [[8_000, 8_000, 8_000, 8_000], []], pot: 8_000 })
    const tight = dealValues([item(4, 8_000), item(null, 4_500)], minor(30_000), 'upfront')
    expect(tight).toEqual({ sessions: [[7_500, 7_500, 7_500, 7_500], []], pot: 0 })
    expect(totalOf(tight)).toBe(30_000)
  })

  it('deals by quantity when every price is zero, and values nothing when paid each appointment', () => {
    expect(dealValues([item(1, 0), item(3, 0)], minor(1_000), 'upfront').sessions).toEqual([[250], [250, 250, 250]])
    expect(dealValues([item(2, 8_000)], minor(16_000), 'eachAppointment')).toEqual({ sessions: [[0, 0]], pot: 0 })
  })
})

describe('W3: hand split meets discount', () => {
  const byHand = [10_000, 10_000, 7_500, 7_500, 7_500, 7_500]
  it('deals the charge by the hand-made values', () => {
    expect(dealByWeights(minor(45_000), byHand)).toEqual([9_000, 9_000, 6_750, 6_750, 6_750, 6_750])
    expect(dealByWeights(minor(44_999), byHand)).toEqual([9_000, 8_999, 6_750, 6_750, 6_750, 6_750])
  })
  it('splits a price equally over all sessions, whatever the items cost', () => {
    const items = [
      { quantity: 2, itemPriceMinor: minor(9_000) },
      { quantity: null, itemPriceMinor: minor(4_500) },
      { quantity: 1, itemPriceMinor: minor(0) },
    ]
    expect(dealValues(items, minor(20_000), 'upfront', 'equal')).toEqual({ sessions: [[6_000, 6_000], [], [6_000]], pot: 2_000 })
  })
  it('says the values the way a person reads them', () => {
    expect(groupValues(R6)).toEqual([
      { valueMinor: 8_334, times: 2 },
      { valueMinor: 8_333, times: 4 },
    ])
  })
})

describe('W6: instalments', () => {
  const monthly = { count: 3, every: 1, unit: 'months', firstAfterDays: 0 } as const
  it('gives the first ones the spare cent, a month apart', () => {
    expect(planOf(monthly, minor(50_000), localDate('2026-01-01'))).toEqual([
      { dueOn: '2026-01-01', amountMinor: 16_667 },
      { dueOn: '2026-02-01', amountMinor: 16_667 },
      { dueOn: '2026-03-01', amountMinor: 16_666 },
    ])
  })
  it('keeps to the end of the month, and plans nothing where nothing is to be paid', () => {
    const from30Jan = planOf({ ...monthly, firstAfterDays: 1 }, minor(300), localDate('2026-01-30'))
    expect(from30Jan.map((p) => p.dueOn)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31'])
    expect(planOf(monthly, minor(2), localDate('2026-01-01')).map((p) => p.amountMinor)).toEqual([1, 1])
    expect(planOf(monthly, minor(0), localDate('2026-01-01'))).toEqual([])
  })
})

describe('W5: refund, tax exclusive 13 %', () => {
  const rates = [{ id: 1, name: 'HST', rate: 13_000 }]
  const c: RefundCase = {
    paidMinor: minor(56_500),
    totalMinor: minor(56_500),
    taxMinor: minor(6_500),
    consumedMinor: consumed,
    regular: Array.from({ length: 3 }, () => ({ priceMinor: minor(9_000), rates })),
    rates,
    pricesIncludeTax: false,
  }
  it('keeps 250.01 and its tax of 32.50 by the unused share', () => {
    expect(consumed).toBe(25_001)
    expect(taxOn(consumed, rates, false)).toBe(3_250)
    expect(unusedShare(c)).toEqual({ refundMinor: 28_249, netMinor: 24_999, taxMinor: 3_250 })
  })
  it('counts what was used at the regular price', () => {
    expect(usedAtRegularPrice(c)).toEqual({ refundMinor: 25_990, netMinor: 23_000, taxMinor: 2_990 })
  })
  it('splits an own amount into net and tax, and takes none outside what was paid', () => {
    expect(ownAmount(c, minor(20_000))).toEqual({ refundMinor: 20_000, netMinor: 17_699, taxMinor: 2_301 })
    expect(() => ownAmount(c, minor(56_501))).toThrow(RangeError)
    expect(() => ownAmount(c, minor(-1))).toThrow(RangeError)
  })
})

describe('W6 and W17: less was paid than used', () => {
  const c = (paid: number): RefundCase => ({
    paidMinor: minor(paid),
    totalMinor: minor(50_000),
    taxMinor: minor(0),
    consumedMinor: consumed,
    regular: [],
    rates: [],
    pricesIncludeTax: false,
  })
  it('refunds what was paid beyond use, never less than nothing', () => {
    expect(unusedShare(c(33_334)).refundMinor).toBe(8_333)
    expect(unusedShare(c(16_667)).refundMinor).toBe(0)
  })
})

describe('W7: tax inclusive 20 %', () => {
  const rates = [{ id: 1, name: 'VAT', rate: 20_000 }]
  it('contains 83.33 in 500.00, session by session', () => {
    expect(taxOn(minor(50_000), rates, true)).toBe(8_333)
    expect(taxOfParts(R6, rates, true)).toEqual([1_389, 1_389, 1_389, 1_389, 1_389, 1_388])
  })
  it('refunds 249.99 with 41.66 of tax', () => {
    const c: RefundCase = {
      paidMinor: minor(50_000),
      totalMinor: minor(50_000),
      taxMinor: minor(8_333),
      consumedMinor: consumed,
      regular: [],
      rates,
      pricesIncludeTax: true,
    }
    expect(unusedShare(c)).toEqual({ refundMinor: 24_999, netMinor: 20_833, taxMinor: 4_166 })
  })
})

describe('W8: two taxes, overall discount', () => {
  it('deals the discount over the lines before tax', () => {
    expect(dealByWeights(minor(-2_000), [50_000, 3_500])).toEqual([-1_869, -131])
    const taxes = (amount: number) => [5_000, 9_975].map((rate) => taxOn(minor(amount), [{ rate }], false))
    expect(taxes(48_131)).toEqual([2_407, 4_801])
    expect(taxes(3_369)).toEqual([168, 336])
    expect(48_131 + 2_407 + 4_801 + 3_369 + 168 + 336).toBe(59_212)
    expect(dealEqually(minor(48_131), 6)).toEqual([8_022, 8_022, 8_022, 8_022, 8_022, 8_021])
  })
})

describe('W11: after first use (90 days), recompute, hold', () => {
  const rule = { kind: 'afterFirstUse', count: 90, unit: 'days' } as const
  const bought = { purchasedOn: localDate('2026-03-02'), validFrom: null }
  const heldDays = daysHeld({ from: localDate('2026-04-01'), through: localDate('2026-04-14') })
  it('counts from the first use, and moves along with a hold', () => {
    expect(endOf(rule, { ...bought, firstUseOn: null })).toBeNull()
    expect(endWords(rule, null)).toBe('90 days after first use')
    const used = { ...bought, firstUseOn: localDate('2026-03-10') }
    expect(endOf(rule, used)).toBe('2026-06-08')
    expect(endWithVisit(rule, used, localDate('2026-03-03'))).toBe('2026-06-01')
    expect(heldDays).toBe(14)
    expect(endOf(rule, { ...used, heldDays })).toBe('2026-06-22')
    expect(endOf(rule, { ...bought, firstUseOn: localDate('2026-06-02') })).toBe('2026-08-31')
    expect(endOf(rule, { ...bought, firstUseOn: localDate('2026-06-02'), heldDays })).toBe('2026-09-14')
    expect(endOf(rule, { ...used, heldDays, manualEnd: localDate('2026-05-01') })).toBe('2026-05-01')
  })
})

describe('W12: series', () => {
  const tuesdays = ['10', '17', '24', '31']
    .map((d) => `2026-03-${d}T10:00`)
    .concat('2026-04-07T10:00', '2026-04-14T10:00')
    .map(localDateTime)
  const course = { purchasedOn: localDate('2026-03-01'), validFrom: null, firstUseOn: null }
  const relax = { holds: [], cancelledOn: null, payableMore: null, course }
  it('books the valid dates on the package and the rest at the regular fee', () => {
    const covers = coverVisits(tuesdays, { ...relax, remaining: 5, rule: { kind: 'onDate', date: localDate('2026-03-31') } })
    expect(covers.slice(0, 4).every((c) => c.onPackage)).toBe(true)
    expect(covers.slice(4)).toEqual([
      { onPackage: false, why: 'outside validity' },
      { onPackage: false, why: 'outside validity' },
    ])
  })
  it('takes the first dates in order when too few sessions are left', () => {
    const covers = coverVisits([...tuesdays].reverse(), { ...relax, remaining: 3, rule: { kind: 'never' } })
    expect(covers.map((c) => c.onPackage)).toEqual([false, false, false, true, true, true])
    expect(covers[0]).toMatchObject({ why: 'no sessions left' })
  })
})
