// A client package gives way to a dearer one: W14 with its figures, what goes to the account, and taking it back.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { upgradeOf } from '../../shared/domain/transfers.ts'
import { taxOn } from '../../shared/domain/tax.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { card, makeClientPackage, makePackage, makeTax } from '../support/make.ts'
import { authorise, bookOn, makeBen, type Owned, relax6, shareWith, takeBack, transfer, valuesOf } from '../support/moving.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T21:00' })
})
const sound = async () => expect((await verify(app.db)).problems).toEqual([])

type Payments = Parameters<TestApp['call']['clientPackages']['upgrade']>[0]['payments']
const upgrade = (p: Pick<Owned, 'clientPackageId'>, packageId: number, payments: Payments = [], keepRestOnAccount = false) =>
  app.call.clientPackages.upgrade({ key: newKey(), id: p.clientPackageId, packageId, reason: 'Wants more', payments, keepRestOnAccount })

/** Relax 6, 565.00 with 13 % and paid, two used; Relax 10 at 800.00 beside it. */
async function w14({ used = 2, priceMinor = 80_000, payments = [card(56_500)] } = {}) {
  const tax = await makeTax(app, { name: 'HST', rate: 13_000 })
  const p = await relax6(app, { used, taxIds: [tax.id], payments })
  const relax10 = await makePackage(app, { name: 'Relax 10', serviceIds: [p.serviceId], priceMinor: minor(priceMinor), taxIds: [tax.id] })
  return { p, relax10, tax }
}
const creditOf = async (clientId: number) => (await app.call.clients.get({ id: clientId })).money[0]?.creditMinor

it('counts the value brought in as paid, where sessions may only be used as far as they are paid', async () => {
  const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
  await app.call.settings.update({ key: newKey(), ...settings, useBeforePaid: 'paidShare' })
  const { p, relax10 } = await w14()
  const { to } = await upgrade(p, relax10.id) // 527.35 to pay, and 333.32 with its tax, 376.65, brought in: 4 of 10
  const item = { ...p, itemId: to.items[0]!.id }
  const warning = async () => {
    const wanted = { clientId: p.clientId, serviceId: p.serviceId, day: localDate('2026-03-05'), appointmentId: null }
    const { options } = await app.call.clientPackages.available(wanted)
    return options.find((o) => o.clientPackageItemId === item.itemId)!.warning
  }
  for (const hour of [10, 11, 12, 13]) {
    expect(await warning()).toBeNull() // as it is allowed
    await bookOn(app, item, `2026-03-05T${hour}:00`)
  }
  expect(await warning()).toBe('4 of 10 sessions are paid so far, 527.35 is open')
  await expectRefused(app, () => bookOn(app, item, '2026-03-05T14:00'), 'clientPackage.unpaid', { package: 'Relax 10', allowed: 4 })
})

it('is refused when it comes to another amount than was shown, and saves nothing', async () => {
  const { p, relax10 } = await w14()
  const { valueMinor, totalMinor } = await app.call.clientPackages.previewUpgrade({ id: p.clientPackageId, packageId: relax10.id })
  await bookOn(app, p, '2026-03-05T10:00') // from another window
  const asShown = (shown: { valueMinor: number; totalMinor: number }) =>
    app.call.clientPackages.upgrade({
      key: newKey(),
      id: p.clientPackageId,
      packageId: relax10.id,
      shown: { valueMinor: minor(shown.valueMinor), totalMinor: minor(shown.totalMinor) },
      reason: 'Wants more',
      payments: [card(52_735)],
      keepRestOnAccount: false,
    })
  await expectRefused(app, () => asShown({ valueMinor, totalMinor }), 'upgrade.changed')
  expect((await asShown({ valueMinor: 24_999, totalMinor: 62_151 })).dueMinor).toBe(9_416)
})

