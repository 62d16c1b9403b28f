// The client package that a change is about: it must be there, and for most changes not be cancelled.

import { findClientPackage } from '../../db/queries/client-packages.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { refuse } from '../../shared/errors.ts'

export const getClientPackage = async (db: Db, id: number): Promise<Row<'clientPackages'>> =>
  (await findClientPackage(db, id)) ?? refuse('call.notFound', { what: 'package' })

export async function getOpenClientPackage(db: Db, id: number): Promise<Row<'clientPackages'>> {
  const p = await getClientPackage(db, id)
  return p.cancelledOn === null ? p : refuse('clientPackage.cancelled', { package: p.name })
}
