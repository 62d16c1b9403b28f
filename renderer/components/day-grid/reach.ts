// Where the arrow keys lead: from tile to tile, and from free slot to free slot. Pure.

import { DAY, STEP } from './layout.ts'
import type { Place, Span } from './types.ts'

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'
export const isArrow = (key: string): key is Arrow =>
  key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight'

interface Standing extends Place {
  id: number
}

const inOrder = (a: Standing, b: Standing): number => a.from - b.from || a.to - b.to || a.id - b.id

/** The next tile in the column, or the one nearest in time in the next column that has any. */
export function tileTowards(tiles: readonly Standing[], columns: readonly string[], from: Standing, arrow: Arrow): Standing | undefined {
  const inColumn = (column: string) => tiles.filter((t) => t.column === column).sort(inOrder)
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const mine = inColumn(from.column)
    return mine[mine.findIndex((t) => t.id === from.id) + (arrow === 'ArrowDown' ? 1 : -1)]
  }
  const step = arrow === 'ArrowRight' ? 1 : -1
  for (let i = columns.indexOf(from.column) + step; i >= 0 && i < columns.length; i += step) {
    const nearest = inColumn(columns[i]!).sort((a, b) => Math.abs(a.from - from.from) - Math.abs(b.from - from.from))[0]
    if (nearest) return nearest
  }
  return undefined
}

/** The first and the last tile of a column. */
export function endOfColumn(tiles: readonly Standing[], column: string, end: 'first' | 'last'): Standing | undefined {
  return tiles
    .filter((t) => t.column === column)
    .sort(inOrder)
    .at(end === 'first' ? 0 : -1)
}

/** The slot an arrow leads to; busy time is stepped over, so that the cursor always stands on free time. */
export function slotTowards(slot: Place, arrow: Arrow, columns: readonly string[], busy: (column: string) => readonly Span[]): Place {
  if (arrow === 'ArrowLeft' || arrow === 'ArrowRight') {
    const column = columns[columns.indexOf(slot.column) + (arrow === 'ArrowRight' ? 1 : -1)]
    if (column === undefined) return slot
    return freeFrom(column, slot.from, 1, busy(column)) ?? freeFrom(column, slot.from, -1, busy(column)) ?? slot
  }
  const step = arrow === 'ArrowDown' ? 1 : -1
  return freeFrom(slot.column, slot.from + step * STEP, step, busy(slot.column)) ?? slot
}

/** The free slot at this minute, or the first one after (`step` 1) or before it (`step` −1). */
export function freeFrom(column: string, minute: number, step: 1 | -1, busy: readonly Span[]): Place | undefined {
  for (let at = Math.floor(minute / STEP) * STEP; at >= DAY.from && at + STEP <= DAY.to; at += step * STEP) {
    if (!busy.some((b) => b.from < at + STEP && b.to > at)) return { column, from: at, to: at + STEP }
  }
  return undefined
}
