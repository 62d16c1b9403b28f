// What follows from where the tiles stand: their lanes, busy time, and where the keyboard begins. Pure.

import { type Lane, lanesOf } from './layout.ts'
import { freeFrom } from './reach.ts'
import type { GridColumn, GridTile, Place, Span } from './types.ts'

export function lanesByTile(tiles: readonly GridTile<unknown>[]): Map<number, Lane> {
  const lanes = new Map<number, Lane>()
  for (const column of new Set(tiles.map((t) => t.column))) {
    const mine = tiles.filter((t) => t.column === column)
    for (const [index, lane] of lanesOf(mine).entries()) lanes.set(mine[index]!.id, lane)
  }
  return lanes
}

/** Time that can't be booked in a column: its appointments and the breaks after them. */
export const busyIn = (tiles: readonly GridTile<unknown>[], column: string): Span[] =>
  tiles.filter((t) => t.column === column && !t.gone).map(({ from, busyUntil }) => ({ from, to: busyUntil }))

/** The tile that Tab reaches first: the earliest of the first column that has any. */
export function firstOf<T>(tiles: readonly GridTile<T>[], columns: readonly GridColumn[]): GridTile<T> | undefined {
  const order = new Map(columns.map((c, index) => [c.key, index]))
  return [...tiles].sort((a, b) => order.get(a.column)! - order.get(b.column)! || a.from - b.from)[0]
}

/** Where the cursor for free slots begins: after the tile that had the focus, else now, else when work begins. */
export function slotBeside(
  tile: Place | undefined,
  columns: readonly GridColumn[],
  now: number | null,
  busy: (column: string) => readonly Span[],
): Place | undefined {
  const column = columns.find((c) => c.bookable && c.key === tile?.column) ?? columns.find((c) => c.bookable)
  if (!column) return undefined
  const start = tile && column.key === tile.column ? tile.to : ((column.isNow ? now : null) ?? column.open[0]?.from ?? 8 * 60)
  return freeFrom(column.key, start, 1, busy(column.key)) ?? freeFrom(column.key, start, -1, busy(column.key))
}
