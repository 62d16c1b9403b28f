// The client package that a change is about: it must be there, for most changes not be cancelled, and be given no impossible end.

import { findClientPackage } from '../../db/queries/client-packages.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate } from '../../shared/format.ts'

export const getClientPackage = async (db: Db, id: number): Promise<Row<'clientPackages'>> =>
  (await findClientPackage(db, id)) ?? refuse('call.notFound', { what: 'package' })

export async function getOpenClientPackage(db: Db, id: number): Promise<Row<'clientPackages'>> {
  const p = await getClientPackage(db, id)
  return p.cancelledOn === null ? p : refuse('clientPackage.cancelled', { package: p.name })
}

/** An end that somebody chooses is still to come, and not before the first valid day. Null: none of its own. */
export function assertEndable({ validFrom }: Row<'clientPackages'>, today: LocalDate, end: LocalDate | null): void {
  if (end === null) return
  if (end < today) refuse('clientPackage.endInPast', { day: formatDate(end) })
  if (validFrom && end < validFrom) refuse('sale.endBeforeStart', { end: formatDate(end), start: formatDate(validFrom) })
}
