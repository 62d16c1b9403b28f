// Selling in instalments: the plan, what is overdue, how far sessions may be used before they are paid (W6), another plan.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makePackage, makeService, makeTax, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-01-01T09:00' })
})
const part = (dueOn: string, amountMinor: number) => ({ dueOn: localDate(dueOn), amountMinor: minor(amountMinor) })
const monthly = { count: 3, every: 1, unit: 'months' as const, firstAfterDays: 0 }
const relax6 = () =>
  makePackage(app, { name: 'Relax 6', sessions: 6, priceMinor: minor(50_000), paymentStyle: 'instalments', instalments: monthly })
async function sellRelax6(fields: Partial<Parameters<typeof sellPackage>[1]> = {}) {
  const { id: clientId } = await makeClient(app)
  const sold = await sellPackage(app, { clientId, packageId: (await relax6()).id, payments: [card(16_667)], ...fields })
  const [item] = (await app.call.clientPackages.get({ id: sold.clientPackageId })).items
  return { ...sold, clientId, itemId: item!.id, serviceId: item!.serviceIds[0]! }
}
type Sold = Awaited<ReturnType<typeof sellRelax6>>
const invoiceOf = (s: Sold) => app.call.invoices.get({ id: s.invoiceId })
const cardOf = (s: Sold) => app.call.clientPackages.get({ id: s.clientPackageId })
const bookOn = (s: Sold, startsAt: string) =>
  book(app, {
    clientId: s.clientId,
    serviceId: s.serviceId,
    startsAt,
    clientPackageItemId: s.itemId,
    confirmed: { outsideHours: true, endMoves: false },
  })
const setPlan = async ({ invoiceId }: Pick<Sold, 'invoiceId'>, ...plan: ReturnType<typeof part>[]) =>
  app.call.invoices.setPlan({ key: newKey(), invoiceId, mark: (await app.call.invoices.get({ id: invoiceId })).mark, plan })
const expectSound = async () => expect((await verify(app.db)).problems).toEqual([])

