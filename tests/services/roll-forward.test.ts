// W17: what a month did to the sessions sold, move by move from the ledger, and what of the rest is paid.

import { beforeEach, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { cancelIn, visitOn } from '../support/cancel.ts'
import { card, makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})

/** Sessions and value of each move that became effective in March. */
async function marchByMove() {
  const rows = await app.db
    .selectFrom('sessionEntries')
    .select((e) => ['move', e.fn.countAll<number>().as('sessions'), e.fn.sum<number>('valueMinor').as('valueMinor')])
    .where('effectiveOn', '>=', localDate('2026-03-01'))
    .where('effectiveOn', '<=', localDate('2026-03-31'))
    .groupBy('move')
    .execute()
  return Object.fromEntries(rows.map((r) => [r.move, [r.sessions, r.valueMinor]]))
}

it('W17: sold 12, used 4, forfeited 1, cancelled 4, adjusted 1: 4 sessions are left, all of their 249.99 paid', async () => {
  const physio = await makeService(app, { name: 'Physio 45', priceMinor: minor(9_000) })
  const relax = await makePackage(app, { name: 'Relax 6', sessions: 6, serviceIds: [physio.id], priceMinor: minor(50_000) })
  const own = async (paid: number) => {
    const { id: clientId } = await makeClient(app)
    const sale = await sellPackage(app, { clientId, packageId: relax.id, payments: [card(paid)] })
    const { items } = await app.call.clientPackages.get({ id: sale.clientPackageId })
    return { clientId, serviceId: physio.id, itemId: items[0]!.id, id: sale.clientPackageId }
  }
  const anna = await own(50_000)
  app.setNow('2026-03-03T09:00')
  const ben = await own(16_667)
  for (const [owner, at] of [
    [anna, 'T10'],
    [ben, 'T12'],
  ] as const)
    for (const day of ['2026-03-04', '2026-03-05']) {
      const { id } = await visitOn(app, owner, `${day}${at}:00`)
      app.setNow(`${day}T16:00`)
      await app.call.appointments.complete({ key: newKey(), id })
    }
  const missed = await visitOn(app, anna, '2026-03-10T10:00')
  app.setNow('2026-03-10T11:00')
  await app.call.appointments.end({ key: newKey(), id: missed.id, as: 'noShow', session: 'forfeit', reason: '' })
  await app.call.clientPackages.adjust({
    key: newKey(),
    clientPackageItemId: anna.itemId,
    change: { kind: 'add', count: 1 },
    reason: 'Goodwill',
  })
  app.setNow('2026-03-25T09:00')
  const { ways } = await app.call.clientPackages.previewCancel({ id: ben.id, ownMinor: minor(0) })
  expect(ways.find((w) => w.way === 'unusedShare')).toMatchObject({
    refundMinor: 0,
    ends: [{ books: 'billUsed', dueMinor: 1 }, { books: 'settled', forgivenMinor: 1 }, {}],
  })
  await cancelIn(app, ben.id, { way: 'none', books: 'billUsed' })

  expect(await marchByMove()).toMatchObject({
    grant: [12, 100_000],
    use: [4, 33_336],
    forfeit: [1, 8_333],
    cancel: [4, 33_332],
    adjustPlus: [1, 0],
  })
  const [a, b] = [await app.call.clientPackages.get({ id: anna.id }), await app.call.clientPackages.get({ id: ben.id })]
  expect([a.items[0]!.remaining, b.items[0]!.remaining]).toEqual([4, 0])
  expect([a.toComeMinor, b.toComeMinor]).toEqual([24_999, 0])
  const consumed = a.chargeMinor - a.toComeMinor
  expect(Math.max(0, Math.min(a.toComeMinor, a.paidMinor - consumed))).toBe(24_999) // of which paid
  expect((await app.call.invoices.get({ id: b.invoice!.id })).dueMinor).toBe(1)
  expect((await verify(app.db)).problems).toEqual([])
})
