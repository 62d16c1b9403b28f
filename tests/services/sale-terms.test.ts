// The terms of a sale that the desk may change: from when, until when, and how much less, up to the practice's limit.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})
const day = (text: string) => localDate(text)
const from = (text: string) => ({ validFrom: day(text), end: null })
const until = (text: string, start: string | null = null) => ({
  validFrom: start === null ? null : day(start),
  end: { day: day(text), reason: 'Agreed on the phone' },
})
const halfYear = () => makePackage(app, { expiry: { kind: 'afterPurchase', count: 6, unit: 'months' } })

describe('from when and until when', () => {
  it('counts the end from the first valid day, and is pending until then', async () => {
    const [pack, { id: clientId }] = [await halfYear(), await makeClient(app)]
    const sale = { clientId, packageId: pack.id, discount: null, terms: from('2026-04-01') }
    expect(await app.call.clientPackages.quote(sale)).toMatchObject({ validFrom: '2026-04-01', end: '2026-10-01' })
    const { clientPackageId } = await sellPackage(app, sale)
    expect(await app.call.clientPackages.get({ id: clientPackageId })).toMatchObject({
      state: 'pending',
      validFrom: '2026-04-01',
      end: '2026-10-01',
    })
  })

  it('takes another end with its reason, which wins over the rule', async () => {
    const [pack, { id: clientId }] = [await halfYear(), await makeClient(app)]
    const { clientPackageId } = await sellPackage(app, { clientId, packageId: pack.id, terms: until('2026-12-31') })
    expect(await app.call.clientPackages.get({ id: clientPackageId })).toMatchObject({ manualEnd: '2026-12-31', endWords: '31 Dec 2026' })
    const kept = await app.db
      .selectFrom('clientPackages')
      .select('manualEndReason')
      .where('id', '=', clientPackageId)
      .executeTakeFirstOrThrow()
    expect(kept.manualEndReason).toBe('Agreed on the phone')
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('refuses what could never be used, or has no reason', async () => {
    const [pack, { id: clientId }] = [await halfYear(), await makeClient(app)]
    const sell = (terms: NonNullable<Parameters<typeof sellPackage>[1]['terms']>) =>
      sellPackage(app, { clientId, packageId: pack.id, terms })
    await expectRefused(app, () => sell(from('2026-03-01')), 'sale.startInPast')
    await expectRefused(app, () => sell(until('2026-03-01')), 'clientPackage.endInPast')
    await expectRefused(app, () => sell(until('2026-04-10', '2026-04-11')), 'sale.endBeforeStart')
    await expectRefused(app, () => sell({ validFrom: null, end: { day: day('2026-04-10'), reason: ' ' } }), 'call.badInput')
  })
})

describe('a discount', () => {
  const tenth = { kind: 'percent', rate: 20_000, reason: 'Family' } as const
  const more = { kind: 'percent', rate: 20_001, reason: 'Family' } as const

  it('up to the practice’s limit is given by the desk, beyond it by owners and administrators', async () => {
    const [pack, { id: clientId }] = [await makePackage(app), await makeClient(app)]
    const sell = (
      as: 'receptionist' | 'administrator',
      discount: typeof tenth | typeof more | { kind: 'amount'; amountMinor: ReturnType<typeof minor>; reason: string },
    ) => app.as(as).clientPackages.sell({ key: newKey(), clientId, packageId: pack.id, discount, payments: [], keepRestOnAccount: false })
    expect((await sell('receptionist', tenth)).dueMinor).toBe(64_000)
    await expectRefused(app, () => sell('receptionist', more), 'discount.aboveLimit', { limit: '20 % (160.00)' })
    await expectRefused(
      app,
      () => sell('receptionist', { kind: 'amount', amountMinor: minor(16_001), reason: 'Staff' }),
      'discount.aboveLimit',
    )
    expect((await sell('administrator', more)).invoiceNumber).toBeGreaterThan(0)
  })

  it('is given for a reason, as another charge is; until that is typed, it can be looked at', async () => {
    const [pack, { id: clientId }] = [await makePackage(app), await makeClient(app)]
    const sale = { clientId, packageId: pack.id, discount: { ...tenth, reason: ' ' } }
    await expectRefused(app, () => sellPackage(app, sale), 'call.badInput', {
      fields: [{ path: 'discount.reason', message: 'Enter a reason.' }],
    })
    expect(await app.call.clientPackages.quote(sale)).toMatchObject({ discountMinor: 16_000, chargeMinor: 64_000 })
  })

  it('is offered the reasons given to several clients before, each once, the newest first, whether sold or assigned', async () => {
    const pack = await makePackage(app)
    const [anna, ben] = [await makeClient(app), await makeClient(app)]
    const sell = (client: { id: number }, reason: string) =>
      sellPackage(app, { clientId: client.id, packageId: pack.id, discount: { ...tenth, reason } })
    const assign = (client: { id: number }, reason: string) =>
      app.call.clientPackages.assign({ key: newKey(), clientId: client.id, packageId: pack.id, chargeMinor: minor(0), reason })
    await sell(anna, 'Family')
    await sell(anna, 'Lost her work')
    await sell(ben, 'Returning client')
    await assign(ben, 'Raffle')
    await assign(anna, 'Raffle')
    await sellPackage(app, { clientId: anna.id, packageId: pack.id })
    await sell(anna, 'Lost her work')
    await sell(ben, 'Family')
    expect(await app.call.clientPackages.chargeReasons()).toEqual(['Family', 'Raffle'])
  })

  it('on fees is held to the same limit, and the limit is the practice’s to set', async () => {
    const service = await makeService(app)
    const pack = await makePackage(app, { paymentStyle: 'eachAppointment', serviceIds: [service.id], feeMinor: minor(8_000) })
    const { id: clientId } = await makeClient(app)
    const quote = () => app.as('receptionist').clientPackages.quote({ clientId, packageId: pack.id, discount: more })
    await expectRefused(app, quote, 'discount.aboveLimit', { limit: '20 %' })
    const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ ...settings, key: newKey(), discountLimit: 25_000 })
    expect((await quote()).totalMinor).toBe(0)
  })
})
