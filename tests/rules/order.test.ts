// A list arranged by hand: moving one keeps all others in their order, and positions change no more than they must.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isRearranged, isSameOrder, newPositions, placedBefore } from '../../shared/domain/order.ts'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 30 })

it('one is put before another, or last', () => {
  expect(placedBefore([1, 2, 3, 4], 4, 2)).toEqual([1, 4, 2, 3])
  expect(placedBefore([1, 2, 3, 4], 1, null)).toEqual([2, 3, 4, 1])
  expect(placedBefore([1, 2, 3], 2, 2)).toEqual([1, 3, 2])
  expect(placedBefore([1, 2], 9, 1)).toEqual([9, 1, 2])
})

it('moving one is a rearrangement that keeps the others in their order', () => {
  fc.assert(
    fc.property(ids, fc.nat(), fc.nat(), (order, i, j) => {
      const [id, before] = [order[i % order.length]!, order[j % order.length]!]
      const after = placedBefore(order, id, before === id ? null : before)
      expect(isRearranged(after, order)).toBe(true)
      expect(after.filter((x) => x !== id)).toEqual(order.filter((x) => x !== id))
      if (before !== id) expect(after[after.indexOf(id) + 1]).toBe(before)
    }),
  )
})

it('an order is no rearrangement when one is missing, doubled or strange', () => {
  expect(isRearranged([2, 1], [1, 2])).toBe(true)
  for (const wrong of [[1], [1, 1], [1, 3], [1, 2, 3]]) expect(isRearranged(wrong, [1, 2])).toBe(false)
  expect(isSameOrder([1, 2], [2, 1])).toBe(false)
  expect(isSameOrder([1, 2], [1, 2])).toBe(true)
})

it('new positions give the order asked for, from the positions in use, and touch no row that stays', () => {
  const rows = fc
    .uniqueArray(fc.record({ id: fc.integer({ min: 1, max: 500 }), position: fc.integer({ min: 1, max: 900 }) }), {
      selector: (r) => r.id,
      minLength: 1,
      maxLength: 30,
    })
    .map((all) => all.sort((a, b) => a.position - b.position || a.id - b.id))
  fc.assert(
    fc.property(rows, fc.nat(), fc.nat(), (before, i, j) => {
      const order = before.map((r) => r.id)
      const moved = placedBefore(order, order[i % order.length]!, order[j % order.length]!)
      const changes = newPositions(before, moved)
      const after = before.map((r) => changes.find((c) => c.id === r.id) ?? r)
      expect(after.toSorted((a, b) => a.position - b.position).map((r) => r.id)).toEqual(moved)
      const inUse = before.map((r) => r.position)
      if (new Set(inUse).size < inUse.length) return
      expect(after.map((r) => r.position).sort((a, b) => a - b)).toEqual(inUse)
      expect(changes.every((c) => before.find((r) => r.id === c.id)!.position !== c.position)).toBe(true)
    }),
  )
})
