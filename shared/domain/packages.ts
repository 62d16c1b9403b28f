// What the terms of a package come to: the value of each session, and the pot of the unlimited ones.
// Values are dealt in number order and always add up to the charge, to the cent.

import { add, atLeastZero, dealByWeights, dealEqually, type Minor, minor, subtract, sum, times, ZERO } from '../money.ts'
import type { PaymentStyle, Split } from './words.ts'

export interface ItemTerms {
  quantity: number | null // null: unlimited
  itemPriceMinor: Minor
  values?: readonly Minor[] | null // of its sessions, when split by hand
}

export interface Values {
  /** One list an item, in order; empty for an unlimited one. */
  sessions: Minor[][]
  /** What the unlimited items draw from: charge − Σ item price × quantity of the limited ones, not below 0. */
  pot: Minor
}

/**
 * Deals the charge over the sessions. By list price: over the items by item price × quantity, then equally inside each. Equal: over
 * all limited sessions alike. By hand: the values typed are the weights. Paid each appointment: all zero.
 */
export function dealValues(items: readonly ItemTerms[], charge: Minor, paymentStyle: PaymentStyle, split: Split = 'listPrice'): Values {
  if (paymentStyle === 'eachAppointment')
    return { sessions: items.map((i) => Array.from({ length: i.quantity ?? 0 }, () => ZERO)), pot: ZERO }
  const pot = potOf(items, charge)
  return { sessions: dealSessions(items, subtract(charge, pot), split), pot }
}

/** What the unlimited items get of a charge. */
function potOf(items: readonly ItemTerms[], charge: Minor): Minor {
  if (!items.some((i) => i.quantity === null)) return ZERO
  return items.some((i) => i.quantity !== null) ? atLeastZero(subtract(charge, sumOfItemPrices(items))) : charge
}

function dealSessions(items: readonly ItemTerms[], amount: Minor, split: Split): Minor[][] {
  const counts = items.map((i) => i.quantity ?? 0)
  if (split === 'listPrice') {
    const weights = items.map((i, at) => i.itemPriceMinor * (counts[at] ?? 0))
    const shares = dealByWeights(amount, weights, counts)
    return counts.map((count, at) => (count < 1 ? [] : dealEqually(shares[at] ?? ZERO, count)))
  }
  const weights = items.flatMap((i, at) =>
    Array.from({ length: counts[at] ?? 0 }, (_, n) => (split === 'equal' ? 1 : (i.values?.[n] ?? 0))),
  )
  const dealt = dealByWeights(amount, weights)
  let from = 0
  return counts.map((count) => dealt.slice(from, (from += count)))
}

/** What the values typed by hand still leave of the price; below zero: they are more than it. */
export const leftToDeal = (items: readonly ItemTerms[], price: Minor): Minor =>
  subtract(subtract(price, potOf(items, price)), sum(items.flatMap((i) => [...(i.values ?? [])])))

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

/** A service booked on an item that covers others: what it costs more in the catalogue than the dearest of them. */
export const differenceOf = (bookedPrice: Minor, coveredPrices: readonly Minor[]): Minor =>
  atLeastZero(subtract(bookedPrice, minor(Math.max(0, ...coveredPrices))))
