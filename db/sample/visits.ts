// How a day of the sample practice fills up: who comes, on which package, and what is sold on the way.

import { addMinutes, atTime, type LocalDate, type LocalDateTime, localTime } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { annasTime, type annasPlan } from './anna.ts'
import type { Regular } from './clients.ts'
import type { Random, SampleDesk } from './desk.ts'
import { newKey, type Offer } from './offer.ts'
import { NOTES, PRACTITIONERS } from './people.ts'

export interface World {
  desk: SampleDesk
  offer: Offer
  groups: Map<number, Regular[]>
  annaId: number
  plan: ReturnType<typeof annasPlan>
  random: Random
  /** Sales that were not paid in full, oldest first: most are settled within weeks. */
  open: { invoiceId: number; since: LocalDate }[]
}

export interface Visit {
  id: number
  practitionerId: number
  startsAt: LocalDateTime
  endsAt: LocalDateTime
  onPackage: boolean
  /** What becomes of it, when that is told beforehand. */
  fate?: 'complete' | 'late'
}

const FAVOURITES: Record<string, string[]> = {
  'Physio 45': ['Relax 10', 'Relax 10', 'Back 6', 'Spring start'],
  'Pelvic physio 60': ['New-mother bundle'],
  'Massage 60': ['Massage 5', 'Massage 5', 'Family 20'],
  'Chiro 30': ['Adjust 12', 'Chiro, 3 months', 'Family 20'],
  'Counselling 50': ['Talk 8'],
}

/** Anna's visit of the day first, then everyone else's around it. */
export async function bookDay(w: World, day: LocalDate, fill: number): Promise<Visit[]> {
  const anna = await bookAnna(w, day)
  const visits = anna ? [anna] : []
  for (const [i, { id }] of w.offer.staff.entries()) {
    const from = anna?.practitionerId === id ? anna.endsAt : null
    visits.push(...(await bookColumn(w, { practitionerId: id, hours: PRACTITIONERS[i]!, day, fill, from })))
  }
  return visits
}

async function bookAnna(w: World, day: LocalDate): Promise<Visit | undefined> {
  const planned = w.plan.visits.get(day)
  const i = PRACTITIONERS.findIndex((p) => p.specialty === planned?.practitioner)
  if (!planned || i < 0) return undefined
  const regular = { id: w.annaId, service: planned.service, likesPackages: false }
  return { ...(await bookVisit(w, regular, w.offer.staff[i]!.id, annasTime(day, PRACTITIONERS[i]!.from))), fate: planned.fate }
}

interface Column {
  practitionerId: number
  hours: (typeof PRACTITIONERS)[number]
  day: LocalDate
  fill: number
  /** Taken up to here already. */
  from: LocalDateTime | null
}

/** Fills one practitioner's day, visit after visit, with gaps. */
async function bookColumn(w: World, { practitionerId, hours, day, fill, from }: Column): Promise<Visit[]> {
  const regulars = w.groups.get(practitionerId) ?? []
  const visits: Visit[] = []
  const seen = new Set<number>()
  for (const [opens, closes] of [
    [hours.from, hours.lunch[0]],
    [hours.lunch[1], hours.to],
  ] as const) {
    const start = atTime(day, localTime(opens))
    const end = atTime(day, localTime(closes))
    let at = from && from > start ? from : start
    while (at < end) {
      const regular = regulars[w.random(regulars.length)]
      const service = regular && w.offer.services[regular.service]
      if (!service || seen.has(regular.id) || w.random(100) >= fill * 100 || addMinutes(at, service.minutes) > end) {
        at = addMinutes(at, 15 + 15 * w.random(3))
        continue
      }
      seen.add(regular.id)
      visits.push(await bookVisit(w, regular, practitionerId, at))
      at = addMinutes(at, Math.ceil((service.minutes + service.breakMinutes) / 15) * 15)
    }
  }
  return visits
}

async function bookVisit(w: World, regular: Regular, practitionerId: number, startsAt: LocalDateTime): Promise<Visit> {
  const { call } = w.desk
  const service = w.offer.services[regular.service]!
  const wanted = { clientId: regular.id, serviceId: service.id, day: startsAt.slice(0, 10) as LocalDate, appointmentId: null }
  let { preselected } = await call.clientPackages.available(wanted)
  if (preselected === null && regular.likesPackages && w.random(3) === 0 && (await sellFavourite(w, regular)))
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
    note: w.random(12) === 0 ? NOTES[w.random(NOTES.length)]! : '',
    confirmed: { outsideHours: true, endMoves: true },
  })
  return { id: made.id, practitionerId, startsAt, endsAt, onPackage: preselected !== null }
}

/** Paid at once by most; some pay half, some later. Now and then with a discount. A bundle is bought once in a life. */
async function sellFavourite(w: World, regular: Regular): Promise<boolean> {
  const { call } = w.desk
  const names = FAVOURITES[regular.service]
  const packageId = names && w.offer.packages[names[w.random(names.length)]!]
  if (!packageId) return false
  if (regular.service === 'Pelvic physio 60') regular.likesPackages = false
  const discount = w.random(7) === 0 ? { kind: 'percent' as const, rate: 10_000, reason: 'Returning client' } : null
  const quote = await call.clientPackages.quote({ clientId: regular.id, packageId, discount })
  const way = w.random(12)
  const amountMinor = minor(way < 10 ? quote.totalMinor : way === 10 ? Math.floor(quote.totalMinor / 2) : 0)
  const method = (['card', 'card', 'cash', 'transfer'] as const)[w.random(4)]!
  const payments = amountMinor > 0 ? [{ method, amountMinor, tenderedMinor: null }] : []
  const sold = await call.clientPackages.sell({
    key: newKey(),
    clientId: regular.id,
    packageId,
    discount,
    payments,
    keepRestOnAccount: false,
  })
  if (sold.dueMinor > 0) w.open.push({ invoiceId: sold.invoiceId, since: w.desk.day() })
  return true
}
