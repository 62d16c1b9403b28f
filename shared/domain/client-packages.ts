// What a client package is today, and which one a booking should take. One place derives each.

import { addMinutes, type LocalDate, type LocalDateTime, dayOf } from '../dates.ts'
import { formatDate } from '../format.ts'
import { type Hold, holdOn, holdWords } from './holds.ts'
import type { SessionCounts } from './sessions.ts'
import type { ClientPackageState } from './words.ts'

export interface Standing {
  cancelledOn: LocalDate | null
  purchasedOn: LocalDate
  validFrom: LocalDate | null
  end: LocalDate | null
  hasUnlimited: boolean
  holds: readonly Hold[]
  counts: SessionCounts
}

/** Derived in this order: cancelled, used, pending, expired, on hold, active. */
export function stateOf(p: Standing, today: LocalDate): ClientPackageState {
  if (p.cancelledOn) return 'cancelled'
  const { remaining, booked, total, used, forfeited } = p.counts
  const expiredRows = total - remaining - booked - used - forfeited
  if (!p.hasUnlimited && remaining === 0 && booked === 0 && expiredRows === 0) return 'used'
  if (p.validFrom && today < p.validFrom) return 'pending'
  if (p.end && p.end < today) return 'expired'
  return holdOn(p.holds, today) ? 'onHold' : 'active'
}

/** Why it can't be used on a day, or null. Judged by the appointment's date, not by today. */
export function whyNotOn(p: Pick<Standing, 'cancelledOn' | 'purchasedOn' | 'validFrom' | 'end' | 'holds'>, day: LocalDate): string | null {
  if (p.cancelledOn) return `it was cancelled on ${formatDate(p.cancelledOn)}`
  if (day < p.purchasedOn) return `it was bought on ${formatDate(p.purchasedOn)}`
  if (p.validFrom && day < p.validFrom) return `it starts on ${formatDate(p.validFrom)}`
  if (p.end && p.end < day) return `it is valid until ${formatDate(p.end)}`
  const hold = holdOn(p.holds, day)
  if (hold) return `it is on hold ${holdWords(hold)}`
  return null
}

export interface Choice {
  isOwn: boolean
  end: LocalDate | null
  remaining: number | null // null: unlimited
  purchasedOn: LocalDate
  clientPackageId: number
  services: number
}

/** Which package first: own before shared; soonest end, none last; fewest left; oldest; the item with the fewest services. */
export function byPreference(a: Choice, b: Choice): number {
  return (
    Number(b.isOwn) - Number(a.isOwn) ||
    compare(a.end ?? '9999', b.end ?? '9999') ||
    compareNumbers(a.remaining ?? Infinity, b.remaining ?? Infinity) ||
    compare(a.purchasedOn, b.purchasedOn) ||
    a.clientPackageId - b.clientPackageId ||
    a.services - b.services
  )
}
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
const compareNumbers = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1) // Infinity − Infinity is no number

/** Sessions that may be used of those paid for so far: ⌊n × paid ÷ total⌋. */
export const paidSessions = (sessions: number, paidMinor: number, totalMinor: number): number =>
  totalMinor <= 0 ? sessions : Math.min(sessions, Math.max(0, Number((BigInt(sessions) * BigInt(paidMinor)) / BigInt(totalMinor))))

/** Whether an appointment starts inside the window in which cancelling is late. Both times by the practice's clock. */
export const isLate = (startsAt: LocalDateTime, now: LocalDateTime, hours: number): boolean => now > addMinutes(startsAt, -hours * 60)

/** Of the visits booked on a package, the first that a new end would leave outside. */
export const firstOutside = (visits: readonly LocalDateTime[], end: LocalDate | null): LocalDate | null =>
  end === null
    ? null
    : (visits
        .map(dayOf)
        .filter((d) => d > end)
        .sort()[0] ?? null)
