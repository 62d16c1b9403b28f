// The database itself is the last line of defence: what no procedure does, and nobody with a bug in a service can do.
// Each guard is shown to be the one that refuses: without it, the same statement is not refused that way.

import { beforeAll, beforeEach, expect, it } from 'vitest'
import { type File, openInMemory } from '../../db/connect.ts'
import { makeApp, newKey } from '../support/app.ts'
import { book, card, makeClientPackage, makeTax } from '../support/make.ts'

let image: Buffer
let file: File

/**
 * Sessions 1–4 of item 1: 1 used by appointment 1 (completed, invoice 1002), 2 forfeited by 2, 3 booked by 3, 4 free.
 * Item 2 is unlimited and its session 5 is booked by 4. Payment 1 of 500.00 stands on invoice 1 (1001).
 */
beforeAll(async () => {
  const app = await makeApp()
  const tax = await makeTax(app)
  const { clientId, itemId, serviceId } = await makeClientPackage(app, { sessions: 4, taxIds: [tax.id], payments: [card(50_000)] })
  const on = (startsAt: string) => book(app, { clientId, serviceId, startsAt, clientPackageItemId: itemId })
  const [first, second] = [await on('2026-11-24T09:00'), await on('2026-11-24T10:00'), await on('2026-11-26T09:00')]
  await app.call.appointments.complete({ key: newKey(), id: first.id })
  await app.call.appointments.end({ key: newKey(), id: second.id, as: 'noShow', session: 'forfeit', reason: 'Did not come' })
  const unlimited = await makeClientPackage(app, { sessions: null })
  await book(app, {
    clientId: unlimited.clientId,
    serviceId: unlimited.serviceId,
    clientPackageItemId: unlimited.itemId,
    startsAt: '2026-11-27T09:00',
  })
  await book(app, { clientId, serviceId, startsAt: '2026-11-28T09:00', confirmed: { outsideHours: true, endMoves: false } }) // 5, at the regular fee: a draft
  image = app.file.serialize()
})
beforeEach(() => {
  file = openInMemory(image)
})

const entry = (
  values: Partial<Record<'sessionId' | 'move' | 'fromState' | 'toState' | 'appointmentId' | 'valueMinor' | 'effectiveOn', string>>,
): string => {
  const v = {
    sessionId: '4',
    move: `'book'`,
    fromState: `'available'`,
    toState: `'booked'`,
    appointmentId: '5',
    valueMinor: '20000',
    effectiveOn: `'2026-12-01'`,
    ...values,
  }
  return `INSERT INTO sessionEntries (sessionId, move, fromState, toState, appointmentId, valueMinor, effectiveOn, at)
    VALUES (${v.sessionId}, ${v.move}, ${v.fromState}, ${v.toState}, ${v.appointmentId}, ${v.valueMinor}, ${v.effectiveOn}, '2026-12-01T00:00:00.000Z')`
}
const slot = (id: string, starts: string, ends: string): string =>
  `INSERT INTO appointments (id, clientId, practitionerId, serviceId, startsAt, endsAt, busyUntil, slotFloor, status, regularPriceMinor, createdAt)
   SELECT ${id}, clientId, practitionerId, serviceId, '${starts}', '${ends}', '${ends}', '2026-11-23T09:30', 'booked', 0, createdAt FROM appointments WHERE id = 1`

