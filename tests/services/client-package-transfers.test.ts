// Sessions that go to another client: W13 with its figures, what is refused, and taking it back.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { CLIENT_PACKAGE_LIST } from '../../renderer/components/client-package-list-input.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { card, makeClientPackage, makePackage, makeProduct, sellPackage } from '../support/make.ts'
import { bookOn, makeBen, relax6, takeBack, transfer, transferOf, valuesOf } from '../support/moving.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T21:00' })
})
const sound = async () => expect((await verify(app.db)).problems).toEqual([])

describe('a transfer (W13)', () => {
  it('moves the highest free numbers, worth what they were worth, to a new package of the other client', async () => {
    const p = await relax6(app)
    const ben = await makeBen(app)
    const { from, to } = await transfer(app, p, ben.id)
    expect(from.items[0]!.pips.filter((pip) => pip.state === 'transferred').map((pip) => pip.number)).toEqual([5, 6])
    expect(await valuesOf(app, p.clientPackageId)).toEqual({ used: 16_668, available: 16_666, transferred: 16_666 })
    expect([from.items[0]!.used, from.items[0]!.total, from.items[0]!.remaining]).toEqual([2, 4, 2])
    expect(from.movedTo).toMatchObject([{ what: '2 sessions', clientName: 'Ben Okafor', valueMinor: 16_666, kind: 'transfer' }])
    expect(to).toMatchObject({ clientId: ben.id, name: 'Relax 6', chargeMinor: 0, broughtInMinor: 16_666, invoice: null, state: 'active' })
    expect(to.items[0]!.pips.map((pip) => [pip.number, pip.valueMinor])).toEqual([
      [1, 8_333],
      [2, 8_333],
    ])
    expect(to.cameFrom).toMatchObject([{ what: '2 sessions', clientName: 'Anna Lee', name: 'Relax 6', clientPackageId: p.clientPackageId }])
    await sound()
  })

  it('is shown before it happens', async () => {
    const p = await relax6(app)
    await bookOn(app, p, '2026-03-05T10:00')
    const ben = await makeBen(app)
    expect(await app.call.clientPackages.previewTransfer(transferOf(p, ben.id, { end: '2026-12-31' }))).toEqual({
      what: '2 sessions',
      numbers: [5, 6],
      valueMinor: 16_666,
      currency: 'CAD',
      left: 1,
      total: 4,
      booked: 1,
      toClientName: 'Ben Okafor',
      endWords: '31 Dec 2026',
    })
  })

  it('counts the next visits of the giving client “3 of 4”, and of the other “1 of 2”', async () => {
    const p = await relax6(app)
    const ben = await makeBen(app)
    const { to } = await transfer(app, p, ben.id)
    const anna = await bookOn(app, p, '2026-03-05T10:00')
    const his = await bookOn(app, { clientId: ben.id, serviceId: p.serviceId, itemId: to.items[0]!.id }, '2026-03-05T11:00')
    const tiles = (await app.call.appointments.onDays({ from: localDate('2026-03-02'), through: localDate('2026-03-05') })).tiles
    const countOf = (id: number) => tiles.find((t) => t.id === id)!.count
    expect(countOf(anna.id)).toMatchObject({ position: 3, of: 4 })
    expect(countOf(his.id)).toMatchObject({ position: 1, of: 2 })
  })

  it('stands in the timeline at both ends, and on both statements, where it adds up', async () => {
    const p = await relax6(app)
    const ben = await makeBen(app)
    const { transferId, to } = await transfer(app, p, ben.id)
    const [sent] = (await app.call.clientPackages.timeline({ id: p.clientPackageId })).entries
    expect(sent).toMatchObject({
      move: 'transfer',
      numbers: [5, 6],
      valueMinor: 16_666,
      other: 'Ben Okafor’s Relax 6',
      reason: 'A present',
    })
    const [came] = (await app.call.clientPackages.timeline({ id: to.id })).entries
    expect(came).toMatchObject({ move: 'grant', numbers: [1, 2], other: 'Anna Lee’s Relax 6' })
    const statement = async (clientId: number) => {
      const year = { from: localDate('2026-01-01'), through: localDate('2026-12-31') }
      return (await app.call.reports.statement({ clientId, ...year, clientPackageIds: null, showAmounts: true })).packages[0]!
    }
    const anna = await statement(p.clientId)
    expect(anna).toMatchObject({ attendedMinor: 16_668, movedOut: { sessions: 2, valueMinor: 16_666 }, paidMinor: 50_000 })
    expect(anna.attendedMinor + anna.prepaidAtEnd.valueMinor + anna.movedOut.valueMinor).toBe(50_000)
    expect(await statement(ben.id)).toMatchObject({
      receivedFrom: 'Anna Lee’s Relax 6',
      paidWords: 'worth 166.66',
      movedIn: { sessions: 2, valueMinor: 16_666 },
      prepaidAtEnd: { sessions: 2, valueMinor: 16_666 },
      paidMinor: 0,
    })
    await takeBack(app, transferId)
    const back = (await app.call.clientPackages.timeline({ id: p.clientPackageId })).entries[0]
    expect(back).toMatchObject({ move: 'undoTransfer', numbers: [5, 6], other: 'Ben Okafor’s Relax 6' })
    expect((await statement(p.clientId)).prepaidAtEnd.sessions).toBe(4)
  })

  it('gives an end of its own, or none; an end that waits for the first use goes on waiting', async () => {
    const ben = await makeBen(app)
    const p = await relax6(app, { expiry: { kind: 'afterPurchase', count: 90, unit: 'days' } })
    expect((await transfer(app, p, ben.id, { count: 1, end: '2026-04-30' })).to.end).toBe('2026-04-30')
    expect((await transfer(app, p, ben.id, { count: 1 })).to).toMatchObject({ end: null, endWords: 'No end' })
    const waiting = await relax6(app, { name: 'Relax 90', used: 0, expiry: { kind: 'afterFirstUse', count: 90, unit: 'days' } })
    expect((await transfer(app, waiting, ben.id)).to.endWords).toBe('90 days after first use')
  })

  it('counts as used where sessions may only be used as far as they are paid', async () => {
    const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ key: newKey(), ...settings, useBeforePaid: 'paidShare' })
    const p = await relax6(app, { used: 0, payments: [card(25_000)] })
    await transfer(app, p, (await makeBen(app)).id)
    await bookOn(app, p, '2026-03-05T10:00')
    await expectRefused(app, () => bookOn(app, p, '2026-03-05T11:00'), 'clientPackage.unpaid', { package: 'Relax 6', allowed: 3 })
  })

  it('of all that is free leaves a package that is moved, or used', async () => {
    const ben = await makeBen(app)
    const whole = await relax6(app, { used: 0 })
    const { from, to } = await transfer(app, whole, ben.id, { count: null })
    expect([from.state, from.items[0]!.total, from.toComeMinor]).toEqual(['used', 0, 0])
    expect(to.items[0]!.remaining).toBe(6)
    const part = await relax6(app, { name: 'Part', used: 2 })
    expect((await transfer(app, part, ben.id, { count: null })).from.state).toBe('used')
    const list = await app.call.clientPackages.list({ ...CLIENT_PACKAGE_LIST, states: ['used'], page: 1, pageSize: 50 })
    expect(list.total).toBe(2)
    await sound()
  })

  it('moves pieces of a product, sessions paid with each visit with their fees, and a package that has not begun', async () => {
    const ben = await makeBen(app)
    const product = await makeProduct(app)
    const belts = { productId: product.id, services: [], quantity: 3, itemPriceMinor: minor(2_000) }
    const package3 = await makePackage(app, { items: [belts], priceMinor: minor(6_000) })
    const p = await relax6(app, { used: 0 })
    const sold = await sellPackage(app, { clientId: p.clientId, packageId: package3.id })
    const item = (await app.call.clientPackages.get({ id: sold.clientPackageId })).items[0]!
    const pieces = await transfer(app, { itemId: item.id }, ben.id, { count: 1 })
    expect(pieces.to.items[0]).toMatchObject({ isProduct: true, remaining: 1 })
    expect(pieces.to.cameFrom[0]!.what).toMatch(/^1 × Product/)
    const each = await relax6(app, { name: 'Back 6', used: 0, paymentStyle: 'eachAppointment', feeMinor: minor(8_000), payments: [] })
    const { to } = await transfer(app, each, ben.id)
    expect(to).toMatchObject({ paymentStyle: 'eachAppointment', broughtInMinor: 0 })
    const visit = await bookOn(app, { clientId: ben.id, serviceId: each.serviceId, itemId: to.items[0]!.id }, '2026-03-05T10:00')
    expect(visit.invoice?.totalMinor).toBe(8_000)
    const later = await relax6(app, { name: 'Later', used: 0, validFrom: localDate('2026-04-01') })
    expect((await transfer(app, later, ben.id)).to).toMatchObject({ state: 'pending', validFrom: '2026-04-01' })
    await sound()
  })

  it('of an unlimited item moves the right and what is left of the pot; nothing can be booked on it here any more', async () => {
    const ben = await makeBen(app)
    const p = await makeClientPackage(app, { name: 'Chiro', sessions: null, priceMinor: minor(30_000) })
    await bookOn(app, p, '2026-03-05T10:00')
    const { transferId, from, to } = await transfer(app, p, ben.id, { count: null })
    expect([from.items[0]!.moved, from.toComeMinor, to.broughtInMinor]).toEqual([true, 8_000, 22_000])
    await expectRefused(app, () => bookOn(app, p, '2026-03-06T10:00'), 'clientPackage.noneLeft')
    await expectRefused(app, () => transfer(app, p, ben.id, { count: null }), 'transfer.tooFewFree')
    const offered = await app.call.clientPackages.available({
      clientId: p.clientId,
      serviceId: p.serviceId,
      day: localDate('2026-03-06'),
      appointmentId: null,
    })
    expect(offered.options).toMatchObject([{ why: 'no sessions are left' }])
    await sound()
    const his = await bookOn(app, { clientId: ben.id, serviceId: p.serviceId, itemId: to.items[0]!.id }, '2026-03-06T10:00')
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.touched')
    await app.call.appointments.remove({ key: newKey(), id: his.id })
    const back = await takeBack(app, transferId)
    expect([back.from.toComeMinor, back.to.state]).toEqual([30_000, 'cancelled'])
    await bookOn(app, p, '2026-03-06T10:00')
    await sound()
  })
})

