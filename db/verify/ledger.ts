// Replays the session ledger: each session's entries are one unbroken chain that ends in what its row says, an
// appointment holds at most one session, and the values of a client package add up to its charge. Reads in pieces.

import { sql } from 'kysely'
import { canMove } from '../../shared/domain/sessions.ts'
import type { SessionState } from '../../shared/domain/words.ts'
import type { Db } from '../handles.ts'
import type { Row } from '../schema.ts'

const PIECE = 5_000 // sessions

export async function verifyLedger(db: Db): Promise<string[]> {
  return [
    ...(await verifyChains(db)),
    ...(await verifyHolders(db)),
    ...(await verifyShares(db)),
    ...(await verifyValues(db)),
    ...(await verifyPots(db)),
  ]
}

async function verifyChains(db: Db): Promise<string[]> {
  const { last } = await db
    .selectFrom('sessions')
    .select((e) => e.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  const problems: string[] = []
  for (let from = 1; from <= Number(last ?? 0); from += PIECE) {
    const sessions = await db
      .selectFrom('sessions')
      .innerJoin('clientPackageItems as i', 'i.id', 'sessions.clientPackageItemId')
      .innerJoin('clientPackages as p', 'p.id', 'i.clientPackageId')
      .selectAll('sessions')
      .select(['p.name as packageName', 'p.id as clientPackageId'])
      .where('sessions.id', '>=', from)
      .where('sessions.id', '<', from + PIECE)
      .orderBy('sessions.id')
      .execute()
    const entries = await db
      .selectFrom('sessionEntries')
      .selectAll()
      .where('sessionId', '>=', from)
      .where('sessionId', '<', from + PIECE)
      .orderBy('id')
      .execute()
    const ofSession = Map.groupBy(entries, (e) => e.sessionId)
    for (const s of sessions) {
      const where = `Session ${s.number} of “${s.packageName}” (client package ${s.clientPackageId}, session ${s.id})`
      problems.push(...brokenChain(s, ofSession.get(s.id) ?? []).map((what) => `${where}: ${what}`))
    }
  }
  return problems
}

/** What is wrong with one session and its entries, in the order they were written. */
export function brokenChain(session: Row<'sessions'>, entries: readonly Row<'sessionEntries'>[]): string[] {
  const problems: string[] = []
  let state: SessionState | null = null
  let value: number | null = null
  let appointment: number | null = null
  let day = ''
  for (const e of entries) {
    const which = `entry ${e.id} (${e.move})`
    if (e.fromState !== state)
      problems.push(`${which} starts from ${e.fromState ?? 'nothing'}, but the session was ${state ?? 'not there yet'}`)
    if (!canMove(e.move, e.fromState, e.toState)) problems.push(`${which} can’t lead from ${e.fromState ?? 'nothing'} to ${e.toState}`)
    if (value !== null && e.valueMinor !== value && e.move !== 'revalue' && e.toState !== 'withdrawn')
      problems.push(`${which} changes the value from ${value} to ${e.valueMinor}`)
    if (appointment !== null && e.appointmentId !== null && e.appointmentId !== appointment)
      problems.push(`${which} names appointment ${e.appointmentId}, but appointment ${appointment} held the session`)
    if (e.effectiveOn < day) problems.push(`${which} counts from ${e.effectiveOn}, before the entry ahead of it (${day})`)
    state = e.toState
    value = e.valueMinor
    appointment = e.appointmentId
    day = e.effectiveOn
  }
  if (entries.length === 0) return ['it has no entry']
  if (session.state !== state) problems.push(`its entries end in ${state}, but it is marked ${session.state}`)
  if (session.valueMinor !== value) problems.push(`its entries end in the value ${value}, but it is marked ${session.valueMinor}`)
  if (session.appointmentId !== appointment)
    problems.push(`its entries end with ${held(appointment)}, but it is marked with ${held(session.appointmentId)}`)
  if (session.lastEntryId !== entries.at(-1)!.id)
    problems.push(`its last entry is ${entries.at(-1)!.id}, but ${session.lastEntryId} is marked as the last`)
  return problems
}

const held = (appointmentId: number | null) => (appointmentId === null ? 'no appointment' : `appointment ${appointmentId}`)

/** Booked, used and forfeited sessions belong to an appointment that is still to come, was attended, or was not. */
async function verifyHolders(db: Db): Promise<string[]> {
  const twice = await sql<{ appointmentId: number; n: number }>`
    SELECT appointmentId, count(*) AS n FROM sessions WHERE appointmentId IS NOT NULL GROUP BY appointmentId HAVING n > 1`.execute(db)
  const unlike = await sql<{ id: number; state: string; appointmentId: number; status: string | null; deletedAt: string | null }>`
    SELECT s.id, s.state, s.appointmentId, a.status, a.deletedAt FROM sessions s LEFT JOIN appointments a ON a.id = s.appointmentId
    WHERE s.appointmentId IS NOT NULL AND NOT coalesce(CASE s.state
      WHEN 'booked' THEN a.status IN ('booked', 'confirmed', 'arrived', 'inSession') AND a.deletedAt IS NULL
      WHEN 'used' THEN a.status = 'completed' AND a.deletedAt IS NULL
      WHEN 'forfeited' THEN a.status IN ('cancelled', 'cancelledByPractice', 'lateCancelled', 'noShow') ELSE 0 END, 0)`.execute(db)
  return [
    ...twice.rows.map((r) => `Appointment ${r.appointmentId} holds ${r.n} sessions; it can hold one`),
    ...unlike.rows.map(
      (r) =>
        `Session ${r.id} is ${r.state}, but its appointment ${r.appointmentId} is ${r.status ?? 'not there'}${r.deletedAt ? ' and deleted' : ''}`,
    ),
  ]
}

/** Who was booked on a client package owned it, or had a share in it when the session was booked. */
async function verifyShares(db: Db): Promise<string[]> {
  const { rows } = await sql<{ sessionId: number; packageName: string; client: string }>`
    SELECT s.id AS sessionId, p.name AS packageName, trim(c.givenName || ' ' || c.familyName) AS client FROM sessions s
    JOIN clientPackageItems i ON i.id = s.clientPackageItemId JOIN clientPackages p ON p.id = i.clientPackageId
    JOIN appointments a ON a.id = s.appointmentId JOIN clients c ON c.id = a.clientId
    JOIN sessionEntries e ON e.id = (SELECT max(id) FROM sessionEntries WHERE sessionId = s.id AND move = 'book')
    WHERE a.clientId <> p.clientId AND NOT EXISTS (SELECT 1 FROM clientLinks l
      WHERE l.clientId = p.clientId AND l.otherId = a.clientId AND l.startedAt <= e.at AND coalesce(l.endedAt, '9999') >= e.at
        AND (l.sharing = 'all' OR l.sharing = 'chosen' AND EXISTS (SELECT 1 FROM packageShares h WHERE h.clientPackageId = p.id
          AND h.clientId = a.clientId AND h.startedAt <= e.at AND coalesce(h.endedAt, '9999') >= e.at)))`.execute(db)
  return rows.map((r) => `Session ${r.sessionId} of “${r.packageName}” is held by ${r.client}, who neither owned it nor had a share in it`)
}

/** Σ values of limited sessions in whatever state + what the pot was granted, what came to it and what left it = charge + brought in. */
async function verifyValues(db: Db): Promise<string[]> {
  const { rows } = await sql<{
    id: number
    name: string
    paymentStyle: string
    due: number
    total: number
    counted: number
    quantity: number
  }>`
    SELECT p.id, p.name, p.paymentStyle, iif(p.paymentStyle = 'eachAppointment', 0, p.chargeMinor + p.broughtInMinor) AS due,
      coalesce((SELECT sum(s.valueMinor) FROM sessions s JOIN clientPackageItems i ON i.id = s.clientPackageItemId
        WHERE i.clientPackageId = p.id AND i.quantity IS NOT NULL), 0)
      + coalesce((SELECT sum(amountMinor) FROM potEntries e WHERE e.clientPackageId = p.id AND e.move IN ('grant', 'revalue', 'moveIn', 'moveOut')), 0)
      + coalesce((SELECT sum(t.potMinor) FROM transfers t WHERE t.fromClientPackageId = p.id AND t.undoneAt IS NULL), 0) AS total
    FROM clientPackages p WHERE due <> total`.execute(db)
  return rows.map((r) =>
    r.paymentStyle === 'eachAppointment'
      ? `“${r.name}” (client package ${r.id}) is paid at each appointment, but its sessions are worth ${r.total}`
      : `“${r.name}” (client package ${r.id}): its sessions and pot are worth ${r.total}, but ${r.due} was charged`,
  )
}

async function verifyPots(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: number; name: string; pot: number }>`
    SELECT p.id, p.name,
      coalesce((SELECT sum(amountMinor) FROM potEntries e WHERE e.clientPackageId = p.id), 0)
      - coalesce((SELECT sum(s.valueMinor) FROM sessions s JOIN clientPackageItems i ON i.id = s.clientPackageItemId
        WHERE i.clientPackageId = p.id AND i.quantity IS NULL), 0) AS pot
    FROM clientPackages p WHERE pot < 0`.execute(db)
  return rows.map((r) => `“${r.name}” (client package ${r.id}): more was drawn from its pot than it held (${r.pot})`)
}
