// Sharing a client package with linked clients: W4 with its figures, who may book on it, caps, and what everybody is told.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, bookingOf, card, makeClient, makeClientPackage, makeService } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
let leo: number
let anna: number
let massage: number
let chiro: number
let family: Awaited<ReturnType<typeof makeClientPackage>>
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T07:00' })
  leo = (await makeClient(app, { givenName: 'Leo', familyName: '' })).id
  anna = (await makeClient(app, { givenName: 'Anna', familyName: '' })).id
  massage = (await makeService(app, { name: 'Massage 60', priceMinor: minor(9_000) })).id
  chiro = (await makeService(app, { name: 'Chiro 30', priceMinor: minor(4_500) })).id
  family = await makeClientPackage(app, {
    clientId: leo,
    name: 'Family 20',
    sessions: 20,
    serviceIds: [massage, chiro],
    priceMinor: minor(150_000),
    payments: [card(150_000)],
  })
})

const terms = { mayBook: false, mayFillForms: false, getsMessages: false }
type Sharing = Parameters<TestApp['call']['clients']['link']>[0]['other']['sharing']
/** What Anna may use of Leo's; Leo uses nothing of hers. */
const pair = (sharing: Sharing) => ({
  key: newKey(),
  clientId: leo,
  otherId: anna,
  other: { ...terms, label: 'partner' as const, sharing },
  client: { ...terms, label: 'partner' as const, sharing: { kind: 'none' as const } },
})
const chosen = (cap: number | null): Sharing => ({ kind: 'chosen', packages: [{ clientPackageId: family.clientPackageId, cap }] })
const share = (cap: number | null) => app.call.clients.link(pair(chosen(cap)))
const reshare = async (sharing: Sharing) => {
  const { mark } = (await app.call.clients.links({ clientId: leo })).find((l) => l.otherId === anna)!
  return app.call.clients.changeLink({ ...pair(sharing), mark })
}

const bookOn = (clientId: number, day: number, time: string, serviceId = massage) =>
  book(app, { clientId, serviceId, startsAt: `2026-03-${String(day).padStart(2, '0')}T${time}`, clientPackageItemId: family.itemId })
async function used(clientId: number, day: number, time: string, serviceId = massage) {
  const visit = await bookOn(clientId, day, time, serviceId)
  await app.call.appointments.complete({ key: newKey(), id: visit.id })
  return visit
}
const statement = async (clientId: number) =>
  (await app.call.reports.statement({ clientId, from: '2026-01-01', through: '2026-12-31', clientPackageIds: null, showAmounts: true }))
    .packages