describe('refuses, and saves nothing,', () => {
  it('to the same client, to nobody, more than is free, and what is booked', async () => {
    const p = await relax6(app)
    const ben = await makeBen(app)
    await expectRefused(app, () => transfer(app, p, p.clientId), 'transfer.toSelf', { client: 'Anna Lee', package: 'Relax 6' })
    await expectRefused(app, () => transfer(app, p, 999), 'call.notFound')
    await expectRefused(app, () => transfer(app, { itemId: 999 }, ben.id), 'call.notFound')
    await expectRefused(app, () => transfer(app, p, ben.id, { count: 5 }), 'transfer.tooFewFree', { package: 'Relax 6', free: 4 })
    for (const hour of [10, 11, 12]) await bookOn(app, p, `2026-03-05T${hour}:00`)
    await expectRefused(app, () => transfer(app, p, ben.id), 'transfer.tooFewFree', { package: 'Relax 6', free: 1 })
    await expectRefused(app, () => transfer(app, p, ben.id, { count: 1, end: '2026-03-01' }), 'clientPackage.endInPast')
    await expectRefused(app, () => app.call.clientPackages.previewTransfer(transferOf(p, p.clientId)), 'transfer.toSelf')
    await transfer(app, p, ben.id, { count: 1 })
    await expectRefused(app, () => transfer(app, p, ben.id, { count: null }), 'transfer.tooFewFree')
  })

  it('with an end before it is valid', async () => {
    const ben = await makeBen(app)
    const p = await relax6(app, { used: 0, validFrom: localDate('2026-04-01') })
    await expectRefused(app, () => transfer(app, p, ben.id, { count: 1, end: localDate('2026-03-31') }), 'sale.endBeforeStart')
    await transfer(app, p, ben.id, { count: 1, end: localDate('2026-04-01') })
  })

  it('off a package that was cancelled, has ended, or is on hold', async () => {
    const ben = await makeBen(app)
    const p = await relax6(app)
    const onHold = { key: newKey(), id: p.clientPackageId, fromDay: localDate('2026-03-03'), throughDay: null, reason: 'Away' }
    await app.call.clientPackages.hold(onHold)
    await transfer(app, p, ben.id, { count: 1 })
    app.setNow('2026-03-03T09:00')
    await expectRefused(app, () => transfer(app, p, ben.id), 'clientPackage.notMovable')
    const ended = await relax6(app, { name: 'Ended', used: 0, expiry: { kind: 'onDate', date: localDate('2026-03-03') } })
    app.setNow('2026-03-04T09:00')
    await expectRefused(app, () => transfer(app, ended, ben.id), 'clientPackage.notMovable')
    const gone = await relax6(app, { name: 'Gone', used: 0 })
    await app.db
      .updateTable('clientPackages')
      .set({ cancelledOn: localDate('2026-03-04'), cancelReason: 'Moved' })
      .where('id', '=', gone.clientPackageId)
      .execute()
    await expectRefused(app, () => transfer(app, gone, ben.id), 'clientPackage.notMovable')
  })
})

