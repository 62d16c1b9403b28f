// Money as whole minor units (cents) of one currency. The only place that adds, multiplies,
// takes percentages of and splits amounts. No floats: products go through BigInt.

import type { $brand } from 'zod'

/** An amount in the currency's minor unit: 12.50 CAD is 1250, 1,250 JPY is 1250. May be negative. */
export type Minor = number & $brand<'Minor'>

/** A tax rate in thousandths of a percent: 9.975 % is 9975. */
export type Rate = number

export const ZERO = 0 as Minor
export const MAX_MINOR = 99_999_999_999

/** Marks a number read from outside as an amount. Throws on anything but a safe whole number. */
export function minor(amount: number): Minor {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not a whole amount: ${amount}`)
  return (amount + 0) as Minor
}

export const sum = (amounts: readonly Minor[]): Minor => minor(amounts.reduce<number>((total, a) => total + a, 0))
export const add = (a: Minor, b: Minor): Minor => minor(a + b)
export const subtract = (a: Minor, b: Minor): Minor => minor(a - b)
export const negate = (a: Minor): Minor => minor(a === 0 ? 0 : -a)
export const times = (a: Minor, n: number): Minor => minor(a * n)
export const atLeastZero = (a: Minor): Minor => (a > 0 ? a : ZERO)
export const larger = (a: Minor, b: Minor): Minor => (a > b ? a : b)
export const smaller = (a: Minor, b: Minor): Minor => (a < b ? a : b)

/** amount × numerator ÷ denominator, rounded once, half away from zero. */
export function share(amount: Minor, numerator: number, denominator: number): Minor {
  return minor(Number(divideHalfAway(BigInt(amount) * BigInt(numerator), BigInt(denominator))))
}

/** A percentage of an amount; the percentage in thousandths, as tax rates are. */
export const percentOf = (amount: Minor, rate: Rate): Minor => share(amount, rate, 100_000)

/** Deals an amount over n equal parts: the first (amount mod n) parts get one more. */
export function dealEqually(amount: Minor, n: number): Minor[] {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Can't deal over ${n} parts`)
  const each = Math.floor(amount / n)
  const spare = amount - each * n
  return Array.from({ length: n }, (_, i) => minor(i < spare ? each + 1 : each))
}

/**
 * Deals an amount by weights: largest remainder first, ties in order.
 * When all weights are 0 the fallback weights count instead (quantities, for a package).
 */
export function dealByWeights(amount: Minor, weights: readonly number[], fallback: readonly number[] = weights.map(() => 1)): Minor[] {
  if (weights.length === 0) return []
  const used = weights.some((w) => w > 0) ? weights : fallback
  const total = used.reduce((t, w) => t + BigInt(w), 0n)
  if (total === 0n) return dealEqually(amount, weights.length)
  const sign = amount < 0 ? -1 : 1
  const whole = BigInt(Math.abs(amount))
  const floors = used.map((w) => (whole * BigInt(w)) / total)
  const spare = Number(whole - floors.reduce((t, f) => t + f, 0n))
  const byRemainder = used
    .map((w, i) => ({ i, remainder: (whole * BigInt(w)) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1))
  const extra = new Set(byRemainder.slice(0, spare).map(({ i }) => i))
  return floors.map((f, i) => minor(sign * (Number(f) + (extra.has(i) ? 1 : 0)) + 0))
}

function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}
