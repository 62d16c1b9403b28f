// An appointment as screens show it: names, its session with the count, its invoice with what is due.

import type { z } from 'zod'
import { findAppointmentWithNames, findClientName } from '../../db/queries/appointments.ts'
import { findClientPackage } from '../../db/queries/client-packages.ts'
import { findInvoiceOfAppointment, sumInvoice } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { findSessionOfAppointment, listSessions } from '../../db/queries/sessions.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { Appointment } from '../../shared/contract/appointments.ts'
import { countStates, positionOf } from '../../shared/domain/sessions.ts'
import { refuse } from '../../shared/errors.ts'
import { fullName } from '../../shared/format.ts'
import { minor, subtract } from '../../shared/money.ts'
import { markOf } from '../marks.ts'

/** Of all that editing an appointment writes. */
export const markOfVisit = (row: Row<'appointments'>, held: { clientPackageItemId: number } | undefined): string => {
  const { clientId, practitionerId, serviceId, startsAt, endsAt, note } = row
  return markOf({ clientId, practitionerId, serviceId, startsAt, endsAt, note, item: held?.clientPackageItemId })
}

export async function appointmentView(db: Db, id: number): Promise<z.output<typeof Appointment>> {
  const row = await findAppointmentWithNames(db, id)
  if (!row) return refuse('call.notFound', { what: 'appointment' })
  const { currency } = await getPractice(db)
  const held = await findSessionOfAppointment(db, id)
  return {
    id,
    mark: markOfVisit(row, held),
    clientId: row.clientId,
    clientName: fullName(row),
    practitionerId: row.practitionerId,
    practitionerName: row.practitionerName,
    serviceId: row.serviceId,
    serviceName: row.serviceName,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    busyUntil: row.busyUntil,
    status: row.status,
    note: row.note,
    deleted: row.deletedAt !== null,
    regularPriceMinor: row.regularPriceMinor,
    currency,
    session: held ? await sessionOf(db, held) : null,
    invoice: await invoiceOf(db, id),
    droppedPackage: null,
  }
}

async function sessionOf(db: Db, held: NonNullable<Awaited<ReturnType<typeof findSessionOfAppointment>>>) {
  const sessions = await listSessions(db, held.clientPackageItemId)
  const counts = countStates(sessions.map((s) => s.state))
  const limited = held.quantity !== null
  return {
    clientPackageId: held.clientPackageId,
    clientPackageItemId: held.clientPackageItemId,
    packageName: (await findClientPackage(db, held.clientPackageId))?.name ?? '',
    count: { position: positionOf(sessions, held.id) ?? 0, of: limited ? counts.total : null },
    remaining: limited ? counts.remaining : null,
    valueMinor: held.valueMinor,
  }
}

async function invoiceOf(db: Db, appointmentId: number) {
  const invoice = await findInvoiceOfAppointment(db, appointmentId)
  if (!invoice) return null
  const { amounts, taxes, paid, loss } = await sumInvoice(db, invoice.id)
  const totalMinor = minor(invoice.pricesIncludeTax ? amounts : amounts + taxes)
  const payer = await findClientName(db, invoice.clientId)
  return {
    id: invoice.id,
    number: invoice.number,
    status: invoice.status,
    totalMinor,
    dueMinor: subtract(totalMinor, minor(paid + loss)),
    payerId: invoice.clientId,
    payerName: payer ? fullName(payer) : '',
  }
}
