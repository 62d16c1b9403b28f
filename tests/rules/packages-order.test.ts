// Moving a package on the screen: what the rows become is what is asked of the practice, with groups, folded ones and hidden
// packages in between.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PackageRow } from '../../renderer/components/package-words.ts'
import { groupKey, moveOf, placeWords, rowKey, rowsAfter, undone } from '../../renderer/screens/packages/list/packages-order.ts'
import { grouped, sorted } from '../../renderer/screens/packages/list/packages-search.ts'
import { linesOf } from '../../renderer/screens/packages/list/table-lines.ts'
import { isRearranged } from '../../shared/domain/order.ts'

const CATEGORIES = [
  { id: 1, name: 'Physio', position: 1 },
  { id: 2, name: 'Massage', position: 2 },
  { id: 3, name: 'Yoga', position: 3 },
]
const rowOf = (id: number, categoryId: number | null, active = true) =>
  ({ id, position: id, name: `P${id}`, categoryId, categoryName: null, active, deleted: false }) as PackageRow
const none = () => false
const keysOf = (...shown: Parameters<typeof linesOf>) => linesOf(...shown).map((line) => line.key)

/** Carries a row to where another stands, as the screen does. */
function carry(rows: PackageRow[], key: string, to: string, folded: (number | null)[] = [], isGrouped = true) {
  const shown = rows.filter((r) => r.active)
  const groups = isGrouped ? grouped(shown, CATEGORIES, { withEmpty: true }) : null
  const before = keysOf(shown, groups, (id) => folded.includes(id))
  const rest = before.filter((k) => k !== key)
  const after = rest.toSpliced(before.indexOf(to), 0, key)
  const move = moveOf(key, after, groups, rows)
  const later = sorted(rowsAfter(rows, move, CATEGORIES), {}, 'CAD')
  return {
    move,
    words: placeWords(key, after, groups),
    after,
    later,
    list: later.map((r) => `${r.id}${r.categoryId ? `@${r.categoryId}` : ''}`),
  }
}

describe('a package carried to another place', () => {
  const rows = [rowOf(1, 1), rowOf(2, 1), rowOf(3, 2), rowOf(4, null)]

  it('moves within its group', () => {
    expect(carry(rows, rowKey(1), rowKey(2))).toMatchObject({ words: 'place 2 of 2 in Physio', list: ['2@1', '1@1', '3@2', '4'] })
    expect(carry(rows, rowKey(1), rowKey(2)).move.moved).toBeNull()
  })

  it('moves past a header into another group, before or behind what is there', () => {
    const below = carry(rows, rowKey(1), groupKey(2))
    expect(below).toMatchObject({ words: 'place 1 of 2 in Massage', list: ['2@1', '1@2', '3@2', '4'] })
    expect(below.move.moved).toEqual({ id: 1, from: 1, to: 2 })
    expect(carry(rows, rowKey(1), rowKey(3))).toMatchObject({ words: 'place 2 of 2 in Massage', list: ['2@1', '3@2', '1@2', '4'] })
    expect(carry(rows, rowKey(3), groupKey(2))).toMatchObject({ words: 'place 3 of 3 in Physio', list: ['1@1', '2@1', '3@1', '4'] })
  })

  it('moves into an empty group, and to no category', () => {
    expect(carry(rows, rowKey(3), groupKey(3))).toMatchObject({ words: 'place 1 of 1 in Yoga', list: ['1@1', '2@1', '3@3', '4'] })
    expect(carry(rows, rowKey(1), rowKey(4))).toMatchObject({ words: 'place 2 of 2 in No category', list: ['2@1', '3@2', '4', '1'] })
  })

  it('above the first header is the first of the first group', () => {
    expect(carry(rows, rowKey(3), groupKey(1))).toMatchObject({ words: 'place 1 of 3 in Physio', list: ['3@1', '1@1', '2@1', '4'] })
    expect(carry(rows, rowKey(1), groupKey(1))).toMatchObject({ words: 'place 1 of 2 in Physio', list: ['1@1', '2@1', '3@2', '4'] })
  })

  it('into a folded group is the last there', () => {
    const folded = carry([rowOf(1, null), rowOf(2, 1), rowOf(3, 2)], rowKey(3), groupKey(2), [1])
    expect(folded).toMatchObject({ words: 'last of 2 packages in Physio', list: ['1', '2@1', '3@1'] })
  })

  it('keeps its category where there are no groups', () => {
    expect(carry(rows, rowKey(1), rowKey(4), [], false)).toMatchObject({ words: 'place 4 of 4', list: ['2@1', '3@2', '4', '1@1'] })
  })

  it('leaves hidden packages where they are', () => {
    const hidden = [rowOf(1, 1), rowOf(2, 1, false), rowOf(3, 1), rowOf(4, 1)]
    expect(carry(hidden, rowKey(4), rowKey(3)).list).toEqual(['1@1', '2@1', '4@1', '3@1'])
    expect(carry(hidden, rowKey(1), rowKey(3)).list).toEqual(['2@1', '3@1', '1@1', '4@1'])
  })
})

it('whatever is carried wherever, the list then stands as it stood on the screen, and undoing gives the one before', () => {
  const list = fc
    .array(fc.record({ categoryId: fc.constantFrom(null, 1, 2, 3), active: fc.boolean() }), { minLength: 2, maxLength: 14 })
    .map((some) => some.map(({ categoryId, active }, i) => rowOf(i + 1, categoryId, active)))
  fc.assert(
    fc.property(list, fc.nat(), fc.nat(), fc.boolean(), (rows, i, j, isGrouped) => {
      const shown = rows.filter((r) => r.active)
      if (shown.length === 0) return
      const groups = isGrouped ? grouped(shown, CATEGORIES, { withEmpty: true }) : null
      const keys = keysOf(shown, groups, none)
      const key = rowKey(shown[i % shown.length]!.id)
      const { move, after, later } = carry(rows, key, keys[j % keys.length]!, [], groups !== null)
      expect(isRearranged(move.order, move.seen)).toBe(true)
      const thenShown = later.filter((r) => r.active)
      const thenGroups = groups && (grouped(thenShown, CATEGORIES, { withEmpty: true }) ?? groups)
      // Above the first header there is nowhere to stand: it is right below it then.
      const asShown = groups && after[0] === key ? [after[1], key, ...after.slice(2)] : after
      if (!groups || grouped(thenShown, CATEGORIES)) expect(keysOf(thenShown, thenGroups, none)).toEqual(asShown)
      const back = sorted(rowsAfter(later, undone(move), CATEGORIES), {}, 'CAD')
      expect(back.map((r) => [r.id, r.categoryId])).toEqual(rows.map((r) => [r.id, r.categoryId]))
    }),
  )
})
