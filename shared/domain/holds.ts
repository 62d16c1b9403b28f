// A client package frozen for some days: it can't be used on them, and its end moves by as many. Both ends are included.

import { later, type LocalDate } from '../dates.ts'
import { formatDate } from '../format.ts'
import { daysHeld } from './expiry.ts'

export interface Hold {
  fromDay: LocalDate
  /** Null: until further notice. */
  throughDay: LocalDate | null
}

/** The days by which the end has moved. One without an end counts through today, so the end moves along day by day. */
export const heldDaysOf = (holds: readonly Hold[], today: LocalDate): number =>
  holds
    .filter((h) => h.throughDay !== null || h.fromDay <= today)
    .reduce((days, h) => days + daysHeld({ from: h.fromDay, through: h.throughDay ?? later(today, h.fromDay) }), 0)

export const holdOn = <H extends Hold>(holds: readonly H[], day: LocalDate): H | undefined =>
  holds.find((h) => h.fromDay <= day && (h.throughDay === null || day <= h.throughDay))

export const holdsOverlap = (a: Hold, b: Hold): boolean =>
  a.fromDay <= (b.throughDay ?? '9999-12-31') && b.fromDay <= (a.throughDay ?? '9999-12-31')

/** `from 1 Apr 2026 through 14 Apr 2026`, `from 1 Apr 2026 until further notice`. */
export const holdWords = (h: Hold): string =>
  `from ${formatDate(h.fromDay)} ${h.throughDay === null ? 'until further notice' : `through ${formatDate(h.throughDay)}`}`