const guards: [trigger: string, message: string, ...statements: string[]][] = [
  [
    'sessionEntryFollowsState',
    'sessionEntries_fromState',
    entry({ sessionId: '3' }),
    entry({ fromState: 'NULL' }),
    entry({ sessionId: '2', move: `'undoUse'`, fromState: `'used'`, appointmentId: '2' }),
  ],
  ['sessionEntryKeepsValue', 'sessionEntries_value', entry({ valueMinor: '19999' }), entry({ valueMinor: '0' })],
  ['sessionEntryKeepsHolder', 'sessionEntries_holder', entry({ sessionId: '3', move: `'use'`, fromState: `'booked'`, toState: `'used'` })],
  ['sessionEntryInOrder', 'sessionEntries_effectiveOn', entry({ effectiveOn: `'2026-11-23'` })],
  ['sessionEntriesNeverChange', 'sessionEntries_appendOnly', `UPDATE sessionEntries SET reason = 'other' WHERE id = 1`],
  ['sessionEntriesNeverGo', 'sessionEntries_appendOnly', `DELETE FROM sessionEntries WHERE id = (SELECT max(id) FROM sessionEntries)`],
  [
    'sessionOnlyByEntry',
    'sessions_onlyByEntry',
    `UPDATE sessions SET state = 'available', appointmentId = NULL WHERE id = 1`,
    `UPDATE sessions SET valueMinor = 0 WHERE id = 4`,
    `UPDATE sessions SET lastEntryId = 1 WHERE id = 4`,
    `UPDATE sessions SET number = 9 WHERE id = 4`,
    `UPDATE sessions SET clientPackageItemId = 2 WHERE id = 4`,
  ],
  [
    'sessionStartsEmpty',
    'sessions_onlyByEntry',
    `INSERT INTO sessions (clientPackageItemId, number, state, valueMinor) VALUES (1, 9, 'available', 100)`,
  ],
  [
    'sessionsNeverGo',
    'sessionEntries_appendOnly',
    `DELETE FROM sessions WHERE id = 4`,
    `INSERT OR REPLACE INTO sessions (id, clientPackageItemId, number) VALUES (4, 1, 4)`,
  ],
  ['potEntriesNeverChange', 'sessionEntries_appendOnly', `UPDATE potEntries SET amountMinor = 1`],
  ['potEntriesNeverGo', 'sessionEntries_appendOnly', `DELETE FROM potEntries`],
  [
    'clientPackagesKeepTheirTerms',
    'clientPackages_terms',
    `UPDATE clientPackages SET clientId = 2 WHERE id = 1`,
    `UPDATE clientPackages SET purchasedOn = '2020-01-01'`,
  ],
  ['clientPackagesNeverGo', 'clientPackages_neverGo', `DELETE FROM clientPackages WHERE id = 2`],
  [
    'appointmentsNoOverlapInsert',
    'appointments_noOverlap',
    slot('90', '2026-11-24T09:30', '2026-11-24T09:40'),
    slot('90', '2026-11-24T08:30', '2026-11-24T09:01'),
  ],
  [
    'appointmentsNoOverlapUpdate',
    'appointments_noOverlap',
    `UPDATE appointments SET startsAt = '2026-11-24T09:30', endsAt = '2026-11-24T10:15', busyUntil = '2026-11-24T10:15', slotFloor = '2026-11-23T09:30' WHERE id = 3`,
  ],
  ['appointmentsNeverGo', 'appointments_neverGo', `DELETE FROM appointments WHERE id = 5`],
  [
    'invoicesGapless',
    'invoices_gapless',
    `UPDATE invoices SET status = 'published', number = 1009, publishedOn = '2026-11-24', dueOn = '2026-11-24' WHERE appointmentId = 5`,
    `UPDATE invoices SET number = 1001 WHERE number = 1002`,
  ],
  [
    'invoicesStartUnnumbered',
    'invoices_startAsDraft',
    `INSERT INTO invoices (number, kind, status, clientId, treatedClientId, currency, pricesIncludeTax, publishedOn, dueOn, createdAt)
    VALUES (1005, 'sale', 'published', 1, 1, 'CAD', 0, '2026-11-24', '2026-11-24', '')`,
  ],
  [
    'invoicesStayPublished',
    'invoices_neverChange',
    `UPDATE invoices SET clientId = 2 WHERE number = 1001`,
    `UPDATE invoices SET publishedOn = '2020-01-01' WHERE number = 1001`,
    `UPDATE invoices SET status = 'published' WHERE status = 'void'; UPDATE invoices SET currency = 'USD' WHERE number = 1001`,
  ],
  ['invoicesNeverGo', 'invoices_neverGo', `DELETE FROM invoices WHERE appointmentId = 5`],
  [
    'invoiceLinesJoinDraft',
    'invoiceLines_published',
    `INSERT INTO invoiceLines (invoiceId, position, kind, description, quantity, unitPriceMinor, amountMinor) VALUES (1, 9, 'fee', 'Late', 1, 100, 100)`,
  ],
  ['invoiceLinesNeverChange', 'invoiceLines_published', `UPDATE invoiceLines SET description = 'Other' WHERE invoiceId = 1`],
  ['invoiceLinesLeaveDraft', 'invoiceLines_published', `DELETE FROM invoiceLines WHERE invoiceId = 1`],
  [
    'invoiceLineTaxesJoinOnce',
    'invoiceLines_published',
    `INSERT INTO invoiceLineTaxes (invoiceLineId, taxId, name, rate, taxMinor) SELECT id, 1, 'PST', 7000, 1 FROM invoiceLines WHERE invoiceId = 1`,
  ],
  ['invoiceLineTaxesNeverChange', 'invoiceLines_published', `UPDATE invoiceLineTaxes SET taxMinor = 0`],
  ['invoiceLineTaxesLeaveDraft', 'invoiceLines_published', `DELETE FROM invoiceLineTaxes`],
  [
    'paymentsNeverChange',
    'payments_appendOnly',
    `UPDATE payments SET amountMinor = 1 WHERE id = 1`,
    `UPDATE payments SET state = 'failed' WHERE id = 1`,
  ],
  ['paymentsNeverGo', 'payments_appendOnly', `DELETE FROM payments WHERE id = 1`],
  [
    'paymentAllocationsOfThePayer',
    'paymentAllocations_ofThePayer',
    `INSERT INTO paymentAllocations (paymentId, invoiceId, amountMinor, staffId, at, effectiveOn)
    SELECT 1, (SELECT max(id) FROM invoices WHERE clientId <> (SELECT clientId FROM payments WHERE id = 1)), 100, staffId, at, receivedOn FROM payments`,
  ],
  ['paymentAllocationsNeverChange', 'payments_appendOnly', `UPDATE paymentAllocations SET invoiceId = 2`],
  ['paymentAllocationsNeverGo', 'payments_appendOnly', `DELETE FROM paymentAllocations`],
  [
    'auditNeverChanges',
    'audit_appendOnly',
    `UPDATE audit SET staffId = NULL WHERE id = 3`,
    `UPDATE audit SET payload = '[]' WHERE id = 3`,
    `UPDATE audit SET hash = '' WHERE id = 3`,
  ],
  ['auditNeverGoes', 'audit_appendOnly', `DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)`],
  ['auditRecordsNeverChange', 'audit_appendOnly', `UPDATE auditRecords SET recordId = 99`],
  ['auditRecordsNeverGo', 'audit_appendOnly', `DELETE FROM auditRecords`],
  [
    'signInAttemptsNeverChange',
    'signInAttempts_appendOnly',
    `INSERT INTO signInAttempts (staffId, at, means, succeeded) VALUES (1, '', 'pin', 0); UPDATE signInAttempts SET succeeded = 1`,
  ],
  [
    'signInAttemptsNeverGo',
    'signInAttempts_appendOnly',
    `INSERT INTO signInAttempts (staffId, at, means, succeeded) VALUES (1, '', 'pin', 0); DELETE FROM signInAttempts`,
  ],
]

