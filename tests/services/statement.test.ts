// What a usage statement says of money given back, and of packages that are paid at each appointment.

import { beforeEach, describe, expect, it } from 'vitest'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, cash, makeClientPackage, makeService } from '../support/make.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})

const sectionOf = async (clientId: number) => {
  const { packages } = await app.call.reports.statement({
    clientId,
    from: '2026-01-01',
    through: '2026-12-31',
    clientPackageIds: null,
    showAmounts: true,
  })
  return packages[0]!
}

describe('a payment that was given back', () => {
  it('is not listed among what was paid, and is counted on both sides of the sum', async () => {
    const sold = await makeClientPackage(app, { payments: [card(50_000), cash(30_000)] })
    const { payments } = await app.call.invoices.get({ id: sold.invoiceId })
    const byCard = payments.find((p) => p.method === 'card')!
    expect((await sectionOf(sold.clientId)).paidWords).toBe('500.00 paid by card on 2 Mar 2026, 300.00 paid in cash on 2 Mar 2026')

    await app.call.payments.reverse({ key: newKey(), paymentId: byCard.id, reason: 'Wrong card' })

    const section = await sectionOf(sold.clientId)
    expect(section.paidWords).toBe('300.00 paid in cash on 2 Mar 2026, 500.00 not paid yet')
    expect(section).toMatchObject({ paidMinor: 80_000, refundedMinor: 50_000, dueMinor: 50_000 })
  })
})

describe('a package that is paid at each appointment', () => {
  it('has nothing prepaid, whatever is left of it, and values each visit at its fee', async () => {
    const service = await makeService(app)
    const sold = await makeClientPackage(app, {
      paymentStyle: 'eachAppointment',
      serviceIds: [service.id],
      feeMinor: minor(7_000),
      sessions: 4,
    })
    const visit = await book(app, {
      clientId: sold.clientId,
      serviceId: service.id,
      startsAt: '2026-03-03T10:00',
      clientPackageItemId: sold.itemId,
    })
    app.setNow('2026-03-03T11:00')
    await app.call.appointments.complete({ key: newKey(), id: visit.id })

    const section = await sectionOf(sold.clientId)
    expect(section).toMatchObject({ prepaid: false, paidWords: 'paid at each appointment', attendedMinor: 7_000, billedMinor: 7_000 })
    expect(section.prepaidAtEnd.valueMinor).toBe(0)
    expect(section.attended.map((v) => v.valueMinor)).toEqual([7_000])
  })
})
