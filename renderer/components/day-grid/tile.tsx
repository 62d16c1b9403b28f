// One tile: a box in the body at a place, with whatever the screen draws inside.
// Takes plain values only, so that memo draws it again when it itself changed and never otherwise.

import { memo, type ReactNode } from 'react'
import classes from './tile.module.css'
import { roomOf, toPx } from './layout.ts'
import type { Face } from './types.ts'

interface TileProps<T> {
  id: number
  data: T
  face: Face<T>
  describe: (data: T, spoken: string) => string
  /** "with Jonas Berg", "on Tue 24 Nov": the column, as it is spoken. */
  spoken: string
  tone: string
  column: number
  columns: number
  lane: number
  lanes: number
  from: number
  to: number
  busyUntil: number
  movable: boolean
  gone: boolean
  reachable: boolean
  selected: boolean
}

function TileBox<T>(props: TileProps<T>): ReactNode {
  const { id, data, face, describe, spoken, tone, from, to, busyUntil, movable, reachable, selected } = props
  return (
    <div
      role="button"
      tabIndex={reachable ? 0 : -1}
      aria-label={describe(data, spoken)}
      aria-expanded={selected}
      data-tile={id}
      data-room={roomOf(to - from)}
      data-movable={movable || undefined}
      data-selected={selected || undefined}
      className={`${classes.tile} ${tone}`}
      style={boxOf(props)}
    >
      <span className={classes.face} aria-hidden>
        {face(data, roomOf(to - from))}
      </span>
      {busyUntil > to && <span className={classes.rest} style={{ height: toPx(busyUntil - to) }} />}
      {movable && <span className={classes.edge} data-edge />}
    </div>
  )
}

/** Left and width in percent of the body, top and height in pixels; a hair of space to the column's lines. */
export function boxOf(place: Pick<TileProps<unknown>, 'column' | 'columns' | 'lane' | 'lanes' | 'from' | 'to'> & { gone?: boolean }) {
  const column = 100 / place.columns
  const width = column / place.lanes
  const drawn = place.gone && place.lanes === 1 ? width * 0.72 : width
  return {
    left: `calc(${column * place.column + width * place.lane}% + 4px)`,
    width: `calc(${drawn}% - ${place.lanes === 1 ? 9 : 6}px)`,
    top: toPx(place.from),
    height: toPx(place.to - place.from) - 2,
  }
}

export const Tile = memo(TileBox) as typeof TileBox
