// The rest of a package's terms through the door: how its price is split, instalments, delivery, top-ups; and what a sale copies.

import { describe, expect, test } from 'vitest'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makePackage, makeProduct, makeService, makeTax, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

type Fields = NonNullable<Parameters<typeof makePackage>[1]>
type Item = NonNullable<Fields['items']>[number]

const service = async (app: TestApp, name: string, price: number, taxIds: number[] = []) =>
  (await makeService(app, { name, priceMinor: minor(price), taxIds })).id
const physio = (serviceId: number, more: Partial<Item> = {}): Item => ({
  productId: null,
  services: [{ serviceId, feeMinor: null }],
  quantity: 6,
  itemPriceMinor: minor(9_000),
  ...more,
})
const money = (...amounts: number[]) => amounts.map((a) => minor(a))

test('every term is saved and read back as it was typed', async () => {
  const app = await makeApp()
  const [short, long] = [await service(app, 'Physio 45', 9_000), await service(app, 'Physio 60', 12_000)]
  const terms = {
    split: 'byHand',
    paymentStyle: 'instalments',
    instalments: { count: 3, every: 2, unit: 'weeks', firstAfterDays: 14 },
    frequency: { count: 2, unit: 'week' },
    country: 'CA',
    priceCredits: 12,
    selfService: true,
    priceMinor: minor(20_000),
  } as const
  const item = {
    quantity: 2,
    values: money(12_000, 8_000),
    topUpServiceIds: [long],
    delivery: 'online',
    medium: 'video',
    durationMinutes: 60,
    breakMinutes: 10,
    endsBy: 'practitioner',
    ending: 'exactEnd',
  } as const
  const saved = await makePackage(app, { ...terms, items: [physio(short, { ...item, topUpServiceIds: [long] })] })
  expect(saved).toMatchObject({ ...terms, items: [item] })
  const { locked: _l, deleted: _d, active: _a, position: _p, currency: _c, ...fields } = saved
  const again = await app.call.packages.save({
    key: newKey(),
    ...fields,
    split: 'equal',
    items: [{ ...saved.items[0]!, values: null, topUpServiceIds: [] }],
  })
  expect(again.items[0]).toMatchObject({ values: null, topUpServiceIds: [], breakMinutes: 10 })
})

test('terms that contradict each other are refused at the field, and nothing is saved', async () => {
  const app = await makeApp()
  const [short, long] = [await service(app, 'Physio 45', 9_000), await service(app, 'Physio 60', 12_000)]
  const belt = (await makeProduct(app)).id
  const product = { productId: belt, services: [], quantity: 1 }
  const plan = { count: 3, every: 1, unit: 'months', firstAfterDays: 0 } as const
  const at = (item: Partial<Item>): Fields => ({ items: [physio(short, item)] })
  const cases: [Fields, string, string][] = [
    [{ ...at({}), paymentStyle: 'instalments' }, 'instalments', 'Say in how many parts it is paid.'],
    [{ ...at({}), instalments: plan }, 'instalments', 'Only a package that is paid in instalments has a plan.'],
    [{ ...at({}), paymentStyle: 'instalments', instalments: { ...plan, count: 1 } }, 'instalments.count', 'At least 2.'],
    [{ ...at({}), paymentStyle: 'instalments', instalments: { ...plan, every: 0 } }, 'instalments.every', 'At least 1.'],
    [{ ...at({}), paymentStyle: 'eachAppointment', split: 'equal' }, 'split', 'What is paid at each appointment has no price to split.'],
    [at({ values: money(1, 2, 3, 4, 5, 6) }), 'split', 'Values of single sessions belong to the split by hand.'],
    [{ ...at({ values: money(50_000) }), split: 'byHand' }, 'items.0.values', 'Enter a value for each session.'],
    [{ ...at({}), split: 'byHand' }, 'items.0.values', 'Enter a value for each session.'],
    [{ ...at({}), country: 'XX' }, 'country', 'Choose a country of the list.'],
    [{ ...at({}), country: 'ca' }, 'country', 'Choose a country of the list.'],
    [{ ...at({}), priceCredits: 0 }, 'priceCredits', 'At least 1.'],
    [{ ...at({}), frequency: { count: 0, unit: 'week' } }, 'frequency.count', 'At least 1.'],
    [at({ medium: 'phone' }), 'items.0.medium', 'Only online sessions have a medium.'],
    [at({ delivery: 'online' }), 'items.0.medium', 'Choose audio, phone or video.'],
    [at({ topUpServiceIds: [short] }), 'items.0.topUpServiceIds', 'A service that is covered already needs no difference.'],
    [at({ topUpServiceIds: [long, long] }), 'items.0.topUpServiceIds', 'A service stands here twice.'],
    [at({ durationMinutes: 30, breakMinutes: 30 }), 'items.0.breakMinutes', 'The break is as long as the whole slot.'],
    [at({ ...product, topUpServiceIds: [long] }), 'items.0.topUpServiceIds', 'Only services can be booked by paying the difference.'],
    [at({ ...product, durationMinutes: 30 }), 'items.0.delivery', 'A product is handed over: it has no duration and no medium.'],
  ]
  for (const [fields, path, message] of cases)
    await expectRefused(app, () => makePackage(app, fields), 'call.badInput', { fields: [{ path, message }] })
})

