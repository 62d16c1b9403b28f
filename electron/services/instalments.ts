// Dated plans of invoices: made at the sale, changed later by those who may, closed when there is nothing left to pay by them.

import { closeInstalments, insertPlan, listInstalments } from '../../db/queries/instalments.ts'
import { findInvoice, sumInvoice } from '../../db/queries/invoices.ts'
import type { Tx } from '../../db/handles.ts'
import { type Instalment, isInOrder, leftOver } from '../../shared/domain/instalments.ts'
import { refuse } from '../../shared/errors.ts'
import { type Minor, minor } from '../../shared/money.ts'
import type { CommandContext } from '../context.ts'
import { assertUnchanged, markOf } from '../marks.ts'
import { invoiceView } from './invoices.ts'
import type { By } from './ledger.ts'
import { moneyWords } from './money-words.ts'

/** Writes the plan of an invoice that has none; refused unless it adds up to the total. */
export async function makePlan(
  tx: Tx,
  invoice: { id: number; totalMinor: Minor; currency: string },
  plan: readonly Instalment[],
): Promise<void> {
  const left = leftOver(plan, invoice.totalMinor)
  if (left !== 0) refuse('plan.sum', { left: await moneyWords(tx, Math.abs(left), invoice.currency), over: left < 0 })
  if (!isInOrder(plan)) refuse('plan.order')
  await insertPlan(tx, invoice.id, plan)
}

/** Another plan in the place of the one before, or none: all is due by the invoice's own date then. */
export async function setPlan(c: CommandContext, { invoiceId, mark, plan }: { invoiceId: number; mark: string; plan: Instalment[] }) {
  const invoice = await findInvoice(c.tx, invoiceId)
  if (!invoice) return refuse('call.notFound', { what: 'invoice' })
  if (invoice.status !== 'published') refuse('invoice.notPublished')
  const { amounts, taxes, paid, loss } = await sumInvoice(c.tx, invoiceId)
  const totalMinor = minor(invoice.pricesIncludeTax ? amounts : amounts + taxes)
  if (paid + loss >= totalMinor) refuse('payment.nothingDue')
  const now = { mark: markOf(await listInstalments(c.tx, [invoiceId])) }
  await assertUnchanged(c, { what: `The plan of invoice ${invoice.number}`, now, mark })
  await closePlan(c.tx, { at: c.instant }, invoiceId)
  if (plan.length > 0) await makePlan(c.tx, { id: invoiceId, totalMinor, currency: invoice.currency }, plan)
  return invoiceView(c.tx, c.today, invoiceId)
}

/** Nothing falls due by the plan any more, as when its client package is cancelled. Without a plan, nothing happens. */
export async function closePlan(tx: Tx, by: Pick<By, 'at'>, invoiceId: number): Promise<void> {
  if ((await listInstalments(tx, [invoiceId])).length > 0) await closeInstalments(tx, invoiceId, by.at)
}
