// Money on invoices: taking it, keeping it on account, spending the credit, giving it back.

import { beforeEach, describe, expect, it } from 'vitest'
import type { RefusalCode } from '../../shared/errors.ts'
import { type Minor, minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, cash, makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-11-24T08:30' })
})
const refused = (code: RefusalCode, call: () => Promise<unknown>) => expectRefused(app, call, code)
type Tendered = Omit<ReturnType<typeof cash>, 'tenderedMinor'> & { tenderedMinor: Minor }
const take = (invoiceId: number, payments: (ReturnType<typeof card> | ReturnType<typeof cash> | Tendered)[], keepRestOnAccount = false) =>
  app.call.payments.take({ key: newKey(), invoiceId, payments, keepRestOnAccount })

async function makeInvoice(priceMinor = minor(50_000)) {
  const clientId = (await makeClient(app)).id
  const sold = await sellPackage(app, { clientId, packageId: (await makePackage(app, { priceMinor })).id })
  return { clientId, ...sold }
}

describe('taking a payment', () => {
  it('fills an invoice in parts and remembers the method', async () => {
    const { invoiceId } = await makeInvoice()
    expect(await app.call.payments.lastMethod()).toEqual({ method: 'card' })
    expect(await take(invoiceId, [cash(20_000)])).toMatchObject({ state: 'partPaid', dueMinor: 30_000 })
    expect(await app.call.payments.lastMethod()).toEqual({ method: 'cash' })
    expect(await take(invoiceId, [card(30_000)])).toMatchObject({ state: 'paid', dueMinor: 0 })
    await refused('payment.nothingDue', () => take(invoiceId, [card(1)]))
  })

  it('publishes an appointment’s draft, whose price is then fixed', async () => {
    const clientId = (await makeClient(app)).id
    const { id, invoice } = await book(app, { clientId, serviceId: (await makeService(app)).id, startsAt: '2026-11-25T10:00' })
    const paid = await take(invoice!.id, [{ ...cash(10_000), tenderedMinor: minor(10_500) }])
    expect(paid).toMatchObject({ number: 1001, state: 'paid', changeMinor: 500 })
    expect((await app.call.appointments.get({ id })).invoice).toMatchObject({ number: 1001, dueMinor: 0 })
  })

  it('refuses too much, too little cash, a void invoice, and one that does not exist', async () => {
    const { invoiceId } = await makeInvoice()
    await refused('payment.aboveDue', () => take(invoiceId, [card(50_001)]))
    await refused('payment.tooLittleCash', () => take(invoiceId, [{ ...cash(50_000), tenderedMinor: minor(1) }]))
    await refused('call.notFound', () => take(9_999, [card(1)]))
    const a = await book(app, {
      clientId: (await makeClient(app)).id,
      serviceId: (await makeService(app)).id,
      startsAt: '2026-11-25T10:00',
    })
    await app.call.appointments.end({ key: newKey(), id: a.id, as: 'cancelled', session: null, reason: '' })
    await refused('invoice.notPublished', () => take(a.invoice!.id, [card(1)]))
  })
})

describe('account credit', () => {
  it('is what was paid beyond what was due, and pays the next invoice', async () => {
    const { clientId, invoiceId } = await makeInvoice(minor(10_000))
    expect(await take(invoiceId, [card(16_000)], true)).toMatchObject({ onAccountMinor: 6_000, dueMinor: 0 })
    const next = await sellPackage(app, { clientId, packageId: (await makePackage(app, { priceMinor: minor(10_000) })).id })
    expect(await app.call.payments.useCredit({ key: newKey(), invoiceId: next.invoiceId })).toMatchObject({
      paidMinor: 6_000,
      dueMinor: 4_000,
      state: 'partPaid',
    })
    expect((await app.call.clients.get({ id: clientId })).money[0]?.creditMinor).toBe(0)
    await take(next.invoiceId, [card(4_000)])
    await refused('payment.nothingDue', () => app.call.payments.useCredit({ key: newKey(), invoiceId: next.invoiceId }))
    await refused('call.notFound', () => app.call.payments.useCredit({ key: newKey(), invoiceId: 9_999 }))
    expect((await app.call.backups.verify()).problems).toEqual([])
  })
})

