// The worked examples that go through the whole door, with their figures. R6 = "Relax 6": Physio 45 × 6, upfront 500.00, regular 90.00.

import { beforeEach, describe, expect, it } from 'vitest'
import { addMinutes, localDate, localDateTime } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makePackage, makeProduct, makeService, makeTax, sellPackage } from '../support/make.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})

const statement = (clientId: number, from = '2026-01-01', through = '2026-12-31') =>
  app.call.reports.statement({ clientId, from, through, clientPackageIds: null, showAmounts: true })

async function makeRelax6(more: { taxIds?: number[] } = {}) {
  const physio = await makeService(app, { name: 'Physio 45', priceMinor: minor(9_000), ...more })
  const relax = await makePackage(app, { name: 'Relax 6', sessions: 6, serviceIds: [physio.id], priceMinor: minor(50_000), ...more })
  return { physio, relax }
}

describe('W1: sale, use, late cancel, no-show, numbering', () => {
  async function tellTheStory() {
    const { physio, relax } = await makeRelax6()
    const anna = await makeClient(app, { givenName: 'Anna', familyName: 'Lee' })
    const sale = await sellPackage(app, { clientId: anna.id, packageId: relax.id, payments: [card(50_000)] })
    const itemId = (await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]!.id
    const visits: Record<string, number> = {}
    const bookOn = async (day: string) => {
      const made = await book(app, {
        clientId: anna.id,
        serviceId: physio.id,
        startsAt: `2026-03-${day}T10:00`,
        clientPackageItemId: itemId,
      })
      visits[day] = made.id
    }
    for (const day of ['03', '10', '17', '24', '31']) await bookOn(day)
    app.setNow('2026-03-03T11:00')
    await app.call.appointments.complete({ key: newKey(), id: visits['03']! })
    app.setNow('2026-03-10T08:00')
    await app.call.appointments.end({
      key: newKey(),
      id: visits['10']!,
      as: 'lateCancelled',
      session: 'forfeit',
      reason: 'Called an hour before',
    })
    app.setNow('2026-03-17T11:00')
    await app.call.appointments.end({ key: newKey(), id: visits['17']!, as: 'noShow', session: 'return', reason: '' })
    app.setNow('2026-03-24T11:00')
    await app.call.appointments.complete({ key: newKey(), id: visits['24']! })
    return { anna, sale, itemId, visits, bookOn }
  }

  it('moves each row as the ledger says and a new booking takes the freed third session', async () => {
    const { itemId, bookOn, visits } = await tellTheStory()
    const moves = async () =>
      (
        await app.db
          .selectFrom('sessionEntries as e')
          .innerJoin('sessions as s', 's.id', 'e.sessionId')
          .select(['s.number', 'e.move'])
          .where('s.clientPackageItemId', '=', itemId)
          .where('e.move', '<>', 'grant')
          .orderBy('e.id')
          .execute()
      ).map((e) => `${e.move} #${e.number}`)
    expect(await moves()).toEqual(['book #1', 'book #2', 'book #3', 'book #4', 'book #5', 'use #1', 'forfeit #2', 'return #3', 'use #4'])
    await bookOn('26')
    expect((await moves()).at(-1)).toBe('book #3')
    const counts = await Promise.all(
      ['03', '10', '17', '24', '26', '31'].map(async (day) => (await app.call.appointments.get({ id: visits[day]! })).session?.count),
    )
    expect(counts).toEqual([
      { position: 1, of: 6 },
      { position: 2, of: 6 },
      undefined,
      { position: 3, of: 6 },
      { position: 4, of: 6 },
      { position: 5, of: 6 },
    ])
  })

  it('numbers the invoices without gaps and says on each what covers it', async () => {
    const { sale, visits } = await tellTheStory()
    const first = sale.invoiceNumber
    const invoiceOf = async (day: string) => (await app.call.appointments.get({ id: visits[day]! })).invoice
    expect(await app.call.invoices.get({ id: sale.invoiceId })).toMatchObject({
      number: first,
      totalMinor: 50_000,
      paidMinor: 50_000,
      state: 'paid',
    })
    const words = async (day: string) => (await app.call.invoices.get({ id: (await invoiceOf(day))!.id })).words
    expect(await invoiceOf('03')).toMatchObject({ number: first + 1, totalMinor: 0 })
    expect(await app.call.appointments.get({ id: visits['03']! })).toMatchObject({ relatedInvoice: { number: first } })
    expect(await words('03')).toBe(`Physio 45, covered by Relax 6, 1 of 6, invoice ${first}`)
    expect(await invoiceOf('10')).toMatchObject({ number: first + 2, totalMinor: 0 })
    expect(await words('10')).toBe(`Physio 45, not attended, covered by Relax 6, 2 of 6, invoice ${first}`)
    expect(await invoiceOf('17')).toBeNull()
    expect(await invoiceOf('24')).toMatchObject({ number: first + 3, totalMinor: 0 })
  })

  it('shows what is left and states the values', async () => {
    const { anna, sale } = await tellTheStory()
    const relax = await app.call.clientPackages.get({ id: sale.clientPackageId })
    expect(relax.items[0]).toMatchObject({ remaining: 2, bookedAhead: 1, used: 2, forfeited: 1, total: 6 })
    const [section] = (await statement(anna.id)).packages
    expect(section).toMatchObject({
      attendedMinor: 16_667,
      notAttendedMinor: 8_334,
      paidMinor: 50_000,
      prepaidAtEnd: { sessions: 3, valueMinor: 24_999 },
    })
    expect(section!.attended.map((v) => [v.at.slice(0, 10), v.position, v.valueMinor])).toEqual([
      ['2026-03-03', 1, 8_334],
      ['2026-03-24', 3, 8_333],
    ])
    expect(section!.notAttended.map((v) => [v.position, v.status])).toEqual([[2, 'lateCancelled']])
  })
})

