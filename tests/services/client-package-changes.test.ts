// Changing a client package after its sale: sessions added and taken off, another end, holds; W11 with its figures.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, bookingOf, card, makeClientPackage, makeService } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})
const day = (text: string) => localDate(text)
const relax6 = () => makeClientPackage(app, { name: 'Relax 6', sessions: 6, priceMinor: minor(50_000), payments: [card(50_000)] })
type Sold = Awaited<ReturnType<typeof relax6>>

const adjust = (p: Sold, change: Parameters<TestApp['call']['clientPackages']['adjust']>[0]['change']) =>
  app.call.clientPackages.adjust({ key: newKey(), clientPackageItemId: p.itemId, change, reason: 'Goodwill' })
const setEnd = (p: Sold, end: string | null) =>
  app.call.clientPackages.setEnd({ key: newKey(), id: p.clientPackageId, end: end === null ? null : day(end), reason: 'Was ill' })
const hold = (p: { clientPackageId: number }, from: string, through: string | null) =>
  app.call.clientPackages.hold({
    key: newKey(),
    id: p.clientPackageId,
    fromDay: day(from),
    throughDay: through === null ? null : day(through),
    reason: 'Away',
  })
const bookOn = (p: Sold, at: string) =>
  book(app, {
    clientId: p.clientId,
    serviceId: p.serviceId,
    startsAt: at,
    clientPackageItemId: p.itemId,
    confirmed: { outsideHours: true, endMoves: true },
  })

