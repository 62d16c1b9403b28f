// The tables of migrations 0002 and 0007 as Kysely sees them, column by column.

import type { Generated } from 'kysely'
import type { DateUnit, Instant, LocalDate } from '../../shared/dates.ts'
import type {
  Delivery,
  EndsBy,
  ExpiryKind,
  FrequencyUnit,
  Medium,
  PaymentStyle,
  SessionEnding,
  SessionRule,
  Split,
} from '../../shared/domain/words.ts'
import type { Minor } from '../../shared/money.ts'
import type { Flag } from '../flag.ts'

export interface CategoriesTable {
  id: Generated<number>
  name: string
  nameKey: string
  position: number
  deletedAt: Instant | null
  mergedIntoId: Generated<number | null>
}

export interface TaxesTable {
  id: Generated<number>
  name: string
  rate: number
  active: Generated<Flag>
}

export interface ServicesTable {
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

export interface ServiceTaxesTable {
  serviceId: number
  taxId: number
}

export interface ServicePractitionersTable {
  serviceId: number
  staffId: number
}

export interface ProductsTable {
  id: Generated<number>
  name: string
  nameKey: string
  priceMinor: Minor
  categoryId: number | null
  active: Generated<Flag>
  stock: Generated<number>
}

export interface ProductTaxesTable {
  productId: number
  taxId: number
}

export interface PackagesTable {
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
  frequencyCount: Generated<number | null>
  frequencyUnit: Generated<FrequencyUnit | null>
  country: Generated<string | null>
  priceCredits: Generated<number | null>
  selfService: Generated<Flag>
  split: Generated<Split>
  instalmentCount: Generated<number | null>
  instalmentEvery: Generated<number | null>
  instalmentUnit: Generated<DateUnit | null>
  instalmentFirstAfter: Generated<number | null>
}

export interface PackageTaxesTable {
  packageId: number
  taxId: number
}

/** What an item of a package grants; each client package keeps a copy of it. */
export interface ItemColumns {
  id: Generated<number>
  position: number
  productId: number | null
  quantity: number | null
  itemPriceMinor: Minor
  delivery: Generated<Delivery>
  medium: Generated<Medium | null>
  durationMinutes: Generated<number | null>
  breakMinutes: Generated<number | null>
  endsBy: Generated<EndsBy>
  ending: Generated<SessionEnding>
}

export interface PackageItemsTable extends ItemColumns {
  packageId: number
}

export interface PackageItemServicesTable {
  packageItemId: number
  serviceId: number
  feeMinor: Minor | null
}

export interface PackageItemValuesTable {
  packageItemId: number
  number: number
  valueMinor: Minor
}

export interface PackageItemTopUpsTable {
  packageItemId: number
  serviceId: number
}
