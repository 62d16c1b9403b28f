// In which order a client's packages and appointments are listed.

import { type ClientPackage, isSpent } from '../../components/client-package/client-package-words.ts'
import type { ClientAppointment } from './client-types.ts'

/** In use before spent; of those in use the soonest end first, then the newest. */
function inUseFirst(rows: readonly ClientPackage[]): ClientPackage[] {
  const keyOf = (row: ClientPackage) => (isSpent(row) ? 'spent' : `in use ${row.end ?? '9999-12-31'}`)
  return rows.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)) || b.purchasedOn.localeCompare(a.purchasedOn) || b.id - a.id)
}

/** Their own before those that others share with them. */
export const ownFirst = (rows: readonly ClientPackage[], clientId: number): ClientPackage[] => [
  ...inUseFirst(rows.filter((row) => row.clientId === clientId)),
  ...inUseFirst(rows.filter((row) => row.clientId !== clientId)),
]

/** Deleted ones are left out. */
export const latestFirst = (rows: readonly ClientAppointment[]): ClientAppointment[] =>
  rows.filter((row) => !row.deleted).toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))
