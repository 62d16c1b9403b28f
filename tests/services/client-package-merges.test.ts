// Two client packages of one client become one: rows move with their values, the later end wins, and it can be taken back.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { keeperOf } from '../../shared/domain/transfers.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { card, makeClient, makeClientPackage, makePackage, makeService, sellPackage } from '../support/make.ts'
import { authorise, bookOn, makeBen, type Owned, relax6, shareWith, takeBack, transfer, valuesOf } from '../support/moving.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T21:00' })
})
const sound = async () => expect((await verify(app.db)).problems).toEqual([])
const merge = (a: number, b: number) => app.call.clientPackages.merge({ key: newKey(), id: a, otherId: b, reason: 'Bought twice' })

/** Another of the same package, for the same client. */
async function another(p: Owned): Promise<Owned> {
  const { clientPackageId, invoiceId } = await sellPackage(app, { clientId: p.clientId, packageId: p.packageId, payments: [card(50_000)] })
  const { items } = await app.call.clientPackages.get({ id: clientPackageId })
  return { ...p, clientPackageId, invoiceId, itemId: items[0]!.id, items }
}
const setEnd = (p: Owned, end: string) =>
  app.call.clientPackages.setEnd({ key: newKey(), id: p.clientPackageId, end: localDate(end), reason: 'Agreed' })

describe('a merge', () => {
  it('says who may use only the one that goes, what an insurer authorised for it, and its hold', async () => {
    const first = await relax6(app)
    const second = await another(first)
    await setEnd(first, '2026-04-30')
    const ben = await makeBen(app)
    await shareWith(app, first, ben.id, 'this')
    await authorise(app, first)
    const away = { fromDay: localDate('2026-03-20'), throughDay: localDate('2026-03-29'), reason: 'Away' }
    await app.call.clientPackages.hold({ key: newKey(), id: first.clientPackageId, ...away })
    const preview = () => app.call.clientPackages.previewMerge({ id: first.clientPackageId, otherId: second.clientPackageId })
    expect((await preview()).leaves).toEqual([
      'Ben Okafor may not use the one that stays until it is shared with them under Linked clients.',
      'What Sun Mutual authorised stays with the old one: enter it again on the one that stays.',
      'The hold from 20 Mar 2026 through 29 Mar 2026 stays with the old one.',
    ])
    await shareWith(app, first, ben.id, 'all')
    expect((await preview()).leaves).toHaveLength(2)
  })

  it('moves what is free to the one that ends later, whichever is named first', async () => {
    const first = await relax6(app)
    const second = await another(first)
    await setEnd(first, '2026-04-30')
    await setEnd(second, '2026-06-30')
    await bookOn(app, first, '2026-03-05T10:00')
    expect(await app.call.clientPackages.previewMerge({ id: first.clientPackageId, otherId: second.clientPackageId })).toEqual({
      fromId: first.clientPackageId,
      toId: second.clientPackageId,
      toPurchasedOn: '2026-03-02',
      toInvoiceNumber: 1004,
      endsLater: true,
      what: '3 sessions',
      valueMinor: 24_999,
      currency: 'CAD',
      left: 9,
      booked: 1,
      endWords: '30 Jun 2026',
      leaves: [],
    })
    const { from, to } = await merge(first.clientPackageId, second.clientPackageId)
    expect([from.id, from.items[0]!.remaining, from.items[0]!.bookedAhead, from.items[0]!.total]).toEqual([first.clientPackageId, 0, 1, 3])
    expect([to.id, to.items[0]!.remaining, to.end, to.broughtInMinor]).toEqual([second.clientPackageId, 9, '2026-06-30', 24_999])
    expect(to.items[0]!.pips.slice(6).map((pip) => [pip.number, pip.valueMinor])).toEqual([
      [7, 8_333],
      [8, 8_333],
      [9, 8_333],
    ])
    expect(to.cameFrom).toMatchObject([{ kind: 'merge', what: '3 sessions', name: 'Relax 6' }])
    expect(await valuesOf(app, to.id)).toEqual({ available: 74_999 })
    await sound()
  })

  it('is taken back while what came is free', async () => {
    const first = await relax6(app)
    const second = await another(first)
    await setEnd(first, '2026-04-30')
    const { transferId, to } = await merge(second.clientPackageId, first.clientPackageId)
    expect(to.id).toBe(second.clientPackageId)
    for (let hour = 8; hour < 15; hour++) await bookOn(app, second, `2026-03-06T${String(hour).padStart(2, '0')}:00`)
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.touched')
    const visit = (await app.call.appointments.ofClient({ clientId: first.clientId })).find((v) => v.startsAt === '2026-03-06T14:00')!
    await app.call.appointments.remove({ key: newKey(), id: visit.id })
    const back = await takeBack(app, transferId)
    expect([back.from.items[0]!.remaining, back.to.items[0]!.total, back.to.state, back.to.broughtInMinor]).toEqual([4, 6, 'active', 0])
    await sound()
  })

  it('of unlimited ones joins their pots', async () => {
    const first = await makeClientPackage(app, { name: 'Chiro', sessions: null, priceMinor: minor(30_000) })
    const { clientPackageId } = await sellPackage(app, { clientId: first.clientId, packageId: first.packageId })
    await bookOn(app, first, '2026-03-05T10:00')
    await setEnd(first, '2026-04-30')
    const { transferId, from, to } = await merge(first.clientPackageId, clientPackageId)
    expect([from.toComeMinor, from.items[0]!.moved, to.toComeMinor, to.broughtInMinor]).toEqual([8_000, true, 52_000, 22_000])
    await sound()
    await expectRefused(app, () => merge(first.clientPackageId, clientPackageId), 'merge.nothing')
    const back = await takeBack(app, transferId)
    expect([back.from.toComeMinor, back.to.toComeMinor]).toEqual([30_000, 30_000])
    await sound()
  })

  it('brings an item that the other lacks along', async () => {
    const service = await makeService(app)
    const other = await makeService(app)
    const item = (id: number) => ({
      productId: null,
      services: [{ serviceId: id, feeMinor: null }],
      quantity: 3,
      itemPriceMinor: minor(5_000),
    })
    const two = await makePackage(app, { name: 'Two', items: [item(service.id), item(other.id)], priceMinor: minor(30_000) })
    const { id: clientId } = await makeClient(app)
    const whole = await sellPackage(app, { clientId, packageId: two.id })
    const ben = await makeBen(app)
    const card1 = await app.call.clientPackages.get({ id: whole.clientPackageId })
    const part = await transfer(app, { itemId: card1.items[0]!.id }, ben.id, { count: 1 })
    const his = await sellPackage(app, { clientId: ben.id, packageId: two.id })
    await app.call.clientPackages.setEnd({ key: newKey(), id: his.clientPackageId, end: localDate('2026-05-01'), reason: 'x' })
    const { transferId, to } = await merge(part.to.id, his.clientPackageId)
    expect([to.id, to.items.map((i) => i.remaining)]).toEqual([part.to.id, [4, 3]])
    await sound()
    await takeBack(app, transferId)
    await sound()
  })
})

