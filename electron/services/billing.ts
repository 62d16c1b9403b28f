// The invoice side of an appointment: its one draft, publishing it, and letting go of it.
// Words on a draft are live; publishing writes them anew and freezes them.

import { findClientPackage, listCovered } from '../../db/queries/client-packages.ts'
import { listServiceTaxes } from '../../db/queries/appointments.ts'
import {
  dropInvoice,
  findInvoice,
  findInvoiceOfAppointment,
  findLastInvoiceOfAppointment,
  findOwnerOnInvoice,
  findSaleInvoice,
  insertInvoice,
  insertLines,
  listLines,
  listLineTaxes,
  type NewLine,
  publishInvoice,
  replaceDraftLines,
  sumInvoice,
  updateDraft,
} from '../../db/queries/invoices.ts'
import { findLink } from '../../db/queries/client-links.ts'
import { flag } from '../../db/flag.ts'
import { insertAllocation, listAllocated } from '../../db/queries/payments.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { findSessionOfAppointment, listSessions } from '../../db/queries/sessions.ts'
import type { Db, Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { dueOn } from '../../shared/domain/invoices.ts'
import { payerStays, usualPayer } from '../../shared/domain/payers.ts'
import { countStates, positionOf } from '../../shared/domain/sessions.ts'
import { taxesOn } from '../../shared/domain/tax.ts'
import { type Minor, minor, negate, percentOf, subtract, sum, ZERO } from '../../shared/money.ts'
import type { By } from './ledger.ts'
import { findTopUp } from './top-ups.ts'

interface Visit extends Pick<Row<'appointments'>, 'id' | 'clientId' | 'serviceId' | 'regularPriceMinor'> {
  serviceName: string
}

/** The agreed fee of a service on an item, less the client package's own discount; topped up, that of the service it covers. */
export async function feeOf(db: Db, p: Row<'clientPackages'>, itemId: number, serviceId: number): Promise<Minor> {
  if (p.paymentStyle !== 'eachAppointment') return ZERO
  const own = (await listCovered(db, itemId)).find((c) => c.serviceId === serviceId)
  const fee = (own ?? (await findTopUp(db, itemId, { serviceId, priceMinor: 0 }))?.covered)?.feeMinor ?? ZERO
  return subtract(fee, percentOf(fee, p.discountRate))
}

/** What an appointment's invoice says, which sale covers it, whose package it is on, and who pays unless somebody was chosen. */
interface Bill {
  lines: NewLine[]
  relatedInvoiceId: number | null
  ownerId: number | null
  usualPayerId: number
}

/** The lines of an appointment's invoice, by what pays for it now. */
async function linesOf(db: Db, visit: Visit, pricesIncludeTax: boolean, attended: boolean): Promise<Bill> {
  const notAttended = attended ? '' : ', not attended'
  const held = await findSessionOfAppointment(db, visit.id)
  const serviceLine = async (description: string, price: Minor): Promise<NewLine> => ({
    kind: 'service',
    description,
    quantity: 1,
    unitPriceMinor: price,
    amountMinor: price,
    taxes: price === 0 ? [] : taxesOn(price, await listServiceTaxes(db, visit.serviceId), pricesIncludeTax),
  })
  if (!held)
    return {
      lines: [await serviceLine(visit.serviceName + notAttended, visit.regularPriceMinor)],
      relatedInvoiceId: null,
      ownerId: null,
      usualPayerId: visit.clientId,
    }
  const p = await findClientPackage(db, held.clientPackageId)
  if (!p) throw new Error('A session without its client package')
  const sessions = await listSessions(db, held.clientPackageItemId)
  const position = positionOf(sessions, held.id) ?? 0
  const place = held.quantity === null ? `visit ${position}` : `${position} of ${countStates(sessions.map((s) => s.state)).total}`
  const sale = await findSaleInvoice(db, p.id)
  const words = `${visit.serviceName}${notAttended}, ${p.paymentStyle === 'eachAppointment' ? '' : 'covered by '}${p.name}, ${place}${sale?.number ? `, invoice ${sale.number}` : ''}`
  const fee = await serviceLine(words, await feeOf(db, p, held.clientPackageItemId, visit.serviceId))
  const lines: NewLine[] = [{ ...fee, kind: p.paymentStyle === 'eachAppointment' ? 'service' : 'covered', clientPackageId: p.id }]
  const topUp = await findTopUp(db, held.clientPackageItemId, { serviceId: visit.serviceId, priceMinor: visit.regularPriceMinor })
  if (topUp && topUp.differenceMinor > 0 && attended)
    lines.push(await serviceLine(`Difference ${topUp.covered.name} to ${visit.serviceName}`, topUp.differenceMinor))
  const prepaid = p.paymentStyle !== 'eachAppointment'
  const asks = lines.some((l) => l.amountMinor > 0)
  const usualPayerId = usualPayer({ treatedId: visit.clientId, ownerId: p.clientId }, { prepaid, asks })
  return { lines, relatedInvoiceId: sale?.id ?? null, ownerId: p.clientId, usualPayerId }
}

/** Writes the appointment's draft as things stand; makes it when there is none. A published invoice is left alone. */
export async function draftInvoice(tx: Tx, by: By, visit: Visit): Promise<void> {
  const invoice = await findInvoiceOfAppointment(tx, visit.id)
  if (!invoice) return newDraft(tx, by, visit)
  if (invoice.status === 'published') return
  await writeDraft(tx, invoice, visit, true)
}

async function writeDraft(tx: Tx, draft: Row<'invoices'>, visit: Visit, attended: boolean): Promise<void> {
  const bill = await linesOf(tx, visit, draft.pricesIncludeTax === 1, attended)
  const { relatedInvoiceId, lines } = bill
  await updateDraft(tx, draft, { relatedInvoiceId, treatedClientId: visit.clientId, ...(await payerOf(tx, draft, visit, bill)) })
  await replaceDraftLines(tx, draft.id, lines)
}

/** A fresh draft, beside a published one that was brought to zero, or after one that fell away: a payer chosen for that stays. */
export async function newDraft(tx: Tx, by: By, visit: Visit): Promise<void> {
  const { currency, pricesIncludeTax } = await getPractice(tx)
  const bill = await linesOf(tx, visit, pricesIncludeTax === 1, true)
  const before = await findLastInvoiceOfAppointment(tx, visit.id)
  const id = await insertInvoice(tx, {
    kind: 'appointment',
    ...(await payerOf(tx, before, visit, bill)),
    treatedClientId: visit.clientId,
    appointmentId: visit.id,
    relatedInvoiceId: bill.relatedInvoiceId,
    currency,
    pricesIncludeTax,
    createdAt: by.at,
  })
  await insertLines(tx, id, bill.lines)
}

/** Freezes the words as they stand now and gives the number. Not attended: it says so. */
export async function publishVisit(tx: Tx, by: By, visit: Visit, attended: boolean): Promise<void> {
  const draft = await findInvoiceOfAppointment(tx, visit.id)
  if (!draft || draft.status === 'published') return
  await writeDraft(tx, draft, visit, attended)
  await publishDraft(tx, by, draft.id)
}

/** Who pays: the one chosen for the invoice before, as long as that still makes sense, else whoever usually does. */
async function payerOf(db: Db, before: Row<'invoices'> | undefined, visit: Pick<Visit, 'clientId'>, bill: Bill) {
  const usual = { clientId: bill.usualPayerId, payerChosen: flag(false) }
  if (!before?.payerChosen) return usual
  const chosenFor = { treatedId: before.treatedClientId, ownerId: await findOwnerOnInvoice(db, before.id) }
  const isLinked = (await findLink(db, visit.clientId, before.clientId)) !== undefined
  const stays = payerStays(before.clientId, chosenFor, { treatedId: visit.clientId, ownerId: bill.ownerId }, isLinked)
  return stays ? { clientId: before.clientId, payerChosen: flag(true) } : usual
}

/** Who is asked for a visit's invoice when nobody is chosen, and whose package it is on. */
export const usualPayerOf = (db: Db, visit: Visit): Promise<Pick<Bill, 'usualPayerId' | 'ownerId'>> => linesOf(db, visit, true, true)

export async function publishDraft(tx: Tx, by: By, invoiceId: number): Promise<number> {
  const { dueDays } = await getPractice(tx)
  return publishInvoice(tx, invoiceId, by.today, dueOn(by.today, dueDays))
}

/** Lets go of an appointment's invoice: a draft is discarded; a published one gives its payments to the account and is void. */
export async function withdrawInvoice(tx: Tx, by: By, appointmentId: number): Promise<void> {
  const invoice = await findInvoiceOfAppointment(tx, appointmentId)
  if (!invoice) return
  if (invoice.status === 'published') await creditPayments(tx, by, invoice.id)
  await dropInvoice(tx, invoice.id, invoice.status === 'published' ? 'published' : 'draft')
}

/** Takes what was paid off an invoice; it becomes the payer's account credit. */
export async function creditPayments(tx: Tx, by: By, invoiceId: number): Promise<void> {
  for (const { paymentId, amountMinor } of await listAllocated(tx, { invoiceId }))
    await insertAllocation(tx, {
      paymentId,
      invoiceId,
      amountMinor: negate(minor(amountMinor)),
      staffId: staffOf(by),
      at: by.at,
      effectiveOn: by.today,
    })
}

/** Brings a published invoice to zero by adjustments, line by line with their taxes; its payments go to the account. `about`: for whose sake. */
export async function adjustToZero(tx: Tx, by: By, invoiceId: number, reason: string, about?: number): Promise<void> {
  const { amounts } = await sumInvoice(tx, invoiceId)
  if (amounts === 0) return
  await creditPayments(tx, by, invoiceId)
  const lines = await listLines(tx, [invoiceId])
  const taxes = await listLineTaxes(tx, [invoiceId])
  const opposite = lines
    .filter((l) => l.amountMinor !== 0)
    .map((l) => ({
      kind: 'adjustment' as const,
      description: l.description,
      quantity: 1,
      unitPriceMinor: negate(l.amountMinor),
      amountMinor: negate(l.amountMinor),
      adjustmentReason: reason,
      clientPackageId: about ?? l.clientPackageId,
      taxes: taxes
        .filter((t) => t.invoiceLineId === l.id)
        .map((t) => ({ id: t.taxId, name: t.name, rate: t.rate, taxMinor: negate(t.taxMinor) })),
    }))
  await insertLines(tx, invoiceId, opposite, lines.length + 1)
}

interface PutOn {
  clientPackageId: number
  serviceId: number
  fee: Minor
  reason: string
}

/** Brings a published invoice to what its visit costs on a package: nothing, or the agreed fee. Its payments go to the account. */
export async function adjustForPackage(
  tx: Tx,
  by: By,
  invoiceId: number,
  { clientPackageId, serviceId, fee, reason }: PutOn,
): Promise<void> {
  await adjustToZero(tx, by, invoiceId, reason, clientPackageId)
  if (fee === 0) return
  const invoice = await findInvoice(tx, invoiceId)
  const lines = await listLines(tx, [invoiceId])
  const line = {
    kind: 'adjustment' as const,
    description: 'Agreed fee',
    quantity: 1,
    unitPriceMinor: fee,
    amountMinor: fee,
    adjustmentReason: reason,
    clientPackageId,
    taxes: taxesOn(fee, await listServiceTaxes(tx, serviceId), invoice?.pricesIncludeTax === 1),
  }
  await insertLines(tx, invoiceId, [line], lines.length + 1)
}

/** The opposite of all adjustments that were made for the sake of a package, in one line. Its payments go to the account. */
export async function undoAdjustmentFor(tx: Tx, by: By, invoiceId: number, clientPackageId: number, reason: string): Promise<void> {
  await creditPayments(tx, by, invoiceId)
  const lines = await listLines(tx, [invoiceId])
  const made = lines.filter((l) => l.kind === 'adjustment' && l.clientPackageId === clientPackageId)
  const taxes = (await listLineTaxes(tx, [invoiceId])).filter((t) => made.some((l) => l.id === t.invoiceLineId))
  const amount = negate(sum(made.map((l) => l.amountMinor)))
  const line = {
    kind: 'adjustment' as const,
    description: lines[0]?.description ?? '',
    quantity: 1,
    unitPriceMinor: amount,
    amountMinor: amount,
    adjustmentReason: reason,
    clientPackageId,
    taxes: [...Map.groupBy(taxes, (t) => t.taxId).values()].map((of) => ({
      id: of[0]!.taxId,
      name: of[0]!.name,
      rate: of[0]!.rate,
      taxMinor: negate(sum(of.map((t) => t.taxMinor))),
    })),
  }
  await insertLines(tx, invoiceId, [line], lines.length + 1)
}

export function staffOf(by: By): number {
  if (by.staffId === null) throw new Error('Money is moved by a person')
  return by.staffId
}
