// The calendar's appointments in the day grid: what a place there means, and what keys do to an appointment.

import { useEffect, useRef } from 'react'
import { addDays, dayOf, localDate, type LocalDate, minutesOfDay, timeOf } from '../../../shared/dates.ts'
import { DayGrid } from '../../components/day-grid/day-grid.tsx'
import type { Ghost, GridTile, Place } from '../../components/day-grid/types.ts'
import { focusTile } from '../../components/day-grid/use-keys.ts'
import { useClock } from '../../components/use-clock.ts'
import type { BookingGhost } from './booking.ts'
import { slotOf } from './calendar-columns.ts'
import { dayHeading, describeTile, type TileData, weekHeading } from './calendar-words.ts'
import classes from './calendar-page.module.css'
import { tileFace } from './tile-face.tsx'
import { useAppointmentCommands } from './use-appointment-commands.ts'
import type { CalendarSearchState } from './use-calendar-search.ts'
import { useChange } from './use-change.ts'
import { type ShownDays, useGridContent } from './use-grid-content.ts'
import { useSettled } from './use-settled.ts'

interface CalendarGridProps {
  days: ShownDays
  /** Another day is on its way; this one is still shown. */
  waiting: boolean
  shown: readonly number[]
  hasHours: (practitionerId: number) => boolean
  weekOf: number
  search: CalendarSearchState
  ghost: BookingGhost | null
  /** The tile that gets the focus as soon as it is there. */
  focusOn: { id: number } | null
}

const nameOf = (tile: TileData): string => tile.clientName

export function CalendarGrid({ days, waiting, shown, hasHours, weekOf, search, ghost, focusOn }: CalendarGridProps) {
  const { today, now } = useClock()
  const commands = useAppointmentCommands()
  const { move } = useChange()
  const settled = useSettled()
  const frame = useRef<HTMLDivElement>(null)
  const isWeek = days.days > 1

  const { columns, tiles } = useGridContent(days, { shown, weekOf, hasHours })

  // Once: later changes of the tiles must not take the focus again.
  const focused = useRef<{ id: number } | null>(null)
  useEffect(() => {
    if (focusOn === null || focused.current === focusOn || !tiles.some((t) => t.id === focusOn.id)) return
    focused.current = focusOn
    focusTile(frame.current, focusOn.id)
  }, [focusOn, tiles])

  const view = isWeek ? ({ kind: 'week', practitionerId: weekOf } as const) : ({ kind: 'day', day: days.from } as const)

  function onTileKey({ data, movable }: GridTile<TileData>, key: string): boolean {
    if (!movable) return false
    const { id, status } = data
    const before = status as 'booked' | 'confirmed' | 'arrived' | 'inSession'
    switch (key.toLowerCase()) {
      case 'a':
        return status === 'arrived' || (void commands.setStatus(id, 'arrived', before), true)
      case 'i':
        return status === 'inSession' || (void commands.setStatus(id, 'inSession', before), true)
      case 'd':
        return (void commands.complete(id), true)
      case 'x':
        return (search.openAppointment(id, 'cancel'), true)
      case 's':
        return (search.openAppointment(id, 'noShow'), true)
      default:
        return false
    }
  }

  return (
    <div className={classes.grid} data-waiting={waiting || undefined} ref={frame}>
      <DayGrid
        label={`Appointments, ${isWeek ? weekHeading(days.from) : dayHeading(days.from, today)}`}
        columns={columns}
        tiles={tiles}
        now={today >= days.from && today < addDays(days.from, days.days) ? minutesOfDay(timeOf(now)) : null}
        scrollKey={`${isWeek ? 'week' : 'day'} ${days.from}`}
        face={tileFace}
        describe={describeTile}
        titleOf={nameOf}
        selected={search.appointment ?? null}
        ghost={ghost && ghostIn(ghost, days, isWeek ? weekOf : null)}
        onPlace={async (tile, place) => {
          await move(tile.id, slotOf(place, view))
          await settled()
        }}
        onBook={(place: Place, drawn: boolean) => {
          const slot = slotOf(place, view)
          search.openBooking(search.book ?? 'new', { ...slot, endsAt: drawn ? slot.endsAt : null })
        }}
        onOpen={(tile) => search.openAppointment(tile.id)}
        onTileKey={onTileKey}
        onOpenColumn={(key) => (isWeek ? search.showDay(localDate(key), 'day') : search.showWeekOf(Number(key)))}
      />
    </div>
  )
}

/** The slot being booked, where it stands in this grid; nothing when it is on another day or in another week. */
function ghostIn(
  { practitionerId, startsAt, endsAt, title, subtitle }: BookingGhost,
  days: { from: LocalDate; days: number },
  weekOf: number | null,
): Ghost | null {
  const day = dayOf(startsAt)
  if (day < days.from || day >= addDays(days.from, days.days) || (weekOf !== null && weekOf !== practitionerId)) return null
  const to = dayOf(endsAt) > day ? 24 * 60 : minutesOfDay(timeOf(endsAt))
  return { column: weekOf === null ? String(practitionerId) : day, from: minutesOfDay(timeOf(startsAt)), to, title, subtitle }
}
