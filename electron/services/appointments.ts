// Appointments: booking, changing, completing. How one ends early, and comes back, is in appointment-endings.ts.

import {
  findAppointment,
  findAppointmentWithNames,
  findClientName,
  insertAppointment,
  listAllHours,
  listAppointmentIdsOf,
  listPractitioners,
  listTiles,
  updateAppointment,
} from '../../db/queries/appointments.ts'
import { listBookedFor } from '../../db/queries/client-links.ts'
import { findInvoiceOfAppointment } from '../../db/queries/invoices.ts'
import { findSessionOfAppointment } from '../../db/queries/sessions.ts'
import type { Db, Tx } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { z } from 'zod'
import type { Appointment, BookAppointment, EditAppointment } from '../../shared/contract/appointments.ts'
import { addDays, atTime, dayOf, daysBetween, type LocalDate, type LocalDateTime, type LocalTime, weekdayOf } from '../../shared/dates.ts'
import { isOpen, STATUS_WORDS } from '../../shared/domain/appointments.ts'
import type { AppointmentStatus } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate, fullName } from '../../shared/format.ts'
import { minor } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { assertUnchanged } from '../marks.ts'
import { appointmentView, markOfVisit } from './appointment-view.ts'
import { draftInvoice, publishVisit, withdrawInvoice } from './billing.ts'
import { assertOwn, checkRedeemable, checkSlot } from './booking-rules.ts'
import { bookSession, byOf, returnSession, settleFirstUse, undoUse, useSession } from './ledger.ts'
import { relatedInvoiceOf } from './related-invoice.ts'
import { usableCards } from './sharing.ts'

type Output = z.output<typeof Appointment>
const MOST_DAYS = 42
const MIDNIGHT = '00:00' as LocalTime

export async function onDays({ db }: QueryContext, { from, through }: { from: LocalDate; through: LocalDate }) {
  const days = Math.min(MOST_DAYS, Math.max(1, daysBetween(from, through) + 1))
  const before = atTime(addDays(from, days), MIDNIGHT)
  const [rows, people, hours] = [
    await listTiles(db, atTime(from, MIDNIGHT), before),
    await listPractitioners(db, from, before),
    await listAllHours(db),
  ]
  const shown = Array.from({ length: days }, (_, i) => addDays(from, i))
  const columns = people.map((p) => ({
    ...p,
    hours: shown.flatMap((day) =>
      hours.filter((h) => h.staffId === p.id && h.weekday === weekdayOf(day)).map(({ fromTime, toTime }) => ({ day, fromTime, toTime })),
    ),
  }))
  const tiles = rows.map(({ givenName, familyName, position, of, quantity: _, unpaid, hasNote, ...tile }) => ({
    ...tile,
    clientName: fullName({ givenName, familyName }),
    count: position === null ? null : { position, of },
    unpaid: unpaid === 1,
    hasNote: hasNote === 1,
  }))
  return { columns, tiles }
}

export async function get({ db, today }: QueryContext, { id }: { id: number }) {
  const view = await appointmentView(db, id)
  const invoice = await findInvoiceOfAppointment(db, id)
  return {
    ...view,
    relatedInvoice: invoice ? await relatedInvoiceOf(db, invoice) : null,
    clientPackages: await usableCards(db, today, view.clientId, view.session?.clientPackageId),
  }
}

/** Theirs, and those of the linked clients for whom they may book and manage. */
export async function ofClient({ db }: QueryContext, { clientId }: { clientId: number }): Promise<Output[]> {
  const bookedFor = (await listBookedFor(db, clientId)).map((l) => l.id)
  const views: Output[] = []
  for (const { id } of await listAppointmentIdsOf(db, [clientId, ...bookedFor])) views.push(await appointmentView(db, id))
  return views
}

/** Books an appointment and, if a package was chosen, one of its sessions: both or neither. */
export async function book(c: CommandContext, input: Omit<z.output<typeof BookAppointment>, 'key'>): Promise<Output> {
  const client = await getClientName(c.tx, input.clientId)
  const { service, slot } = await checkSlot(c, input, null)
  const item =
    input.clientPackageItemId === null
      ? null
      : await checkRedeemable(c.tx, input.clientPackageItemId, redemptionOf(input, c.today, input.clientId, service.priceMinor))
  const id = await insertAppointment(c.tx, {
    clientId: client.id,
    practitionerId: input.practitionerId,
    serviceId: service.id,
    ...slot,
    status: 'booked',
    regularPriceMinor: service.priceMinor,
    note: input.note,
    createdAt: c.instant,
  })
  if (item && !(await bookSession(c.tx, byOf(c), item, id))) refuse('session.taken')
  if (item) await settleFirstUse(c.tx, byOf(c), item.clientPackageId)
  await draftInvoice(c.tx, byOf(c), {
    id,
    clientId: client.id,
    serviceId: service.id,
    regularPriceMinor: service.priceMinor,
    serviceName: service.name,
  })
  return appointmentView(c.tx, id)
}

async function getClientName(tx: Tx, id: number) {
  const client = await findClientName(tx, id)
  return client && !client.deletedAt ? client : refuse('call.notFound', { what: 'client' })
}

const redemptionOf = (
  input: { serviceId: number; startsAt: LocalDateTime; confirmed: { endMoves: boolean } },
  today: LocalDate,
  clientId: number,
  regularPriceMinor: number,
) => ({
  clientId,
  serviceId: input.serviceId,
  startsAt: input.startsAt,
  regularPriceMinor,
  endMovesConfirmed: input.confirmed.endMoves,
  today,
})

