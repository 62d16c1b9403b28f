// The sample practice: a year of it up to today and three weeks ahead, made by calling the procedures day by day as people at
// the desk would. The same day and seed give the same practice. Nobody in it exists.

import { addDays, atTime, dayOf, localTime, type LocalDate, type LocalDateTime, timeOf, weekdayOf } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { annasPlan, sellToAnna } from './anna.ts'
import { playDay, settleOld } from './becoming.ts'
import { makeClients } from './clients.ts'
import { randomOf, type SampleDesk } from './desk.ts'
import { lifeOn } from './life.ts'
import { makeOffer, newKey, type Offer } from './offer.ts'
import { bookDay, type Visit, type World } from './visits.ts'

const DAYS_BACK = 364
const DAYS_AHEAD = 21
const BOOKED_AHEAD = 4
const SEED = 20_261
/** Of a day's quarter hours, the share that is tried: full up to a few days ahead, then thin. */
const FULL = 0.62
const THIN = 0.2

export async function makeSample(given: Omit<SampleDesk, 'day'>): Promise<void> {
  const today = dayOf(given.now)
  const first = addDays(today, -DAYS_BACK)
  let clock = atTime(first, localTime('07:30'))
  const setNow = (to: LocalDateTime): void => given.setNow((clock = to))
  const desk: SampleDesk = { ...given, setNow, day: () => dayOf(clock) }
  const random = randomOf(SEED)
  setNow(clock)
  const offer = await makeOffer(desk.call, today)
  const world: World = { desk, offer, ...(await makeClients(desk, offer, random)), plan: annasPlan(today), random, open: [] }
  const booked = new Map<LocalDate, Visit[]>()
  for (let n = 0; n <= DAYS_BACK; n++) {
    await liveDay(world, booked, addDays(first, n), today)
    desk.onProgress(n + 1, DAYS_BACK + 1)
  }
  setNow(desk.now)
  await finish(desk, offer)
}

/** Opens the day, books the next ones, and lets this one happen. */
async function liveDay(w: World, booked: Map<LocalDate, Visit[]>, day: LocalDate, today: LocalDate): Promise<void> {
  w.desk.setNow(atTime(day, localTime('07:45')))
  await w.desk.openDay()
  w.desk.setNow(atTime(day, localTime('08:00')))
  const sale = w.plan.sales.get(day)
  if (sale) await sellToAnna(w.desk, w.offer, w.annaId, sale)
  for (const happens of lifeOn(day, today)) await happens(w, day)
  await settleOld(w, day)
  const lastDay = addDays(day, day === today ? DAYS_AHEAD : BOOKED_AHEAD)
  for (let next = day; next <= lastDay; next = addDays(next, 1)) {
    if (weekdayOf(next) > 5 || booked.has(next)) continue
    booked.set(next, await bookDay(w, next, next <= addDays(today, BOOKED_AHEAD) ? FULL : THIN))
  }
  await playDay(w, booked.get(day) ?? [], day === today)
}

/** The last touches: what is no longer sold or has new terms, and a visit paid ahead and then cancelled. */
async function finish({ call, now }: SampleDesk, offer: Offer): Promise<void> {
  await call.packages.deactivate({ key: newKey(), id: offer.packages['Old massage 10']! })
  const {
    id,
    currency: _c,
    active: _a,
    deleted: _d,
    position: _p,
    locked: _l,
    ...terms
  } = await call.packages.get({
    id: offer.packages['Massage 5']!,
  })
  const items = terms.items.map((item) => ({ ...item, quantity: 6 }))
  await call.packages.saveVersion({ key: newKey(), id, ...terms, items, priceMinor: minor(49_500) })
  const { tiles } = await call.appointments.onDays({
    from: addDays(now.slice(0, 10) as LocalDate, 1),
    through: addDays(now.slice(0, 10) as LocalDate, 7),
  })
  const ahead = tiles.find((t) => t.packageName === null && t.serviceName !== 'Consultation 15' && timeOf(t.startsAt) > '09:00')
  if (!ahead) return
  const { invoice } = await call.appointments.get({ id: ahead.id })
  if (!invoice) return
  await call.payments.take({
    key: newKey(),
    invoiceId: invoice.id,
    payments: [{ method: 'card', amountMinor: minor(invoice.totalMinor), tenderedMinor: null }],
    keepRestOnAccount: false,
  })
  await call.appointments.end({ key: newKey(), id: ahead.id, as: 'cancelled', session: null, reason: 'Moving away' })
}