describe('W2: several items, discount, product', () => {
  it('deals the charge over the items and hands the belt over and back', async () => {
    const pelvic = await makeService(app, { name: 'Pelvic 60' })
    const massage = await makeService(app, { name: 'Massage 30' })
    const belt = await makeProduct(app, { name: 'Belt', stock: 3 })
    const bundle = await makePackage(app, {
      name: 'New-mother bundle',
      priceMinor: minor(54_000),
      items: [
        { productId: null, services: [{ serviceId: pelvic.id, feeMinor: null }], quantity: 4, itemPriceMinor: minor(9_000) },
        { productId: null, services: [{ serviceId: massage.id, feeMinor: null }], quantity: 2, itemPriceMinor: minor(6_000) },
        { productId: belt.id, services: [], quantity: 1, itemPriceMinor: minor(6_000) },
      ],
    })
    const client = await makeClient(app)
    const sold = await sellPackage(app, {
      clientId: client.id,
      packageId: bundle.id,
      discount: { kind: 'amount', amountMinor: minor(4_000), reason: 'Welcome' },
    })
    const values = async () =>
      (await app.call.clientPackages.get({ id: sold.clientPackageId })).items.map((i) => i.pips.map((p) => p.valueMinor))
    expect(await values()).toEqual([[8_334, 8_333, 8_333, 8_333], [5_556, 5_555], [5_556]])

    const beltItem = (await app.call.clientPackages.get({ id: sold.clientPackageId })).items[2]!
    const handed = await app.call.clientPackages.handOver({ key: newKey(), clientPackageItemId: beltItem.id })
    expect(handed.stock).toBe(2)
    expect((await app.call.clientPackages.get({ id: sold.clientPackageId })).items[2]).toMatchObject({ used: 1, remaining: 0 })
    await expect(app.call.clientPackages.handOver({ key: newKey(), clientPackageItemId: beltItem.id })).rejects.toMatchObject({
      code: 'clientPackage.allHandedOver',
    })
    expect(await app.call.clientPackages.undoHandOver({ key: newKey(), sessionId: handed.sessionId, reason: 'Wrong size' })).toEqual({
      stock: 3,
    })
    expect((await app.call.clientPackages.get({ id: sold.clientPackageId })).items[2]).toMatchObject({ used: 0, remaining: 1 })
    await expect(
      app.call.clientPackages.undoHandOver({ key: newKey(), sessionId: handed.sessionId, reason: 'Again' }),
    ).rejects.toMatchObject({ code: 'session.notHandedOver' })
  })

  it('gives an item at 0.00 no value', async () => {
    const physio = await makeService(app)
    const extra = await makeService(app)
    const item = (serviceId: number, quantity: number, price: number) => ({
      productId: null,
      services: [{ serviceId, feeMinor: null }],
      quantity,
      itemPriceMinor: minor(price),
    })
    const pack = await makePackage(app, { priceMinor: minor(30_000), items: [item(extra.id, 1, 0), item(physio.id, 4, 8_000)] })
    const sold = await sellPackage(app, { clientId: (await makeClient(app)).id, packageId: pack.id })
    const { items } = await app.call.clientPackages.get({ id: sold.clientPackageId })
    expect(items.map((i) => i.pips.map((p) => p.valueMinor))).toEqual([[0], [7_500, 7_500, 7_500, 7_500]])
  })
})

