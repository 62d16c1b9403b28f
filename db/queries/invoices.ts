// SQL for invoices and their lines. A draft's lines may be replaced; a published one only takes adjustments.

import { sql } from 'kysely'
import type { LocalDate } from '../../shared/dates.ts'
import type { TaxRate } from '../../shared/domain/tax.ts'
import type { Minor } from '../../shared/money.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import { hot } from '../hot.ts'
import type { NewRow, Row } from '../schema.ts'

export interface NewLine extends Omit<NewRow<'invoiceLines'>, 'invoiceId' | 'position' | 'id'> {
  taxes: readonly (TaxRate & { taxMinor: Minor })[]
}

type NewInvoice = Omit<Row<'invoices'>, 'id' | 'number' | 'status' | 'publishedOn' | 'dueOn'>

const insertInvoiceRow = hot((db, v: NewInvoice) =>
  (db as Tx)
    .insertInto('invoices')
    .values({
      kind: v.kind,
      status: sql.lit('draft'),
      clientId: v.clientId,
      payerChosen: v.payerChosen,
      treatedClientId: v.treatedClientId,
      appointmentId: v.appointmentId,
      relatedInvoiceId: v.relatedInvoiceId,
      replacesInvoiceId: v.replacesInvoiceId,
      currency: v.currency,
      pricesIncludeTax: v.pricesIncludeTax,
      createdAt: v.createdAt,
    })
    .returning('id'),
)

/** Every invoice starts as a draft without a number. */
export async function insertInvoice(tx: Tx, fields: Omit<NewInvoice, 'replacesInvoiceId'> & Partial<NewInvoice>): Promise<number> {
  const row = { replacesInvoiceId: null, ...fields }
  const [made] = await insertInvoiceRow(tx, row)
  if (!made) throw new Error('No id came back')
  recordChange(tx, { record: 'invoices', id: made.id, after: row })
  return made.id
}

const insertLineRow = hot((db, v: Required<Omit<Row<'invoiceLines'>, 'id'>>) =>
  (db as Tx)
    .insertInto('invoiceLines')
    .values({
      invoiceId: v.invoiceId,
      position: v.position,
      kind: v.kind,
      description: v.description,
      quantity: v.quantity,
      unitPriceMinor: v.unitPriceMinor,
      discountMinor: v.discountMinor,
      discountReason: v.discountReason,
      amountMinor: v.amountMinor,
      clientPackageId: v.clientPackageId,
      adjustmentReason: v.adjustmentReason,
    })
    .returning('id'),
)
const insertLineTax = hot((db, v: Row<'invoiceLineTaxes'>) =>
  (db as Tx)
    .insertInto('invoiceLineTaxes')
    .values({ invoiceLineId: v.invoiceLineId, taxId: v.taxId, name: v.name, rate: v.rate, taxMinor: v.taxMinor })
    .returning('taxId'),
)

/** Gives the ids, in the order of the lines. */
export async function insertLines(tx: Tx, invoiceId: number, lines: readonly NewLine[], firstPosition = 1): Promise<number[]> {
  const ids: number[] = []
  for (const [i, { taxes, ...line }] of lines.entries()) {
    const row = {
      ...line,
      invoiceId,
      position: firstPosition + i,
      discountMinor: line.discountMinor ?? (0 as Minor),
      discountReason: line.discountReason ?? '',
      clientPackageId: line.clientPackageId ?? null,
      adjustmentReason: line.adjustmentReason ?? null,
    }
    const [made] = await insertLineRow(tx, row)
    if (!made) throw new Error('No id came back')
    for (const t of taxes)
      await insertLineTax(tx, { invoiceLineId: made.id, taxId: t.id, name: t.name, rate: t.rate, taxMinor: t.taxMinor })
    recordChange(tx, { record: 'invoiceLines', id: made.id, after: { ...row, taxes } })
    ids.push(made.id)
  }
  return ids
}

/** A draft's lines anew; the database refuses it for any other invoice. */
export async function replaceDraftLines(tx: Tx, invoiceId: number, lines: readonly NewLine[]): Promise<void> {
  await tx.deleteFrom('invoiceLines').where('invoiceId', '=', invoiceId).execute()
  await insertLines(tx, invoiceId, lines)
}

/** Puts other words on a draft before it is published: which invoice covers it, who pays, who is treated. */
export async function updateDraft(
  tx: Tx,
  { id, ...draft }: Row<'invoices'>,
  change: Partial<Pick<Row<'invoices'>, 'clientId' | 'payerChosen' | 'treatedClientId' | 'relatedInvoiceId'>>,
): Promise<void> {
  await tx.updateTable('invoices').set(change).where('id', '=', id).where('status', '=', 'draft').execute()
  const before = Object.fromEntries(Object.keys(change).map((field) => [field, draft[field as keyof typeof draft]]))
  recordChange(tx, { record: 'invoices', id, before, after: change })
}

