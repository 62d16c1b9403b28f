// Several visits at once: proposed where there is room, looked at one by one, booked by one command, and taken back whole.
// Each is booked as a single one would be, so every rule of booking holds for it.

import type { z } from 'zod'
import { findClientName, findConflict, findPractitioner, findService, listGivers, listHours } from '../../db/queries/appointments.ts'
import { findVisitOf, listBusy, listLikely } from '../../db/queries/diary.ts'
import { getPractice } from '../../db/queries/practice.ts'
import type { Db } from '../../db/handles.ts'
import type { BookedVisit, Schedule, Visit, VisitBasis } from '../../shared/contract/series.ts'
import { addDays, addMinutes, atTime, type LocalDate, type LocalDateTime, type LocalTime, timeOf } from '../../shared/dates.ts'
import { isInside, overlap, withBreak } from '../../shared/domain/appointments.ts'
import { holdOn } from '../../shared/domain/holds.ts'
import { proposeVisits as propose, type Rhythm, targetDay } from '../../shared/domain/proposals.ts'
import { coverVisits, endWithFirst } from '../../shared/domain/series.ts'
import { refuse, sentenceOf } from '../../shared/errors.ts'
import { formatTime, fullName } from '../../shared/format.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { remove } from './appointment-endings.ts'
import { book } from './appointments.ts'
import type { Granted } from './granting.ts'
import { basisOf } from './visit-basis.ts'

export type ScheduleInput = z.output<typeof Schedule>
type Basis = z.output<typeof VisitBasis>
type VisitInput = z.output<typeof Visit>

interface Proposing {
  clientId: number
  basis: Basis
  serviceId: number
  practitionerId: number | null
  visits: number
  from: LocalDate | null
  time: LocalTime | null
  rhythm: Rhythm | null
}

const WEEKLY: Rhythm = { count: 1, unit: 'week' }
/** How far ahead a diary is read. */
const MOST_DAYS = 760
const LONGEST_MINUTES = 24 * 60
const MIDNIGHT = '00:00' as LocalTime

export async function proposeVisits({ db, today, now, scope, staff }: QueryContext, input: Proposing) {
  const service = await findService(db, input.serviceId)
  if (!service) return refuse('call.notFound', { what: 'service' })
  const { covering, terms, frequency, lastVisitOn } = await basisOf(db, today, input.clientId, input.basis)
  const rhythm = input.rhythm ?? frequency ?? WEEKLY
  const minutes = terms.durationMinutes ?? service.durationMinutes
  const practitionerId =
    scope === 'own' ? staff.id : (input.practitionerId ?? (await listLikely(db, input.clientId, service.id))[0]?.id ?? null)
  const practitioner = practitionerId === null ? undefined : await findPractitioner(db, practitionerId)
  if (practitionerId === null || !practitioner)
    return { practitionerId: null, rhythm, minutes, from: input.from ?? addDays(today, 1), visits: [] }
  const from = input.from ?? nextDayOf(lastVisitOn, rhythm, today)
  const span = [atTime(addDays(from, -1), MIDNIGHT), atTime(addDays(from, MOST_DAYS), MIDNIGHT)] as const
  const busy = [
    ...(practitioner.allowsOverlap ? [] : await listBusy(db, { practitionerId }, ...span)),
    ...(await listBusy(db, { clientId: input.clientId }, ...span)),
  ]
  const found = propose(
    {
      visits: input.visits,
      from,
      time: input.time,
      rhythm,
      minutes,
      breakMinutes: service.breakMinutes,
      lastDay: (first) => endWithFirst(covering, first),
      isClosed: (day) =>
        holdOn(covering.holds, day) !== undefined || (covering.course.validFrom !== null && day < covering.course.validFrom),
      notBefore: now,
    },
    { hours: await listHours(db, practitionerId), busy },
  )
  return { practitionerId, rhythm, minutes, from, visits: found.map((slot) => ({ serviceId: service.id, practitionerId, ...slot })) }
}

/** Tomorrow, or as the rhythm goes on from the last visit that is booked already. */
const nextDayOf = (lastVisitOn: LocalDate | null, rhythm: Rhythm, today: LocalDate): LocalDate =>
  lastVisitOn && lastVisitOn >= today ? targetDay(lastVisitOn, rhythm, 1) : addDays(today, 1)

