// Assigning a package without an invoice, and putting it on one later, with another charge or the same.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { Refusal } from '../../shared/errors.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makePackage, makeService, makeTax, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})
type Role = 'owner' | 'receptionist'
const relax6 = (fields: Parameters<typeof makePackage>[1] = {}) =>
  makePackage(app, { name: 'Relax 6', sessions: 6, priceMinor: minor(50_000), ...fields })
const terms = { validFrom: null, end: null }
async function assign(packageId: number, chargeMinor: number | null = null, reason = '', as: Role = 'owner') {
  const { id: clientId } = await makeClient(app)
  const input = { key: newKey(), clientId, packageId, chargeMinor: chargeMinor === null ? null : minor(chargeMinor), reason, terms }
  const { clientPackageId } = await app.as(as).clientPackages.assign(input)
  return { clientId, clientPackageId }
}
const read = (id: number) => app.call.clientPackages.get({ id })
const valuesOf = async (id: number) => (await read(id)).items.flatMap((i) => i.pips.map((pip) => pip.valueMinor))
const invoice = (id: number, chargeMinor: number, reason = '', as: Role = 'owner') =>
  app
    .as(as)
    .clientPackages.addToInvoice({ key: newKey(), id, chargeMinor: minor(chargeMinor), reason, payments: [], keepRestOnAccount: false })
const expectSound = async () => expect((await verify(app.db)).problems).toEqual([])

describe('assigning', () => {
  it('fixes the list price as the charge and deals it at once, without an invoice', async () => {
    const { clientPackageId } = await assign((await relax6()).id)
    const card = await read(clientPackageId)
    expect(card).toMatchObject({
      chargeMinor: 50_000,
      invoice: null,
      awaitsInvoice: true,
      dueMinor: 0,
      toComeMinor: 50_000,
      state: 'active',
    })
    expect(await valuesOf(clientPackageId)).toEqual([8_334, 8_334, 8_333, 8_333, 8_333, 8_333])
    await expectSound()
  })

  it('takes another charge with its reason; nothing is complimentary', async () => {
    const gift = await read((await assign((await relax6()).id, 0, 'Prize of the raffle')).clientPackageId)
    expect([gift.chargeMinor, gift.chargeReason, gift.toComeMinor]).toEqual([0, 'Prize of the raffle', 0])
    await expectSound()
  })

  it('of a package paid at each appointment charges nothing here', async () => {
    const service = await makeService(app)
    const pack = await makePackage(app, { paymentStyle: 'eachAppointment', serviceIds: [service.id], feeMinor: minor(8_000) })
    expect(await read((await assign(pack.id)).clientPackageId)).toMatchObject({ chargeMinor: 0, toComeMinor: 0 })
    await expectRefused(app, () => assignTo(pack.id, 100), 'charge.atVisits')
    await expectSound()
  })

  it('refuses without a reason, beyond the limit of discounts, and where every package has an invoice', async () => {
    const pack = await relax6()
    await makeClient(app)
    await expectRefused(app, () => assignTo(pack.id, 45_000), 'charge.reasonMissing')
    await expectRefused(app, () => assignTo(pack.id, 0, 'Friend', 'receptionist'), 'discount.aboveLimit')
    await expectRefused(app, () => assignTo(999), 'call.notFound')
    await app.call.packages.deactivate({ key: newKey(), id: pack.id })
    await expectRefused(app, () => assignTo(pack.id), 'package.notForSale')
    const { country: _c, currency: _m, pricesIncludeTax: _t, isSample: _s, ...settings } = await app.call.settings.get()
    await app.call.settings.update({ ...settings, key: newKey(), invoiceAlways: true })
    await expectRefused(app, () => assignTo(pack.id), 'sale.invoiceAlways')
  })
})

/** To a client who is there already, so that a refusal has nothing else to save. */
async function assignTo(packageId: number, chargeMinor: number | null = null, reason = '', as: Role = 'owner') {
  const { rows } = await app.call.clients.list({ search: '', page: 1, pageSize: 1 })
  return app.as(as).clientPackages.assign({
    key: newKey(),
    clientId: rows[0]?.id ?? 1,
    packageId,
    chargeMinor: chargeMinor === null ? null : minor(chargeMinor),
    reason,
    terms,
  })
}

