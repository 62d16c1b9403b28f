// Later redemption: W15 with its figures, what it does to invoices and money, every refusal, and taking it back.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage, makePackage, makeService, makeTax, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
let anna: number
let physio: number
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T20:00' })
  anna = (await makeClient(app, { givenName: 'Anna', familyName: 'Lee' })).id
  physio = (await makeService(app, { name: 'Physio 45', priceMinor: minor(9_000) })).id
})

/** An attended visit at the regular fee, paid by card unless said otherwise. */
async function visitOn(day: string, { clientId = anna, serviceId = physio, paid = 9_000 } = {}) {
  app.setNow(`${day}T20:00`)
  const { id } = await book(app, { clientId, serviceId, startsAt: `${day}T10:00` })
  const done = await app.call.appointments.complete({ key: newKey(), id })
  const invoiceId = done.invoice!.id
  if (paid > 0) await app.call.payments.take({ key: newKey(), invoiceId, payments: [card(paid)], keepRestOnAccount: false })
  return { id, invoiceId }
}
/** On 16 March, not paid yet. */
async function buyRelax6(more: Parameters<typeof makeClientPackage>[1] = {}) {
  app.setNow('2026-03-16T20:00')
  return makeClientPackage(app, { clientId: anna, name: 'Relax 6', sessions: 6, serviceIds: [physio], priceMinor: minor(50_000), ...more })
}
type Sold = Awaited<ReturnType<typeof buyRelax6>>
const put = (p: Pick<Sold, 'clientPackageId'>, ...appointmentIds: number[]) =>
  app.call.clientPackages.redeemLater({ key: newKey(), id: p.clientPackageId, appointmentIds })
const takeOff = (p: Pick<Sold, 'clientPackageId'>, ...appointmentIds: number[]) =>
  app.call.clientPackages.undoRedeemLater({ key: newKey(), id: p.clientPackageId, appointmentIds })
const preview = (p: Pick<Sold, 'clientPackageId'>, ...appointmentIds: number[]) =>
  app.call.clientPackages.earlierVisits({ id: p.clientPackageId, appointmentIds })
const creditOf = async (clientId = anna) => (await app.call.clients.get({ id: clientId })).money[0]?.creditMinor
const invoice = (id: number) => app.call.invoices.get({ id })

