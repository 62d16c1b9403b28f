// Which visits to propose: days by a rhythm, at the time wished for or the free one nearest to it. Never where the
// practitioner is busy or does not work, never two at once, never beyond the last valid day.

import {
  addDays,
  addMinutes,
  addTo,
  atTime,
  dayOf,
  daysBetween,
  type LocalDate,
  type LocalDateTime,
  type LocalTime,
  minutesOfDay,
} from '../dates.ts'
import { hoursOn, overlap, type Slot, type WorkingHours } from './appointments.ts'
import type { FrequencyUnit } from './words.ts'

/** "2 a week". */
export interface Rhythm {
  count: number
  unit: FrequencyUnit
}

export interface Wish {
  visits: number
  from: LocalDate
  /** Null: as early as there is room. */
  time: LocalTime | null
  rhythm: Rhythm
  minutes: number
  breakMinutes: number
  /** The last valid day, once the first visit is known; null: none. */
  lastDay: (firstVisit: LocalDate) => LocalDate | null
  /** Days on which nothing may be booked, as while it is on hold. */
  isClosed: (day: LocalDate) => boolean
  notBefore: LocalDateTime
}

export interface Diary {
  /** Empty: not kept. Then weekdays from nine to five are proposed. */
  hours: readonly WorkingHours[]
  busy: readonly Slot[]
}

export interface Proposal {
  startsAt: LocalDateTime
  endsAt: LocalDateTime
}

const STEP_MINUTES = 15
/** Nobody plans further ahead. */
const MOST_DAYS = 730
const USUAL: WorkingHours[] = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: '09:00' as LocalTime, toTime: '17:00' as LocalTime }))
const DAYS_OF_MONTH = 30

/** The day of the nth visit (from 0): spread over the week or month, counted from the first day so that months never drift. */
export function targetDay(from: LocalDate, { count, unit }: Rhythm, n: number): LocalDate {
  if (unit === 'week') return addDays(from, Math.floor((n * 7) / count))
  return addDays(addTo(from, Math.floor(n / count), 'months'), Math.floor(((n % count) * DAYS_OF_MONTH) / count))
}

export function proposeVisits(wish: Wish, diary: Diary): Proposal[] {
  const found: Proposal[] = []
  const busy = [...diary.busy]
  for (let n = 0; found.length < wish.visits; n++) {
    const target = targetDay(wish.from, wish.rhythm, n)
    if (daysBetween(wish.from, target) > MOST_DAYS) break
    const next = targetDay(wish.from, wish.rhythm, n + 1)
    const slot = firstOn(wish, { hours: diary.hours, busy }, target, next, found)
    if (!slot) continue
    found.push(slot)
    busy.push({ startsAt: slot.startsAt, busyUntil: addMinutes(slot.endsAt, wish.breakMinutes) })
  }
  return found
}

/** The first day from the target on, before the next one, that has room; on the target's day when several fall on one. */
function firstOn(wish: Wish, diary: Diary, target: LocalDate, next: LocalDate, found: readonly Proposal[]): Proposal | undefined {
  const end = wish.lastDay(found[0] ? dayOf(found[0].startsAt) : target)
  const days = Math.max(1, daysBetween(target, next))
  for (let d = 0; d < days; d++) {
    const day = addDays(target, d)
    if (end && day > end) return undefined
    if (wish.isClosed(day)) continue
    const slot = freeOn(wish, diary, day)
    if (slot) return slot
  }
  return undefined
}

/** The free slot of a day that starts nearest to the time wished for, the earlier of two; at the start of hours on the quarter. */
function freeOn({ time, minutes, breakMinutes, notBefore }: Wish, { hours, busy }: Diary, day: LocalDate): Proposal | undefined {
  const wished = time === null ? 0 : minutesOfDay(time)
  const starts = hoursOn(hours.length === 0 ? USUAL : hours, day)
    .flatMap((h) => startsIn(h, minutes, time))
    .sort((a, b) => Math.abs(a - wished) - Math.abs(b - wished) || a - b)
  const today = busy.filter((b) => dayOf(b.startsAt) <= day && dayOf(b.busyUntil) >= day)
  for (const start of starts) {
    const startsAt = addMinutes(atTime(day, '00:00' as LocalTime), start)
    const endsAt = addMinutes(startsAt, minutes)
    const slot = { startsAt, busyUntil: addMinutes(endsAt, breakMinutes) }
    if (startsAt >= notBefore && !today.some((b) => overlap(b, slot))) return { startsAt, endsAt }
  }
  return undefined
}

/** Every quarter hour at which it fits inside the hours, and the time wished for itself. */
function startsIn({ fromTime, toTime }: WorkingHours, minutes: number, time: LocalTime | null): number[] {
  const [from, last] = [minutesOfDay(fromTime), minutesOfDay(toTime) - minutes]
  const starts: number[] = []
  for (let at = from; at <= last; at += STEP_MINUTES - (at % STEP_MINUTES || 0)) starts.push(at)
  const wished = time === null ? null : minutesOfDay(time)
  return wished !== null && wished >= from && wished <= last && !starts.includes(wished) ? [...starts, wished] : starts
}
