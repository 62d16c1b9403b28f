// How the books of a cancelled sale end: W5, W6 and W17 with their figures, and what holds for any sale.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adjustmentAmount, bookEndsOf, taxesOfAdjustment } from '../../shared/domain/book-endings.ts'
import type { RefundCase } from '../../shared/domain/refunds.ts'
import { unusedShare } from '../../shared/domain/refunds.ts'
import { taxesOn } from '../../shared/domain/tax.ts'
import { add, minor, sum } from '../../shared/money.ts'

const HST = { id: 1, name: 'HST', rate: 13_000 }
const sale = (fields: Partial<Record<'paidMinor' | 'totalMinor' | 'consumedMinor' | 'taxMinor', number>>, rates = [HST]): RefundCase => ({
  paidMinor: minor(fields.paidMinor ?? 0),
  totalMinor: minor(fields.totalMinor ?? 0),
  taxMinor: minor(fields.taxMinor ?? 0),
  consumedMinor: minor(fields.consumedMinor ?? 0),
  regular: [],
  rates,
  pricesIncludeTax: false,
})

it('W5: settled brings the invoice to what was kept, tax included; outstanding marks the rest as a loss', () => {
  const c = sale({ paidMinor: 56_500, totalMinor: 56_500, taxMinor: 6_500, consumedMinor: 25_001 })
  const [settled, outstanding, ...more] = bookEndsOf(c, minor(28_249))
  expect(more).toEqual([])
  expect(settled).toMatchObject({ books: 'settled', adjustmentMinor: -28_249, totalMinor: 28_251, dueMinor: 0, forgivenMinor: 0 })
  expect(outstanding).toMatchObject({ books: 'outstanding', totalMinor: 56_500, lossMinor: 28_249, dueMinor: 0 })
  const taxes = taxesOfAdjustment([{ ...HST, taxMinor: minor(6_500) }], settled!.totalMinor)
  expect(taxes.map((t) => t.taxMinor)).toEqual([-3_250])
  expect(adjustmentAmount(settled!.adjustmentMinor, taxes, false)).toBe(-24_999)
})

describe('W6: instalments', () => {
  it('3 used, 333.34 paid: the plan’s rest is adjusted away or lost', () => {
    const ends = bookEndsOf(sale({ paidMinor: 33_334, totalMinor: 50_000, consumedMinor: 25_001 }, []), minor(8_333))
    expect(ends).toMatchObject([
      { books: 'settled', adjustmentMinor: -24_999, totalMinor: 25_001 },
      { books: 'outstanding', totalMinor: 50_000, lossMinor: 24_999 },
    ])
  })
  it('3 used, 166.67 paid: what was used is billed, or forgiven', () => {
    const ends = bookEndsOf(sale({ paidMinor: 16_667, totalMinor: 50_000, consumedMinor: 25_001 }, []), minor(0))
    expect(ends).toMatchObject([
      { books: 'billUsed', adjustmentMinor: -24_999, totalMinor: 25_001, dueMinor: 8_334 },
      { books: 'settled', adjustmentMinor: -33_333, totalMinor: 16_667, forgivenMinor: 8_334 },
      { books: 'outstanding', lossMinor: 33_333 },
    ])
  })
})

it('what is given back is not billed again: W4 at the regular prices, and an own amount of a package that all moved on', () => {
  const family = sale({ paidMinor: 150_000, totalMinor: 150_000, consumedMinor: 37_500 }, [])
  expect(bookEndsOf(family, minor(114_000)).map((e) => [e.books, e.totalMinor, e.dueMinor, e.forgivenMinor])).toEqual([
    ['settled', 36_000, 0, 1_500],
    ['outstanding', 150_000, 0, 0],
  ])
  const moved = sale({ paidMinor: 50_000, totalMinor: 50_000, consumedMinor: 50_000 }, [])
  expect(bookEndsOf(moved, minor(33_332))[0]).toMatchObject({ books: 'settled', totalMinor: 16_668, dueMinor: 0 })
  const partPaid = sale({ paidMinor: 20_000, totalMinor: 50_000, consumedMinor: 25_001 }, [])
  expect(bookEndsOf(partPaid, minor(2_000)).map((e) => [e.books, e.dueMinor])).toEqual([
    ['settled', 0],
    ['billUsed', 7_001],
    ['outstanding', 0],
  ])
})

it('W17: one cent was used beyond what was paid', () => {
  const ends = bookEndsOf(sale({ paidMinor: 16_667, totalMinor: 50_000, consumedMinor: 16_668 }, []), minor(0))
  expect(ends.map((e) => [e.books, e.dueMinor, e.forgivenMinor])).toEqual([
    ['billUsed', 1, 0],
    ['settled', 0, 1],
    ['outstanding', 0, 0],
  ])
})

it('asks nothing when nothing is left open', () => {
  expect(bookEndsOf(sale({ paidMinor: 56_500, totalMinor: 56_500 }), minor(0))).toMatchObject([{ books: 'unchanged', totalMinor: 56_500 }])
})

it('always adds up: total − received = due + loss, and the taxes kept are those of the total', () => {
  const amount = fc.integer({ min: 0, max: 1_000_000 })
  const rates = fc.constantFrom(
    [],
    [HST],
    [
      { id: 1, name: 'GST', rate: 5_000 },
      { id: 2, name: 'QST', rate: 9_975 },
    ],
  )
  fc.assert(
    fc.property(
      amount,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      rates,
      fc.boolean(),
      (charge, paid, used, rates, included) => {
        const charged = taxesOn(minor(charge), rates, included)
        const taxMinor = sum(charged.map((t) => t.taxMinor))
        const totalMinor = included ? minor(charge) : add(minor(charge), taxMinor)
        const c: RefundCase = {
          totalMinor,
          taxMinor,
          paidMinor: minor(Math.floor(totalMinor * paid)),
          consumedMinor: minor(Math.floor(charge * used)),
          regular: [],
          rates,
          pricesIncludeTax: included,
        }
        const { refundMinor } = unusedShare(c)
        for (const end of bookEndsOf(c, refundMinor)) {
          const received = c.paidMinor - refundMinor
          expect(end.totalMinor - received).toBe(end.dueMinor + end.lossMinor)
          expect(end.totalMinor).toBe(totalMinor + end.adjustmentMinor)
          if (end.adjustmentMinor === 0) continue
          const taxes = taxesOfAdjustment(charged, end.totalMinor)
          const kept = charged.map((t, i) => t.taxMinor + taxes[i]!.taxMinor)
          expect(kept).toEqual(taxesOn(end.totalMinor, rates, true).map((t) => t.taxMinor))
          const net = adjustmentAmount(end.adjustmentMinor, taxes, included)
          expect(net + (included ? 0 : sum(taxes.map((t) => t.taxMinor)))).toBe(end.adjustmentMinor)
        }
      },
    ),
    { numRuns: 500 },
  )
})