const HOLD = `INSERT INTO holds (id, clientPackageId, fromDay, throughDay, reason, staffId, at) VALUES (1, 1, '2026-12-01', '2026-12-14', 'Ill', 1, '')`
const TRANSFER = `INSERT INTO transfers (id, kind, fromClientPackageId, toClientPackageId, valueMinor, effectiveOn, staffId, at) VALUES (1, 'transfer', 1, 2, 1, '2026-12-01', 1, '');
  INSERT INTO transferredSessions (transferId, fromSessionId) VALUES (1, 4)`
const CANCELLATION = `INSERT INTO cancellations (id, clientPackageId, cancelledOn, reason, way, books, refundMinor, taxMinor, lossMinor, paidMinor,
  countedMinor, usedCount, visits, staffId, at) VALUES (1, 1, '2026-12-01', 'Moved', 'none', 'unchanged', 0, 0, 0, 0, 0, 0, 'keep', 1, '')`
const LOSS = `INSERT INTO losses (id, invoiceId, amountMinor, reason, effectiveOn, staffId, at) VALUES (1, 1, 100, 'Moved', '2026-12-01', 1, '')`
const INSTALMENT = `INSERT INTO instalments (id, invoiceId, position, dueOn, amountMinor) VALUES (1, 1, 1, '2026-12-01', 100)`
const LINK = `INSERT INTO clientLinks (id, clientId, otherId, label, mayBook, mayFillForms, getsMessages, sharing, startedAt) VALUES (1, 1, 2, 'partner', 1, 0, 0, 'all', '')`
const SHARE = `INSERT INTO packageShares (id, clientPackageId, clientId, startedAt) VALUES (1, 1, 2, '')`
const AUTHORISATION = `INSERT INTO authorisations (id, clientPackageId, sessions, fromDay) VALUES (1, 1, 4, '2026-12-01')`