describe('W9: paid each appointment, 13 %', () => {
  it('invoices the agreed fee with each visit, charges a kept late cancellation, and owes nothing ahead', async () => {
    app.setNow('2026-02-02T09:00')
    const hst = await makeTax(app, { name: 'HST', rate: 13_000 })
    const physio = await makeService(app, { name: 'Physio 45', priceMinor: minor(9_000), taxIds: [hst.id] })
    const back6 = await makePackage(app, {
      name: 'Back 6',
      paymentStyle: 'eachAppointment',
      sessions: 6,
      serviceIds: [physio.id],
      feeMinor: minor(8_000),
      priceMinor: minor(48_000),
    })
    const client = await makeClient(app)
    const sale = await sellPackage(app, { clientId: client.id, packageId: back6.id })
    expect(await app.call.invoices.get({ id: sale.invoiceId })).toMatchObject({ totalMinor: 0, state: 'paid' })
    const itemId = (await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]!.id
    const visit = async (day: string) =>
      (await book(app, { clientId: client.id, serviceId: physio.id, startsAt: `2026-02-${day}T10:00`, clientPackageItemId: itemId })).id
    const [sixth, thirteenth, twentieth] = [await visit('06'), await visit('13'), await visit('20')]

    app.setNow('2026-02-06T11:00')
    const done = await app.call.appointments.complete({ key: newKey(), id: sixth })
    expect(done.invoice).toMatchObject({ number: sale.invoiceNumber + 1, totalMinor: 9_040 })
    expect(await app.call.appointments.get({ id: sixth })).toMatchObject({ relatedInvoice: { number: sale.invoiceNumber } })
    app.setNow('2026-02-13T11:00')
    await app.call.appointments.end({ key: newKey(), id: thirteenth, as: 'noShow', session: 'return', reason: '' })
    app.setNow('2026-02-20T09:30')
    expect(await app.call.appointments.previewEnding({ id: twentieth, as: 'lateCancelled' })).toMatchObject({
      isLate: true,
      feeMinor: 9_040,
      packageName: 'Back 6',
    })
    const late = await app.call.appointments.end({
      key: newKey(),
      id: twentieth,
      as: 'lateCancelled',
      session: 'forfeit',
      reason: 'Too late',
    })
    expect(late.invoice).toMatchObject({ number: sale.invoiceNumber + 2, totalMinor: 9_040 })
    expect((await app.call.invoices.get({ id: late.invoice!.id })).words).toBe(
      `Physio 45, not attended, Back 6, 2 of 6, invoice ${sale.invoiceNumber}`,
    )

    const card = await app.call.clientPackages.get({ id: sale.clientPackageId })
    expect(card.items[0]).toMatchObject({ remaining: 4, used: 1, forfeited: 1 })
    expect(card.toComeMinor).toBe(0)
    const [section] = (await statement(client.id)).packages
    expect(section).toMatchObject({
      attendedMinor: 8_000,
      notAttendedMinor: 8_000,
      taxMinor: 2_080,
      billedMinor: 18_080,
      prepaidAtEnd: { valueMinor: 0 },
    })
  })

  it('lowers the fees by a percentage and takes no other discount', async () => {
    const physio = await makeService(app)
    const back6 = await makePackage(app, {
      paymentStyle: 'eachAppointment',
      sessions: 6,
      serviceIds: [physio.id],
      feeMinor: minor(8_000),
      priceMinor: minor(0),
    })
    const clientId = (await makeClient(app)).id
    await expect(
      sellPackage(app, { clientId, packageId: back6.id, discount: { kind: 'amount', amountMinor: minor(100), reason: 'Family' } }),
    ).rejects.toMatchObject({ code: 'discount.percentOnly' })
    const { invoiceId } = await sellPackage(app, {
      clientId,
      packageId: back6.id,
      discount: { kind: 'percent', rate: 10_000, reason: 'Family' },
    })
    const [line] = (await app.call.invoices.get({ id: invoiceId })).lines
    expect(line).toMatchObject({ amountMinor: 0, discountReason: 'Family' })
    expect(line?.description).toMatch(/, paid at each appointment less 10 %$/)
    const { options } = await app.call.clientPackages.available({ clientId, serviceId: physio.id, day: '2026-03-03', appointmentId: null })
    expect(options).toMatchObject([{ feeMinor: 7_200, remaining: 6 }])
  })
})