test('a top-up that does not exist or is not offered, and a break as long as the service, are refused', async () => {
  const app = await makeApp()
  const short = await service(app, 'Physio 45', 9_000)
  const old = (await makeService(app, { name: 'Old 60', active: false })).id
  const items = (more: Partial<Item>) => ({ items: [physio(short, more)] })
  await expectRefused(app, () => makePackage(app, items({ topUpServiceIds: [9_999] })), 'call.notFound', { what: 'service' })
  await expectRefused(app, () => makePackage(app, items({ topUpServiceIds: [old] })), 'service.notOffered', { service: 'Old 60' })
  await expectRefused(app, () => makePackage(app, items({ breakMinutes: 45 })), 'package.breakTooLong', { service: 'Physio 45' })
})

test('a split by hand is the price to the cent; what unlimited items get is not part of it', async () => {
  const app = await makeApp()
  const id = await service(app, 'Physio 45', 9_000)
  const byHand = (values: number[], priceMinor: number, more: Item[] = []) =>
    makePackage(app, {
      split: 'byHand',
      priceMinor: minor(priceMinor),
      items: [physio(id, { quantity: values.length, values: money(...values) }), ...more],
    })
  await expectRefused(app, () => byHand([10_000, 9_500], 20_000), 'package.splitOff', { left: '5.00', over: false })
  await expectRefused(app, () => byHand([10_000, 10_001], 20_000), 'package.splitOff', { left: '0.01', over: true })
  expect((await byHand([10_000, 10_000], 20_000)).items[0]?.values).toEqual([10_000, 10_000])
  const unlimited = physio(id, { quantity: null, values: null })
  await expectRefused(app, () => byHand([10_000, 10_000], 20_000, [unlimited]), 'package.splitOff', { left: '20.00', over: true })
  expect((await byHand([10_000, 8_000], 20_000, [unlimited])).items[1]?.values).toBeNull()
})