describe('W15: two paid visits, a package bought afterwards', () => {
  async function tellTheStory() {
    const [first, second] = [await visitOn('2026-03-02'), await visitOn('2026-03-09')]
    const relax = await buyRelax6()
    return { first, second, relax }
  }

  it('says first what becomes of each invoice', async () => {
    const { first, second, relax } = await tellTheStory()
    expect(await preview(relax)).toMatchObject({
      visits: [
        { appointmentId: second.id, at: '2026-03-09T10:00', service: 'Physio 45', treated: 'Anna Lee' },
        { appointmentId: first.id, invoice: { number: 1001, totalMinor: 9_000, afterMinor: 0, creditMinor: 9_000, printed: false } },
      ],
      put: [],
      endBefore: 'No end',
      endAfter: 'No end',
    })
  })

  it('books and uses the first sessions as of today, adjusts both invoices, and puts the money on the account', async () => {
    const { first, second, relax } = await tellTheStory()
    expect((await put(relax, second.id, first.id)).creditMinor).toBe(18_000)
    const entries = await app.db
      .selectFrom('sessionEntries as e')
      .innerJoin('sessions as s', 's.id', 'e.sessionId')
      .innerJoin('appointments as a', 'a.id', 'e.appointmentId')
      .select(['s.number', 'e.move', 'e.effectiveOn', 'a.startsAt'])
      .orderBy('e.id')
      .execute()
    expect(entries.map((e) => [e.number, e.move, e.effectiveOn, e.startsAt.slice(0, 10)])).toEqual([
      [1, 'book', '2026-03-16', '2026-03-02'],
      [1, 'use', '2026-03-16', '2026-03-02'],
      [2, 'book', '2026-03-16', '2026-03-09'],
      [2, 'use', '2026-03-16', '2026-03-09'],
    ])
    for (const [{ invoiceId }, number] of [
      [first, 1001],
      [second, 1002],
    ] as const) {
      const after = await invoice(invoiceId)
      expect(after).toMatchObject({ number, totalMinor: 0, paidMinor: 0, state: 'paid' })
      expect(after.lines.map((l) => [l.kind, l.amountMinor, l.adjustmentReason])).toEqual([
        ['service', 9_000, null],
        ['adjustment', -9_000, 'Put on Relax 6'],
      ])
    }
    expect(await creditOf()).toBe(18_000)

    await app.call.payments.useCredit({ key: newKey(), invoiceId: relax.invoiceId })
    await app.call.payments.take({ key: newKey(), invoiceId: relax.invoiceId, payments: [card(32_000)], keepRestOnAccount: false })
    expect(await invoice(relax.invoiceId)).toMatchObject({ totalMinor: 50_000, paidMinor: 50_000 })
    const [section] = (
      await app.call.reports.statement({
        clientId: anna,
        from: '2026-01-01',
        through: '2026-12-31',
        clientPackageIds: null,
        showAmounts: true,
      })
    ).packages
    expect(section).toMatchObject({ attendedMinor: 16_668, prepaidAtEnd: { sessions: 4, valueMinor: 33_332 } })
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('is taken back: the sessions are free, the invoices ask again and are paid from the account', async () => {
    const { first, second, relax } = await tellTheStory()
    await put(relax, first.id, second.id)
    expect((await preview(relax)).put.map((v) => v.appointmentId)).toEqual([second.id, first.id])
    expect(await takeOff(relax, first.id)).toMatchObject({ dueMinor: 0, clientPackage: { items: [{ used: 1, remaining: 5 }] } })
    expect(await invoice(first.invoiceId)).toMatchObject({ totalMinor: 9_000, paidMinor: 9_000, state: 'paid' })
    expect(await creditOf()).toBe(9_000)
    await put(relax, first.id)
    expect(await creditOf()).toBe(18_000)
    await app.call.payments.useCredit({ key: newKey(), invoiceId: relax.invoiceId })
    expect((await takeOff(relax, second.id)).dueMinor).toBe(9_000)
    expect(await invoice(second.invoiceId)).toMatchObject({ totalMinor: 9_000, paidMinor: 0 })
    expect((await verify(app.db)).problems).toEqual([])
  })
})

it('carries the tax, and of an unpaid invoice only what it asks for changes', async () => {
  const tax = await makeTax(app, { rate: 13_000 })
  const taxed = (await makeService(app, { priceMinor: minor(9_000), taxIds: [tax.id] })).id
  const visit = await visitOn('2026-03-02', { serviceId: taxed, paid: 0 })
  const relax = await buyRelax6({ serviceIds: [taxed] })
  expect((await preview(relax)).visits).toMatchObject([{ invoice: { totalMinor: 10_170, afterMinor: 0, creditMinor: 0 } }])
  expect((await put(relax, visit.id)).creditMinor).toBe(0)
  expect(await invoice(visit.invoiceId)).toMatchObject({ totalMinor: 0, taxMinor: 0, netMinor: 0, dueMinor: 0 })
  await takeOff(relax, visit.id)
  expect(await invoice(visit.invoiceId)).toMatchObject({ totalMinor: 10_170, taxMinor: 1_170, dueMinor: 10_170 })
  expect((await verify(app.db)).problems).toEqual([])
})

it('on a package paid each appointment the agreed fee stays, and the rest goes to the account', async () => {
  const visit = await visitOn('2026-03-02')
  const back = await buyRelax6({ paymentStyle: 'eachAppointment', feeMinor: minor(8_000) })
  expect((await preview(back)).visits).toMatchObject([{ invoice: { totalMinor: 9_000, afterMinor: 8_000, creditMinor: 1_000 } }])
  expect((await put(back, visit.id)).creditMinor).toBe(1_000)
  expect(await invoice(visit.invoiceId)).toMatchObject({ totalMinor: 8_000, paidMinor: 8_000 })
  expect(await creditOf()).toBe(1_000)
  expect((await takeOff(back, visit.id)).dueMinor).toBe(0)
  expect(await invoice(visit.invoiceId)).toMatchObject({ totalMinor: 9_000, paidMinor: 9_000 })
  expect((await verify(app.db)).problems).toEqual([])
})

it('warns of a receipt that was printed or saved', async () => {
  const visit = await visitOn('2026-03-02')
  const relax = await buyRelax6()
  const file = {
    fileName: 'a.pdf',
    contentType: 'application/pdf',
    bytes: new Uint8Array(),
    invoice: { id: visit.invoiceId, clientIds: [anna] },
  }
  await app.call.documents.print({ documentId: app.documents.keep('owner', file) })
  expect((await preview(relax)).visits).toMatchObject([{ invoice: { printed: true } }])
})

it('says what becomes of an end that is counted from the first use', async () => {
  const visit = await visitOn('2026-03-02')
  const relax = await buyRelax6({ expiry: { kind: 'afterFirstUse', count: 90, unit: 'days' } })
  await book(app, { clientId: anna, serviceId: physio, startsAt: '2026-06-10T10:00', clientPackageItemId: relax.itemId })
  expect(await preview(relax, visit.id)).toMatchObject({
    endBefore: '8 Sep 2026',
    endAfter: '31 May 2026',
    outside: ['2026-06-10T10:00'],
  })
  expect((await put(relax, visit.id)).clientPackage.end).toBe('2026-05-31')
})

it('takes the sessions of whoever shares it too, under their cap', async () => {
  const leo = (await makeClient(app, { givenName: 'Leo' })).id
  const [first, second] = [await visitOn('2026-03-02', { clientId: leo }), await visitOn('2026-03-03', { clientId: leo })]
  const relax = await buyRelax6()
  await expectRefused(app, () => put(relax, first.id), 'clientPackage.notTheirs')
  const terms = { label: 'partner' as const, mayBook: false, mayFillForms: false, getsMessages: false }
  await app.call.clients.link({
    key: newKey(),
    clientId: anna,
    otherId: leo,
    other: { ...terms, sharing: { kind: 'all', cap: 1 } },
    client: { ...terms, sharing: { kind: 'none' } },
  })
  await expectRefused(app, () => put(relax, first.id, second.id), 'clientPackage.capReached')
  await put(relax, first.id)
  expect(await creditOf(leo)).toBe(9_000)
  expect((await verify(app.db)).problems).toEqual([])
})

describe('is refused, saving nothing,', () => {
  it('for what was not attended, stands on a package, is not covered or not there', async () => {
    const visit = await visitOn('2026-03-02')
    const other = await visitOn('2026-03-03', { serviceId: (await makeService(app)).id, paid: 0 })
    const relax = await buyRelax6()
    const open = await book(app, { clientId: anna, serviceId: physio, startsAt: '2026-03-16T10:00' })
    await expectRefused(app, () => put(relax, visit.id, open.id), 'appointment.notAttended')
    await expectRefused(app, () => put(relax, visit.id, other.id), 'clientPackage.notCovered')
    await expectRefused(app, () => put(relax, 999), 'call.notFound', { what: 'appointment' })
    await expectRefused(app, () => put({ clientPackageId: 999 }, visit.id), 'call.notFound', { what: 'package' })
    await put(relax, visit.id)
    await expectRefused(app, () => put(relax, visit.id), 'appointment.onPackage', { package: 'Relax 6' })
    await expectRefused(app, () => takeOff(relax, other.id), 'appointment.notPutLater')
    expect((await preview(relax)).visits).toEqual([])
  })

  it('when no session is left, on a day on hold, and on what was cancelled', async () => {
    const [first, second] = [await visitOn('2026-03-02'), await visitOn('2026-03-09')]
    const one = await buyRelax6({ sessions: 1 })
    await expectRefused(app, () => put(one, first.id, second.id), 'clientPackage.noneLeft')
    const held = await buyRelax6({ name: 'Relax 7' })
    await app.call.clientPackages.hold({
      key: newKey(),
      id: held.clientPackageId,
      fromDay: localDate('2026-03-17'),
      throughDay: localDate('2026-03-18'),
      reason: 'Away',
    })
    const third = await visitOn('2026-03-17')
    await expectRefused(app, () => put(held, third.id), 'clientPackage.notValidOn')
    await put(held, first.id)
    await app.call.clientPackages.cancel({
      key: newKey(),
      id: held.clientPackageId,
      reason: 'Moved away',
      visits: 'keep',
      way: 'none',
      refundMinor: minor(0),
      refundBy: 'card',
      books: 'outstanding',
    })
    await expectRefused(app, () => put(held, second.id), 'clientPackage.cancelled')
  })
})

it('puts a visit on the item with the fewest services that has one left, and draws from an unlimited one', async () => {
  const massage = (await makeService(app)).id
  const [first, second] = [await visitOn('2026-03-02'), await visitOn('2026-03-03')]
  app.setNow('2026-03-16T20:00')
  const item = (serviceIds: number[], quantity: number | null) => ({
    productId: null,
    services: serviceIds.map((serviceId) => ({ serviceId, feeMinor: null })),
    quantity,
    itemPriceMinor: minor(4_500),
  })
  const both = await makePackage(app, { priceMinor: minor(30_000), items: [item([physio, massage], null), item([physio], 1)] })
  const sold = await sellPackage(app, { clientId: anna, packageId: both.id, payments: [] })
  const { clientPackage } = await put(sold, first.id, second.id)
  expect(clientPackage.items.map((i) => i.used)).toEqual([1, 1])
  expect((await verify(app.db)).problems).toEqual([])
})

describe('a visit put on a package later that fell away and came back', () => {
  const call = () => app.call.appointments
  const undone = (id: number) => call().undoComplete({ key: newKey(), id })
  const completed = (id: number) => call().complete({ key: newKey(), id })
  const ways: [string, (id: number) => Promise<unknown>][] = [
    ['deleted and restored', async (id) => [await call().remove({ key: newKey(), id }), await call().restore({ key: newKey(), id })]],
    [
      'cancelled and taken back',
      async (id) => [
        await call().end({ key: newKey(), id, as: 'cancelled', session: 'return', reason: '' }),
        await call().undoEnd({ key: newKey(), id }),
      ],
    ],
    [
      'forfeited and taken back',
      async (id) => [
        await call().end({ key: newKey(), id, as: 'noShow', session: 'forfeit', reason: 'Did not come' }),
        await call().undoEnd({ key: newKey(), id }),
      ],
    ],
  ]
  const styles = [
    ['upfront', {}, 0],
    ['paid at each appointment', { paymentStyle: 'eachAppointment', priceMinor: minor(0), feeMinor: minor(8_000) }, 8_000],
  ] as const

  it.each(ways.flatMap(([way, back]) => styles.map(([style, terms, fee]) => ({ way, back, style, terms, fee }))))(
    '$way, $style, is as any visit on it: there is nothing to take off',
    async ({ back, terms, fee }) => {
      const p = await buyRelax6(terms)
      const visit = await visitOn('2026-03-16', { paid: 0 })
      await put(p, visit.id)
      await undone(visit.id)
      await back(visit.id)
      const { invoice: last, session } = await completed(visit.id)
      expect(session).toMatchObject({ clientPackageId: p.clientPackageId })
      expect(last).toMatchObject({ status: 'published', totalMinor: fee, dueMinor: fee })
      expect((await preview(p)).put).toEqual([])
      await expectRefused(app, () => takeOff(p, visit.id), 'appointment.notPutLater')
      expect((await app.call.clients.get({ id: anna })).money[0]?.balanceMinor).toBe(fee + (fee > 0 ? 0 : 50_000))
      expect((await verify(app.db)).problems).toEqual([])
    },
  )
})