describe('taking a transfer back', () => {
  it('withdraws what arrived and frees it here again, as if nothing had been', async () => {
    const p = await relax6(app)
    const ben = await makeBen(app)
    const before = await valuesOf(app, p.clientPackageId)
    const { transferId } = await transfer(app, p, ben.id)
    const { from, to } = await takeBack(app, transferId)
    expect(await valuesOf(app, p.clientPackageId)).toEqual(before)
    expect([from.items[0]!.total, from.items[0]!.remaining, from.movedTo]).toEqual([6, 4, []])
    expect(to).toMatchObject({ state: 'cancelled', broughtInMinor: 0, toComeMinor: 0, cameFrom: [] })
    expect(await valuesOf(app, to.id)).toEqual({ withdrawn: 0 })
    await sound()
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.undone')
    await expectRefused(app, () => takeBack(app, 999), 'call.notFound')
    expect((await transfer(app, p, ben.id)).from.items[0]!.total).toBe(4)
    await sound()
  })

  it('is refused once one of them was booked, used or sent on, and possible when that is undone', async () => {
    const p = await relax6(app)
    const ben = await makeBen(app)
    const { transferId, to } = await transfer(app, p, ben.id)
    const his = { clientId: ben.id, serviceId: p.serviceId, itemId: to.items[0]!.id }
    const visit = await bookOn(app, his, '2026-03-05T10:00')
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.touched', { package: 'Relax 6' })
    await app.call.appointments.remove({ key: newKey(), id: visit.id })
    const onwards = await transfer(app, his, p.clientId, { count: 1 })
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.touched')
    await takeBack(app, onwards.transferId)
    await takeBack(app, transferId)
    await sound()
  })

  it('is refused when the giving package was cancelled meanwhile; after its end what comes back has expired', async () => {
    const ben = await makeBen(app)
    const p = await relax6(app, { expiry: { kind: 'onDate', date: localDate('2026-03-10') } })
    const { transferId } = await transfer(app, p, ben.id)
    app.setNow('2026-03-11T09:00')
    const { from } = await takeBack(app, transferId)
    expect([from.state, from.items[0]!.lapsed]).toEqual(['expired', 4])
    const gone = await relax6(app, { name: 'Gone', used: 0 })
    const second = await transfer(app, gone, ben.id)
    await app.db
      .updateTable('clientPackages')
      .set({ cancelledOn: localDate('2026-03-11'), cancelReason: 'Moved' })
      .where('id', '=', gone.clientPackageId)
      .execute()
    await expectRefused(app, () => takeBack(app, second.transferId), 'clientPackage.notMovable')
  })

  it('keeps what was added to the receiving package since', async () => {
    const p = await relax6(app)
    const ben = await makeBen(app)
    const { transferId, to } = await transfer(app, p, ben.id)
    const more = { clientPackageItemId: to.items[0]!.id, change: { kind: 'add' as const, count: 1 }, reason: 'Goodwill' }
    await app.call.clientPackages.adjust({ key: newKey(), ...more })
    const back = await takeBack(app, transferId)
    expect([back.to.state, back.to.items[0]!.remaining]).toEqual(['active', 1])
    await sound()
  })
})

