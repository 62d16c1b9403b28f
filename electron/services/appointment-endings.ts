// How an appointment ends early (cancelled, late, no-show, deleted) and how that is taken back.
// The session goes back or is kept by the package's rule, else the practice's; the person may choose otherwise.

import type { z } from 'zod'
import { findAppointment, findPractitioner, updateAppointment } from '../../db/queries/appointments.ts'
import { findClientPackage, findItem } from '../../db/queries/client-packages.ts'
import { dropInvoice, findInvoiceOfAppointment, sumInvoice } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { findLastReturned, findSessionOfAppointment, listSessions } from '../../db/queries/sessions.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { Appointment } from '../../shared/contract/appointments.ts'
import { dayOf } from '../../shared/dates.ts'
import { type Ending, isEnding, isOpen, mayForfeit, STATUS_WORDS } from '../../shared/domain/appointments.ts'
import { isLate, whyNotOn } from '../../shared/domain/client-packages.ts'
import { endOf, endWithVisit } from '../../shared/domain/expiry.ts'
import { countStates } from '../../shared/domain/sessions.ts'
import { withTax } from '../../shared/domain/tax.ts'
import type { SessionRule } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { minor, ZERO } from '../../shared/money.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { listServiceTaxes } from '../../db/queries/appointments.ts'
import { appointmentView } from './appointment-view.ts'
import { assertDayHasCome, getAppointment, getOpen, visitOf } from './appointments.ts'
import { adjustToZero, feeOf, newDraft, publishVisit, withdrawInvoice } from './billing.ts'
import { assertFree } from './booking-rules.ts'
import { mayUse } from './sharing.ts'
import { bookSession, byOf, courseOf, forfeitSession, returnSession, settleFirstUse, undoForfeit } from './ledger.ts'

type Output = z.output<typeof Appointment>

export async function previewEnding(c: QueryContext, { id, as }: { id: number; as: Ending }) {
  const appointment = await findAppointment(c.db, id)
  if (!appointment || appointment.deletedAt) return refuse('call.notFound', { what: 'appointment' })
  if (!isOpen(appointment.status)) refuse('appointment.wrongStatus', { status: STATUS_WORDS[appointment.status] })
  const practice = await getPractice(c.db)
  const held = await findSessionOfAppointment(c.db, id)
  const p = held && (await findClientPackage(c.db, held.clientPackageId))
  const base = {
    isLate: isLate(appointment.startsAt, c.now, practice.lateCancelHours),
    rule: ruleFor(as, p, practice),
    currency: practice.currency,
    onAccountMinor: await paidOn(c.db, id),
  }
  if (!held || !p) return { ...base, packageName: null, remaining: null, afterReturn: null, lapsesAtOnce: false, feeMinor: ZERO }
  const remaining =
    held.quantity === null ? null : countStates((await listSessions(c.db, held.clientPackageItemId)).map((s) => s.state)).remaining
  const end = endOf(expiryRuleOf(p), await courseOf(c.db, p, c.today, id))
  const fee = await feeOf(c.db, p, held.clientPackageItemId, appointment.serviceId)
  return {
    ...base,
    packageName: p.name,
    remaining,
    afterReturn: remaining === null ? null : remaining + 1,
    lapsesAtOnce: end !== null && end < c.today,
    feeMinor: withTax(fee, await listServiceTaxes(c.db, appointment.serviceId), practice.pricesIncludeTax === 1),
  }
}

async function paidOn(db: Db, appointmentId: number) {
  const invoice = await findInvoiceOfAppointment(db, appointmentId)
  return invoice?.status === 'published' ? minor((await sumInvoice(db, invoice.id)).paid) : ZERO
}

/** The rule of the package wins over the practice's; a cancellation in time always returns. */
function ruleFor(as: Ending, p: Row<'clientPackages'> | undefined, practice: Row<'practice'>): SessionRule {
  if (as === 'noShow') return p?.noShowRule ?? practice.noShowRule
  if (as === 'lateCancelled') return p?.lateCancelRule ?? practice.lateCancelRule
  return 'return'
}

