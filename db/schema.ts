// The tables as Kysely sees them: one interface a table, columns exactly as in db/migrations.
// Flags are 0 or 1 in SQLite; services turn them into booleans at the contract's edge.

import type { Generated, GeneratedAlways, Insertable, Selectable } from 'kysely'
import type { DateUnit, Instant, LocalDate, LocalDateTime, LocalTime } from '../shared/dates.ts'
import type { Minor } from '../shared/money.ts'
import type {
  AppointmentStatus,
  ClientWord,
  ExpiryKind,
  InvoiceKind,
  InvoiceLineKind,
  InvoiceStatus,
  PackageChoice,
  Paper,
  PaymentMethod,
  PaymentState,
  PaymentStyle,
  PotMove,
  Role,
  SessionMove,
  SessionRule,
  SessionState,
  UseBeforePaid,
} from '../shared/domain/words.ts'

export type Flag = 0 | 1

interface PracticeTable {
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
}

interface StaffTable {
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

interface PractitionerNumbersTable {
  id: Generated<number>
  staffId: number
  issuer: string
  number: string
  validFrom: LocalDate | null
  validThrough: LocalDate | null
}

interface WorkingHoursTable {
  id: Generated<number>
  staffId: number
  weekday: number
  fromTime: LocalTime
  toTime: LocalTime
}

interface SignInAttemptsTable {
  id: Generated<number>
  staffId: number
  at: Instant
  means: 'password' | 'pin'
  succeeded: Flag
}

interface AuditTable {
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

interface AuditRecordsTable {
  auditId: number
  record: string
  recordId: number
}

interface RepliesTable {
  key: string
  inputHash: string
  staffId: number | null
  output: string
  at: Instant
}

interface BackupsTable {
  id: Generated<number>
  fileName: string
  bytes: number
  verifiedAt: Instant
}

interface CategoriesTable {
  id: Generated<number>
  name: string
  nameKey: string
  position: number
  deletedAt: Instant | null
}

interface TaxesTable {
  id: Generated<number>
  name: string
  rate: number
  active: Generated<Flag>
}

interface ServicesTable {
  id: Generated<number>
  code: Generated<string>
  name: string
  nameKey: string
  durationMinutes: number
  breakMinutes: Generated<number>
  priceMinor: Minor
  categoryId: number | null
  active: Generated<Flag>
  public: Generated<Flag>
  position: Generated<number>
}

interface ServiceTaxesTable {
  serviceId: number
  taxId: number
}

interface ServicePractitionersTable {
  serviceId: number
  staffId: number
}

interface ProductsTable {
  id: Generated<number>
  name: string
  nameKey: string
  priceMinor: Minor
  categoryId: number | null
  active: Generated<Flag>
  stock: Generated<number>
}

interface ProductTaxesTable {
  productId: number
  taxId: number
}

interface PackagesTable {
  id: Generated<number>
  firstVersionId: number | null
  version: Generated<number>
  supersededAt: Instant | null
  name: string
  nameKey: string
  description: Generated<string>
  notes: Generated<string>
  categoryId: number | null
  position: number
  active: Generated<Flag>
  deletedAt: Instant | null
  currency: string
  priceMinor: Minor
  paymentStyle: PaymentStyle
  validFrom: LocalDate | null
  expiryKind: ExpiryKind
  expiryCount: number | null
  expiryUnit: DateUnit | null
  expiryDate: LocalDate | null
  noShowRule: SessionRule | null
  lateCancelRule: SessionRule | null
  createdOn: LocalDate
}

interface PackageTaxesTable {
  packageId: number
  taxId: number
}

interface PackageItemsTable {
  id: Generated<number>
  packageId: number
  position: number
  productId: number | null
  quantity: number | null
  itemPriceMinor: Minor
}

interface PackageItemServicesTable {
  packageItemId: number
  serviceId: number
  feeMinor: Minor | null
}

interface ClientsTable {
  id: Generated<number>
  number: number
  givenName: Generated<string>
  familyName: Generated<string>
  birthDate: LocalDate | null
  phone: Generated<string>
  email: Generated<string>
  address: Generated<string>
  insurer: Generated<string>
  insurerNumber: Generated<string>
  notes: Generated<string>
  sortKey: Generated<string>
  createdOn: LocalDate
  deletedAt: Instant | null
}

interface AppointmentsTable {
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

interface InvoicesTable {
  id: Generated<number>
  number: number | null
  kind: InvoiceKind
  status: InvoiceStatus
  clientId: number
  treatedClientId: number
  appointmentId: number | null
  relatedInvoiceId: number | null
  currency: string
  pricesIncludeTax: Flag
  publishedOn: LocalDate | null
  dueOn: LocalDate | null
  createdAt: Instant
}

interface InvoiceLinesTable {
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

interface InvoiceLineTaxesTable {
  invoiceLineId: number
  taxId: number
  name: string
  rate: number
  taxMinor: Minor
}

interface PaymentsTable {
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

interface PaymentAllocationsTable {
  id: Generated<number>
  paymentId: number
  invoiceId: number
  amountMinor: Minor
  staffId: number
  at: Instant
  effectiveOn: LocalDate
}

interface ClientPackagesTable {
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
}

interface ClientPackageItemsTable {
  id: Generated<number>
  clientPackageId: number
  position: number
  productId: number | null
  quantity: number | null
  itemPriceMinor: Minor
}

interface ClientPackageItemServicesTable {
  clientPackageItemId: number
  serviceId: number
  feeMinor: Minor | null
}

interface PotEntriesTable {
  id: Generated<number>
  clientPackageId: number
  move: PotMove
  amountMinor: Minor
  effectiveOn: LocalDate
  staffId: number | null
  at: Instant
  reason: Generated<string>
}

interface SessionsTable {
  id: Generated<number>
  clientPackageItemId: number
  number: number
  state: SessionState | null
  valueMinor: Minor | null
  appointmentId: number | null
  lastEntryId: number | null
}

interface SessionEntriesTable {
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

export interface Schema {
  practice: PracticeTable
  staff: StaffTable
  practitionerNumbers: PractitionerNumbersTable
  workingHours: WorkingHoursTable
  signInAttempts: SignInAttemptsTable
  audit: AuditTable
  auditRecords: AuditRecordsTable
  replies: RepliesTable
  backups: BackupsTable
  categories: CategoriesTable
  taxes: TaxesTable
  services: ServicesTable
  serviceTaxes: ServiceTaxesTable
  servicePractitioners: ServicePractitionersTable
  products: ProductsTable
  productTaxes: ProductTaxesTable
  packages: PackagesTable
  packageTaxes: PackageTaxesTable
  packageItems: PackageItemsTable
  packageItemServices: PackageItemServicesTable
  clients: ClientsTable
  appointments: AppointmentsTable
  invoices: InvoicesTable
  invoiceLines: InvoiceLinesTable
  invoiceLineTaxes: InvoiceLineTaxesTable
  payments: PaymentsTable
  paymentAllocations: PaymentAllocationsTable
  clientPackages: ClientPackagesTable
  clientPackageItems: ClientPackageItemsTable
  clientPackageItemServices: ClientPackageItemServicesTable
  potEntries: PotEntriesTable
  sessions: SessionsTable
  sessionEntries: SessionEntriesTable
  clientWords: ClientWordsTable
}

/** FTS5: `rowid` is the client's id. */
interface ClientWordsTable {
  rowid: number
  words: string
}

export type Table = keyof Schema
export type Row<T extends Table> = Selectable<Schema[T]>
export type NewRow<T extends Table> = Insertable<Schema[T]>