/** Changes an open appointment. Its session stays where date, service and package allow it; else it is returned and booked anew, or let go. */
export async function edit(c: CommandContext, input: z.output<typeof EditAppointment>): Promise<Output> {
  const before = await getOpen(c, input.id)
  assertOwn(c, before.practitionerId)
  const held = await findSessionOfAppointment(c.tx, before.id)
  const name = fullName((await findClientName(c.tx, before.clientId)) ?? { givenName: '', familyName: '' })
  await assertUnchanged(c, { what: `The appointment of ${name}`, now: { mark: markOfVisit(before, held) }, mark: input.mark })
  const { id: clientId } = await getClientName(c.tx, input.clientId ?? before.clientId)
  const sameClient = clientId === before.clientId
  const unchanged =
    before.practitionerId === input.practitionerId &&
    before.serviceId === input.serviceId &&
    before.startsAt === input.startsAt &&
    before.endsAt === input.endsAt
  const { service, slot } = await checkSlot(c, input, { id: before.id, unchanged })
  const regularPriceMinor = service.id === before.serviceId ? before.regularPriceMinor : service.priceMinor
  const sameItem = held?.clientPackageItemId === input.clientPackageItemId
  const keeps = held !== undefined && sameItem && sameClient && service.id === before.serviceId
  const movesDay = dayOf(before.startsAt) !== dayOf(input.startsAt)
  if (keeps && movesDay)
    await checkRedeemable(c.tx, held.clientPackageItemId, {
      ...redemptionOf(input, c.today, clientId, regularPriceMinor),
      appointmentId: before.id,
      keepsSession: true,
    })

  const item =
    keeps || input.clientPackageItemId === null
      ? null
      : await checkRedeemable(c.tx, input.clientPackageItemId, {
          ...redemptionOf(input, c.today, clientId, regularPriceMinor),
          appointmentId: before.id,
        })
  const by = byOf(c)
  if (held && !keeps) await returnSession(c.tx, by, held, 'Changed')
  const { status } = before
  await updateAppointment(c.tx, before, {
    clientId,
    practitionerId: input.practitionerId,
    serviceId: service.id,
    ...slot,
    status,
    regularPriceMinor,
    note: input.note,
  })
  if (item && !(await bookSession(c.tx, by, item, before.id))) refuse('session.taken')
  const usedOn = item?.clientPackageId ?? (keeps && movesDay ? held.clientPackageId : null)
  if (usedOn !== null) await settleFirstUse(c.tx, by, usedOn)
  const sameTerms = keeps || (!held && !item && sameClient && service.id === before.serviceId)
  const visit = { id: before.id, clientId, serviceId: service.id, regularPriceMinor, serviceName: service.name }
  if (!sameTerms && (await isPublished(c.tx, before.id))) await withdrawInvoice(c.tx, by, before.id)
  await draftInvoice(c.tx, by, visit)
  return appointmentView(c.tx, before.id)
}

async function isPublished(tx: Tx, appointmentId: number): Promise<boolean> {
  return (await findInvoiceOfAppointment(tx, appointmentId))?.status === 'published'
}

export async function setStatus(c: CommandContext, { id, status }: { id: number; status: AppointmentStatus }): Promise<Output> {
  const before = await getOpen(c, id)
  await updateAppointment(c.tx, before, { status })
  return appointmentView(c.tx, id)
}

/** The visit took place: its session is used, its invoice published. */
export async function complete(c: CommandContext, { id }: { id: number }): Promise<Output> {
  const before = await getOpen(c, id)
  assertDayHasCome(before, c.today)
  const held = await findSessionOfAppointment(c.tx, id)
  if (held) await useSession(c.tx, byOf(c), held, before)
  await updateAppointment(c.tx, before, { status: 'completed' })
  await publishVisit(c.tx, byOf(c), await visitOf(c.tx, id), true)
  return appointmentView(c.tx, id)
}

/** Takes a completion back: the session is booked again. Its invoice stays; completing again needs no second one. */
export async function undoComplete(c: CommandContext, { id }: { id: number }): Promise<Output> {
  const before = await getAppointment(c, id)
  if (before.status !== 'completed') refuse('appointment.wrongStatus', { status: STATUS_WORDS[before.status] })
  const held = await findSessionOfAppointment(c.tx, id)
  if (held) await undoUse(c.tx, byOf(c), held, id)
  await updateAppointment(c.tx, before, { status: 'booked' })
  return appointmentView(c.tx, id)
}

/** The appointment, if it exists and the caller may touch it. */
export async function getAppointment(c: CommandContext, id: number): Promise<Row<'appointments'>> {
  const row = await findAppointment(c.tx, id)
  if (!row || row.deletedAt) return refuse('call.notFound', { what: 'appointment' })
  assertOwn(c, row.practitionerId)
  return row
}

export async function getOpen(c: CommandContext, id: number): Promise<Row<'appointments'>> {
  const row = await getAppointment(c, id)
  if (!isOpen(row.status)) refuse('appointment.wrongStatus', { status: STATUS_WORDS[row.status] })
  return row
}

export function assertDayHasCome(a: { startsAt: LocalDateTime }, today: LocalDate): void {
  if (dayOf(a.startsAt) > today) refuse('appointment.notYet', { day: formatDate(dayOf(a.startsAt)) })
}

export async function visitOf(db: Db, id: number) {
  const row = await findAppointmentWithNames(db, id)
  if (!row) throw new Error(`No appointment ${id}`)
  return {
    id,
    clientId: row.clientId,
    serviceId: row.serviceId,
    regularPriceMinor: minor(row.regularPriceMinor),
    serviceName: row.serviceName,
  }
}
