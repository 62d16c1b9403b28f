// The tables of migration 0004 as Kysely sees them, column by column.

import type { Generated } from 'kysely'
import type { Instant, LocalDate } from '../../shared/dates.ts'
import type { InvoiceKind, InvoiceLineKind, InvoiceStatus, PaymentMethod, PaymentState } from '../../shared/domain/words.ts'
import type { Minor } from '../../shared/money.ts'
import type { Flag } from '../flag.ts'

export interface InvoicesTable {
  id: Generated<number>
  number: number | null
  kind: InvoiceKind
  status: InvoiceStatus
  clientId: number
  payerChosen: Generated<Flag>
  treatedClientId: number
  appointmentId: number | null
  relatedInvoiceId: number | null
  replacesInvoiceId: Generated<number | null>
  currency: string
  pricesIncludeTax: Flag
  publishedOn: LocalDate | null
  dueOn: LocalDate | null
  createdAt: Instant
}

export interface InvoiceLinesTable {
  id: Generated<number>
  invoiceId: number
  position: number
  kind: InvoiceLineKind
  description: string
  quantity: number
  unitPriceMinor: Minor
  discountMinor: Generated<Minor>
  discountReason: Generated<string>
  amountMinor: Minor
  clientPackageId: number | null
  adjustmentReason: string | null
}

export interface InvoiceLineTaxesTable {
  invoiceLineId: number
  taxId: number
  name: string
  rate: number
  taxMinor: Minor
}

export interface PaymentsTable {
  id: Generated<number>
  clientId: number
  method: PaymentMethod
  amountMinor: Minor
  currency: string
  tenderedMinor: Minor | null
  state: PaymentState
  receivedOn: LocalDate
  reversesPaymentId: number | null
  reason: Generated<string>
  staffId: number
  at: Instant
}

export interface PaymentAllocationsTable {
  id: Generated<number>
  paymentId: number
  invoiceId: number
  amountMinor: Minor
  staffId: number
  at: Instant
  effectiveOn: LocalDate
}
