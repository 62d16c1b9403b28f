// What a client package's sale comes to when it is cancelled: what was paid, what was consumed, what each way would give back.
// One reading for the preview, the command and the refund note, so all three come to the same figures. What came from another
// client package was paid there: sessions that came are left out here, and any other value that came covers what is consumed first.

import type { z } from 'zod'
import { listChargedTaxes, listConsumed, listProductTaxes, sumReceivedOpen } from '../../db/queries/cancellations.ts'
import { listServiceTaxes } from '../../db/queries/appointments.ts'
import { findInvoice, findSaleInvoice, sumInvoice } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { expiredPot } from '../../db/queries/sessions.ts'
import { listMoves } from '../../db/queries/transfers.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { Counted } from '../../shared/contract/client-package-endings.ts'
import { type BookEnd, bookEndsOf } from '../../shared/domain/book-endings.ts'
import { ownAmount, type Refund, type RefundCase, regularWithTax, unusedShare, usedAtRegularPrice } from '../../shared/domain/refunds.ts'
import { withTax } from '../../shared/domain/tax.ts'
import type { RefundWay } from '../../shared/domain/words.ts'
import { fullName } from '../../shared/format.ts'
import { add, atLeastZero, type Minor, minor, negate, smaller, subtract, sum, ZERO } from '../../shared/money.ts'

export interface Sale extends RefundCase {
  /** Null: assigned without one, moved here, or void; then no money is to be settled. */
  invoice: Row<'invoices'> | null
  charged: Awaited<ReturnType<typeof chargedTaxes>>
  counts: { usedCount: number; forfeitedCount: number; pieceCount: number } // disjoint; together the first of `regular`
  /** What is consumed, by what became of it, in price terms; of what moved on, what became credit is taken off. */
  parts: { usedMinor: Minor; lapsedMinor: Minor; movedMinor: Minor }
  /** What would lapse, but was paid for on another invoice, and which packages that was. */
  elsewhere: { valueMinor: Minor; names: string[] }
  /** False: the regular prices are of another currency than the package, so nothing can be worked out by them. */
  hasRegularPrices: boolean
}

export async function saleOf(db: Db, { id: clientPackageId, currency }: Pick<Row<'clientPackages'>, 'id' | 'currency'>): Promise<Sale> {
  const practice = await getPractice(db)
  const sold = await findSaleInvoice(db, clientPackageId)
  const invoice = sold?.status === 'published' ? ((await findInvoice(db, sold.id)) ?? null) : null
  const sums = invoice ? await sumInvoice(db, invoice.id) : { amounts: 0, taxes: 0, paid: 0, loss: 0 }
  const charged = invoice ? await chargedTaxes(db, invoice.id) : []
  const consumed = await listConsumed(db, clientPackageId)
  const used = consumed.filter((s) => s.state === 'used' || s.state === 'forfeited')
  const forfeitedCount = used.filter((s) => s.state === 'forfeited').length
  const pieceCount = used.filter((s) => s.productId !== null).length
  const pricesIncludeTax = (invoice ?? practice).pricesIncludeTax === 1
  const moves = await movesOf(db, clientPackageId)
  const valueOf = (rows: typeof consumed) => sum(rows.map((s) => s.valueMinor ?? ZERO))
  const parts = {
    usedMinor: valueOf(used),
    lapsedMinor: add(valueOf(consumed.filter((s) => s.state === 'expired')), await expiredPot(db, clientPackageId)),
    movedMinor: add(valueOf(consumed.filter((s) => s.state === 'transferred')), moves.outMinor),
  }
  const consumedMinor = sum(Object.values(parts))
  const leftMinor = atLeastZero(subtract(consumedMinor, moves.coversMinor))
  const regular = await Promise.all(
    used.map(async (s) => ({
      priceMinor: minor(s.regularMinor),
      rates: s.serviceId !== null ? await listServiceTaxes(db, s.serviceId) : await listProductTaxes(db, s.productId ?? 0),
    })),
  )
  const besides = [parts.movedMinor, negate(moves.coversMinor)].map((priceMinor) => ({ priceMinor, rates: charged }))
  return {
    invoice,
    charged,
    paidMinor: minor(sums.paid),
    totalMinor: minor(sums.amounts + (pricesIncludeTax ? 0 : sums.taxes)),
    taxMinor: minor(sums.taxes),
    // Never more than the invoice asks for, also where the split was changed by hand in favour of sessions that came.
    consumedMinor: invoice ? smaller(leftMinor, atLeastZero(minor(sums.amounts))) : leftMinor,
    regular: [...regular, ...besides],
    rates: charged,
    pricesIncludeTax,
    counts: { usedCount: used.length - forfeitedCount - pieceCount, forfeitedCount, pieceCount },
    hasRegularPrices: currency === practice.currency,
    parts,
    elsewhere: {
      valueMinor: add(await sumReceivedOpen(db, clientPackageId), atLeastZero(subtract(moves.coversMinor, consumedMinor))),
      names: moves.cameFrom,
    },
  }
}

