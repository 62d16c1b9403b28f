// What becomes of a day's visits in the sample practice, in the order of the clock, and of what was left unpaid.

import { addDays, addMinutes, type LocalDate, type LocalDateTime, minutesBetween } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { newKey } from './offer.ts'
import type { Visit, World } from './visits.ts'

interface Happening {
  at: LocalDateTime
  what: () => Promise<unknown>
}

const SETTLED_AFTER_DAYS = 18

/** On the last day only what is over by now. */
export async function playDay(w: World, visits: readonly Visit[], isToday: boolean): Promise<void> {
  const happenings = visits.map((visit) => becomes(w, visit, isToday)).sort((a, b) => (a.at < b.at ? -1 : 1))
  for (const { at, what } of happenings) {
    w.desk.setNow(isToday && at > w.desk.now ? w.desk.now : at)
    await what()
  }
}

function becomes(w: World, visit: Visit, isToday: boolean): Happening {
  const { call, now } = w.desk
  const luck = visit.fate === 'complete' ? 50 : visit.fate === 'late' ? 0 : w.random(100)
  const input = { key: newKey(), id: visit.id }
  const status = (to: 'inSession' | 'arrived' | 'confirmed') => ({
    at: now,
    what: () => call.appointments.setStatus({ ...input, status: to }),
  })
  if (isToday && visit.endsAt > now) {
    if (visit.startsAt <= now) return status('inSession')
    if (minutesBetween(now, visit.startsAt) < 20) return status('arrived')
    return luck < 40 ? status('confirmed') : { at: now, what: async () => {} }
  }
  const session = visit.onPackage ? (luck % 2 === 0 ? ('forfeit' as const) : ('return' as const)) : null
  const end = (as: 'lateCancelled' | 'noShow' | 'cancelled' | 'cancelledByPractice', reason: string) => () =>
    call.appointments.end({ ...input, as, session, reason })
  if (luck < 3) return { at: addMinutes(visit.startsAt, -30), what: end('lateCancelled', 'Called in ill') }
  if (luck < 6) return { at: visit.endsAt, what: end('noShow', '') }
  if (luck < 8) return { at: addMinutes(visit.startsAt, -15), what: end(luck === 6 ? 'cancelled' : 'cancelledByPractice', '') }
  return { at: visit.endsAt, what: () => complete(w, visit.id, luck) }
}

/** Most pay on leaving; some ask for the bill. */
async function complete(w: World, id: number, luck: number): Promise<void> {
  const { invoice } = await w.desk.call.appointments.complete({ key: newKey(), id })
  if (!invoice || invoice.dueMinor <= 0) return
  if (luck > 94) w.open.push({ invoiceId: invoice.id, since: w.desk.day() })
  else await pay(w, invoice.id, invoice.dueMinor)
}

/** What was left open is paid after some weeks; a few forget. */
export async function settleOld(w: World, day: LocalDate): Promise<void> {
  const old = w.open.filter((o) => addDays(o.since, SETTLED_AFTER_DAYS) <= day)
  w.open.splice(0, w.open.length, ...w.open.filter((o) => !old.includes(o)))
  for (const { invoiceId } of old) {
    const { dueMinor, state } = await w.desk.call.invoices.get({ id: invoiceId })
    if (state !== 'void' && dueMinor > 0 && w.random(12) > 0) await pay(w, invoiceId, dueMinor)
  }
}

async function pay(w: World, invoiceId: number, dueMinor: number): Promise<void> {
  const method = (['card', 'card', 'card', 'cash', 'transfer'] as const)[w.random(5)]!
  const payments = [{ method, amountMinor: minor(dueMinor), tenderedMinor: null }]
  await w.desk.call.payments.take({ key: newKey(), invoiceId, payments, keepRestOnAccount: false })
}
