// What a sale comes to, and the sale itself: invoice, client package, sessions, payment; all or nothing.

import { findClientName } from '../../db/queries/appointments.ts'
import { insertClientPackage, insertItem } from '../../db/queries/client-packages.ts'
import { insertInvoice, insertLines } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { findForSale } from '../../db/queries/selling.ts'
import { appendPotEntry } from '../../db/queries/sessions.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import type { z } from 'zod'
import type { Discount, PaymentPart } from '../../shared/contract/client-packages.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { endOf, endWords } from '../../shared/domain/expiry.ts'
import { dealValues, groupValues } from '../../shared/domain/packages.ts'
import { taxesOn } from '../../shared/domain/tax.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate } from '../../shared/format.ts'
import { add, type Minor, percentOf, subtract, sum, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { publishDraft } from './billing.ts'
import { labelOf } from './client-package-cards.ts'
import { byOf, grantSessions } from './ledger.ts'
import { takePayments } from './paying.ts'

type Sale = { clientId: number; packageId: number; discount: z.output<typeof Discount> | null }

/** Everything a sale is made of, worked out before anything is written. */
async function termsOf(db: Db, today: LocalDate, sale: Sale) {
  const client = await findClientName(db, sale.clientId)
  if (!client || client.deletedAt) return refuse('call.notFound', { what: 'client' })
  const found = await findForSale(db, sale.packageId)
  if (!found) return refuse('call.notFound', { what: 'package' })
  const { p, items, taxes } = found
  if (!p.active || p.deletedAt || p.supersededAt) refuse('package.notForSale', { package: p.name })
  const rule = expiryRuleOf(p)
  const end = endOf(rule, { purchasedOn: today, validFrom: p.validFrom, firstUseOn: null })
  if (end && end < today) refuse('package.alreadyExpired', { package: p.name, end: formatDate(end) })
  const prepaid = p.paymentStyle !== 'eachAppointment'
  const { discountMinor, discountRate } = discountOf(sale.discount, prepaid, p.priceMinor)
  const chargeMinor = prepaid ? subtract(p.priceMinor, discountMinor) : ZERO
  const { pricesIncludeTax } = await getPractice(db)
  const taxed = prepaid ? taxesOn(chargeMinor, taxes, pricesIncludeTax === 1) : []
  return {
    p,
    items,
    rule,
    end,
    prepaid,
    discountMinor,
    discountRate,
    chargeMinor,
    taxed,
    pricesIncludeTax,
    values: dealValues(items, chargeMinor, p.paymentStyle, p.split),
    totalMinor: pricesIncludeTax ? chargeMinor : add(chargeMinor, sum(taxed.map((t) => t.taxMinor))),
    warnings: items.flatMap((i) => i.services.filter((s) => !s.active).map((s) => `${s.name} is not offered any more.`)),
  }
}

/** Upfront: an amount or a percentage of the price. Paid each appointment: a percentage, which lowers the fees. */
function discountOf(discount: Sale['discount'], prepaid: boolean, price: Minor): { discountMinor: Minor; discountRate: number } {
  if (!discount) return { discountMinor: ZERO, discountRate: 0 }
  if (!prepaid) return discount.kind === 'percent' ? { discountMinor: ZERO, discountRate: discount.rate } : refuse('discount.percentOnly')
  const discountMinor = discount.kind === 'amount' ? discount.amountMinor : percentOf(price, discount.rate)
  if (discountMinor > price) refuse('discount.tooLarge')
  return { discountMinor, discountRate: 0 }
}

export async function quote({ db, today }: QueryContext, input: Sale) {
  const t = await termsOf(db, today, input)
  const [first, ...others] = groupValues(t.values.sessions.flat())
  return {
    currency: t.p.currency,
    priceMinor: t.p.priceMinor,
    discountMinor: t.discountMinor,
    chargeMinor: t.chargeMinor,
    pricesIncludeTax: t.pricesIncludeTax === 1,
    taxes: t.taxed.map(({ name, rate, taxMinor }) => ({ name, rate, taxMinor })),
    totalMinor: t.totalMinor,
    end: t.end,
    endWords: endWords(t.rule, t.end),
    valuePerSessionMinor: first && others.length === 0 ? first.valueMinor : null,
    items: t.items.map((i) => ({ label: labelOf(i), quantity: i.quantity })),
    warnings: t.warnings,
  }
}

export async function sell(c: CommandContext, input: Sale & { payments: z.output<typeof PaymentPart>[]; keepRestOnAccount: boolean }) {
  const t = await termsOf(c.tx, c.today, input)
  const { p } = t
  const by = byOf(c)
  const clientPackageId = await insertClientPackage(c.tx, {
    clientId: input.clientId,
    packageId: p.id,
    name: p.name,
    paymentStyle: p.paymentStyle,
    currency: p.currency,
    priceMinor: p.priceMinor,
    chargeMinor: t.chargeMinor,
    discountRate: t.discountRate,
    purchasedOn: c.today,
    validFrom: p.validFrom,
    expiryKind: p.expiryKind,
    expiryCount: p.expiryCount,
    expiryUnit: p.expiryUnit,
    expiryDate: p.expiryDate,
    noShowRule: p.noShowRule,
    lateCancelRule: p.lateCancelRule,
    frequencyCount: p.frequencyCount,
    frequencyUnit: p.frequencyUnit,
    soldBy: c.staff.id,
  })
  for (const [i, item] of t.items.entries()) {
    const itemId = await insertItem(c.tx, clientPackageId, item)
    await grantSessions(c.tx, by, itemId, t.values.sessions[i] ?? [])
  }
  if (t.items.some((i) => i.quantity === null))
    await appendPotEntry(c.tx, {
      clientPackageId,
      move: 'grant',
      amountMinor: t.values.pot,
      effectiveOn: c.today,
      staffId: by.staffId,
      at: by.at,
    })
  const invoiceId = await saleInvoice(c, input, t, clientPackageId)
  const invoiceNumber = await publishDraft(c.tx, by, invoiceId)
  const taken = await takePayments(c.tx, by, { invoiceId, clientId: input.clientId, currency: p.currency, dueMinor: t.totalMinor }, input)
  return { clientPackageId, invoiceId, invoiceNumber, dueMinor: taken.dueMinor, changeMinor: taken.changeMinor }
}

/** One line at the package's price; zero for tracking when it is paid at each appointment. */
async function saleInvoice(
  c: CommandContext,
  sale: Sale,
  t: Awaited<ReturnType<typeof termsOf>>,
  clientPackageId: number,
): Promise<number> {
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