it('keeps the law of values whatever is moved, booked, adjusted and taken back between three clients', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('move', 'back', 'book', 'add', 'takeOff'), fc.nat(5), fc.nat(2), fc.integer({ min: 1, max: 4 })), {
        minLength: 6,
        maxLength: 14,
        size: 'max',
      }),
      async (steps) => {
        app = await makeApp({ now: '2026-03-02T21:00' })
        const p = await relax6(app, { used: 1 })
        const clients = [p.clientId, (await makeBen(app)).id, (await makeBen(app)).id]
        const owned = [{ itemId: p.itemId, clientId: p.clientId, serviceId: p.serviceId }]
        const moves: number[] = []
        let visit = 0
        for (const [what, a, b, count] of steps) {
          const o = owned[a % owned.length]!
          if (what === 'move')
            await transfer(app, o, clients[b]!, { count }).then(
              ({ transferId, to }) => {
                moves.push(transferId)
                owned.push({ itemId: to.items[0]!.id, clientId: clients[b]!, serviceId: p.serviceId })
              },
              () => null,
            )
          else if (what === 'back') await takeBack(app, moves[a % Math.max(1, moves.length)] ?? 1).catch(() => null)
          else if (what === 'book') await bookOn(app, o, `2026-03-${String(3 + visit++).padStart(2, '0')}T10:00`).catch(() => null)
          else
            await app.call.clientPackages
              .adjust({ key: newKey(), clientPackageItemId: o.itemId, change: { kind: what, count }, reason: 'x' })
              .catch(() => null)
        }
        await sound()
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)
