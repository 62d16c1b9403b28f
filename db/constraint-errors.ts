// What SQLite refused, as a refusal that a person understands. Triggers and CHECKs are known by name, UNIQUE by
// table.column. A broken foreign key, and every other constraint, is a bug: undefined.

import Database from 'better-sqlite3'
import { Refusal } from '../shared/errors.ts'

const NAMES: Record<string, string> = {
  'categories.nameKey': 'category',
  'services.nameKey': 'service',
  'products.nameKey': 'product',
  'packages.nameKey': 'package',
}

export function refusalOf(error: unknown, input: unknown): Refusal | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined
  const { code, message } = error
  if (code === 'SQLITE_FULL') return new Refusal('data.diskFull', {})
  if (code.startsWith('SQLITE_IOERR')) return new Refusal('data.diskFails', {}) // over a quota, too
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return new Refusal('data.damaged', {})
  if (code.startsWith('SQLITE_READONLY')) return new Refusal('data.readOnly', {})
  if (message === 'appointments_noOverlap')
    return new Refusal('appointment.slotTaken', { practitioner: 'This practitioner', client: 'another client', time: 'that time' })
  if (message === 'sessionEntries_fromState') return new Refusal('session.taken', {})
  if (code !== 'SQLITE_CONSTRAINT_UNIQUE') return undefined
  const column = message.replace('UNIQUE constraint failed: ', '')
  if (column === 'sessions.appointmentId') return new Refusal('session.taken', {})
  const what = NAMES[column]
  return what ? new Refusal('name.taken', { what, name: nameIn(input) }) : undefined
}

const nameIn = (input: unknown): string =>
  typeof input === 'object' && input !== null && 'name' in input ? String(input.name) : 'the same'
