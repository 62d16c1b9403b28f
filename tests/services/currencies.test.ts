// A package in another currency than the practice's: sold, paid, cancelled and stated in its own, and never added to the rest.

import { beforeEach, expect, it, test } from 'vitest'
import { CLIENT_PACKAGE_LIST } from '../../renderer/components/client-package-list-input.ts'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage, makePackage, makeService, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
let serviceId: number
let clientId: number
beforeEach(async () => {
  app = await makeApp({ now: '2026-11-24T12:00' })
  serviceId = (await makeService(app, { priceMinor: minor(9_000) })).id
  clientId = (await makeClient(app)).id
})

const inUsd = (payments: ReturnType<typeof card>[] = []) =>
  makeClientPackage(app, { clientId, serviceIds: [serviceId], currency: 'USD', priceMinor: minor(60_000), sessions: 6, payments })

const refused = (code: Parameters<typeof expectRefused>[2], call: () => Promise<unknown>, details?: object) =>
  expectRefused(app, call, code, details)
const moneyOf = async () => (await app.call.clients.get({ id: clientId })).money
const cancelled = async (id: number, more: object = {}) =>
  app.call.clientPackages.cancel({
    key: newKey(),
    id,
    reason: 'Moved',
    visits: 'keep',
    way: 'unusedShare',
    refundMinor: minor(50_000),
    refundBy: 'account',
    books: 'settled',
    ...more,
  })

test('a package has the practice’s currency unless another is chosen, and keeps it when it is saved again without one', async () => {
  const plain = await makePackage(app)
  expect(plain.currency).toBe('CAD')
  const dollars = await makePackage(app, { currency: 'USD' })
  const { active: _a, deleted: _d, position: _p, locked: _l, currency: _c, ...terms } = dollars
  const saved = await app.call.packages.save({ key: newKey(), ...terms, notes: 'For visitors' })
  expect(saved.currency).toBe('USD')
  expect((await app.call.packages.save({ key: newKey(), ...terms, mark: saved.mark, currency: 'EUR' })).currency).toBe('EUR')
  expect((await app.call.packages.list({ includeDeleted: false })).map((p) => p.currency)).toEqual(['CAD', 'EUR'])
})

test('a currency that there is not is no input, and what is paid at each appointment is in the practice’s', async () => {
  await expect(makePackage(app, { currency: 'XYZ' })).rejects.toMatchObject({ code: 'call.badInput' })
  await refused('package.visitCurrency', () =>
    makePackage(app, {
      serviceIds: [serviceId],
      currency: 'USD',
      paymentStyle: 'eachAppointment',
      priceMinor: minor(0),
      feeMinor: minor(8_000),
    }),
  )
  expect(await app.call.packages.list({ includeDeleted: true })).toEqual([])
  const dollars = await makePackage(app, { currency: 'USD' })
  const { active: _a, deleted: _d, position: _p, locked: _l, ...terms } = dollars
  await refused('package.visitCurrency', () => app.call.packages.save({ key: newKey(), ...terms, paymentStyle: 'eachAppointment' }))
})

test('what was sold keeps its currency: another counts for later sales, and terms in it are not applied to the earlier', async () => {
  const { packageId, clientPackageId } = await inUsd()
  const { active: _a, deleted: _d, position: _p, locked: _l, ...terms } = await app.call.packages.get({ id: packageId })
  const next = await app.call.packages.saveVersion({ key: newKey(), ...terms, currency: 'CAD' })
  expect(next.currency).toBe('CAD')
  expect((await app.call.clientPackages.get({ id: clientPackageId })).currency).toBe('USD')
  const { rows } = await app.call.packages.previewApply({ id: next.id })
  expect(rows).toMatchObject([{ clientPackageId, why: 'It was sold in USD' }])
  await refused('package.notApplicable', () =>
    app.call.packages.apply({ key: newKey(), id: next.id, clientPackageIds: [clientPackageId], reason: 'Better terms' }),
  )
})