describe('W10: unlimited upfront', () => {
  it('draws each visit from the pot until it is empty, and gives a cancelled one back', async () => {
    const chiro = await makeService(app, { priceMinor: minor(6_000) })
    const pack = await makePackage(app, {
      priceMinor: minor(30_000),
      items: [{ productId: null, services: [{ serviceId: chiro.id, feeMinor: null }], quantity: null, itemPriceMinor: minor(4_500) }],
    })
    const clientId = (await makeClient(app)).id
    const sale = await sellPackage(app, { clientId, packageId: pack.id })
    const itemId = (await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]!.id
    const ids: number[] = []
    for (let n = 0; n < 8; n++)
      ids.push(
        (
          await book(app, {
            clientId,
            serviceId: chiro.id,
            startsAt: addMinutes(localDateTime('2026-03-03T08:00'), n * 60),
            clientPackageItemId: itemId,
          })
        ).id,
      )
    const values = async () => (await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]!.pips.map((p) => p.valueMinor)
    expect(await values()).toEqual([4_500, 4_500, 4_500, 4_500, 4_500, 4_500, 3_000, 0])
    await app.call.appointments.end({ key: newKey(), id: ids[0]!, as: 'cancelled', session: null, reason: '' })
    expect(await values()).toEqual([4_500, 4_500, 4_500, 4_500, 4_500, 3_000, 0])
    expect((await app.call.clientPackages.get({ id: sale.clientPackageId })).toComeMinor).toBe(30_000)
    expect((await app.call.appointments.get({ id: ids[7]! })).session?.count).toEqual({ position: 7, of: null })
  })
})

