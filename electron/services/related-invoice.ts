// The package's invoice that a visit's invoice belongs to. What a published one names is frozen; when that one was billed to
// somebody else since, or the package was put on an invoice only later, the one that counts now is found here.

import { findInvoice, findInvoiceInstead, findSaleInvoice, listLines } from '../../db/queries/invoices.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'

type Numbered = Pick<Row<'invoices'>, 'id' | 'number'>

export const numbered = (invoice: Numbered | undefined) => (invoice?.number ? { id: invoice.id, number: invoice.number } : null)

export async function relatedInvoiceOf(db: Db, invoice: Row<'invoices'>) {
  const named = invoice.relatedInvoiceId === null ? await saleNow(db, invoice) : await findInvoice(db, invoice.relatedInvoiceId)
  const related = numbered(named)
  return related && { ...related, replacedBy: numbered(await countingInstead(db, related.id)) }
}

/** The invoice its package got after this one was published. */
async function saleNow(db: Db, { id, kind }: Row<'invoices'>): Promise<Numbered | undefined> {
  if (kind === 'sale') return undefined
  const line = (await listLines(db, [id])).find((l) => l.kind !== 'adjustment' && l.clientPackageId !== null)
  return line?.clientPackageId == null ? undefined : findSaleInvoice(db, line.clientPackageId)
}

/** The last of those that took each other’s place. */
async function countingInstead(db: Db, id: number): Promise<Numbered | undefined> {
  let last: Numbered | undefined
  for (let next = await findInvoiceInstead(db, id); next; next = await findInvoiceInstead(db, next.id)) last = next
  return last
}