it('says who may use the old one only, and what an insurer authorised for it', async () => {
  const { p, relax10 } = await w14()
  const ben = await makeBen(app)
  await shareWith(app, p, ben.id, 'this')
  await authorise(app, p)
  const preview = () => app.call.clientPackages.previewUpgrade({ id: p.clientPackageId, packageId: relax10.id })
  expect((await preview()).leaves).toEqual([
    'Ben Okafor may not use Relax 10 until it is shared with them under Linked clients.',
    'What Sun Mutual authorised stays with the old one: enter it again on Relax 10.',
  ])
  await shareWith(app, p, ben.id, 'all')
  expect((await preview()).leaves).toHaveLength(1)
})

describe('an upgrade (W14)', () => {
  it('is invoiced at the full price less the value of what was free, taxed on the difference', async () => {
    const { p, relax10 } = await w14()
    const { from, to, invoiceId, dueMinor } = await upgrade(p, relax10.id, [card(52_735)])
    const invoice = await app.call.invoices.get({ id: invoiceId })
    expect(invoice.lines.map((l) => [l.kind, l.description, l.amountMinor])).toEqual([
      ['package', expect.stringMatching(/^Relax 10 \(/), 80_000],
      ['moved', 'Value of 4 sessions of Relax 6', -33_332],
    ])
    expect([invoice.netMinor, invoice.taxMinor, invoice.totalMinor, invoice.state, dueMinor]).toEqual([46_668, 6_067, 52_735, 'paid', 0])
    expect(to).toMatchObject({ name: 'Relax 10', chargeMinor: 46_668, broughtInMinor: 33_332, totalMinor: 52_735 })
    expect(to.items[0]!.pips.map((pip) => pip.valueMinor)).toEqual(Array.from({ length: 10 }, () => 8_000))
    expect(to.cameFrom).toMatchObject([{ kind: 'upgrade', what: '4 sessions', name: 'Relax 6', valueMinor: 33_332 }])
    expect([from.state, from.items[0]!.total, from.toComeMinor]).toEqual(['used', 2, 0])
    expect(await valuesOf(app, p.clientPackageId)).toEqual({ used: 16_668, transferred: 33_332 })
    await sound()
  })

  it('is shown before it happens, with what stays on the old one', async () => {
    const { p, relax10 } = await w14()
    await bookOn(app, p, '2026-03-05T10:00')
    expect(await app.call.clientPackages.previewUpgrade({ id: p.clientPackageId, packageId: relax10.id })).toMatchObject({
      what: '3 sessions',
      valueMinor: 24_999,
      priceMinor: 80_000,
      lessMinor: 24_999,
      chargeMinor: 55_001,
      creditMinor: 0,
      taxes: [{ name: 'HST', rate: 13_000, taxMinor: 7_150 }],
      totalMinor: 62_151,
      valuePerSessionMinor: 8_000,
      booked: 1,
      oldDueMinor: 0,
      plan: [],
    })
  })

  it('can be paid later, in parts, or with more than is due when the rest stays on account', async () => {
    const { p, relax10 } = await w14()
    await expectRefused(app, () => upgrade(p, relax10.id, [card(60_000)]), 'payment.aboveDue', { due: '527.35' })
    const later = await upgrade(p, relax10.id)
    expect([later.dueMinor, later.to.dueMinor]).toEqual([52_735, 52_735])
    const back = await takeBack(app, later.transferId)
    expect(back.from.items[0]!.remaining).toBe(4)
    const more = await upgrade(p, relax10.id, [card(60_000)], true)
    expect([more.dueMinor, await creditOf(p.clientId)]).toEqual([0, 7_265])
    await sound()
  })

  it('to a cheaper one leaves nothing to pay; the surplus goes off the old invoice, with its tax, to the account', async () => {
    const { p, relax10 } = await w14({ priceMinor: 30_000 })
    const { to, from, dueMinor, transferId } = await upgrade(p, relax10.id)
    expect([dueMinor, to.chargeMinor, to.broughtInMinor, to.totalMinor]).toEqual([0, 0, 30_000, 0])
    const old = await app.call.invoices.get({ id: from.invoice!.id })
    expect(old.lines.at(-1)).toMatchObject({ kind: 'adjustment', amountMinor: -3_332, adjustmentReason: 'Upgraded to Relax 10' })
    expect([old.netMinor, old.taxMinor, old.totalMinor, old.paidMinor]).toEqual([46_668, 6_067, 52_735, 52_735])
    expect(await creditOf(p.clientId)).toBe(56_500 - 52_735)
    await sound()
    await takeBack(app, transferId)
    const again = await app.call.invoices.get({ id: from.invoice!.id })
    expect([again.totalMinor, again.paidMinor, await creditOf(p.clientId)]).toEqual([56_500, 56_500, 0])
    await sound()
  })

  it('with a surplus that was never paid only lowers what the old invoice asks for', async () => {
    const { p, relax10 } = await w14({ priceMinor: 30_000, payments: [] })
    const { from } = await upgrade(p, relax10.id)
    expect([from.totalMinor, from.dueMinor, await creditOf(p.clientId)]).toEqual([52_735, 52_735, 0])
    await sound()
  })

  it('of one that is paid in instalments goes on with the plan of what is still asked for; the new one has its own', async () => {
    const monthly = { count: 3, every: 1, unit: 'months' as const, firstAfterDays: 0 }
    const inThree = { paymentStyle: 'instalments' as const, instalments: monthly }
    const p = await relax6(app, { used: 1, payments: [], ...inThree })
    const small = await makePackage(app, { name: 'Small', serviceIds: [p.serviceId], priceMinor: minor(20_000) })
    const down = await upgrade(p, small.id)
    const planOf = async (invoiceId: number) => (await app.call.invoices.get({ id: invoiceId })).plan.map((part) => part.amountMinor)
    expect(await planOf(p.invoiceId)).toEqual([16_667, 11_667])
    await sound()
    await takeBack(app, down.transferId)
    expect(await planOf(p.invoiceId)).toEqual([16_667, 33_333])
    const large = await makePackage(app, { name: 'Large', serviceIds: [p.serviceId], priceMinor: minor(80_000), ...inThree })
    const up = await upgrade(p, large.id)
    expect(await planOf(up.invoiceId)).toEqual([12_778, 12_778, 12_778])
    await sound()
    await takeBack(app, up.transferId)
    await sound()
  })

  it('takes the pot of unlimited sessions along; nothing can be booked on the old one any more', async () => {
    const p = await makeClientPackage(app, { name: 'Chiro', sessions: null, priceMinor: minor(30_000) })
    await bookOn(app, p, '2026-03-05T10:00')
    const year = await makePackage(app, { name: 'Chiro year', sessions: null, serviceIds: [p.serviceId], priceMinor: minor(90_000) })
    const { transferId, from, to } = await upgrade(p, year.id)
    expect([to.chargeMinor, to.broughtInMinor, to.toComeMinor, from.toComeMinor]).toEqual([68_000, 22_000, 90_000, 8_000])
    await expectRefused(app, () => bookOn(app, p, '2026-03-06T10:00'), 'clientPackage.noneLeft')
    await sound()
    expect((await takeBack(app, transferId)).from.toComeMinor).toBe(30_000)
    await bookOn(app, p, '2026-03-06T10:00')
    await sound()
  })
})

describe('taking an upgrade back', () => {
  it('makes its invoice void, cancels the new package and gives what was paid to the account', async () => {
    const { p, relax10 } = await w14()
    const before = await valuesOf(app, p.clientPackageId)
    const { transferId, invoiceId } = await upgrade(p, relax10.id, [card(52_735)])
    const { from, to } = await takeBack(app, transferId)
    expect(await valuesOf(app, p.clientPackageId)).toEqual(before)
    expect([from.state, from.movedTo]).toEqual(['active', []])
    expect([to.state, to.toComeMinor]).toEqual(['cancelled', 0])
    expect(await app.call.invoices.get({ id: invoiceId })).toMatchObject({ state: 'void', paidMinor: 0 })
    expect(await creditOf(p.clientId)).toBe(52_735)
    await sound()
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.undone')
    await upgrade(p, relax10.id)
    await sound()
  })

  it('is refused once a session of the new package was booked, moved or taken off', async () => {
    const { p, relax10 } = await w14()
    const { transferId, to } = await upgrade(p, relax10.id)
    const mine = { clientId: p.clientId, serviceId: p.serviceId, itemId: to.items[0]!.id }
    const visit = await bookOn(app, mine, '2026-03-05T10:00')
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.touched', { package: 'Relax 10' })
    await app.call.appointments.remove({ key: newKey(), id: visit.id })
    const moved = await transfer(app, mine, (await makeBen(app)).id)
    await expectRefused(app, () => takeBack(app, transferId), 'transfer.touched')
    await takeBack(app, moved.transferId)
    await takeBack(app, transferId)
    await sound()
  })
})

describe('refuses, and saves nothing,', () => {
  it('what has no value to count, or no price to lower', async () => {
    const { p, relax10 } = await w14()
    const each = await makeClientPackage(app, { paymentStyle: 'eachAppointment', feeMinor: minor(8_000), clientId: p.clientId })
    await expectRefused(app, () => upgrade(each, relax10.id), 'upgrade.atVisits')
    const atVisits = await makePackage(app, { paymentStyle: 'eachAppointment', serviceIds: [p.serviceId], feeMinor: minor(8_000) })
    await expectRefused(app, () => upgrade(p, atVisits.id), 'upgrade.noPrice')
    await expectRefused(app, () => upgrade(p, 999), 'call.notFound')
    await expectRefused(app, () => upgrade({ clientPackageId: 999 }, relax10.id), 'call.notFound')
    await app.call.packages.deactivate({ key: newKey(), id: relax10.id })
    await expectRefused(app, () => upgrade(p, relax10.id), 'package.notForSale')
    await app.call.packages.activate({ key: newKey(), id: relax10.id })
    for (let hour = 8; hour < 12; hour++) await bookOn(app, p, `2026-03-06T${String(hour).padStart(2, '0')}:00`)
    await expectRefused(app, () => upgrade(p, relax10.id), 'upgrade.nothing')
  })

  it('a surplus where no invoice stands, and what has ended', async () => {
    const { p } = await w14()
    const small = await makePackage(app, { name: 'Small', serviceIds: [p.serviceId], priceMinor: minor(10_000) })
    const { to } = await transfer(app, p, (await makeBen(app)).id)
    await expectRefused(app, () => upgrade({ clientPackageId: to.id }, small.id), 'upgrade.noCredit', {
      package: 'Relax 6',
      rest: '66.66',
      asked: '0.00',
    })
    const past = await makePackage(app, {
      name: 'Past',
      serviceIds: [p.serviceId],
      expiry: { kind: 'onDate', date: localDate('2026-03-03') },
    })
    await app.call.clientPackages.setEnd({ key: newKey(), id: p.clientPackageId, end: localDate('2026-03-04'), reason: 'x' })
    app.setNow('2026-03-04T08:00')
    await expectRefused(app, () => upgrade(p, past.id), 'package.alreadyExpired')
    app.setNow('2026-03-05T08:00')
    await expectRefused(app, () => upgrade(p, small.id), 'clientPackage.notMovable')
  })
})

it('is taxed on the difference to the cent, whatever the value, the price and the taxes', () => {
  const amount = fc.integer({ min: 0, max: 500_000 }).map(minor)
  const rates = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 3 }).map((rs) => rs.map((rate, id) => ({ id, name: '', rate })))
  fc.assert(
    fc.property(amount, amount, rates, fc.boolean(), (value, price, taxes, includes) => {
      const u = upgradeOf(value, price, taxes, includes)
      const lines = [...u.full, ...u.less].reduce((t, x) => t + x.taxMinor, 0)
      expect(lines).toBe(taxOn(u.chargeMinor, taxes, includes))
      expect(u.lessMinor + u.creditMinor).toBe(value)
      expect(u.chargeMinor + u.lessMinor).toBe(price)
    }),
  )
})