const publishRow = hot((db, v: { id: number; publishedOn: LocalDate; dueOn: LocalDate }) =>
  (db as Tx)
    .updateTable('invoices')
    .set({
      status: sql.lit('published'),
      number: sql<number>`coalesce((SELECT max(number) + 1 FROM invoices), (SELECT firstInvoiceNumber FROM practice))`,
      publishedOn: v.publishedOn,
      dueOn: v.dueOn,
    })
    .where('id', '=', v.id)
    .returning('number'),
)

/** Gives the next number, without gaps, and freezes the lines. */
export async function publishInvoice(tx: Tx, id: number, publishedOn: LocalDate, dueOn: LocalDate): Promise<number> {
  const [row] = await publishRow(tx, { id, publishedOn, dueOn })
  if (!row?.number) throw new Error(`Invoice ${id} was not published`)
  recordChange(tx, {
    record: 'invoices',
    id,
    before: { status: 'draft' },
    after: { status: 'published', number: row.number, publishedOn, dueOn },
  })
  return row.number
}

/** A draft that is not wanted any more keeps its row and never gets a number; a published one keeps its number as void. */
export async function dropInvoice(tx: Tx, id: number, from: 'draft' | 'published'): Promise<void> {
  const status = from === 'draft' ? 'discarded' : 'void'
  await tx.updateTable('invoices').set({ status }).where('id', '=', id).execute()
  recordChange(tx, { record: 'invoices', id, before: { status: from }, after: { status } })
}

const invoiceById = hot((db, v: { id: number }) => db.selectFrom('invoices').selectAll().where('id', '=', v.id))
export const findInvoice = async (db: Db, id: number): Promise<Row<'invoices'> | undefined> => (await invoiceById(db, { id }))[0]

/** The one that took its place, when it was billed to somebody else. */
export const findInvoiceInstead = (db: Db, id: number): Promise<Row<'invoices'> | undefined> =>
  db.selectFrom('invoices').selectAll().where('replacesInvoiceId', '=', id).executeTakeFirst()

/** The void ones whose place an invoice took, newest first. */
export async function listReplaced(db: Db, id: number): Promise<Row<'invoices'>[]> {
  const before = db.selectFrom('invoices').select('replacesInvoiceId').where('id', '=', id)
  const row = await db.selectFrom('invoices').selectAll().where('id', '=', before).executeTakeFirst()
  return row ? [row, ...(await listReplaced(db, row.id))] : []
}

const liveInvoiceOf = hot((db, v: { appointmentId: number }) =>
  db
    .selectFrom('invoices')
    .selectAll()
    .where('appointmentId', '=', v.appointmentId)
    .where('status', 'in', ['draft', 'published'])
    .orderBy('id', 'desc')
    .limit(sql.lit(1)),
)
/** The newest invoice of an appointment that is a draft or published. */
export const findInvoiceOfAppointment = async (db: Db, appointmentId: number): Promise<Row<'invoices'> | undefined> =>
  (await liveInvoiceOf(db, { appointmentId }))[0]

const lastInvoiceOf = hot((db, v: { appointmentId: number }) =>
  db.selectFrom('invoices').selectAll().where('appointmentId', '=', v.appointmentId).orderBy('id', 'desc').limit(sql.lit(1)),
)
/** The newest invoice of an appointment, whatever became of it. */
export const findLastInvoiceOfAppointment = async (db: Db, appointmentId: number): Promise<Row<'invoices'> | undefined> =>
  (await lastInvoiceOf(db, { appointmentId }))[0]

/** Who owns the client package that an invoice names, if it names one. */
export const findOwnerOnInvoice = async (db: Db, invoiceId: number): Promise<number | null> =>
  (
    await db
      .selectFrom('invoiceLines as l')
      .innerJoin('clientPackages as p', 'p.id', 'l.clientPackageId')
      .select('p.clientId')
      .where('l.invoiceId', '=', invoiceId)
      .orderBy('l.position')
      .limit(1)
      .executeTakeFirst()
  )?.clientId ?? null

export const listLines = (db: Db, invoiceIds: number[]) =>
  db.selectFrom('invoiceLines').selectAll().where('invoiceId', 'in', invoiceIds).orderBy('invoiceId').orderBy('position').execute()

