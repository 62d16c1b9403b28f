// Taking the cancelling of a client package back; and that the books hold whatever is used, cancelled and reactivated.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { type Cancel, cancelIn, consumeIn, makeRelax6, visitOn } from '../support/cancel.ts'
import { card, cash, makeClient, makeClientPackage, makePackage, makeService, makeTax, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})

const cancel = (id: number, fields: Partial<Cancel> = {}) => cancelIn(app, id, fields)
const preview = (id: number, own = 0) => app.call.clientPackages.previewCancel({ id, ownMinor: minor(own) })
const reactivate = (id: number) => app.call.clientPackages.reactivate({ key: newKey(), id, reason: 'Came back' })
const clean = async () => expect((await verify(app.db)).problems).toEqual([])
const relax6 = (of: Parameters<typeof makeRelax6>[1]) => makeRelax6(app, of)

describe('reactivating', () => {
  it('brings the sessions back, and what the invoice let go of is due again; visits stay off', async () => {
    const p = await relax6({ tax: 13_000, payments: 56_500 })
    const booked = await visitOn(app, p, '2026-03-20T10:00')
    await consumeIn(app, p, { used: 2 })
    await cancel(p.clientPackageId, { way: 'ownAmount', refundMinor: minor(20_000) })
    expect(await app.call.clientPackages.previewReactivate({ id: p.clientPackageId })).toMatchObject({
      sessions: 4,
      endedOn: null,
      dueMinor: 20_000,
      invoice: { id: p.invoiceId },
    })
    expect(await reactivate(p.clientPackageId)).toMatchObject({ state: 'active', dueMinor: 20_000, totalMinor: 56_500, cancellation: null })
    expect(await app.call.invoices.get({ id: p.invoiceId })).toMatchObject({ taxMinor: 6_500, state: 'overdue' })
    expect((await app.call.appointments.get({ id: booked.id })).session).toBeNull()
    await clean()
  })

  it('takes a loss back, and can be cancelled again', async () => {
    const p = await relax6({ payments: 50_000 })
    await cancel(p.clientPackageId, { way: 'ownAmount', refundMinor: minor(10_000), books: 'outstanding' })
    await reactivate(p.clientPackageId)
    expect(await app.call.invoices.get({ id: p.invoiceId })).toMatchObject({ lossMinor: 0, dueMinor: 10_000 })
    await app.call.payments.take({ key: newKey(), invoiceId: p.invoiceId, payments: [cash(10_000)], keepRestOnAccount: false })
    await cancel(p.clientPackageId, { refundMinor: minor(50_000) })
    await clean()
  })

  it('brings the plan of instalments back, so that nothing is overdue before its day', async () => {
    const plan = [
      { dueOn: localDate('2026-03-02'), amountMinor: minor(20_000) },
      { dueOn: localDate('2026-05-02'), amountMinor: minor(30_000) },
    ]
    const p = await relax6({ payments: 20_000 })
    const before = plan.map((part) => ({ ...part, dueOn: localDate('2026-06-01') })).slice(0, 1)
    for (const next of [[{ ...before[0]!, amountMinor: minor(50_000) }], plan]) {
      const { mark } = await app.call.invoices.get({ id: p.invoiceId })
      await app.call.invoices.setPlan({ key: newKey(), invoiceId: p.invoiceId, mark, plan: next })
    }
    await consumeIn(app, p, { used: 1 })
    await cancel(p.clientPackageId, { way: 'none' })
    expect((await app.call.clientPackages.get({ id: p.clientPackageId })).nextInstalment).toBeNull()
    expect(await app.call.clientPackages.previewReactivate({ id: p.clientPackageId })).toMatchObject({ planned: true, dueMinor: 30_000 })
    expect((await reactivate(p.clientPackageId)).nextInstalment).toEqual({ dueOn: '2026-05-02', amountMinor: 30_000, isOverdue: false })
    expect((await app.call.invoices.get({ id: p.invoiceId })).state).toBe('partPaid')
    await clean()
  })

  it('brings the pot back', async () => {
    const p = await makeClientPackage(app, { sessions: null, priceMinor: minor(30_000), payments: [card(30_000)] })
    await cancel(p.clientPackageId, { way: 'none', books: 'unchanged' })
    const back = await app.call.clientPackages.previewReactivate({ id: p.clientPackageId })
    expect(back).toMatchObject({ sessions: 0, unlimited: true, planned: false })
    expect((await reactivate(p.clientPackageId)).toComeMinor).toBe(30_000)
    await clean()
  })

  it('expires at once what has ended meanwhile', async () => {
    const p = await makeClientPackage(app, { expiry: { kind: 'onDate', date: localDate('2026-03-20') } })
    await cancel(p.clientPackageId, { way: 'none', books: 'settled' })
    app.setNow('2026-04-01T09:00')
    expect((await app.call.clientPackages.previewReactivate({ id: p.clientPackageId })).endedOn).toBe('2026-03-20')
    expect(await reactivate(p.clientPackageId)).toMatchObject({ state: 'expired', dueMinor: 80_000 })
    await clean()
  })

  it('is refused after the whole was refunded, when the practice does not do it, and for one that is not cancelled', async () => {
    const p = await relax6({ payments: 50_000 })
    await expectRefused(app, () => reactivate(p.clientPackageId), 'clientPackage.notCancelled')
    await cancel(p.clientPackageId, { refundMinor: minor(50_000) })
    await expectRefused(app, () => reactivate(p.clientPackageId), 'clientPackage.refundedWhole')
    await expectRefused(app, () => reactivate(999), 'call.notFound')
    const other = await makeClientPackage(app)
    await cancel(other.clientPackageId, { way: 'none', books: 'settled' })
    const { country: _c, currency: _d, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ key: newKey(), ...settings, mayReactivate: false })
    await expectRefused(app, () => reactivate(other.clientPackageId), 'clientPackage.reactivationOff')
  })
})