describe('what is sold', () => {
  async function valuesOf(app: TestApp, terms: Fields, discountMinor = 0) {
    const { id } = await makePackage(app, terms)
    const sold = await sellPackage(app, {
      clientId: (await makeClient(app)).id,
      packageId: id,
      discount: discountMinor > 0 ? { kind: 'amount', amountMinor: minor(discountMinor), reason: 'Agreed' } : null,
    })
    const { items } = await app.call.clientPackages.get({ id: sold.clientPackageId })
    return items.map((i) => i.pips.map((p) => p.valueMinor))
  }

  test('W3: values by hand are the weights of what is charged', async () => {
    const app = await makeApp()
    const item = physio(await service(app, 'Physio 45', 9_000), { values: money(10_000, 10_000, 7_500, 7_500, 7_500, 7_500) })
    const terms: Fields = { split: 'byHand', priceMinor: minor(50_000), items: [item] }
    expect(await valuesOf(app, terms)).toEqual([[10_000, 10_000, 7_500, 7_500, 7_500, 7_500]])
    expect(await valuesOf(app, terms, 5_000)).toEqual([[9_000, 9_000, 6_750, 6_750, 6_750, 6_750]])
    expect(await valuesOf(app, terms, 5_001)).toEqual([[9_000, 8_999, 6_750, 6_750, 6_750, 6_750]])
  })

  test('W2 by list price, and the same charge in equal parts', async () => {
    const app = await makeApp()
    const items: Item[] = [
      physio(await service(app, 'Pelvic 60', 9_000), { quantity: 4 }),
      physio(await service(app, 'Massage 30', 6_000), { quantity: 2, itemPriceMinor: minor(6_000) }),
      { productId: (await makeProduct(app)).id, services: [], quantity: 1, itemPriceMinor: minor(6_000) },
    ]
    const priceMinor = minor(54_000)
    expect(await valuesOf(app, { priceMinor, items }, 4_000)).toEqual([[8_334, 8_333, 8_333, 8_333], [5_556, 5_555], [5_556]])
    expect(await valuesOf(app, { priceMinor, items, split: 'equal' }, 4_000)).toEqual([
      [7_143, 7_143, 7_143, 7_143],
      [7_143, 7_143],
      [7_142],
    ])
  })

  test('holds its own copy of frequency, delivery and top-ups', async () => {
    const app = await makeApp()
    const [short, long] = [await service(app, 'Physio 45', 9_000), await service(app, 'Physio 60', 12_000)]
    const item = {
      durationMinutes: 60,
      breakMinutes: 10,
      delivery: 'online',
      medium: 'phone',
      endsBy: 'practitioner',
      ending: 'exactEnd',
    } as const
    const { id } = await makePackage(app, {
      frequency: { count: 2, unit: 'week' },
      items: [physio(short, { ...item, topUpServiceIds: [long] })],
    })
    const { clientPackageId } = await sellPackage(app, { clientId: (await makeClient(app)).id, packageId: id })
    const one = { clientPackageId }
    expect(await app.db.selectFrom('clientPackages').selectAll().where('id', '=', clientPackageId).executeTakeFirst()).toMatchObject({
      frequencyCount: 2,
      frequencyUnit: 'week',
    })
    const copy = await app.db
      .selectFrom('clientPackageItems')
      .selectAll()
      .where('clientPackageId', '=', one.clientPackageId)
      .executeTakeFirstOrThrow()
    expect(copy).toMatchObject(item)
    expect(await app.db.selectFrom('clientPackageItemTopUps').selectAll().execute()).toEqual([
      { clientPackageItemId: copy.id, serviceId: long },
    ])
  })
})

test('the booking is told the length and the medium that the package gives each visit', async () => {
  const app = await makeApp()
  const [short, long] = [await service(app, 'Physio 45', 9_000), await service(app, 'Physio 60', 12_000)]
  const online = { durationMinutes: 50, delivery: 'online', medium: 'video', topUpServiceIds: [long] } as const
  const { id } = await makePackage(app, { items: [physio(short, { ...online, topUpServiceIds: [long] })] })
  const clientId = (await makeClient(app)).id
  await sellPackage(app, { clientId, packageId: id })
  const optionFor = async (serviceId: number) =>
    (await app.call.clientPackages.available({ clientId, serviceId, day: '2026-11-25', appointmentId: null })).options[0]
  expect(await optionFor(short)).toMatchObject({ slotMinutes: 50, note: expect.stringMatching(/^online by video, prepaid/) })
  expect((await optionFor(long))?.slotMinutes).toBeNull()
})

test('the desk is warned of a package that is meant for clients of another country', async () => {
  const app = await makeApp()
  const { country } = await app.call.settings.get()
  const warningsOf = async (meant: string | null, theirs: string | null = null) => {
    const { id } = await makePackage(app, { country: meant })
    const clientId = (await makeClient(app, { country: theirs })).id
    return (await app.call.clientPackages.quote({ clientId, packageId: id, discount: null })).warnings
  }
  expect(await warningsOf('AT')).toEqual(['It is meant for clients in Austria.'])
  expect(await warningsOf(country)).toEqual([])
  expect(await warningsOf(null)).toEqual([])
  expect(await warningsOf('AT', 'AT')).toEqual([])
  expect(await warningsOf(country, 'AT')).toHaveLength(1)
  expect(await warningsOf(null, 'AT')).toEqual([])
})

