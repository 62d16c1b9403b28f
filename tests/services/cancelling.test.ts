// Cancelling a client package: W4, W5, W6, W10 and W17 through the door, each with its figures, and taking it back.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { type Cancel, cancelIn, consumeIn, makeRelax6, type Sold, visitOn } from '../support/cancel.ts'
import { book, card, makeClient, makeClientPackage, makeProduct, makeService } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})

const cancel = (id: number, fields: Partial<Cancel> = {}) => cancelIn(app, id, fields)
const preview = (id: number, own = 0) => app.call.clientPackages.previewCancel({ id, ownMinor: minor(own) })
const refundsOf = async (id: number, own = 0) =>
  Object.fromEntries((await preview(id, own)).ways.map((w) => [w.way, [w.refundMinor, w.taxMinor]]))
const movesOf = async (itemId: number) =>
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
const clean = async () => expect((await verify(app.db)).problems).toEqual([])

const relax6 = (of: Parameters<typeof makeRelax6>[1]) => makeRelax6(app, of)
const visit = (p: Sold, at: string) => visitOn(app, p, at)
const consume = (p: Sold, how: Parameters<typeof consumeIn>[2]) => consumeIn(app, p, how)

describe('W5: two used, one forfeited, one booked, tax exclusive 13 %', () => {
  async function story() {
    const p = await relax6({ tax: 13_000, payments: 56_500 })
    await consume(p, { used: 2, forfeited: 1 })
    const booked = await visit(p, '2026-03-20T10:00')
    return { ...p, booked }
  }

  it('shows three ways side by side with the tax in each', async () => {
    const p = await story()
    expect(await refundsOf(p.clientPackageId, 20_000)).toEqual({
      none: [0, 0],
      unusedShare: [28_249, 3_250],
      regularPrice: [25_990, 2_990],
      ownAmount: [20_000, 2_301],
    })
    expect(await preview(p.clientPackageId)).toMatchObject({
      sessions: 3,
      valueMinor: 24_999,
      paidMinor: 56_500,
      usedCount: 2,
      forfeitedCount: 1,
      pieceCount: 0,
      elsewhere: null,
      ways: [
        { counted: [] },
        { counted: [{ what: 'used', amountMinor: 28_251 }] },
        { counted: [{ what: 'used', amountMinor: 30_510 }] },
        { counted: [] },
      ],
      visits: [{ id: p.booked.id, service: 'Physio 45' }],
    })
  })

  it('returns what is booked, lapses the rest, and settles the invoice with its tax', async () => {
    const p = await story()
    const relax = await cancel(p.clientPackageId, { refundMinor: minor(28_249) })
    expect(relax).toMatchObject({ state: 'cancelled', dueMinor: 0, paidMinor: 28_251, cancellation: { refundMinor: 28_249, lossMinor: 0 } })
    expect((await movesOf(p.itemId)).slice(-4)).toEqual(['return #4', 'cancel #4', 'cancel #5', 'cancel #6'])
    const invoice = await app.call.invoices.get({ id: p.invoiceId })
    expect(invoice).toMatchObject({ state: 'paid', totalMinor: 28_251, taxMinor: 3_250, dueMinor: 0 })
    expect(invoice.lines.at(-1)).toMatchObject({ kind: 'adjustment', amountMinor: -24_999, adjustmentReason: 'Moved away' })
    expect(invoice.payments.map((x) => [x.amountMinor, x.allocatedMinor])).toEqual([
      [56_500, 56_500],
      [-28_249, -28_249],
    ])
    const kept = await app.call.appointments.get({ id: p.booked.id })
    expect(kept).toMatchObject({ status: 'booked', session: null, invoice: { totalMinor: 10_170 } })
    await clean()
  })

  it('or leaves the invoice as it was, the rest marked as a loss that nobody is reminded of', async () => {
    const p = await story()
    await cancel(p.clientPackageId, { refundMinor: minor(28_249), books: 'outstanding', visits: 'cancel' })
    app.setNow('2026-06-01T09:00')
    expect(await app.call.invoices.get({ id: p.invoiceId })).toMatchObject({
      state: 'loss',
      totalMinor: 56_500,
      taxMinor: 6_500,
      paidMinor: 28_251,
      lossMinor: 28_249,
      dueMinor: 0,
    })
    expect(await app.call.appointments.get({ id: p.booked.id })).toMatchObject({ status: 'cancelled', session: null })
    await clean()
  })

  it('at the regular price keeps 19.99 more', async () => {
    const p = await story()
    await cancel(p.clientPackageId, { way: 'regularPrice', refundMinor: minor(25_990) })
    expect(await app.call.invoices.get({ id: p.invoiceId })).toMatchObject({ totalMinor: 30_510, taxMinor: 3_510, state: 'paid' })
    const statement = await app.call.reports.statement({
      clientId: p.clientId,
      from: localDate('2026-01-01'),
      through: localDate('2026-12-31'),
      clientPackageIds: null,
      showAmounts: true,
    })
    expect(statement.packages[0]).toMatchObject({
      attendedMinor: 16_668,
      notAttendedMinor: 8_333,
      paidMinor: 56_500,
      refundedMinor: 25_990,
      prepaidAtEnd: { sessions: 0, valueMinor: 0 },
    })
    await clean()
  })

  it('puts the money on the client’s account when that is chosen', async () => {
    const p = await story()
    await cancel(p.clientPackageId, { refundMinor: minor(28_249), refundBy: 'account' })
    expect((await app.call.clients.get({ id: p.clientId })).money[0]?.creditMinor).toBe(28_249)
    expect((await app.call.invoices.get({ id: p.invoiceId })).paidMinor).toBe(28_251)
    await clean()
  })
})