describe('refuses, and saves nothing,', () => {
  it('what is not the same package of the same client, on the same terms', async () => {
    const p = await relax6(app, { used: 0 })
    const other = await makeClientPackage(app, { clientId: p.clientId })
    await expectRefused(app, () => merge(p.clientPackageId, p.clientPackageId), 'merge.notAlike', { package: 'Relax 6' })
    await expectRefused(app, () => merge(p.clientPackageId, other.clientPackageId), 'merge.notAlike')
    const ben = await makeBen(app)
    const his = await sellPackage(app, { clientId: ben.id, packageId: p.packageId })
    await expectRefused(app, () => merge(p.clientPackageId, his.clientPackageId), 'merge.notAlike')
    await expectRefused(app, () => merge(p.clientPackageId, 999), 'call.notFound')
  })

  it('when nothing is free, or one of them was cancelled, has ended or is on hold', async () => {
    const p = await relax6(app, { used: 0 })
    const second = await another(p)
    await setEnd(p, '2026-04-30')
    for (let hour = 8; hour < 14; hour++) await bookOn(app, p, `2026-03-06T${String(hour).padStart(2, '0')}:00`)
    await expectRefused(app, () => merge(p.clientPackageId, second.clientPackageId), 'merge.nothing', { package: 'Relax 6' })
    const third = await another(p)
    const hold = { key: newKey(), id: third.clientPackageId, fromDay: localDate('2026-03-02'), throughDay: null, reason: 'Away' }
    await app.call.clientPackages.hold(hold)
    await expectRefused(app, () => merge(second.clientPackageId, third.clientPackageId), 'clientPackage.notMovable')
    await setEnd(second, '2026-03-02')
    app.setNow('2026-03-03T08:00')
    await expectRefused(app, () => merge(second.clientPackageId, p.clientPackageId), 'clientPackage.notMovable')
  })
})

it('keeps the one that ends later, no end being the latest, the older one when both end alike', () => {
  const end = (day: string | null) => (day === null ? null : localDate(day))
  expect(keeperOf({ id: 1, end: end('2026-03-31') }, { id: 2, end: end('2026-04-30') })).toBe(2)
  expect(keeperOf({ id: 1, end: null }, { id: 2, end: end('2026-04-30') })).toBe(1)
  expect(keeperOf({ id: 2, end: null }, { id: 1, end: null })).toBe(1)
  expect(keeperOf({ id: 7, end: end('2026-04-30') }, { id: 5, end: end('2026-04-30') })).toBe(5)
})
