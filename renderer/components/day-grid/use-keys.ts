// The keyboard in the day grid. Arrows go from tile to tile; Alt and arrows carry the focused tile, with Shift they
// move its end; it is put down when Alt is let go, so that ten steps are one change. Escape puts it back.

import { type KeyboardEvent, type RefObject, useRef } from 'react'
import { clockOf, moved, resized, STEP } from './layout.ts'
import type { Preview } from './preview.ts'
import { type Arrow, endOfColumn, isArrow, tileTowards } from './reach.ts'
import type { GridColumn, GridTile, Place } from './types.ts'

interface KeyOptions<T> {
  body: RefObject<HTMLDivElement | null>
  preview: RefObject<Preview | null>
  columns: readonly GridColumn[]
  tiles: readonly GridTile<T>[]
  titleOf: (data: T) => string
  say: (words: string) => void
  onPlace: (tile: GridTile<T>, place: Place) => void
  onOpen: (tile: GridTile<T>) => void
  /** Every other key on a tile; true when it meant something. */
  onTileKey: (tile: GridTile<T>, key: string) => boolean
}

export function useKeys<T>(options: KeyOptions<T>) {
  const carried = useRef<{ tile: GridTile<T>; place: Place } | null>(null)
  const { body, preview, columns, tiles, say } = options
  const keys = columns.map((c) => c.key)

  const tileOf = (target: EventTarget): GridTile<T> | undefined => {
    const id = (target as Element).closest<HTMLElement>('[data-tile]')?.dataset['tile']
    return id === undefined ? undefined : tiles.find((t) => t.id === Number(id))
  }

  function carry(tile: GridTile<T>, arrow: Arrow, resize: boolean): void {
    const from = carried.current?.tile.id === tile.id ? carried.current.place : tile
    const place = nudged(from, arrow, resize, columns)
    carried.current = { tile, place }
    preview.current?.show(place, keys, { tone: tile.tone, title: options.titleOf(tile.data) })
    const column = columns.find((c) => c.key === place.column)
    say(`${clockOf(place.from)} to ${clockOf(place.to)}, ${column?.spoken ?? ''}`)
  }

  function putDown(keep: boolean): void {
    const held = carried.current
    if (!held) return
    carried.current = null
    preview.current?.hide()
    const { tile, place } = held
    const changed = place.column !== tile.column || place.from !== tile.from || place.to !== tile.to
    if (keep && changed) options.onPlace(tile, place)
    else if (!keep) say('Left where it was.')
  }

  function onKeyDown(event: KeyboardEvent): void {
    const tile = tileOf(event.target)
    if (!tile || event.ctrlKey || event.metaKey) return
    if (isArrow(event.key)) {
      event.preventDefault()
      if (!event.altKey) focusTile(body.current, tileTowards(tiles, keys, tile, event.key)?.id)
      else if (tile.movable) carry(tile, event.key, event.shiftKey)
      else say('This appointment can’t be moved.')
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      focusTile(body.current, endOfColumn(tiles, tile.column, event.key === 'Home' ? 'first' : 'last')?.id)
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      options.onOpen(tile)
    } else if (event.key === 'Escape' && carried.current) {
      event.stopPropagation()
      event.preventDefault()
      putDown(false)
    } else if (!event.altKey && !event.repeat && options.onTileKey(tile, event.key)) {
      event.preventDefault()
    }
  }

  function onKeyUp(event: KeyboardEvent): void {
    if (event.key === 'Alt') putDown(true)
  }

  return { onKeyDown, onKeyUp, onBlur: () => putDown(false) }
}

function nudged(place: Place, arrow: Arrow, resize: boolean, columns: readonly GridColumn[]): Place {
  const steps = arrow === 'ArrowDown' ? STEP : -STEP
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    return { column: place.column, ...(resize ? resized(place, place.to + steps) : moved(place, steps)) }
  }
  if (resize) return place
  const open = columns.filter((c) => c.bookable || c.key === place.column).map((c) => c.key)
  return { ...place, column: open[open.indexOf(place.column) + (arrow === 'ArrowRight' ? 1 : -1)] ?? place.column }
}

/** Puts the focus on a tile, so that the keys go on from there. */
export function focusTile(within: HTMLElement | null, id: number | undefined): void {
  if (id !== undefined) within?.querySelector<HTMLElement>(`[data-tile="${id}"]`)?.focus()
}