export const listLineTaxes = (db: Db, invoiceIds: number[]) =>
  db
    .selectFrom('invoiceLineTaxes as t')
    .innerJoin('invoiceLines as l', 'l.id', 't.invoiceLineId')
    .select(['t.invoiceLineId', 't.taxId', 't.name', 't.rate', 't.taxMinor'])
    .where('l.invoiceId', 'in', invoiceIds)
    .orderBy('t.taxId')
    .execute()

const saleOf = hot((db, v: { clientPackageId: number }) =>
  db
    .selectFrom('invoiceLines as l')
    .innerJoin('invoices as i', 'i.id', 'l.invoiceId')
    .select(['i.id', 'i.number', 'i.status', 'i.pricesIncludeTax'])
    .where('l.clientPackageId', '=', v.clientPackageId)
    .where('l.kind', '=', sql.lit('package'))
    .orderBy('i.id', 'desc')
    .limit(sql.lit(1)),
)
/** The invoice a client package was sold on, if any; billed to somebody else since, the newest. */
export const findSaleInvoice = async (db: Db, clientPackageId: number) => (await saleOf(db, { clientPackageId }))[0]

const invoiceSums = hot((db, v: { id: number }) =>
  db.selectNoFrom((e) => [
    e
      .selectFrom('invoiceLines')
      .select((f) => f.fn.sum<number>('amountMinor').as('s'))
      .where('invoiceId', '=', v.id)
      .as('amounts'),
    e
      .selectFrom('invoiceLineTaxes as t')
      .innerJoin('invoiceLines as l', 'l.id', 't.invoiceLineId')
      .select((f) => f.fn.sum<number>('t.taxMinor').as('s'))
      .where('l.invoiceId', '=', v.id)
      .as('taxes'),
    e
      .selectFrom('paymentAllocations as a')
      .innerJoin('payments as p', 'p.id', 'a.paymentId')
      .select((f) => f.fn.sum<number>('a.amountMinor').as('s'))
      .where('a.invoiceId', '=', v.id)
      .where('p.state', '=', sql.lit('cleared'))
      .as('paid'),
    e
      .selectFrom('losses')
      .select((f) => f.fn.sum<number>('amountMinor').as('s'))
      .where('invoiceId', '=', v.id)
      .as('loss'),
  ]),
)

/** Sums of one invoice: line amounts (in price terms), taxes, what cleared payments put on it, and what is marked as a loss. */
export async function sumInvoice(db: Db, id: number): Promise<{ amounts: number; taxes: number; paid: number; loss: number }> {
  const [row] = await invoiceSums(db, { id })
  return { amounts: row?.amounts ?? 0, taxes: row?.taxes ?? 0, paid: row?.paid ?? 0, loss: row?.loss ?? 0 }
}

/** Sums of many invoices at once, for lists. */
export const listInvoiceSums = (db: Db, invoiceIds: number[]) =>
  db
    .selectFrom('invoices as i')
    .select([
      'i.id',
      'i.number',
      'i.status',
      'i.clientId',
      'i.pricesIncludeTax',
      'i.dueOn',
      'i.currency',
      'i.relatedInvoiceId',
      'i.appointmentId',
    ])
    .select([
      sql<number>`(SELECT coalesce(sum(l.amountMinor), 0) FROM invoiceLines l WHERE l.invoiceId = i.id)`.as('amounts'),
      sql<number>`(SELECT coalesce(sum(t.taxMinor), 0) FROM invoiceLines l JOIN invoiceLineTaxes t ON t.invoiceLineId = l.id WHERE l.invoiceId = i.id)`.as(
        'taxes',
      ),
      sql<number>`(SELECT coalesce(sum(a.amountMinor), 0) FROM paymentAllocations a JOIN payments p ON p.id = a.paymentId
        WHERE a.invoiceId = i.id AND p.state = 'cleared')`.as('paid'),
      sql<number>`(SELECT coalesce(sum(x.amountMinor), 0) FROM losses x WHERE x.invoiceId = i.id)`.as('loss'),
    ])
    .where('i.id', 'in', invoiceIds)
    .execute()

/** The newest sale's invoice of each client package, if it has one. */
export const listSales = (db: Db, clientPackageIds: number[]) =>
  db
    .selectFrom('invoiceLines as l')
    .innerJoin('invoices as i', 'i.id', 'l.invoiceId')
    .select((e) => ['l.clientPackageId', e.fn.max('i.id').as('invoiceId')])
    .where('l.clientPackageId', 'in', clientPackageIds)
    .where('l.kind', '=', 'package')
    .groupBy('l.clientPackageId')
    .execute()
