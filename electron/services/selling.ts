// What a sale comes to, and the sale itself: invoice, client package, sessions, payment; all or nothing.

import { type Flag, flag } from '../../db/flag.ts'
import { findClientName } from '../../db/queries/appointments.ts'
import { insertInvoice, insertLines, type NewLine } from '../../db/queries/invoices.ts'
import { listChargeReasons } from '../../db/queries/selling.ts'
import { instalmentRuleOf } from '../../db/term-columns.ts'
import type { z } from 'zod'
import type { PaymentPart } from '../../shared/contract/client-packages.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { totalsOf } from '../../shared/domain/invoices.ts'
import { endWords } from '../../shared/domain/expiry.ts'
import { type Instalment, type InstalmentRule, planOf } from '../../shared/domain/instalments.ts'
import { groupValues } from '../../shared/domain/packages.ts'
import type { PaymentStyle } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { formatRate } from '../../shared/format.ts'
import { larger, type Minor, type Rate, subtract, ZERO } from '../../shared/money.ts'
import type { Db } from '../../db/handles.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { publishDraft } from './billing.ts'
import { labelOf } from './client-package-cards.ts'
import { grantPackage } from './granting.ts'
import { makePlan } from './instalments.ts'
import { byOf } from './ledger.ts'
import { takePayments } from './paying.ts'
import { bookSchedule, type ScheduleInput } from './series.ts'
import { type Sale, termsOf } from './sale-terms.ts'

export const chargeReasons = ({ db }: QueryContext) => listChargeReasons(db)

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
    items: t.items.map((i) => ({
      label: labelOf(i),
      quantity: i.quantity,
      position: i.position,
      services: i.services.filter((s) => s.active).map((s) => ({ id: s.serviceId, name: s.name })),
    })),
    plan: planOfSale(instalmentRuleOf(t.p), t.totalMinor, c.today),
    warnings: t.warnings,
  }
}

/** Plan null: as the package says. Payer null: the client themselves. */
export type Paying = {
  payments: z.output<typeof PaymentPart>[]
  keepRestOnAccount: boolean
  plan: Instalment[] | null
  payerId: number | null
}

export async function sell(c: CommandContext, input: Sale & Paying & { schedule: ScheduleInput | null }) {
  const t = await termsOf(c.tx, c, input)
  const reason = input.discount?.reason ?? ''
  const granted = await grantPackage(c, input.clientId, { ...t, chargeReason: reason })
  const { clientPackageId } = granted
  const line = {
    items: t.items,
    priceMinor: t.p.priceMinor,
    chargeMinor: t.chargeMinor,
    reason,
    discountRate: t.discountRate,
    taxed: t.taxed,
    rule: instalmentRuleOf(t.p),
  }
  const sold = await publishSale(c, { clientPackageId, clientId: input.clientId, ...t.p, ...line }, t.pricesIncludeTax, input)
  return { clientPackageId, ...sold, appointmentIds: await bookSchedule(c, input.clientId, granted, input.schedule) }
}

interface SaleLine {
  clientPackageId: number
  clientId: number
  name: string
  currency: string
  paymentStyle: PaymentStyle
  items: readonly { productName: string | null; services: readonly { name: string }[]; quantity: number | null }[]
  priceMinor: Minor
  chargeMinor: Minor
  /** Why it is not the list price. */
  reason: string
  /** What lowers each fee, of one paid at each appointment. */
  discountRate?: Rate
  /** In how many parts it is paid, when it is. */
  rule: InstalmentRule | null
  taxed: NewLine['taxes']
  /** Takes the value of other sessions off, by a line of its own. */
  moved?: NewLine
}

export const planOfSale = (rule: InstalmentRule | null, total: Minor, today: LocalDate): Instalment[] =>
  rule ? planOf(rule, total, today) : []

/** Publishes the invoice of a client package and takes what is paid on it. */
export async function publishSale(c: CommandContext, sale: SaleLine, pricesIncludeTax: Flag, paying: Paying) {
  const { currency } = sale
  const clientId = await payerOf(c.tx, sale.clientId, paying.payerId)
  const invoiceId = await insertInvoice(c.tx, {
    kind: 'sale',
    clientId,
    payerChosen: flag(clientId !== sale.clientId),
    treatedClientId: sale.clientId,
    appointmentId: null,
    relatedInvoiceId: null,
    currency,
    pricesIncludeTax,
    createdAt: c.instant,
  })
  const lines = [lineOf(sale), ...(sale.moved ? [sale.moved] : [])]
  await insertLines(c.tx, invoiceId, lines)
  const invoiceNumber = await publishDraft(c.tx, byOf(c), invoiceId)
  const { totalMinor } = totalsOf(lines, pricesIncludeTax === 1)
  const plan = paying.plan ?? planOfSale(sale.rule, totalMinor, c.today)
  if (plan.length > 0 && sale.paymentStyle === 'eachAppointment') refuse('plan.atVisits', { package: sale.name })
  if (plan.length > 0) await makePlan(c.tx, { id: invoiceId, totalMinor, currency }, plan)
  const { dueMinor, changeMinor } = await takePayments(c.tx, byOf(c), { invoiceId, clientId, currency, dueMinor: totalMinor }, paying)
  return { invoiceId, invoiceNumber, dueMinor, changeMinor }
}

async function payerOf(db: Db, ownerId: number, payerId: number | null): Promise<number> {
  if (payerId === null || payerId === ownerId) return ownerId
  const payer = await findClientName(db, payerId)
  return payer && !payer.deletedAt ? payerId : refuse('call.notFound', { what: 'client' })
}

/** One line at the package's price, less what was agreed; zero for tracking when it is paid at each appointment. */
function lineOf({ clientPackageId, name, paymentStyle, items, priceMinor, chargeMinor, reason, discountRate, taxed }: SaleLine): NewLine {
  const what = items.map((i) => `${labelOf(i)}${i.quantity === null ? ', unlimited' : ` × ${i.quantity}`}`).join(' · ')
  const atVisits = paymentStyle === 'eachAppointment'
  const unitPriceMinor = atVisits ? ZERO : larger(priceMinor, chargeMinor)
  return {
    kind: 'package',
    description: `${name} (${what})${atVisits ? `, paid at each appointment${discountRate ? ` less ${formatRate(discountRate)}` : ''}` : ''}`,
    quantity: 1,
    unitPriceMinor,
    discountMinor: subtract(unitPriceMinor, chargeMinor),
    discountReason: reason,
    amountMinor: chargeMinor,
    clientPackageId,
    taxes: taxed,
  }
}
