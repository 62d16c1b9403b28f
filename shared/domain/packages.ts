// What the terms of a package come to: the value of each session, and the pot of the unlimited ones.
// Values are dealt in number order and always add up to the charge, to the cent.

import { add, atLeastZero, dealByWeights, dealEqually, type Minor, subtract, sum, times, ZERO } from '../money.ts'
import type { PaymentStyle } from './words.ts'

export interface ItemTerms {
  quantity: number | null // null: unlimited
  itemPriceMinor: Minor
}

export interface Values {
  /** One list an item, in order; empty for an unlimited one. */
  sessions: Minor[][]
  /** What the unlimited items draw from: charge − Σ item price × quantity of the limited ones, not below 0. */
  pot: Minor
}

/** Deals the charge over the items by item price × quantity, then equally inside each. Paid each appointment: all zero. */
export function dealValues(items: readonly ItemTerms[], charge: Minor, paymentStyle: PaymentStyle): Values {
  if (paymentStyle === 'eachAppointment')
    return { sessions: items.map((i) => Array.from({ length: i.quantity ?? 0 }, () => ZERO)), pot: ZERO }
  const weights = items.map((i) => i.itemPriceMinor * (i.quantity ?? 0))
  const limitedAtItemPrice = sumOfItemPrices(items)
  const hasUnlimited = items.some((i) => i.quantity === null)
  const hasLimited = items.some((i) => i.quantity !== null)
  const pot = hasUnlimited ? (hasLimited ? atLeastZero(subtract(charge, limitedAtItemPrice)) : charge) : ZERO
  const shares = dealByWeights(
    subtract(charge, pot),
    weights,
    items.map((i) => i.quantity ?? 0),
  )
  return {
    sessions: items.map((item, i) => ((item.quantity ?? 0) < 1 ? [] : dealEqually(shares[i] ?? ZERO, item.quantity ?? 0))),
    pot,
  }
}

/** What the limited items would cost one by one. */
export const sumOfItemPrices = (items: readonly ItemTerms[]): Minor =>
  items.reduce((total, i) => add(total, times(i.itemPriceMinor, i.quantity ?? 0)), ZERO)

/** What a booking on an unlimited item draws from the pot. */
export const drawFromPot = (itemPrice: Minor, pot: Minor): Minor => (itemPrice < pot ? itemPrice : atLeastZero(pot))

/** Values with how often each stands there, in order: 83.34 × 2, 83.33 × 4. */
export function groupValues(values: readonly Minor[]): { valueMinor: Minor; times: number }[] {
  const groups: { valueMinor: Minor; times: number }[] = []
  for (const valueMinor of values) {
    const last = groups.at(-1)
    if (last && last.valueMinor === valueMinor) last.times += 1
    else groups.push({ valueMinor, times: 1 })
  }
  return groups
}

export const totalOf = (values: Values): Minor => add(sum(values.sessions.flat()), values.pot)
