// Who pays an invoice, and billing it to somebody else. A draft is simply changed, and the choice is kept when it is written
// anew (see shared/domain/payers.ts). A published one names its payer for good, as does every payment on it and all account
// credit: with nothing paid, it becomes void and a new one asks the other; with a payment, that must be given back first.

import { findClientName } from '../../db/queries/appointments.ts'
import { listLinks } from '../../db/queries/client-links.ts'
import { findClientPackage } from '../../db/queries/client-packages.ts'
import { findInvoice, findOwnerOnInvoice, listLines, sumInvoice, updateDraft } from '../../db/queries/invoices.ts'
import { listHandedOut } from '../../db/queries/later-redemption.ts'
import { flag } from '../../db/flag.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { Refusal, refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { visitOf } from './appointments.ts'
import { usualPayerOf } from './billing.ts'
import { invoiceView } from './invoices.ts'
import { byOf } from './ledger.ts'
import { billInstead } from './billing-instead.ts'
import { nameOf } from './sharing.ts'

export async function payers({ db }: QueryContext, { invoiceId }: { invoiceId: number }) {
  const invoice = await getInvoice(db, invoiceId)
  const { number } = invoice
  const published = invoice.status === 'published' && number !== null
  return {
    payerId: invoice.clientId,
    payerName: await nameOf(db, invoice.clientId),
    usualPayerId: invoice.status === 'draft' ? await usualOf(db, invoice) : null,
    choices: await choicesOf(db, invoice),
    replaces: published ? { number, printed: (await listHandedOut(db, [invoiceId])).has(invoiceId) } : null,
    refusal: await sentenceOf(assertOpen(db, invoice)),
  }
}

interface Bill {
  invoiceId: number
  payerId: number
  replaces: boolean
}

export async function setPayer(c: CommandContext, { invoiceId, payerId, replaces }: Bill) {
  const invoice = await getInvoice(c.tx, invoiceId)
  const payer = await findClientName(c.tx, payerId)
  if (!payer || payer.deletedAt) return refuse('call.notFound', { what: 'client' })
  await assertOpen(c.tx, invoice)
  if (invoice.status === 'draft') {
    const payerChosen = flag(payerId !== (await usualOf(c.tx, invoice)))
    await updateDraft(c.tx, invoice, { clientId: payerId, payerChosen })
    return invoiceView(c.tx, c.today, invoiceId)
  }
  if (payerId === invoice.clientId) return invoiceView(c.tx, c.today, invoiceId)
  if (!replaces) refuse('payer.publishedMeanwhile', { invoice: invoice.number ?? 0 })
  return invoiceView(c.tx, c.today, await billInstead(c.tx, byOf(c), invoice, payerId))
}

async function getInvoice(db: Db, id: number): Promise<Row<'invoices'>> {
  return (await findInvoice(db, id)) ?? refuse('call.notFound', { what: 'invoice' })
}

const usualOf = async (db: Db, { appointmentId, treatedClientId }: Row<'invoices'>): Promise<number> =>
  appointmentId === null ? treatedClientId : (await usualPayerOf(db, await visitOf(db, appointmentId))).usualPayerId

/** Refuses what can't be billed to somebody else any more: void, discarded, settled, or paid by somebody already. */
async function assertOpen(db: Db, invoice: Row<'invoices'>): Promise<void> {
  if (invoice.status === 'draft') return
  if (invoice.status !== 'published') refuse('payer.closed')
  const { amounts, taxes, paid, loss } = await sumInvoice(db, invoice.id)
  if (paid > 0) refuse('payer.paid', { invoice: invoice.number ?? 0, payer: await nameOf(db, invoice.clientId) })
  if (amounts + (invoice.pricesIncludeTax ? 0 : taxes) - loss <= 0) refuse('payer.closed')
  for (const { kind, clientPackageId } of await listLines(db, [invoice.id])) {
    const sold = kind === 'package' && clientPackageId !== null ? await findClientPackage(db, clientPackageId) : undefined
    if (sold?.cancelledOn) refuse('clientPackage.cancelled', { package: sold.name })
  }
}

async function sentenceOf(check: Promise<void>): Promise<string | null> {
  try {
    await check
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

/** The one treated, whose package it is on, and everybody linked with the one treated; nobody twice. */
async function choicesOf(db: Db, { id, treatedClientId }: Row<'invoices'>) {
  const ownerId = await findOwnerOnInvoice(db, id)
  const linked = await listLinks(db, treatedClientId)
  const labelOf = (clientId: number) => linked.find((l) => l.otherId === clientId)?.label ?? null
  const owner = ownerId !== null && ownerId !== treatedClientId ? [ownerId] : []
  return [
    { clientId: treatedClientId, name: await nameOf(db, treatedClientId), why: 'treated' as const, label: null },
    ...(await Promise.all(
      owner.map(async (of) => ({ clientId: of, name: await nameOf(db, of), why: 'owner' as const, label: labelOf(of) })),
    )),
    ...linked
      .filter((l) => l.otherId !== ownerId)
      .map((l) => ({ clientId: l.otherId, name: fullName(l), why: 'linked' as const, label: l.label })),
  ]
}
