// The contract's parts by feature, each read when a call needs it, the first week's alone with the app: to make every schema
// takes longer than to open the file. `shared/contract/index.ts` is the whole of it; a test holds that the two are the same.

import { calendar } from '../shared/contract/calendar.ts'
import type { Contract } from '../shared/contract/index.ts'

export type Parts = Readonly<Record<string, readonly (() => Promise<object>)[]>>

export const contractParts = {
  setup: [async () => (await import('../shared/contract/setup.ts')).setup],
  session: [async () => (await import('../shared/contract/session.ts')).session],
  settings: [async () => (await import('../shared/contract/settings.ts')).settings],
  staff: [async () => (await import('../shared/contract/staff.ts')).staff],
  catalog: [async () => (await import('../shared/contract/catalog.ts')).catalog],
  packages: [
    async () => (await import('../shared/contract/packages.ts')).packages,
    async () => (await import('../shared/contract/package-list.ts')).packageList,
    async () => (await import('../shared/contract/package-versions.ts')).packageVersions,
  ],
  clients: [async () => (await import('../shared/contract/clients.ts')).clients],
  clientPackages: [
    async () => (await import('../shared/contract/client-packages.ts')).clientPackages,
    async () => (await import('../shared/contract/selling.ts')).selling,
    async () => (await import('../shared/contract/assigning.ts')).assigning,
    async () => (await import('../shared/contract/client-package-list.ts')).clientPackageList,
    async () => (await import('../shared/contract/client-package-changes.ts')).clientPackageChanges,
    async () => (await import('../shared/contract/client-package-endings.ts')).clientPackageEndings,
    async () => (await import('../shared/contract/client-package-moves.ts')).clientPackageMoves,
    async () => (await import('../shared/contract/client-package-split.ts')).clientPackageSplit,
  ],
  appointments: [
    async () => calendar,
    async () => (await import('../shared/contract/appointments.ts')).appointments,
    async () => (await import('../shared/contract/series.ts')).series,
  ],
  invoices: [async () => (await import('../shared/contract/invoices.ts')).invoices],
  payments: [async () => (await import('../shared/contract/payments.ts')).payments],
  reports: [async () => (await import('../shared/contract/reports.ts')).reports],
  documents: [async () => (await import('../shared/contract/documents.ts')).documents],
  drafts: [async () => (await import('../shared/contract/drafts.ts')).drafts],
  computer: [async () => (await import('../shared/contract/computer.ts')).computer],
  search: [async () => (await import('../shared/contract/search.ts')).search],
  suggestions: [async () => (await import('../shared/contract/suggestions.ts')).suggestions],
  backups: [async () => (await import('../shared/contract/backups.ts')).backups],
  updates: [async () => (await import('../shared/contract/updates.ts')).updates],
} satisfies { [Feature in keyof Contract]: readonly (() => Promise<Partial<Contract[Feature]>>)[] }