it('keeps the law of values and the books, whatever is used, cancelled and reactivated', async () => {
  const step = fc.record({
    what: fc.constantFrom('use', 'book', 'cancel', 'reactivate', 'pay'),
    way: fc.constantFrom('none', 'unusedShare', 'regularPrice', 'ownAmount'),
    pick: fc.nat({ max: 5 }),
    by: fc.constantFrom('card', 'account'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14, size: 'max' }), fc.boolean(), async (steps, taxed) => {
      app = await makeApp({ now: '2026-03-02T09:00' })
      const taxIds = taxed ? [(await makeTax(app, { rate: 9_975 })).id] : []
      const service = await makeService(app, { taxIds })
      const sold = await makePackage(app, { sessions: 6, serviceIds: [service.id], priceMinor: minor(50_000), taxIds })
      const { id: clientId } = await makeClient(app)
      const sale = await sellPackage(app, { clientId, packageId: sold.id, payments: [card(30_000)] })
      const id = sale.clientPackageId
      const itemId = (await app.call.clientPackages.get({ id })).items[0]!.id
      let day = 3
      for (const { what, way, pick, by } of steps) {
        const at = `2026-03-${String(day++).padStart(2, '0')}`
        const done = async () => {
          if (what === 'book' || what === 'use') {
            const made = await visitOn(app, { clientId, serviceId: service.id, itemId }, `${at}T10:00`)
            app.setNow(`${at}T11:00`)
            if (what === 'use') await app.call.appointments.complete({ key: newKey(), id: made.id })
          } else if (what === 'pay')
            await app.call.payments.take({ key: newKey(), invoiceId: sale.invoiceId, payments: [cash(5_000)], keepRestOnAccount: false })
          else if (what === 'reactivate') await reactivate(id)
          else {
            const { ways } = await preview(id, 1_000 * pick)
            const chosen = ways.find((w) => w.way === way) ?? ways[0]!
            const { books } = chosen.ends[pick % chosen.ends.length]!
            await cancel(id, { way: chosen.way, refundMinor: minor(chosen.refundMinor), books, refundBy: by as 'card' })
          }
        }
        await done().catch((error: unknown) => {
          if (!(error as { code?: string }).code) throw error
        })
        await clean()
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)
