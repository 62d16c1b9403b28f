// Changing a client package after its sale: more or fewer sessions, another end, holds. Values never change by it: added
// sessions are worth nothing, and withdrawn ones keep what they were worth.

import type { z } from 'zod'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import { findItem, updateClientPackage } from '../../db/queries/client-packages.ts'
import { findHold, insertHold, liftHold, listHolds, shortenHold } from '../../db/queries/holds.ts'
import { findHighestNumber, listSessions, listUses } from '../../db/queries/sessions.ts'
import type { Row } from '../../db/schema.ts'
import type { Adjustment } from '../../shared/contract/client-package-changes.ts'
import { dayOf, type LocalDate, type LocalDateTime } from '../../shared/dates.ts'
import { endOf, endWords, startOf } from '../../shared/domain/expiry.ts'
import { type Hold, heldDaysOf, holdOn, holdsOverlap, holdWords } from '../../shared/domain/holds.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate } from '../../shared/format.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { type Card, getCard } from './client-package-cards.ts'
import { addSession, byOf, courseOf, settleExpiry, withdrawSession } from './ledger.ts'
import { assertEndable, getClientPackage, getOpenClientPackage } from './open-client-package.ts'

interface Adjust {
  clientPackageItemId: number
  change: z.output<typeof Adjustment>
  reason: string
}

export async function adjust(c: CommandContext, { clientPackageItemId, change, reason }: Adjust): Promise<Card> {
  const item = await findItem(c.tx, clientPackageItemId)
  if (!item) return refuse('call.notFound', { what: 'package' })
  const p = await getOpenClientPackage(c.tx, item.clientPackageId)
  if (item.quantity === null) refuse('clientPackage.notAdjustable', { package: p.name })
  const sessions = await listSessions(c.tx, item.id)
  const free = sessions.filter((s) => s.state === 'available').sort((a, b) => b.number - a.number)
  const by = change.kind === 'add' ? change.count : change.kind === 'takeOff' ? -change.count : change.count - free.length
  if (by < -free.length) refuse('clientPackage.tooFewFree', { package: p.name, free: free.length })
  const last = await findHighestNumber(c.tx, item.id)
  for (let n = 1; n <= by; n++) await addSession(c.tx, byOf(c), item.id, last + n, reason)
  for (const session of free.slice(0, Math.max(0, -by))) await withdrawSession(c.tx, byOf(c), session, reason)
  await settleExpiry(c.tx, byOf(c), p.id)
  return getCard(c.tx, c.today, p.id)
}

export async function previewEnd({ db, today }: QueryContext, { id, end }: { id: number; end: LocalDate | null }) {
  const p = await getClientPackage(db, id)
  const course = await courseOf(db, p, today)
  return {
    ...wordsOf(p, endOf(expiryRuleOf(p), course), endOf(expiryRuleOf(p), { ...course, manualEnd: end })),
    outside: await bookedOutside(db, p.id, endOf(expiryRuleOf(p), { ...course, manualEnd: end })),
  }
}

export async function setEnd(c: CommandContext, { id, end, reason }: { id: number; end: LocalDate | null; reason: string }): Promise<Card> {
  const p = await getOpenClientPackage(c.tx, id)
  assertEndable(p, c.today, end)
  await updateClientPackage(c.tx, p, { manualEnd: end, manualEndReason: reason })
  await settleExpiry(c.tx, byOf(c), id)
  return getCard(c.tx, c.today, id)
}

interface NewHold extends Hold {
  id: number
}

export async function previewHold({ db, today }: QueryContext, { id, fromDay, throughDay }: NewHold) {
  const p = await getClientPackage(db, id)
  const course = await assertHoldable(db, today, p, { fromDay, throughDay })
  const holds = [...course.holds, { fromDay, throughDay }]
  const after = endOf(expiryRuleOf(p), { ...course, heldDays: heldDaysOf(holds, today) })
  const within = (await bookedVisits(db, id)).filter((at) => holdOn([{ fromDay, throughDay }], dayOf(at)))
  return { ...wordsOf(p, endOf(expiryRuleOf(p), course), after), within }
}

export async function hold(c: CommandContext, { id, fromDay, throughDay, reason }: NewHold & { reason: string }): Promise<Card> {
  const p = await getOpenClientPackage(c.tx, id)
  await assertHoldable(c.tx, c.today, p, { fromDay, throughDay })
  await insertHold(c.tx, { clientPackageId: p.id, fromDay, throughDay, reason, staffId: c.staff.id, at: c.instant, liftedAt: null })
  await settleExpiry(c.tx, byOf(c), id)
  return getCard(c.tx, c.today, id)
}

/** A hold keeps days from being lost; before it is valid, and after its end, there are none to lose. Its course without it. */
async function assertHoldable(db: Db, today: LocalDate, p: Row<'clientPackages'>, wanted: Hold) {
  if (wanted.throughDay !== null && wanted.throughDay < wanted.fromDay) refuse('hold.order')
  const other = (await listHolds(db, p.id)).find((h) => holdsOverlap(h, wanted))
  if (other) refuse('hold.overlaps', { words: holdWords(other) })
  const used = (await listUses(db, p.id)).find((u) => u.state !== 'booked' && holdOn([wanted], dayOf(u.startsAt)))
  if (used) refuse('hold.used', { day: formatDate(dayOf(used.startsAt)) })
  const course = await courseOf(db, p, today)
  const [start, end] = [startOf(course), endOf(expiryRuleOf(p), course)]
  if (wanted.fromDay < start) refuse('hold.tooEarly', { package: p.name, day: formatDate(start) })
  if (end !== null && end < wanted.fromDay) refuse('hold.tooLate', { package: p.name, end: formatDate(end) })
  return course
}

export async function endHold(c: CommandContext, { holdId, throughDay }: { holdId: number; throughDay: LocalDate }): Promise<Card> {
  const held = await findHold(c.tx, holdId)
  if (!held || held.liftedAt !== null) return refuse('call.notFound', { what: 'hold' })
  if (held.throughDay !== null && held.throughDay < throughDay) refuse('hold.longer')
  if (throughDay < held.fromDay) await liftHold(c.tx, held, c.instant)
  else await shortenHold(c.tx, held, throughDay)
  await settleExpiry(c.tx, byOf(c), held.clientPackageId)
  return getCard(c.tx, c.today, held.clientPackageId)
}

const bookedVisits = async (db: Db, id: number): Promise<LocalDateTime[]> =>
  (await listUses(db, id)).filter((u) => u.state === 'booked').map((u) => u.startsAt)

async function bookedOutside(db: Db, id: number, end: LocalDate | null): Promise<LocalDateTime[]> {
  return end === null ? [] : (await bookedVisits(db, id)).filter((at) => dayOf(at) > end)
}

const wordsOf = (p: Row<'clientPackages'>, before: LocalDate | null, after: LocalDate | null) => ({
  before: endWords(expiryRuleOf(p), before),
  after: endWords(expiryRuleOf(p), after),
})
