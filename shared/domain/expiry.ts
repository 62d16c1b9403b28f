// The last valid day of a client package, from its rule. A package is valid through that day.

import { addDays, addTo, daysBetween, type DateUnit, earlier, later, type LocalDate } from '../dates.ts'
import { formatDate, plural } from '../format.ts'

export type ExpiryRule =
  { kind: 'never' } | { kind: 'onDate'; date: LocalDate } | { kind: 'afterPurchase' | 'afterFirstUse'; count: number; unit: DateUnit }

export interface Course {
  purchasedOn: LocalDate
  validFrom: LocalDate | null
  /** The earliest day of an appointment whose session is booked, used or forfeited. */
  firstUseOn: LocalDate | null
  /** Set by hand; wins until cleared. */
  manualEnd?: LocalDate | null
  /** Days on hold, by which the end moves along. */
  heldDays?: number
}

/** The last valid day, or null: none, or not yet (after first use, while there is none). */
export function endOf(rule: ExpiryRule, course: Course): LocalDate | null {
  if (course.manualEnd) return course.manualEnd
  const end = ruleEnd(rule, course)
  return end && addDays(end, course.heldDays ?? 0)
}

function ruleEnd(rule: ExpiryRule, { purchasedOn, validFrom, firstUseOn }: Course): LocalDate | null {
  switch (rule.kind) {
    case 'never':
      return null
    case 'onDate':
      return rule.date
    case 'afterPurchase':
      return addTo(startOf({ purchasedOn, validFrom }), rule.count, rule.unit)
    case 'afterFirstUse':
      return firstUseOn && addTo(firstUseOn, rule.count, rule.unit)
  }
}

/** The first valid day. */
export const startOf = ({ purchasedOn, validFrom }: Pick<Course, 'purchasedOn' | 'validFrom'>): LocalDate =>
  validFrom ? later(purchasedOn, validFrom) : purchasedOn

/** The end as it would be with one more visit on that day. */
export const endWithVisit = (rule: ExpiryRule, course: Course, day: LocalDate): LocalDate | null =>
  endOf(rule, { ...course, firstUseOn: course.firstUseOn ? earlier(course.firstUseOn, day) : day })

/** Days of a hold, both ends included. */
export const daysHeld = (hold: { from: LocalDate; through: LocalDate }): number => daysBetween(hold.from, hold.through) + 1

/** `31 Mar 2027`, `No end`, or while nothing was used yet `90 days after first use`. */
export function endWords(rule: ExpiryRule, end: LocalDate | null): string {
  if (end) return formatDate(end)
  return rule.kind === 'afterFirstUse' ? `${ruleSpan(rule)} after first use` : 'No end'
}

/** The rule itself, for lists: `8 months after sale`, `On 31 Dec 2026`, `Never`. */
export function ruleWords(rule: ExpiryRule): string {
  switch (rule.kind) {
    case 'never':
      return 'Never'
    case 'onDate':
      return `On ${formatDate(rule.date)}`
    case 'afterPurchase':
      return `${ruleSpan(rule)} after sale`
    case 'afterFirstUse':
      return `${ruleSpan(rule)} after first use`
  }
}

const ruleSpan = ({ count, unit }: { count: number; unit: DateUnit }): string => plural(count, unit.slice(0, -1))
