// The plan of a sale: what the package says until it is changed, and what of it falls due today.

import { useState } from 'react'
import { dueBy } from '../../../shared/domain/instalments.ts'
import { formatMoney } from '../../../shared/format.ts'
import type { Minor } from '../../../shared/money.ts'
import { useClock } from '../use-clock.ts'
import { type Instalment, type PartDraft, planOfDraft, problemOfPlan } from './plan-draft.ts'

export function usePlan(offered: readonly Instalment[], totalMinor: Minor, currency: string) {
  const { today } = useClock()
  const [draft, setDraft] = useState<PartDraft[] | null>(null)
  const plan = draft === null ? offered : (planOfDraft(draft) ?? offered)
  return {
    draft,
    setDraft,
    /** What the sale is sent: null as the package says. */
    changed: draft === null ? null : planOfDraft(draft),
    problem: draft === null || draft.length === 0 ? null : problemOfPlan(draft, totalMinor, (amount) => formatMoney(amount, currency)),
    /** All of it where there is no plan. */
    dueNowMinor: plan.length === 0 ? totalMinor : dueBy(plan, today),
  }
}
