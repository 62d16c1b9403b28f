// Putting earlier visits on a client package, and taking them off again. A session is booked and used as of today, for the day of
// the visit; the visit's invoice is adjusted to what it asks for on the package, and what was paid too much goes to the account.
// A visit may lie before the purchase; everything else is asked as when it is booked, but for what must be paid first: the money
// for these visits is here already.

import { findAppointment, findService, listServiceTaxes } from '../../db/queries/appointments.ts'
import { findClientPackage, findItem, listCovered, listItems } from '../../db/queries/client-packages.ts'
import { listShared } from '../../db/queries/client-links.ts'
import { findInvoiceOfAppointment, sumInvoice } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { listHandedOut, listOffPackage, listPutLater } from '../../db/queries/later-redemption.ts'
import { findSessionOfAppointment, listSessions, listUses } from '../../db/queries/sessions.ts'
import { isPotMoved } from '../../db/queries/transfers.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db, Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { dayOf, earlier, type LocalDate } from '../../shared/dates.ts'
import { whyNotOn } from '../../shared/domain/client-packages.ts'
import { endOf, endWithVisit, endWords } from '../../shared/domain/expiry.ts'
import { withTax } from '../../shared/domain/tax.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate, formatMoney, fullName } from '../../shared/format.ts'
import { add, atLeastZero, type Minor, minor, subtract, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { adjustForPackage, feeOf, undoAdjustmentFor } from './billing.ts'
import { getCard } from './client-package-cards.ts'
import { bookSession, byOf, courseOf, returnSession, settleExpiry, undoUse, useSession } from './ledger.ts'
import { payFromCredit } from './paying.ts'
import { assertMayUse, nameOf } from './sharing.ts'
import { getClientPackage } from './open-client-package.ts'

interface Chosen {
  id: number
  appointmentIds: readonly number[]
}
type Item = Row<'clientPackageItems'>

export async function earlierVisits({ db, today }: QueryContext, { id, appointmentIds }: Chosen) {
  const p = await getClientPackage(db, id)
  const people = [p.clientId, ...(await listShared(db, { clientPackageIds: [id] })).map((s) => s.clientId)]
  const items = await serviceItems(db, id)
  const offPackage = await listOffPackage(
    db,
    people,
    items.flatMap((i) => i.serviceIds),
  )
  const chosen = offPackage.filter((v) => appointmentIds.includes(v.appointmentId)).map((v) => dayOf(v.at))
  const course = await courseOf(db, p, today)
  const rule = expiryRuleOf(p)
  const after = chosen.length === 0 ? endOf(rule, course) : endWithVisit(rule, course, chosen.reduce(earlier))
  return {
    currency: p.currency,
    visits: await visitsView(db, p, offPackage, items),
    put: await visitsView(db, p, await listPutLater(db, id), null),
    endBefore: endWords(rule, endOf(rule, course)),
    endAfter: endWords(rule, after),
    outside: (await listUses(db, id)).flatMap((u) =>
      u.state === 'booked' && after !== null && dayOf(u.startsAt) > after ? [u.startsAt] : [],
    ),
  }
}

export async function redeemLater(c: CommandContext, { id, appointmentIds }: Chosen) {
  const p = await getClientPackage(c.tx, id)
  if (p.cancelledOn !== null) refuse('clientPackage.cancelled', { package: p.name })
  const visits = []
  for (const appointmentId of new Set(appointmentIds)) visits.push(await getAttended(c.tx, appointmentId))
  let credit = ZERO
  for (const visit of visits.sort((a, b) => a.startsAt.localeCompare(b.startsAt) || a.id - b.id)) {
    const item = await checkPutOn(c, p, visit)
    if (!(await bookSession(c.tx, byOf(c), item, visit.id))) refuse('session.taken')
    const held = await findSessionOfAppointment(c.tx, visit.id)
    if (!held) throw new Error('A visit without the session just booked for it')
    await useSession(c.tx, byOf(c), held, visit)
    credit = add(credit, await adjustInvoice(c, p, item.id, visit))
  }
  await settleExpiry(c.tx, byOf(c), id)
  return { clientPackage: await getCard(c.tx, c.today, id), creditMinor: credit }
}

export async function undoRedeemLater(c: CommandContext, { id, appointmentIds }: Chosen) {
  const p = await getClientPackage(c.tx, id)
  const put = new Set((await listPutLater(c.tx, id)).map((v) => v.appointmentId))
  let due = ZERO
  for (const appointmentId of new Set(appointmentIds)) {
    const invoice = await findInvoiceOfAppointment(c.tx, appointmentId)
    const held = await findSessionOfAppointment(c.tx, appointmentId)
    if (!put.has(appointmentId) || !invoice || !held) return refuse('appointment.notPutLater', { package: p.name })
    await undoUse(c.tx, byOf(c), held, appointmentId)
    await returnSession(c.tx, byOf(c), { ...held, state: 'booked' }, `Taken off ${p.name}`)
    await undoAdjustmentFor(c.tx, byOf(c), invoice.id, p.id, `Taken off ${p.name}`)
    due = add(due, await payAsFarAsItGoes(c, invoice))
  }
  await settleExpiry(c.tx, byOf(c), id)
  return { clientPackage: await getCard(c.tx, c.today, id), dueMinor: due }
}

/** The item it is put on: of those that cover it and have one left, the one with the fewest services. */
async function checkPutOn(c: CommandContext, p: Row<'clientPackages'>, visit: Row<'appointments'>): Promise<Item> {
  const held = await findSessionOfAppointment(c.tx, visit.id)
  const on = held && (await findClientPackage(c.tx, held.clientPackageId))
  if (on) refuse('appointment.onPackage', { day: formatDate(dayOf(visit.startsAt)), package: on.name })
  await assertMayUse(c.tx, p, visit.clientId)
  const words = { client: await nameOf(c.tx, visit.clientId), package: p.name }
  const covering = (await serviceItems(c.tx, p.id)).filter((i) => i.serviceIds.includes(visit.serviceId))
  if (covering.length === 0)
    refuse('clientPackage.notCovered', { ...words, service: (await findService(c.tx, visit.serviceId))?.name ?? '' })
  const day = dayOf(visit.startsAt)
  const why = await whyNotLater(c.tx, p, day, c.today)
  if (why) refuse('clientPackage.notValidOn', { ...words, day: formatDate(day), why })
  for (const { item } of covering) {
    const isLeft =
      item.quantity === null ? !(await isPotMoved(c.tx, p.id)) : (await listSessions(c.tx, item.id)).some((s) => s.state === 'available')
    if (isLeft) return item
  }
  return refuse('clientPackage.noneLeft', {
    ...words,
    regularFee: formatMoney(visit.regularPriceMinor, (await getPractice(c.tx)).currency),
  })
}

/** A visit before the purchase is none too early for it. */
async function whyNotLater(tx: Tx, p: Row<'clientPackages'>, day: LocalDate, today: LocalDate): Promise<string | null> {
  const course = await courseOf(tx, p, today)
  const isEarlier = day < p.purchasedOn
  const since = isEarlier ? { purchasedOn: day, validFrom: null } : { purchasedOn: p.purchasedOn, validFrom: p.validFrom }
  return whyNotOn({ ...p, ...since, holds: course.holds, end: endWithVisit(expiryRuleOf(p), course, day) }, day)
}

/** What becomes of the visit's invoice; tells how much of what was paid goes to the account. */
async function adjustInvoice(c: CommandContext, p: Row<'clientPackages'>, itemId: number, visit: Row<'appointments'>): Promise<Minor> {
  const invoice = await findInvoiceOfAppointment(c.tx, visit.id)
  if (invoice?.status !== 'published') return ZERO
  const paidBefore = minor((await sumInvoice(c.tx, invoice.id)).paid)
  const fee = await feeOf(c.tx, p, itemId, visit.serviceId)
  await adjustForPackage(c.tx, byOf(c), invoice.id, { clientPackageId: p.id, serviceId: visit.serviceId, fee, reason: `Put on ${p.name}` })
  await payAsFarAsItGoes(c, invoice)
  return subtract(paidBefore, minor((await sumInvoice(c.tx, invoice.id)).paid))
}

/** Pays what the invoice asks for from the payer's account; tells what is still due. */
async function payAsFarAsItGoes(c: CommandContext, invoice: Row<'invoices'>): Promise<Minor> {
  const due = async () => {
    const { amounts, taxes, paid, loss } = await sumInvoice(c.tx, invoice.id)
    return atLeastZero(minor(amounts + (invoice.pricesIncludeTax ? 0 : taxes) - paid - loss))
  }
  const dueMinor = await due()
  if (dueMinor > 0)
    await payFromCredit(c.tx, byOf(c), { invoiceId: invoice.id, clientId: invoice.clientId, currency: invoice.currency, dueMinor })
  return due()
}

async function visitsView(
  db: Db,
  p: Row<'clientPackages'>,
  rows: Awaited<ReturnType<typeof listOffPackage>>,
  items: Awaited<ReturnType<typeof serviceItems>> | null,
) {
  const invoices = []
  for (const row of rows) invoices.push(await findInvoiceOfAppointment(db, row.appointmentId))
  const printed = await listHandedOut(
    db,
    invoices.flatMap((i) => (i ? [i.id] : [])),
  )
  const views = []
  for (const [i, { givenName, familyName, serviceId, ...row }] of rows.entries()) {
    const invoice = invoices[i]
    const item = items?.find((of) => of.serviceIds.includes(serviceId))
    views.push({
      ...row,
      treated: fullName({ givenName, familyName }),
      invoice:
        invoice?.status === 'published'
          ? { ...(await invoiceAfter(db, p, invoice, item?.item.id, serviceId)), printed: printed.has(invoice.id) }
          : null,
    })
  }
  return views
}

async function invoiceAfter(db: Db, p: Row<'clientPackages'>, invoice: Row<'invoices'>, itemId: number | undefined, serviceId: number) {
  const { amounts, taxes, paid } = await sumInvoice(db, invoice.id)
  const includesTax = invoice.pricesIncludeTax === 1
  const totalMinor = minor(includesTax ? amounts : amounts + taxes)
  const fee = itemId === undefined ? null : await feeOf(db, p, itemId, serviceId)
  const afterMinor = fee === null ? totalMinor : withTax(fee, await listServiceTaxes(db, serviceId), includesTax)
  return { id: invoice.id, number: invoice.number, totalMinor, afterMinor, creditMinor: atLeastZero(subtract(minor(paid), afterMinor)) }
}

/** Items of services, those with the fewest first. */
async function serviceItems(db: Db, clientPackageId: number) {
  const found = []
  for (const item of (await listItems(db, [clientPackageId])).filter((i) => i.productId === null)) {
    const row = await findItem(db, item.id)
    if (row) found.push({ item: row, serviceIds: (await listCovered(db, item.id)).map((s) => s.serviceId) })
  }
  return found.sort((a, b) => a.serviceIds.length - b.serviceIds.length || a.item.id - b.item.id)
}

async function getAttended(tx: Tx, id: number): Promise<Row<'appointments'>> {
  const visit = await findAppointment(tx, id)
  if (!visit || visit.deletedAt) return refuse('call.notFound', { what: 'appointment' })
  return visit.status === 'completed' ? visit : refuse('appointment.notAttended', { day: formatDate(dayOf(visit.startsAt)) })
}
