// The tables of migration 0003 as Kysely sees them, column by column.

import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant, LocalDate, LocalDateTime } from '../../shared/dates.ts'
import type { AppointmentStatus } from '../../shared/domain/words.ts'
import type { Minor } from '../../shared/money.ts'
import type { Flag } from '../flag.ts'

export interface ClientsTable {
  id: Generated<number>
  number: number
  givenName: Generated<string>
  familyName: Generated<string>
  birthDate: LocalDate | null
  phone: Generated<string>
  email: Generated<string>
  address: Generated<string>
  country: string | null
  insurer: Generated<string>
  insurerNumber: Generated<string>
  notes: Generated<string>
  sortKey: Generated<string>
  createdOn: LocalDate
  deletedAt: Instant | null
}

/** FTS5: `rowid` is the client's id. */
export interface ClientWordsTable {
  rowid: number
  words: string
}

export interface AppointmentsTable {
  id: Generated<number>
  clientId: number
  practitionerId: number
  serviceId: number
  startsAt: LocalDateTime
  endsAt: LocalDateTime
  busyUntil: LocalDateTime
  slotFloor: LocalDateTime
  status: AppointmentStatus
  takesSlot: GeneratedAlways<Flag>
  regularPriceMinor: Minor
  note: Generated<string>
  createdAt: Instant
  deletedAt: Instant | null
}