describe('W18: a longer service is booked on a package by paying the difference', () => {
  async function toppedUp(terms: Fields = {}) {
    const app = await makeApp()
    const tax = await makeTax(app, { name: 'HST', rate: 13_000 })
    const [short, long, other] = [
      await service(app, 'Physio 45', 9_000, [tax.id]),
      await service(app, 'Physio 60', 12_000, [tax.id]),
      await service(app, 'Massage 60', 11_000, [tax.id]),
    ]
    const { id } = await makePackage(app, {
      name: 'Relax 6',
      priceMinor: minor(50_000),
      items: [physio(short, { topUpServiceIds: [long], services: [{ serviceId: short, feeMinor: minor(8_000) }] })],
      ...terms,
    })
    const clientId = (await makeClient(app)).id
    const { clientPackageId } = await sellPackage(app, { clientId, packageId: id })
    const { items } = await app.call.clientPackages.get({ id: clientPackageId })
    const visit = { clientId, serviceId: long, startsAt: '2026-11-24T10:00', clientPackageItemId: items[0]!.id }
    const linesOf = async (invoiceId: number) =>
      (await app.call.invoices.get({ id: invoiceId })).lines.map((l) => ({ words: l.description, amount: l.amountMinor }))
    return { app, visit, other, clientPackageId, linesOf }
  }

  test('30.00 and 3.90 of tax are asked for; the session keeps its value', async () => {
    const { app, visit, clientPackageId, linesOf } = await toppedUp()
    const day = { clientId: visit.clientId, serviceId: visit.serviceId, day: '2026-11-24', appointmentId: null }
    const { options, preselected } = await app.call.clientPackages.available(day)
    expect(options).toMatchObject([{ covers: true, why: null, feeMinor: 3_390 }])
    expect(options[0]?.note).toMatch(/^difference to Physio 45, prepaid, invoice \d+$/)
    expect(preselected).toBe(visit.clientPackageItemId)

    const booked = await book(app, visit)
    expect(booked).toMatchObject({ session: { valueMinor: 8_334 }, invoice: { totalMinor: 3_390, status: 'draft' } })
    const done = await app.call.appointments.complete({ key: newKey(), id: booked.id })
    expect(done.invoice).toMatchObject({ totalMinor: 3_390, dueMinor: 3_390, status: 'published' })
    expect(await linesOf(done.invoice!.id)).toEqual([
      { words: expect.stringMatching(/^Physio 60, covered by Relax 6, 1 of 6, invoice \d+$/), amount: 0 },
      { words: 'Difference Physio 45 to Physio 60', amount: 3_000 },
    ])
    const { items } = await app.call.clientPackages.get({ id: clientPackageId })
    expect(items[0]).toMatchObject({ used: 1, remaining: 5 })
    expect(items[0]!.pips.reduce((t, p) => t + p.valueMinor, 0)).toBe(50_000)
  })

  test('a refund at the regular price leaves out what the difference paid already', async () => {
    const { app, visit, clientPackageId } = await toppedUp()
    const { id } = await book(app, visit)
    await app.call.appointments.complete({ key: newKey(), id })
    await app.call.payments.take({
      key: newKey(),
      invoiceId: (await app.call.clientPackages.get({ id: clientPackageId })).invoice!.id,
      payments: [card(50_000)],
      keepRestOnAccount: false,
    })
    const { ways } = await app.call.clientPackages.previewCancel({ id: clientPackageId, ownMinor: minor(0) })
    expect(ways.find((w) => w.way === 'regularPrice')?.counted).toEqual([{ what: 'used', amountMinor: 10_170 }]) // 90.00 and 13 %, though the visit's own price was 120.00
    expect(ways.find((w) => w.way === 'regularPrice')?.refundMinor).toBe(39_830)
  })

  test('the statement says on which invoice the difference stands', async () => {
    const { app, visit } = await toppedUp()
    const { id } = await book(app, visit)
    const done = await app.call.appointments.complete({ key: newKey(), id })
    const { clientId } = visit
    const period = { clientId, from: localDate('2026-11-01'), through: localDate('2026-11-30'), clientPackageIds: null, showAmounts: true }
    const { packages } = await app.call.reports.statement(period)
    expect(packages[0]?.attended).toMatchObject([
      { service: `Physio 60, difference on invoice ${done.invoice!.number}`, valueMinor: 8_334, position: 1 },
    ])
  })

  test('paid each appointment, the agreed fee of the covered service is asked for with it', async () => {
    const { app, visit, linesOf } = await toppedUp({ paymentStyle: 'eachAppointment', priceMinor: minor(0) })
    const booked = await book(app, visit)
    expect((await linesOf(booked.invoice!.id)).map((l) => l.amount)).toEqual([8_000, 3_000])
  })

  test('a visit that was not attended asks for no difference', async () => {
    const { app, visit, linesOf } = await toppedUp()
    const { id } = await book(app, visit)
    const ended = await app.call.appointments.end({ key: newKey(), id, as: 'noShow', session: 'forfeit', reason: 'Away' })
    expect((await linesOf(ended.invoice!.id)).map((l) => l.amount)).toEqual([0])
  })

  test('a service that is neither covered nor topped up is still refused', async () => {
    const { app, visit, other } = await toppedUp()
    await expectRefused(app, () => book(app, { ...visit, serviceId: other }), 'clientPackage.notCovered', { service: 'Massage 60' })
  })
})
