// From what the calendar reads to what the day grid draws: practitioners or days as columns, appointments as tiles. Pure.

import type { z } from 'zod'
import type { CalendarColumn } from '../../../shared/contract/calendar.ts'
import {
  addDays,
  atTime,
  dayOf,
  formatDay,
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
  minutesOfDay,
  timeOf,
} from '../../../shared/dates.ts'
import { isEnding } from '../../../shared/domain/appointments.ts'
import type { AppointmentStatus } from '../../../shared/domain/words.ts'
import { DAY, joined } from '../../components/day-grid/layout.ts'
import type { GridColumn, GridTile, Place, Span } from '../../components/day-grid/types.ts'
import { loadWords, type TileData } from './calendar-words.ts'

export type Practitioner = z.output<typeof CalendarColumn>

/** Cancelled: the time is free again. A no-show keeps its place in the day, though it can be booked over as well. */
const isGone = (status: AppointmentStatus): boolean => isEnding(status) && status !== 'noShow'

interface Asked {
  today: LocalDate
  /** Whether this person may book with a practitioner. */
  mayBook: (practitionerId: number) => boolean
  /** Whether working hours were entered for a practitioner at all. */
  hasHours: (practitionerId: number) => boolean
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { from, to }) => sum + to - from, 0)

/** Someone without any working hours is bound to none: every time is open. */
const openOn = (practitioner: Practitioner, day: LocalDate, { hasHours }: Asked): Span[] =>
  hasHours(practitioner.id)
    ? joined(practitioner.hours.filter((h) => h.day === day).map((h) => ({ from: minutesOfDay(h.fromTime), to: minutesOfDay(h.toTime) })))
    : [DAY]

const loadOn = (tiles: readonly TileData[], practitionerId: number, day: LocalDate): number =>
  lengthOf(tiles.filter((t) => t.practitionerId === practitionerId && dayOf(t.startsAt) === day && !isEnding(t.status)).map(spanOf))

export function columnsOfDay(
  practitioners: readonly Practitioner[],
  tiles: readonly TileData[],
  day: LocalDate,
  asked: Asked,
): GridColumn[] {
  return practitioners.map((p) => {
    const open = openOn(p, day, asked)
    return {
      key: String(p.id),
      title: p.name,
      subtitle: [p.specialty, loadWords(loadOn(tiles, p.id, day), lengthOf(open))].filter(Boolean).join(' · '),
      spoken: `with ${p.name}`,
      open,
      bookable: asked.mayBook(p.id),
      isNow: day === asked.today,
    }
  })
}

export function columnsOfWeek(practitioner: Practitioner, tiles: readonly TileData[], monday: LocalDate, asked: Asked): GridColumn[] {
  return Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map((day) => {
    const open = openOn(practitioner, day, asked)
    return {
      key: day,
      title: formatDay(day, 'ddd D MMM'),
      subtitle: loadWords(loadOn(tiles, practitioner.id, day), lengthOf(open)),
      spoken: `on ${formatDay(day, 'dddd D MMMM')}`,
      open,
      bookable: asked.mayBook(practitioner.id),
      isNow: day === asked.today,
    }
  })
}

/** Past midnight an appointment is drawn to the end of its day. */
const minuteOn = (day: LocalDate, at: LocalDateTime): number => (dayOf(at) > day ? DAY.to : minutesOfDay(timeOf(at)))
function spanOf({ startsAt, endsAt }: TileData): Span {
  return { from: minutesOfDay(timeOf(startsAt)), to: minuteOn(dayOf(startsAt), endsAt) }
}

export function gridTile(tile: TileData, column: string, tone: string, movable: boolean): GridTile<TileData> {
  const busyUntil = isEnding(tile.status) ? spanOf(tile).to : minuteOn(dayOf(tile.startsAt), tile.busyUntil)
  return { id: tile.id, column, ...spanOf(tile), busyUntil, tone, movable, gone: isGone(tile.status), data: tile }
}

/** A minute of a day as a date and time; the end of the day is the next one's midnight. */
export const instantOf = (day: LocalDate, minute: number): LocalDateTime => {
  const [on, rest] = minute >= DAY.to ? [addDays(day, 1), minute - DAY.to] : [day, minute]
  const two = (n: number) => String(n).padStart(2, '0')
  return atTime(on, `${two(Math.floor(rest / 60))}:${two(rest % 60)}` as LocalTime)
}

/** What a place in the grid means: whom with, and when. */
export function slotOf(place: Place, view: { kind: 'day'; day: LocalDate } | { kind: 'week'; practitionerId: number }) {
  const day = view.kind === 'day' ? view.day : (place.column as LocalDate)
  const practitionerId = view.kind === 'day' ? Number(place.column) : view.practitionerId
  return { practitionerId, startsAt: instantOf(day, place.from), endsAt: instantOf(day, place.to) }
}
