// Slots, breaks and statuses of appointments. The database holds the overlap rule too.

import { addMinutes, atTime, dayOf, type LocalDate, type LocalDateTime, type LocalTime, weekdayOf } from '../dates.ts'
import type { AppointmentStatus } from './words.ts'

export interface Slot {
  startsAt: LocalDateTime
  busyUntil: LocalDateTime // the end with the break after it
}

/** The end of the slot with the service's break inside it: "60 (50 + 10)". */
export const withBreak = (endsAt: LocalDateTime, breakMinutes: number): LocalDateTime => addMinutes(endsAt, breakMinutes)

export const overlap = (a: Slot, b: Slot): boolean => a.startsAt < b.busyUntil && b.startsAt < a.busyUntil

export interface WorkingHours {
  weekday: number // 1 = Monday
  fromTime: LocalTime
  toTime: LocalTime
}

/** Whether start to end lies inside one stretch of working hours. The break after it may run over. */
export function isInside(hours: readonly WorkingHours[], startsAt: LocalDateTime, endsAt: LocalDateTime): boolean {
  const day = dayOf(startsAt)
  return hoursOn(hours, day).some((h) => atTime(day, h.fromTime) <= startsAt && endsAt <= atTime(day, h.toTime))
}

export const hoursOn = (hours: readonly WorkingHours[], day: LocalDate): WorkingHours[] => hours.filter((h) => h.weekday === weekdayOf(day))

export const ENDINGS = ['cancelled', 'cancelledByPractice', 'lateCancelled', 'noShow'] as const satisfies AppointmentStatus[]
export type Ending = (typeof ENDINGS)[number]
const OPEN: readonly AppointmentStatus[] = ['booked', 'confirmed', 'arrived', 'inSession']

/** Still to happen or happening: may be edited, completed or ended. */
export const isOpen = (status: AppointmentStatus): boolean => OPEN.includes(status)
export const isEnding = (status: AppointmentStatus): status is Ending => (ENDINGS as readonly AppointmentStatus[]).includes(status)

/** Only a late cancellation and a no-show may keep the session. */
export const mayForfeit = (ending: Ending): boolean => ending === 'lateCancelled' || ending === 'noShow'

/** As a sentence says it: "This appointment is completed". */
export const STATUS_WORDS: Record<AppointmentStatus, string> = {
  booked: 'booked',
  confirmed: 'confirmed',
  arrived: 'marked as arrived',
  inSession: 'in session',
  completed: 'completed',
  cancelled: 'cancelled',
  cancelledByPractice: 'cancelled by the practice',
  lateCancelled: 'cancelled late',
  noShow: 'a no-show',
}
