// The tables of migration 0006 as Kysely sees them, column by column.

import type { Generated } from 'kysely'
import type { Instant, LocalDate } from '../../shared/dates.ts'
import type { BookEnding, LinkLabel, RefundWay, Sharing, TransferKind, VisitChoice } from '../../shared/domain/words.ts'
import type { Minor } from '../../shared/money.ts'
import type { Flag } from '../flag.ts'

export interface HoldsTable {
  id: Generated<number>
  clientPackageId: number
  fromDay: LocalDate
  throughDay: LocalDate | null
  reason: string
  staffId: number
  at: Instant
  liftedAt: Instant | null
}

export interface TransfersTable {
  id: Generated<number>
  kind: TransferKind
  fromClientPackageId: number
  toClientPackageId: number
  valueMinor: Minor
  potMinor: Minor | null
  creditMinor: Generated<Minor>
  reason: Generated<string>
  effectiveOn: LocalDate
  staffId: number
  at: Instant
  undoneAt: Instant | null
}

export interface TransferredSessionsTable {
  transferId: number
  fromSessionId: number
  toSessionId: number | null
}

export interface CancellationsTable {
  id: Generated<number>
  clientPackageId: number
  cancelledOn: LocalDate
  reason: string
  way: RefundWay
  books: BookEnding
  refundMinor: Minor
  taxMinor: Minor
  paymentId: number | null
  adjustmentLineId: number | null
  lossMinor: Minor
  paidMinor: Minor
  countedMinor: Minor
  lapsedMinor: Generated<Minor>
  movedMinor: Generated<Minor>
  broughtInMinor: Generated<Minor>
  usedCount: number
  forfeitedCount: Generated<number>
  pieceCount: Generated<number>
  visits: VisitChoice
  staffId: number
  at: Instant
  reactivatedAt: Instant | null
}

export interface LossesTable {
  id: Generated<number>
  invoiceId: number
  amountMinor: Minor
  reason: string
  effectiveOn: LocalDate
  staffId: number
  at: Instant
}

export interface InstalmentsTable {
  id: Generated<number>
  invoiceId: number
  position: number
  dueOn: LocalDate
  amountMinor: Minor
  closedAt: Instant | null
}

export interface ClientLinksTable {
  id: Generated<number>
  clientId: number
  otherId: number
  label: LinkLabel
  mayBook: Flag
  mayFillForms: Flag
  getsMessages: Flag
  sharing: Sharing
  cap: number | null
  startedAt: Instant
  endedAt: Instant | null
}

export interface PackageSharesTable {
  id: Generated<number>
  clientPackageId: number
  clientId: number
  cap: number | null
  startedAt: Instant
  endedAt: Instant | null
}

export interface AuthorisationsTable {
  id: Generated<number>
  clientPackageId: number
  insurer: Generated<string>
  reference: Generated<string>
  sessions: number
  fromDay: LocalDate
  throughDay: LocalDate | null
  endedAt: Instant | null
}
