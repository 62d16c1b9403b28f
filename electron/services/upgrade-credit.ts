// The old invoice of an upgrade whose value exceeds the new price: it asks for so much less, and what was paid for that goes to
// the account of who paid. Taking the upgrade back asks for it again.

import { closeInstalments, insertPlan, listInstalments } from '../../db/queries/instalments.ts'
import { findInvoice, findSaleInvoice, insertLines, listLines, listLineTaxes, sumInvoice } from '../../db/queries/invoices.ts'
import type { Tx } from '../../db/handles.ts'
import { fittedTo } from '../../shared/domain/instalments.ts'
import { taxesOn } from '../../shared/domain/tax.ts'
import { lessTaxes } from '../../shared/domain/transfers.ts'
import { add, type Minor, minor, negate, sum } from '../../shared/money.ts'
import { payFromCredit, giveBack } from './paying.ts'
import type { By } from './ledger.ts'

/** By an adjustment with its part of the tax. Above 0: asked for again, and paid from the account as far as that reaches. */
export async function changeOldInvoice(tx: Tx, by: By, clientPackageId: number, amountMinor: Minor, reason: string): Promise<void> {
  const sale = await findSaleInvoice(tx, clientPackageId)
  const invoice = sale && (await findInvoice(tx, sale.id))
  if (invoice?.status !== 'published') throw new Error(`Client package ${clientPackageId} has no invoice to change`)
  const lines = await listLines(tx, [invoice.id])
  const own = lines.filter((l) => l.clientPackageId === clientPackageId)
  const rates = (await listLineTaxes(tx, [invoice.id]))
    .filter((t) => own.some((l) => l.kind === 'package' && l.id === t.invoiceLineId))
    .map((t) => ({ id: t.taxId, name: t.name, rate: t.rate }))
  const before = sum(own.map((l) => l.amountMinor))
  const includesTax = invoice.pricesIncludeTax === 1
  const taxes = lessTaxes(taxesOn(add(before, amountMinor), rates, includesTax), taxesOn(before, rates, includesTax))
  const adjustment = {
    kind: 'adjustment' as const,
    description: own[0]?.description ?? '',
    quantity: 1,
    unitPriceMinor: amountMinor,
    amountMinor,
    adjustmentReason: reason,
    clientPackageId,
    taxes,
  }
  await insertLines(tx, invoice.id, [adjustment], lines.length + 1)
  const sums = await sumInvoice(tx, invoice.id)
  const total = minor(sums.amounts + (includesTax ? 0 : sums.taxes))
  const plan = await listInstalments(tx, [invoice.id])
  if (plan.length > 0) {
    await closeInstalments(tx, invoice.id, by.at)
    await insertPlan(tx, invoice.id, fittedTo(plan, total))
  }
  const due = minor(total - sums.paid - sums.loss)
  if (due < 0) await giveBack(tx, by, invoice, { amountMinor: negate(due), refundBy: 'account', reason })
  if (amountMinor > 0 && due > 0)
    await payFromCredit(tx, by, { invoiceId: invoice.id, clientId: invoice.clientId, currency: invoice.currency, dueMinor: due })
}
