// The tables of migration 0005, and its columns of 0006 and 0007, as Kysely sees them, column by column.

import type { Generated } from 'kysely'
import type { DateUnit, Instant, LocalDate } from '../../shared/dates.ts'
import type { ExpiryKind, FrequencyUnit, PaymentStyle, PotMove, SessionMove, SessionRule, SessionState } from '../../shared/domain/words.ts'
import type { Minor } from '../../shared/money.ts'
import type { ItemColumns } from './catalog.ts'

export interface ClientPackagesTable {
  id: Generated<number>
  clientId: number
  packageId: number
  name: string
  paymentStyle: PaymentStyle
  currency: string
  priceMinor: Minor
  chargeMinor: Minor
  broughtInMinor: Generated<Minor>
  discountRate: Generated<number>
  purchasedOn: LocalDate
  validFrom: LocalDate | null
  expiryKind: ExpiryKind
  expiryCount: number | null
  expiryUnit: DateUnit | null
  expiryDate: LocalDate | null
  manualEnd: LocalDate | null
  noShowRule: SessionRule | null
  lateCancelRule: SessionRule | null
  cancelledOn: LocalDate | null
  cancelReason: string | null
  soldBy: number
  notes: Generated<string>
  manualEndReason: Generated<string>
  chargeReason: Generated<string>
  frequencyCount: Generated<number | null>
  frequencyUnit: Generated<FrequencyUnit | null>
}

export interface ClientPackageItemsTable extends ItemColumns {
  clientPackageId: number
}

export interface ClientPackageItemServicesTable {
  clientPackageItemId: number
  serviceId: number
  feeMinor: Minor | null
}

export interface PotEntriesTable {
  id: Generated<number>
  clientPackageId: number
  move: PotMove
  amountMinor: Minor
  effectiveOn: LocalDate
  staffId: number | null
  at: Instant
  reason: Generated<string>
}

export interface SessionsTable {
  id: Generated<number>
  clientPackageItemId: number
  number: number
  state: SessionState | null
  valueMinor: Minor | null
  appointmentId: number | null
  lastEntryId: number | null
}

export interface SessionEntriesTable {
  id: Generated<number>
  sessionId: number
  move: SessionMove
  fromState: SessionState | null
  toState: SessionState
  appointmentId: number | null
  valueMinor: Minor
  effectiveOn: LocalDate
  staffId: number | null
  at: Instant
  reason: Generated<string>
}

export interface ClientPackageItemTopUpsTable {
  clientPackageItemId: number
  serviceId: number
}
