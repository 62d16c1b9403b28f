// How services move sessions: one function a move, each one entry in the ledger (or two, when a returned session lapses at once).
// Effective dates never run backwards: an entry counts from its own day or from that of the entry before it, whichever is later.

import { findClientPackage } from '../../db/queries/client-packages.ts'
import { listHolds } from '../../db/queries/holds.ts'
import {
  appendPotEntry,
  appendSessionEntry,
  expiredPot,
  findHighestNumber,
  findLastEffectiveOn,
  insertSession,
  listSessions,
  listSessionsInState,
  listUses,
  potLeft,
} from '../../db/queries/sessions.ts'
import { isPotMoved } from '../../db/queries/transfers.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db, Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { addDays, dayOf, type Instant, later, type LocalDate, type LocalDateTime } from '../../shared/dates.ts'
import { endOf, type Course } from '../../shared/domain/expiry.ts'
import { heldDaysOf, type Hold } from '../../shared/domain/holds.ts'
import { drawFromPot } from '../../shared/domain/packages.ts'
import { nextFree } from '../../shared/domain/sessions.ts'
import type { PotMove, SessionMove, SessionState } from '../../shared/domain/words.ts'
import { type Minor, negate, ZERO } from '../../shared/money.ts'

/** Who moves it, and when. Staff null: the daily opening. */
export interface By {
  staffId: number | null
  at: Instant
  today: LocalDate
}
export const byOf = (c: { staff: { id: number }; instant: Instant; today: LocalDate }): By => ({
  staffId: c.staff.id,
  at: c.instant,
  today: c.today,
})

interface Held {
  id: number
  state: SessionState
  valueMinor: Minor
}

async function append(
  tx: Tx,
  by: By,
  session: Held,
  move: SessionMove,
  toState: SessionState,
  more: { on: LocalDate; appointmentId?: number; valueMinor?: Minor; reason?: string },
) {
  const last = await findLastEffectiveOn(tx, session.id)
  await appendSessionEntry(tx, {
    sessionId: session.id,
    move,
    fromState: session.state,
    toState,
    appointmentId: more.appointmentId ?? null,
    valueMinor: more.valueMinor ?? session.valueMinor,
    effectiveOn: last ? later(more.on, last) : more.on,
    staffId: by.staffId,
    at: by.at,
    reason: more.reason ?? '',
  })
}

/** A new session with its first entry: free, or booked at once. Gives its id. */
async function appendFirst(
  tx: Tx,
  by: By,
  clientPackageItemId: number,
  number: number,
  first: { move: 'grant' | 'adjustPlus' | 'book'; valueMinor: Minor; appointmentId?: number; reason?: string },
): Promise<number> {
  const sessionId = await insertSession(tx, clientPackageItemId, number)
  await appendSessionEntry(tx, {
    sessionId,
    move: first.move,
    fromState: null,
    toState: first.move === 'book' ? 'booked' : 'available',
    appointmentId: first.appointmentId ?? null,
    valueMinor: first.valueMinor,
    effectiveOn: by.today,
    staffId: by.staffId,
    at: by.at,
    reason: first.reason ?? '',
  })
  return sessionId
}

/** Grants the rows of a limited item, one a value, numbered from 1. */
export async function grantSessions(tx: Tx, by: By, clientPackageItemId: number, values: readonly Minor[]): Promise<void> {
  for (const [i, valueMinor] of values.entries()) {
    await appendFirst(tx, by, clientPackageItemId, i + 1, { move: 'grant', valueMinor })
  }
}

/** Books the free session with the lowest number, or a new row of an unlimited item. False: none is left. */
export async function bookSession(tx: Tx, by: By, item: Row<'clientPackageItems'>, appointmentId: number): Promise<boolean> {
  if (item.quantity === null) {
    if (await isPotMoved(tx, item.clientPackageId)) return false
    const valueMinor = drawFromPot(item.itemPriceMinor, await potLeft(tx, item.clientPackageId))
    await appendFirst(tx, by, item.id, (await findHighestNumber(tx, item.id)) + 1, { move: 'book', valueMinor, appointmentId })
    return true
  }
  const session = nextFree(await listSessions(tx, item.id))
  if (!session) return false
  await append(tx, by, session, 'book', 'booked', { on: by.today, appointmentId })
  return true
}

