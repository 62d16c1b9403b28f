// Which lines of a long table of packages are drawn, and that what is not drawn keeps its place.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { PackageRow } from '../../renderer/components/package-words.ts'
import { bodiesOf, drawnOf } from '../../renderer/screens/packages/list/drawn-lines.ts'
import { grouped } from '../../renderer/screens/packages/list/packages-search.ts'
import { linesOf } from '../../renderer/screens/packages/list/table-lines.ts'

const CATEGORIES = [
  { id: 1, name: 'Physio', position: 1 },
  { id: 2, name: 'Massage', position: 2 },
]
const rowOf = (id: number) => ({ id, name: `P${id}`, categoryId: [1, 2, null][id % 3] ?? null, categoryName: null }) as PackageRow
const rows = Array.from({ length: 60 }, (_, i) => rowOf(i + 1))
const lines = linesOf(rows, grouped(rows, CATEGORIES), () => false)
const HEIGHT = 50
const at = lines.map((_, i) => ({ start: 100 + i * HEIGHT, end: 100 + (i + 1) * HEIGHT }))
const end = 100 + lines.length * HEIGHT

it('draws what is near, the header over it, and whatever somebody is busy with', () => {
  expect(drawnOf(lines, [30, 31], new Set())).toEqual([21, 30, 31])
  expect(drawnOf(lines, [30, 31], new Set([lines[50]!.key, lines[5]!.key]))).toEqual([0, 5, 21, 30, 31, 42, 50])
  expect(drawnOf(lines, [], new Set(['package 999']))).toEqual([])
})

it('keeps each line where it would stand if all were drawn', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(lines.length - 1)), fc.nat(lines.length - 1), (near, busy) => {
      const bodies = bodiesOf(lines, drawnOf(lines, near, new Set([lines[busy]!.key])), at, end)
      let y = 100
      for (const body of bodies) {
        for (const { index, line, gap } of body.parts) {
          expect(gap).toBeGreaterThanOrEqual(0)
          expect(line).toBe(lines[index])
          y += gap
          expect(y).toBe(at[index]!.start)
          y += HEIGHT
        }
        y += body.rest
      }
      expect(y).toBe(end)
      expect(new Set(bodies.map(({ key }) => key)).size).toBe(bodies.length)
    }),
  )
})
