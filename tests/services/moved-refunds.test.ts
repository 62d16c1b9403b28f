// Refunds of client packages that sessions or value came to or went from: what was paid on an invoice is counted against that
// invoice alone, nothing is given back twice, and cancelling never asks for more than the invoice did.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { cancelIn } from '../support/cancel.ts'
import { card, makePackage, makeTax, sellPackage } from '../support/make.ts'
import { bookOn, makeBen, type Owned, relax6, transfer } from '../support/moving.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T21:00' })
})

const preview = (id: number) => app.call.clientPackages.previewCancel({ id, ownMinor: minor(0) })
const refundsOf = async (id: number) => Object.fromEntries((await preview(id)).ways.map((w) => [w.way, w.refundMinor]))
const endsOf = async (id: number) =>
  (await preview(id)).ways.find((w) => w.way === 'unusedShare')!.ends.map((e) => [e.books, e.totalMinor, e.dueMinor])
const countedOf = async (id: number, way: 'unusedShare' | 'regularPrice') =>
  (await preview(id)).ways.find((w) => w.way === way)!.counted.map((c) => [c.what, c.amountMinor])
const cardOf = (id: number) => app.call.clientPackages.get({ id })
const upgradeTo = (id: number, packageId: number, paid: number) =>
  app.call.clientPackages.upgrade({
    key: newKey(),
    id,
    packageId,
    reason: 'Wants more',
    payments: paid ? [card(paid)] : [],
    keepRestOnAccount: false,
  })
const merge = (id: number, otherId: number) => app.call.clientPackages.merge({ key: newKey(), id, otherId, reason: 'Tidy' })

let visits = 0
beforeEach(() => void (visits = 0))
/** Twelve a day from 3 March on, each done in the evening. */
async function use(p: Pick<Owned, 'clientId' | 'serviceId'>, id: number, count: number): Promise<void> {
  const itemId = (await cardOf(id)).items[0]!.id
  for (let n = 0; n < count; n++) {
    const day = `2026-03-${String(3 + Math.floor(visits / 12)).padStart(2, '0')}`
    const visit = await bookOn(app, { ...p, itemId }, `${day}T${String(8 + (visits++ % 12)).padStart(2, '0')}:00`)
    app.setNow(`${day}T21:00`)
    await app.call.appointments.complete({ key: newKey(), id: visit.id })
  }
}

/** Relax 6 of 500.00 + 13 %, two used, and Relax 10 of 800.00 beside it. */
async function w14({ paid = 56_500, priceMinor = 80_000 } = {}) {
  const tax = await makeTax(app, { name: 'HST', rate: 13_000 })
  const p = await relax6(app, { taxIds: [tax.id], payments: paid ? [card(paid)] : [] })
  const other = await makePackage(app, { name: 'Relax 10', serviceIds: [p.serviceId], priceMinor: minor(priceMinor), taxIds: [tax.id] })
  return { p, other }
}

describe('sessions that were transferred (W13)', () => {
  it('count at their value also when the used ones count at the regular price', async () => {
    const p = await relax6(app)
    await transfer(app, p, (await makeBen(app)).id)
    // Paid 500.00; two used: 166.68 or 200.00; two with Ben: 166.66.
    expect(await refundsOf(p.clientPackageId)).toMatchObject({ unusedShare: 16_666, regularPrice: 13_334 })
    expect(await countedOf(p.clientPackageId, 'regularPrice')).toEqual([
      ['used', 20_000],
      ['moved', 16_666],
    ])
  })

  it('are said to be paid for elsewhere where they came to', async () => {
    const p = await relax6(app)
    const { to } = await transfer(app, p, (await makeBen(app)).id)
    expect((await preview(to.id)).elsewhere).toEqual({ amountMinor: 16_666, names: ['Anna Lee’s Relax 6'] })
  })
})

describe('an upgraded package (W14)', () => {
  it('gives back all that was paid on its own invoice while the value brought in covers what was used', async () => {
    const { p, other } = await w14()
    const { to } = await upgradeTo(p.clientPackageId, other.id, 52_735)
    await use(p, to.id, 1) // 80.00, and 90.40 with tax
    expect(await refundsOf(to.id)).toMatchObject({ unusedShare: 52_735, regularPrice: 52_735 })
    // 333.32 was brought in; 80.00 of it is used, so 253.32, with tax 286.25, stands on the old invoice.
    expect((await preview(to.id)).elsewhere).toEqual({ amountMinor: 28_625, names: ['Relax 6'] })
  })

  it('counts what goes beyond the value brought in', async () => {
    const { p, other } = await w14()
    const { to } = await upgradeTo(p.clientPackageId, other.id, 52_735)
    await use(p, to.id, 5) // 400.00, of which 66.68 is beyond the 333.32: 75.35 with tax
    expect(await countedOf(to.id, 'unusedShare')).toEqual([
      ['used', 45_200],
      ['broughtIn', -37_665],
    ])
    expect(await refundsOf(to.id)).toMatchObject({ unusedShare: 45_200 })
    expect((await preview(to.id)).elsewhere).toBeNull()
  })

  it('bills of what was used no more than its invoice asks for', async () => {
    const { p, other } = await w14()
    const { to } = await upgradeTo(p.clientPackageId, other.id, 20_000)
    await use(p, to.id, 8) // 640.00, less 333.32: 306.68, with tax 346.55
    expect(await endsOf(to.id)).toEqual([
      ['billUsed', 34_655, 14_655],
      ['settled', 20_000, 0],
      ['outstanding', 52_735, 0],
    ])
  })

  it('to a cheaper one: what became credit is not billed again on the old invoice', async () => {
    const { p, other } = await w14({ paid: 20_000, priceMinor: 20_000 })
    await upgradeTo(p.clientPackageId, other.id, 0)
    // 500.00 less 133.32 of credit: 366.68 and 47.67. Two used 166.68, 200.00 moved on: all of it.
    expect(await countedOf(p.clientPackageId, 'unusedShare')).toEqual([
      ['used', 18_835],
      ['moved', 22_600],
    ])
    expect((await endsOf(p.clientPackageId))[0]).toEqual(['billUsed', 41_435, 21_435])
  })
})

