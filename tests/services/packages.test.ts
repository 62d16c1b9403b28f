// Packages through the door: what can be defined, what is refused, and what is locked once one was sold.

import { expect, test } from 'vitest'
import { localDate } from '../../shared/dates.ts'
import { nameKeyOf } from '../../shared/name-key.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'
import {
  book,
  itemOf,
  makeClient,
  makeClientPackage,
  makePackage,
  makeProduct,
  makeService,
  makeTax,
  sellPackage,
} from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

type Saved = Awaited<ReturnType<TestApp['call']['packages']['get']>>

/** The input that saves a package again as it was read, with changes. */
const again = ({ locked: _l, deleted: _d, active: _a, position: _p, currency: _c, ...fields }: Saved, changes: Partial<Saved> = {}) => ({
  key: newKey(),
  ...fields,
  ...changes,
})

test('a package of several items is saved and read back as it was typed', async () => {
  const app = await makeApp()
  const massage = await makeService(app, { name: 'Massage 60' })
  const chiro = await makeService(app, { name: 'Chiro 30' })
  const belt = await makeProduct(app, { name: 'Support belt' })
  const tax = await makeTax(app)
  const items = [
    {
      productId: null,
      services: [
        { serviceId: massage.id, feeMinor: null },
        { serviceId: chiro.id, feeMinor: null },
      ],
      quantity: 20,
      itemPriceMinor: minor(7_000),
    },
    { productId: null, services: [{ serviceId: chiro.id, feeMinor: null }], quantity: null, itemPriceMinor: minor(4_000) },
    { productId: belt.id, services: [], quantity: 1, itemPriceMinor: minor(3_000) },
  ]
  const saved = await makePackage(app, {
    name: ' Family 20 ',
    items,
    taxIds: [tax.id, tax.id],
    expiry: { kind: 'afterPurchase', count: 8, unit: 'months' },
    validFrom: '2027-01-01',
    noShowRule: 'forfeit',
    description: 'For the whole family\nany weekday',
  })

  expect(await app.call.packages.get({ id: saved.id })).toEqual(saved)
  expect(saved).toMatchObject({
    name: 'Family 20',
    items,
    taxIds: [tax.id],
    currency: 'CAD',
    active: true,
    deleted: false,
    locked: false,
    position: 1,
    expiry: { kind: 'afterPurchase', count: 8, unit: 'months' },
    validFrom: '2027-01-01',
    noShowRule: 'forfeit',
    lateCancelRule: null,
    description: 'For the whole family\nany weekday',
  })
})

test('the list names the items, and counts sales and clients who have an active one', async () => {
  const app = await makeApp()
  const massage = await makeService(app, { name: 'Massage 60' })
  const chiro = await makeService(app, { name: 'Chiro 30' })
  const pool = [massage.id, chiro.id]
  const { id } = await makePackage(app, {
    name: 'Relax',
    sessions: 2,
    serviceIds: pool,
    expiry: { kind: 'afterPurchase', count: 30, unit: 'days' },
  })
  await makePackage(app, {
    name: 'Unsold',
    sessions: null,
    serviceIds: [chiro.id],
    paymentStyle: 'eachAppointment',
    feeMinor: minor(4_500),
  })
  const client = await makeClient(app)
  await sellPackage(app, { clientId: client.id, packageId: id })
  await sellPackage(app, { clientId: client.id, packageId: id })
  await sellPackage(app, { clientId: (await makeClient(app)).id, packageId: id })

  const [relax, unsold] = await app.call.packages.list({ includeDeleted: false })
  expect(relax).toMatchObject({
    name: 'Relax',
    sold: 3,
    clientsNow: 2,
    position: 1,
    items: [{ label: 'Any of Massage 60, Chiro 30', quantity: 2 }],
  })
  expect(unsold).toMatchObject({
    name: 'Unsold',
    sold: 0,
    clientsNow: 0,
    position: 2,
    items: [{ label: 'Chiro 30', quantity: null, firstFeeMinor: 4_500 }],
  })

  app.setNow('2026-12-25T09:00') // the day after the last valid one
  expect((await app.call.packages.list({ includeDeleted: false }))[0]).toMatchObject({ sold: 3, clientsNow: 0 })
})