describe('giving a payment back', () => {
  it('leaves the account at nothing when other credit was spent in between', async () => {
    const { clientId } = await makeInvoice()
    const service = await makeService(app)
    const paidAhead = async (at: string) => {
      const a = await book(app, { clientId, serviceId: service.id, startsAt: at })
      const [payment] = (await take(a.invoice!.id, [card(10_000)])).payments
      return { id: a.id, paymentId: payment!.id }
    }
    const first = await paidAhead('2026-11-25T10:00')
    const second = await paidAhead('2026-11-25T11:00')
    await app.call.payments.reverse({ key: newKey(), paymentId: first.paymentId, reason: 'Wrong card' })
    for (const { id } of [first, second]) await app.call.appointments.end({ key: newKey(), id, as: 'cancelled', session: null, reason: '' })
    const next = await book(app, { clientId, serviceId: service.id, startsAt: '2026-11-26T10:00' })
    await app.call.payments.useCredit({ key: newKey(), invoiceId: next.invoice!.id })
    await app.call.payments.reverse({ key: newKey(), paymentId: second.paymentId, reason: 'Changed her mind' })
    expect((await app.call.clients.get({ id: clientId })).money[0]?.creditMinor).toBe(0)
    expect((await app.call.invoices.get({ id: next.invoice!.id })).dueMinor).toBe(10_000)
    expect((await app.call.backups.verify()).problems).toEqual([])
  })

  it('makes its invoices due again, once', async () => {
    const { clientId, invoiceId } = await makeInvoice()
    const [payment] = (await take(invoiceId, [card(55_000)], true)).payments
    const { paymentId } = await app.call.payments.reverse({ key: newKey(), paymentId: payment!.id, reason: 'Wrong card' })
    const invoice = await app.call.invoices.get({ id: invoiceId })
    expect(invoice).toMatchObject({ paidMinor: 0, dueMinor: 50_000, state: 'open' })
    expect(invoice.payments).toMatchObject([
      { reversed: true, amountMinor: 55_000 },
      { id: paymentId, amountMinor: -55_000, reason: 'Wrong card' },
    ])
    expect((await app.call.clients.get({ id: clientId })).money[0]?.creditMinor).toBe(0)
    await refused('payment.reversed', () => app.call.payments.reverse({ key: newKey(), paymentId: payment!.id, reason: 'Again' }))
    await refused('payment.reversed', () => app.call.payments.reverse({ key: newKey(), paymentId, reason: 'Back and forth' }))
    await refused('call.notFound', () => app.call.payments.reverse({ key: newKey(), paymentId: 9_999, reason: 'x' }))
    expect((await app.call.backups.verify()).problems).toEqual([])
  })
})

describe('the list of invoices', () => {
  it('is paged, searched by number or name, filtered by state, with what is due', async () => {
    const anna = await makeClient(app, { givenName: 'Anna', familyName: 'Żółć' })
    const pack = await makePackage(app, { priceMinor: minor(10_000) })
    for (const amount of [0, 4_000, 10_000])
      await sellPackage(app, { clientId: anna.id, packageId: pack.id, payments: amount ? [card(amount)] : [] })
    await makeInvoice()
    const list = (more: object = {}) => app.call.invoices.list({ search: '', clientId: null, states: [], page: 1, pageSize: 50, ...more })
    expect((await list()).rows.map((r) => [r.number, r.state])).toEqual([
      [1004, 'open'],
      [1003, 'paid'],
      [1002, 'partPaid'],
      [1001, 'open'],
    ])
    expect(await list()).toMatchObject({ total: 4, due: [{ currency: 'CAD', amountMinor: 66_000 }] })
    expect((await list({ states: ['partPaid'] })).rows).toMatchObject([{ number: 1002, dueMinor: 6_000 }])
    expect((await list({ search: 'zolc' })).total).toBe(3)
    expect((await list({ search: '1003' })).rows).toMatchObject([{ clientName: 'Anna Żółć' }])
    expect((await list({ pageSize: 3, page: 2 })).rows.map((r) => r.number)).toEqual([1001])
    expect((await list({ clientId: anna.id })).total).toBe(3)
    app.setNow('2026-11-26T09:00')
    expect((await list({ states: ['overdue'] })).total).toBe(3)
    await refused('call.notFound', () => app.call.invoices.get({ id: 9_999 }))
  })
})
