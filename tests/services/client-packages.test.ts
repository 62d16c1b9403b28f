// Selling packages and choosing one for a booking: each procedure, each refusal, and that a refusal saved nothing.

import { beforeEach, describe, expect, it } from 'vitest'
import type { RefusalCode } from '../../shared/errors.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, cash, makeClient, makeClientPackage, makePackage, makeService, makeTax, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-11-24T08:30' })
})
const refused = (code: RefusalCode, call: () => Promise<unknown>) => expectRefused(app, call, code)

describe('selling', () => {
  it('publishes the invoice, grants the sessions and records the payment', async () => {
    const tax = await makeTax(app, { name: 'HST', rate: 13_000 })
    const pack = await makePackage(app, {
      name: 'Relax 6',
      sessions: 6,
      priceMinor: minor(50_000),
      taxIds: [tax.id],
      expiry: { kind: 'afterPurchase', count: 4, unit: 'months' },
    })
    const clientId = (await makeClient(app)).id
    expect(await app.call.clientPackages.quote({ clientId, packageId: pack.id, discount: null })).toMatchObject({
      priceMinor: 50_000,
      chargeMinor: 50_000,
      taxes: [{ name: 'HST', taxMinor: 6_500 }],
      totalMinor: 56_500,
      end: '2027-03-24',
      endWords: '24 Mar 2027',
      warnings: [],
    })
    const sold = await sellPackage(app, {
      clientId,
      packageId: pack.id,
      payments: [card(50_000), { ...cash(6_500), tenderedMinor: minor(7_000) }],
    })
    expect(sold).toMatchObject({ dueMinor: 0, changeMinor: 500, invoiceNumber: 1001 })
    expect(await app.call.clientPackages.get({ id: sold.clientPackageId })).toMatchObject({
      state: 'active',
      chargeMinor: 50_000,
      paidMinor: 56_500,
      totalMinor: 56_500,
      toComeMinor: 50_000,
      end: '2027-03-24',
      soldBy: 'Nadia Brandt',
      invoice: { number: 1001 },
    })
    const invoice = await app.call.invoices.get({ id: sold.invoiceId })
    expect(invoice).toMatchObject({
      state: 'paid',
      netMinor: 50_000,
      taxMinor: 6_500,
      totalMinor: 56_500,
      payments: [{ method: 'card' }, { method: 'cash' }],
    })
    expect((await app.call.backups.verify()).problems).toEqual([])
  })

  it('takes the charge from a discount, as an amount or a percentage', async () => {
    const pack = await makePackage(app, { priceMinor: minor(80_000) })
    const clientId = (await makeClient(app)).id
    const quote = (discount: Parameters<typeof app.call.clientPackages.quote>[0]['discount']) =>
      app.call.clientPackages.quote({ clientId, packageId: pack.id, discount })
    expect(await quote({ kind: 'amount', amountMinor: minor(5_000), reason: 'Welcome' })).toMatchObject({
      discountMinor: 5_000,
      chargeMinor: 75_000,
      valuePerSessionMinor: 7_500,
    })
    expect(await quote({ kind: 'percent', rate: 12_500, reason: '' })).toMatchObject({ discountMinor: 10_000, chargeMinor: 70_000 })
    await refused('discount.tooLarge', () => quote({ kind: 'amount', amountMinor: minor(80_001), reason: 'Welcome' }))
    await refused('discount.tooLarge', () =>
      sellPackage(app, { clientId, packageId: pack.id, discount: { kind: 'amount', amountMinor: minor(80_001), reason: 'Welcome' } }),
    )
  })

  it('asks for no payment where nothing is due', async () => {
    const free = await makePackage(app, { priceMinor: minor(0) })
    const clientId = (await makeClient(app)).id
    expect(await sellPackage(app, { clientId, packageId: free.id })).toMatchObject({ dueMinor: 0 })
    await refused('payment.aboveDue', () => sellPackage(app, { clientId, packageId: free.id, payments: [card(1)] }))
  })

  it('refuses an inactive or deleted package, one that would have ended, and what does not exist', async () => {
    const clientId = (await makeClient(app)).id
    const pack = await makePackage(app, { expiry: { kind: 'onDate', date: '2026-12-31' } })
    const sale = (more: object = {}) => sellPackage(app, { clientId, packageId: pack.id, ...more })
    await refused('call.notFound', () => sale({ packageId: 9_999 }))
    await refused('call.notFound', () => sale({ clientId: 9_999 }))
    await app.call.packages.deactivate({ key: newKey(), id: pack.id })
    await refused('package.notForSale', () => sale())
    await app.call.packages.activate({ key: newKey(), id: pack.id })
    app.setNow('2027-01-02T09:00')
    await refused('package.alreadyExpired', () => sale())
    await refused('package.alreadyExpired', () => app.call.clientPackages.quote({ clientId, packageId: pack.id, discount: null }))
    await app.call.packages.remove({ key: newKey(), id: pack.id })
    await refused('package.notForSale', () => sale())
  })

  it('refuses more money than is due unless the rest is kept on account, and too little cash', async () => {
    const pack = await makePackage(app, { priceMinor: minor(10_000) })
    const clientId = (await makeClient(app)).id
    await refused('payment.aboveDue', () => sellPackage(app, { clientId, packageId: pack.id, payments: [card(10_001)] }))
    await refused('payment.tooLittleCash', () =>
      sellPackage(app, { clientId, packageId: pack.id, payments: [{ ...cash(10_000), tenderedMinor: minor(9_999) }] }),
    )
    await sellPackage(app, { clientId, packageId: pack.id, payments: [card(12_500)], keepRestOnAccount: true })
    expect(await app.call.clients.get({ id: clientId })).toMatchObject({ money: [{ creditMinor: 2_500, balanceMinor: 0 }] })
  })

  it('warns of a service that is not offered any more, and sells all the same', async () => {
    const service = await makeService(app, { name: 'Cupping' })
    const pack = await makePackage(app, { serviceIds: [service.id] })
    await app.call.catalog.saveService({ key: newKey(), ...service, active: false })
    const clientId = (await makeClient(app)).id
    expect((await app.call.clientPackages.quote({ clientId, packageId: pack.id, discount: null })).warnings).toEqual([
      'Cupping is not offered any more.',
    ])
    await sellPackage(app, { clientId, packageId: pack.id })
  })

  it('keeps its terms when the package changes afterwards', async () => {
    const p = await makeClientPackage(app, { priceMinor: minor(80_000) })
    const pack = await app.call.packages.get({ id: p.packageId })
    const { currency: _c, active: _a, deleted: _d, position: _p, locked: _l, ...fields } = pack
    await app.call.packages.save({ key: newKey(), ...fields, priceMinor: minor(90_000) })
    expect(await app.call.clientPackages.get({ id: p.clientPackageId })).toMatchObject({ priceMinor: 80_000 })
  })
})

