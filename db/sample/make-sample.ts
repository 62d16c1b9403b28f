// The sample practice: a year of it up to today and three weeks ahead, made by calling the procedures day by day as people at
// the desk would. The same day and seed give the same practice. Nobody in it exists.

import {
  addDays,
  addMinutes,
  atTime,
  type LocalDate,
  type LocalDateTime,
  localTime,
  minutesBetween,
  timeOf,
  weekdayOf,
} from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { CLIENTS, INSURERS, NOTES, PRACTITIONERS, STREETS } from './people.ts'
import { type Client, makeOffer, newKey, type Offer } from './offer.ts'

export interface SampleDesk {
  /** Calls as the owner of the sample practice. */
  call: Client
  setNow(now: LocalDateTime): void
  /** What the app does by itself when a day comes. */
  openDay(): Promise<void>
  now: LocalDateTime
  onProgress(done: number, of: number): void
}

const DAYS_BACK = 364
const DAYS_AHEAD = 21
const BOOKED_AHEAD = 4
const USUAL: Record<string, string[]> = {
  Physiotherapy: ['Physio 45', 'Physio 45', 'Physio 60', 'Initial 45', 'Pelvic physio 60'],
  Massage: ['Massage 60', 'Massage 60', 'Massage 30'],
  Counselling: ['Counselling 50'],
  Chiropractic: ['Chiro 30'],
}
const FAVOURITES: Record<string, string[]> = {
  'Physio 45': ['Relax 10', 'Relax 10', 'Back 6', 'Spring start'],
  'Pelvic physio 60': ['New-mother bundle'],
  'Massage 60': ['Massage 5', 'Massage 5', 'Family 20'],
  'Chiro 30': ['Adjust 12', 'Chiro, 3 months', 'Family 20'],
  'Counselling 50': ['Talk 8'],
}

interface Visit {
  id: number
  clientId: number
  startsAt: LocalDateTime
  endsAt: LocalDateTime
  onPackage: boolean
}
interface Regular {
  id: number
  service: string
  likesPackages: boolean
}

export async function makeSample(desk: SampleDesk): Promise<void> {
  const today = desk.now.slice(0, 10) as LocalDate
  const first = addDays(today, -DAYS_BACK)
  const random = randomOf(20_261)
  desk.setNow(atTime(first, localTime('07:30')))
  const offer = await makeOffer(desk.call, today)
  const groups = await makeClients(desk, offer, random)
  const booked = new Map<LocalDate, Visit[]>()
  for (let n = 0; n <= DAYS_BACK; n++) {
    const day = addDays(first, n)
    desk.setNow(atTime(day, localTime('07:45')))
    await desk.openDay()
    desk.setNow(atTime(day, localTime('08:00')))
    const lastDay = addDays(day, day === today ? DAYS_AHEAD : BOOKED_AHEAD)
    for (let next = day; next <= lastDay; next = addDays(next, 1)) {
      if (weekdayOf(next) > 5 || booked.has(next)) continue
      booked.set(next, await bookDay(desk, offer, groups, random, next, next <= addDays(today, BOOKED_AHEAD) ? 0.62 : 0.2))
    }
    await playDay(desk, booked.get(day) ?? [], random, day === today)
    desk.onProgress(n + 1, DAYS_BACK + 1)
  }
  desk.setNow(desk.now)
  await finish(desk, offer)
}

async function bookDay(
  desk: SampleDesk,
  offer: Offer,
  groups: Map<number, Regular[]>,
  random: Random,
  day: LocalDate,
  fill: number,
): Promise<Visit[]> {
  const visits: Visit[] = []
  for (const [i, practitioner] of offer.staff.entries())
    visits.push(
      ...(await bookColumn(desk, offer, groups.get(practitioner.id) ?? [], random, { practitioner, hours: PRACTITIONERS[i]!, day, fill })),
    )
  return visits
}

interface Column {
  practitioner: Offer['staff'][number]
  hours: (typeof PRACTITIONERS)[number]
  day: LocalDate
  fill: number
}

/** Fills one practitioner's day, visit after visit, with gaps. */
async function bookColumn(
  desk: SampleDesk,
  offer: Offer,
  regulars: Regular[],
  random: Random,
  { practitioner, hours, day, fill }: Column,
): Promise<Visit[]> {
  const visits: Visit[] = []
  const seen = new Set<number>()
  for (const [from, to] of [
    [hours.from, hours.lunch[0]],
    [hours.lunch[1], hours.to],
  ] as const) {
    let at = atTime(day, localTime(from))
    const end = atTime(day, localTime(to))
    while (at < end) {
      const regular = regulars[random(regulars.length)]
      const service = regular && offer.services[regular.service]
      if (!regular || !service || seen.has(regular.id) || random(100) >= fill * 100 || addMinutes(at, service.minutes) > end) {
        at = addMinutes(at, 15 + 15 * random(3))
        continue
      }
      seen.add(regular.id)
      visits.push(await bookVisit(desk, offer, regular, practitioner.id, at, random))
      at = addMinutes(at, Math.ceil((service.minutes + (regular.service === 'Counselling 50' ? 10 : 0)) / 15) * 15)
    }
  }
  return visits
}