/** One session more, worth nothing: what was charged is dealt over the others. */
export async function addSession(tx: Tx, by: By, clientPackageItemId: number, number: number, reason: string): Promise<void> {
  await appendFirst(tx, by, clientPackageItemId, number, { move: 'adjustPlus', valueMinor: ZERO, reason })
}

/** One free session less. It keeps its value, so that all rows together go on making up the charge. */
export const withdrawSession = (tx: Tx, by: By, session: Held, reason: string) =>
  append(tx, by, session, 'adjustMinus', 'withdrawn', { on: by.today, reason })

/** Goes to another client package. The row stays with what it was worth: it counts as consumed. */
export const transferSession = (tx: Tx, by: By, session: Held, reason: string) =>
  append(tx, by, session, 'transfer', 'transferred', { on: by.today, reason })

/** A row that came from another client package, with the value it brought. Returns its id. */
export async function receiveSession(tx: Tx, by: By, clientPackageItemId: number, valueMinor: Minor, reason: string): Promise<number> {
  return appendFirst(tx, by, clientPackageItemId, (await findHighestNumber(tx, clientPackageItemId)) + 1, {
    move: 'grant',
    valueMinor,
    reason,
  })
}

/** Undoes a transfer at both ends: what was received is withdrawn and its value goes back with it. */
export const giveBackReceived = (tx: Tx, by: By, session: Held) =>
  append(tx, by, session, 'undoTransfer', 'withdrawn', { on: by.today, valueMinor: ZERO })
export const takeBackTransferred = (tx: Tx, by: By, session: Held) => append(tx, by, session, 'undoTransfer', 'available', { on: by.today })

/** Another value for a session that is not used yet; together such entries add up to what the charge changed by. */
export const revalueSession = (tx: Tx, by: By, session: Held & { appointmentId: number | null }, valueMinor: Minor, reason: string) =>
  append(tx, by, session, 'revalue', session.state, {
    on: by.today,
    ...(session.appointmentId === null ? {} : { appointmentId: session.appointmentId }),
    valueMinor,
    reason,
  })
/** A session that lapsed with its client package comes back with it. */
export const reactivateSession = (tx: Tx, by: By, session: Held, reason: string) =>
  append(tx, by, session, 'reactivate', 'available', { on: by.today, reason })

/** Takes what is left out of the pot (`cancel`, below 0), or brings it back. Nothing when there is nothing. */
export async function movePot(tx: Tx, by: By, clientPackageId: number, move: PotMove, amountMinor: Minor, reason: string): Promise<void> {
  if (amountMinor === 0) return
  await appendPotEntry(tx, { clientPackageId, move, amountMinor, effectiveOn: by.today, staffId: by.staffId, at: by.at, reason })
}

type OfItem = Held & { clientPackageItemId: number; clientPackageId: number; quantity: number | null }

/** Gives the session back; a row of an unlimited item is withdrawn and its value returns to the pot. What lapsed meanwhile expires at once. */
export async function returnSession(tx: Tx, by: By, session: OfItem, reason: string): Promise<void> {
  const move = session.state === 'forfeited' ? 'waive' : 'return'
  if (session.quantity === null) await append(tx, by, session, move, 'withdrawn', { on: by.today, valueMinor: ZERO, reason })
  else await append(tx, by, session, move, 'available', { on: by.today, reason })
  await settleExpiry(tx, by, session.clientPackageId)
}

/** Effective on the day of the appointment, as the statement shows it. */
export const useSession = (tx: Tx, by: By, session: Held, appointment: { id: number; startsAt: LocalDateTime }) =>
  append(tx, by, session, 'use', 'used', { on: dayOf(appointment.startsAt), appointmentId: appointment.id })

export const undoUse = (tx: Tx, by: By, session: Held, appointmentId: number) =>
  append(tx, by, session, 'undoUse', 'booked', { on: by.today, appointmentId })

