// All tables by name. Flags are 0 or 1 in SQLite; services turn them into booleans at the contract's edge.

import type { Insertable, Selectable } from 'kysely'
import type { AppointmentsTable, ClientWordsTable, ClientsTable } from './schema/appointments.ts'
import type {
  CategoriesTable,
  PackageItemServicesTable,
  PackageItemTopUpsTable,
  PackageItemValuesTable,
  PackageItemsTable,
  PackageTaxesTable,
  PackagesTable,
  ProductTaxesTable,
  ProductsTable,
  ServicePractitionersTable,
  ServiceTaxesTable,
  ServicesTable,
  TaxesTable,
} from './schema/catalog.ts'
import type {
  AuthorisationsTable,
  CancellationsTable,
  ClientLinksTable,
  HoldsTable,
  InstalmentsTable,
  LossesTable,
  PackageSharesTable,
  TransferredSessionsTable,
  TransfersTable,
} from './schema/client-package-life.ts'
import type { InvoiceLineTaxesTable, InvoiceLinesTable, InvoicesTable, PaymentAllocationsTable, PaymentsTable } from './schema/invoices.ts'
import type {
  AuditRecordsTable,
  AuditTable,
  BackupsTable,
  PracticeTable,
  PractitionerNumbersTable,
  RepliesTable,
  SignInAttemptsTable,
  StaffTable,
  WorkingHoursTable,
} from './schema/practice.ts'
import type {
  ClientPackageItemServicesTable,
  ClientPackageItemTopUpsTable,
  ClientPackageItemsTable,
  ClientPackagesTable,
  PotEntriesTable,
  SessionEntriesTable,
  SessionsTable,
} from './schema/sessions.ts'

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
  packageItemValues: PackageItemValuesTable
  packageItemTopUps: PackageItemTopUpsTable
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
  clientPackageItemTopUps: ClientPackageItemTopUpsTable
  potEntries: PotEntriesTable
  sessions: SessionsTable
  sessionEntries: SessionEntriesTable
  holds: HoldsTable
  transfers: TransfersTable
  transferredSessions: TransferredSessionsTable
  cancellations: CancellationsTable
  losses: LossesTable
  instalments: InstalmentsTable
  clientLinks: ClientLinksTable
  packageShares: PackageSharesTable
  authorisations: AuthorisationsTable
  clientWords: ClientWordsTable
}

export type Table = keyof Schema
export type Row<T extends Table> = Selectable<Schema[T]>
export type NewRow<T extends Table> = Insertable<Schema[T]>