describe('a sale in instalments (W6)', () => {
  it('is quoted with its plan and has it on the invoice, paid from the oldest on', async () => {
    const { id: clientId } = await makeClient(app)
    const quote = await app.call.clientPackages.quote({ clientId, packageId: (await relax6()).id, discount: null })
    expect(quote.plan).toEqual([part('2026-01-01', 16_667), part('2026-02-01', 16_667), part('2026-03-01', 16_666)])
    const sold = await sellPackage(app, {
      clientId,
      packageId: (await app.call.packages.list({ includeDeleted: false }))[0]!.id,
      payments: [card(16_667)],
    })
    expect((await app.call.invoices.get({ id: sold.invoiceId })).plan.map((i) => [i.paidMinor, i.state])).toEqual([
      [16_667, 'paid'],
      [0, 'due'],
      [0, 'due'],
    ])
    await expectSound()
  })

  it('is overdue on 2 February, on the invoice, in the list and on the card', async () => {
    const sold = await sellRelax6()
    expect(await invoiceOf(sold)).toMatchObject({ state: 'partPaid', dueOn: '2026-02-01' })
    app.setNow('2026-02-01T09:00')
    expect((await invoiceOf(sold)).state).toBe('partPaid')
    expect((await cardOf(sold)).nextInstalment).toEqual({ dueOn: '2026-02-01', amountMinor: 16_667, isOverdue: false })
    app.setNow('2026-02-02T09:00')
    const invoice = await invoiceOf(sold)
    expect([invoice.state, invoice.plan.map((i) => i.state)]).toEqual(['overdue', ['paid', 'overdue', 'due']])
    const overdue = await app.call.invoices.list({ search: '', clientId: null, states: ['overdue'], page: 1, pageSize: 50 })
    expect(overdue.rows).toMatchObject([{ id: sold.invoiceId, state: 'overdue', dueOn: '2026-02-01' }])
    expect((await cardOf(sold)).nextInstalment).toMatchObject({ isOverdue: true })
    await app.call.payments.take({ key: newKey(), invoiceId: sold.invoiceId, payments: [card(16_667)], keepRestOnAccount: false })
    expect(await invoiceOf(sold)).toMatchObject({ state: 'partPaid', dueOn: '2026-03-01' })
    await expectSound()
  })

  it('warns at the third booking, or refuses it where only paid sessions may be used', async () => {
    const sold = await sellRelax6()
    const warning = async () => {
      const { options } = await app.call.clientPackages.available({
        clientId: sold.clientId,
        serviceId: sold.serviceId,
        day: localDate('2026-01-20'),
        appointmentId: null,
      })
      return options[0]!.warning
    }
    await bookOn(sold, '2026-01-05T10:00')
    expect(await warning()).toBeNull()
    await bookOn(sold, '2026-01-06T10:00')
    expect(await warning()).toBe('2 of 6 sessions are paid so far, 333.33 is open')
    const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ ...settings, key: newKey(), useBeforePaid: 'paidShare' })
    await expectRefused(app, () => bookOn(sold, '2026-01-07T10:00'), 'clientPackage.unpaid', { package: 'Relax 6', allowed: 2 })
    await app.call.payments.take({ key: newKey(), invoiceId: sold.invoiceId, payments: [card(16_667)], keepRestOnAccount: false })
    await bookOn(sold, '2026-01-07T10:00')
    await bookOn(sold, '2026-01-08T10:00')
    await expectRefused(app, () => bookOn(sold, '2026-01-09T10:00'), 'clientPackage.unpaid', { package: 'Relax 6', allowed: 4 })
  })

  it('never keeps an unlimited package that is paid in full from being used', async () => {
    const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ ...settings, key: newKey(), useBeforePaid: 'paidShare' })
    const service = await makeService(app)
    const pack = await makePackage(app, { sessions: null, serviceIds: [service.id], priceMinor: minor(30_000) })
    const { id: clientId } = await makeClient(app)
    const sold = await sellPackage(app, { clientId, packageId: pack.id, payments: [card(30_000)] })
    const [item] = (await app.call.clientPackages.get({ id: sold.clientPackageId })).items
    const booked = await bookOn({ ...sold, clientId, itemId: item!.id, serviceId: service.id }, '2026-01-05T10:00')
    expect(booked.session).not.toBeNull()
  })

  it('lets an unlimited package be used until its visits, with their tax, come to what is paid', async () => {
    const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ ...settings, key: newKey(), useBeforePaid: 'paidShare' })
    const taxIds = [(await makeTax(app, { name: 'HST', rate: 13_000 })).id]
    const service = await makeService(app)
    const pack = await makePackage(app, { sessions: null, serviceIds: [service.id], priceMinor: minor(30_000), taxIds })
    const { id: clientId } = await makeClient(app)
    const sold = await sellPackage(app, { clientId, packageId: pack.id, payments: [card(17_000)] }) // of 339.00
    const [item] = (await app.call.clientPackages.get({ id: sold.clientPackageId })).items
    const on = { ...sold, clientId, itemId: item!.id, serviceId: service.id }
    await bookOn(on, '2026-01-05T10:00') // 80.00, with tax 90.40
    await bookOn(on, '2026-01-06T10:00') // 180.80
    await expectRefused(app, () => bookOn(on, '2026-01-07T10:00'), 'clientPackage.unpaid')
  })

  it('of an assigned package makes the plan when it is invoiced', async () => {
    const { id: clientId } = await makeClient(app)
    const terms = { validFrom: null, end: null }
    const packageId = (await relax6()).id
    const { clientPackageId: id } = await app.call.clientPackages.assign({
      key: newKey(),
      clientId,
      packageId,
      chargeMinor: null,
      reason: '',
      terms,
    })
    app.setNow('2026-01-10T09:00')
    const { invoiceId } = await app.call.clientPackages.addToInvoice({
      key: newKey(),
      id,
      chargeMinor: minor(50_000),
      reason: '',
      payments: [],
      keepRestOnAccount: false,
    })
    expect((await app.call.invoices.get({ id: invoiceId })).plan.map((i) => i.dueOn)).toEqual(['2026-01-10', '2026-02-10', '2026-03-10'])
    await expectSound()
  })
})

