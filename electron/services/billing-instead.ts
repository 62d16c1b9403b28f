// A published invoice that nothing was paid on, billed to somebody else: it becomes void and keeps its number; the new one takes
// the next number, says the same line by line, adjustments and plan included, and names the one it replaces.

import { listBookedVisits } from '../../db/queries/cancellations.ts'
import { closeInstalments, insertPlan, listInstalments } from '../../db/queries/instalments.ts'
import { dropInvoice, insertInvoice, insertLines, listLines, listLineTaxes, type NewLine } from '../../db/queries/invoices.ts'
import { flag } from '../../db/flag.ts'
import type { Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { visitOf } from './appointments.ts'
import { draftInvoice, publishDraft } from './billing.ts'
import type { By } from './ledger.ts'

/** Gives the id of the new invoice. */
export async function billInstead(tx: Tx, by: By, old: Row<'invoices'>, payerId: number): Promise<number> {
  const lines = await linesOf(tx, old.id)
  const plan = await listInstalments(tx, [old.id])
  await dropInvoice(tx, old.id, 'published')
  const id = await insertInvoice(tx, {
    kind: old.kind,
    clientId: payerId,
    payerChosen: flag(true),
    treatedClientId: old.treatedClientId,
    appointmentId: old.appointmentId,
    relatedInvoiceId: old.relatedInvoiceId,
    replacesInvoiceId: old.id,
    currency: old.currency,
    pricesIncludeTax: old.pricesIncludeTax,
    createdAt: by.at,
  })
  const [own, adjustments] = [lines.filter((l) => l.kind !== 'adjustment'), lines.filter((l) => l.kind === 'adjustment')]
  await insertLines(tx, id, own)
  await publishDraft(tx, by, id)
  await insertLines(tx, id, adjustments, own.length + 1)
  if (plan.length > 0) {
    await closeInstalments(tx, old.id, by.at)
    await insertPlan(tx, id, plan)
  }
  await nameInDrafts(tx, by, lines)
  return id
}

async function linesOf(tx: Tx, invoiceId: number): Promise<NewLine[]> {
  const taxes = await listLineTaxes(tx, [invoiceId])
  return (await listLines(tx, [invoiceId])).map(({ id, invoiceId: _, position: _place, ...line }) => ({
    ...line,
    taxes: taxes.filter((t) => t.invoiceLineId === id).map((t) => ({ id: t.taxId, name: t.name, rate: t.rate, taxMinor: t.taxMinor })),
  }))
}

/** The drafts of visits to come say which invoice covers them: it is the new one now. */
async function nameInDrafts(tx: Tx, by: By, lines: readonly NewLine[]): Promise<void> {
  for (const { kind, clientPackageId } of lines)
    if (kind === 'package' && clientPackageId != null)
      for (const { id } of await listBookedVisits(tx, clientPackageId)) await draftInvoice(tx, by, await visitOf(tx, id))
}
