// The check of the whole file: nothing to find in an honest practice, and each kind of tampering found and named.

import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { verify } from '../../db/verify.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, cash, makeClientPackage, makeProduct, makeTax } from '../support/make.ts'

let app: TestApp

/** A practice with something of everything: sold, booked, completed, forfeited, returned, paid, given back. */
beforeEach(async () => {
  app = await makeApp()
  const { call } = app
  const tax = await makeTax(app)
  for (const name of ['Body', 'Mind']) await call.catalog.saveCategory({ key: newKey(), id: null, name })
  const product = await makeProduct(app)
  const { clientId, itemId, serviceId, invoiceId } = await makeClientPackage(app, {
    sessions: 7,
    taxIds: [tax.id],
    payments: [card(50_000)],
  })
  const { id: paymentId } = (await call.invoices.get({ id: invoiceId })).payments[0]!
  await call.payments.take({
    key: newKey(),
    invoiceId,
    payments: [{ ...cash(34_000), tenderedMinor: minor(40_000) }],
    keepRestOnAccount: false,
  })
  await call.payments.reverse({ key: newKey(), paymentId, reason: 'Card was charged twice' })
  const on = async (startsAt: string) => (await book(app, { clientId, serviceId, startsAt, clientPackageItemId: itemId })).id
  await call.appointments.complete({ key: newKey(), id: await on('2026-11-24T09:00') })
  await call.appointments.end({ key: newKey(), id: await on('2026-11-24T10:00'), as: 'noShow', session: 'forfeit', reason: 'Did not come' })
  await call.appointments.end({ key: newKey(), id: await on('2026-11-24T11:00'), as: 'cancelled', session: 'return', reason: '' })
  await on('2026-11-26T09:00')
  const unlimited = await makeClientPackage(app, { sessions: null })
  const visit = { clientId: unlimited.clientId, serviceId: unlimited.serviceId, clientPackageItemId: unlimited.itemId }
  await book(app, { ...visit, startsAt: '2026-11-27T09:00' })
  const returned = await book(app, { ...visit, startsAt: '2026-11-27T10:00' })
  await call.appointments.end({ key: newKey(), id: returned.id, as: 'cancelledByPractice', session: 'return', reason: 'Ill' })
  await makeClientPackage(app, {
    items: [{ productId: product.id, services: [], quantity: 3, itemPriceMinor: minor(2_000) }, ...itemsOf(serviceId)],
  })
  const each = await makeClientPackage(app, { paymentStyle: 'eachAppointment', feeMinor: minor(7_000), sessions: 4 })
  const move = { toClientId: each.clientId, end: null, reason: 'A present' }
  await call.clientPackages.transfer({ key: newKey(), clientPackageItemId: itemId, count: 2, ...move })
  const back = await call.clientPackages.transfer({ key: newKey(), clientPackageItemId: itemId, count: 1, ...move })
  await call.clientPackages.undoTransfer({ key: newKey(), transferId: back.transferId })
})

const itemsOf = (serviceId: number) => [
  { productId: null, services: [{ serviceId, feeMinor: null }], quantity: 3, itemPriceMinor: minor(9_999) },
]