test('a package that is used up counts no client any more', async () => {
  const app = await makeApp()
  const { clientId, packageId, itemId, serviceId } = await makeClientPackage(app, { sessions: 1 })
  const { id } = await book(app, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T10:00' })
  const clientsNow = async () => (await app.call.packages.list({ includeDeleted: false })).find((p) => p.id === packageId)?.clientsNow
  expect(await clientsNow()).toBe(1)
  await app.call.appointments.complete({ key: newKey(), id })
  expect(await clientsNow()).toBe(0)
})

test('everything can be changed while nobody bought it', async () => {
  const app = await makeApp()
  const saved = await makePackage(app)
  const other = await makeService(app)
  const items = [
    itemOf({ productId: null, services: [{ serviceId: other.id, feeMinor: minor(5_000) }], quantity: 6, itemPriceMinor: minor(6_000) }),
  ]
  const changed = await app.call.packages.save(
    again(saved, { name: 'Back 6', items, paymentStyle: 'eachAppointment', priceMinor: minor(0) }),
  )
  expect(changed).toMatchObject({ id: saved.id, name: 'Back 6', items, paymentStyle: 'eachAppointment', position: saved.position })
})

test('name, items and payment style are locked after the first sale, everything else is not', async () => {
  const app = await makeApp()
  const { packageId } = await makeClientPackage(app)
  const sold = await app.call.packages.get({ id: packageId })
  expect(sold.locked).toBe(true)
  const [item] = sold.items
  const refused = (changes: Partial<Saved>, fields: string) =>
    expectRefused(app, () => app.call.packages.save(again(sold, changes)), 'package.locked', { fields })

  await refused({ name: 'Another name' }, 'name')
  await refused({ paymentStyle: 'eachAppointment' }, 'payment style')
  await refused({ items: [{ ...item!, quantity: 11 }] }, 'items')
  await refused({ items: [{ ...item!, quantity: null }] }, 'items')
  await refused({ items: [...sold.items, item!] }, 'items')
  await refused(
    { name: 'X', items: [{ ...item!, services: [{ serviceId: (await makeService(app)).id, feeMinor: null }] }] },
    'name and items',
  )

  const changes: Partial<Saved> = {
    description: 'New words',
    priceMinor: minor(90_000),
    expiry: { kind: 'afterFirstUse', count: 90, unit: 'days' },
    noShowRule: 'ask',
    items: [{ ...item!, itemPriceMinor: minor(9_000) }],
  }
  expect(await app.call.packages.save(again(sold, changes))).toMatchObject(changes)
})

test('what was changed in another window meanwhile is not written over', async () => {
  const app = await makeApp()
  const { packageId: id } = await makeClientPackage(app)
  const read = await app.call.packages.get({ id })
  const mine = again(read, { notes: 'Mine' })
  const { mark } = read
  await app.call.packages.reorder({ key: newKey(), seen: [id], order: [id], moved: null })
  expect((await app.call.packages.get({ id })).mark).toBe(mark)

  const theirs = await app.call.packages.save(again(read, { description: 'Theirs' }))
  expect(theirs.mark).not.toBe(mark)
  await expectRefused(app, () => app.call.packages.save(mine), 'record.changed', { what: read.name, by: 'you in another window' })
  await expectRefused(app, () => app.call.packages.saveVersion(mine), 'record.changed')
  expect(await app.call.packages.save({ ...mine, description: 'Theirs', mark: theirs.mark })).toMatchObject({
    description: 'Theirs',
    notes: 'Mine',
  })

  const now = await app.call.packages.get({ id })
  await app.call.packages.setPrice({ key: newKey(), id, seenMinor: now.priceMinor, priceMinor: minor(70_000) })
  await expectRefused(app, () => app.call.packages.save(again(now)), 'record.changed')
})

test('a name is unique whatever its letters, and free again once its package is deleted', async () => {
  const app = await makeApp()
  const first = await makePackage(app, { name: 'Détente 10' })
  await expectRefused(app, () => makePackage(app, { name: 'DÉTENTE 10', serviceIds: [1] }), 'name.taken', {
    what: 'package',
    name: 'DÉTENTE 10',
  })
  await expectRefused(app, () => makePackage(app, { name: ' de\u0301tente 10', serviceIds: [1] }), 'name.taken')
  expect(nameKeyOf('DÉTENTE')).toBe(nameKeyOf('de\u0301tente'))
  expect((await app.call.packages.save(again(first, { name: 'détente 10' }))).name).toBe('détente 10')

  await app.call.packages.remove({ key: newKey(), id: first.id })
  const second = await makePackage(app, { name: 'Détente 10' })
  await expectRefused(app, () => app.call.packages.restore({ key: newKey(), id: first.id }), 'name.taken', { name: 'détente 10' })
  await app.call.packages.save(again(second, { name: 'Calm 10' }))
  expect((await app.call.packages.restore({ key: newKey(), id: first.id })).deleted).toBe(false)
})

test('what is missing or senseless is refused with the field that is wrong', async () => {
  const app = await makeApp()
  const item = { productId: null, services: [{ serviceId: 1, feeMinor: null }], quantity: 1, itemPriceMinor: minor(0) }
  const belt = await makeProduct(app)
  const cases: [Parameters<typeof makePackage>[1], string][] = [
    [{ name: '   ' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: 'a\u0007b' }, 'name'],
    [{ items: [] }, 'items'],
    [{ items: [{ ...item, quantity: 0 }] }, 'items.0.quantity'],
    [{ items: [item, { ...item, quantity: -3 }] }, 'items.1.quantity'],
    [{ items: [{ ...item, quantity: 1.5 }] }, 'items.0.quantity'],
    [{ items: [{ ...item, quantity: 1000 }] }, 'items.0.quantity'],
    [{ items: [{ ...item, itemPriceMinor: minor(-1) }] }, 'items.0.itemPriceMinor'],
    [{ items: [{ ...item, services: [] }] }, 'items.0.services'],
    [{ items: [{ ...item, services: [...item.services, ...item.services] }] }, 'items.0.services'],
    [{ items: [{ ...item, productId: belt.id }] }, 'items.0.services'],
    [{ items: [{ ...item, productId: belt.id, services: [], quantity: null }] }, 'items.0.quantity'],
    [{ priceMinor: minor(-100) }, 'priceMinor'],
    [{ priceMinor: 10.5 }, 'priceMinor'],
    [{ expiry: { kind: 'afterPurchase', count: 0, unit: 'days' } }, 'expiry.count'],
    [{ expiry: { kind: 'onDate', date: '2027-02-30' } }, 'expiry.date'],
    [{ validFrom: 'tomorrow' }, 'validFrom'],
    [{ paymentStyle: 'instalments' }, 'instalments'],
  ]
  for (const [fields, path] of cases) {
    const call = () => makePackage(app, { serviceIds: [1], ...fields })
    await expectRefused(app, call, 'call.badInput', { fields: expect.arrayContaining([expect.objectContaining({ path })]) })
  }
})

test('a date in the past is refused, unless it stood there before', async () => {
  const app = await makeApp()
  await expectRefused(app, () => makePackage(app, { serviceIds: [1], validFrom: '2026-11-23' }), 'package.dateInPast', {
    field: 'Valid from',
  })
  const past = () => makePackage(app, { serviceIds: [1], expiry: { kind: 'onDate', date: '2026-11-23' } })
  await expectRefused(app, past, 'package.dateInPast', { field: 'The end date' })

  const saved = await makePackage(app, { validFrom: '2026-11-24', expiry: { kind: 'onDate', date: '2026-11-24' } })
  app.setNow('2026-11-25T09:00')
  const offered = await app.call.packages.save(again(saved, { notes: 'Spring offer' }))
  expect(offered.notes).toBe('Spring offer')
  await expectRefused(app, () => app.call.packages.save(again(offered, { validFrom: localDate('2026-11-20') })), 'package.dateInPast')
})

test('a service or product that is not offered is refused on a new item and kept on an old one', async () => {
  const app = await makeApp()
  const service = await makeService(app, { name: 'Massage 30', active: false })
  const product = await makeProduct(app, { name: 'Old tape', active: false })
  const tape = { productId: product.id, services: [], quantity: 1, itemPriceMinor: minor(100) }
  await expectRefused(app, () => makePackage(app, { serviceIds: [service.id] }), 'service.notOffered', { service: 'Massage 30' })
  await expectRefused(app, () => makePackage(app, { items: [tape] }), 'product.notOffered', { product: 'Old tape' })

  const live = await makeService(app, { name: 'Massage 45' })
  const saved = await makePackage(app, { serviceIds: [live.id] })
  const { id, ...fields } = live
  await app.call.catalog.saveService({ key: newKey(), id, ...fields, active: false })
  expect((await app.call.packages.save(again(saved, { notes: 'still sold' }))).notes).toBe('still sold')
  await expectRefused(app, () => makePackage(app, { serviceIds: [live.id] }), 'service.notOffered')
})

test('what does not exist is refused', async () => {
  const app = await makeApp()
  const saved = await makePackage(app)
  const gone = 9_999
  const notFound = (call: () => Promise<unknown>, what: string) => expectRefused(app, call, 'call.notFound', { what })
  await notFound(() => makePackage(app, { serviceIds: [gone] }), 'service')
  await notFound(() => makePackage(app, { serviceIds: [1], categoryId: gone }), 'category')
  await notFound(() => makePackage(app, { serviceIds: [1], taxIds: [gone] }), 'tax')
  await notFound(() => makePackage(app, { items: [{ productId: gone, services: [], quantity: 1, itemPriceMinor: minor(1) }] }), 'product')
  await notFound(() => app.call.packages.save(again(saved, { id: gone })), 'package')
  await notFound(() => app.call.packages.get({ id: gone }), 'package')
  for (const verb of ['activate', 'deactivate', 'remove', 'restore'] as const)
    await notFound(() => app.call.packages[verb]({ key: newKey(), id: gone }), 'package')
})

test('a package is taken off sale, deleted and brought back as it was', async () => {
  const app = await makeApp()
  const { id } = await makePackage(app)
  const to = (verb: 'activate' | 'deactivate' | 'remove' | 'restore') => app.call.packages[verb]({ key: newKey(), id })
  const names = async (includeDeleted: boolean) => (await app.call.packages.list({ includeDeleted })).map((p) => p.id)

  expect(await to('deactivate')).toMatchObject({ active: false, deleted: false })
  expect(await to('deactivate')).toMatchObject({ active: false })
  expect(await to('activate')).toMatchObject({ active: true })
  expect(await to('remove')).toMatchObject({ active: false, deleted: true })
  expect(await to('remove')).toMatchObject({ deleted: true })
  expect([await names(false), await names(true)]).toEqual([[], [id]])
  await expectRefused(app, () => to('activate'), 'call.notFound', { what: 'package' })
  expect((await app.call.packages.get({ id })).deleted).toBe(true)
  expect(await to('restore')).toMatchObject({ active: true, deleted: false })
})

test('the desk may look at packages and not change them', async () => {
  const app = await makeApp()
  const { id } = await makePackage(app)
  for (const role of ['receptionist', 'practitioner'] as const) {
    expect((await app.as(role).packages.list({ includeDeleted: false })).length).toBe(1)
    await expectRefused(app, () => app.as(role).packages.remove({ key: newKey(), id }), 'call.forbidden')
    await expectRefused(app, () => makePackage({ ...app, call: app.as(role) }, { serviceIds: [1] }), 'call.forbidden')
  }
})

test('hostile names are kept as the text they are', async () => {
  const app = await makeApp()
  for (const name of HOSTILE_NAMES) {
    const { id } = await makePackage(app, { name, description: name, notes: name, serviceIds: [1] })
    expect(await app.call.packages.get({ id })).toMatchObject({ name, description: name, notes: name })
  }
  expect((await app.call.packages.list({ includeDeleted: false })).map((p) => p.name)).toEqual(HOSTILE_NAMES)
})

test('the audit keeps what a change changed', async () => {
  const app = await makeApp()
  const saved = await makePackage(app, { name: 'Relax 10' })
  await app.call.packages.save(again(saved, { name: 'Relax 12' }))
  const { procedure, payload } = await app.db
    .selectFrom('audit')
    .select(['procedure', 'payload'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(procedure).toBe('packages.save')
  expect(payload).toContain('Relax 10')
  expect(payload).toContain('Relax 12')
})
