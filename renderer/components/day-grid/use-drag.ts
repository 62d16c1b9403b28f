// The pointer in the day grid: drag a tile to move it, its lower edge to resize it, empty space to draw a new one.
// Runs outside React: one loop a frame while something is dragged, which also scrolls near the edges.

import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef } from 'react'
import { columnAt, drawn, moved, resized, toMinutes } from './layout.ts'
import type { Preview } from './preview.ts'
import type { GridColumn, GridTile, Place } from './types.ts'

const THRESHOLD_PX = 4
const EDGE_PX = 40

interface Drag<T> {
  mode: 'move' | 'resize' | 'draw'
  tile: GridTile<T> | null
  /** Where it began, in minutes and columns of the body, so that scrolling does not shift it. */
  minute: number
  column: string
  place: Place | null
}

interface DragOptions<T> {
  body: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
  preview: RefObject<Preview | null>
  columns: readonly GridColumn[]
  tiles: readonly GridTile<T>[]
  titleOf: (data: T) => string
  onPlace: (tile: GridTile<T>, place: Place) => void
  onDraw: (place: Place) => void
}

export function useDrag<T>(options: DragOptions<T>) {
  const stop = useRef<(() => void) | null>(null)
  const justDragged = useRef(false)
  useEffect(() => () => stop.current?.(), [])

  function onPointerDown(event: ReactPointerEvent): void {
    const body = options.body.current
    if (event.button !== 0 || event.pointerType === 'touch' || !body) return
    const drag = dragFrom(event, body, options)
    if (drag) stop.current = follow(event, body, drag, options, justDragged)
  }

  /** True for the click that the browser sends at the end of a drag. */
  return { onPointerDown, isDragsClick: () => justDragged.current }
}

function pointIn(body: HTMLElement, clientX: number, clientY: number, columns: readonly GridColumn[]) {
  const box = body.getBoundingClientRect()
  return { minute: toMinutes(clientY - box.top), column: columns[columnAt(clientX - box.left, box.width, columns.length)]! }
}

function dragFrom<T>(event: ReactPointerEvent, body: HTMLElement, { columns, tiles }: DragOptions<T>): Drag<T> | null {
  const target = event.target as Element
  const { minute, column } = pointIn(body, event.clientX, event.clientY, columns)
  const element = target.closest<HTMLElement>('[data-tile]')
  if (!element) return column.bookable && target === body ? { mode: 'draw', tile: null, minute, column: column.key, place: null } : null
  const tile = tiles.find((t) => t.id === Number(element.dataset['tile']))
  if (!tile?.movable) return null
  return { mode: target.closest('[data-edge]') ? 'resize' : 'move', tile, minute, column: column.key, place: null }
}

function placeOf<T>({ mode, tile, minute, column, place }: Drag<T>, at: { minute: number; column: GridColumn }): Place {
  if (!tile) return { column, ...drawn(minute, at.minute) }
  if (mode === 'resize') return { column: tile.column, ...resized(tile, at.minute) }
  const to = at.column.bookable ? at.column.key : (place?.column ?? tile.column)
  return { column: to, ...moved(tile, at.minute - minute) }
}

const isSame = (a: Place, b: Place | null): boolean => b !== null && a.column === b.column && a.from === b.from && a.to === b.to

/** Follows the pointer until it is let go, Escape is pressed or the drag is taken away. Returns what ends it early. */
function follow<T>(start: ReactPointerEvent, body: HTMLElement, drag: Drag<T>, options: DragOptions<T>, justDragged: RefObject<boolean>) {
  const { columns, scroller, preview } = options
  const keys = columns.map((c) => c.key)
  const lifted = drag.tile && body.querySelector<HTMLElement>(`[data-tile="${drag.tile.id}"]`)
  let pointer = { x: start.clientX, y: start.clientY }
  let frame = 0

  const step = () => {
    frame = requestAnimationFrame(step)
    if (scroller.current) scrollNear(scroller.current, pointer)
    const place = placeOf(drag, pointIn(body, pointer.x, pointer.y, columns))
    if (isSame(place, drag.place)) return
    drag.place = place
    const look = drag.tile ? { tone: drag.tile.tone, title: options.titleOf(drag.tile.data) } : { tone: '', title: '' }
    preview.current?.show(place, keys, look)
  }
  const onMove = (event: PointerEvent) => {
    pointer = { x: event.clientX, y: event.clientY }
    if (frame || Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < THRESHOLD_PX) return
    body.setPointerCapture(start.pointerId)
    body.dataset['dragging'] = drag.mode
    lifted?.setAttribute('data-lifted', '')
    step()
  }
  const end = () => {
    cancelAnimationFrame(frame)
    listening.abort()
    preview.current?.hide()
    lifted?.removeAttribute('data-lifted')
    delete body.dataset['dragging']
  }
  const onUp = () => {
    const { place, tile } = drag
    if (frame) swallowClick(justDragged)
    end()
    if (!place) return
    if (!tile) options.onDraw(place)
    else if (!isSame(place, tile)) options.onPlace(tile, place)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !frame) return
    event.stopPropagation()
    justDragged.current = true
    window.addEventListener('pointerup', () => swallowClick(justDragged), { once: true })
    end()
  }

  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('pointermove', onMove, { signal })
  window.addEventListener('pointerup', onUp, { signal })
  window.addEventListener('pointercancel', end, { signal })
  window.addEventListener('keydown', onKey, { signal, capture: true })
  return end
}

function swallowClick(justDragged: RefObject<boolean>): void {
  justDragged.current = true
  setTimeout(() => (justDragged.current = false))
}

/** Scrolls while the pointer is near an edge of the window of the grid, faster the nearer it is. */
function scrollNear(scroller: HTMLElement, { x, y }: { x: number; y: number }): void {
  const box = scroller.getBoundingClientRect()
  const pull = (low: number, high: number, at: number) => Math.max(0, at - (high - EDGE_PX)) - Math.max(0, low + EDGE_PX - at)
  const head = scroller.firstElementChild?.firstElementChild?.clientHeight ?? 0
  scroller.scrollTop += Math.max(-EDGE_PX, Math.min(EDGE_PX, pull(box.top + head, box.bottom, y))) / 4
  scroller.scrollLeft += Math.max(-EDGE_PX, Math.min(EDGE_PX, pull(box.left, box.right, x))) / 4
}
