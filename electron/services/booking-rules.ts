// What must be true before an appointment is booked or changed: who gives it, when, and on which package.
// Each check reads what it needs and refuses, or returns what the caller goes on with.

import { findClientName, findConflict, findPractitioner, findService, listGivers, listHours } from '../../db/queries/appointments.ts'
import { findClientPackage, findItem, listCovered } from '../../db/queries/client-packages.ts'
import { findSaleInvoice, sumInvoice } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { listSessions } from '../../db/queries/sessions.ts'
import { isPotMoved } from '../../db/queries/transfers.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db, Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import { addMinutes, dayOf, type LocalDate, type LocalDateTime, timeOf } from '../../shared/dates.ts'
import { isInside, withBreak } from '../../shared/domain/appointments.ts'
import { firstOutside, whyNotOn } from '../../shared/domain/client-packages.ts'
import { endWithVisit } from '../../shared/domain/expiry.ts'
import { forbiddenBy, type PaidSoFar } from '../../shared/domain/paid-share.ts'
import { countStates } from '../../shared/domain/sessions.ts'
import type { SessionState } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate, formatMoney, formatTime, fullName } from '../../shared/format.ts'
import { grantOf } from '../../shared/permissions.ts'
import type { Caller, CommandContext } from '../context.ts'
import { courseOf } from './ledger.ts'
import { assertMayUse } from './sharing.ts'
import { findTopUp } from './top-ups.ts'

export interface Wanted {
  practitionerId: number
  serviceId: number
  startsAt: LocalDateTime
  endsAt: LocalDateTime
  confirmed: { outsideHours: boolean; endMoves: boolean }
}

/** No appointment is longer, so overlaps are looked for no further back. */
const LONGEST_MINUTES = 24 * 60

export interface Slot {
  startsAt: LocalDateTime
  endsAt: LocalDateTime
  busyUntil: LocalDateTime
  slotFloor: LocalDateTime
}

/** A staff member whose role is limited to their own appointments may only touch those. */
export function assertOwn(c: Pick<CommandContext, 'scope' | 'staff'>, practitionerId: number): void {
  if (c.scope === 'own' && practitionerId !== c.staff.id) refuse('appointment.ownOnly')
}

/** The slot with its break, if the practitioner gives the service, is free, and works then (or the person overrides it and may). */
export async function checkSlot(
  c: Pick<CommandContext, 'tx' | 'scope' | 'staff'>,
  w: Wanted,
  appointment: { id: number; unchanged: boolean } | null,
) {
  const practitioner = await findPractitioner(c.tx, w.practitionerId)
  if (!practitioner?.isPractitioner) return refuse('call.notFound', { what: 'practitioner' })
  assertOwn(c, practitioner.id)
  const service = await findService(c.tx, w.serviceId)
  if (!service) return refuse('call.notFound', { what: 'service' })
  const slot = slotOf(w, service.breakMinutes)
  await assertFree(c.tx, practitioner, slot, appointment?.id ?? 0)
  if (appointment?.unchanged) return { service, slot } // what lapsed in the catalogue since does not drop what was booked
  if (!practitioner.active) refuse('call.notFound', { what: 'practitioner' })
  if (!service.active) refuse('service.notOffered', { service: service.name })
  const givers = await listGivers(c.tx, service.id)
  if (givers.length > 0 && !givers.some((g) => g.staffId === practitioner.id))
    refuse('appointment.notGiven', { practitioner: practitioner.name, service: service.name })
  const hours = await listHours(c.tx, practitioner.id)
  const mayOverride = w.confirmed.outsideHours && may(c.staff, practitioner.id)
  if (hours.length > 0 && !mayOverride && !isInside(hours, w.startsAt, w.endsAt))
    refuse('appointment.outsideHours', { practitioner: practitioner.name })
  return { service, slot }
}

const may = (staff: Caller, practitionerId: number): boolean => {
  const grant = grantOf(staff.role, 'appointments.override')
  return grant === 'all' || (grant === 'own' && staff.id === practitionerId)
}

const slotOf = (w: Pick<Wanted, 'startsAt' | 'endsAt'>, breakMinutes: number): Slot => ({
  startsAt: w.startsAt,
  endsAt: w.endsAt,
  busyUntil: withBreak(w.endsAt, breakMinutes),
  slotFloor: addMinutes(w.startsAt, -LONGEST_MINUTES),
})

/** The database holds this too; asking first lets the refusal name who is there. */
export async function assertFree(
  db: Db,
  practitioner: { id: number; name: string; allowsOverlap: 0 | 1 },
  slot: Omit<Slot, 'endsAt' | 'slotFloor'>,
  exceptId: number,
) {
  if (practitioner.allowsOverlap) return
  const other = await findConflict(db, {
    practitionerId: practitioner.id,
    startsAt: slot.startsAt,
    busyUntil: slot.busyUntil,
    floor: addMinutes(slot.startsAt, -LONGEST_MINUTES),
    exceptId,
  })
  if (other)
    refuse('appointment.slotTaken', { practitioner: practitioner.name, client: fullName(other), time: formatTime(timeOf(other.startsAt)) })
}

