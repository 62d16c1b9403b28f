// What a sale comes to, and the sale itself: invoice, client package, sessions, payment; all or nothing.

import { insertInvoice, insertLines } from '../../db/queries/invoices.ts'
import type { z } from 'zod'
import type { PaymentPart } from '../../shared/contract/client-packages.ts'
import { endWords } from '../../shared/domain/expiry.ts'
import { groupValues } from '../../shared/domain/packages.ts'
import { ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { publishDraft } from './billing.ts'
import { labelOf } from './client-package-cards.ts'
import { grantPackage } from './granting.ts'
import { byOf } from './ledger.ts'
import { takePayments } from './paying.ts'
import { type Sale, type Terms, termsOf } from './sale-terms.ts'

export async function quote(c: QueryContext, input: Sale) {
  const t = await termsOf(c.db, c, input)
  const [first, ...others] = groupValues(t.values.sessions.flat())
  return {
    currency: t.p.currency,
    priceMinor: t.p.priceMinor,
    discountMinor: t.discountMinor,
    chargeMinor: t.chargeMinor,
    pricesIncludeTax: t.pricesIncludeTax === 1,
    taxes: t.taxed.map(({ name, rate, taxMinor }) => ({ name, rate, taxMinor })),
    totalMinor: t.totalMinor,
    validFrom: t.validFrom,
    end: t.end,
    endWords: endWords(t.rule, t.end),
    valuePerSessionMinor: first && others.length === 0 ? first.valueMinor : null,
    items: t.items.map((i) => ({ label: labelOf(i), quantity: i.quantity })),
    warnings: t.warnings,
  }
}

export async function sell(c: CommandContext, input: Sale & { payments: z.output<typeof PaymentPart>[]; keepRestOnAccount: boolean }) {
  const t = await termsOf(c.tx, c, input)
  const clientPackageId = await grantPackage(c, input.clientId, { ...t, chargeReason: input.discount?.reason ?? '' })
  const invoiceId = await saleInvoice(c, input, t, clientPackageId)
  const invoiceNumber = await publishDraft(c.tx, byOf(c), invoiceId)
  const bill = { invoiceId, clientId: input.clientId, currency: t.p.currency, dueMinor: t.totalMinor }
  const taken = await takePayments(c.tx, byOf(c), bill, input)
  return { clientPackageId, invoiceId, invoiceNumber, dueMinor: taken.dueMinor, changeMinor: taken.changeMinor }
}

/** One line at the package's price; zero for tracking when it is paid at each appointment. */
async function saleInvoice(c: CommandContext, sale: Sale, t: Terms, clientPackageId: number): Promise<number> {
  const invoiceId = await insertInvoice(c.tx, {
    kind: 'sale',
    clientId: sale.clientId,
    treatedClientId: sale.clientId,
    appointmentId: null,
    relatedInvoiceId: null,
    currency: t.p.currency,
    pricesIncludeTax: t.pricesIncludeTax,
    createdAt: c.instant,
  })
  const items = t.items.map((i) => `${labelOf(i)}${i.quantity === null ? ', unlimited' : ` × ${i.quantity}`}`).join(' · ')
  await insertLines(c.tx, invoiceId, [
    {
      kind: 'package',
      description: `${t.p.name} (${items})${t.prepaid ? '' : ', paid at each appointment'}`,
      quantity: 1,
      unitPriceMinor: t.prepaid ? t.p.priceMinor : ZERO,
      discountMinor: t.discountMinor,
      discountReason: sale.discount?.reason ?? '',
      amountMinor: t.chargeMinor,
      clientPackageId,
      taxes: t.taxed,
    },
  ])
  return invoiceId
}
