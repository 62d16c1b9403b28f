// The list of packages as the practice arranges it: order by hand, categories, prices in the cell, and the figures of a row.

import { describe, expect, it } from 'vitest'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { makeClient, makeClientPackage, makePackage, makeService, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

const list = (app: TestApp) => app.call.packages.list({ includeDeleted: false })
const orderOf = async (app: TestApp) => (await list(app)).map((p) => p.id)
const rowOf = async (app: TestApp, id: number) => (await list(app)).find((p) => p.id === id)!
const makeCategory = async (app: TestApp, name: string) => (await app.call.catalog.saveCategory({ key: newKey(), id: null, name })).id

async function withThree(): Promise<{ app: TestApp; ids: [number, number, number] }> {
  const app = await makeApp()
  const service = await makeService(app)
  const make = async (name: string) => (await makePackage(app, { name, serviceIds: [service.id] })).id
  return { app, ids: [await make('Relax 10'), await make('Back 6'), await make('Family 20')] }
}
/** The next version of a package that was sold; its id. */
async function nextVersion(app: TestApp, id: number): Promise<number> {
  const { currency: _c, active: _a, deleted: _d, position: _p, locked: _l, ...terms } = await app.call.packages.get({ id })
  return (await app.call.packages.saveVersion({ key: newKey(), ...terms, notes: 'Next' })).id
}
const reorder = (
  app: TestApp,
  seen: number[],
  order: number[],
  moved: { id: number; from: number | null; to: number | null } | null = null,
) => app.call.packages.reorder({ key: newKey(), seen, order, moved })

it('tells since when a package is offered: since its first version', async () => {
  const app = await makeApp()
  const { packageId } = await makeClientPackage(app)
  const createdOn = async () => (await app.call.packages.list({ includeDeleted: false }))[0]?.createdOn
  const first = await createdOn()
  app.setNow('2026-12-24T09:00')
  await nextVersion(app, packageId)
  expect(first! < '2026-12-01').toBe(true)
  expect(await createdOn()).toBe(first)
})

describe('the order of packages', () => {
  it('is the practice’s own, and moving one back gives the one before', async () => {
    const { app, ids } = await withThree()
    const [relax, back, family] = ids
    expect(await orderOf(app)).toEqual(ids)
    await reorder(app, ids, [family, relax, back])
    expect(await orderOf(app)).toEqual([family, relax, back])
    await reorder(app, [family, relax, back], ids)
    expect(await orderOf(app)).toEqual(ids)
  })

  it('can change a package’s category on the way', async () => {
    const { app, ids } = await withThree()
    const [relax, back, family] = ids
    const massage = await makeCategory(app, 'Massage')
    await reorder(app, ids, [back, relax, family], { id: relax, from: null, to: massage })
    expect(await orderOf(app)).toEqual([back, relax, family])
    expect(await rowOf(app, relax)).toMatchObject({ categoryId: massage, categoryName: 'Massage' })
  })

  it('is refused when somebody else moved, made or deleted one meanwhile', async () => {
    const { app, ids } = await withThree()
    const [relax, back, family] = ids
    const stale = () => reorder(app, ids, [family, relax, back])
    await reorder(app, ids, [back, relax, family])
    await expectRefused(app, stale, 'order.changed', { what: 'packages' })
    await reorder(app, [back, relax, family], ids)
    await makePackage(app, { name: 'New one' })
    await expectRefused(app, stale, 'order.changed')
    await app.call.packages.remove({ key: newKey(), id: back })
    await expectRefused(app, stale, 'order.changed')
  })

  it('is refused when the package moved is in another category by now, or the category is gone', async () => {
    const { app, ids } = await withThree()
    const [relax, back, family] = ids
    const massage = await makeCategory(app, 'Massage')
    const move = () => reorder(app, ids, [back, relax, family], { id: relax, from: null, to: massage })
    await app.call.packages.setCategory({ key: newKey(), id: relax, categoryId: massage })
    await expectRefused(app, move, 'order.changed')
    await app.call.packages.setCategory({ key: newKey(), id: relax, categoryId: null })
    await app.call.catalog.removeCategory({ key: newKey(), id: massage })
    await expectRefused(app, move, 'call.notFound', { what: 'category' })
  })

  it('takes no order that leaves one out, doubles one or brings in a stranger', async () => {
    const { app, ids } = await withThree()
    const [relax, back] = ids
    for (const order of [[relax, back], [relax, back, back], [relax, back, 999], []])
      await expectRefused(app, () => reorder(app, ids, order), 'order.changed')
  })

  it('leaves a deleted package where it was, to come back there', async () => {
    const { app, ids } = await withThree()
    const [relax, back, family] = ids
    await app.call.packages.remove({ key: newKey(), id: back })
    await reorder(app, [relax, family], [family, relax])
    await app.call.packages.restore({ key: newKey(), id: back })
    expect(await orderOf(app)).toEqual([family, back, relax])
  })

  it('notes in the audit which packages changed place', async () => {
    const { app, ids } = await withThree()
    const [relax, back, family] = ids
    await reorder(app, ids, [back, relax, family])
    const { payload } = await app.db.selectFrom('audit').select('payload').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(JSON.parse(payload!)).toEqual([
      { record: 'packages', id: back, before: { position: 2 }, after: { position: 1 } },
      { record: 'packages', id: relax, before: { position: 1 }, after: { position: 2 } },
    ])
  })
})

describe('the price in the cell', () => {
  const setPrice = (app: TestApp, id: number, seenMinor: number, priceMinor: number) =>
    app.call.packages.setPrice({ key: newKey(), id, seenMinor: minor(seenMinor), priceMinor: minor(priceMinor) })

  it('is for later sales only: what was sold keeps its own', async () => {
    const app = await makeApp()
    const { id } = await makePackage(app, { priceMinor: minor(80_000) })
    const client = await makeClient(app)
    const sold = await sellPackage(app, { clientId: client.id, packageId: id })
    await setPrice(app, id, 80_000, 85_000)
    expect(await rowOf(app, id)).toMatchObject({ priceMinor: 85_000, cellMinor: 85_000, sold: 1 })
    expect(await app.call.clientPackages.get({ id: sold.clientPackageId })).toMatchObject({ chargeMinor: 80_000 })
    const later = await sellPackage(app, { clientId: client.id, packageId: id })
    expect(await app.call.clientPackages.get({ id: later.clientPackageId })).toMatchObject({ chargeMinor: 85_000 })
  })

  it('is the fee of every service where it is paid at each appointment, and stays the agreed one of those sold', async () => {
    const app = await makeApp()
    const services = [await makeService(app), await makeService(app)].map((s) => s.id)
    const { id } = await makePackage(app, {
      paymentStyle: 'eachAppointment',
      priceMinor: minor(0),
      serviceIds: services,
      feeMinor: minor(8_000),
    })
    expect((await rowOf(app, id)).cellMinor).toBe(8_000)
    await setPrice(app, id, 8_000, 7_500)
    const { items, priceMinor } = await app.call.packages.get({ id })
    expect(priceMinor).toBe(0)
    expect(items[0]!.services.map((s) => s.feeMinor)).toEqual([7_500, 7_500])
  })

  it('is refused where the fees differ, or the price is split by hand', async () => {
    const app = await makeApp()
    const [one, two] = [(await makeService(app)).id, (await makeService(app)).id]
    const services = [
      { serviceId: one, feeMinor: minor(8_000) },
      { serviceId: two, feeMinor: minor(6_000) },
    ]
    const item = { productId: null, services, quantity: 5, itemPriceMinor: minor(8_000) }
    const mixed = await makePackage(app, { name: 'Mixed', paymentStyle: 'eachAppointment', priceMinor: minor(0), items: [item] })
    expect((await rowOf(app, mixed.id)).cellMinor).toBeNull()
    await expectRefused(app, () => setPrice(app, mixed.id, 8_000, 7_000), 'package.feesDiffer', { package: 'Mixed' })

    const split = await makePackage(app, { name: 'Split' })
    app.file.prepare(`UPDATE packages SET split = 'byHand' WHERE id = ?`).run(split.id)
    expect((await rowOf(app, split.id)).cellMinor).toBeNull()
    await expectRefused(app, () => setPrice(app, split.id, 80_000, 70_000), 'package.splitByHand', { package: 'Split' })
  })

  it('is refused when another price stands there by now, and below zero', async () => {
    const app = await makeApp()
    const { id } = await makePackage(app, { name: 'Relax 10', priceMinor: minor(80_000) })
    await setPrice(app, id, 80_000, 85_000)
    await expectRefused(app, () => setPrice(app, id, 80_000, 90_000), 'package.priceChanged', { package: 'Relax 10', price: '850.00' })
    await expectRefused(app, () => setPrice(app, id, 85_000, -1), 'call.badInput')
  })

  it('is refused for a package that is deleted, replaced by its next version, or was never there', async () => {
    const app = await makeApp()
    const { id } = await makePackage(app)
    const { packageId: old } = await makeClientPackage(app)
    await nextVersion(app, old)
    await app.call.packages.remove({ key: newKey(), id })
    for (const gone of [id, old, 999]) {
      await expectRefused(app, () => setPrice(app, gone, 80_000, 1), 'call.notFound', { what: 'package' })
      await expectRefused(app, () => app.call.packages.setCategory({ key: newKey(), id: gone, categoryId: null }), 'call.notFound')
    }
  })
})

describe('the category in the cell', () => {
  it('is set and taken away, for every version of the package', async () => {
    const app = await makeApp()
    const massage = await makeCategory(app, 'Massage')
    const { packageId: old } = await makeClientPackage(app)
    const id = await nextVersion(app, old)
    const categories = async () => [(await app.call.packages.get({ id: old })).categoryId, (await app.call.packages.get({ id })).categoryId]
    await app.call.packages.setCategory({ key: newKey(), id, categoryId: massage })
    expect(await categories()).toEqual([massage, massage])
    await app.call.packages.setCategory({ key: newKey(), id, categoryId: null })
    expect(await categories()).toEqual([null, null])
    await expectRefused(app, () => app.call.packages.setCategory({ key: newKey(), id, categoryId: 99 }), 'call.notFound', {
      what: 'category',
    })
  })
})

describe('the figures of a row', () => {
  it('count every version: how often it was sold, when last, and who has an active one', async () => {
    const { app, ids } = await withThree()
    const [relax, back, never] = ids
    const [anna, ben] = [(await makeClient(app)).id, (await makeClient(app)).id]
    app.setNow('2026-10-01T09:00')
    await sellPackage(app, { clientId: anna, packageId: relax })
    const next = await nextVersion(app, relax)
    app.setNow('2026-11-24T09:00')
    await sellPackage(app, { clientId: anna, packageId: next })
    await sellPackage(app, { clientId: ben, packageId: next })

    expect(await orderOf(app)).toEqual([next, back, never])
    expect(await rowOf(app, next)).toMatchObject({ sold: 3, clientsNow: 2, lastSoldOn: '2026-11-24' })
    expect(await rowOf(app, never)).toMatchObject({ sold: 0, clientsNow: 0, lastSoldOn: null })
  })
})