type Move = Awaited<ReturnType<typeof listMoves>>[number]
/** `Anna Lee’s Relax 6`, `the other Relax 6`, or, where it has another name, that. */
function originOf(m: Move): string {
  if (m.fromClientId !== m.toClientId) return `${fullName({ givenName: m.fromGivenName, familyName: m.fromFamilyName })}’s ${m.fromName}`
  return m.fromName === m.toName ? `the other ${m.fromName}` : m.fromName
}

/** What moved out beside sessions, less what of it became credit; what came in without a session of its own; where from. */
async function movesOf(db: Db, clientPackageId: number) {
  const moves = await listMoves(db, [clientPackageId])
  const out = moves.filter((m) => m.fromClientPackageId === clientPackageId)
  const came = moves.filter((m) => m.toClientPackageId === clientPackageId)
  return {
    outMinor: sum(out.map((m) => subtract(m.potMinor ?? ZERO, m.creditMinor))),
    coversMinor: sum(came.map((m) => (m.kind === 'upgrade' ? subtract(m.valueMinor, m.creditMinor) : (m.potMinor ?? ZERO)))),
    cameFrom: [...new Set(came.map(originOf))],
  }
}

const chargedTaxes = async (db: Db, invoiceId: number) =>
  (await listChargedTaxes(db, invoiceId)).map((t) => ({ ...t, taxMinor: minor(t.taxMinor) }))

/** With tax, as it is paid. */
const taxed = (sale: Sale, value: Minor): Minor => withTax(value, sale.rates, sale.pricesIncludeTax)

/** What a way gives back; undefined: an own amount above what was paid, or regular prices of another currency. */
export function refundBy(sale: Sale, way: RefundWay, ownMinor: Minor): Refund | undefined {
  if (way === 'unusedShare') return unusedShare(sale)
  if (way === 'regularPrice') return sale.hasRegularPrices ? usedAtRegularPrice(sale) : undefined
  if (way === 'ownAmount') return ownMinor > sale.paidMinor ? undefined : ownAmount(sale, ownMinor)
  return ownAmount(sale, ZERO)
}

/** What a way counts against what was paid, with tax: the parts, less what value that was brought in covers of them. */
export function countedBy(sale: Sale, way: RefundWay): { totalMinor: Minor; parts: z.output<typeof Counted>[] } {
  if (way !== 'unusedShare' && way !== 'regularPrice') return { totalMinor: ZERO, parts: [] }
  const atValue = way === 'unusedShare'
  const totalMinor = atValue ? taxed(sale, sale.consumedMinor) : regularWithTax(sale)
  const { usedMinor, lapsedMinor, movedMinor } = sale.parts
  const { usedCount, forfeitedCount, pieceCount } = sale.counts
  const moved = taxed(sale, movedMinor)
  const lapsed = atValue ? subtract(taxed(sale, add(movedMinor, lapsedMinor)), moved) : ZERO
  const used = atValue
    ? subtract(taxed(sale, sum([movedMinor, lapsedMinor, usedMinor])), add(moved, lapsed))
    : sum(sale.regular.slice(0, usedCount + forfeitedCount + pieceCount).map((r) => withTax(r.priceMinor, r.rates, sale.pricesIncludeTax)))
  const parts = [
    { what: 'used' as const, amountMinor: used },
    { what: 'lapsed' as const, amountMinor: lapsed },
    { what: 'moved' as const, amountMinor: moved },
    { what: 'broughtIn' as const, amountMinor: subtract(totalMinor, sum([used, lapsed, moved])) },
  ]
  return { totalMinor, parts: parts.filter((p) => p.amountMinor !== 0) }
}

/** What lapses though it was paid for on another invoice, with tax; null: nothing. */
export const elsewhereOf = (sale: Sale) =>
  sale.elsewhere.valueMinor > 0 ? { amountMinor: taxed(sale, sale.elsewhere.valueMinor), names: sale.elsewhere.names } : null

export const bookEnd = (sale: Sale, refundMinor: Minor, books: BookEnd['books']): BookEnd | undefined =>
  bookEndsOf(sale, refundMinor).find((end) => end.books === books)