describe('choosing for a booking', () => {
  it('offers what covers the service, the soonest to end first, and says why another can’t be chosen', async () => {
    const service = await makeService(app)
    const clientId = (await makeClient(app)).id
    const sell = async (name: string, terms: object) =>
      sellPackage(app, { clientId, packageId: (await makePackage(app, { name, serviceIds: [service.id], ...terms })).id })
    await sell('No end', {})
    await sell('Long', { expiry: { kind: 'afterPurchase', count: 6, unit: 'months' } })
    await sell('Short', { expiry: { kind: 'afterPurchase', count: 10, unit: 'days' } })
    await sellPackage(app, { clientId, packageId: (await makePackage(app, { name: 'Another service' })).id })
    const { options, preselected, regularFeeMinor } = await app.call.clientPackages.available({
      clientId,
      serviceId: service.id,
      day: '2026-11-25',
      appointmentId: null,
    })
    expect(options.map((o) => o.name)).toEqual(['Short', 'Long', 'No end', 'Another service'])
    expect(preselected).toBe(options[0]!.clientPackageItemId)
    expect(options[0]).toMatchObject({
      remaining: 10,
      total: 10,
      end: '2026-12-04',
      feeMinor: 0,
      warning: '800.00 of it is not paid yet',
      why: null,
    })
    expect(options[3]).toMatchObject({ covers: false, why: expect.stringContaining('not this service') })
    expect(regularFeeMinor).toBe(10_000)

    const later = await app.call.clientPackages.available({ clientId, serviceId: service.id, day: '2026-12-20', appointmentId: null })
    expect(later.options.find((o) => o.name === 'Short')!.why).toBe('it is valid until 4 Dec 2026')
    expect(later.preselected).toBe(later.options.find((o) => o.name === 'Long')!.clientPackageItemId)
    await refused('call.notFound', () =>
      app.call.clientPackages.available({ clientId, serviceId: 9_999, day: '2026-11-25', appointmentId: null }),
    )
  })

  it('keeps the appointment’s own package chosen while it is edited, its last session included', async () => {
    const p = await makeClientPackage(app, { sessions: 1 })
    const a = await book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-11-25T10:00', clientPackageItemId: p.itemId })
    const offered = await app.call.clientPackages.available({
      clientId: p.clientId,
      serviceId: p.serviceId,
      day: '2026-11-25',
      appointmentId: a.id,
    })
    expect(offered).toMatchObject({ preselected: p.itemId, options: [{ why: null }] })
    const anew = await app.call.clientPackages.available({
      clientId: p.clientId,
      serviceId: p.serviceId,
      day: '2026-11-25',
      appointmentId: null,
    })
    expect(anew.preselected).toBeNull()
  })
})

