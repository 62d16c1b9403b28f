// The cap of a share as a law: whatever is booked, cancelled, forfeited and changed, in whatever order, nobody books beyond it.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { OPPOSITE_LABEL, sameSharing } from '../../shared/domain/links.ts'
import { countTaken, roomUnder, takenOf, takenWords } from '../../shared/domain/sharing.ts'
import { LINK_LABELS, type SessionState } from '../../shared/domain/words.ts'

const step = fc.oneof(
  fc.constant({ do: 'book' as const }),
  fc.record({
    do: fc.constantFrom('cancel' as const, 'use' as const, 'undo' as const, 'forfeit' as const, 'waive' as const),
    which: fc.nat(20),
  }),
  fc.record({ do: fc.constant('cap' as const), cap: fc.option(fc.integer({ min: 1, max: 6 })) }),
)
const MOVES: Record<string, [from: SessionState, to: SessionState]> = {
  cancel: ['booked', 'available'],
  use: ['booked', 'used'],
  undo: ['used', 'booked'],
  forfeit: ['booked', 'forfeited'],
  waive: ['forfeited', 'available'],
}

it('a cap is never exceeded by booking, in any order of bookings, endings and changes of the cap', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let cap: number | null = 3
      const mine: SessionState[] = []
      for (const s of steps) {
        if (s.do === 'cap') cap = s.cap
        else if (s.do === 'book') {
          const before = countTaken(takenOf(mine))
          const room = roomUnder(cap, takenOf(mine))
          if (room === null || room > 0) {
            mine.push('booked')
            if (cap !== null) expect(before + 1).toBeLessThanOrEqual(cap)
          } else expect(before).toBeGreaterThanOrEqual(cap!) // only a cap that is reached, or was lowered, stops anyone
        } else {
          const [from, to] = MOVES[s.do]!
          const at = mine.findIndex((state, i) => state === from && i >= s.which % Math.max(1, mine.length))
          if (at >= 0) mine[at] = to
        }
        expect(countTaken(takenOf(mine))).toBe(mine.filter((state) => state !== 'available').length)
      }
    }),
  )
})

it('a cancelled visit makes room again, a forfeited one does not, and a lowered cap leaves none', () => {
  expect(roomUnder(3, takenOf(['used', 'used', 'booked']))).toBe(0)
  expect(roomUnder(3, takenOf(['used', 'used', 'available']))).toBe(1)
  expect(roomUnder(3, takenOf(['used', 'used', 'forfeited']))).toBe(0)
  expect(roomUnder(1, takenOf(['used', 'used', 'booked']))).toBe(0)
  expect(roomUnder(null, takenOf(['used']))).toBeNull()
})

it('says what was taken in the order of use', () => {
  expect(takenWords(takenOf(['booked', 'used', 'used']))).toBe('2 used, 1 booked')
  expect(takenWords(takenOf(['forfeited', 'booked']))).toBe('1 booked, 1 forfeited')
  expect(takenWords(takenOf([]))).toBe('none used yet')
})

it('every label has an opposite, and most go back to themselves', () => {
  for (const label of LINK_LABELS) expect(LINK_LABELS).toContain(OPPOSITE_LABEL[label])
  expect([OPPOSITE_LABEL.parent, OPPOSITE_LABEL.child, OPPOSITE_LABEL.guardian]).toEqual(['child', 'parent', 'child'])
})

it('sharing the same packages is the same in any order, and with other caps it is not', () => {
  const row = fc.record({ clientPackageId: fc.integer({ min: 1, max: 5 }), cap: fc.option(fc.integer({ min: 1, max: 9 })) })
  const rows = fc.uniqueArray(row, { selector: (r) => r.clientPackageId, minLength: 1 })
  fc.assert(
    fc.property(rows, (packages) => {
      expect(sameSharing({ kind: 'chosen', packages }, { kind: 'chosen', packages: packages.toReversed() })).toBe(true)
      const [first, ...rest] = packages
      expect(sameSharing({ kind: 'chosen', packages }, { kind: 'chosen', packages: rest })).toBe(false)
      expect(
        sameSharing({ kind: 'chosen', packages }, { kind: 'chosen', packages: [{ ...first!, cap: (first!.cap ?? 0) + 1 }, ...rest] }),
      ).toBe(false)
    }),
  )
  expect(sameSharing({ kind: 'all', cap: 2 }, { kind: 'all', cap: 3 })).toBe(false)
  expect(sameSharing({ kind: 'all', cap: null }, { kind: 'none' })).toBe(false)
})