describe('W6 and W17: less was paid than the invoice asks', () => {
  it('3 used, 333.34 paid', async () => {
    const p = await relax6({ payments: 33_334 })
    await consume(p, { used: 3 })
    expect((await refundsOf(p.clientPackageId))['unusedShare']).toEqual([8_333, 0])
    await cancel(p.clientPackageId, { refundMinor: minor(8_333) })
    expect(await app.call.invoices.get({ id: p.invoiceId })).toMatchObject({ totalMinor: 25_001, paidMinor: 25_001, dueMinor: 0 })
    await clean()
  })

  it('3 used, 166.67 paid: bills what was used', async () => {
    const p = await relax6({ payments: 16_667 })
    await consume(p, { used: 3 })
    const { ways } = await preview(p.clientPackageId)
    expect(ways.find((w) => w.way === 'none')!.ends.map((e) => e.books)).toEqual(['billUsed', 'settled', 'outstanding'])
    await cancel(p.clientPackageId, { way: 'none', books: 'billUsed' })
    expect(await app.call.invoices.get({ id: p.invoiceId })).toMatchObject({ totalMinor: 25_001, dueMinor: 8_334, state: 'overdue' })
    await clean()
  })

  it('2 used, 166.67 paid: forgives the last cent', async () => {
    const p = await relax6({ payments: 16_667 })
    await consume(p, { used: 2 })
    await cancel(p.clientPackageId, { way: 'none', books: 'settled' })
    expect(await app.call.invoices.get({ id: p.invoiceId })).toMatchObject({ totalMinor: 16_667, dueMinor: 0, state: 'paid' })
    await clean()
  })

  it('closes the plan of instalments', async () => {
    const p = await relax6({ payments: 16_667 })
    await app.db
      .insertInto('instalments')
      .values({ invoiceId: p.invoiceId, position: 1, dueOn: localDate('2026-04-01'), amountMinor: minor(33_333), closedAt: null })
      .execute()
    await cancel(p.clientPackageId, { way: 'none', books: 'settled' })
    expect(await app.db.selectFrom('instalments').select('id').where('closedAt', 'is', null).execute()).toEqual([])
  })
})

