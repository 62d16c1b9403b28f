// The ledger and the money beside a model of a hundred lines: any history of commands leaves both alike, every lawful
// command is done, every other is refused and changes nothing. SEED and RUNS replay or lengthen it.

import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { addDays, addMinutes, atTime, localTime } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { openInMemory } from '../../db/connect.ts'
import { makeApp, newKey, openOn } from '../support/app.ts'
import { cancelIn } from '../support/cancel.ts'
import { book, card, makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'
import {
  FIRST_SLOT,
  isTaken,
  letGo,
  type Model,
  moveTo,
  noStates,
  pick,
  PRICES,
  type Real,
  redeem,
  refusedAs,
  SESSIONS,
  settle,
  SLOTS,
  START,
  stepsRun,
  type Visit,
  withTwo,
} from '../support/ledger-model.ts'
import { MOVES } from '../support/ledger-moves.ts'
import { forgetPutLater, putLater, share, takeOffLater, whyNotTheirs } from '../support/ledger-sharing.ts'
import { LONG } from '../support/long.ts'
import { applyLimit, renewTerms } from '../support/terms-model.ts'

const RUNS = Number(process.env['RUNS'] ?? (LONG ? 100_000 : 2_000))
const SEED = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const LEAST_MEAN_LENGTH = 8

async function sellTo(m: Model, r: Real, kind: number, clientId: number, paid: number): Promise<void> {
  const sold = await sellPackage(r.app, { clientId, packageId: r.packageIds[kind]!, payments: paid ? [card(paid)] : [] })
  const itemId = (await r.app.call.clientPackages.get({ id: sold.clientPackageId })).items[0]!.id
  const limit = m.limits[kind] ?? 0
  m.isSold[kind] = true
  const states = { ...noStates(), available: limit }
  m.packages.push({
    clientPackageId: sold.clientPackageId,
    itemId,
    owner: clientId,
    since: m.today,
    packageId: r.packageIds[kind]!,
    unlimited: m.limits[kind] === null,
    kind,
    limit,
    charge: PRICES[kind]!,
    paid,
    total: PRICES[kind]!,
    asked: PRICES[kind]!,
    brought: 0,
    cancelled: null,
    invoiceId: sold.invoiceId,
    holds: [],
    potMoved: false,
    end: kind === 0 ? addDays(m.today, 10) : null,
    states,
  })
}
const sell = withTwo('sell', (m, r, a, b) => {
  const price = PRICES[a % 3]!
  return sellTo(m, r, a % 3, r.clients[b % 2]!, [0, Math.floor(price / 2), price, price][b % 4]!)
})

const bookOne = withTwo('book', async (m, r, a, b) => {
  const h = a % 4 === 0 ? undefined : pick(m.packages, a) // now and then at the regular fee
  const day = addDays(m.today, b % 7)
  const slot = b % SLOTS
  const clientId = h && a % 3 !== 0 ? h.owner : r.clients[a % 2]!
  const startsAt = addMinutes(atTime(day, localTime('00:00')), FIRST_SLOT + slot * 45)
  const call = book(r.app, {
    clientId,
    serviceId: r.serviceId,
    startsAt,
    clientPackageItemId: h?.itemId ?? null,
    confirmed: { outsideHours: true, endMoves: false },
  })
  if (isTaken(m, day, slot)) return refusedAs('appointment.slotTaken', call)
  const why = h && whyNotTheirs(m, h, clientId)
  if (why) return refusedAs(why, call)
  if (h && !redeem(m, h, { day })) return refusedAs(/clientPackage\.(notValidOn|noneLeft)/, call)
  m.visits.push({ id: (await call).id, clientId, day, slot, held: h ?? null, had: null, session: h ? 'booked' : null, status: 'open' })
})

const complete = withTwo('complete', async (m, r, a) => {
  const v = pick(m.visits, a)
  if (!v) return
  const call = r.app.call.appointments.complete({ key: newKey(), id: v.id })
  if (v.status === 'removed') return refusedAs('call.notFound', call)
  if (v.status !== 'open') return refusedAs('appointment.wrongStatus', call)
  if (v.day > m.today) return refusedAs('appointment.notYet', call)
  await call
  v.status = 'completed'
  if (v.held) moveTo(v, v.held, 'used')
})
const undoComplete = withTwo('undoComplete', async (m, r, a) => {
  const v = pick(m.visits, a)
  if (!v) return
  const call = r.app.call.appointments.undoComplete({ key: newKey(), id: v.id })
  if (v.status === 'removed') return refusedAs('call.notFound', call)
  if (v.status !== 'completed') return refusedAs('appointment.wrongStatus', call)
  await call
  v.status = 'open'
  if (v.held) moveTo(v, v.held, 'booked')
})

const end = withTwo('end', async (m, r, a, b) => {
  const v = pick(m.visits, a)
  if (!v) return
  const as = (['cancelled', 'cancelledByPractice', 'lateCancelled', 'noShow'] as const)[b % 4]!
  const session = ([null, 'return', 'forfeit'] as const)[b % 3]!
  const call = r.app.call.appointments.end({ key: newKey(), id: v.id, as, session, reason: '' })
  if (v.status === 'removed') return refusedAs('call.notFound', call)
  if (v.status !== 'open') return refusedAs('appointment.wrongStatus', call)
  if (as === 'noShow' && v.day > m.today) return refusedAs('appointment.notYet', call)
  const mayKeep = as === 'lateCancelled' || as === 'noShow'
  if (v.held && mayKeep && session === null) return refusedAs('appointment.endingUndecided', call)
  await call
  v.status = 'ended'
  if (!v.held) return
  if (mayKeep && session === 'forfeit') moveTo(v, v.held, 'forfeited')
  else letGo(m, v, v.held)
})
function bookAgain(m: Model, v: Visit): void {
  v.status = 'open'
  if (v.had && whyNotTheirs(m, v.had, v.clientId) === null && redeem(m, v.had, v)) {
    v.held = v.had
    v.session = 'booked'
  }
}

const undoEnd = withTwo('undoEnd', async (m, r, a) => {
  const v = pick(m.visits, a)
  if (!v) return
  const call = r.app.call.appointments.undoEnd({ key: newKey(), id: v.id })
  if (v.status === 'removed') return refusedAs('call.notFound', call)
  if (v.status !== 'ended') return refusedAs('appointment.wrongStatus', call)
  if (isTaken(m, v.day, v.slot, v)) return refusedAs('appointment.slotTaken', call)
  await call
  forgetPutLater(v)
  if (v.held) {
    v.status = 'open'
    moveTo(v, v.held, 'booked')
  } else bookAgain(m, v)
})

const removeOne = withTwo('remove', async (m, r, a) => {
  const v = pick(m.visits, a)
  if (!v) return
  const wasOpen = v.status === 'open'
  const call = r.app.call.appointments.remove({ key: newKey(), id: v.id })
  if (v.status === 'removed') return refusedAs('call.notFound', call)
  if (v.status === 'completed' || v.session === 'forfeited') return refusedAs('appointment.wrongStatus', call)
  await call
  if (wasOpen && v.held) letGo(m, v, v.held)
  v.status = 'removed'
  removedOpen.set(v, wasOpen)
})
const removedOpen = new WeakMap<Visit, boolean>()

const restore = withTwo('restore', async (m, r, a) => {
  const v = pick(m.visits, a)
  if (!v) return
  const call = r.app.call.appointments.restore({ key: newKey(), id: v.id })
  if (v.status !== 'removed') return refusedAs('call.notFound', call)
  if (removedOpen.get(v) && isTaken(m, v.day, v.slot, v)) return refusedAs('appointment.slotTaken', call)
  await call
  forgetPutLater(v)
  if (removedOpen.get(v)) bookAgain(m, v)
  else v.status = 'ended'
})

const pay = withTwo('pay', async (m, r, a, b) => {
  const h = pick(m.packages, a)
  if (!h || h.invoiceId === null) return
  const amount = 1 + ((b * 7) % 60_000)
  const call = r.app.call.payments.take({ key: newKey(), invoiceId: h.invoiceId, payments: [card(amount)], keepRestOnAccount: false })
  if (h.cancelled?.forGood) return refusedAs('invoice.notPublished', call)
  const due = h.total - h.paid
  if (due <= 0) return refusedAs('payment.nothingDue', call)
  if (amount > due) return refusedAs('payment.aboveDue', call)
  await call
  h.paid += amount
})

/** What is booked goes back and the visits stay; an own amount is refunded, and the invoice settled. */
const cancel = withTwo('cancel', async (m, r, a, b) => {
  const h = pick(m.packages, a)
  if (!h) return
  const refund = ([0, 5_000, h.paid] as const)[b % 3]!
  const books = h.total - h.paid + refund === 0 ? 'unchanged' : 'settled'
  const call = cancelIn(r.app, h.clientPackageId, { way: 'ownAmount', refundMinor: minor(refund), books })
  if (h.cancelled) return refusedAs('clientPackage.cancelled', call)
  if (refund > h.paid) return refusedAs('refund.aboveReceived', call)
  await call
  h.cancelled = { refund }
  h.paid -= refund
  h.total = h.paid
  for (const v of m.visits.filter((x) => x.held === h && x.session === 'booked')) letGo(m, v, h)
  settle(m, h)
})

const reactivate = withTwo('reactivate', async (m, r, a) => {
  const h = pick(m.packages, a)
  if (!h) return
  const call = r.app.call.clientPackages.reactivate({ key: newKey(), id: h.clientPackageId, reason: 'Came back' })
  if (!h.cancelled || h.cancelled.forGood) return refusedAs('clientPackage.notCancelled', call)
  if (h.cancelled.refund > 0 && h.paid === 0) return refusedAs('clientPackage.refundedWhole', call)
  await call
  h.cancelled = null
  h.total = h.asked
  h.states.available += h.states.cancelled
  h.states.cancelled = 0
  settle(m, h)
})

const renew = withTwo('renew', (m, r, a, b) => renewTerms(m, r, a, b, refusedAs))
const applyTerms = withTwo('apply', (m, r, a) => applyLimit(m, r, a, refusedAs, (h) => settle(m, h)))

const nextDay = withTwo('nextDay', async (m, r, a) => {
  m.today = addDays(m.today, 1 + (a % 11))
  r.app.setNow(atTime(m.today, localTime('21:00')))
  await r.app.app.openDay()
  for (const h of m.packages) settle(m, h)
})

interface Template {
  image: Buffer
  ownerId: number
  practitionerId: number
  clients: number[]
  serviceId: number
  packageIds: number[]
}

/** Two clients and three packages, made once; each history starts from a copy. */
async function makeTemplate(): Promise<Template> {
  const app = await makeApp({ now: `${START}T07:00` })
  const serviceId = (await makeService(app)).id
  const clients = [(await makeClient(app)).id, (await makeClient(app)).id]
  const packageIds = []
  for (const [kind, sessions] of SESSIONS.entries()) {
    const expiry = kind === 0 ? ({ kind: 'afterPurchase', count: 10, unit: 'days' } as const) : ({ kind: 'never' } as const)
    packageIds.push((await makePackage(app, { sessions, serviceIds: [serviceId], priceMinor: minor(PRICES[kind]!), expiry })).id)
  }
  const image = app.file.serialize()
  await app.app.close()
  return { image, ownerId: app.people.owner, practitionerId: app.people.practitioner, clients, serviceId, packageIds }
}

async function setUp(t: Template): Promise<{ model: Model; real: Real }> {
  const opened = openOn(() => openInMemory(t.image), `${START}T21:00`) // the day's visits are over, so that they can be completed
  opened.sessions.signIn('owner', t.ownerId)
  const app = { ...opened, people: { practitioner: t.practitionerId } }
  const both = {
    model: {
      today: START,
      shares: new Map(),
      linked: false,
      limits: [...SESSIONS],
      isSold: SESSIONS.map(() => false),
      packages: [],
      visits: [],
      moves: [],
      credit: new Map(),
    } as Model,
    real: { app, clients: t.clients, serviceId: t.serviceId, packageIds: [...t.packageIds] },
  }
  await sellTo(both.model, both.real, 0, t.clients[0]!, 0) // every history starts with something to book on
  return both
}

let runs = 0
afterAll(() => expect(stepsRun() / runs).toBeGreaterThan(LEAST_MEAN_LENGTH))

it(`leaves ledger and money as a model of them says, whatever is done (${RUNS} histories, SEED=${SEED})`, { timeout: 0 }, async () => {
  const template = await makeTemplate()
  const all = [
    sell,
    bookOne,
    bookOne,
    bookOne,
    complete,
    undoComplete,
    end,
    end,
    undoEnd,
    removeOne,
    restore,
    pay,
    nextDay,
    cancel,
    reactivate,
    renew,
    applyTerms,
    ...MOVES,
    withTwo('share', share),
    withTwo('putLater', putLater),
    withTwo('putLater', putLater),
    withTwo('takeOffLater', takeOffLater),
  ]
  await fc.assert(
    fc.asyncProperty(fc.commands(all, { maxCommands: 30, size: 'max' }), async (commands) => {
      const { model, real } = await setUp(template)
      runs += 1
      try {
        await fc.asyncModelRun(() => ({ model, real }), commands)
        expect((await real.app.call.backups.verify()).problems).toEqual([])
      } finally {
        await real.app.app.close()
      }
    }),
    { numRuns: RUNS, seed: SEED },
  )
})