/** Cancels or marks a no-show. Kept sessions are charged as not attended; else the invoice falls away. */
export async function end(
  c: CommandContext,
  input: { id: number; as: Ending; session: 'return' | 'forfeit' | null; reason: string },
): Promise<Output> {
  const before = await getOpen(c, input.id)
  if (input.as === 'noShow') assertDayHasCome(before, c.today)
  const by = byOf(c)
  const held = await findSessionOfAppointment(c.tx, before.id)
  if (held && mayForfeit(input.as) && input.session === null) refuse('appointment.endingUndecided')
  const keeps = held && mayForfeit(input.as) && input.session === 'forfeit'

  if (held && keeps) await forfeitSession(c.tx, by, held, before, input.reason)
  if (held && !keeps) await returnSession(c.tx, by, held, input.reason)
  await updateAppointment(c.tx, before, { status: input.as })
  if (keeps) await publishVisit(c.tx, by, await visitOf(c.tx, before.id), false)
  else await withdrawInvoice(c.tx, by, before.id)
  return appointmentView(c.tx, before.id)
}

/** Takes an ending back: the appointment is booked again, with a session of the same package if one is free and valid. */
export async function undoEnd(c: CommandContext, { id }: { id: number }): Promise<Output> {
  const before = await getAppointment(c, id)
  if (!isEnding(before.status)) refuse('appointment.wrongStatus', { status: STATUS_WORDS[before.status] })
  await assertSlotFree(c, before)
  await updateAppointment(c.tx, before, { status: 'booked' })
  const held = await findSessionOfAppointment(c.tx, id)
  if (!held) return bookAgain(c, before)
  await undoForfeit(c.tx, byOf(c), held, id)
  const charged = await findInvoiceOfAppointment(c.tx, id)
  if (charged?.status === 'published') await takeBackCharge(c, charged.id)
  await newDraft(c.tx, byOf(c), await visitOf(c.tx, id))
  return appointmentView(c.tx, id)
}

/** An invoice over nothing only said "not attended": it is void. One over money is brought to zero, with the reason on it. */
async function takeBackCharge(c: CommandContext, invoiceId: number): Promise<void> {
  const { amounts } = await sumInvoice(c.tx, invoiceId)
  if (amounts === 0) await dropInvoice(c.tx, invoiceId, 'published')
  else await adjustToZero(c.tx, byOf(c), invoiceId, 'Charge taken back')
}

/** Deletes: like a cancellation by the practice, hidden and restorable. What was completed or charged must be taken back first. */
export async function remove(c: CommandContext, { id }: { id: number }): Promise<Output> {
  const before = await getAppointment(c, id)
  const held = await findSessionOfAppointment(c.tx, id)
  if (before.status === 'completed' || held?.state === 'forfeited')
    refuse('appointment.wrongStatus', { status: STATUS_WORDS[before.status] })
  if (held) await returnSession(c.tx, byOf(c), held, 'Deleted')
  await withdrawInvoice(c.tx, byOf(c), id)
  await updateAppointment(c.tx, before, { deletedAt: c.instant })
  return appointmentView(c.tx, id)
}

export async function restore(c: CommandContext, { id }: { id: number }): Promise<Output> {
  const before = await findAppointment(c.tx, id)
  if (!before?.deletedAt) return refuse('call.notFound', { what: 'appointment' })
  if (c.scope === 'own' && before.practitionerId !== c.staff.id) refuse('appointment.ownOnly')
  if (!isOpen(before.status)) {
    await updateAppointment(c.tx, before, { deletedAt: null })
    return appointmentView(c.tx, id)
  }
  await assertSlotFree(c, before)
  await updateAppointment(c.tx, before, { deletedAt: null })
  return bookAgain(c, before)
}

async function assertSlotFree(c: CommandContext, appointment: Row<'appointments'>): Promise<void> {
  const practitioner = await findPractitioner(c.tx, appointment.practitionerId)
  if (practitioner) await assertFree(c.tx, practitioner, appointment, appointment.id)
}

/** Books a session of the package it had before, if that is still possible; else the regular fee stands and the reply says so. */
async function bookAgain(c: CommandContext, appointment: Row<'appointments'>): Promise<Output> {
  const had = await findLastReturned(c.tx, appointment.id)
  const item = had && (await findItem(c.tx, had.clientPackageItemId))
  const p = item && (await findClientPackage(c.tx, item.clientPackageId))
  const day = dayOf(appointment.startsAt)
  const course = p && (await courseOf(c.tx, p, c.today))
  const valid = p && course && !whyNotOn({ ...p, holds: course.holds, end: endWithVisit(expiryRuleOf(p), course, day) }, day)
  const booked = item && valid && (await mayUse(c.tx, p, appointment.clientId)) && (await bookSession(c.tx, byOf(c), item, appointment.id))
  if (p && booked) await settleFirstUse(c.tx, byOf(c), p.id)
  await newDraft(c.tx, byOf(c), await visitOf(c.tx, appointment.id))
  return { ...(await appointmentView(c.tx, appointment.id)), droppedPackage: p && !booked ? p.name : null }
}