describe('adding to an invoice', () => {
  it('publishes an invoice of the charge with its tax, and changes no value', async () => {
    const tax = await makeTax(app, { rate: 13_000 })
    const { clientPackageId } = await assign((await relax6({ taxIds: [tax.id] })).id)
    const before = await valuesOf(clientPackageId)
    expect(await app.call.clientPackages.previewInvoice({ id: clientPackageId, chargeMinor: minor(50_000) })).toMatchObject({
      totalMinor: 56_500,
      sessions: [],
    })
    expect(await invoice(clientPackageId, 50_000)).toMatchObject({ dueMinor: 56_500 })
    expect(await valuesOf(clientPackageId)).toEqual(before)
    expect(await read(clientPackageId)).toMatchObject({ awaitsInvoice: false, totalMinor: 56_500, dueMinor: 56_500 })
    await expectRefused(app, () => invoice(clientPackageId, 50_000), 'clientPackage.hasInvoice')
    await expectSound()
  })

  it('at another price deals what is not used anew, booked ones too, and says so before', async () => {
    const pack = await relax6()
    const { clientId, clientPackageId } = await assign(pack.id)
    const [item] = (await read(clientPackageId)).items
    const on = (startsAt: string) => book(app, { clientId, serviceId: item!.serviceIds[0]!, startsAt, clientPackageItemId: item!.id })
    const used = await on('2026-03-02T10:00')
    await app.call.appointments.complete({ key: newKey(), id: used.id })
    await on('2026-03-09T10:00')
    const preview = await app.call.clientPackages.previewInvoice({ id: clientPackageId, chargeMinor: minor(40_000) })
    expect(preview.sessions.map((s) => [s.number, s.state, s.afterMinor])).toEqual([
      [2, 'booked', 6_334],
      [3, 'available', 6_333],
      [4, 'available', 6_333],
      [5, 'available', 6_333],
      [6, 'available', 6_333],
    ])
    await invoice(clientPackageId, 40_000, 'Agreed')
    expect(await valuesOf(clientPackageId)).toEqual([8_334, 6_334, 6_333, 6_333, 6_333, 6_333])
    const { invoice: made } = await read(clientPackageId)
    const [line] = (await app.call.invoices.get({ id: made!.id })).lines
    expect(line).toMatchObject({ unitPriceMinor: 50_000, discountMinor: 10_000, discountReason: 'Agreed', amountMinor: 40_000 })
    await expectSound()
  })

  it('deals the pot of unlimited visits along', async () => {
    const { clientPackageId } = await assign((await makePackage(app, { sessions: null, priceMinor: minor(30_000) })).id)
    const preview = await app.call.clientPackages.previewInvoice({ id: clientPackageId, chargeMinor: minor(27_000) })
    expect(preview.pot).toEqual({ beforeMinor: 30_000, afterMinor: 27_000 })
    await invoice(clientPackageId, 27_000, 'Agreed')
    expect((await read(clientPackageId)).toComeMinor).toBe(27_000)
    await expectSound()
  })

  it('takes a payment, and keeps the reason given at the assignment', async () => {
    const { clientPackageId } = await assign((await relax6()).id, 45_000, 'Family')
    const sold = await app.call.clientPackages.addToInvoice({
      key: newKey(),
      id: clientPackageId,
      chargeMinor: minor(45_000),
      reason: '',
      payments: [card(45_000)],
      keepRestOnAccount: false,
    })
    expect(sold.dueMinor).toBe(0)
    expect((await app.call.invoices.get({ id: sold.invoiceId })).lines[0]).toMatchObject({ discountMinor: 5_000, discountReason: 'Family' })
  })

  it('refuses less than what was used is worth, another charge when all is used, and what has an invoice or is cancelled', async () => {
    const pack = await relax6({ sessions: 1, priceMinor: minor(9_000) })
    const { clientId, clientPackageId } = await assign(pack.id)
    const [item] = (await read(clientPackageId)).items
    const visit = await book(app, {
      clientId,
      serviceId: item!.serviceIds[0]!,
      startsAt: '2026-03-02T10:00',
      clientPackageItemId: item!.id,
    })
    await app.call.appointments.complete({ key: newKey(), id: visit.id })
    await expectRefused(app, () => invoice(clientPackageId, 8_000, 'Less'), 'charge.fixed')
    const six = await assign((await makePackage(app, { name: 'Six', sessions: 6 })).id)
    const [sixItem] = (await read(six.clientPackageId)).items
    const first = await book(app, {
      clientId: six.clientId,
      serviceId: sixItem!.serviceIds[0]!,
      startsAt: '2026-03-02T11:00',
      clientPackageItemId: sixItem!.id,
    })
    await app.call.appointments.complete({ key: newKey(), id: first.id })
    await expectRefused(app, () => invoice(six.clientPackageId, 10_000, 'Less'), 'charge.belowUsed', { least: '133.34' })
    await expectRefused(app, () => invoice(six.clientPackageId, 70_000), 'charge.reasonMissing')
    await expectRefused(app, () => invoice(six.clientPackageId, 40_000, 'Less', 'receptionist'), 'discount.aboveLimit')
    await expectRefused(app, () => invoice(999, 100), 'call.notFound')
    const sold = await sellPackage(app, { clientId, packageId: pack.id })
    await expectRefused(app, () => invoice(sold.clientPackageId, 9_000), 'clientPackage.hasInvoice')
    await app.db
      .updateTable('clientPackages')
      .set({ cancelledOn: (await read(six.clientPackageId)).purchasedOn, cancelReason: 'Moved' })
      .where('id', '=', six.clientPackageId)
      .execute()
    await expectRefused(app, () => invoice(six.clientPackageId, 80_000), 'clientPackage.cancelled')
    await expectSound()
  })
})