describe('what a client owns', () => {
  it('expires by itself when its last day is over, also when the app was closed that day', async () => {
    const p = await makeClientPackage(app, { sessions: 4, priceMinor: minor(40_000), expiry: { kind: 'onDate', date: '2026-11-30' } })
    app.setNow('2026-12-05T08:00')
    await app.app.openDay()
    expect(await app.call.clientPackages.get({ id: p.clientPackageId })).toMatchObject({
      state: 'expired',
      toComeMinor: 0,
      items: [{ lapsed: 4, remaining: 0 }],
    })
    const entries = await app.db.selectFrom('sessionEntries').select(['effectiveOn', 'staffId']).where('move', '=', 'expire').execute()
    expect(entries).toEqual(Array.from({ length: 4 }, () => ({ effectiveOn: '2026-12-01', staffId: null })))
    await refused('clientPackage.notValidOn', () =>
      book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-12-07T10:00', clientPackageItemId: p.itemId }),
    )
  })

  it('has the next visit of today or later, not one of the past that nobody closed', async () => {
    const { clientPackageId, ...p } = await makeClientPackage(app)
    const visit = { clientId: p.clientId, serviceId: p.serviceId, clientPackageItemId: p.itemId }
    const next = async () => (await app.call.clientPackages.get({ id: clientPackageId })).nextVisitAt
    await book(app, { ...visit, startsAt: '2026-11-24T09:00' })
    await book(app, { ...visit, startsAt: '2026-11-27T09:00' })
    expect(await next()).toBe('2026-11-24T09:00')
    app.setNow('2026-11-25T08:00')
    expect(await next()).toBe('2026-11-27T09:00')
    app.setNow('2026-11-28T08:00')
    expect(await next()).toBeNull()
  })

  it('is not found when it does not exist', async () => {
    await refused('call.notFound', () => app.call.clientPackages.get({ id: 9_999 }))
    await refused('call.notFound', () => app.call.clientPackages.handOver({ key: newKey(), clientPackageItemId: 9_999 }))
    await refused('call.notFound', () => app.call.clientPackages.undoHandOver({ key: newKey(), sessionId: 9_999, reason: 'x' }))
  })
})
