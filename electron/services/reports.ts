// The usage statement as figures, and the papers drawn from it and from invoices.

import type { z } from 'zod'
import { findCancellation } from '../../db/queries/cancellations.ts'
import { findClientPackage } from '../../db/queries/client-packages.ts'
import { findInvoice, findSaleInvoice } from '../../db/queries/invoices.ts'
import { findPayment } from '../../db/queries/payments.ts'
import { findClient } from '../../db/queries/statements.ts'
import { getPractice } from '../../db/queries/practice.ts'
import type { StatementChoice } from '../../shared/contract/reports.ts'
import { namedOn } from '../../shared/domain/invoices.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import type { ActionContext, QueryContext } from '../context.ts'
import { invoiceFileName, refundNoteFileName, statementFileName } from '../documents/file-names.ts'
import { invoiceView } from './invoices.ts'
import { statementOf } from './statements.ts'

type Choice = z.output<typeof StatementChoice>

/** A practitioner sees the statement of any client they may open; the figures are the client's own. */
export const statement = ({ db, today }: QueryContext, choice: Choice) => statementOf(db, today, choice)

export async function drawStatement(c: ActionContext, choice: Choice) {
  const figures = await statementOf(c.db, c.today, choice)
  const currencies = [...new Set(figures.packages.map((p) => p.currency))]
  if (choice.showAmounts && currencies.length > 1) refuse('statement.currencies', { currencies: currencies.toSorted().join(' and ') })
  const client = await findClient(c.db, choice.clientId)
  const fileName = statementFileName(c.today, client ?? { givenName: '', familyName: '' })
  const drawn = await c.host.documents.draw(
    c.sessionId,
    { kind: 'statement', statement: figures, showAmounts: choice.showAmounts },
    fileName,
  )
  await c.client.backups.recordAccess({ key: crypto.randomUUID(), procedure: 'reports.drawStatement', clientIds: [choice.clientId] })
  return { ...drawn, fileName }
}

export async function drawInvoice(c: ActionContext, { invoiceId }: { invoiceId: number }) {
  const invoice = await invoiceView(c.db, c.today, invoiceId)
  const payer = await findClient(c.db, invoice.clientId)
  if (!payer) return refuse('call.notFound', { what: 'client' })
  const { name, address, phone, email, registration, paper, country } = await getPractice(c.db)
  const fileName = invoiceFileName(invoice.number, payer)
  const work = {
    kind: 'invoice' as const,
    invoice: invoice,
    practice: { name, address, phone, email, registration, paper, country },
    client: { name: fullName(payer), address: payer.address },
  }
  const drawn = await c.host.documents.draw(c.sessionId, work, fileName)
  await c.client.backups.recordAccess({ key: crypto.randomUUID(), procedure: 'reports.drawInvoice', clientIds: namedOn(invoice) })
  return { ...drawn, fileName }
}

export async function drawRefundNote(c: ActionContext, { clientPackageId }: { clientPackageId: number }) {
  const p = await findClientPackage(c.db, clientPackageId)
  const cancellation = p && (await findCancellation(c.db, clientPackageId))
  const sale = await findSaleInvoice(c.db, clientPackageId)
  const invoice = sale && (await findInvoice(c.db, sale.id))
  const payer = invoice && (await findClient(c.db, invoice.clientId))
  if (!p || !cancellation?.refundMinor || !payer || invoice.number === null) return refuse('call.notFound', { what: 'refund' })
  const { name, address, phone, email, registration, paper, country } = await getPractice(c.db)
  const owner = p.clientId === payer.id ? undefined : await findClient(c.db, p.clientId)
  const payment = cancellation.paymentId === null ? undefined : await findPayment(c.db, cancellation.paymentId)
  const fileName = refundNoteFileName(cancellation.cancelledOn, payer)
  const drawn = await c.host.documents.draw(
    c.sessionId,
    {
      kind: 'refundNote',
      practice: { name, address, phone, email, registration, paper, country },
      client: { name: fullName(payer), address: payer.address },
      note: {
        ...cancellation, // how it was worked out
        ownerName: owner ? fullName(owner) : null,
        packageName: p.name,
        invoiceNumber: invoice.number,
        currency: p.currency,
        by: payment?.method ?? null,
        on: cancellation.cancelledOn,
      },
    },
    fileName,
  )
  await c.client.backups.recordAccess({
    key: crypto.randomUUID(),
    procedure: 'reports.drawRefundNote',
    clientIds: [...new Set([payer.id, p.clientId])],
  })
  return { ...drawn, fileName }
}