it('keeps the law of values at whatever charge it was assigned, used and invoiced', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<number | null>(1, 3, 6, null),
      fc.integer({ min: 0, max: 60_000 }),
      fc.integer({ min: 0, max: 60_000 }),
      fc.array(fc.constantFrom('book', 'complete', 'add', 'takeOff'), { maxLength: 6 }),
      async (sessions, charged, invoiced, steps) => {
        app = await makeApp({ now: '2026-03-02T07:00' })
        const { clientId, clientPackageId } = await assign(
          (await makePackage(app, { sessions, priceMinor: minor(50_000) })).id,
          charged,
          'Agreed',
        )
        const [item] = (await read(clientPackageId)).items
        for (const [i, step] of steps.entries()) {
          if (step === 'add' || step === 'takeOff')
            await app.call.clientPackages
              .adjust({ key: newKey(), clientPackageItemId: item!.id, change: { kind: step, count: 1 }, reason: 'Agreed' })
              .catch(() => null)
          else
            await book(app, {
              clientId,
              serviceId: item!.serviceIds[0]!,
              startsAt: `2026-03-02T${10 + i}:00`,
              clientPackageItemId: item!.id,
            })
              .then((visit) => (step === 'complete' ? app.call.appointments.complete({ key: newKey(), id: visit.id }) : null))
              .catch(() => null)
        }
        const preview = await app.call.clientPackages
          .previewInvoice({ id: clientPackageId, chargeMinor: minor(invoiced) })
          .catch((error: unknown) => error)
        const made = await invoice(clientPackageId, invoiced, 'Agreed').catch((error: unknown) => error)
        expect(made instanceof Refusal).toBe(preview instanceof Refusal)
        expect((await read(clientPackageId)).chargeMinor).toBe(made instanceof Refusal ? charged : invoiced)
        await expectSound()
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

it('is on the statement as what is not invoiced yet', async () => {
  const { clientId } = await assign((await relax6()).id)
  const statement = () =>
    app.call.reports.statement({
      clientId,
      from: localDate('2026-03-01'),
      through: localDate('2026-03-31'),
      clientPackageIds: null,
      showAmounts: true,
    })
  expect((await statement()).packages).toMatchObject([{ paidWords: 'not invoiced yet', dueMinor: 0, notInvoicedMinor: 50_000 }])
})
