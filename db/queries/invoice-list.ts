// SQL for the list of invoices: a page of it, with totals, state and what is due worked out by the database.

import { sql } from 'kysely'
import type { LocalDate } from '../../shared/dates.ts'
import type { InvoiceState } from '../../shared/domain/words.ts'
import type { Minor } from '../../shared/money.ts'
import type { Db } from '../handles.ts'
import { idsFoundBy } from './clients.ts'

export interface InvoiceFilter {
  search: string
  clientId: number | null
  /** With what others pay for that client. */
  forThem: boolean
  states: readonly InvoiceState[]
  page: number
  pageSize: number
  today: LocalDate
}

const TOTAL = sql<number>`(SELECT coalesce(sum(l.amountMinor), 0) FROM invoiceLines l WHERE l.invoiceId = i.id) + iif(i.pricesIncludeTax, 0,
  (SELECT coalesce(sum(t.taxMinor), 0) FROM invoiceLines l JOIN invoiceLineTaxes t ON t.invoiceLineId = l.id WHERE l.invoiceId = i.id))`
const PAID = sql<number>`(SELECT coalesce(sum(a.amountMinor), 0) FROM paymentAllocations a JOIN payments p ON p.id = a.paymentId WHERE a.invoiceId = i.id AND p.state = 'cleared')`
const LOSS = sql<number>`(SELECT coalesce(sum(x.amountMinor), 0) FROM losses x WHERE x.invoiceId = i.id)`

/** When the first instalment falls due that payments, filling the oldest first, have not reached; null without a plan. */
const PLAN_DUE = sql`(SELECT n.dueOn FROM instalments n WHERE n.invoiceId = i.id AND n.closedAt IS NULL
  AND (SELECT sum(m.amountMinor) FROM instalments m WHERE m.invoiceId = i.id AND m.closedAt IS NULL AND m.position <= n.position) > ${PAID}
  ORDER BY n.position LIMIT 1)`

/** A page of invoices, newest first, with how many there are and what is due on all of them in each currency. Drafts are left out unless asked for: every booking has one. */
export async function listInvoices(db: Db, f: InvoiceFilter) {
  const all = db
    .selectFrom('invoices as i')
    .innerJoin('clients as c', 'c.id', 'i.clientId')
    .innerJoin('clients as t', 't.id', 'i.treatedClientId')
    .select([
      'i.id',
      'i.number',
      'i.kind',
      'i.status',
      'i.publishedOn',
      'i.clientId',
      'i.treatedClientId',
      'i.currency',
      'c.givenName',
      'c.familyName',
      't.givenName as treatedGivenName',
      't.familyName as treatedFamilyName',
      TOTAL.as('total'),
      PAID.as('paid'),
      LOSS.as('loss'),
      sql<LocalDate | null>`coalesce(${PLAN_DUE}, i.dueOn)`.as('dueOn'),
    ])
    .select((e) =>
      e
        .selectFrom('invoiceLines as l')
        .select('l.description')
        .whereRef('l.invoiceId', '=', 'i.id')
        .orderBy('l.position')
        .limit(sql.lit(1))
        .as('words'),
    )
    .$if(f.clientId !== null, (q) =>
      q.where((e) => e.or([e('i.clientId', '=', f.clientId ?? 0), ...(f.forThem ? [e('i.treatedClientId', '=', f.clientId ?? 0)] : [])])),
    )
    .$if(f.search.trim() !== '', (q) => q.where(matches(f.search.trim())))
  const state = sql<InvoiceState>`CASE WHEN status <> 'published' THEN status WHEN paid >= total THEN 'paid' WHEN loss > 0 AND paid + loss >= total THEN 'loss' WHEN dueOn < ${f.today} THEN 'overdue' WHEN paid > 0 THEN 'partPaid' ELSE 'open' END`
  const states = f.states.length > 0 ? f.states : LISTED
  const chosen = db.selectFrom(all.as('x')).where(state, 'in', [...states])
  const rows = await chosen
    .selectAll()
    .orderBy(sql`number IS NOT NULL`)
    .orderBy('number', 'desc')
    .orderBy('id', 'desc')
    .limit(f.pageSize)
    .offset((f.page - 1) * f.pageSize)
    .execute()
  const sums = await chosen
    .select((e) => [
      'currency',
      e.fn.countAll<number>().as('total'),
      sql<Minor>`sum(iif(status = 'published', total - paid - loss, 0))`.as('due'),
    ])
    .groupBy('currency')
    .orderBy('currency')
    .execute()
  const due = sums.filter((s) => s.due !== 0).map((s) => ({ currency: s.currency, amountMinor: s.due }))
  return { rows, total: sums.reduce((n, s) => n + s.total, 0), due }
}

const LISTED: readonly InvoiceState[] = ['open', 'partPaid', 'paid', 'overdue', 'loss', 'void']

/** The number as typed, or the beginnings of words in the name of who pays or is treated. */
const matches = (text: string) =>
  sql<boolean>`(CAST(i.number AS TEXT) = ${text.replace(/^#/, '')} OR i.clientId IN ${idsFoundBy(text)} OR i.treatedClientId IN ${idsFoundBy(text)})`