describe('another plan', () => {
  it('may be agreed at the sale, and must be the whole total in order', async () => {
    const sold = await sellRelax6({ plan: [part('2026-01-15', 20_000), part('2026-02-15', 30_000)], payments: [] })
    expect((await invoiceOf(sold)).plan.map((i) => i.amountMinor)).toEqual([20_000, 30_000])
    const packageId = (await app.call.packages.list({ includeDeleted: false }))[0]!.id
    const sell = (...plan: ReturnType<typeof part>[]) => sellPackage(app, { clientId: sold.clientId, packageId, plan })
    await expectRefused(app, () => sell(part('2026-01-15', 20_000)), 'plan.sum', { left: '300.00', over: false })
    await expectRefused(app, () => sell(part('2026-01-15', 50_001)), 'plan.sum', { left: '0.01', over: true })
    await expectRefused(app, () => sell(part('2026-02-15', 20_000), part('2026-01-15', 30_000)), 'plan.order')
    const service = await makeService(app)
    const visits = await makePackage(app, { paymentStyle: 'eachAppointment', serviceIds: [service.id], feeMinor: minor(8_000) })
    await expectRefused(
      app,
      () => sellPackage(app, { clientId: sold.clientId, packageId: visits.id, plan: [part('2026-01-15', 1)] }),
      'plan.atVisits',
    )
  })

  it('takes the place of the one before on the invoice, and none lets all be due at once', async () => {
    const sold = await sellRelax6()
    const changed = await setPlan(sold, part('2026-01-01', 16_667), part('2026-06-01', 33_333))
    expect(changed.plan.map((i) => [i.dueOn, i.state])).toEqual([
      ['2026-01-01', 'paid'],
      ['2026-06-01', 'due'],
    ])
    expect((await setPlan(sold)).plan).toEqual([])
    expect((await cardOf(sold)).nextInstalment).toBeNull()
    await expectSound()
  })

  it('is refused when it does not add up, when nothing is due, and on what is no published invoice', async () => {
    const sold = await sellRelax6()
    await expectRefused(app, () => setPlan(sold, part('2026-06-01', 33_333)), 'plan.sum')
    await expectRefused(app, () => setPlan({ ...sold, invoiceId: 999 }), 'call.notFound')
    const visit = await bookOn(sold, '2026-01-05T10:00')
    await expectRefused(app, () => setPlan({ ...sold, invoiceId: visit.invoice!.id }), 'invoice.notPublished')
    await app.call.payments.take({ key: newKey(), invoiceId: sold.invoiceId, payments: [card(33_333)], keepRestOnAccount: false })
    await expectRefused(app, () => setPlan(sold), 'payment.nothingDue')
  })
})

it('finds a plan that does not add up or falls due backwards', async () => {
  const sold = await sellRelax6()
  const { id, position } = await app.db.selectFrom('instalments').selectAll().where('position', '=', 3).executeTakeFirstOrThrow()
  app.file.exec(
    `INSERT INTO instalments (invoiceId, position, dueOn, amountMinor) VALUES (${sold.invoiceId}, ${position + 1}, '2026-04-01', 5)`,
  )
  expect((await verify(app.db)).problems).toEqual([expect.stringContaining('add up to 50005, but it asks for 50000')])
  app.file.exec(
    `INSERT INTO instalments (invoiceId, position, dueOn, amountMinor) VALUES (${sold.invoiceId}, ${position + 2}, '2025-04-01', ${id})`,
  )
  expect((await verify(app.db)).problems).toEqual([expect.stringContaining('do not fall due one after the other')])
})
