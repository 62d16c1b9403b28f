// Several visits at once: proposed, looked at, booked with a sale or off a card, all or none, and taken back whole (W12).

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { addMinutes, localDate, localDateTime, localTime } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage, makePackage, makeService, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T07:00' })
})
type Owned = Awaited<ReturnType<typeof makeClientPackage>>
const AS_IT_SAYS = { validFrom: null, end: null }
const owned = (p: Owned) => ({ kind: 'owned' as const, clientPackageItemId: p.itemId })
const visitAt = (serviceId: number, startsAt: string, practitionerId = app.people.practitioner) => ({
  serviceId,
  practitionerId,
  startsAt: localDateTime(startsAt),
  endsAt: addMinutes(localDateTime(startsAt), 45),
})
const propose = (
  p: Pick<Owned, 'clientId' | 'serviceId'>,
  basis: ReturnType<typeof owned> | ReturnType<typeof offered>,
  more: object = {},
) =>
  app.call.appointments.proposeVisits({
    clientId: p.clientId,
    basis,
    serviceId: p.serviceId,
    practitionerId: null,
    visits: 6,
    from: localDate('2026-03-10'),
    time: localTime('10:00'),
    rhythm: null,
    ...more,
  })
const offered = (packageId: number, terms: { validFrom: ReturnType<typeof localDate> | null; end: null } = AS_IT_SAYS) => ({
  kind: 'offered' as const,
  packageId,
  position: 1,
  terms,
})
const confirmed = { outsideHours: false, endMoves: false }
const bookAll = (p: Owned, visits: (ReturnType<typeof visitAt> & { onPackage: boolean })[], as: Parameters<TestApp['as']>[0] = 'owner') =>
  app.as(as).appointments.bookVisits({ key: newKey(), clientId: p.clientId, clientPackageItemId: p.itemId, visits, confirmed })
const countAppointments = async () =>
  (
    await app.db
      .selectFrom('appointments')
      .select((e) => e.fn.countAll<number>().as('n'))
      .where('deletedAt', 'is', null)
      .executeTakeFirstOrThrow()
  ).n
const itemOf = async (p: { clientPackageId: number }) => (await app.call.clientPackages.get({ id: p.clientPackageId })).items[0]!
const expectSound = async () => expect((await verify(app.db)).problems).toEqual([])

/** Relax 10 with five left, valid through 31 March. */
async function relax10() {
  const p = await makeClientPackage(app, {
    name: 'Relax 10',
    sessions: 5,
    expiry: { kind: 'onDate', date: localDate('2026-03-31') },
    payments: [card(80_000)],
  })
  return p
}