it('is invoiced and paid in its own, beside what is due in the practice’s', async () => {
  const { invoiceId, clientPackageId } = await inUsd([card(20_000)])
  await makeClientPackage(app, { clientId, priceMinor: minor(80_000), payments: [card(30_000)] })
  expect(await app.call.invoices.get({ id: invoiceId })).toMatchObject({ currency: 'USD', totalMinor: 60_000, dueMinor: 40_000 })
  expect(await app.call.clientPackages.get({ id: clientPackageId })).toMatchObject({ currency: 'USD', paidMinor: 20_000, dueMinor: 40_000 })
  expect(await moneyOf()).toEqual([
    { currency: 'CAD', balanceMinor: 50_000, creditMinor: 0, prepaidMinor: 80_000 },
    { currency: 'USD', balanceMinor: 40_000, creditMinor: 0, prepaidMinor: 60_000 },
  ])
  const list = await app.call.invoices.list({ search: '', clientId: null, states: ['partPaid'], page: 1, pageSize: 50 })
  expect(list).toMatchObject({
    total: 2,
    due: [
      { currency: 'CAD', amountMinor: 50_000 },
      { currency: 'USD', amountMinor: 40_000 },
    ],
  })
  expect((await verify(app.db)).problems).toEqual([])
})

it('is used by visits that are invoiced in the practice’s, also for the difference to a dearer service', async () => {
  const long = await makeService(app, { priceMinor: minor(12_000) })
  const item = { productId: null, services: [{ serviceId, feeMinor: null }], quantity: 6, itemPriceMinor: minor(10_000) }
  const p = await makeClientPackage(app, {
    clientId,
    currency: 'USD',
    priceMinor: minor(60_000),
    items: [{ ...item, topUpServiceIds: [long.id] }],
    payments: [card(60_000)],
  })
  const plain = await book(app, { clientId, serviceId, clientPackageItemId: p.itemId, startsAt: '2026-11-24T09:00' })
  const more = await book(app, { clientId, serviceId: long.id, clientPackageItemId: p.itemId, startsAt: '2026-11-24T10:00' })
  for (const { id } of [plain, more]) await app.call.appointments.complete({ key: newKey(), id })
  const invoiceOf = async (id: number) => app.call.invoices.get({ id: (await app.call.appointments.get({ id })).invoice!.id })
  expect(await invoiceOf(plain.id)).toMatchObject({ currency: 'CAD', totalMinor: 0 })
  expect(await invoiceOf(more.id)).toMatchObject({ currency: 'CAD', totalMinor: 3_000 })
  expect(await moneyOf()).toEqual([
    { currency: 'CAD', balanceMinor: 3_000, creditMinor: 0, prepaidMinor: 0 },
    { currency: 'USD', balanceMinor: 0, creditMinor: 0, prepaidMinor: 40_000 },
  ])
})

it('says the regular fee in the practice’s currency when none is left', async () => {
  const p = await makeClientPackage(app, { clientId, serviceIds: [serviceId], currency: 'JPY', priceMinor: minor(9_000), sessions: 1 })
  await book(app, { clientId, serviceId, clientPackageItemId: p.itemId, startsAt: '2026-11-25T09:00' })
  await refused(
    'clientPackage.noneLeft',
    () => book(app, { clientId, serviceId, clientPackageItemId: p.itemId, startsAt: '2026-11-26T09:00' }),
    { regularFee: '90.00' },
  )
})

it('says what is not paid yet with its code, beside fees in the practice’s', async () => {
  await inUsd()
  const wanted = { clientId, serviceId, day: localDate('2026-11-25'), appointmentId: null }
  const { options } = await app.call.clientPackages.available(wanted)
  expect(options.map((o) => o.warning)).toEqual(['600.00\u00a0USD of it is not paid yet'])
})

