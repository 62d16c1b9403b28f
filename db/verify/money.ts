// Adds invoices and payments up again: lines, taxes, gapless numbers; no payment stands on invoices with more than it
// brought or on somebody else's, no invoice is paid with more than it asks, no account is below zero.

import { sql } from 'kysely'
import { taxesOn } from '../../shared/domain/tax.ts'
import { minor, sum } from '../../shared/money.ts'
import type { Db } from '../handles.ts'

const PIECE = 10_000 // invoices

export async function verifyMoney(db: Db): Promise<string[]> {
  return [
    ...(await verifyNumbers(db)),
    ...(await verifyLines(db)),
    ...(await verifyTaxes(db)),
    ...(await verifySales(db)),
    ...(await verifyPlans(db)),
    ...(await verifyAllocations(db)),
    ...(await verifyReversals(db)),
    ...(await verifyPayers(db)),
  ]
}

async function verifyNumbers(db: Db): Promise<string[]> {
  const { rows } = await sql<{ before: number | null; number: number }>`
    SELECT before, number FROM (SELECT number, lag(number) OVER (ORDER BY number) AS before FROM invoices WHERE number IS NOT NULL)
    WHERE before IS NULL AND number <> (SELECT firstInvoiceNumber FROM practice) OR number - before <> 1`.execute(db)
  return rows.map((r) =>
    r.before === null
      ? `The first invoice has the number ${r.number}, not the one that was set`
      : `Invoice numbers jump from ${r.before} to ${r.number}`,
  )
}

async function verifyLines(db: Db): Promise<string[]> {
  const wrong = await sql<{ id: number; invoiceId: number }>`
    SELECT id, invoiceId FROM invoiceLines WHERE amountMinor <> quantity * unitPriceMinor - discountMinor`.execute(db)
  const empty = await sql<{ id: number; number: number }>`
    SELECT id, number FROM invoices i WHERE number IS NOT NULL AND NOT EXISTS (SELECT 1 FROM invoiceLines l WHERE l.invoiceId = i.id)`.execute(
    db,
  )
  return [
    ...wrong.rows.map((r) => `Line ${r.id} of invoice ${r.invoiceId}: quantity × price − discount is not its amount`),
    ...empty.rows.map((r) => `Invoice ${r.number} has no line`),
  ]
}

/**
 * The taxes of each line are those of its amount. The value that an upgrade takes off is part of the package's line, so the two
 * count as one. An adjustment's is part of another line's, too, and is left to the totals.
 */
