// The list of client packages as CSV: one row each, amounts as plain decimals, dates as they sort.

import type { z } from 'zod'
import type { ClientPackageRow } from '../../shared/contract/client-package-list.ts'
import type { ClientPackageState } from '../../shared/domain/words.ts'
import { formatPlainMoney } from '../../shared/format.ts'
import { csvOf } from './csv.ts'

type Row = z.output<typeof ClientPackageRow>

const STATES: Record<ClientPackageState, string> = {
  active: 'Active',
  pending: 'Not started',
  onHold: 'On hold',
  used: 'Used',
  expired: 'Expired',
  cancelled: 'Cancelled',
}

const HEADS = [
  'Client',
  'Phone',
  'E-mail',
  'Package',
  'State',
  'Sessions',
  'Remaining',
  'Booked ahead',
  'Used',
  'Forfeited',
  'Bought on',
  'Last valid day',
  'Last use',
  'Currency',
  'Price',
  'Charge',
  'Paid',
  'Due',
  'Invoice',
  'Billed to',
]

export const clientPackagesCsv = (rows: readonly Row[]): Uint8Array => csvOf(HEADS, rows.map(cellsOf))

function cellsOf(row: Row) {
  const items = row.items.filter((i) => !i.isProduct)
  const count = (of: (i: Row['items'][number]) => number) => items.reduce((t, i) => t + of(i), 0)
  const unlimited = items.some((i) => i.unlimited)
  const isOver = row.state === 'used' || row.state === 'expired' || row.state === 'cancelled'
  const money = (amount: number) => formatPlainMoney(amount, row.currency)
  return [
    row.clientName,
    row.phone,
    row.email,
    row.name,
    STATES[row.state],
    unlimited ? 'unlimited' : count((i) => i.total),
    items.some((i) => i.unlimited && !i.moved) && !isOver ? 'unlimited' : count((i) => i.remaining),
    count((i) => i.bookedAhead),
    count((i) => i.used),
    count((i) => i.forfeited),
    row.purchasedOn,
    row.end,
    row.lastUseAt?.slice(0, 10) ?? null,
    row.currency,
    money(row.priceMinor),
    money(row.chargeMinor),
    money(row.paidMinor),
    money(row.dueMinor),
    row.invoice?.number ?? null,
    row.invoice ? (row.payerName ?? row.clientName) : null,
  ]
}