it('W4: a pool of 20, five used by two people, at the unused share and at the regular prices', async () => {
  const massage = await makeService(app, { name: 'Massage 60', priceMinor: minor(9_000) })
  const chiro = await makeService(app, { name: 'Chiro 30', priceMinor: minor(4_500) })
  const p = await makeClientPackage(app, {
    name: 'Family 20',
    sessions: 20,
    serviceIds: [massage.id, chiro.id],
    priceMinor: minor(150_000),
    payments: [card(150_000)],
  })
  const services = [massage, massage, chiro, massage, chiro]
  for (const [i, service] of services.entries()) {
    const { id } = await book(app, {
      clientId: p.clientId,
      serviceId: service.id,
      startsAt: `2026-03-03T${10 + i}:00`,
      clientPackageItemId: p.itemId,
    })
    app.setNow('2026-03-03T17:00')
    await app.call.appointments.complete({ key: newKey(), id })
  }
  await book(app, { clientId: p.clientId, serviceId: massage.id, startsAt: '2026-03-20T10:00', clientPackageItemId: p.itemId })
  expect(await refundsOf(p.clientPackageId)).toMatchObject({ unusedShare: [112_500, 0], regularPrice: [114_000, 0] })
  await cancel(p.clientPackageId, { refundMinor: minor(112_500) })
  const moves = await movesOf(p.itemId)
  expect(moves.filter((m) => m.startsWith('return'))).toEqual(['return #6'])
  expect(moves.filter((m) => m.startsWith('cancel'))).toHaveLength(15)
  await clean()
})

it('W10: of an unlimited one the pot is refunded, and lapses', async () => {
  const chiro = await makeService(app, { name: 'Chiro', priceMinor: minor(6_000) })
  const p = await makeClientPackage(app, {
    name: 'Chiro, 3 months',
    priceMinor: minor(30_000),
    items: [{ productId: null, services: [{ serviceId: chiro.id, feeMinor: null }], quantity: null, itemPriceMinor: minor(4_500) }],
    payments: [card(30_000)],
  })
  await consume(p, { used: 4 })
  await visit(p, '2026-03-20T10:00')
  expect(await refundsOf(p.clientPackageId)).toMatchObject({ unusedShare: [12_000, 0], regularPrice: [6_000, 0] })
  const done = await cancel(p.clientPackageId, { refundMinor: minor(12_000) })
  expect(done).toMatchObject({ state: 'cancelled', toComeMinor: 0 })
  await clean()
})

it('a pot that went to another client counts as consumed, and no more once that was taken back', async () => {
  const p = await makeClientPackage(app, { sessions: null, priceMinor: minor(30_000), payments: [card(30_000)] })
  const ben = await makeClient(app)
  const to = { toClientId: ben.id, end: null, reason: 'For Ben' }
  const { transferId } = await app.call.clientPackages.transfer({ key: newKey(), clientPackageItemId: p.itemId, count: null, ...to })
  expect(await refundsOf(p.clientPackageId)).toMatchObject({ unusedShare: [0, 0] })
  await app.call.clientPackages.undoTransfer({ key: newKey(), transferId })
  expect(await refundsOf(p.clientPackageId)).toMatchObject({ unusedShare: [30_000, 0] })
})

it('a piece handed over counts as that, at what its product costs', async () => {
  const belt = await makeProduct(app, { name: 'Belt', priceMinor: minor(6_000) })
  const physio = await makeService(app)
  const p = await makeClientPackage(app, {
    priceMinor: minor(50_000),
    items: [
      { productId: null, services: [{ serviceId: physio.id, feeMinor: null }], quantity: 4, itemPriceMinor: minor(11_000) },
      { productId: belt.id, services: [], quantity: 1, itemPriceMinor: minor(6_000) },
    ],
    payments: [card(50_000)],
  })
  await app.call.clientPackages.handOver({ key: newKey(), clientPackageItemId: p.items[1]!.id })
  expect(await refundsOf(p.clientPackageId)).toMatchObject({ unusedShare: [44_000, 0], regularPrice: [44_000, 0] })
  const counts = { usedCount: 0, forfeitedCount: 0, pieceCount: 1 }
  expect(await preview(p.clientPackageId)).toMatchObject(counts)
  await cancel(p.clientPackageId, { way: 'unusedShare', refundMinor: minor(44_000), books: 'settled' })
  expect(await app.db.selectFrom('cancellations').selectAll().executeTakeFirst()).toMatchObject(counts)
})

