// Invoices as screens and papers show them. Totals and state are worked out from lines and payments.

import type { z } from 'zod'
import { listInvoices } from '../../db/queries/invoice-list.ts'
import { findInvoice, findInvoiceInstead, listLines, listLineTaxes, sumInvoice } from '../../db/queries/invoices.ts'
import { findClientName } from '../../db/queries/appointments.ts'
import { listInstalments } from '../../db/queries/instalments.ts'
import { listPaymentsOn } from '../../db/queries/payments.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { Invoice, InvoiceRow } from '../../shared/contract/invoices.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { nextOpen, standingOf } from '../../shared/domain/instalments.ts'
import { invoiceStateOf, taxRows, totalsOf } from '../../shared/domain/invoices.ts'
import type { InvoiceState } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import { add, minor, subtract, sum } from '../../shared/money.ts'
import type { QueryContext } from '../context.ts'
import { markOf } from '../marks.ts'
import { numbered, relatedInvoiceOf } from './related-invoice.ts'

interface ListInput {
  search: string
  clientId: number | null
  forThem: boolean
  states: InvoiceState[]
  page: number
  pageSize: number
}

export async function list({ db, today }: QueryContext, input: ListInput) {
  const { rows, total, due } = await listInvoices(db, { ...input, today })
  return { rows: rows.map((r) => rowOf(r, today)), total, due }
}

function rowOf(r: Awaited<ReturnType<typeof listInvoices>>['rows'][number], today: LocalDate): z.output<typeof InvoiceRow> {
  const totalMinor = minor(r.total)
  const paidMinor = minor(r.paid)
  const lossMinor = minor(r.loss)
  return {
    id: r.id,
    number: r.number,
    kind: r.kind,
    state: invoiceStateOf({ status: r.status, totalMinor, paidMinor, lossMinor, dueOn: r.dueOn }, today),
    publishedOn: r.publishedOn,
    dueOn: r.dueOn,
    clientId: r.clientId,
    clientName: fullName(r),
    treatedClientId: r.treatedClientId,
    treatedClientName: fullName({ givenName: r.treatedGivenName, familyName: r.treatedFamilyName }),
    words: r.words ?? '',
    currency: r.currency,
    totalMinor,
    paidMinor,
    lossMinor,
    dueMinor: subtract(totalMinor, add(paidMinor, lossMinor)),
  }
}

export const get = ({ db, today }: QueryContext, { id }: { id: number }) => invoiceView(db, today, id)

export async function invoiceView(db: Db, today: LocalDate, id: number): Promise<z.output<typeof Invoice>> {
  const invoice = await findInvoice(db, id)
  if (!invoice) return refuse('call.notFound', { what: 'invoice' })
  const taxes = await listLineTaxes(db, [id])
  const lines = (await listLines(db, [id])).map((l) => ({
    id: l.id,
    kind: l.kind,
    description: l.description,
    quantity: l.quantity,
    unitPriceMinor: l.unitPriceMinor,
    discountMinor: l.discountMinor,
    discountReason: l.discountReason,
    amountMinor: l.amountMinor,
    adjustmentReason: l.adjustmentReason,
    taxes: taxes.filter((t) => t.invoiceLineId === l.id).map(({ name, rate, taxMinor }) => ({ name, rate, taxMinor })),
  }))
  const totals = totalsOf(lines, invoice.pricesIncludeTax === 1)
  const payments = (await listPaymentsOn(db, id)).map(({ reversedBy, reversesPaymentId, ...p }) => ({
    ...p,
    reverses: reversesPaymentId !== null,
    allocatedMinor: minor(p.allocatedMinor),
    reversed: reversedBy !== null,
  }))
  const paidMinor = sum(payments.map((p) => p.allocatedMinor))
  const lossMinor = minor((await sumInvoice(db, id)).loss)
  const instalments = await listInstalments(db, [id])
  const plan = standingOf(instalments, paidMinor, today)
  const dueOn = nextOpen(plan)?.dueOn ?? invoice.dueOn
  return {
    ...(await namesOf(db, invoice)),
    id,
    number: invoice.number,
    kind: invoice.kind,
    state: invoiceStateOf({ ...invoice, totalMinor: totals.totalMinor, paidMinor, lossMinor, dueOn }, today),
    publishedOn: invoice.publishedOn,
    dueOn,
    words: lines[0]?.description ?? '',
    currency: invoice.currency,
    ...totals,
    paidMinor,
    lossMinor,
    dueMinor: subtract(totals.totalMinor, add(paidMinor, lossMinor)),
    appointmentId: invoice.appointmentId,
    pricesIncludeTax: invoice.pricesIncludeTax === 1,
    lines,
    taxes: taxRows(lines),
    payments,
    plan,
    mark: markOf(instalments),
  }
}

async function namesOf(db: Db, invoice: Row<'invoices'>) {
  const [payer, treated] = [await findClientName(db, invoice.clientId), await findClientName(db, invoice.treatedClientId)]
  return {
    clientId: invoice.clientId,
    clientName: payer ? fullName(payer) : '',
    treatedClientId: invoice.treatedClientId,
    treatedClientName: treated ? fullName(treated) : '',
    payerChosen: invoice.payerChosen === 1,
    relatedInvoice: await relatedInvoiceOf(db, invoice),
    replaces: numbered(invoice.replacesInvoiceId === null ? undefined : await findInvoice(db, invoice.replacesInvoiceId)),
    replacedBy: numbered(await findInvoiceInstead(db, invoice.id)),
  }
}