describe('W11: after first use', () => {
  it('has no end before the first use, and asks before a booking moves the end before another visit', async () => {
    const physio = await makeService(app)
    const pack = await makePackage(app, {
      sessions: 6,
      serviceIds: [physio.id],
      expiry: { kind: 'afterFirstUse', count: 90, unit: 'days' },
    })
    const clientId = (await makeClient(app)).id
    const sale = await sellPackage(app, { clientId, packageId: pack.id })
    const card = () => app.call.clientPackages.get({ id: sale.clientPackageId })
    expect(await card()).toMatchObject({ end: null, endWords: '90 days after first use' })
    const clientPackageItemId = (await card()).items[0]!.id
    const on = (day: string) => ({ clientId, serviceId: physio.id, startsAt: `${day}T10:00`, clientPackageItemId })
    const first = await book(app, on('2026-03-10'))
    expect((await card()).end).toBe('2026-06-08')
    await book(app, on('2026-06-02'))

    await expect(book(app, on('2026-03-03'))).rejects.toMatchObject({
      code: 'clientPackage.endMoves',
      details: { end: '1 Jun 2026', outside: '2 Jun 2026' },
    })
    const early = await book(app, { ...on('2026-03-03'), confirmed: { outsideHours: false, endMoves: true } })
    expect((await card()).end).toBe('2026-06-01')
    await app.call.appointments.end({ key: newKey(), id: early.id, as: 'cancelled', session: null, reason: '' })
    expect((await card()).end).toBe('2026-06-08')

    app.setNow('2026-03-11T09:00')
    await app.call.appointments.end({ key: newKey(), id: first.id, as: 'noShow', session: 'return', reason: '' })
    expect((await card()).end).toBe('2026-08-31')
  })
})

describe('W16: a statement over a year’s end', () => {
  it('shows what was prepaid at the start, nothing paid, and what is left at the end', async () => {
    app.setNow('2025-11-03T09:00')
    const { physio, relax } = await makeRelax6()
    const clientId = (await makeClient(app)).id
    const sale = await sellPackage(app, { clientId, packageId: relax.id, payments: [card(50_000)] })
    const itemId = (await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]!.id
    for (const day of ['2025-11-10', '2025-11-17', '2026-01-12', '2026-01-19', '2026-01-26']) {
      app.setNow(`${day}T08:00`)
      const { id } = await book(app, { clientId, serviceId: physio.id, startsAt: `${day}T10:00`, clientPackageItemId: itemId })
      await app.call.appointments.complete({ key: newKey(), id })
    }
    const [section] = (await statement(clientId)).packages
    expect(section).toMatchObject({
      prepaidAtStart: { sessions: 4, valueMinor: 33_332 },
      paidMinor: 0,
      attendedMinor: 24_999,
      prepaidAtEnd: { sessions: 1, valueMinor: 8_333 },
    })
    expect(section!.attended.map((v) => v.position)).toEqual([3, 4, 5])
  })
})

describe('W18: return after the end', () => {
  it('expires the returned session together with the return', async () => {
    const physio = await makeService(app)
    const pack = await makePackage(app, {
      sessions: 2,
      serviceIds: [physio.id],
      priceMinor: minor(20_000),
      expiry: { kind: 'onDate', date: '2026-03-31' },
    })
    const clientId = (await makeClient(app)).id
    const sale = await sellPackage(app, { clientId, packageId: pack.id })
    const itemId = (await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]!.id
    const { id } = await book(app, { clientId, serviceId: physio.id, startsAt: '2026-03-31T10:00', clientPackageItemId: itemId })
    app.setNow('2026-04-01T09:00')
    expect(await app.call.appointments.previewEnding({ id, as: 'noShow' })).toMatchObject({ lapsesAtOnce: true })
    await app.call.appointments.end({ key: newKey(), id, as: 'noShow', session: 'return', reason: '' })
    expect((await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]).toMatchObject({
      remaining: 0,
      bookedAhead: 0,
      lapsed: 2,
    })
    const expired = await app.db.selectFrom('sessionEntries').select('effectiveOn').where('move', '=', 'expire').execute()
    expect(expired.every((e) => e.effectiveOn === localDate('2026-04-01'))).toBe(true)
  })
})