describe('adjusting', () => {
  it('adds sessions that are worth nothing, and takes off the free ones with the highest numbers', async () => {
    const p = await relax6()
    await bookOn(p, '2026-03-03T10:00')
    const more = (await adjust(p, { kind: 'add', count: 2 })).items[0]!
    expect([more.total, more.remaining, more.bookedAhead]).toEqual([8, 7, 1])
    expect(more.pips.slice(-2).map((pip) => pip.valueMinor)).toEqual([0, 0])
    const fewer = (await adjust(p, { kind: 'takeOff', count: 4 })).items[0]!
    expect([fewer.total, fewer.remaining]).toEqual([4, 3])
    expect(fewer.pips.map((pip) => pip.valueMinor)).toEqual([8_334, 8_334, 8_333, 8_333])
    expect((await adjust(p, { kind: 'set', count: 5 })).items[0]!.remaining).toBe(5)
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('refuses to take off what is booked or used, without a limit, and on a cancelled one; nothing is saved then', async () => {
    const p = await relax6()
    await bookOn(p, '2026-03-03T10:00')
    await expectRefused(app, () => adjust(p, { kind: 'takeOff', count: 6 }), 'clientPackage.tooFewFree')
    const unlimited = await makeClientPackage(app, { sessions: null })
    await expectRefused(app, () => adjust(unlimited, { kind: 'add', count: 1 }), 'clientPackage.notAdjustable')
    await expectRefused(app, () => adjust({ ...p, itemId: 999 }, { kind: 'add', count: 1 }), 'call.notFound')
    await app.db
      .updateTable('clientPackages')
      .set({ cancelledOn: day('2026-03-02'), cancelReason: 'Moved' })
      .where('id', '=', p.clientPackageId)
      .execute()
    await expectRefused(app, () => adjust(p, { kind: 'add', count: 1 }), 'clientPackage.cancelled')
  })

  it('keeps the reason and who did it, where the history is read', async () => {
    const p = await relax6()
    await adjust(p, { kind: 'add', count: 1 })
    const [entry] = (await app.call.clientPackages.timeline({ id: p.clientPackageId })).entries
    expect(entry).toMatchObject({ move: 'adjustPlus', numbers: [7], valueMinor: 0, reason: 'Goodwill' })
    expect(entry!.by).not.toBeNull()
  })

  it('keeps the law of values whatever is added, taken off, booked and given back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ what: fc.constantFrom('add', 'takeOff', 'set', 'book'), count: fc.integer({ min: 1, max: 4 }) }), {
          minLength: 4,
          maxLength: 12,
          size: 'max',
        }),
        async (steps) => {
          app = await makeApp({ now: '2026-03-02T09:00' })
          const p = await relax6()
          let visit = 0
          for (const { what, count } of steps) {
            if (what === 'book') await bookOn(p, `2026-03-${String(3 + visit++).padStart(2, '0')}T10:00`).catch(() => null)
            else await adjust(p, { kind: what as 'add', count }).catch(() => null)
          }
          expect((await verify(app.db)).problems).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)
})

describe('another end', () => {
  it('wins over the rule, expires what is free the day after it, and gives it back when it moves on', async () => {
    const p = await relax6()
    expect((await setEnd(p, '2026-03-20')).endWords).toBe('20 Mar 2026')
    await bookOn(p, '2026-03-19T10:00')
    app.setNow('2026-03-25T09:00')
    await app.system.backups.dailyOpening({ key: newKey(), day: day('2026-03-25') })
    expect((await app.call.clientPackages.get({ id: p.clientPackageId })).state).toBe('expired')
    const longer = await setEnd(p, '2026-04-30')
    expect([longer.state, longer.items[0]!.remaining]).toEqual(['active', 5])
    expect((await setEnd(p, null)).end).toBeNull()
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('is shown before it happens, with the visits that it leaves outside', async () => {
    const p = await relax6()
    await bookOn(p, '2026-03-19T10:00')
    expect(await app.call.clientPackages.previewEnd({ id: p.clientPackageId, end: day('2026-03-10') })).toEqual({
      before: 'No end',
      after: '10 Mar 2026',
      outside: ['2026-03-19T10:00'],
    })
    await expectRefused(app, () => setEnd(p, '2026-03-01'), 'clientPackage.endInPast')
    const later = await makeClientPackage(app, { validFrom: day('2026-04-01') })
    await expectRefused(app, () => setEnd(later, '2026-03-31'), 'sale.endBeforeStart', { end: '31 Mar 2026', start: '1 Apr 2026' })
    expect((await setEnd(later, '2026-04-01')).end).toBe('2026-04-01')
    await expectRefused(app, () => app.call.clientPackages.previewEnd({ id: 999, end: null }), 'call.notFound')
  })
})

describe('holds (W11)', () => {
  async function ninety() {
    const service = await makeService(app)
    return makeClientPackage(app, { sessions: 6, serviceIds: [service.id], expiry: { kind: 'afterFirstUse', count: 90, unit: 'days' } })
  }

  it('move the end by their days, both included, and the first use recomputes it', async () => {
    const p = await ninety()
    const first = await bookOn(p, '2026-03-10T10:00')
    await bookOn(p, '2026-06-02T10:00')
    expect((await app.call.clientPackages.get({ id: p.clientPackageId })).end).toBe('2026-06-08')
    expect(
      await app.call.clientPackages.previewHold({ id: p.clientPackageId, fromDay: day('2026-04-01'), throughDay: day('2026-04-14') }),
    ).toEqual({
      before: '8 Jun 2026',
      after: '22 Jun 2026',
      within: [],
    })
    expect((await hold(p, '2026-04-01', '2026-04-14')).end).toBe('2026-06-22')
    app.setNow('2026-03-10T11:00')
    await app.call.appointments.end({ key: newKey(), id: first.id, as: 'noShow', session: 'return', reason: '' })
    expect((await app.call.clientPackages.get({ id: p.clientPackageId })).end).toBe('2026-09-14')
  })

  it('the end after the first use moves with every visit: what it leaves behind expires at once, what it reaches comes back', async () => {
    const p = await ninety()
    const now = async () => {
      const { state, end, items } = await app.call.clientPackages.get({ id: p.clientPackageId })
      expect((await verify(app.db)).problems).toEqual([])
      return [state, end, items[0]!.remaining, items[0]!.lapsed]
    }
    app.setNow('2026-06-10T09:00')
    const first = await bookOn(p, '2026-03-05T10:00') // written down later
    expect(await now()).toEqual(['expired', '2026-06-03', 0, 5])
    const to = async (at: string, clientPackageItemId: number | null = p.itemId) => {
      const { mark } = await app.call.appointments.get({ id: first.id })
      const { clientId: _, ...slot } = bookingOf(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: at })
      return app.call.appointments.edit({
        ...slot,
        id: first.id,
        mark,
        clientPackageItemId,
        confirmed: { outsideHours: true, endMoves: true },
      })
    }
    await to('2026-06-09T10:00')
    expect(await now()).toEqual(['active', '2026-09-07', 5, 0])
    await to('2026-03-05T10:00')
    expect(await now()).toEqual(['expired', '2026-06-03', 0, 5])
    await app.call.appointments.end({ key: newKey(), id: first.id, as: 'cancelled', session: null, reason: '' })
    expect(await now()).toEqual(['active', null, 6, 0])
    await app.call.appointments.undoEnd({ key: newKey(), id: first.id })
    expect(await now()).toEqual(['expired', '2026-06-03', 0, 5])
    await to('2026-03-05T10:00', null)
    expect(await now()).toEqual(['active', null, 6, 0])
    await to('2026-03-05T10:00')
    expect(await now()).toEqual(['expired', '2026-06-03', 0, 5])
  })

  it('keep the package from being used on their days, by the appointment’s date', async () => {
    const p = await relax6()
    await hold(p, '2026-04-01', '2026-04-14')
    await expectRefused(app, () => bookOn(p, '2026-04-14T10:00'), 'clientPackage.notValidOn')
    await bookOn(p, '2026-04-15T10:00')
    app.setNow('2026-04-05T09:00')
    expect((await app.call.clientPackages.get({ id: p.clientPackageId })).state).toBe('onHold')
  })

  it('never overlap, never lie over a used session, and end after they begin', async () => {
    const p = await relax6()
    await hold(p, '2026-04-01', '2026-04-14')
    await expectRefused(app, () => hold(p, '2026-04-14', null), 'hold.overlaps')
    await expectRefused(app, () => hold(p, '2026-05-02', '2026-05-01'), 'hold.order')
    const visit = await bookOn(p, '2026-03-03T10:00')
    app.setNow('2026-03-03T11:00')
    await app.call.appointments.complete({ key: newKey(), id: visit.id })
    await expectRefused(app, () => hold(p, '2026-03-01', '2026-03-05'), 'hold.used')
  })

  it('begin while it is valid: not before, and not after its end, where there are no days to keep', async () => {
    const sold = await makeClientPackage(app, { expiry: { kind: 'onDate', date: day('2026-03-20') } })
    await expectRefused(app, () => hold(sold, '2026-03-01', '2026-03-05'), 'hold.tooEarly', { day: '2 Mar 2026' })
    await expectRefused(app, () => hold(sold, '2026-03-21', null), 'hold.tooLate', { end: '20 Mar 2026' })
    const late = { id: sold.clientPackageId, fromDay: day('2026-03-21'), throughDay: null }
    await expectRefused(app, () => app.call.clientPackages.previewHold(late), 'hold.tooLate', { end: '20 Mar 2026' })
    expect((await hold(sold, '2026-03-20', '2026-03-22')).end).toBe('2026-03-23')
    await expectRefused(app, () => hold(sold, '2026-03-24', '2026-03-25'), 'hold.tooLate', { end: '23 Mar 2026' })
    const later = await makeClientPackage(app, {
      validFrom: day('2026-04-01'),
      expiry: { kind: 'afterPurchase', count: 1, unit: 'months' },
    })
    await expectRefused(app, () => hold(later, '2026-03-31', '2026-04-02'), 'hold.tooEarly', { day: '1 Apr 2026' })
    expect((await hold(later, '2026-04-01', '2026-04-02')).end).toBe('2026-05-03')
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('until further notice let the end go along day by day, and are ended early or taken back', async () => {
    const p = await makeClientPackage(app, { expiry: { kind: 'onDate', date: day('2026-03-20') } })
    const { holds } = await hold(p, '2026-03-10', null)
    app.setNow('2026-04-08T09:00')
    await app.system.backups.dailyOpening({ key: newKey(), day: day('2026-04-08') })
    expect(await app.call.clientPackages.get({ id: p.clientPackageId })).toMatchObject({ state: 'onHold', end: '2026-04-19' })
    const end = (throughDay: string) =>
      app.call.clientPackages.endHold({ key: newKey(), holdId: holds[0]!.id, throughDay: day(throughDay) })
    expect(await end('2026-03-31')).toMatchObject({ state: 'active', end: '2026-04-11' })
    await expectRefused(app, () => end('2026-04-30'), 'hold.longer')
    const back = await end('2026-03-09')
    expect([back.state, back.end, back.holds]).toEqual(['expired', '2026-03-20', []])
    await expectRefused(app, () => end('2026-03-09'), 'call.notFound')
    expect((await verify(app.db)).problems).toEqual([])
  })
})
