// What an invoice comes to: totals are sums of rounded parts, and its state is worked out, never stored.

import { addDays, type LocalDate } from '../dates.ts'
import { add, type Minor, type Rate, subtract, sum } from '../money.ts'
import type { InvoiceState, InvoiceStatus } from './words.ts'

/** Whose records an invoice tells of: who pays, and who was treated. */
export const namedOn = ({ clientId, treatedClientId }: { clientId: number; treatedClientId: number }): number[] => [
  ...new Set([clientId, treatedClientId]),
]

export interface LineAmounts {
  amountMinor: Minor
  taxes: readonly { taxMinor: Minor }[]
}

export interface Totals {
  netMinor: Minor
  taxMinor: Minor
  totalMinor: Minor
}

export function totalsOf(lines: readonly LineAmounts[], pricesIncludeTax: boolean): Totals {
  const amounts = sum(lines.map((l) => l.amountMinor))
  const taxMinor = sum(lines.flatMap((l) => l.taxes.map((t) => t.taxMinor)))
  return pricesIncludeTax
    ? { netMinor: subtract(amounts, taxMinor), taxMinor, totalMinor: amounts }
    : { netMinor: amounts, taxMinor, totalMinor: add(amounts, taxMinor) }
}

/** The same tax of several lines as one row, in the order they first stand. */
export function taxRows<T extends { name: string; rate: Rate; taxMinor: Minor }>(lines: readonly { taxes: readonly T[] }[]) {
  const rows = new Map<string, { name: string; rate: Rate; taxMinor: Minor }>()
  for (const { name, rate, taxMinor } of lines.flatMap((l) => l.taxes)) {
    const row = rows.get(`${name} ${rate}`)
    rows.set(`${name} ${rate}`, { name, rate, taxMinor: row ? add(row.taxMinor, taxMinor) : taxMinor })
  }
  return [...rows.values()]
}

export const dueOn = (publishedOn: LocalDate, dueDays: number): LocalDate => addDays(publishedOn, dueDays)

/** Overdue from the day after the due date; an invoice over nothing is paid. What is marked as a loss is due no more. */
export function invoiceStateOf(
  i: { status: InvoiceStatus; totalMinor: Minor; paidMinor: Minor; lossMinor: Minor; dueOn: LocalDate | null },
  today: LocalDate,
): InvoiceState {
  if (i.status !== 'published') return i.status
  if (i.paidMinor >= i.totalMinor) return 'paid'
  if (i.lossMinor > 0 && i.paidMinor + i.lossMinor >= i.totalMinor) return 'loss'
  if (i.dueOn && i.dueOn < today) return 'overdue'
  return i.paidMinor > 0 ? 'partPaid' : 'open'
}
