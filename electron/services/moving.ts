// What transfers, upgrades and merges have in common: who may give, moving rows and the pot, and undoing it.

import type { Db, Tx } from '../../db/handles.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import { findClientPackage, updateClientPackage } from '../../db/queries/client-packages.ts'
import { getSession, potLeft } from '../../db/queries/sessions.ts'
import { insertTransfer, isPotMoved, listMovedSessions } from '../../db/queries/transfers.ts'
import type { Row } from '../../db/schema.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { endOf } from '../../shared/domain/expiry.ts'
import { whyNotMovable } from '../../shared/domain/transfers.ts'
import type { SessionState, TransferKind } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { add, type Minor, negate, subtract, sum, ZERO } from '../../shared/money.ts'
import { getCard } from './client-package-cards.ts'
import { staffOf } from './billing.ts'
import { type By, courseOf, giveBackReceived, movePot, receiveSession, takeBackTransferred, transferSession } from './ledger.ts'
import { getClientPackage } from './open-client-package.ts'

type Package = Row<'clientPackages'>
export interface FreeSession {
  id: number
  state: SessionState
  valueMinor: Minor
  clientPackageItemId: number
}

/** The client package, if anything may be moved off it, or to it, today. */
export async function getMovable(db: Db, today: LocalDate, id: number): Promise<Package> {
  const p = await getClientPackage(db, id)
  const course = await courseOf(db, p, today)
  const why = whyNotMovable({ ...p, holds: course.holds, end: endOf(expiryRuleOf(p), course) }, today)
  if (why) refuse('clientPackage.notMovable', { package: p.name, why })
  return p
}

/** What of the pot could go: null where there is no unlimited item, or where it went already. */
export const movablePot = async (db: Db, id: number, hasUnlimited: boolean): Promise<Minor | null> =>
  hasUnlimited && !(await isPotMoved(db, id)) ? potLeft(db, id) : null

export async function bothOf(db: Db, today: LocalDate, t: { id: number; from: number; to: number }) {
  return { transferId: t.id, from: await getCard(db, today, t.from), to: await getCard(db, today, t.to) }
}

interface Move {
  kind: TransferKind
  from: number
  to: number
  rows: readonly FreeSession[]
  /** The pot, where the unlimited items go along. */
  pot: Minor | null
  /** Of the value, what goes to the account instead. */
  creditMinor?: Minor
  reason: string
  /** The item that each row arrives on; undefined: none arrives. */
  itemFor?: (row: FreeSession) => number
}

/** Moves the rows and the pot, and notes what arrived as brought in. The reader of `reason` sees it at both ends. */
export async function moveSessions(tx: Tx, by: By, m: Move): Promise<number> {
  const sessions = []
  for (const row of m.rows) {
    await transferSession(tx, by, row, m.reason)
    const toSessionId = m.itemFor ? await receiveSession(tx, by, m.itemFor(row), row.valueMinor, m.reason) : null
    sessions.push({ fromSessionId: row.id, toSessionId })
  }
  const valueMinor = add(sum(m.rows.map((r) => r.valueMinor)), m.pot ?? ZERO)
  const creditMinor = m.creditMinor ?? ZERO
  if (m.pot !== null) {
    await movePot(tx, by, m.from, 'moveOut', negate(m.pot), m.reason)
    if (m.itemFor) await movePot(tx, by, m.to, 'moveIn', m.pot, m.reason)
  }
  await bringIn(tx, m.to, subtract(valueMinor, creditMinor))
  return insertTransfer(
    tx,
    {
      kind: m.kind,
      fromClientPackageId: m.from,
      toClientPackageId: m.to,
      valueMinor,
      potMinor: m.pot,
      creditMinor,
      reason: m.reason,
      effectiveOn: by.today,
      staffId: staffOf(by),
      at: by.at,
      undoneAt: null,
    },
    sessions,
  )
}

async function bringIn(tx: Tx, clientPackageId: number, valueMinor: Minor): Promise<void> {
  const p = await findClientPackage(tx, clientPackageId)
  if (!p) throw new Error(`No client package ${clientPackageId}`)
  if (valueMinor !== 0) await updateClientPackage(tx, p, { broughtInMinor: add(p.broughtInMinor, valueMinor) })
}

/** Takes every row back: what arrived is withdrawn. Refused when one of them is not free any more. */
export async function takeRowsBack(tx: Tx, by: By, t: Row<'transfers'>, touched: () => never): Promise<void> {
  for (const { fromSessionId, toSessionId } of await listMovedSessions(tx, t.id)) {
    const from = await getSession(tx, fromSessionId)
    if (!from || from.state !== 'transferred') throw new Error(`Session ${fromSessionId} is not where transfer ${t.id} left it`)
    if (toSessionId !== null) {
      const to = await getSession(tx, toSessionId)
      if (to?.state !== 'available' || to.valueMinor !== from.valueMinor) return touched()
      await giveBackReceived(tx, by, to)
    }
    await takeBackTransferred(tx, by, from)
  }
}

/** Takes back what came of the pot, if it is still there, and what was brought in. */
export async function takeValueBack(tx: Tx, by: By, t: Row<'transfers'>, touched: () => never): Promise<void> {
  if (t.potMinor !== null) {
    if ((await potLeft(tx, t.toClientPackageId)) < t.potMinor) return touched()
    await movePot(tx, by, t.toClientPackageId, 'moveOut', negate(t.potMinor), '')
    await movePot(tx, by, t.fromClientPackageId, 'moveIn', t.potMinor, '')
  }
  await bringIn(tx, t.toClientPackageId, negate(t.valueMinor))
}