export async function previewVisits({ db, today }: QueryContext, input: { clientId: number; basis: Basis; visits: VisitInput[] }) {
  const { covering, feeOf, regularFeeOf } = await basisOf(db, today, input.clientId, input.basis)
  const covers = coverVisits(
    input.visits.map((v) => v.startsAt),
    covering,
  )
  const visits = []
  for (const [i, visit] of input.visits.entries()) {
    const cover = covers[i] ?? { onPackage: false, why: 'outside validity' }
    visits.push({
      onPackage: cover.onPackage,
      why: cover.onPackage ? null : cover.why,
      feeMinor: await (cover.onPackage ? feeOf : regularFeeOf)(visit.serviceId),
      conflict: await conflictOf(db, input.clientId, visit, input.visits.slice(0, i)),
    })
  }
  return { currency: (await getPractice(db)).currency, visits }
}

type Conflict = { kind: 'taken' | 'together' | 'notGiven' | 'outsideHours' | 'clientBusy'; words: string }

/** What stands in the way of a visit, the worst first; the last of them does not keep it from being booked. */
async function conflictOf(db: Db, clientId: number, visit: VisitInput, before: readonly VisitInput[]): Promise<Conflict | null> {
  const practitioner = await findPractitioner(db, visit.practitionerId)
  const service = await findService(db, visit.serviceId)
  if (!practitioner || !service) return refuse('call.notFound', { what: practitioner ? 'service' : 'practitioner' })
  const { name } = practitioner
  const givers = await listGivers(db, service.id)
  const gives = practitioner.active === 1 && (givers.length === 0 || givers.some((g) => g.staffId === practitioner.id))
  if (!gives) return { kind: 'notGiven', words: sentenceOf('appointment.notGiven', { practitioner: name, service: service.name }) }
  const slotOf = ({ startsAt, endsAt }: VisitInput) => ({ startsAt, busyUntil: withBreak(endsAt, service.breakMinutes) })
  const slot = slotOf(visit)
  if (before.some((b) => b.practitionerId === visit.practitionerId && !practitioner.allowsOverlap && overlap(slotOf(b), slot)))
    return { kind: 'together', words: `It overlaps another of these visits.` }
  const other = practitioner.allowsOverlap
    ? undefined
    : await findConflict(db, {
        practitionerId: practitioner.id,
        ...slot,
        floor: addMinutes(visit.startsAt, -LONGEST_MINUTES),
        exceptId: 0,
      })
  if (other) {
    const words = sentenceOf('appointment.slotTaken', { practitioner: name, client: fullName(other), time: timeWords(other.startsAt) })
    return { kind: 'taken', words }
  }
  const hours = await listHours(db, practitioner.id)
  if (hours.length > 0 && !isInside(hours, visit.startsAt, visit.endsAt))
    return { kind: 'outsideHours', words: `${name} does not work then.` }
  return clientConflict(db, clientId, visit)
}

async function clientConflict(db: Db, clientId: number, visit: VisitInput): Promise<Conflict | null> {
  const own = await findVisitOf(db, clientId, visit)
  const client = own && (await findClientName(db, clientId))
  return own && client ? { kind: 'clientBusy', words: `${fullName(client)} has another appointment at ${timeWords(own.startsAt)}.` } : null
}

const timeWords = (at: LocalDateTime): string => formatTime(timeOf(at))

interface Booking {
  clientId: number
  clientPackageItemId: number
  visits: z.output<typeof BookedVisit>[]
  confirmed: { outsideHours: boolean; endMoves: boolean }
}

/** All or none, the earliest first, so that sessions and counts go by date. */
export async function bookVisits(c: CommandContext, { clientId, clientPackageItemId, visits, confirmed }: Booking) {
  const inOrder = visits.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const appointmentIds: number[] = []
  for (const { onPackage, ...visit } of inOrder) {
    const item = onPackage ? clientPackageItemId : null
    appointmentIds.push((await book(c, { clientId, ...visit, clientPackageItemId: item, note: '', confirmed })).id)
  }
  return { appointmentIds }
}

/** The visits that are booked together with a sale or an assignment. */
export async function bookSchedule(
  c: CommandContext,
  clientId: number,
  granted: Granted,
  schedule: ScheduleInput | null,
): Promise<number[]> {
  if (!schedule) return []
  const clientPackageItemId = granted.itemIds.get(schedule.position) ?? refuse('call.notFound', { what: 'item of the package' })
  return (await bookVisits(c, { clientId, clientPackageItemId, ...schedule })).appointmentIds
}

export async function undoVisits(c: CommandContext, { appointmentIds }: { appointmentIds: number[] }) {
  for (const id of appointmentIds) await remove(c, { id })
  return { count: appointmentIds.length }
}
