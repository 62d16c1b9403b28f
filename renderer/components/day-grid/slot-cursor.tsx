// The free slot under the keyboard: arrows move it over free time, Shift and arrows make it longer, Enter books it.

import type { KeyboardEvent } from 'react'
import classes from './tile.module.css'
import { clockOf, resized, STEP } from './layout.ts'
import { isArrow, slotTowards } from './reach.ts'
import { boxOf } from './tile.tsx'
import type { GridColumn, Place, Span } from './types.ts'

interface SlotCursorProps {
  slot: Place
  columns: readonly GridColumn[]
  busy: (column: string) => readonly Span[]
  onMove: (slot: Place) => void
  onBook: (slot: Place, drawn: boolean) => void
  say: (words: string) => void
}

export function SlotCursor({ slot, columns, busy, onMove, onBook, say }: SlotCursorProps) {
  const keys = columns.filter((c) => c.bookable).map((c) => c.key)
  const wordsOf = ({ column, from, to }: Place) =>
    `${clockOf(from)} to ${clockOf(to)}, ${columns.find((c) => c.key === column)?.spoken ?? ''}`

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      onBook(slot, slot.to - slot.from > STEP)
    }
    if (!isArrow(event.key) || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const upright = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    const longer = event.shiftKey && upright
    const next = longer
      ? { ...slot, ...resized(slot, slot.to + (event.key === 'ArrowDown' ? STEP : -STEP)) }
      : slotTowards(slot, event.key, keys, busy)
    onMove(next)
    say(`Free, ${wordsOf(next)}`)
  }

  return (
    <div
      role="button"
      tabIndex={0}
      data-slot
      className={classes.slot}
      aria-label={`Book ${wordsOf(slot)}`}
      style={boxOf({ ...slot, column: columns.findIndex((c) => c.key === slot.column), columns: columns.length, lane: 0, lanes: 1 })}
      ref={(element) => {
        if (element === document.activeElement) element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }}
      onClick={() => onBook(slot, false)}
      onKeyDown={onKeyDown}
    >
      {clockOf(slot.from)}
    </div>
  )
}
