// The vertical day grid: columns side by side, time downwards, every tile a child of one body (a tile that changed
// its parent would lose the focus). Columns are any list; what a tile shows is the screen's.

import { type MouseEvent, type ReactNode, useCallback, useId, useMemo, useRef, useState } from 'react'
import { Axis, Columns, NowLine } from './background.tsx'
import { ColumnHeads } from './column-heads.tsx'
import frame from './day-grid.module.css'
import { columnAt, roomOf, STEP, stepAt, toMinutes } from './layout.ts'
import { type Preview, previewOn } from './preview.ts'
import { SlotCursor } from './slot-cursor.tsx'
import { busyIn, firstOf, lanesByTile, slotBeside } from './standing.ts'
import classes from './tile.module.css'
import { boxOf, Tile } from './tile.tsx'
import type { Face, Ghost, GridColumn, GridTile, Place } from './types.ts'
import { useDrag } from './use-drag.ts'
import { useHover } from './use-hover.ts'
import { useKeys } from './use-keys.ts'
import { usePending } from './use-pending.ts'
import { useScrollToWork } from './use-scroll-to-work.ts'

export interface DayGridProps<T> {
  label: string
  columns: readonly GridColumn[]
  tiles: readonly GridTile<T>[]
  /** The minute of the day it is, when today is in sight. */
  now: number | null
  /** Changes when another day or week is shown: the grid then scrolls to where its work begins. */
  scrollKey: string
  face: Face<T>
  describe: (data: T, spoken: string) => string
  titleOf: (data: T) => string
  selected: number | null
  ghost: Ghost | null
  /** Moved or resized. The tile stands at its new place until the promise settles; it may not reject. */
  onPlace: (tile: GridTile<T>, place: Place) => Promise<void>
  /** A slot was chosen; `drawn` when the person also chose its length. */
  onBook: (place: Place, drawn: boolean) => void
  onOpen: (tile: GridTile<T>) => void
  onTileKey: (tile: GridTile<T>, key: string) => boolean
  /** Set where the head of a column opens something. */
  onOpenColumn?: (key: string) => void
}

const KEYS_HELP =
  'Arrows go from appointment to appointment, Enter opens one. Alt and arrows move it, Alt, Shift and arrows change its end. Tab leads to the free slots: arrows choose one, Enter books it.'

export function DayGrid<T>(props: DayGridProps<T>): ReactNode {
  const { columns, now, scrollKey, face, describe, titleOf, selected, ghost } = props
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const live = useRef<HTMLDivElement>(null)
  const preview = useRef<Preview | null>(null)
  const helpId = useId()
  const [active, setActive] = useState<number | null>(null)
  const [cursor, setCursor] = useState<Place | null>(null)
  const { tiles, place } = usePending(props.tiles, props.onPlace)

  const say = useCallback((words: string) => {
    if (live.current) live.current.textContent = words
  }, [])
  const setPreview = useCallback((element: HTMLDivElement | null) => {
    preview.current = element && previewOn(element, `${classes.tile} ${classes.preview}`)
  }, [])

  const lanes = useMemo(() => lanesByTile(tiles), [tiles])
  const indexOf = useMemo(() => new Map(columns.map((c, index) => [c.key, index])), [columns])
  const onPlace = (tile: GridTile<T>, to: Place) => void place(tile, to)
  const { onPointerDown, isDragsClick } = useDrag({
    body,
    scroller,
    preview,
    columns,
    tiles,
    titleOf,
    onPlace,
    onDraw: (to) => props.onBook(to, true),
  })
  const keys = useKeys({ body, preview, columns, tiles, titleOf, say, onPlace, onOpen: props.onOpen, onTileKey: props.onTileKey })
  const hover = useHover(body, columns)

  useScrollToWork(scroller, scrollKey, columns, tiles, now)

  function onClick(event: MouseEvent): void {
    hover.hide()
    if (isDragsClick() || !body.current) return
    const target = event.target as Element
    const id = target.closest<HTMLElement>('[data-tile]')?.dataset['tile']
    const tile = tiles.find((t) => t.id === Number(id))
    if (tile) return props.onOpen(tile)
    if (target !== body.current) return
    const box = body.current.getBoundingClientRect()
    const column = columns[columnAt(event.clientX - box.left, box.width, columns.length)]
    const from = stepAt(toMinutes(event.clientY - box.top))
    if (column?.bookable) props.onBook({ column: column.key, from, to: from + STEP }, false)
  }

  const busy = (column: string) => busyIn(tiles, column)
  const reachable = tiles.some((t) => t.id === active) ? active : firstOf(tiles, columns)?.id
  const slot =
    cursor && columns.some((c) => c.key === cursor.column)
      ? cursor
      : slotBeside(
          tiles.find((t) => t.id === reachable),
          columns,
          now,
          busy,
        )

  return (
    <div
      className={frame.scroller}
      ref={scroller}
      role="group"
      aria-label={props.label}
      aria-describedby={helpId}
      style={{ '--columns': columns.length }}
    >
      <div className={frame.canvas}>
        <ColumnHeads columns={columns} onOpen={props.onOpenColumn} />
        <Axis now={columns[0]?.isNow ? now : null} />
        <div
          className={frame.body}
          ref={body}
          onPointerDown={onPointerDown}
          onPointerMove={hover.onPointerMove}
          onPointerLeave={hover.hide}
          onClick={onClick}
          onKeyDown={keys.onKeyDown}
          onKeyUp={keys.onKeyUp}
          onBlur={keys.onBlur}
          onFocus={(event) => {
            const id = (event.target as HTMLElement).dataset['tile']
            if (id === undefined) return
            setActive(Number(id))
            setCursor(null)
          }}
        >
          <Columns columns={columns} />
          <NowLine columns={columns} now={now} />
          <div className={frame.hover} ref={hover.ref} hidden />
          {tiles.map((tile) => (
            <Tile
              key={tile.id}
              id={tile.id}
              data={tile.data}
              face={face}
              describe={describe}
              spoken={columns[indexOf.get(tile.column)!]!.spoken}
              tone={tile.tone}
              column={indexOf.get(tile.column)!}
              columns={columns.length}
              lane={lanes.get(tile.id)!.lane}
              lanes={lanes.get(tile.id)!.lanes}
              from={tile.from}
              to={tile.to}
              busyUntil={tile.busyUntil}
              movable={tile.movable}
              gone={tile.gone}
              reachable={tile.id === reachable}
              selected={tile.id === selected}
            />
          ))}
          {ghost && indexOf.has(ghost.column) && (
            <div
              className={classes.ghost}
              data-room={roomOf(ghost.to - ghost.from)}
              style={boxOf({ ...ghost, column: indexOf.get(ghost.column)!, columns: columns.length, lane: 0, lanes: 1 })}
            >
              <span>{ghost.title}</span>
              <span className={classes.ghostSubtitle}>{ghost.subtitle}</span>
            </div>
          )}
          {slot && <SlotCursor slot={slot} columns={columns} busy={busy} onMove={setCursor} onBook={props.onBook} say={say} />}
          <div ref={setPreview} hidden>
            <span className={classes.previewTime} />
            <span className={classes.previewTitle} />
          </div>
        </div>
      </div>
      <div id={helpId} className={frame.unseen}>
        {KEYS_HELP}
      </div>
      <div ref={live} className={frame.unseen} aria-live="assertive" />
    </div>
  )
}
