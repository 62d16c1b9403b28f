// Categories: arranged by hand, merged and deleted, with everything in them going where it was said.

import { describe, expect, it } from 'vitest'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { makePackage, makeProduct, makeService } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

async function withThree() {
  const app = await makeApp()
  const make = async (name: string) => (await app.call.catalog.saveCategory({ key: newKey(), id: null, name })).id
  return { app, ids: [await make('Physio'), await make('Massage'), await make('Yoga')] as [number, number, number] }
}
const names = async (app: TestApp) => (await app.call.catalog.listCategories()).map((c) => c.name)
const merge = (app: TestApp, id: number, intoId: number) => app.call.catalog.mergeCategories({ key: newKey(), id, intoId })
const remove = (app: TestApp, id: number) => app.call.catalog.removeCategory({ key: newKey(), id })

/** Two services, a product and a package, and a deleted package besides. */
async function fill(app: TestApp, categoryId: number) {
  const service = await makeService(app, { categoryId })
  await makeService(app, { categoryId, active: false })
  await makeProduct(app, { categoryId })
  const pack = await makePackage(app, { categoryId, serviceIds: [service.id] })
  const gone = await makePackage(app, { categoryId, serviceIds: [service.id] })
  await app.call.packages.remove({ key: newKey(), id: gone.id })
  return { service, pack, gone }
}
const FILLED = { services: 2, products: 1, packages: 1 }

describe('the order of categories', () => {
  it('is the practice’s own', async () => {
    const { app, ids } = await withThree()
    const [physio, massage, yoga] = ids
    await app.call.catalog.reorderCategories({ key: newKey(), seen: ids, order: [yoga, physio, massage] })
    expect(await names(app)).toEqual(['Yoga', 'Physio', 'Massage'])
  })

  it('is refused when the list changed meanwhile, or the order is not of these', async () => {
    const { app, ids } = await withThree()
    const [physio, massage, yoga] = ids
    const to = (order: number[], seen = ids as number[]) => app.call.catalog.reorderCategories({ key: newKey(), seen, order })
    for (const order of [
      [physio, massage],
      [physio, physio, massage],
      [physio, massage, 99],
    ])
      await expectRefused(app, () => to(order), 'order.changed', { what: 'categories' })
    await to([yoga, physio, massage])
    await expectRefused(app, () => to([massage, physio, yoga]), 'order.changed')
    await remove(app, yoga)
    await expectRefused(app, () => to([massage, physio, yoga], [yoga, physio, massage]), 'order.changed')
  })
})

describe('merging', () => {
  it('moves services, products and packages, deleted ones too, and says how many', async () => {
    const { app, ids } = await withThree()
    const [physio, massage] = ids
    const { service, pack, gone } = await fill(app, massage)
    await makeService(app, { categoryId: physio })
    expect(await app.call.catalog.countInCategories()).toEqual([
      { categoryId: physio, services: 1, products: 0, packages: 0 },
      { categoryId: massage, ...FILLED },
    ])

    expect(await merge(app, massage, physio)).toEqual(FILLED)
    expect(await names(app)).toEqual(['Physio', 'Yoga'])
    expect(await app.call.catalog.countInCategories()).toEqual([{ categoryId: physio, services: 3, products: 1, packages: 1 }])
    expect((await app.call.catalog.listServices()).find((s) => s.id === service.id)?.categoryId).toBe(physio)
    expect((await app.call.packages.get({ id: pack.id })).categoryId).toBe(physio)
    await app.call.packages.restore({ key: newKey(), id: gone.id })
    expect((await app.call.packages.list({ includeDeleted: false })).map((p) => p.categoryName)).toEqual(['Physio', 'Physio'])
  })

  it('gives the name free', async () => {
    const { app, ids } = await withThree()
    await merge(app, ids[1], ids[0])
    expect(await app.call.catalog.saveCategory({ key: newKey(), id: null, name: 'massage' })).toMatchObject({ name: 'massage' })
  })

  it('is refused into itself, and in a circle however long', async () => {
    const { app, ids } = await withThree()
    const [physio, massage, yoga] = ids
    await expectRefused(app, () => merge(app, physio, physio), 'category.mergedIntoItself')
    await merge(app, physio, massage)
    await expectRefused(app, () => merge(app, massage, physio), 'category.alreadyMerged', { category: 'Physio', into: 'Massage' })
    await merge(app, massage, yoga)
    await expectRefused(app, () => merge(app, yoga, physio), 'category.alreadyMerged', { category: 'Physio', into: 'Yoga' })
    await expectRefused(app, () => merge(app, yoga, massage), 'category.alreadyMerged', { category: 'Massage', into: 'Yoga' })
  })

  it('is refused from or into one that is gone or never was', async () => {
    const { app, ids } = await withThree()
    const [physio, massage, yoga] = ids
    await remove(app, yoga)
    for (const gone of [yoga, 999]) {
      await expectRefused(app, () => merge(app, physio, gone), 'call.notFound', { what: 'category' })
      await expectRefused(app, () => merge(app, gone, physio), 'call.notFound', { what: 'category' })
    }
    await merge(app, physio, massage)
    await expectRefused(app, () => merge(app, physio, massage), 'call.notFound', { what: 'category' })
  })

  it('can’t be written past the database: one that is merged away is deleted, and never into itself', async () => {
    const { app, ids } = await withThree()
    const write = (sql: string) => () => app.file.prepare(sql).run(ids[0])
    expect(write(`UPDATE categories SET mergedIntoId = 2 WHERE id = ?`)).toThrow('categories_mergedAway')
    expect(write(`UPDATE categories SET mergedIntoId = id, deletedAt = '2026-11-24T09:00:00.000Z' WHERE id = ?`)).toThrow(
      'categories_mergedAway',
    )
  })
})

describe('deleting', () => {
  it('leaves what it held without a category, and says how many', async () => {
    const { app, ids } = await withThree()
    const { pack } = await fill(app, ids[0])
    expect(await remove(app, ids[0])).toEqual(FILLED)
    expect(await names(app)).toEqual(['Massage', 'Yoga'])
    expect(await app.call.catalog.countInCategories()).toEqual([])
    expect((await app.call.packages.get({ id: pack.id })).categoryId).toBeNull()
    expect(await remove(app, ids[1])).toEqual({ services: 0, products: 0, packages: 0 })
  })

  it('is done once', async () => {
    const { app, ids } = await withThree()
    await remove(app, ids[0])
    await expectRefused(app, () => remove(app, ids[0]), 'call.notFound', { what: 'category' })
  })
})

it('a receptionist may look at categories and not change them', async () => {
  const { app, ids } = await withThree()
  const [physio, massage] = ids
  const desk = app.as('receptionist').catalog
  expect(await desk.countInCategories()).toEqual([])
  await expectRefused(app, () => desk.mergeCategories({ key: newKey(), id: physio, intoId: massage }), 'call.forbidden')
  await expectRefused(app, () => desk.removeCategory({ key: newKey(), id: physio }), 'call.forbidden')
  await expectRefused(app, () => desk.reorderCategories({ key: newKey(), seen: ids, order: ids.toReversed() }), 'call.forbidden')
})