/** Does what the triggers forbid, as somebody with another program and the key could. */
function tamper(statement: string): void {
  const triggers = app.file.prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`).all() as { name: string; sql: string }[]
  for (const { name } of triggers) app.file.exec(`DROP TRIGGER ${name}`)
  app.file.pragma('ignore_check_constraints = ON')
  app.file.pragma('foreign_keys = OFF')
  app.file.exec(statement)
}

const problems = async () => (await verify(app.db)).problems

it('finds nothing wrong in a practice that was only ever changed through its procedures', async () => {
  const { problems: found, counts } = await verify(app.db)
  expect(found).toEqual([])
  expect(counts.sessions).toBeGreaterThan(15)
  expect(counts.invoices).toBeGreaterThan(8)
  expect(counts.payments).toBe(3)
  expect(counts.auditLines).toBeGreaterThan(30)
  expect(await app.call.backups.verify()).toEqual({ problems: [], counts: { ...counts } })
})

describe('finds what was changed behind the app’s back:', () => {
  const cases: [title: string, statement: string, says: RegExp][] = [
    [
      'a used session made free',
      `UPDATE sessions SET state = 'available', appointmentId = NULL WHERE state = 'used'`,
      /entries end in used, but it is marked available/,
    ],
    [
      'an entry taken out',
      `DELETE FROM sessionEntries WHERE id = (SELECT max(id) FROM sessionEntries WHERE move = 'book')`,
      /starts from booked, but the session was not there yet/,
    ],
    [
      'an entry that starts elsewhere',
      `UPDATE sessionEntries SET fromState = 'forfeited' WHERE move = 'use'`,
      /starts from forfeited, but the session was booked/,
    ],
    ['a move that does not exist', `UPDATE sessionEntries SET move = 'expire' WHERE move = 'use'`, /can’t lead from booked to used/],
    ['a value changed', `UPDATE sessions SET valueMinor = valueMinor + 1 WHERE id = 1`, /end in the value .* but it is marked/],
    [
      'a value changed with its entries',
      `UPDATE sessionEntries SET valueMinor = valueMinor + 1 WHERE sessionId = 1; UPDATE sessions SET valueMinor = valueMinor + 1 WHERE id = 1`,
      /are worth \d+, but \d+ was charged/,
    ],
    ['an entry dated back', `UPDATE sessionEntries SET effectiveOn = '2020-01-01' WHERE move = 'use'`, /counts from 2020-01-01, before/],
    ['a session without entries', `DELETE FROM sessionEntries WHERE sessionId = 2`, /has no entry/],
    [
      'an appointment reopened',
      `UPDATE appointments SET status = 'booked' WHERE status = 'completed'`,
      /is used, but its appointment \d+ is booked/,
    ],
    [
      'an appointment with two sessions',
      `DROP INDEX sessions_appointmentId; UPDATE sessions SET appointmentId = (SELECT max(appointmentId) FROM sessions) WHERE id = 1`,
      /holds 2 sessions/,
    ],
    [
      'a session marked as moved away',
      `UPDATE sessionEntries SET move = 'transfer', fromState = 'available', toState = 'transferred' WHERE id = (SELECT max(lastEntryId) FROM sessions WHERE state = 'available');
       UPDATE sessions SET state = 'transferred' WHERE lastEntryId = (SELECT max(lastEntryId) FROM sessions WHERE state = 'available')`,
      /is marked as moved away, but 0 transfers moved it/,
    ],
    [
      'a transfer taken back by hand',
      `UPDATE transfers SET undoneAt = NULL WHERE undoneAt IS NOT NULL`,
      /Transfer 2 moved session \d+, which is available/,
    ],
    ['a transfer undone by hand', `UPDATE transfers SET undoneAt = at WHERE id = 1`, /which came by it, is still there/],
    ['a transfer over more', `UPDATE transfers SET valueMinor = valueMinor + 1 WHERE id = 1`, /is over \d+, but what it moved is worth/],
    ['a transfer to oneself', `UPDATE clientPackages SET clientId = 1`, /is a transfer, but between packages of one client/],
    [
      'more brought in than came',
      `UPDATE clientPackages SET broughtInMinor = broughtInMinor + 1 WHERE broughtInMinor > 0`,
      /is noted as brought in, but \d+ came/,
    ],
    ['a pot made smaller', `UPDATE potEntries SET amountMinor = 1`, /drawn from its pot|are worth/],
    [
      'a charge lowered',
      `UPDATE clientPackages SET chargeMinor = chargeMinor - 100 WHERE id = 1`,
      /was charged \d+, but stands on its invoice with/,
    ],
    [
      'a line’s amount',
      `UPDATE invoiceLines SET amountMinor = amountMinor - 100 WHERE id = 1`,
      /quantity × price − discount is not its amount/,
    ],
    ['a tax', `UPDATE invoiceLineTaxes SET taxMinor = taxMinor - 1`, /its taxes are \d+, but should be/],
    ['an invoice taken out', `DELETE FROM invoices WHERE number = 1002`, /numbers jump from 1001 to 1003/],
    ['the first invoice renumbered', `UPDATE invoices SET number = 900 WHERE number = 1001`, /first invoice has the number 900/],
    [
      'an allocation raised',
      `UPDATE paymentAllocations SET amountMinor = amountMinor * 3`,
      /brought \d+, but stands on invoices with|was paid on it/,
    ],
    [
      'a payment in another currency',
      `UPDATE payments SET currency = 'USD' WHERE id = 1`,
      /Payment 1 and invoice \d+ are in different currencies/,
    ],
    [
      'a client package in another currency',
      `UPDATE clientPackages SET currency = 'USD' WHERE id = 1`,
      /Client package 1 and its invoice \d+ are in different currencies/,
    ],
    [
      'a payment lowered',
      `UPDATE payments SET amountMinor = 100 WHERE amountMinor = 34000`,
      /account of client \d+ is below zero|brought 100, but stands/,
    ],
    [
      'a reversal of another amount',
      `UPDATE payments SET amountMinor = -49999 WHERE amountMinor < 0`,
      /gives payment \d+ back, but not the same money/,
    ],
    [
      'a payment of somebody else',
      `UPDATE payments SET clientId = (SELECT max(id) FROM clients WHERE id <> payments.clientId)`,
      /Payment \d+ stands on invoice \d+, which somebody else pays/,
    ],
    [
      'an invoice that takes the place of one that still asks',
      `UPDATE invoices SET replacesInvoiceId = 1 WHERE id = 2`,
      /Invoice 2 says that it replaces invoice 1, which it can't/,
    ],
    [
      'a category deleted with what it holds',
      `UPDATE services SET categoryId = 1; UPDATE categories SET deletedAt = '2026-11-24T09:00:00.000Z' WHERE id = 1`,
      /Service 1 is in the category “Body”, which was deleted/,
    ],
    [
      'categories merged in a circle',
      `UPDATE categories SET mergedIntoId = 3 - id, deletedAt = '2026-11-24T09:00:00.000Z'`,
      /Category 1 “Body” was merged, in the end, into itself/,
    ],
    ['a client who is gone', `DELETE FROM clients WHERE id = 1`, /refers to a row of clients that is not there/],
    ['an audit line’s payload', `UPDATE audit SET payload = replace(payload, 'Package', 'Bargain')`, /what it says was changed/],
    ['who did it', `UPDATE audit SET staffId = 2 WHERE id = 5`, /line 5 .* does not follow/],
    ['when it was done', `UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE id = 5`, /line 5 .* does not follow/],
    ['an audit line taken out', `DELETE FROM audit WHERE id = 5`, /1 lines before it are missing/],
    [
      'an audit line listed elsewhere',
      `UPDATE auditRecords SET recordId = 999 WHERE auditId = 8`,
      /line 8 .* is listed with other records/,
    ],
  ]
  it.each(cases)('%s', async (_title, statement, says) => {
    tamper(statement)
    expect((await problems()).join('\n')).toMatch(says)
  })
})

it('keeps the chain whole when a payload is erased by law', async () => {
  await sql`UPDATE audit SET payload = NULL WHERE id = 7`.execute(app.db)
  expect(await problems()).toEqual([])
  await expect(sql`UPDATE audit SET payload = '[]' WHERE id = 7`.execute(app.db)).rejects.toThrow('audit_appendOnly')
})