guards.push(
  [
    'holdsNeverOverlap',
    'holds_overlap',
    `${HOLD}; ${HOLD.replace('(1, 1,', '(2, 1,')}`,
    `${HOLD}; ${HOLD.replace("(1, 1, '2026-12-01', '2026-12-14'", "(2, 1, '2026-11-20', NULL")}`,
  ],
  [
    'holdsKeepTheirStart',
    'holds_terms',
    `${HOLD}; UPDATE holds SET fromDay = '2026-11-01'`,
    `${HOLD}; UPDATE holds SET throughDay = '2026-12-31'`,
    `${HOLD}; UPDATE holds SET liftedAt = 'now'; UPDATE holds SET liftedAt = NULL`,
  ],
  ['holdsNeverGo', 'holds_neverGo', `${HOLD}; DELETE FROM holds`],
  [
    'transfersAreUndoneOnce',
    'transfers_terms',
    `${TRANSFER}; UPDATE transfers SET undoneAt = 'now', valueMinor = 9`,
    `${TRANSFER}; UPDATE transfers SET undoneAt = 'now'; UPDATE transfers SET undoneAt = 'later'`,
  ],
  ['transfersNeverGo', 'transfers_neverGo', `${TRANSFER}; DELETE FROM transfers`],
  ['transferredSessionsNeverChange', 'transfers_terms', `${TRANSFER}; UPDATE transferredSessions SET toSessionId = 5`],
  ['transferredSessionsNeverGo', 'transfers_neverGo', `${TRANSFER}; DELETE FROM transferredSessions`],
  [
    'cancellationsAreUndoneOnce',
    'cancellations_terms',
    `${CANCELLATION}; UPDATE cancellations SET refundMinor = 5, reactivatedAt = 'now'`,
    `${CANCELLATION}; UPDATE cancellations SET reactivatedAt = 'now'; UPDATE cancellations SET reactivatedAt = NULL`,
  ],
  ['cancellationsNeverGo', 'cancellations_neverGo', `${CANCELLATION}; DELETE FROM cancellations`],
  ['lossesNeverChange', 'losses_appendOnly', `${LOSS}; UPDATE losses SET amountMinor = 1`],
  ['lossesNeverGo', 'losses_appendOnly', `${LOSS}; DELETE FROM losses`],
  [
    'instalmentsCloseOnce',
    'instalments_terms',
    `${INSTALMENT}; UPDATE instalments SET amountMinor = 5`,
    `${INSTALMENT}; UPDATE instalments SET closedAt = 'now'; UPDATE instalments SET closedAt = NULL`,
  ],
  ['instalmentsNeverGo', 'instalments_neverGo', `${INSTALMENT}; DELETE FROM instalments`],
  [
    'clientLinksEndOnce',
    'clientLinks_terms',
    `${LINK}; UPDATE clientLinks SET sharing = 'none', endedAt = 'now'`,
    `${LINK}; UPDATE clientLinks SET endedAt = 'now'; UPDATE clientLinks SET endedAt = NULL`,
  ],
  ['clientLinksNeverGo', 'clientLinks_neverGo', `${LINK}; DELETE FROM clientLinks`],
  [
    'packageSharesEndOnce',
    'packageShares_terms',
    `${SHARE}; UPDATE packageShares SET cap = 9, endedAt = 'now'`,
    `${SHARE}; UPDATE packageShares SET endedAt = 'now'; UPDATE packageShares SET endedAt = NULL`,
  ],
  ['packageSharesNeverGo', 'packageShares_neverGo', `${SHARE}; DELETE FROM packageShares`],
  ['authorisationsNeverGo', 'authorisations_neverGo', `${AUTHORISATION}; DELETE FROM authorisations`],
)

const tried = (statement: string): string => {
  try {
    file.exec(statement)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

it.each(guards)('%s refuses what no procedure does, and is the one that does', (trigger, message, ...statements) => {
  for (const statement of statements) {
    file = openInMemory(image)
    const before = file.serialize()
    expect(tried(`BEGIN; ${statement}; COMMIT`), statement).toBe(message)
    if (file.inTransaction) file.exec('ROLLBACK')
    expect(file.serialize().equals(before)).toBe(true)
    file.exec(`DROP TRIGGER ${trigger}`)
    expect(tried(statement), statement).not.toBe(message)
  }
})

it('has a test for every guard', () => {
  const triggers = file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name <> 'sessionEntryMovesSession'`)
    .pluck()
    .all()
  expect(guards.map(([trigger]) => trigger).sort()).toEqual(triggers.sort())
})

it('moves a session with its entry, and only so', () => {
  file.exec(entry({}))
  expect(file.prepare('SELECT state, appointmentId, valueMinor FROM sessions WHERE id = 4').get()).toEqual({
    state: 'booked',
    appointmentId: 5,
    valueMinor: 20000,
  })
})

it.each([
  ['a move that does not exist', entry({ move: `'use'`, toState: `'used'` })],
  ['a booked session without its appointment', entry({ appointmentId: 'NULL' })],
  [
    'a returned session that keeps its appointment',
    entry({ sessionId: '3', move: `'return'`, fromState: `'booked'`, toState: `'available'`, appointmentId: '3' }),
  ],
  ['a second session for an appointment', entry({ appointmentId: '3' })],
  ['a value below zero', entry({ move: `'revalue'`, toState: `'available'`, appointmentId: 'NULL', valueMinor: '-1' })],
])('refuses %s', (_what, statement) => {
  expect(tried(statement)).toMatch(/CHECK constraint failed: sessionEntries_|UNIQUE constraint failed: sessions.appointmentId/)
})

it('lets a practitioner who allows it have two appointments at once', () => {
  file.exec('UPDATE staff SET allowsOverlap = 1')
  expect(tried(slot('90', '2026-11-24T09:30', '2026-11-24T09:40'))).toBe('')
})