describe('proposing', () => {
  it('gives Tuesdays at ten up to the end, around who is booked there already', async () => {
    const p = await relax10()
    const other = await makeClient(app)
    await book(app, { clientId: other.id, serviceId: p.serviceId, startsAt: '2026-03-17T09:45' })
    const { visits, practitionerId, minutes } = await propose(p, owned(p))
    expect([practitionerId, minutes]).toEqual([app.people.practitioner, 45])
    expect(visits.map((v) => v.startsAt)).toEqual(['2026-03-10T10:00', '2026-03-17T10:30', '2026-03-24T10:00', '2026-03-31T10:00'])
  })

  it('follows the package’s frequency, the length of its sessions, and its first valid day before it is sold', async () => {
    const service = await makeService(app)
    const pack = await makePackage(app, {
      frequency: { count: 2, unit: 'week' },
      items: [
        {
          productId: null,
          services: [{ serviceId: service.id, feeMinor: null }],
          quantity: 4,
          itemPriceMinor: minor(8_000),
          durationMinutes: 60,
        },
      ],
    })
    const { id: clientId } = await makeClient(app)
    const { visits, rhythm, minutes } = await propose({ clientId, serviceId: service.id }, offered(pack.id), { visits: 4 })
    expect([rhythm, minutes]).toEqual([{ count: 2, unit: 'week' }, 60])
    expect(visits.map((v) => v.startsAt.slice(0, 10))).toEqual(['2026-03-10', '2026-03-13', '2026-03-17', '2026-03-20'])
    expect(visits[0]!.endsAt).toBe('2026-03-10T11:00')
    const later = await propose({ clientId, serviceId: service.id }, offered(pack.id, { validFrom: localDate('2026-03-12'), end: null }))
    expect(later.visits[0]!.startsAt).toBe('2026-03-12T10:00')
  })

  it('goes on from the last visit that is booked, and never proposes a time at which the client is elsewhere', async () => {
    const p = await relax10()
    const first = (await propose(p, owned(p), { from: null, visits: 1 })).visits[0]!
    expect(first.startsAt).toBe('2026-03-03T10:00')
    await bookAll(p, [{ ...visitAt(p.serviceId, '2026-03-05T10:00'), onPackage: true }])
    const next = await propose(p, owned(p), { from: null, visits: 2 })
    expect([next.from, next.visits.map((v) => v.startsAt)]).toEqual(['2026-03-12', ['2026-03-12T10:00', '2026-03-19T10:00']])
    const elsewhere = await makeService(app, { practitionerIds: [app.people.secondPractitioner] })
    const { secondPractitioner } = app.people
    await book(app, { clientId: p.clientId, serviceId: elsewhere.id, startsAt: '2026-03-12T10:00', practitionerId: secondPractitioner })
    expect((await propose(p, owned(p), { from: null, visits: 1 })).visits[0]!.startsAt).toBe('2026-03-12T09:15')
  })

  it('prefers who treated the client last, and gives practitioners only themselves', async () => {
    const p = await makeClientPackage(app, { serviceIds: [(await makeService(app, { practitionerIds: [] })).id] })
    const { secondPractitioner } = app.people
    await book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-03-03T10:00', practitionerId: secondPractitioner })
    expect((await propose(p, owned(p))).practitionerId).toBe(secondPractitioner)
    const input = { clientId: p.clientId, basis: owned(p), serviceId: p.serviceId, visits: 1, from: localDate('2026-03-10') }
    const own = await app.as('practitioner').appointments.proposeVisits({ ...input, practitionerId: null, time: null, rhythm: null })
    expect(own.practitionerId).toBe(app.people.practitioner)
  })

  it('refuses what is not there or not offered', async () => {
    const p = await relax10()
    await expectRefused(app, () => propose({ ...p, serviceId: 999 }, owned(p)), 'call.notFound')
    await expectRefused(app, () => propose(p, { kind: 'owned', clientPackageItemId: 999 }), 'call.notFound')
    await expectRefused(app, () => propose(p, { ...offered(p.packageId), position: 9 }), 'call.notFound')
    await app.call.packages.deactivate({ key: newKey(), id: p.packageId })
    await expectRefused(app, () => propose(p, offered(p.packageId)), 'package.notForSale')
  })
})

const TUESDAYS = ['2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31', '2026-04-07', '2026-04-14'].map((d) => `${d}T10:00`)

