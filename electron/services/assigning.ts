// A package given without an invoice: its charge is fixed and dealt at once, so what it is worth never hangs in the air.
// The invoice comes later; another charge then deals what is not used yet anew.

import type { Db } from '../../db/handles.ts'
import { findClientPackage, listItems, listItemServices, updateClientPackage } from '../../db/queries/client-packages.ts'
import { findSaleInvoice } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { instalmentRuleOf } from '../../db/term-columns.ts'
import { findForSale } from '../../db/queries/selling.ts'
import { appendPotEntry, listExtraIds, listSessions, potLeft } from '../../db/queries/sessions.ts'
import type { Row } from '../../db/schema.ts'
import { dealValues, sumOfItemPrices } from '../../shared/domain/packages.ts'
import { canRedeal, keptOf, redeal } from '../../shared/domain/redealing.ts'
import { taxesOn } from '../../shared/domain/tax.ts'
import { refuse } from '../../shared/errors.ts'
import { add, atLeastZero, type Minor, subtract, sum, ZERO } from '../../shared/money.ts'
import type { Caller, CommandContext, QueryContext } from '../context.ts'
import { labelOf } from './client-package-cards.ts'
import { grantPackage } from './granting.ts'
import { byOf, revalueSession } from './ledger.ts'
import { moneyWords } from './money-words.ts'
import { assertWithinLimit, offerOf, type Sale } from './sale-terms.ts'
import { bookSchedule, type ScheduleInput } from './series.ts'
import { type Paying, planOfSale, publishSale } from './selling.ts'

type Assign = Pick<Sale, 'clientId' | 'packageId' | 'terms'> & { chargeMinor: Minor | null; reason: string; schedule: ScheduleInput | null }

export async function assign(c: CommandContext, input: Assign) {
  if ((await getPractice(c.tx)).invoiceAlways) refuse('sale.invoiceAlways')
  const offer = await offerOf(c.tx, c.today, input)
  const { p, items } = offer
  const chargeMinor = p.paymentStyle === 'eachAppointment' ? (input.chargeMinor ?? ZERO) : (input.chargeMinor ?? p.priceMinor)
  await assertCharge(c.tx, c.staff, p, chargeMinor)
  assertReason(p, chargeMinor, input.reason)
  const granted = await grantPackage(c, input.clientId, {
    ...offer,
    chargeMinor,
    chargeReason: input.reason,
    discountRate: 0,
    values: dealValues(items, chargeMinor, p.paymentStyle, p.split),
  })
  return { clientPackageId: granted.clientPackageId, appointmentIds: await bookSchedule(c, input.clientId, granted, input.schedule) }
}

type Priced = Pick<Row<'clientPackages'>, 'name' | 'paymentStyle' | 'priceMinor' | 'currency'>

/** What is below the list price is a discount, held to the same limit. */
async function assertCharge(db: Db, staff: Caller, p: Priced, chargeMinor: Minor): Promise<void> {
  if (p.paymentStyle !== 'eachAppointment')
    await assertWithinLimit(db, staff, { price: p.priceMinor, less: atLeastZero(subtract(p.priceMinor, chargeMinor)) }, p.currency)
  else if (chargeMinor !== 0) refuse('charge.atVisits', { package: p.name })
}

function assertReason(p: Priced, chargeMinor: Minor, reason: string): void {
  if (p.paymentStyle !== 'eachAppointment' && chargeMinor !== p.priceMinor && reason === '') refuse('charge.reasonMissing')
}

interface Charged {
  id: number
  chargeMinor: Minor
}

export async function previewInvoice(c: QueryContext, { id, chargeMinor }: Charged) {
  const t = await invoiceOf(c.db, c.staff, id, chargeMinor)
  const totalMinor = t.pricesIncludeTax ? chargeMinor : add(chargeMinor, sum(t.taxed.map((x) => x.taxMinor)))
  return {
    currency: t.p.currency,
    pricesIncludeTax: t.pricesIncludeTax === 1,
    taxes: t.taxed.map(({ name, rate, taxMinor }) => ({ name, rate, taxMinor })),
    totalMinor,
    plan: planOfSale(t.rule, totalMinor, c.today),
    sessions: t.changes.map(({ label, number, state, valueMinor, afterMinor }) => ({
      label,
      number,
      state,
      beforeMinor: valueMinor,
      afterMinor,
    })),
    pot: t.pot && { beforeMinor: t.pot.leftMinor, afterMinor: add(t.pot.leftMinor, t.potChange) },
  }
}

