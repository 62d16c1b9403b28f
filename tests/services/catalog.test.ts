// What the practice offers: saved as it was given, names unique of their kind, links only to what exists.

import { describe, expect, it } from 'vitest'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'
import { makeProduct, makeService, makeTax } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

const saveCategory = (app: TestApp, name: string, read: { id: number | null; mark?: string } = { id: null }) =>
  app.call.catalog.saveCategory({ key: newKey(), id: read.id, mark: read.mark, name })

describe('services', () => {
  it('are saved with taxes, practitioners and category, and changed as a whole', async () => {
    const app = await makeApp()
    const { practitioner, secondPractitioner } = app.people
    const taxIds = [(await makeTax(app)).id, (await makeTax(app, { name: 'PST' })).id]
    const categoryId = (await saveCategory(app, 'Massage')).id
    const made = await makeService(app, {
      name: 'Relax',
      code: 'RX',
      taxIds,
      categoryId,
      practitionerIds: [secondPractitioner, practitioner, practitioner],
    })
    expect(made).toMatchObject({
      name: 'Relax',
      code: 'RX',
      taxIds,
      categoryId,
      practitionerIds: [practitioner, secondPractitioner].sort(),
    })

    const changed = { ...made, active: false, public: false, priceMinor: minor(0), taxIds: [taxIds[1]!], practitionerIds: [] }
    const saved = { ...changed, mark: expect.any(String) }
    expect(await app.call.catalog.saveService({ key: newKey(), ...changed })).toEqual(saved)
    expect(await app.as('practitioner').catalog.listServices()).toContainEqual(saved)
  })

  it('keep their own name, in other letters too', async () => {
    const app = await makeApp()
    const made = await makeService(app, { name: 'Relax' })
    expect(await app.call.catalog.saveService({ key: newKey(), ...made, name: 'RELAX' })).toMatchObject({ id: made.id, name: 'RELAX' })
  })

  it.each([
    ['CAFÉ', 'Cafe\u0301'],
    ['ÉLAN', 'élan'],
    ['ΜΑΣΆΖ', 'μασάζ'],
  ])('can’t be called %s and %s at once', async (one, other) => {
    const app = await makeApp()
    await makeService(app, { name: one })
    await expectRefused(app, () => makeService(app, { name: other }), 'name.taken', { what: 'service' })
  })

  it('take every name as the text it is', async () => {
    const app = await makeApp()
    for (const name of HOSTILE_NAMES) expect((await makeService(app, { name })).name).toBe(name.trim())
  })

  it('are refused with a category, tax or practitioner that is not there', async () => {
    const app = await makeApp()
    await expectRefused(app, () => makeService(app, { categoryId: 999 }), 'call.notFound', { what: 'category' })
    await expectRefused(app, () => makeService(app, { taxIds: [999] }), 'call.notFound', { what: 'tax' })
    await expectRefused(app, () => makeService(app, { practitionerIds: [999] }), 'call.notFound', { what: 'practitioner' })
    const made = await makeService(app)
    await expectRefused(app, () => app.call.catalog.saveService({ key: newKey(), ...made, id: 999, name: 'Other' }), 'call.notFound', {
      what: 'service',
    })
  })

  it('let go of people who see no clients', async () => {
    const app = await makeApp()
    expect(await makeService(app, { practitionerIds: [app.people.receptionist, app.people.practitioner] })).toMatchObject({
      practitionerIds: [app.people.practitioner],
    })
  })

  it.each([
    ['no name', { name: '' }],
    ['a price below zero', { priceMinor: minor(-1) }],
    ['half a cent', { priceMinor: 0.5 as never }],
    ['four minutes', { durationMinutes: 4 }],
    ['a break of five hours', { breakMinutes: 300 }],
  ])('are refused with %s', async (_what, wrong) => {
    const app = await makeApp()
    await expectRefused(app, () => makeService(app, wrong), 'call.badInput')
  })

  it.each(['receptionist', 'practitioner'] as const)('are not for a %s to change', async (role) => {
    const app = await makeApp()
    await expectRefused(app, () => makeService({ call: app.as(role), people: app.people }), 'call.forbidden')
  })
})