describe('two that were merged', () => {
  async function merged(paid: number) {
    const p = await relax6(app)
    const other = await sellPackage(app, { clientId: p.clientId, packageId: p.packageId, payments: paid ? [card(paid)] : [] })
    const { from, to } = await merge(p.clientPackageId, other.clientPackageId)
    return { p, from: from.id, to: to.id }
  }

  it('count only their own sessions, and nothing twice', async () => {
    const { p, from, to } = await merged(50_000)
    expect(from).not.toBe(p.clientPackageId)
    // Two used of the one, six came from the other, which has nothing left to give back.
    expect(await refundsOf(to)).toMatchObject({ unusedShare: 33_332, regularPrice: 30_000 })
    expect((await preview(to)).elsewhere).toEqual({ amountMinor: 50_000, names: ['the other Relax 6'] })
    expect(await refundsOf(from)).toMatchObject({ unusedShare: 0, regularPrice: 0, none: 0 })
    await use(p, to, 5) // the last four of its own, and one that came
    expect(await refundsOf(to)).toMatchObject({ unusedShare: 0 })
    expect((await preview(to)).elsewhere).toEqual({ amountMinor: 41_666, names: ['the other Relax 6'] })
  })

  it('bill of what came nothing on the invoice of the one that is kept', async () => {
    const p = await relax6(app, { payments: [card(40_000)] })
    const other = await sellPackage(app, { clientId: p.clientId, packageId: p.packageId, payments: [card(50_000)] })
    const { to } = await merge(p.clientPackageId, other.clientPackageId)
    await use(p, to.id, 5)
    expect(to.id).toBe(p.clientPackageId)
    expect(await endsOf(to.id)).toEqual([
      ['billUsed', 50_000, 10_000],
      ['settled', 40_000, 0],
      ['outstanding', 50_000, 0],
    ])
  })
})

it('however sessions move, what could be given back is what is left, once, and no ending asks for more than the invoice', async () => {
  const step = fc.record({
    what: fc.constantFrom('use', 'transfer', 'merge', 'upgrade', 'buy', 'merge', 'transfer'),
    pick: fc.nat({ max: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9, size: 'max' }), fc.constantFrom(1, 0.6), async (steps, share) => {
      app = await makeApp({ now: '2026-03-02T21:00' })
      visits = 0
      const p = await relax6(app, { used: 0, payments: [card(50_000 * share)] })
      const bigger = await makePackage(app, { name: 'Relax 10', serviceIds: [p.serviceId] })
      const ben = (await makeBen(app)).id
      const second = { clientId: p.clientId, packageId: p.packageId, payments: [card(50_000 * share)] }
      const ids = new Set([p.clientPackageId, (await sellPackage(app, second)).clientPackageId])
      for (const { what, pick } of steps) {
        const id = [...ids][pick % ids.size]!
        const { clientId, items } = await cardOf(id)
        const done = async () => {
          if (what === 'use') await use({ clientId, serviceId: p.serviceId }, id, 1 + (pick % 3))
          if (what === 'buy')
            ids.add((await sellPackage(app, { clientId, packageId: p.packageId, payments: [card(50_000 * share)] })).clientPackageId)
          if (what === 'merge') await merge(id, [...ids][(pick + 1) % ids.size]!)
          if (what === 'transfer')
            ids.add((await transfer(app, { itemId: items[0]!.id }, clientId === ben ? p.clientId : ben, { count: 1 + (pick % 2) })).to.id)
          if (what === 'upgrade') {
            const { totalMinor } = await app.call.clientPackages.previewUpgrade({ id, packageId: bigger.id })
            ids.add((await upgradeTo(id, bigger.id, Math.floor(totalMinor * share))).to.id)
          }
        }
        await done().catch((error: unknown) => {
          if (!(error as { code?: string }).code) throw error
        })
      }
      for (const id of ids) {
        const { ways, totalMinor, elsewhere } = await preview(id)
        const { toComeMinor } = await cardOf(id)
        for (const w of ways) for (const end of w.ends) expect(end.totalMinor).toBeLessThanOrEqual(totalMinor)
        const refund = ways.find((w) => w.way === 'unusedShare')!.refundMinor
        if (share === 1) expect(refund + (elsewhere?.amountMinor ?? 0)).toBe(toComeMinor)
        await cancelIn(app, id, { refundMinor: minor(refund), books: ways.find((w) => w.way === 'unusedShare')!.ends[0]!.books })
      }
      expect((await verify(app.db)).problems).toEqual([])
    }),
    { numRuns: 20 },
  )
}, 120_000)
