// A dated plan as it is typed, and as the contract takes it once every part has a day and an amount.

import type { z } from 'zod'
import type { Instalment as InstalmentSchema } from '../../../shared/contract/instalments.ts'
import { addTo, isLocalDate, type LocalDate } from '../../../shared/dates.ts'
import { isInOrder, leftOver } from '../../../shared/domain/instalments.ts'
import { atLeastZero, minor, type Minor, subtract, sum } from '../../../shared/money.ts'

export type Instalment = z.output<typeof InstalmentSchema>

export interface PartDraft {
  id: number
  dueOn: string | null
  amountMinor: number | null
}

export const MOST_INSTALMENTS = 60

export const draftOf = (plan: readonly Instalment[]): PartDraft[] =>
  plan.map(({ dueOn, amountMinor }, i) => ({ id: i + 1, dueOn, amountMinor }))

/** Null while a part has no day or no amount. */
export function planOfDraft(draft: readonly PartDraft[]): Instalment[] | null {
  const plan = draft.flatMap(({ dueOn, amountMinor }) =>
    dueOn !== null && isLocalDate(dueOn) && amountMinor !== null && amountMinor > 0 ? [{ dueOn, amountMinor: minor(amountMinor) }] : [],
  )
  return plan.length === draft.length ? plan : null
}

/** One more part for what is left of the total, a month after the last one. */
export function withAnother(draft: readonly PartDraft[], total: Minor, today: LocalDate): PartDraft[] {
  const last = draft.findLast((p) => p.dueOn !== null && isLocalDate(p.dueOn))?.dueOn
  const placed = sum(draft.map((p) => minor(p.amountMinor ?? 0)))
  const left = atLeastZero(subtract(total, placed))
  const dueOn = last && isLocalDate(last) ? addTo(last, 1, 'months') : today
  return [...draft, { id: Math.max(0, ...draft.map((p) => p.id)) + 1, dueOn, amountMinor: left === 0 ? null : left }]
}

/** What keeps the plan from being saved, or null: parts that are not filled in, not in order, or not the whole total. */
export function problemOfPlan(draft: readonly PartDraft[], total: Minor, money: (amount: number) => string): string | null {
  const plan = planOfDraft(draft)
  if (!plan) return 'Every instalment needs a day and an amount.'
  if (!isInOrder(plan)) return 'Each instalment falls due after the one before it.'
  const left = leftOver(plan, total)
  if (left === 0) return null
  return left > 0 ? `${money(left)} of the total is not in the plan.` : `The plan is ${money(-left)} more than the total.`
}
