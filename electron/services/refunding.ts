// What a client package's sale comes to when it is cancelled: what was paid, what was consumed, what each way would give back.
// One reading for the preview, the command and the refund note, so all three come to the same figures.

import { listChargedTaxes, listConsumed, listProductTaxes } from '../../db/queries/cancellations.ts'
import { listServiceTaxes } from '../../db/queries/appointments.ts'
import { findInvoice, findSaleInvoice, sumInvoice } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { expiredPot } from '../../db/queries/sessions.ts'
import { sumPotMovedOut } from '../../db/queries/transfers.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { type BookEnd, bookEndsOf } from '../../shared/domain/book-endings.ts'
import { ownAmount, type Refund, type RefundCase, unusedShare, usedAtRegularPrice } from '../../shared/domain/refunds.ts'
import { withTax } from '../../shared/domain/tax.ts'
import type { RefundWay } from '../../shared/domain/words.ts'
import { minor, type Minor, sum, ZERO } from '../../shared/money.ts'

export interface Sale extends RefundCase {
  /** Null: assigned without one, moved here, or void; then no money is to be settled. */
  invoice: Row<'invoices'> | null
  charged: Awaited<ReturnType<typeof chargedTaxes>>
  usedCount: number // used and forfeited sessions, and pieces
}

export async function saleOf(db: Db, clientPackageId: number): Promise<Sale> {
  const sold = await findSaleInvoice(db, clientPackageId)
  const invoice = sold?.status === 'published' ? ((await findInvoice(db, sold.id)) ?? null) : null
  const sums = invoice ? await sumInvoice(db, invoice.id) : { amounts: 0, taxes: 0, paid: 0, loss: 0 }
  const charged = invoice ? await chargedTaxes(db, invoice.id) : []
  const consumed = await listConsumed(db, clientPackageId)
  const used = consumed.filter((s) => s.state === 'used' || s.state === 'forfeited')
  const pricesIncludeTax = (invoice ?? (await getPractice(db))).pricesIncludeTax === 1
  return {
    invoice,
    charged,
    paidMinor: minor(sums.paid),
    totalMinor: minor(sums.amounts + (pricesIncludeTax ? 0 : sums.taxes)),
    taxMinor: minor(sums.taxes),
    consumedMinor: sum([
      ...consumed.map((s) => s.valueMinor ?? ZERO),
      await expiredPot(db, clientPackageId),
      await sumPotMovedOut(db, clientPackageId),
    ]),
    regular: await Promise.all(
      used.map(async (s) => ({
        priceMinor: minor(s.regularMinor),
        rates: s.serviceId !== null ? await listServiceTaxes(db, s.serviceId) : await listProductTaxes(db, s.productId ?? 0),
      })),
    ),
    rates: charged,
    pricesIncludeTax,
    usedCount: used.length,
  }
}

const chargedTaxes = async (db: Db, invoiceId: number) =>
  (await listChargedTaxes(db, invoiceId)).map((t) => ({ ...t, taxMinor: minor(t.taxMinor) }))

/** With tax, as it is paid. */
export const consumedWithTax = (sale: Sale): Minor => withTax(sale.consumedMinor, sale.rates, sale.pricesIncludeTax)
export const regularWithTax = (sale: Sale): Minor => sum(sale.regular.map((r) => withTax(r.priceMinor, r.rates, sale.pricesIncludeTax)))

/** What a way gives back. An own amount is between nothing and what was paid; above it: undefined. */
export function refundBy(sale: Sale, way: RefundWay, ownMinor: Minor): Refund | undefined {
  if (way === 'unusedShare') return unusedShare(sale)
  if (way === 'regularPrice') return usedAtRegularPrice(sale)
  if (way === 'ownAmount') return ownMinor > sale.paidMinor ? undefined : ownAmount(sale, ownMinor)
  return ownAmount(sale, ZERO)
}

/** What a way counts against what was paid, with tax. */
export function countedBy(sale: Sale, way: RefundWay): Minor {
  if (way === 'unusedShare') return consumedWithTax(sale)
  return way === 'regularPrice' ? regularWithTax(sale) : ZERO
}

export const bookEnd = (sale: Sale, refundMinor: Minor, books: BookEnd['books']): BookEnd | undefined =>
  bookEndsOf(sale, refundMinor).find((end) => end.books === books)
