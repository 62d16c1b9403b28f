// Another charge for a client package that was given before it was invoiced: what its unused sessions are worth then.
// What was used keeps its value, so the rest takes the whole difference, to the cent.

import { add, atLeastZero, dealByWeights, type Minor, subtract, sum, ZERO } from '../money.ts'

export interface Unused {
  valueMinor: Minor
  itemPriceMinor: Minor
  /** Given on top, at no value: it stays so. */
  isExtra: boolean
}

/** The unlimited items' pot, with what they would cost beyond the others at list price. Null: there is none. */
export interface Pot {
  leftMinor: Minor
  listMinor: Minor
}

export interface Held {
  unused: readonly Unused[]
  pot: Pot | null
  /** The charge and what was brought in, as the values add up to now. */
  worthMinor: Minor
}

/** What can't be dealt anew: the values of everything used, forfeited or lapsed. The charge is never below it. */
export const keptOf = ({ unused, pot, worthMinor }: Held): Minor =>
  subtract(worthMinor, add(sum(unused.map((u) => u.valueMinor)), pot?.leftMinor ?? ZERO))

export const canRedeal = ({ unused, pot }: Held): boolean => unused.length > 0 || pot !== null

/** Deals `amount` over the unused sessions and the pot as their values stand to each other; by list price when all are 0. */
export function redeal({ unused, pot }: Held, amount: Minor): { values: Minor[]; potMinor: Minor } {
  const now = [...unused.map((u) => u.valueMinor), ...(pot ? [pot.leftMinor] : [])]
  const list = [...unused.map((u) => (u.isExtra ? ZERO : u.itemPriceMinor)), ...(pot ? [pot.listMinor] : [])]
  const weights = now.some((v) => v > 0) ? now : list
  const dealt = dealByWeights(atLeastZero(amount), weights)
  return { values: dealt.slice(0, unused.length), potMinor: pot ? (dealt.at(-1) ?? ZERO) : ZERO }
}
