// How the calendar speaks of an appointment: on its tile for the ear, in notices and headings. Pure text.

import type { z } from 'zod'
import type { CalendarTile, SessionCount } from '../../../shared/contract/calendar.ts'
import { addDays, dayOf, formatDay, type LocalDate, type LocalDateTime, timeOf } from '../../../shared/dates.ts'
import { formatDayHeading, formatTime } from '../../../shared/format.ts'
import { STATUS_WORDS } from '../../words.ts'

export type TileData = z.output<typeof CalendarTile>

/** "7 of 10"; "visit 3" when the package is unlimited. */
export const countWords = ({ position, of }: z.output<typeof SessionCount>): string =>
  of === null ? `visit ${position}` : `${position} of ${of}`

/** "8:30 – 9:15" */
export const timeRange = (startsAt: LocalDateTime, endsAt: LocalDateTime): string =>
  `${formatTime(timeOf(startsAt))} – ${formatTime(timeOf(endsAt))}`

/** "Anna Lee, 8:30 to 9:15, Physio 45, completed, Relax 10, 7 of 10, with Jonas Berg" */
export function describeTile(tile: TileData, spoken: string): string {
  return [
    tile.clientName,
    `${formatTime(timeOf(tile.startsAt))} to ${formatTime(timeOf(tile.endsAt))}`,
    tile.serviceName,
    STATUS_WORDS[tile.status].toLowerCase(),
    tile.packageName,
    tile.count && countWords(tile.count),
    tile.unpaid && 'unpaid',
    tile.hasNote && 'has a note',
    spoken,
  ]
    .filter(Boolean)
    .join(', ')
}

/** "Tuesday 24 November", with the year when it is not this one. */
export const dayHeading = (day: LocalDate, today: LocalDate): string =>
  day.slice(0, 4) === today.slice(0, 4) ? formatDayHeading(day) : `${formatDayHeading(day)} ${day.slice(0, 4)}`

/** "23 – 29 November 2026", "30 November – 6 December 2026" */
export function weekHeading(monday: LocalDate): string {
  const sunday = addDays(monday, 6)
  const start = monday.slice(0, 7) === sunday.slice(0, 7) ? 'D' : monday.slice(0, 4) === sunday.slice(0, 4) ? 'D MMMM' : 'D MMMM YYYY'
  return `${formatDay(monday, start)} – ${formatDay(sunday, 'D MMMM YYYY')}`
}

const QUARTERS = ['', '¼', '½', '¾'] as const

/** Booked and worked time to the quarter hour: "4½ of 8 h"; open all day means that no hours were entered. */
export function loadWords(bookedMinutes: number, openMinutes: number): string {
  if (openMinutes === 24 * 60) return `${hours(bookedMinutes)} h booked`
  if (openMinutes === 0) return bookedMinutes === 0 ? 'not in' : `${hours(bookedMinutes)} h, not in`
  return `${hours(bookedMinutes)} of ${hours(openMinutes)} h`
}

function hours(minutes: number): string {
  const quarters = Math.round(minutes / 15)
  const whole = Math.floor(quarters / 4)
  return `${whole === 0 && quarters > 0 ? '' : whole}${QUARTERS[quarters % 4]}`
}

/** "today", "tomorrow", "on Tue 24 Nov" */
export function dayWords(at: LocalDateTime, today: LocalDate): string {
  const day = dayOf(at)
  if (day === today) return 'today'
  return day === addDays(today, 1) ? 'tomorrow' : `on ${formatDay(day, 'ddd D MMM')}`
}

/** "Anna Lee is booked today at 10:00 · Talk 8, 3 left." */
export function bookedWords(
  a: { clientName: string; startsAt: LocalDateTime; session: { packageName: string; remaining: number | null } | null },
  today: LocalDate,
): string {
  const on = a.session ? ` · ${a.session.packageName}${a.session.remaining === null ? '' : `, ${a.session.remaining} left`}` : ''
  return `${a.clientName} is booked ${dayWords(a.startsAt, today)} at ${formatTime(timeOf(a.startsAt))}${on}.`
}

interface Standing {
  clientName: string
  practitionerId: number
  practitionerName: string
  startsAt: LocalDateTime
  endsAt: LocalDateTime
}

/** What a change of time did: "Anna Lee moved to 10:15 with Kim Alvarez.", "Anna Lee now ends at 11:00." */
export function changedWords(before: Standing, after: Standing & { droppedPackage: string | null }): string {
  const day = dayOf(before.startsAt) === dayOf(after.startsAt) ? '' : `${formatDay(dayOf(after.startsAt), 'ddd D MMM')}, `
  const whom = before.practitionerId === after.practitionerId ? '' : ` with ${after.practitionerName}`
  const onlyEnd = before.startsAt === after.startsAt && whom === ''
  if (onlyEnd && before.endsAt === after.endsAt) return `The appointment of ${after.clientName} is changed.`
  const what = onlyEnd ? `now ends at ${formatTime(timeOf(after.endsAt))}` : `moved to ${day}${formatTime(timeOf(after.startsAt))}${whom}`
  return `${after.clientName} ${what}.${after.droppedPackage ? ` ${after.droppedPackage} does not hold there: the regular fee applies.` : ''}`
}
