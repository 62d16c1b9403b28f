// Another charge before the invoice: what was used keeps its value, the rest takes the difference, to the cent.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canRedeal, type Held, keptOf, redeal } from '../../shared/domain/redealing.ts'
import { minor, subtract, sum } from '../../shared/money.ts'
import { groupChanges } from '../../renderer/components/sell/value-groups.ts'

const unusedOf = (...values: number[]) => values.map((v) => ({ valueMinor: minor(v), itemPriceMinor: minor(9_000), isExtra: false }))

describe('dealing anew', () => {
  it('leaves two used sessions of Relax 6 alone and deals the rest of 450.00 over four', () => {
    const held: Held = { unused: unusedOf(8_333, 8_333, 8_333, 8_333), pot: null, worthMinor: minor(50_000) }
    expect(keptOf(held)).toBe(16_668)
    expect(redeal(held, subtract(minor(45_000), keptOf(held))).values).toEqual([7_083, 7_083, 7_083, 7_083])
  })

  it('keeps extras at nothing, and deals by list price when nothing was charged before', () => {
    const held: Held = {
      unused: [...unusedOf(0, 0, 0), { valueMinor: minor(0), itemPriceMinor: minor(9_000), isExtra: true }],
      pot: null,
      worthMinor: minor(0),
    }
    expect(redeal(held, minor(10_000)).values).toEqual([3_334, 3_333, 3_333, 0])
  })

  it('keeps what a split by hand made of the sessions', () => {
    const held: Held = { unused: unusedOf(10_000, 10_000, 7_500, 7_500, 7_500, 7_500), pot: null, worthMinor: minor(50_000) }
    expect(redeal(held, minor(45_000)).values).toEqual([9_000, 9_000, 6_750, 6_750, 6_750, 6_750])
  })

  it('has nothing to deal over when all is used', () => {
    expect(canRedeal({ unused: [], pot: null, worthMinor: minor(50_000) })).toBe(false)
  })

  it('always adds up to the amount, with a pot and without, and never goes below nothing', () => {
    const money = fc.integer({ min: 0, max: 200_000 }).map(minor)
    const unused = fc.record({ valueMinor: money, itemPriceMinor: money, isExtra: fc.boolean() })
    const pot = fc.option(fc.record({ leftMinor: money, listMinor: money }))
    fc.assert(
      fc.property(fc.array(unused, { maxLength: 12 }), pot, money, (rows, potOf, amount) => {
        const held: Held = { unused: rows, pot: potOf, worthMinor: minor(1_000_000) }
        fc.pre(canRedeal(held))
        const { values, potMinor } = redeal(held, amount)
        expect(values).toHaveLength(rows.length)
        expect(sum([...values, potMinor])).toBe(amount)
        expect(Math.min(potMinor, ...values)).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

it('says sessions that change alike in one line', () => {
  const change = (number: number, beforeMinor: number) => ({ label: 'Physio 45', number, beforeMinor, afterMinor: 7_500 })
  expect(groupChanges([change(1, 8_334), change(3, 8_333), change(4, 8_333)])).toEqual([
    { label: 'Physio 45', from: 1, through: 1, beforeMinor: 8_334, afterMinor: 7_500 },
    { label: 'Physio 45', from: 3, through: 4, beforeMinor: 8_333, afterMinor: 7_500 },
  ])
})
