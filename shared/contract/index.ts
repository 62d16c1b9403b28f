// The contract: every procedure there is, by feature. The renderer may only call these. The main process reads it by parts,
// which electron/contract-parts.ts names.

import { appointments } from './appointments.ts'
import { assigning } from './assigning.ts'
import { backups } from './backups.ts'
import { calendar } from './calendar.ts'
import { catalog } from './catalog.ts'
import { clientPackageChanges } from './client-package-changes.ts'
import { clientPackageEndings } from './client-package-endings.ts'
import { clientPackageList } from './client-package-list.ts'
import { clientPackageMoves } from './client-package-moves.ts'
import { clientPackageSplit } from './client-package-split.ts'
import { clientPackages } from './client-packages.ts'
import { clients } from './clients.ts'
import { computer } from './computer.ts'
import { documents } from './documents.ts'
import { drafts } from './drafts.ts'
import { invoices } from './invoices.ts'
import { packageList } from './package-list.ts'
import { packageVersions } from './package-versions.ts'
import { packages } from './packages.ts'
import { payments } from './payments.ts'
import { reports } from './reports.ts'
import { search } from './search.ts'
import { selling } from './selling.ts'
import { series } from './series.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'
import { setup } from './setup.ts'
import { staff } from './staff.ts'
import { suggestions } from './suggestions.ts'
import { updates } from './updates.ts'

export const contract = {
  setup,
  session,
  settings,
  staff,
  catalog,
  packages: { ...packages, ...packageList, ...packageVersions },
  clients,
  clientPackages: {
    ...clientPackages,
    ...selling,
    ...assigning,
    ...clientPackageList,
    ...clientPackageChanges,
    ...clientPackageEndings,
    ...clientPackageMoves,
    ...clientPackageSplit,
  },
  appointments: { ...calendar, ...appointments, ...series },
  invoices,
  payments,
  reports,
  documents,
  drafts,
  computer,
  search,
  suggestions,
  backups,
  updates,
}
export type Contract = typeof contract
