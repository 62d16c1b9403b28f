// The dated plan of a package that is paid in instalments: what falls due when, always adding up to the whole.

import { addDays, addTo, type DateUnit, type LocalDate } from '../dates.ts'
import { add, atLeastZero, dealEqually, type Minor, smaller, subtract, sum, ZERO } from '../money.ts'
import type { InstalmentState } from './words.ts'

export interface InstalmentRule {
  count: number
  every: number
  unit: DateUnit
  firstAfterDays: number
}
export interface Instalment {
  dueOn: LocalDate
  amountMinor: Minor
}

/** Equal parts, the first ones a cent more; counted from the first date, so that the 31st stays the month's last day. Nothing to pay: no plan. */
export function planOf(rule: InstalmentRule, total: Minor, soldOn: LocalDate): Instalment[] {
  const first = addDays(soldOn, rule.firstAfterDays)
  return dealEqually(total, rule.count)
    .map((amountMinor, i) => ({ dueOn: addTo(first, i * rule.every, rule.unit), amountMinor }))
    .filter((part) => part.amountMinor > 0)
}

/** A plan made to fit another total: parts fall away from the last one back, or the last one asks for more. */
export function fittedTo(plan: readonly Instalment[], total: Minor): Instalment[] {
  let left = total
  const parts: Instalment[] = []
  for (const { dueOn, amountMinor } of plan) {
    const kept = smaller(amountMinor, left)
    if (kept > 0) parts.push({ dueOn, amountMinor: kept })
    left = subtract(left, kept)
  }
  const last = parts.at(-1)
  if (last) last.amountMinor = add(last.amountMinor, left)
  return parts
}

export interface StandingInstalment extends Instalment {
  paidMinor: Minor
  state: InstalmentState
}

/** What is paid of each: payments fill the oldest first. Overdue from the day after the due date, as long as anything of it is open. */
export function standingOf(plan: readonly Instalment[], paid: Minor, today: LocalDate): StandingInstalment[] {
  let left = atLeastZero(paid)
  return plan.map(({ dueOn, amountMinor }) => {
    const paidMinor = smaller(left, amountMinor)
    left = subtract(left, paidMinor)
    return { dueOn, amountMinor, paidMinor, state: stateOf(amountMinor, paidMinor, dueOn < today) }
  })
}

function stateOf(amount: Minor, paid: Minor, isPast: boolean): InstalmentState {
  if (paid >= amount) return 'paid'
  if (isPast) return 'overdue'
  return paid > 0 ? 'partPaid' : 'due'
}

/** The first that is not paid in full, with what is open of it. */
export function nextOpen(standing: readonly StandingInstalment[]): (Instalment & { isOverdue: boolean }) | null {
  const next = standing.find((i) => i.state !== 'paid')
  return next ? { dueOn: next.dueOn, amountMinor: subtract(next.amountMinor, next.paidMinor), isOverdue: next.state === 'overdue' } : null
}

/** What to ask for today: all that is due by now, or the next part; everything where there is no plan. */
export function askedNow(standing: readonly StandingInstalment[], due: Minor, today: LocalDate): Minor {
  const open = standing.filter((i) => i.state !== 'paid').map((i) => ({ ...i, openMinor: subtract(i.amountMinor, i.paidMinor) }))
  const [next] = open
  if (!next) return due
  const byNow = sum(open.filter((i) => i.dueOn <= today).map((i) => i.openMinor))
  return smaller(due, byNow > 0 ? byNow : next.openMinor)
}

/** What falls due up to that day. */
export const dueBy = (plan: readonly Instalment[], day: LocalDate): Minor =>
  sum(plan.filter((i) => i.dueOn <= day).map((i) => i.amountMinor))

/** What a plan still leaves of the total; below zero: it is more than that. */
export const leftOver = (plan: readonly Instalment[], total: Minor): Minor =>
  subtract(total, plan.length === 0 ? ZERO : sum(plan.map((i) => i.amountMinor)))

export const isInOrder = (plan: readonly Instalment[]): boolean => plan.every((part, i) => i === 0 || plan[i - 1]!.dueOn < part.dueOn)