describe('looking at them', () => {
  const preview = (p: Owned, ...visits: ReturnType<typeof visitAt>[]) =>
    app.call.appointments.previewVisits({ clientId: p.clientId, basis: owned(p), visits })

  it('says which are on the package and why not the others (W12)', async () => {
    const p = await relax10()
    const { visits } = await preview(p, ...TUESDAYS.map((at) => visitAt(p.serviceId, at)))
    expect(visits.map((v) => v.why)).toEqual([null, null, null, null, 'outside validity', 'outside validity'])
    expect(visits.map((v) => v.feeMinor)).toEqual([0, 0, 0, 0, 10_000, 10_000])
    const three = await makeClientPackage(app, { sessions: 3, payments: [card(80_000)] })
    const few = await preview(three, ...TUESDAYS.map((at) => visitAt(three.serviceId, at)))
    expect(few.visits.map((v) => v.why)).toEqual([null, null, null, 'no sessions left', 'no sessions left', 'no sessions left'])
  })

  it('marks in words what stands in the way', async () => {
    const p = await relax10()
    const other = await makeClient(app, { givenName: 'Anna', familyName: 'Lee' })
    await book(app, { clientId: other.id, serviceId: p.serviceId, startsAt: '2026-03-10T10:30' })
    const { visits } = await preview(
      p,
      visitAt(p.serviceId, '2026-03-10T10:00'),
      visitAt(p.serviceId, '2026-03-11T10:00'),
      visitAt(p.serviceId, '2026-03-11T10:30'),
      visitAt(p.serviceId, '2026-03-12T05:00'),
      visitAt(p.serviceId, '2026-03-13T10:00', app.people.secondPractitioner),
    )
    expect(visits.map((v) => v.conflict?.kind ?? null)).toEqual(['taken', null, 'together', 'outsideHours', 'notGiven'])
    expect(visits[0]!.conflict!.words).toMatch(/already has Anna Lee at 10:30\.$/)
    await book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-03-16T10:00' })
    const elsewhere = await makeService(app, { practitionerIds: [app.people.secondPractitioner] })
    const twice = await preview(p, visitAt(elsewhere.id, '2026-03-16T10:15', app.people.secondPractitioner))
    expect(twice.visits[0]!.conflict).toMatchObject({ kind: 'clientBusy' })
  })

  it('holds to what is paid, where only paid sessions may be used', async () => {
    const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ ...settings, key: newKey(), useBeforePaid: 'paidShare' })
    const p = await makeClientPackage(app, { sessions: 4, payments: [card(40_000)] })
    const { visits } = await preview(p, ...TUESDAYS.slice(0, 3).map((at) => visitAt(p.serviceId, at)))
    expect(visits.map((v) => v.why)).toEqual([null, null, 'not paid so far'])
  })
})

