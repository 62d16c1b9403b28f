// The dated plan of a package that is paid in instalments: what falls due when, always adding up to the whole.

import { addDays, addTo, type DateUnit, type LocalDate } from '../dates.ts'
import { dealEqually, type Minor } from '../money.ts'

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
