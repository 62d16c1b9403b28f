// How a package is put into words in a table: its items, how it is paid and its price. Text only, no markup.
// When it ends is worded by shared/domain/expiry.

import type { z } from 'zod'
import type { PackageRow as PackageRowSchema } from '../../shared/contract/package-list.ts'
import { formatMoney } from '../../shared/format.ts'
import type { Minor } from '../../shared/money.ts'
import type { MoneyWords } from './use-money.ts'
import { PAYMENT_STYLE_WORDS } from '../words.ts'

export type PackageRow = z.output<typeof PackageRowSchema>
type Item = PackageRow['items'][number]

/** `Physio 45 × 10`, `Massage 60, Chiro 30 × 20 together`, `Chiro 30 × unlimited`, `Support belt`. */
export function itemWords({ label, quantity }: Item): string {
  const pool = label.startsWith(ANY_OF) ? label.slice(ANY_OF.length) : null
  return `${pool ?? label} × ${quantity ?? 'unlimited'}${pool ? ' together' : ''}`
}
const ANY_OF = 'Any of '

export const itemsWords = (row: Pick<PackageRow, 'items'>): string => row.items.map(itemWords).join(' · ')

/** `Complimentary` when nothing is ever asked for it. */
export const paidWords = (row: PackageRow): string =>
  row.paymentStyle !== 'eachAppointment' && row.priceMinor === 0 ? 'Complimentary' : PAYMENT_STYLE_WORDS[row.paymentStyle]

/** `800.00`, `640.00 USD`; paid with each appointment: `6 × 80.00`, `45.00 each`, `from 40.00 each` where the fees differ. */
export function priceWords(row: PackageRow, money: MoneyWords): string {
  if (row.paymentStyle !== 'eachAppointment') return money(row.priceMinor, row.currency)
  const fees = row.items.flatMap((item) => (item.firstFeeMinor === null ? [] : [item.firstFeeMinor]))
  const lowest = Math.min(...fees)
  const [only] = row.items
  if (fees.length === 0) return money(0, row.currency)
  if (fees.some((fee) => fee !== lowest)) return `from ${money(lowest, row.currency)} each`
  return row.items.length === 1 && only && only.quantity !== null
    ? `${only.quantity} × ${money(lowest, row.currency)}`
    : `${money(lowest, row.currency)} each`
}

/** A discount in thousandths of a percent, to one digit: 11.111 % reads 11.1 %. */
export const roundedRate = (rate: number): number => Math.round(Math.abs(rate) / 100) * 100

/** `83.33–83.34`, or the one amount. */
export const rangeWords = ({ lowest, highest }: { lowest: Minor; highest: Minor }, currency: string): string =>
  lowest === highest ? formatMoney(lowest, currency) : `${formatMoney(lowest, currency)}–${formatMoney(highest, currency)}`