export const forfeitSession = (tx: Tx, by: By, session: Held, appointment: { id: number; startsAt: LocalDateTime }, reason: string) =>
  append(tx, by, session, 'forfeit', 'forfeited', { on: dayOf(appointment.startsAt), appointmentId: appointment.id, reason })

export const undoForfeit = (tx: Tx, by: By, session: Held, appointmentId: number) =>
  append(tx, by, session, 'undoForfeit', 'booked', { on: by.today, appointmentId })

export const handOverPiece = (tx: Tx, by: By, session: Held) => append(tx, by, session, 'handOver', 'used', { on: by.today })
export const undoHandOverPiece = (tx: Tx, by: By, session: Held, reason: string) =>
  append(tx, by, session, 'undoHandOver', 'available', { on: by.today, reason })

/** What the end of a client package is counted from. `except`: as if that appointment held no session of it. */
export async function courseOf(
  db: Db,
  p: Row<'clientPackages'>,
  today: LocalDate,
  except?: number,
): Promise<Course & { visits: LocalDateTime[]; holds: Hold[] }> {
  const visits = (await listUses(db, p.id)).filter((u) => u.appointmentId !== except).map((u) => u.startsAt)
  const holds = await listHolds(db, p.id)
  return {
    purchasedOn: p.purchasedOn,
    validFrom: p.validFrom,
    manualEnd: p.manualEnd,
    firstUseOn: visits[0] ? dayOf(visits[0]) : null,
    visits,
    holds,
    heldDays: heldDaysOf(holds, today),
  }
}

export const currentEnd = async (db: Db, p: Row<'clientPackages'>, today: LocalDate): Promise<LocalDate | null> =>
  endOf(expiryRuleOf(p), await courseOf(db, p, today))

/**
 * Makes the ledger say what the calendar made true: after its end free sessions and the pot expire; if the end moved on, they
 * come back. Of a cancelled client package what is free lapses, also what comes back to it later. Gives how many expired.
 */
export async function settleExpiry(tx: Tx, by: By, clientPackageId: number): Promise<number> {
  const p = await findClientPackage(tx, clientPackageId)
  if (!p) return 0
  if (p.cancelledOn) return lapse(tx, by, p)
  const end = await currentEnd(tx, p, by.today)
  const ended = end !== null && end < by.today
  const rows = await listSessionsInState(tx, clientPackageId, ended ? 'available' : 'expired')
  for (const row of rows) {
    if (ended) await append(tx, by, row, 'expire', 'expired', { on: addDays(end, 1) })
    else await append(tx, by, row, 'reinstate', 'available', { on: by.today })
  }
  await settlePot(tx, by, p, ended ? addDays(end, 1) : null)
  return ended ? rows.length : 0
}

/** A visit more, or on another day, may move the end where it is counted from the first use. */
export async function settleFirstUse(tx: Tx, by: By, clientPackageId: number): Promise<void> {
  const p = await findClientPackage(tx, clientPackageId)
  if (p?.expiryKind === 'afterFirstUse') await settleExpiry(tx, by, clientPackageId)
}

async function lapse(tx: Tx, by: By, p: Row<'clientPackages'>): Promise<0> {
  const reason = p.cancelReason ?? ''
  for (const row of await listSessionsInState(tx, p.id, 'available'))
    await append(tx, by, row, 'cancel', 'cancelled', { on: by.today, reason })
  await movePot(tx, by, p.id, 'cancel', negate(await potLeft(tx, p.id)), reason)
  return 0
}

/** Closes the pot from the day after the end, or opens again what was closed. */
async function settlePot(tx: Tx, by: By, p: Row<'clientPackages'>, closedFrom: LocalDate | null): Promise<void> {
  const pot = { clientPackageId: p.id, staffId: by.staffId, at: by.at }
  const left = await potLeft(tx, p.id)
  if (closedFrom && left > 0) await appendPotEntry(tx, { ...pot, move: 'expire', amountMinor: negate(left), effectiveOn: closedFrom })
  if (!closedFrom) {
    const closed = await expiredPot(tx, p.id)
    if (closed > 0) await appendPotEntry(tx, { ...pot, move: 'reinstate', amountMinor: closed, effectiveOn: by.today })
  }
}