describe('W4: a pool, shared, with a cap', () => {
  async function tellTheStory() {
    await share(3)
    app.setNow('2026-03-05T20:00')
    await used(leo, 3, '08:00')
    await used(anna, 3, '09:00')
    await used(leo, 4, '08:00', chiro)
    await used(anna, 4, '09:00', chiro)
    await used(leo, 5, '08:00')
    return bookOn(anna, 10, '09:00')
  }

  it('counts all people together, holds the cap, and makes room again only by a cancellation', async () => {
    const booked = await tellTheStory()
    expect(booked.session?.count).toEqual({ position: 6, of: 20 })
    await expectRefused(app, () => bookOn(anna, 11, '09:00'), 'clientPackage.capReached', {
      client: 'Anna',
      cap: 3,
      package: 'Family 20',
      taken: '2 used, 1 booked',
    })
    await expect(bookOn(anna, 11, '09:00')).rejects.toThrow('Anna may use 3 of Family 20; 2 used, 1 booked.')
    await app.call.appointments.end({ key: newKey(), id: booked.id, as: 'cancelled', session: 'return', reason: '' })
    const again = await bookOn(anna, 11, '09:00')
    app.setNow('2026-03-11T20:00')
    await app.call.appointments.end({ key: newKey(), id: again.id, as: 'noShow', session: 'forfeit', reason: '' })
    await expectRefused(app, () => bookOn(anna, 12, '09:00'), 'clientPackage.capReached', { taken: '2 used, 1 forfeited' })
    await bookOn(leo, 12, '09:00')
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('splits the owner’s statement by who was treated; the other’s says who prepaid', async () => {
    await tellTheStory()
    const [his] = await statement(leo)
    expect(his).toMatchObject({
      owner: null,
      byPerson: [
        { name: 'Leo', sessions: 3, valueMinor: 22_500 },
        { name: 'Anna', sessions: 2, valueMinor: 15_000 },
      ],
      attendedMinor: 37_500,
      prepaidAtEnd: { sessions: 15, valueMinor: 112_500 },
      paidMinor: 150_000,
      countWords: '5 attended · 1 booked · 14 left',
    })
    expect(his!.attended.map((v) => [v.position, v.treated])).toEqual([
      [1, 'Leo'],
      [2, 'Anna'],
      [3, 'Leo'],
      [4, 'Anna'],
      [5, 'Leo'],
    ])
    const [hers, ...more] = await statement(anna)
    expect(more).toEqual([])
    expect(hers).toMatchObject({
      owner: 'Leo',
      paidWords: 'prepaid by Leo',
      byPerson: [],
      attendedMinor: 15_000,
      prepaidAtEnd: { sessions: 0, valueMinor: 0 },
      paidMinor: 0,
      countWords: '2 attended · 1 booked',
      states: ['used', 'used', 'booked'],
    })
    expect(hers!.attended.map((v) => v.valueMinor)).toEqual([7_500, 7_500])
  })

  it('names the treated person on the invoice, and the owner as who pays', async () => {
    const { invoice } = await tellTheStory()
    expect(await app.call.invoices.get({ id: invoice!.id })).toMatchObject({ clientName: 'Leo', treatedClientName: 'Anna', totalMinor: 0 })
  })

  it('says on both pages who shares and how much was taken', async () => {
    await tellTheStory()
    const [his] = await app.call.clientPackages.ofClient({ clientId: leo })
    expect(his).toMatchObject({ ownerName: 'Leo', sharedWith: [{ clientId: anna, name: 'Anna', cap: 3, taken: 3 }] })
    const own = await makeClientPackage(app, { clientId: anna, name: 'Hers' })
    const hers = await app.call.clientPackages.ofClient({ clientId: anna })
    expect(hers.map((p) => [p.id, p.ownerName])).toEqual([
      [own.clientPackageId, 'Anna'],
      [family.clientPackageId, 'Leo'],
    ])
    expect((await app.call.clients.get({ id: anna })).counts.clientPackages).toBe(2)
  })
})

describe('what booking offers', () => {
  const offered = async (appointmentId: number | null = null, clientId = anna) =>
    await app.call.clientPackages.available({ clientId, serviceId: massage, day: '2026-03-10', appointmentId })

  it('has what is shared after what is their own, with the owner and how many more', async () => {
    await share(3)
    expect((await offered()).options).toMatchObject([{ name: 'Family 20', sharedBy: 'Leo', mayUse: 3, remaining: 20, why: null }])
    await makeClientPackage(app, { clientId: anna, name: 'Hers', serviceIds: [massage], sessions: 30 })
    const { options, preselected } = await offered()
    expect(options.map((o) => [o.name, o.sharedBy, o.mayUse])).toEqual([
      ['Hers', null, null],
      ['Family 20', 'Leo', 3],
    ])
    expect(preselected).toBe(options[0]!.clientPackageItemId)
  })

  it('says why a share is used up, but keeps what the appointment holds', async () => {
    await share(1)
    const visit = await bookOn(anna, 10, '09:00')
    expect((await offered()).options).toMatchObject([{ mayUse: 0, why: 'Anna may use 1 of it; 1 booked' }])
    expect(await offered(visit.id)).toMatchObject({ preselected: family.itemId, options: [{ why: null, mayUse: 1 }] })
  })

  it('has nothing of what is not shared, nor of whom a third is linked with', async () => {
    expect((await offered()).options).toEqual([])
    await share(null)
    const mia = (await makeClient(app, { givenName: 'Mia' })).id
    await app.call.clients.link({ ...pair({ kind: 'all', cap: null }), clientId: anna, otherId: mia })
    expect((await offered(null, mia)).options).toEqual([])
    await expectRefused(app, () => bookOn(mia, 10, '10:00'), 'clientPackage.notTheirs')
  })
})

describe('booking on a share', () => {
  it('is refused without one, and with all packages shared each has the cap of its own', async () => {
    await expectRefused(app, () => bookOn(anna, 10, '09:00'), 'clientPackage.notTheirs', { client: 'Anna', package: 'Family 20' })
    await app.call.clients.link(pair({ kind: 'all', cap: 1 }))
    const other = await makeClientPackage(app, { clientId: leo, serviceIds: [massage] })
    await bookOn(anna, 10, '09:00')
    await expectRefused(app, () => bookOn(anna, 10, '11:00'), 'clientPackage.capReached')
    await book(app, { clientId: anna, serviceId: massage, startsAt: '2026-03-10T13:00', clientPackageItemId: other.itemId })
  })

  it('at the same moment from two desks never breaks the cap', async () => {
    await share(1)
    const at = (time: string) =>
      app.call.appointments.book(
        bookingOf(app, { clientId: anna, serviceId: massage, startsAt: `2026-03-10T${time}`, clientPackageItemId: family.itemId }),
      )
    const both = await Promise.allSettled([at('09:00'), at('11:00'), at('13:00')])
    expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect((await app.call.clientPackages.get({ id: family.clientPackageId })).sharedWith).toMatchObject([{ taken: 1 }])
  })

  it('a cap lowered below use stops new bookings only; what is booked can be moved and held', async () => {
    await share(3)
    const visit = await bookOn(anna, 10, '09:00')
    await bookOn(anna, 11, '09:00')
    await reshare(chosen(1))
    await expectRefused(app, () => bookOn(anna, 12, '09:00'), 'clientPackage.capReached', { cap: 1, taken: '2 booked' })
    const {
      key,
      clientId: _client,
      ...moved
    } = bookingOf(app, {
      clientId: anna,
      serviceId: massage,
      startsAt: '2026-03-13T09:00',
      clientPackageItemId: family.itemId,
    })
    const after = await app.call.appointments.edit({ key, id: visit.id, mark: visit.mark, ...moved })
    expect([after.startsAt, after.session?.packageName]).toEqual(['2026-03-13T09:00', 'Family 20'])
    await app.call.appointments.end({ key: newKey(), id: visit.id, as: 'cancelled', session: 'return', reason: '' })
    expect(await app.call.appointments.undoEnd({ key: newKey(), id: visit.id })).toMatchObject({
      session: null,
      droppedPackage: 'Family 20',
    })
  })

  it('unlinking leaves booked visits on the package and names them', async () => {
    await share(3)
    const visit = await bookOn(anna, 10, '09:00')
    const kept = [{ appointmentId: visit.id, at: '2026-03-10T09:00', treated: 'Anna', packageName: 'Family 20' }]
    expect((await app.call.clients.previewUnlink({ clientId: anna, otherId: leo })).visits).toEqual(kept)
    app.setNow('2026-03-03T09:00')
    expect((await app.call.clients.unlink({ key: newKey(), clientId: leo, otherId: anna })).visits).toEqual(kept)
    app.setNow('2026-03-10T20:00')
    await app.call.appointments.complete({ key: newKey(), id: visit.id })
    expect((await statement(anna))[0]).toMatchObject({ attendedMinor: 7_500, owner: 'Leo' })
    await expectRefused(app, () => bookOn(anna, 12, '09:00'), 'clientPackage.notTheirs')
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('of what is paid each appointment, the treated person pays and each statement has its own visits', async () => {
    const each = await makeClientPackage(app, {
      clientId: leo,
      paymentStyle: 'eachAppointment',
      serviceIds: [massage],
      feeMinor: minor(8_000),
    })
    await app.call.clients.link(pair({ kind: 'all', cap: null }))
    app.setNow('2026-03-03T20:00')
    for (const [clientId, time] of [
      [leo, '09:00'],
      [anna, '10:00'],
    ] as const) {
      const visit = await book(app, { clientId, serviceId: massage, startsAt: `2026-03-03T${time}`, clientPackageItemId: each.itemId })
      const done = await app.call.appointments.complete({ key: newKey(), id: visit.id })
      expect((await app.call.invoices.get({ id: done.invoice!.id })).clientId).toBe(clientId)
    }
    for (const clientId of [leo, anna]) {
      const section = (await statement(clientId)).find((p) => p.clientPackageId === each.clientPackageId)
      expect(section).toMatchObject({ attendedMinor: 8_000, billedMinor: 8_000 })
      expect(section!.attended).toHaveLength(1)
    }
  })
})

describe('another client on an appointment', () => {
  const change = async (id: number, clientId: number, clientPackageItemId: number | null) => {
    const {
      key,
      clientId: _client,
      ...fields
    } = bookingOf(app, {
      clientId,
      serviceId: massage,
      startsAt: '2026-03-10T09:00',
      clientPackageItemId,
    })
    const { mark } = await app.call.appointments.get({ id })
    return app.call.appointments.edit({ key, id, mark, clientId, ...fields })
  }

  it('is judged anew: refused without a share, booked on it with one, with the invoice for the new person', async () => {
    const visit = await bookOn(leo, 10, '09:00')
    await expectRefused(app, () => change(visit.id, anna, family.itemId), 'clientPackage.notTheirs')
    await expectRefused(app, () => change(visit.id, 999, family.itemId), 'call.notFound')
    await share(1)
    const after = await change(visit.id, anna, family.itemId)
    expect(after).toMatchObject({ clientId: anna, session: { packageName: 'Family 20' } })
    expect(await app.call.invoices.get({ id: after.invoice!.id })).toMatchObject({ clientName: 'Leo', treatedClientName: 'Anna' })
    await expectRefused(app, () => bookOn(anna, 11, '09:00'), 'clientPackage.capReached')
    const regular = await change(visit.id, leo, null)
    expect(regular).toMatchObject({ clientId: leo, session: null, invoice: { totalMinor: 9_000 } })
    expect(await app.call.invoices.get({ id: regular.invoice!.id })).toMatchObject({ clientName: 'Leo', treatedClientName: 'Leo' })
    expect((await verify(app.db)).problems).toEqual([])
  })
})

it('the check of the file finds whoever holds a session without owning it or having had a share', async () => {
  await share(3)
  await bookOn(anna, 10, '09:00')
  expect((await verify(app.db)).problems).toEqual([])
  app.file.exec(`DROP TRIGGER packageSharesEndOnce; UPDATE packageShares SET startedAt = '2027-01-01T00:00:00.000Z'`)
  expect((await verify(app.db)).problems).toEqual(['Session 1 of “Family 20” is held by Anna, who neither owned it nor had a share in it'])
})