export async function addToInvoice(c: CommandContext, input: Charged & Paying & { reason: string }) {
  const { id, chargeMinor } = input
  const t = await invoiceOf(c.tx, c.staff, id, chargeMinor)
  const reason = input.reason === '' && chargeMinor === t.p.chargeMinor ? t.p.chargeReason : input.reason
  assertReason(t.p, chargeMinor, reason)
  const by = byOf(c)
  const why = `Charge ${await moneyWords(c.tx, chargeMinor, t.p.currency)}`
  for (const s of t.changes) await revalueSession(c.tx, by, s, s.afterMinor, why)
  if (t.potChange !== 0)
    await appendPotEntry(c.tx, {
      clientPackageId: id,
      move: 'revalue',
      amountMinor: t.potChange,
      effectiveOn: c.today,
      staffId: by.staffId,
      at: by.at,
    })
  if (chargeMinor !== t.p.chargeMinor || reason !== t.p.chargeReason)
    await updateClientPackage(c.tx, t.p, { chargeMinor, chargeReason: reason })
  const sold = await publishSale(
    c,
    { ...t.p, clientPackageId: id, items: t.items, chargeMinor, reason, taxed: t.taxed, rule: t.rule },
    t.pricesIncludeTax,
    input,
  )
  return { clientPackageId: id, ...sold }
}

/** What putting a client package on an invoice comes to: its taxes, and which sessions get another value. */
async function invoiceOf(db: Db, staff: Caller, id: number, chargeMinor: Minor) {
  const p = await getWithoutInvoice(db, id)
  await assertCharge(db, staff, p, chargeMinor)
  const found = await findForSale(db, p.packageId)
  if (!found) throw new Error('A client package without its package')
  const { pricesIncludeTax } = await getPractice(db)
  const services = await listItemServices(db, [id])
  const items = (await listItems(db, [id])).map((i) => ({ ...i, services: services.filter((s) => s.clientPackageItemId === i.id) }))
  return {
    p,
    items,
    pricesIncludeTax,
    taxed: p.paymentStyle === 'eachAppointment' ? [] : taxesOn(chargeMinor, found.taxes, pricesIncludeTax === 1),
    rule: instalmentRuleOf(found.p),
    ...(await changesBy(db, p, items, chargeMinor)),
  }
}

async function getWithoutInvoice(db: Db, id: number): Promise<Row<'clientPackages'>> {
  const p = await findClientPackage(db, id)
  if (!p) return refuse('call.notFound', { what: 'package' })
  if (p.cancelledOn !== null) refuse('clientPackage.cancelled', { package: p.name })
  const sale = await findSaleInvoice(db, id)
  if (sale) refuse('clientPackage.hasInvoice', { package: p.name, number: sale.number ? `invoice ${sale.number}` : 'a draft invoice' })
  return p
}

type Items = (Awaited<ReturnType<typeof listItems>>[number] & { services: { name: string }[] })[]

/** The sessions and the pot whose value another charge changes; none when it stays. */
async function changesBy(db: Db, p: Row<'clientPackages'>, items: Items, chargeMinor: Minor) {
  const extras = new Set(await listExtraIds(db, p.id))
  const unused = []
  for (const item of items.filter((i) => i.quantity !== null))
    for (const s of await listSessions(db, item.id))
      if (s.state === 'available' || s.state === 'booked')
        unused.push({ ...s, label: labelOf(item), itemPriceMinor: item.itemPriceMinor, isExtra: extras.has(s.id) })
  const hasPot = items.some((i) => i.quantity === null)
  const pot = hasPot ? { leftMinor: await potLeft(db, p.id), listMinor: atLeastZero(subtract(p.priceMinor, sumOfItemPrices(items))) } : null
  const held = { unused, pot, worthMinor: add(p.chargeMinor, p.broughtInMinor) }
  if (chargeMinor === p.chargeMinor || p.paymentStyle === 'eachAppointment') return { changes: [], pot, potChange: ZERO }
  if (!canRedeal(held)) refuse('charge.fixed')
  const kept = keptOf(held)
  const left = subtract(add(chargeMinor, p.broughtInMinor), kept)
  if (left < 0) refuse('charge.belowUsed', { least: await moneyWords(db, subtract(kept, p.broughtInMinor), p.currency) })
  const { values, potMinor } = redeal(held, left)
  return {
    changes: unused.flatMap((s, i) => {
      const afterMinor = values[i] ?? ZERO
      return afterMinor === s.valueMinor ? [] : [{ ...s, afterMinor }]
    }),
    pot,
    potChange: pot ? subtract(potMinor, pot.leftMinor) : ZERO,
  }
}