it('what had expired counts apart from what was used, and gives nothing back', async () => {
  const p = await relax6({ payments: 50_000 })
  await consume(p, { used: 1 })
  await visit(p, '2026-03-20T10:00')
  await app.call.clientPackages.setEnd({ key: newKey(), id: p.clientPackageId, end: localDate('2026-03-10'), reason: 'Agreed' })
  app.setNow('2026-03-11T09:00')
  await app.system.backups.dailyOpening({ key: newKey(), day: localDate('2026-03-11') })
  expect((await preview(p.clientPackageId)).ways.find((w) => w.way === 'unusedShare')).toMatchObject({
    refundMinor: 8_334,
    counted: [
      { what: 'used', amountMinor: 8_334 },
      { what: 'lapsed', amountMinor: 33_332 },
    ],
  })
  await cancel(p.clientPackageId, { way: 'unusedShare', refundMinor: minor(8_334), books: 'settled' })
  const kept = { countedMinor: 41_666, lapsedMinor: 33_332, usedCount: 1 }
  expect(await app.db.selectFrom('cancellations').selectAll().executeTakeFirst()).toMatchObject(kept)
  await clean()
})

it('paid at each appointment there is no money to settle; the visits stay at the regular price', async () => {
  const physio = await makeService(app, { name: 'Physio 45', priceMinor: minor(9_000) })
  const p = await makeClientPackage(app, { sessions: 6, serviceIds: [physio.id], paymentStyle: 'eachAppointment', feeMinor: minor(8_000) })
  const booked = await visit(p, '2026-03-20T10:00')
  expect((await preview(p.clientPackageId)).ways.map((w) => w.ends.map((e) => e.books))).toEqual([
    ['unchanged'],
    ['unchanged'],
    ['unchanged'],
    ['unchanged'],
  ])
  await cancel(p.clientPackageId, { way: 'none', books: 'unchanged' })
  expect((await app.call.appointments.get({ id: booked.id })).invoice).toMatchObject({ totalMinor: 9_000 })
  await clean()
})

it('has no refund note where nothing was given back', async () => {
  const p = await relax6({ payments: 50_000 })
  const draw = () => app.call.reports.drawRefundNote({ clientPackageId: p.clientPackageId })
  await expectRefused(app, draw, 'call.notFound')
  await cancel(p.clientPackageId, { way: 'none', books: 'unchanged' })
  await expectRefused(app, draw, 'call.notFound')
})

describe('refusals', () => {
  it('more than was paid, other figures than were shown, twice: nothing is saved', async () => {
    const p = await relax6({ payments: 50_000 })
    await expectRefused(app, () => cancel(p.clientPackageId, { way: 'ownAmount', refundMinor: minor(50_001) }), 'refund.aboveReceived')
    await expectRefused(app, () => cancel(p.clientPackageId, { refundMinor: minor(49_999) }), 'refund.changed')
    await expectRefused(app, () => cancel(p.clientPackageId, { refundMinor: minor(50_000), books: 'billUsed' }), 'refund.changed')
    await expectRefused(app, () => cancel(999), 'call.notFound')
    expect((await preview(p.clientPackageId, 50_001)).ways.map((w) => w.way)).not.toContain('ownAmount')
    await cancel(p.clientPackageId, { refundMinor: minor(50_000) })
    await expectRefused(app, () => cancel(p.clientPackageId), 'clientPackage.cancelled')
    await expectRefused(app, () => preview(p.clientPackageId), 'clientPackage.cancelled')
  })

  it('a payment does not go back a second time, and a refund can’t be taken back', async () => {
    const p = await relax6({ payments: 50_000 })
    await cancel(p.clientPackageId, { way: 'ownAmount', refundMinor: minor(20_000), refundBy: 'cash' })
    const [paid, refund] = (await app.call.invoices.get({ id: p.invoiceId })).payments
    const reverse = (paymentId: number) => app.call.payments.reverse({ key: newKey(), paymentId, reason: 'Mistake' })
    await expectRefused(app, () => reverse(paid!.id), 'payment.refundedSince')
    await expectRefused(app, () => reverse(refund!.id), 'payment.isRefund')
  })
})
