// SQL for the versions of a package: the one before is superseded, never changed, and client packages point to the one they are on.

import type { Instant } from '../../shared/dates.ts'
import { type Db, recordChange, type Tx } from '../handles.ts'
import type { PackageRow } from './packages.ts'

const familyOf = (p: { id: number; firstVersionId: number | null }): number => p.firstVersionId ?? p.id

/** The newest first, each with how many client packages are on it. */
export const listVersions = (db: Db, p: { id: number; firstVersionId: number | null }) =>
  db
    .selectFrom('packages as v')
    .select((e) => [
      'v.id',
      'v.version',
      'v.supersededAt',
      'v.createdOn',
      e
        .selectFrom('clientPackages as c')
        .select((f) => f.fn.countAll<number>().as('n'))
        .whereRef('c.packageId', '=', 'v.id')
        .as('clientPackages'),
    ])
    .where((e) => e.or([e('v.id', '=', familyOf(p)), e('v.firstVersionId', '=', familyOf(p))]))
    .orderBy('v.version', 'desc')
    .execute()

/** Who made these packages and when, by the first line of the audit that names each. */
export async function listMakers(db: Db, packageIds: readonly number[]) {
  const lines = await db
    .selectFrom('auditRecords as r')
    .innerJoin('audit as a', 'a.id', 'r.auditId')
    .leftJoin('staff as s', 's.id', 'a.staffId')
    .select(['r.recordId', 'a.at', 's.name'])
    .where('r.record', '=', 'packages')
    .where('r.recordId', 'in', packageIds)
    .orderBy('a.id', 'desc')
    .execute()
  return new Map(lines.map((l) => [l.recordId, { at: l.at, name: l.name }]))
}

/** Takes it off sale for good: another version has its place. */
export async function supersede(tx: Tx, p: PackageRow, supersededAt: Instant): Promise<void> {
  await tx.updateTable('packages').set({ supersededAt }).where('id', '=', p.id).execute()
  recordChange(tx, { record: 'packages', id: p.id, before: { supersededAt: null }, after: { supersededAt } })
}

/** Client packages of any version, with their client. */
export const listSoldOfFamily = (db: Db, p: { id: number; firstVersionId: number | null }) =>
  db
    .selectFrom('clientPackages as c')
    .innerJoin('packages as v', 'v.id', 'c.packageId')
    .innerJoin('clients as k', 'k.id', 'c.clientId')
    .selectAll('c')
    .select(['v.version', 'k.givenName', 'k.familyName'])
    .select((e) =>
      e
        .exists(e.selectFrom('transfers as t').select('t.id').whereRef('t.toClientPackageId', '=', 'c.id').where('t.kind', '=', 'transfer'))
        .as('isReceived'),
    )
    .where((e) => e.or([e('v.id', '=', familyOf(p)), e('v.firstVersionId', '=', familyOf(p))]))
    .orderBy('k.sortKey')
    .orderBy('c.id')
    .execute()
