// Which visits of a series a client package covers: the first valid ones in date order, as long as sessions are left.
// Each visit that is not covered says why; it is booked at the regular fee.

import { dayOf, type LocalDate, type LocalDateTime } from '../dates.ts'
import { whyNotOn } from './client-packages.ts'
import { type Course, endOf, endWithVisit, type ExpiryRule } from './expiry.ts'
import type { Hold } from './holds.ts'
import { holdOn } from './holds.ts'

export interface Covering {
  /** Null: unlimited. */
  remaining: number | null
  /** How many more may be used before more is paid; null: as many as there are. */
  payableMore: number | null
  rule: ExpiryRule
  course: Course
  holds: readonly Hold[]
  cancelledOn: LocalDate | null
}

export type Cover = { onPackage: true } | { onPackage: false; why: string }

/** One answer a visit, in the order given; sessions go to the earliest. */
export function coverVisits(visits: readonly LocalDateTime[], c: Covering): Cover[] {
  const answers = new Map<number, Cover>()
  const order = visits.map((at, i) => ({ at, i })).sort((a, b) => (a.at === b.at ? a.i - b.i : a.at < b.at ? -1 : 1))
  let course = c.course
  let taken = 0
  for (const { at, i } of order) {
    const day = dayOf(at)
    const why = whyNotCovered({ ...c, course }, day, taken)
    answers.set(i, why === null ? { onPackage: true } : { onPackage: false, why })
    if (why !== null) continue
    taken += 1
    course = { ...course, firstUseOn: course.firstUseOn && course.firstUseOn < day ? course.firstUseOn : day }
  }
  return visits.map((_, i) => answers.get(i) ?? { onPackage: false, why: 'outside validity' })
}

function whyNotCovered(c: Covering, day: LocalDate, taken: number): string | null {
  if (c.remaining !== null && taken >= c.remaining) return 'no sessions left'
  if (c.payableMore !== null && taken >= c.payableMore) return 'not paid so far'
  const end = endWithVisit(c.rule, c.course, day)
  const why = whyNotOn({ ...c.course, cancelledOn: c.cancelledOn, end, holds: c.holds }, day)
  if (why === null) return null
  return holdOn(c.holds, day) ? 'on hold' : 'outside validity'
}

/** The last valid day as it would be with the first visit on that day. */
export const endWithFirst = ({ rule, course }: Covering, first: LocalDate | null): LocalDate | null =>
  first ? endWithVisit(rule, course, first) : endOf(rule, course)