async function verifyTaxes(db: Db): Promise<string[]> {
  const { last } = await db
    .selectFrom('invoices')
    .select((e) => e.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const problems: string[] = []
  for (let from = 1; from <= Number(last ?? 0); from += PIECE) {
    const rows = await db
      .selectFrom('invoiceLineTaxes as t')
      .innerJoin('invoiceLines as l', 'l.id', 't.invoiceLineId')
      .innerJoin('invoices as i', 'i.id', 'l.invoiceId')
      .select([
        'l.id',
        'l.invoiceId',
        'l.kind',
        'l.amountMinor',
        'l.clientPackageId',
        'i.pricesIncludeTax',
        't.taxId',
        't.rate',
        't.taxMinor',
      ])
      .where('i.id', '>=', from)
      .where('i.id', '<', from + PIECE)
      .where('l.kind', '!=', 'adjustment')
      .orderBy('l.id')
      .orderBy('t.taxId')
      .execute()
    const lowered = new Set(rows.filter((r) => r.kind === 'moved').map((r) => `${r.invoiceId} ${r.clientPackageId}`))
    const isLowered = (r: (typeof rows)[number]) => lowered.has(`${r.invoiceId} ${r.clientPackageId}`)
    const together = Map.groupBy(rows, (r) => (isLowered(r) ? `${r.invoiceId} ${r.clientPackageId}` : `line ${r.id}`))
    for (const lines of together.values()) {
      const { id, invoiceId, pricesIncludeTax } = lines[0]!
      const amounts = [...new Map(lines.map((l) => [l.id, l.amountMinor])).values()]
      const taxes = [...Map.groupBy(lines, (l) => l.taxId).values()].map((of) => ({
        rate: of[0]!.rate,
        taxMinor: sum(of.map((t) => minor(t.taxMinor))),
      }))
      const right = taxesOn(sum(amounts.map(minor)), taxes, pricesIncludeTax === 1).map((t) => t.taxMinor)
      if (taxes.some((t, i) => t.taxMinor !== right[i]))
        problems.push(
          `Line ${id} of invoice ${invoiceId}: its taxes are ${taxes.map((t) => t.taxMinor).join(', ')}, but should be ${right.join(', ')}`,
        )
    }
  }
  return problems
}

/** What a package was sold for on its newest invoice is what the client package was charged. */
async function verifySales(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: number; name: string; chargeMinor: number; sold: number }>`
    SELECT p.id, p.name, p.chargeMinor, sum(l.amountMinor) AS sold FROM clientPackages p
    JOIN invoiceLines l ON l.clientPackageId = p.id AND l.kind IN ('package', 'moved')
      AND l.invoiceId = (SELECT max(s.invoiceId) FROM invoiceLines s WHERE s.clientPackageId = p.id AND s.kind = 'package')
    WHERE p.paymentStyle <> 'eachAppointment' GROUP BY p.id HAVING sold <> p.chargeMinor`.execute(db)
  const orphans = await sql<{ id: number; clientPackageId: number }>`
    SELECT id, clientPackageId FROM invoiceLines l
    WHERE clientPackageId IS NOT NULL AND NOT EXISTS (SELECT 1 FROM clientPackages p WHERE p.id = l.clientPackageId)`.execute(db)
  return [
    ...rows.map((r) => `“${r.name}” (client package ${r.id}) was charged ${r.chargeMinor}, but stands on its invoice with ${r.sold}`),
    ...orphans.rows.map((r) => `Invoice line ${r.id} names client package ${r.clientPackageId}, which is not there`),
  ]
}

/** An open plan adds up to what its invoice asks, and its parts fall due one after the other. */
async function verifyPlans(db: Db): Promise<string[]> {
  const { rows } = await sql<{ number: number | null; invoiceId: number; planned: number; total: number; backwards: number }>`
    SELECT * FROM (
      SELECT i.id AS invoiceId, i.number, sum(n.amountMinor) AS planned,
        (SELECT coalesce(sum(l.amountMinor), 0) FROM invoiceLines l WHERE l.invoiceId = i.id) + iif(i.pricesIncludeTax, 0,
          coalesce((SELECT sum(t.taxMinor) FROM invoiceLines l JOIN invoiceLineTaxes t ON t.invoiceLineId = l.id WHERE l.invoiceId = i.id), 0)) AS total,
        (SELECT count(*) FROM instalments a JOIN instalments b ON b.invoiceId = a.invoiceId AND b.position > a.position AND b.dueOn <= a.dueOn
          WHERE a.invoiceId = i.id AND a.closedAt IS NULL AND b.closedAt IS NULL) AS backwards
      FROM invoices i JOIN instalments n ON n.invoiceId = i.id AND n.closedAt IS NULL GROUP BY i.id)
    WHERE planned <> total OR backwards > 0`.execute(db)
  return rows.map((r) =>
    r.backwards > 0
      ? `The instalments of invoice ${r.number} do not fall due one after the other`
      : `The instalments of invoice ${r.number} add up to ${r.planned}, but it asks for ${r.total}`,
  )
}