it('names amounts with its code where something is refused', async () => {
  const p = await inUsd([card(10_000)])
  const taking = { invoiceId: p.invoiceId, payments: [card(60_000)], keepRestOnAccount: false }
  await refused('payment.aboveDue', () => app.call.payments.take({ key: newKey(), ...taking }), { due: '500.00\u00a0USD' })
  await refused('refund.aboveReceived', () => cancelled(p.clientPackageId, { way: 'ownAmount', refundMinor: minor(10_001) }), {
    paid: '100.00\u00a0USD',
  })
  const plan = [{ dueOn: localDate('2026-12-01'), amountMinor: minor(59_000) }]
  const { mark } = await app.call.invoices.get({ id: p.invoiceId })
  await refused('plan.sum', () => app.call.invoices.setPlan({ key: newKey(), invoiceId: p.invoiceId, mark, plan }), {
    left: '10.00\u00a0USD',
  })
  const session = (await app.call.clientPackages.get({ id: p.clientPackageId })).items[0]!.pips[0]!
  const values = [{ sessionId: session.sessionId, beforeMinor: minor(10_000), valueMinor: minor(12_000) }]
  await refused(
    'split.notEqual',
    () => app.call.clientPackages.revalue({ key: newKey(), id: p.clientPackageId, values, reason: 'Longer' }),
    {
      difference: '20.00\u00a0USD',
    },
  )
  const less = { kind: 'amount' as const, amountMinor: minor(60_000), reason: 'Friend' }
  const asDesk = app.as('receptionist').clientPackages
  await refused('discount.aboveLimit', () => asDesk.quote({ clientId, packageId: p.packageId, discount: less }), {
    limit: '20 % (120.00\u00a0USD)',
  })
  const assigned = await app.call.clientPackages.assign({ key: newKey(), clientId, packageId: p.packageId, chargeMinor: null, reason: '' })
  const { items } = await app.call.clientPackages.get({ id: assigned.clientPackageId })
  const visit = await book(app, { clientId, serviceId, clientPackageItemId: items[0]!.id, startsAt: '2026-11-24T09:00' })
  await app.call.appointments.complete({ key: newKey(), id: visit.id })
  const charge = { id: assigned.clientPackageId, chargeMinor: minor(9_000) }
  await refused('charge.belowUsed', () => app.call.clientPackages.previewInvoice(charge), { least: '100.00\u00a0USD' })
})

it('names the price that a package was given meanwhile with its code', async () => {
  const { id } = await makePackage(app, { currency: 'USD', priceMinor: minor(60_000) })
  const priced = { key: newKey(), id, seenMinor: minor(50_000), priceMinor: minor(55_000) }
  await refused('package.priceChanged', () => app.call.packages.setPrice(priced), { price: '600.00\u00a0USD' })
})

it('is refunded by its own value, and not at regular prices, which are in another currency', async () => {
  const p = await inUsd([card(60_000)])
  const visit = await book(app, { clientId, serviceId, clientPackageItemId: p.itemId, startsAt: '2026-11-24T09:00' })
  await app.call.appointments.complete({ key: newKey(), id: visit.id })
  const preview = await app.call.clientPackages.previewCancel({ id: p.clientPackageId, ownMinor: minor(0) })
  expect(preview).toMatchObject({ currency: 'USD', paidMinor: 60_000 })
  expect(preview.ways.map((w) => w.way)).toEqual(['none', 'unusedShare', 'ownAmount'])
  await refused('refund.otherCurrency', () => cancelled(p.clientPackageId, { way: 'regularPrice', refundMinor: minor(51_000) }))
  await cancelled(p.clientPackageId)
  expect(await moneyOf()).toEqual([
    { currency: 'CAD', balanceMinor: 0, creditMinor: 0, prepaidMinor: 0 },
    { currency: 'USD', balanceMinor: 0, creditMinor: 50_000, prepaidMinor: 0 },
  ])
  expect((await verify(app.db)).problems).toEqual([])
})

