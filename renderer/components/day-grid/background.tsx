// What lies behind the tiles: the columns with their closed time, and the hours at the left. Nothing here takes the pointer.

import { memo } from 'react'
import classes from './day-grid.module.css'
import { bandsOf, clockOf, toPx } from './layout.ts'
import type { GridColumn } from './types.ts'

export const Columns = memo(function Columns({ columns }: { columns: readonly GridColumn[] }) {
  return columns.map(({ key, open }, index) => (
    <div key={key} className={classes.column} style={{ left: `${(100 / columns.length) * index}%`, width: `${100 / columns.length}%` }}>
      {bandsOf(open).map(({ from, to, label }) => (
        <div key={from} className={classes.band} style={{ top: toPx(from), height: toPx(to - from) }}>
          {label}
        </div>
      ))}
    </div>
  ))
})

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

export const Axis = memo(function Axis({ now }: { now: number | null }) {
  return (
    <div className={classes.axis} aria-hidden>
      {HOURS.map((hour) => (
        <span key={hour} className={classes.hour} style={{ top: toPx(hour * 60) }}>
          {clockOf(hour * 60)}
        </span>
      ))}
      {now !== null && <span className={classes.nowDot} style={{ top: toPx(now) }} />}
    </div>
  )
})

/** The line of the present minute, across the columns that are today. */
export function NowLine({ columns, now }: { columns: readonly GridColumn[]; now: number | null }) {
  const first = columns.findIndex((c) => c.isNow)
  const count = columns.filter((c) => c.isNow).length
  if (now === null || first === -1) return null
  const share = 100 / columns.length
  return <div className={classes.now} style={{ top: toPx(now), left: `${share * first}%`, width: `${share * count}%` }} />
}
