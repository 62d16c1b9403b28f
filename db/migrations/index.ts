// The list of migrations, in order. Forward only; a released one is never edited.

import { practice } from './0001-practice.ts'
import { catalog } from './0002-catalog.ts'
import { appointments } from './0003-appointments.ts'
import { invoices } from './0004-invoices.ts'
import { sessions } from './0005-sessions.ts'
import { clientPackageLife } from './0006-client-package-life.ts'
import { packageTerms } from './0007-package-terms.ts'

export interface Migration {
  readonly version: number
  readonly up: string
}

export const migrations: readonly Migration[] = [practice, catalog, appointments, invoices, sessions, clientPackageLife, packageTerms].map(
  (up, i) => ({ version: i + 1, up }),
)
