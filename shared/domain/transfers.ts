// What moving sessions from one client package to another comes to. Pure; the ledger does it.

import type { LocalDate } from '../dates.ts'
import { type Minor, smaller, subtract } from '../money.ts'
import { type Standing, whyNotOn } from './client-packages.ts'
import type { Session } from './sessions.ts'
import { taxesOn, type TaxRate, withTax } from './tax.ts'

/** The free sessions with the highest numbers, in the order of their numbers: booking takes the lowest, so they are the last to be missed. */
export const highestFree = <S extends Session>(sessions: readonly S[], count: number): S[] =>
  sessions
    .filter((s) => s.state === 'available')
    .sort((a, b) => b.number - a.number)
    .slice(0, count)
    .reverse()

/** Of two packages to merge the one that stays: it ends later, no end being the latest; the older one when both end alike. */
export function keeperOf(a: Ending, b: Ending): number {
  const [endA, endB] = [a.end ?? '9999', b.end ?? '9999']
  if (endA === endB) return Math.min(a.id, b.id)
  return endA > endB ? a.id : b.id
}
interface Ending {
  id: number
  end: LocalDate | null
}

/** Why nothing can be moved off it today, or null. One that has not begun can be moved. */
export const whyNotMovable = (p: Pick<Standing, 'cancelledOn' | 'end' | 'holds'>, today: LocalDate): string | null =>
  whyNotOn({ ...p, purchasedOn: today, validFrom: null }, today)

/**
 * What an upgrade comes to. The new package stands at its full price, with its tax; one line takes the value off, with as much
 * less tax, so that the two are taxed on the difference. What the value exceeds the price by is credit.
 */
export function upgradeOf<T extends TaxRate>(valueMinor: Minor, priceMinor: Minor, rates: readonly T[], pricesIncludeTax: boolean) {
  const lessMinor = smaller(valueMinor, priceMinor)
  const chargeMinor = subtract(priceMinor, lessMinor)
  const full = taxesOn(priceMinor, rates, pricesIncludeTax)
  const taxes = taxesOn(chargeMinor, rates, pricesIncludeTax)
  return {
    lessMinor,
    chargeMinor,
    creditMinor: subtract(valueMinor, lessMinor),
    full,
    less: lessTaxes(taxes, full),
    taxes,
    totalMinor: withTax(chargeMinor, rates, pricesIncludeTax),
  }
}

/** The taxes by which one amount is below another, tax by tax; below 0. */
export const lessTaxes = <T extends { taxMinor: Minor }>(of: readonly T[], than: readonly T[]): T[] =>
  of.map((t, i) => ({ ...t, taxMinor: subtract(t.taxMinor, than[i]?.taxMinor ?? t.taxMinor) }))
