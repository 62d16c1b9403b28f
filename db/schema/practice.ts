// The tables of migration 0001 as Kysely sees them, column by column.

import type { Generated } from 'kysely'
import type { Instant, LocalDate, LocalTime } from '../../shared/dates.ts'
import type { ClientWord, PackageChoice, Paper, Role, SessionRule, UseBeforePaid } from '../../shared/domain/words.ts'
import type { Flag } from '../flag.ts'

export interface PracticeTable {
  id: number
  name: string
  address: Generated<string>
  phone: Generated<string>
  email: Generated<string>
  registration: Generated<string>
  country: string
  currency: string
  pricesIncludeTax: Flag
  paper: Generated<Paper>
  clientWord: Generated<ClientWord>
  noShowRule: Generated<SessionRule>
  lateCancelRule: Generated<SessionRule>
  lateCancelHours: Generated<number>
  lockMinutes: Generated<number>
  dueDays: Generated<number>
  firstInvoiceNumber: Generated<number>
  packageChoice: Generated<PackageChoice>
  useBeforePaid: Generated<UseBeforePaid>
  isSample: Generated<Flag>
  openedOn: LocalDate | null
  mayReactivate: Generated<Flag>
  invoiceAlways: Generated<Flag>
  checkForUpdates: Generated<Flag>
  /** Of a language model for suggestions; empty: none is connected. */
  modelAddress: Generated<string>
  modelName: Generated<string>
  modelKey: Generated<string | null>
  lowSessions: Generated<number>
  lowDays: Generated<number>
  discountLimit: Generated<number>
}

export interface StaffTable {
  id: Generated<number>
  name: string
  role: Role
  active: Generated<Flag>
  isPractitioner: Flag
  specialty: Generated<string>
  allowsOverlap: Generated<Flag>
  position: Generated<number>
  passwordHash: string | null
  pinHash: string | null
}

export interface PractitionerNumbersTable {
  id: Generated<number>
  staffId: number
  issuer: string
  number: string
  validFrom: LocalDate | null
  validThrough: LocalDate | null
}

export interface WorkingHoursTable {
  id: Generated<number>
  staffId: number
  weekday: number
  fromTime: LocalTime
  toTime: LocalTime
}

export interface SignInAttemptsTable {
  id: Generated<number>
  staffId: number
  at: Instant
  means: 'password' | 'pin'
  succeeded: Flag
}

export interface AuditTable {
  id: Generated<number>
  at: Instant
  staffId: number | null
  procedure: string
  reason: string | null
  payload: string | null
  salt: string
  payloadHash: string
  hash: string
}

export interface AuditRecordsTable {
  auditId: number
  record: string
  recordId: number
}

export interface RepliesTable {
  key: string
  inputHash: string
  staffId: number | null
  output: string
  at: Instant
}

export interface BackupsTable {
  id: Generated<number>
  fileName: string
  bytes: number
  verifiedAt: Instant
}
