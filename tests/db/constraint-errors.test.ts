// What the database refuses, as a person reads it; what only a bug can cause stays a bug.

import Database from 'better-sqlite3'
import { beforeAll, expect, it } from 'vitest'
import { type File, openInMemory } from '../../db/connect.ts'
import { refusalOf } from '../../db/constraint-errors.ts'
import { makeApp } from '../support/app.ts'
import { book, makeClientPackage } from '../support/make.ts'

let image: Buffer
beforeAll(async () => {
  const app = await makeApp()
  const { clientId, serviceId, itemId } = await makeClientPackage(app)
  await book(app, { clientId, serviceId, startsAt: '2026-11-25T09:00', clientPackageItemId: itemId })
  await app.call.catalog.saveCategory({ key: crypto.randomUUID(), id: null, name: 'Body' })
  image = app.file.serialize()
})

function errorOf(statement: string, prepare: (file: File) => void = () => {}): unknown {
  const file = openInMemory(image)
  prepare(file)
  try {
    file.exec(statement)
  } catch (error) {
    return error
  }
  throw new Error('The statement was accepted')
}

const COPY_OF_CATEGORY = `INSERT INTO categories (name, nameKey, position) SELECT name, nameKey, 9 FROM categories`
const COPY_OF_SERVICE = `INSERT INTO services (name, nameKey, durationMinutes, priceMinor) SELECT name, nameKey, 30, 0 FROM services`
const SECOND_VISIT = `INSERT INTO appointments (clientId, practitionerId, serviceId, startsAt, endsAt, busyUntil, slotFloor, status, regularPriceMinor, createdAt)
  SELECT clientId, practitionerId, serviceId, startsAt, endsAt, busyUntil, slotFloor, status, 0, createdAt FROM appointments`
const TAKEN = `INSERT INTO sessionEntries (sessionId, move, fromState, toState, appointmentId, valueMinor, effectiveOn, at)
  SELECT sessionId, move, fromState, toState, appointmentId, valueMinor, effectiveOn, at FROM sessionEntries WHERE move = 'book'`

it.each([
  ['a name that is taken', COPY_OF_CATEGORY, { code: 'name.taken', details: { what: 'category', name: 'Body' } }],
  ['the name of a service', COPY_OF_SERVICE, { code: 'name.taken', details: { what: 'service' } }],
  [
    'a time that is taken',
    SECOND_VISIT,
    { code: 'appointment.slotTaken', message: 'This practitioner already has another client at that time.' },
  ],
  ['a session that is taken', TAKEN, { code: 'session.taken' }],
])('%s has its sentence', (_what, statement, refusal) => {
  expect(refusalOf(errorOf(statement), { name: 'Body' })).toMatchObject(refusal)
})

it('a full disk and a file that can only be read have their sentences', () => {
  const full = errorOf(`CREATE TABLE big AS SELECT randomblob(1000000)`, (file) =>
    file.pragma(`max_page_count = ${file.pragma('page_count', { simple: true }) as number}`),
  )
  expect(refusalOf(full, {})).toMatchObject({ code: 'data.diskFull' })
  expect(
    refusalOf(
      errorOf(COPY_OF_CATEGORY, (file) => file.pragma('query_only = ON')),
      {},
    ),
  ).toMatchObject({ code: 'data.readOnly' })
})

it.each([
  ['SQLITE_IOERR_WRITE', 'data.diskFails'],
  ['SQLITE_IOERR_FSYNC', 'data.diskFails'],
  ['SQLITE_CORRUPT_VTAB', 'data.damaged'],
  ['SQLITE_NOTADB', 'data.damaged'],
  ['SQLITE_READONLY_DBMOVED', 'data.readOnly'],
])('%s is %s', (code, refusal) => {
  expect(refusalOf(new Database.SqliteError('whatever', code), {})).toMatchObject({ code: refusal })
})

it.each([
  ['a broken reference', `INSERT INTO workingHours (staffId, weekday, fromTime, toTime) VALUES (999, 1, '08:00', '09:00')`],
  ['a value outside its check', `UPDATE practice SET lockMinutes = -5`],
  ['an entry that would go', `DELETE FROM sessionEntries`],
  ['SQL that is none', `SELEC 1`],
])('%s is a bug', (_what, statement) => {
  expect(refusalOf(errorOf(statement), {})).toBeUndefined()
})

it('whatever is no error of the database is a bug', () => {
  expect([new Error('x'), 'x', undefined, null].map((error) => refusalOf(error, {}))).toEqual(Array(4).fill(undefined))
})