test('credit pays invoices of its own currency only', async () => {
  const first = await inUsd([card(60_000)])
  await cancelled(first.clientPackageId, { refundMinor: minor(60_000) })
  const canadian = await makeClientPackage(app, { clientId })
  await app.call.payments.useCredit({ key: newKey(), invoiceId: canadian.invoiceId })
  expect(await app.call.invoices.get({ id: canadian.invoiceId })).toMatchObject({ state: 'open', dueMinor: 80_000 })
  const second = await inUsd()
  await app.call.payments.useCredit({ key: newKey(), invoiceId: second.invoiceId })
  expect(await app.call.invoices.get({ id: second.invoiceId })).toMatchObject({ state: 'paid', dueMinor: 0 })
})

it('joins and is upgraded to packages of its own currency only', async () => {
  const p = await inUsd([card(60_000)])
  const canadian = await makePackage(app, { serviceIds: [serviceId], sessions: 20, priceMinor: minor(150_000) })
  await refused('upgrade.noPrice', () => app.call.clientPackages.previewUpgrade({ id: p.clientPackageId, packageId: canadian.id }))
  const bigger = await makePackage(app, { serviceIds: [serviceId], sessions: 20, priceMinor: minor(150_000), currency: 'USD' })
  expect(await app.call.clientPackages.previewUpgrade({ id: p.clientPackageId, packageId: bigger.id })).toMatchObject({
    currency: 'USD',
    totalMinor: 90_000,
  })
})

test('a statement with amounts is about one currency; without amounts about any', async () => {
  const dollars = await inUsd([card(60_000)])
  const canadian = await sellPackage(app, { clientId, packageId: (await makePackage(app)).id })
  const choice = (ids: number[] | null, showAmounts = true) => ({
    clientId,
    from: localDate('2026-11-24'),
    through: localDate('2026-11-24'),
    clientPackageIds: ids,
    showAmounts,
  })
  const statement = await app.call.reports.statement(choice(null))
  expect(statement.packages.map((p) => [p.currency, p.paidMinor])).toEqual([
    ['USD', 60_000],
    ['CAD', 0],
  ])
  await refused('statement.currencies', () => app.call.reports.drawStatement(choice(null)))
  for (const one of [choice([dollars.clientPackageId]), choice([canadian.clientPackageId]), choice(null, false)])
    await expect(app.call.reports.drawStatement(one)).rejects.toThrow('No documents are drawn')
})

test('a list sorted by charge or paid compares no amounts of two currencies: the practice’s first, then one by one, what has no amount last', async () => {
  const sell = (priceMinor: number, currency?: string, paid = 0) =>
    makeClientPackage(app, {
      clientId,
      serviceIds: [serviceId],
      priceMinor: minor(priceMinor),
      ...(currency && { currency }),
      payments: paid > 0 ? [card(paid)] : [],
    })
  await sell(90_000, 'USD', 1_000)
  await sell(50_000, undefined, 3_000)
  await makeClientPackage(app, {
    clientId,
    serviceIds: [serviceId],
    paymentStyle: 'eachAppointment',
    priceMinor: minor(0),
    feeMinor: minor(8_000),
  })
  await sell(70, 'JPY')
  await sell(20_000, 'USD', 9_000)
  await sell(80_000, undefined, 2_000)
  const by = async (sort: 'charge' | 'paid', descending: boolean) =>
    (await app.call.clientPackages.list({ ...CLIENT_PACKAGE_LIST, sort, descending, page: 1, pageSize: 50 })).rows.map((r) =>
      r.paymentStyle === 'eachAppointment' ? 'each visit' : `${r.currency} ${sort === 'charge' ? r.chargeMinor : r.paidMinor}`,
    )
  expect(await by('charge', false)).toEqual(['CAD 50000', 'CAD 80000', 'JPY 70', 'USD 20000', 'USD 90000', 'each visit'])
  expect(await by('charge', true)).toEqual(['CAD 80000', 'CAD 50000', 'JPY 70', 'USD 90000', 'USD 20000', 'each visit'])
  expect(await by('paid', false)).toEqual(['CAD 2000', 'CAD 3000', 'JPY 0', 'USD 1000', 'USD 9000', 'each visit'])
  expect(await by('paid', true)).toEqual(['CAD 3000', 'CAD 2000', 'JPY 0', 'USD 9000', 'USD 1000', 'each visit'])
})
