// What the day grid is given. Times are minutes of the day (0 … 1440), so that it knows no zone and no clock.

import type { ReactNode } from 'react'

/** From `from` up to, not including, `to`; minutes of the day. */
export interface Span {
  from: number
  to: number
}

/** Where something stands: a stretch of time in one column. */
export interface Place extends Span {
  column: string
}

/** A column is a practitioner, a day, a room: the grid does not care. */
export interface GridColumn {
  key: string
  title: string
  subtitle: string
  /** How the column is spoken of: "with Jonas Berg", "on Tue 24 Nov". */
  spoken: string
  /** Working hours; everything else is drawn hatched. */
  open: readonly Span[]
  /** False: nothing can be booked here or dragged here by this person. */
  bookable: boolean
  /** The now-line crosses this column. */
  isNow: boolean
}

export interface GridTile<T> extends Place {
  id: number
  /** When the practitioner is free again: the break after it ends. */
  busyUntil: number
  /** The class that sets its two colours. */
  tone: string
  movable: boolean
  /** Its time is free again: it is drawn narrower and can be booked over. */
  gone: boolean
  data: T
}

/** How much a tile can show: one small line, one line, two lines, or more. */
export type Room = 'tiny' | 'line' | 'two' | 'tall'

/** Draws the inside of a tile; must be the same function at every render, or every tile is drawn again. */
export type Face<T> = (data: T, room: Room) => ReactNode

export interface Ghost extends Place {
  title: string
  subtitle: string
}
