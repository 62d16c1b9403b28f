// Who may use a client package: its owner, and whoever has a share in it with room under the cap. Asked when a session is
// booked, inside the command that books it, so that two bookings at once can't break a cap.

import { findClientName } from '../../db/queries/appointments.ts'
import { listShared, listTaken } from '../../db/queries/client-links.ts'
import { listClientPackagesOf } from '../../db/queries/client-packages.ts'
import type { Db, Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { roomUnder, type Taken, takenOf, takenWords } from '../../shared/domain/sharing.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import { type Card, cardsOf } from './client-package-cards.ts'

interface Share {
  cap: number | null
  taken: Taken
  /** How many more they may book; null: as many as there are. */
  room: number | null
}

/** What somebody who is not the owner may use of it; undefined: nothing. `except`: as if that appointment held no session. */
export async function shareOf(
  db: Db,
  p: Pick<Row<'clientPackages'>, 'id'>,
  clientId: number,
  except?: number | null,
): Promise<Share | undefined> {
  const [share] = await listShared(db, { clientPackageIds: [p.id], clientId })
  if (!share) return undefined
  const sessions = await listTaken(db, p.id, clientId)
  const taken = takenOf(sessions.flatMap((s) => (s.state === null || s.appointmentId === except ? [] : [s.state])))
  return { cap: share.cap, taken, room: roomUnder(share.cap, taken) }
}

/** Refuses unless the client owns it or has a share with room. */
export async function assertMayUse(tx: Tx, p: Row<'clientPackages'>, clientId: number, except?: number): Promise<void> {
  if (p.clientId === clientId) return
  const name = await nameOf(tx, clientId)
  const share = await shareOf(tx, p, clientId, except)
  if (!share) return refuse('clientPackage.notTheirs', { client: name, package: p.name })
  if (share.room === 0)
    refuse('clientPackage.capReached', { client: name, package: p.name, cap: share.cap ?? 0, taken: takenWords(share.taken) })
}

export async function mayUse(db: Db, p: Row<'clientPackages'>, clientId: number): Promise<boolean> {
  if (p.clientId === clientId) return true
  const share = await shareOf(db, p, clientId)
  return share !== undefined && share.room !== 0
}

/** The client's own packages, newest first, then those that others share with them; `besides`: one more, whosever it is. */
export async function usableCards(db: Db, today: LocalDate, clientId: number, besides?: number): Promise<Card[]> {
  const own = (await listClientPackagesOf(db, clientId)).map((p) => p.id)
  const shared = (await listShared(db, { clientId })).map((s) => s.clientPackageId)
  const ids = [...own, ...shared]
  return cardsOf(db, today, { ids: besides === undefined || ids.includes(besides) ? ids : [...ids, besides] })
}

export async function nameOf(db: Db, clientId: number): Promise<string> {
  const client = await findClientName(db, clientId)
  return client ? fullName(client) : ''
}