describe('products', () => {
  it('are saved and changed, with stock that may be below zero', async () => {
    const app = await makeApp()
    const tax = await makeTax(app)
    const made = await makeProduct(app, { name: 'Foam roller', taxIds: [tax.id, tax.id] })
    const changed = { ...made, stock: -2, taxIds: [], priceMinor: minor(1_999) }
    const saved = { ...changed, mark: expect.any(String) }

    expect(made.taxIds).toEqual([tax.id])
    expect(await app.call.catalog.saveProduct({ key: newKey(), ...changed })).toEqual(saved)
    expect(await app.call.catalog.listProducts()).toEqual([saved])
  })

  it('are refused with a taken name, or what is not there', async () => {
    const app = await makeApp()
    const made = await makeProduct(app, { name: 'Foam roller' })
    await expectRefused(app, () => makeProduct(app, { name: 'FOAM Roller' }), 'name.taken', { what: 'product', name: 'FOAM Roller' })
    await expectRefused(app, () => makeProduct(app, { taxIds: [999] }), 'call.notFound', { what: 'tax' })
    await expectRefused(app, () => makeProduct(app, { categoryId: 999 }), 'call.notFound', { what: 'category' })
    await expectRefused(app, () => app.call.catalog.saveProduct({ key: newKey(), ...made, id: 999, name: 'Other' }), 'call.notFound', {
      what: 'product',
    })
    await expectRefused(app, () => makeProduct({ call: app.as('receptionist'), people: app.people }), 'call.forbidden')
  })
})

describe('taxes', () => {
  it('are saved and changed, to a thousandth of a percent', async () => {
    const app = await makeApp()
    const made = await makeTax(app, { name: 'QST', rate: 9975 })
    const changed = { ...made, name: 'TVQ', active: false }
    const saved = { ...changed, mark: expect.any(String) }

    expect(await app.call.catalog.saveTax({ key: newKey(), ...changed })).toEqual(saved)
    expect(await app.as('receptionist').catalog.listTaxes()).toContainEqual(saved)
  })

  it('are refused above 100 %, by fractions, and where there is none', async () => {
    const app = await makeApp()
    await expectRefused(app, () => makeTax(app, { rate: 100_001 }), 'call.badInput')
    await expectRefused(app, () => makeTax(app, { rate: 9.975 }), 'call.badInput')
    await expectRefused(
      app,
      () => app.call.catalog.saveTax({ key: newKey(), id: 999, name: 'GST', rate: 1, active: true }),
      'call.notFound',
      { what: 'tax' },
    )
    await expectRefused(app, () => makeTax({ call: app.as('practitioner'), people: app.people }), 'call.forbidden')
  })
})

describe('categories', () => {
  it('are listed in the order they were made, and can be renamed', async () => {
    const app = await makeApp()
    const massage = await saveCategory(app, 'Massage')
    await saveCategory(app, 'Exercise')
    expect(await saveCategory(app, 'massage', massage)).toEqual({ ...massage, name: 'massage', mark: expect.any(String) })

    expect((await app.call.catalog.listCategories()).map((c) => c.name)).toEqual(['massage', 'Exercise'])
  })

  it('are refused with a taken name, or where there is none', async () => {
    const app = await makeApp()
    await saveCategory(app, 'Massage')
    const other = await saveCategory(app, 'Exercise')
    await expectRefused(app, () => saveCategory(app, 'MASSAGE'), 'name.taken', { what: 'category' })
    await expectRefused(app, () => saveCategory(app, 'Massage', other), 'name.taken')
    await expectRefused(app, () => saveCategory(app, 'Yoga', { id: 999 }), 'call.notFound', { what: 'category' })
    await expectRefused(app, () => app.as('receptionist').catalog.saveCategory({ key: newKey(), id: null, name: 'Yoga' }), 'call.forbidden')
  })
})