async function bookVisit(
  { call }: SampleDesk,
  offer: Offer,
  regular: Regular,
  practitionerId: number,
  startsAt: LocalDateTime,
  random: Random,
): Promise<Visit> {
  const service = offer.services[regular.service]!
  const wanted = { clientId: regular.id, serviceId: service.id, day: startsAt.slice(0, 10) as LocalDate, appointmentId: null }
  let { preselected } = await call.clientPackages.available(wanted)
  if (preselected === null && regular.likesPackages && random(4) === 0 && (await sellFavourite(call, offer, regular, random)))
    preselected = (await call.clientPackages.available(wanted)).preselected
  const endsAt = addMinutes(startsAt, service.minutes)
  const made = await call.appointments.book({
    key: newKey(),
    clientId: regular.id,
    practitionerId,
    serviceId: service.id,
    startsAt,
    endsAt,
    clientPackageItemId: preselected,
    note: random(12) === 0 ? NOTES[random(NOTES.length)]! : '',
    confirmed: { outsideHours: true, endMoves: true },
  })
  return { id: made.id, clientId: regular.id, startsAt, endsAt, onPackage: preselected !== null }
}

/** Paid at once by most; some pay half, some later. Now and then with a discount. */
async function sellFavourite(call: Client, offer: Offer, regular: Regular, random: Random): Promise<boolean> {
  const names = FAVOURITES[regular.service]
  const packageId = names && offer.packages[names[random(names.length)]!]
  if (!packageId) return false
  const discount = random(7) === 0 ? { kind: 'percent' as const, rate: 10_000, reason: 'Returning client' } : null
  const quote = await call.clientPackages.quote({ clientId: regular.id, packageId, discount })
  const way = random(10)
  const amountMinor = minor(way < 8 ? quote.totalMinor : way === 8 ? Math.floor(quote.totalMinor / 2) : 0)
  const method = (['card', 'card', 'cash', 'transfer'] as const)[random(4)]!
  const payments = amountMinor > 0 ? [{ method, amountMinor, tenderedMinor: null }] : []
  await call.clientPackages.sell({ key: newKey(), clientId: regular.id, packageId, discount, payments, keepRestOnAccount: false })
  return true
}

interface Happening {
  at: LocalDateTime
  what: () => Promise<unknown>
}

/** Lets the day's visits happen in the order of the clock; on the last day only what is over by now. */
async function playDay(desk: SampleDesk, visits: readonly Visit[], random: Random, isToday: boolean): Promise<void> {
  const happenings = visits.map((visit) => becomes(desk, visit, random, isToday)).sort((a, b) => (a.at < b.at ? -1 : 1))
  for (const { at, what } of happenings) {
    desk.setNow(isToday && at > desk.now ? desk.now : at)
    await what()
  }
}

function becomes({ call, now }: SampleDesk, visit: Visit, random: Random, isToday: boolean): Happening {
  const luck = random(100)
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
  return { at: visit.endsAt, what: () => complete(call, visit.id, luck, random) }
}

async function complete(call: Client, id: number, luck: number, random: Random): Promise<void> {
  const { invoice } = await call.appointments.complete({ key: newKey(), id })
  if (!invoice || invoice.dueMinor <= 0 || luck > 93) return
  const method = (['card', 'card', 'card', 'cash', 'transfer'] as const)[random(5)]!
  await call.payments.take({
    key: newKey(),
    invoiceId: invoice.id,
    payments: [{ method, amountMinor: minor(invoice.dueMinor), tenderedMinor: null }],
    keepRestOnAccount: false,
  })
}

async function makeClients({ call }: SampleDesk, offer: Offer, random: Random): Promise<Map<number, Regular[]>> {
  const groups = new Map<number, Regular[]>(offer.staff.map((s) => [s.id, []]))
  for (const [n, [givenName, familyName]] of CLIENTS.entries()) {
    const insured = random(3) === 0
    const { id } = await call.clients.save({
      key: newKey(),
      id: null,
      givenName,
      familyName,
      birthDate: `${1942 + random(66)}-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}` as LocalDate,
      phone: `604 555 0${100 + n}`,
      email: `client${String(n + 1).padStart(3, '0')}@example.com`,
      address: `${1 + random(180)} ${STREETS[random(STREETS.length)]}\nVancouver BC`,
      insurer: insured ? INSURERS[random(INSURERS.length)]! : '',
      insurerNumber: insured ? `${80 + random(19)}-${2000 + random(7000)}` : '',
      notes:
        n === 0 ? 'Prefers mornings. Left shoulder: see chart. Allergic to latex.' : random(6) === 0 ? NOTES[random(NOTES.length)]! : '',
    })
    const { id: staffId, specialty } = offer.staff[n % offer.staff.length]!
    const services = USUAL[specialty]!
    groups
      .get(staffId)!
      .push({ id, service: n === 0 ? 'Physio 45' : services[random(services.length)]!, likesPackages: n === 0 || random(10) < 7 })
  }
  return groups
}

/** The last touches: what is no longer sold, and a visit paid ahead and then cancelled. */
async function finish({ call, now }: SampleDesk, offer: Offer): Promise<void> {
  await call.packages.deactivate({ key: newKey(), id: offer.packages['Old massage 10']! })
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

type Random = (below: number) => number

/** A small generator of our own: the same seed gives the same practice on every machine. */
function randomOf(seed: number): Random {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