export interface Redemption {
  clientId: number
  serviceId: number
  startsAt: LocalDateTime
  regularPriceMinor: number
  endMovesConfirmed: boolean
  today: LocalDate
  /** The appointment being changed: its own session counts as free for the checks. */
  appointmentId?: number
  /** It stays with the session it holds: nothing is booked, so whose package it is is not asked again. */
  keepsSession?: boolean
}

/** The item of a client package that may be redeemed for this visit; judged by the visit's date. */
export async function checkRedeemable(tx: Tx, clientPackageItemId: number, r: Redemption): Promise<Row<'clientPackageItems'>> {
  const item = await findItem(tx, clientPackageItemId)
  const p = item && (await findClientPackage(tx, item.clientPackageId))
  if (!p) return refuse('call.notFound', { what: 'package' })
  const client = await findClientName(tx, r.clientId)
  const words = { client: client ? fullName(client) : '', package: p.name }
  if (!r.keepsSession) await assertMayUse(tx, p, r.clientId, r.appointmentId)
  const covers = (await listCovered(tx, item.id)).some((s) => s.serviceId === r.serviceId)
  if (!covers && !(await findTopUp(tx, item.id, { serviceId: r.serviceId, priceMinor: r.regularPriceMinor })))
    refuse('clientPackage.notCovered', { ...words, service: (await findService(tx, r.serviceId))?.name ?? '' })

  const day = dayOf(r.startsAt)
  const course = await courseOf(tx, p, r.today, r.appointmentId)
  const end = endWithVisit(expiryRuleOf(p), course, day)
  const why = whyNotOn({ ...p, holds: course.holds, end }, day)
  if (why) refuse('clientPackage.notValidOn', { ...words, day: formatDate(day), why })
  const outside = firstOutside(course.visits, end)
  if (outside && end && !r.endMovesConfirmed)
    refuse('clientPackage.endMoves', { ...words, end: formatDate(end), outside: formatDate(outside) })

  const sessions = await listSessions(tx, item.id)
  const mine = (s: { appointmentId: number | null }) => r.appointmentId !== undefined && s.appointmentId === r.appointmentId
  const isSpent = item.quantity === null ? await isPotMoved(tx, p.id) : !sessions.some((s) => s.state === 'available')
  if (isSpent && !sessions.some(mine))
    refuse('clientPackage.noneLeft', { ...words, regularFee: formatMoney(r.regularPriceMinor, (await getPractice(tx)).currency) })
  if (!sessions.some(mine)) await assertPaidFarEnough(tx, p, item, sessions)
  return item
}

async function assertPaidFarEnough(tx: Tx, p: Row<'clientPackages'>, item: Row<'clientPackageItems'>, sessions: Held[]): Promise<void> {
  const { useBeforePaid } = await getPractice(tx)
  const soFar = await paidSoFarOf(tx, p, item, sessions)
  const forbidden = soFar && forbiddenBy(useBeforePaid, soFar)
  if (forbidden) refuse('clientPackage.unpaid', { package: p.name, allowed: forbidden.allowed })
}

type Held = { state: SessionState; valueMinor: number }

/**
 * What is paid of it so far; null where nothing was to be paid before. Value that came from another client package was asked for
 * on that one's invoice, so here it counts as paid. Values are taken with their tax, as money is.
 */
export async function paidSoFarOf(
  db: Db,
  p: Row<'clientPackages'>,
  item: Row<'clientPackageItems'>,
  sessions: readonly Held[],
): Promise<PaidSoFar | null> {
  const sale = p.paymentStyle === 'eachAppointment' ? undefined : await findSaleInvoice(db, p.id)
  if (!sale) return null
  const { amounts, taxes, paid } = await sumInvoice(db, sale.id)
  const counts = countStates(sessions.map((s) => s.state))
  const moved = sessions.filter((s) => s.state === 'transferred').length // consumed, whoever uses them
  const total = sale.pricesIncludeTax ? amounts : amounts + taxes
  const asPaid = (value: number) => (amounts > 0 ? Math.round((value * total) / amounts) : value)
  const broughtIn = asPaid(p.broughtInMinor)
  return {
    paidMinor: paid + broughtIn,
    totalMinor: total + broughtIn,
    sessions: counts.total + moved,
    taken: counts.used + counts.forfeited + counts.booked + moved,
    drawnMinor: item.quantity === null ? asPaid(sessions.reduce((t, s) => t + s.valueMinor, 0)) : null,
  }
}
