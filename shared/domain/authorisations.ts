// Sessions that an insurer authorised, beside a client package: so many in a period, booked and used counted together. They warn
// and never block, since the practice may treat at the client's own cost.

import type { LocalDate } from '../dates.ts'
import { formatDate, formatNearDate } from '../format.ts'

export interface Authorisation {
  insurer: string
  sessions: number
  fromDay: LocalDate
  /** Null: until further notice. */
  throughDay: LocalDate | null
}

export const covers = (a: Authorisation, day: LocalDate): boolean => a.fromDay <= day && (a.throughDay === null || day <= a.throughDay)

/** How many of the booked and used visits, by their days, fall into its period. */
export const countIn = (a: Authorisation, days: readonly LocalDate[]): number => days.filter((day) => covers(a, day)).length

/** What is left of the package: sessions (null: unlimited) and its last day (null: none). */
export interface PackageLimit {
  left: number | null
  end: LocalDate | null
}

/** Which limit is reached first: the one with fewer sessions left; with as many, the one that ends earlier. Null: both at once. */
export function firstLimit(a: Authorisation, counted: number, limit: PackageLimit): 'insurer' | 'package' | null {
  const left = Math.max(0, a.sessions - counted)
  const ofPackage = limit.left ?? Infinity
  if (left !== ofPackage) return left < ofPackage ? 'insurer' : 'package'
  const [until, end] = [a.throughDay ?? '9999-12-31', limit.end ?? '9999-12-31']
  return until === end ? null : until < end ? 'insurer' : 'package'
}

const nameOf = (a: Authorisation): string => a.insurer || 'Insurer'
const BITES = { insurer: ' — runs out before the package', package: ' — the package runs out first' } as const

/** `Sun Mutual: 4 of 6 until 30 Jun — runs out before the package` */
export function limitWords(a: Authorisation, counted: number, limit: PackageLimit, today: LocalDate): string {
  const until = a.throughDay === null ? '' : ` until ${formatNearDate(a.throughDay, today)}`
  const starts = a.fromDay > today ? ` from ${formatNearDate(a.fromDay, today)}` : ''
  const first = firstLimit(a, counted, limit)
  return `${nameOf(a)}: ${counted} of ${a.sessions}${starts}${until}${first === null ? '' : BITES[first]}`
}

/** What a visit on that day is warned of, or null. `days`: of the other visits that are booked or used. */
export function authorisationWarning(list: readonly Authorisation[], days: readonly LocalDate[], day: LocalDate): string | null {
  if (list.length === 0) return null
  const covering = list.filter((a) => covers(a, day))
  if (covering.length === 0) return `no insurer authorised a session on ${formatDate(day)}`
  const full = covering.filter((a) => countIn(a, days) >= a.sessions)
  if (full.length < covering.length) return null
  const [first] = full
  if (!first) return null
  return `${nameOf(first)} authorised ${first.sessions}${first.throughDay === null ? '' : ` until ${formatDate(first.throughDay)}`}, and all are taken`
}
