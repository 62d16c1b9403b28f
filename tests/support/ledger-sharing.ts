// What sharing and later redemption do to the ledger's model: each is done beside the app, or refused alike.

import { newKey } from './app.ts'
import { book } from './make.ts'
import { atTime, addMinutes, localTime } from '../../shared/dates.ts'
import {
  FIRST_SLOT,
  type Held,
  isHeld,
  isTaken,
  letGo,
  type Model,
  moveTo,
  pick,
  type Real,
  refusedAs,
  SLOTS,
  type Visit,
} from './ledger-model.ts'

/** Why somebody may not use it, or null; a cap counts what they have booked, used and forfeited of it. */
export function whyNotTheirs(m: Model, h: Held, clientId: number): string | null {
  if (h.owner === clientId) return null
  const cap = m.shares.get(h.owner)
  if (cap === undefined) return 'clientPackage.notTheirs'
  return cap !== null && m.visits.filter((v) => v.held === h && v.clientId === clientId).length >= cap ? 'clientPackage.capReached' : null
}

/** The one shares all packages with the other: nothing, without a cap, or with one. */
export async function share(m: Model, r: Real, a: number, b: number): Promise<void> {
  const [owner, user] = [r.clients[a % 2]!, r.clients[1 - (a % 2)]!]
  const cap = [undefined, null, 1, 2][b % 4]
  if (cap === undefined) m.shares.delete(owner)
  else m.shares.set(owner, cap)
  const side = (of: number) => {
    const now = m.shares.get(of)
    const sharing = now === undefined ? ({ kind: 'none' } as const) : ({ kind: 'all', cap: now } as const)
    return { label: 'partner' as const, mayBook: false, mayFillForms: false, getsMessages: false, sharing }
  }
  const terms = { key: newKey(), clientId: owner, otherId: user, other: side(owner), client: side(user) }
  const mark = (await r.app.call.clients.links({ clientId: owner })).find((l) => l.otherId === user)?.mark
  await (m.linked ? r.app.call.clients.changeLink({ ...terms, mark }) : r.app.call.clients.link(terms))
  m.linked = true
}

const putLaterOn = new WeakSet<Visit>()
/** Its invoice fell away, and with it what was adjusted there: it comes back on the package as any visit does. */
export const forgetPutLater = (v: Visit): boolean => putLaterOn.delete(v)

/** A visit of today at the regular fee, attended, if that time is free. */
async function attend(m: Model, r: Real, n: number): Promise<void> {
  const [slot, clientId] = [n % SLOTS, r.clients[n % 2]!]
  if (isTaken(m, m.today, slot)) return
  const startsAt = addMinutes(atTime(m.today, localTime('00:00')), FIRST_SLOT + slot * 45)
  const confirmed = { outsideHours: true, endMoves: false }
  const { id } = await book(r.app, { clientId, serviceId: r.serviceId, startsAt, confirmed })
  await r.app.call.appointments.complete({ key: newKey(), id })
  m.visits.push({ id, clientId, day: m.today, slot, held: null, had: null, session: null, status: 'completed' })
}

export async function putLater(m: Model, r: Real, a: number, b: number): Promise<void> {
  await attend(m, r, b)
  const fit = m.visits.filter((x) => x.status === 'completed' && !x.held)
  const [v, h] = [pick(fit.length > 0 && a % 3 !== 0 ? fit : m.visits, a), pick(m.packages, b)]
  if (!v || !h) return
  const call = r.app.call.clientPackages.redeemLater({ key: newKey(), id: h.clientPackageId, appointmentIds: [v.id] })
  if (h.cancelled) return refusedAs('clientPackage.cancelled', call)
  if (v.status === 'removed') return refusedAs('call.notFound', call)
  if (v.status !== 'completed') return refusedAs('appointment.notAttended', call)
  if (v.held) return refusedAs('appointment.onPackage', call)
  const why = whyNotTheirs(m, h, v.clientId)
  if (why) return refusedAs(why, call)
  // A visit before the purchase is none too early for it.
  const isFree = (h.unlimited ? !h.potMoved : h.states.available > 0) && (h.end === null || v.day <= h.end) && !isHeld(h, v.day)
  if (!isFree) return refusedAs(/clientPackage\.(notValidOn|noneLeft)/, call)
  await call
  if (!h.unlimited) h.states.available -= 1
  h.states.booked += 1
  v.held = h
  v.session = 'booked'
  moveTo(v, h, 'used')
  putLaterOn.add(v)
}

export async function takeOffLater(m: Model, r: Real, a: number): Promise<void> {
  const fit = m.visits.filter((x) => putLaterOn.has(x))
  const v = pick(fit.length > 0 && a % 3 !== 0 ? fit : m.visits, a)
  const h = v?.held
  if (!v || !h || (m.credit.get(v.clientId) ?? 0) > 0) return // credit would pay the visit, which is not what this is about
  const call = r.app.call.clientPackages.undoRedeemLater({ key: newKey(), id: h.clientPackageId, appointmentIds: [v.id] })
  if (!putLaterOn.has(v) || v.status !== 'completed') return refusedAs('appointment.notPutLater', call)
  await call
  putLaterOn.delete(v)
  moveTo(v, h, 'booked')
  letGo(m, v, h)
}
