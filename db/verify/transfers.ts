// What went from one client package to another: it left one and arrived at the other with the same value, every session
// marked as moved away belongs to one transfer, and what is noted as brought in is what came.

import { sql } from 'kysely'
import type { Db } from '../handles.ts'

export async function verifyTransfers(db: Db): Promise<string[]> {
  return [...(await verifyRows(db)), ...(await verifyAmounts(db)), ...(await verifyBroughtIn(db))]
}

/** Each moved session, by what its transfer says of it. */
async function verifyRows(db: Db): Promise<string[]> {
  const lost = await sql<{ id: number; n: number }>`
    SELECT s.id, (SELECT count(*) FROM transferredSessions x JOIN transfers t ON t.id = x.transferId
      WHERE x.fromSessionId = s.id AND t.undoneAt IS NULL) AS n
    FROM sessions s WHERE s.state = 'transferred' AND n <> 1`.execute(db)
  const unlike = await sql<{ transferId: number; fromSessionId: number; state: string }>`
    SELECT x.transferId, x.fromSessionId, s.state FROM transferredSessions x JOIN transfers t ON t.id = x.transferId
    JOIN sessions s ON s.id = x.fromSessionId WHERE t.undoneAt IS NULL AND s.state IS NOT 'transferred'`.execute(db)
  const kept = await sql<{ transferId: number; toSessionId: number }>`
    SELECT x.transferId, x.toSessionId FROM transferredSessions x JOIN transfers t ON t.id = x.transferId
    JOIN sessions s ON s.id = x.toSessionId WHERE t.undoneAt IS NOT NULL AND (s.state <> 'withdrawn' OR s.valueMinor <> 0)`.execute(db)
  const arrived = await sql<{ transferId: number; toSessionId: number; sent: number; came: number }>`
    SELECT x.transferId, x.toSessionId, f.valueMinor AS sent,
      (SELECT e.valueMinor FROM sessionEntries e WHERE e.sessionId = x.toSessionId AND e.move = 'grant') AS came
    FROM transferredSessions x JOIN transfers t ON t.id = x.transferId JOIN sessions f ON f.id = x.fromSessionId
    WHERE t.undoneAt IS NULL AND x.toSessionId IS NOT NULL AND sent IS NOT came`.execute(db)
  return [
    ...lost.rows.map((r) => `Session ${r.id} is marked as moved away, but ${r.n} transfers moved it`),
    ...unlike.rows.map((r) => `Transfer ${r.transferId} moved session ${r.fromSessionId}, which is ${r.state}`),
    ...kept.rows.map((r) => `Transfer ${r.transferId} was taken back, but session ${r.toSessionId}, which came by it, is still there`),
    ...arrived.rows.map((r) => `Transfer ${r.transferId}: session ${r.toSessionId} came with ${r.came}, but left with ${r.sent}`),
  ]
}

/** Σ of what moved = the value of the transfer; a transfer goes to another client, a merge and an upgrade stay with theirs. */
async function verifyAmounts(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: number; valueMinor: number; moved: number }>`
    SELECT t.id, t.valueMinor, coalesce(t.potMinor, 0) + coalesce((SELECT sum(s.valueMinor) FROM transferredSessions x
      JOIN sessions s ON s.id = x.fromSessionId WHERE x.transferId = t.id), 0) AS moved
    FROM transfers t WHERE t.undoneAt IS NULL AND moved <> t.valueMinor`.execute(db)
  const owners = await sql<{ id: number; kind: string }>`
    SELECT t.id, t.kind FROM transfers t JOIN clientPackages f ON f.id = t.fromClientPackageId JOIN clientPackages o ON o.id = t.toClientPackageId
    WHERE (f.clientId = o.clientId) = (t.kind = 'transfer')`.execute(db)
  return [
    ...rows.map((r) => `Transfer ${r.id} is over ${r.valueMinor}, but what it moved is worth ${r.moved}`),
    ...owners.rows.map(
      (r) => `Transfer ${r.id} is a ${r.kind}, but between ${r.kind === 'transfer' ? 'packages of one client' : 'two clients'}`,
    ),
  ]
}

/** The package of an upgrade that was taken back stays as it was made, void and cancelled. */
async function verifyBroughtIn(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: number; name: string; broughtInMinor: number; came: number }>`
    SELECT p.id, p.name, p.broughtInMinor, coalesce((SELECT sum(t.valueMinor - t.creditMinor) FROM transfers t
      WHERE t.toClientPackageId = p.id AND (t.undoneAt IS NULL OR t.kind = 'upgrade')), 0) AS came
    FROM clientPackages p WHERE p.broughtInMinor <> came`.execute(db)
  return rows.map((r) => `“${r.name}” (client package ${r.id}): ${r.broughtInMinor} is noted as brought in, but ${r.came} came`)
}