describe('booking them', () => {
  it('books four on the package and two at the regular fee, by one command, and takes all of it back', async () => {
    const p = await relax10()
    const visits = TUESDAYS.map((at, i) => ({ ...visitAt(p.serviceId, at), onPackage: i < 4 }))
    const { appointmentIds } = await bookAll(p, visits)
    expect(appointmentIds).toHaveLength(6)
    expect(await itemOf(p)).toMatchObject({ remaining: 1, bookedAhead: 4 })
    await expectSound()
    expect(await app.call.appointments.undoVisits({ key: newKey(), appointmentIds })).toEqual({ count: 6 })
    expect(await itemOf(p)).toMatchObject({ remaining: 5, bookedAhead: 0 })
    expect(await countAppointments()).toBe(0)
    await expectSound()
  })

  it('books none when one can’t be', async () => {
    const p = await relax10()
    const other = await makeClient(app)
    await book(app, { clientId: other.id, serviceId: p.serviceId, startsAt: '2026-03-24T10:00' })
    const visits = (...on: boolean[]) => TUESDAYS.slice(0, on.length).map((at, i) => ({ ...visitAt(p.serviceId, at), onPackage: on[i]! }))
    await expectRefused(app, () => bookAll(p, visits(true, true, true)), 'appointment.slotTaken')
    const outside = [{ ...visitAt(p.serviceId, '2026-04-07T10:00'), onPackage: true }]
    await expectRefused(app, () => bookAll(p, outside), 'clientPackage.notValidOn')
    await expectRefused(
      app,
      () => bookAll(p, [{ ...visitAt(p.serviceId, '2026-03-12T05:00'), onPackage: true }]),
      'appointment.outsideHours',
    )
    await expectRefused(app, () => bookAll({ ...p, itemId: 999 }, visits(true)), 'call.notFound')
    await expectRefused(app, () => bookAll({ ...p, clientId: other.id }, visits(true)), 'clientPackage.notTheirs')
    await expectRefused(app, () => bookAll(p, visits(true), 'secondPractitioner'), 'appointment.ownOnly')
  })

  it('asks before the package would end ahead of a visit that is booked, and books all the same when told to', async () => {
    const p = await makeClientPackage(app, {
      sessions: 6,
      expiry: { kind: 'afterFirstUse', count: 20, unit: 'days' },
      payments: [card(80_000)],
    })
    await bookAll(p, [{ ...visitAt(p.serviceId, '2026-03-30T10:00'), onPackage: true }])
    const sooner = [{ ...visitAt(p.serviceId, '2026-03-05T10:00'), onPackage: true }]
    await expectRefused(app, () => bookAll(p, sooner), 'clientPackage.endMoves')
    const { appointmentIds } = await app.call.appointments.bookVisits({
      key: newKey(),
      clientId: p.clientId,
      clientPackageItemId: p.itemId,
      visits: sooner,
      confirmed: { outsideHours: false, endMoves: true },
    })
    expect(appointmentIds).toHaveLength(1)
    await expectSound()
  })

  it('takes back none when one took place', async () => {
    const p = await relax10()
    const { appointmentIds } = await bookAll(p, [
      { ...visitAt(p.serviceId, '2026-03-02T10:00'), onPackage: true },
      { ...visitAt(p.serviceId, '2026-03-03T10:00'), onPackage: true },
    ])
    await app.call.appointments.complete({ key: newKey(), id: appointmentIds[0]! })
    const undo = (ids: number[]) => app.call.appointments.undoVisits({ key: newKey(), appointmentIds: ids })
    await expectRefused(app, () => undo([...appointmentIds].reverse()), 'appointment.wrongStatus')
    await expectRefused(app, () => undo([999]), 'call.notFound')
    await expectRefused(
      app,
      () => app.as('secondPractitioner').appointments.undoVisits({ key: newKey(), appointmentIds: [appointmentIds[1]!] }),
      'appointment.ownOnly',
    )
  })
})

describe('with a sale', () => {
  const schedule = (serviceId: number, ...days: string[]) => ({
    position: 1,
    visits: days.map((day) => ({ ...visitAt(serviceId, `${day}T10:00`), onPackage: true })),
    confirmed,
  })

  it('sells and books in one step, or neither', async () => {
    const service = await makeService(app)
    const pack = await makePackage(app, { serviceIds: [service.id], sessions: 6 })
    const { id: clientId } = await makeClient(app)
    const sold = await sellPackage(app, { clientId, packageId: pack.id, schedule: schedule(service.id, '2026-03-10', '2026-03-17') })
    expect(sold.appointmentIds).toHaveLength(2)
    expect(await itemOf(sold)).toMatchObject({ remaining: 4, bookedAhead: 2 })
    const again = () => sellPackage(app, { clientId, packageId: pack.id, schedule: schedule(service.id, '2026-03-24', '2026-03-17') })
    await expectRefused(app, again, 'appointment.slotTaken')
    const nowhere = { ...schedule(service.id, '2026-03-24'), position: 9 }
    await expectRefused(app, () => sellPackage(app, { clientId, packageId: pack.id, schedule: nowhere }), 'call.notFound')
    await expectSound()
  })

  it('assigns and books in one step', async () => {
    const service = await makeService(app)
    const pack = await makePackage(app, { serviceIds: [service.id], sessions: 6 })
    const { id: clientId } = await makeClient(app)
    const given = await app.call.clientPackages.assign({
      key: newKey(),
      clientId,
      packageId: pack.id,
      chargeMinor: null,
      reason: '',
      schedule: schedule(service.id, '2026-03-10'),
    })
    expect(given.appointmentIds).toHaveLength(1)
    expect(await itemOf(given)).toMatchObject({ remaining: 5, bookedAhead: 1 })
    await expectSound()
  })
})