async function verifyAllocations(db: Db): Promise<string[]> {
  const payments = await sql<{ id: number; amountMinor: number; stands: number }>`
    SELECT p.id, p.amountMinor, sum(a.amountMinor) AS stands FROM payments p JOIN paymentAllocations a ON a.paymentId = p.id
    GROUP BY p.id HAVING stands * sign(p.amountMinor) NOT BETWEEN 0 AND abs(p.amountMinor)`.execute(db)
  const invoices = await sql<{ id: number; number: number | null; status: string; total: number; paid: number }>`
    SELECT * FROM (
      SELECT i.id, i.number, i.status,
        coalesce((SELECT sum(amountMinor) FROM invoiceLines l WHERE l.invoiceId = i.id), 0) + iif(i.pricesIncludeTax, 0,
          coalesce((SELECT sum(t.taxMinor) FROM invoiceLines l JOIN invoiceLineTaxes t ON t.invoiceLineId = l.id WHERE l.invoiceId = i.id), 0)) AS total,
        (SELECT sum(a.amountMinor) FROM paymentAllocations a WHERE a.invoiceId = i.id) AS paid
      FROM invoices i)
    WHERE paid < 0 OR paid > iif(status = 'published', total, 0)`.execute(db)
  const accounts = await sql<{ clientId: number; currency: string; credit: number }>`
    SELECT clientId, currency, sum(amountMinor - coalesce((SELECT sum(amountMinor) FROM paymentAllocations a WHERE a.paymentId = p.id), 0)) AS credit
    FROM payments p WHERE state <> 'failed' GROUP BY clientId, currency HAVING credit < 0`.execute(db)
  const currencies = await sql<{ paymentId: number; invoiceId: number }>`
    SELECT a.paymentId, a.invoiceId FROM paymentAllocations a JOIN payments p ON p.id = a.paymentId JOIN invoices i ON i.id = a.invoiceId
    WHERE p.currency <> i.currency`.execute(db)
  const sales = await sql<{ clientPackageId: number; invoiceId: number }>`
    SELECT l.clientPackageId, l.invoiceId FROM invoiceLines l JOIN clientPackages p ON p.id = l.clientPackageId JOIN invoices i ON i.id = l.invoiceId
    WHERE l.kind = 'package' AND p.currency <> i.currency`.execute(db)
  return [
    ...payments.rows.map((r) => `Payment ${r.id} brought ${r.amountMinor}, but stands on invoices with ${r.stands}`),
    ...invoices.rows.map(
      (r) => `Invoice ${r.number ?? `without number (${r.id})`} is ${r.status} over ${r.total}, but ${r.paid} was paid on it`,
    ),
    ...accounts.rows.map((r) => `The account of client ${r.clientId} is below zero (${r.credit} ${r.currency})`),
    ...currencies.rows.map((r) => `Payment ${r.paymentId} and invoice ${r.invoiceId} are in different currencies`),
    ...sales.rows.map((r) => `Client package ${r.clientPackageId} and its invoice ${r.invoiceId} are in different currencies`),
  ]
}

/** Money stands on invoices of whoever paid it; one that was replaced is void, and says the same as the one in its place. */
async function verifyPayers(db: Db): Promise<string[]> {
  const strangers = await sql<{ paymentId: number; invoiceId: number }>`
    SELECT DISTINCT a.paymentId, a.invoiceId FROM paymentAllocations a JOIN payments p ON p.id = a.paymentId JOIN invoices i ON i.id = a.invoiceId
    WHERE p.clientId <> i.clientId`.execute(db)
  const replaced = await sql<{ id: number; replacesInvoiceId: number }>`
    SELECT n.id, n.replacesInvoiceId FROM invoices n JOIN invoices o ON o.id = n.replacesInvoiceId
    WHERE o.status <> 'void' OR o.id >= n.id OR o.kind <> n.kind OR o.treatedClientId <> n.treatedClientId
      OR o.appointmentId IS NOT n.appointmentId OR o.currency <> n.currency
      OR (SELECT sum(l.amountMinor) FROM invoiceLines l WHERE l.invoiceId = o.id AND l.kind <> 'adjustment')
        <> (SELECT sum(l.amountMinor) FROM invoiceLines l WHERE l.invoiceId = n.id AND l.kind <> 'adjustment')`.execute(db)
  return [
    ...strangers.rows.map((r) => `Payment ${r.paymentId} stands on invoice ${r.invoiceId}, which somebody else pays`),
    ...replaced.rows.map((r) => `Invoice ${r.id} says that it replaces invoice ${r.replacesInvoiceId}, which it can't`),
  ]
}

async function verifyReversals(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: number; reversesPaymentId: number }>`
    SELECT r.id, r.reversesPaymentId FROM payments r JOIN payments p ON p.id = r.reversesPaymentId
    WHERE r.amountMinor <> -p.amountMinor OR r.clientId <> p.clientId OR r.currency <> p.currency OR r.method <> p.method`.execute(db)
  return rows.map((r) => `Payment ${r.id} gives payment ${r.reversesPaymentId} back, but not the same money`)
}
