// The package editor: bad input is marked at its field, and the summary works out what the terms come to.

import { describe, expect, it } from 'vitest'
import { productWords, slotMinutesOf, slotWords } from '../../renderer/screens/packages/editor/item-words.ts'
import { cataloguePriceOf, figuresOf, planToday, totalWithTax, valueRange } from '../../renderer/screens/packages/editor/package-figures.ts'
import {
  emptyPackage,
  errorsOf,
  inCurrency,
  inputOf,
  type ItemValues,
  newItem,
  type Package,
  type PackageValues,
  valuesOf,
} from '../../renderer/screens/packages/editor/package-form.ts'
import { SavePackage } from '../../shared/contract/packages.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'

const today = localDate('2026-11-21')
const KEY = '3f0f6f0e-2b1c-4a55-9a55-0a1b2c3d4e5f'
const physio = { id: 1, name: 'Physio 45', priceMinor: minor(9_000), durationMinutes: 45 }
const massage = { id: 2, name: 'Massage 30', priceMinor: minor(6_000), durationMinutes: 30 }
const belt = { id: 3, name: 'Support belt', priceMinor: minor(6_000) }
const catalog = { services: [physio, massage], products: [belt], taxes: [{ id: 1, name: 'GST', rate: 5_000 }] }

const item = (more: Partial<ItemValues> = {}): ItemValues => ({
  ...newItem(false),
  services: [{ serviceId: 1, feeMinor: null }],
  quantity: 6,
  itemPriceMinor: 9_000,
  ...more,
})
const relax = (more: Partial<PackageValues> = {}): PackageValues => ({
  ...emptyPackage([], 'CAD'),
  name: 'Relax 6',
  priceMinor: 50_000,
  items: [item()],
  ...more,
})
const errors = (more: Partial<PackageValues>, saved: Package | null = null) => errorsOf(relax(more), { today, currency: 'CAD' }, saved)

describe('the package editor', () => {
  it('finds nothing wrong with a whole package, and sends what the contract takes', () => {
    expect(errors({})).toEqual({})
    expect(SavePackage.parse(inputOf(relax(), null, KEY))).toMatchObject({
      name: 'Relax 6',
      priceMinor: 50_000,
      items: [{ quantity: 6, itemPriceMinor: 9_000 }],
    })
  })

  it('takes another currency with the same figures, and marks it where visits are paid one by one', () => {
    const split = {
      split: 'byHand' as const,
      items: [item({ quantity: 2, values: [30_001, null], services: [{ serviceId: 1, feeMinor: 8_049 }] })],
    }
    const yen = inCurrency(relax(split), 'JPY')
    expect(yen).toMatchObject({ currency: 'JPY', priceMinor: 500, items: [{ itemPriceMinor: 90, values: [300, null] }] })
    expect(yen.items[0]?.services).toEqual([{ serviceId: 1, feeMinor: 80 }])
    expect(inCurrency(yen, 'KWD')).toMatchObject({ currency: 'KWD', priceMinor: 500_000, items: [{ itemPriceMinor: 90_000 }] })
    const dollars = relax()
    expect(inCurrency(dollars, 'USD')).toEqual({ ...dollars, currency: 'USD' })

    expect(errors({ currency: 'USD' })).toEqual({})
    const each = { paymentStyle: 'eachAppointment' as const, items: [item({ services: [{ serviceId: 1, feeMinor: 8_000 }] })] }
    expect(errors({ ...each, currency: 'USD' })).toEqual({ currency: 'What is paid at each appointment is in CAD.' })
    expect(errors({ ...each, currency: 'CAD' })).toEqual({})
    expect(SavePackage.parse(inputOf(relax({ currency: 'USD' }), null, KEY)).currency).toBe('USD')
    expect(SavePackage.safeParse(inputOf(relax({ currency: 'usd' }), null, KEY)).error?.issues[0]).toMatchObject({
      path: ['currency'],
      message: 'Choose a currency of the list.',
    })
  })

  it('marks a missing name, a missing price and a missing item', () => {
    expect(errors({ name: '  ' })).toEqual({ name: 'Enter a name.' })
    expect(errors({ priceMinor: null })).toEqual({ priceMinor: 'Enter an amount.' })
    expect(errors({ items: [] })).toEqual({ items: 'Add at least one item.' })
  })

  it('marks an item without a service, with too few sessions or with a negative price', () => {
    expect(errors({ items: [newItem(false)] })).toEqual({ 'items.0.services': 'Choose a service.' })
    expect(errors({ items: [newItem(true)] })).toEqual({ 'items.0.services': 'Choose a product.' })
    expect(errors({ items: [item(), item({ quantity: 0 })] })).toEqual({ 'items.1.quantity': 'At least 1.' })
    expect(errors({ items: [item({ quantity: null })] })).toEqual({ 'items.0.quantity': 'At least 1.' })
    expect(errors({ items: [item({ itemPriceMinor: -100 })] })).toEqual({ 'items.0.itemPriceMinor': 'The amount can’t be below zero.' })
  })

  it('takes no part of a session, and reckons with the whole ones while it is typed', () => {
    const half = { items: [item({ quantity: 1.5 })] }
    expect(errors(half)).toEqual({ 'items.0.quantity': 'Enter a whole number.' })
    expect(errors({ items: [item({ quantity: -3 })] })).toEqual({ 'items.0.quantity': 'At least 1.' })
    expect(figuresOf(relax(half), catalog, false).sessions).toBe(1)
    const plan = { count: 2.5, every: 1, unit: 'months', firstAfterDays: 0 } as const
    expect(errors({ paymentStyle: 'instalments', instalments: plan })).toEqual({ 'instalments.count': 'Enter a whole number.' })
    expect(planToday(relax({ paymentStyle: 'instalments', instalments: plan }), minor(80_000), today)).toEqual([])
  })

  it('marks a negative package price', () => {
    expect(errors({ priceMinor: -1 })).toEqual({ priceMinor: 'The amount can’t be below zero.' })
  })

  it('wants the agreed fee of every service when paid with each appointment', () => {
    const pool = item({
      services: [
        { serviceId: 1, feeMinor: 8_000 },
        { serviceId: 2, feeMinor: null },
      ],
    })
    expect(errors({ paymentStyle: 'eachAppointment', priceMinor: null, items: [pool] })).toEqual({
      'items.0.services.1.feeMinor': 'Enter an amount.',
    })
  })

  it('marks a span of nothing, a missing date and a date in the past', () => {
    const expiry = { kind: 'afterPurchase', count: 8, unit: 'months', date: null } as const
    expect(errors({ expiry: { ...expiry, count: 0 } })).toEqual({ 'expiry.count': 'At least 1.' })
    expect(errors({ expiry: { ...expiry, count: null } })).toEqual({ 'expiry.count': 'At least 1.' })
    expect(errors({ expiry: { ...expiry, kind: 'onDate' } })).toEqual({ 'expiry.date': 'Enter a date.' })
    expect(errors({ expiry: { ...expiry, kind: 'onDate', date: '2026-11-20' } })).toEqual({ 'expiry.date': 'This date is in the past.' })
    expect(errors({ expiry: { ...expiry, kind: 'onDate', date: '2026-11-21' } })).toEqual({})
    expect(errors({ validFrom: '2026-01-01' })).toEqual({ validFrom: 'This date is in the past.' })
  })

  it('leaves a date alone that was saved when it still lay ahead', () => {
    const saved = {
      ...SavePackage.parse(inputOf(relax({ validFrom: '2026-03-01' }), 7, KEY)),
      id: 7,
      currency: 'CAD',
      active: true,
      deleted: false,
      position: 1,
      locked: true,
      mark: '',
    }
    expect(errorsOf(valuesOf(saved), { today, currency: 'CAD' }, saved)).toEqual({})
    expect(errorsOf({ ...valuesOf(saved), validFrom: '2026-03-02' }, { today, currency: 'CAD' }, saved)).toEqual({
      validFrom: 'This date is in the past.',
    })
  })

  it('keeps what was typed for a product apart from services, and never sends a product as unlimited', () => {
    const product = item({ isProduct: true, productId: 3, unlimited: true, quantity: 2, services: [] })
    expect(inputOf(relax({ items: [product] }), null, KEY).items).toMatchObject([
      { productId: 3, services: [], quantity: 2, itemPriceMinor: 9_000 },
    ])
  })
})

describe('the split by hand', () => {
  const byHand = (values: (number | null)[], more: Partial<PackageValues> = {}) => ({
    split: 'byHand' as const,
    priceMinor: 20_000,
    items: [item({ quantity: values.length, values })],
    ...more,
  })

  it('is not saved until the values are the price to the cent', () => {
    const wrong = { split: 'The values of the sessions do not add up to the price.' }
    expect(errors(byHand([12_000, 8_000]))).toEqual({})
    expect(errors(byHand([12_000, 7_999]))).toEqual(wrong)
    expect(errors(byHand([12_000, 8_001]))).toEqual(wrong)
    expect(errors(byHand([20_000, null]))).toEqual({ 'items.0.values.1': 'Enter an amount.' })
    expect(
      errors(byHand([1, 2], { paymentStyle: 'eachAppointment', items: [item({ services: [{ serviceId: 1, feeMinor: 1 }] })] })),
    ).toEqual({})
  })

  it('shows what is left, and starts from the item prices', () => {
    const figures = (values: (number | null)[]) => figuresOf(relax(byHand(values)), catalog, false)
    expect(figures([12_000, 7_500])).toMatchObject({ leftToDealMinor: 500, byItemPrice: [[10_000, 10_000]] })
    expect(figures([12_000, 9_000]).leftToDealMinor).toBe(-1_000)
    expect(figures([12_000, null]).leftToDealMinor).toBe(8_000)
    expect(valueRange(figures([12_000, 8_000]))).toEqual({ lowest: 8_000, highest: 12_000 })
  })

  it('sends the values of as many sessions as there are, and none with another split', () => {
    const values = [5_000, 15_000, 7_000]
    const sent = (more: Partial<PackageValues>) => inputOf(relax(more), null, KEY).items.map((i) => i.values)
    expect(sent({ split: 'byHand', items: [item({ quantity: 2, values }), item({ unlimited: true, values })] })).toEqual([
      [5_000, 15_000],
      null,
    ])
    expect(sent({ split: 'equal', items: [item({ quantity: 2, values })] })).toEqual([null])
  })
})

describe('the other terms', () => {
  const plan = { count: 3, every: 1, unit: 'months', firstAfterDays: 0 } as const

  it('plan the instalments of one sold today, in dates and amounts with tax', () => {
    const values = relax({ paymentStyle: 'instalments', instalments: plan, taxIds: [1] })
    const total = totalWithTax(figuresOf(values, catalog, false), false)
    expect(total).toBe(52_500)
    expect(planToday(values, total, today)).toEqual([
      { dueOn: '2026-11-21', amountMinor: 17_500 },
      { dueOn: '2026-12-21', amountMinor: 17_500 },
      { dueOn: '2027-01-21', amountMinor: 17_500 },
    ])
    for (const wrong of [{ count: null }, { count: 1 }, { count: 61 }, { every: 0 }, { every: 366 }, { firstAfterDays: null }])
      expect(planToday({ ...values, instalments: { ...plan, ...wrong } }, total, today)).toEqual([])
    expect(planToday({ ...values, paymentStyle: 'upfront' }, total, today)).toEqual([])
  })

  it('send a plan only of what is paid in instalments, and say what is wrong in it', () => {
    expect(inputOf(relax({ instalments: plan }), null, KEY).instalments).toBeNull()
    expect(inputOf(relax({ paymentStyle: 'instalments', instalments: plan }), null, KEY).instalments).toEqual(plan)
    expect(errors({ paymentStyle: 'instalments', instalments: { ...plan, count: null, every: 0 } })).toEqual({
      'instalments.count': 'At least 2.',
      'instalments.every': 'At least 1.',
    })
  })

  it('keep what was typed of online sessions and of a product’s delivery to themselves', () => {
    const sent = (more: Partial<ItemValues>) => inputOf(relax({ items: [item(more)] }), null, KEY).items[0]
    expect(sent({ delivery: 'online', medium: 'phone' })).toMatchObject({ delivery: 'online', medium: 'phone' })
    expect(sent({ delivery: 'inPerson', medium: 'phone' })).toMatchObject({ delivery: 'inPerson', medium: null })
    expect(
      sent({ isProduct: true, productId: 3, delivery: 'online', durationMinutes: 60, breakMinutes: 5, topUpServiceIds: [2] }),
    ).toMatchObject({
      delivery: 'inPerson',
      medium: null,
      durationMinutes: null,
      breakMinutes: null,
      topUpServiceIds: [],
    })
  })

  it('write a slot with its break as people read it', () => {
    expect(slotWords(60, 10)).toBe('60 (50 + 10) min')
    expect(slotWords(60, null)).toBe('60 min')
    expect(slotWords(60, 60)).toBeNull()
    expect(slotWords(null, 10)).toBeNull()
    expect(slotMinutesOf(item(), catalog.services)).toBe(45)
    expect(slotMinutesOf(item({ durationMinutes: 60 }), catalog.services)).toBe(60)
    const pool = [1, 2].map((serviceId) => ({ serviceId, feeMinor: null }))
    expect(slotMinutesOf(item({ services: pool }), catalog.services)).toBeNull()
  })

  it('say of a product what the shelf says', () => {
    expect(
      productWords({ stock: 12, priceMinor: minor(2_000), taxIds: [1] }, catalog.taxes, { currency: 'CAD', isOwnCurrency: true }),
    ).toBe('12 in stock · 20.00 each · GST 5 %')
    expect(productWords({ stock: -1, priceMinor: minor(0), taxIds: [] }, catalog.taxes, { currency: 'CAD', isOwnCurrency: true })).toBe(
      '-1 in stock · 0.00 each · no tax',
    )
    expect(productWords({ stock: 3, priceMinor: minor(2_000), taxIds: [] }, catalog.taxes, { currency: 'CAD', isOwnCurrency: false })).toBe(
      '3 in stock · 20.00 CAD each · no tax',
    )
  })
})

describe('the summary of a package', () => {
  it('gives figures while a count is being typed: an empty field, nothing, below nothing, or far too many', () => {
    for (const quantity of [null, 0, -3, 99_999_999_999]) {
      const figures = figuresOf(relax({ items: [item({ quantity }), item({ quantity: 2 })] }), catalog, false)
      expect(figures.askedMinor).toBe(50_000)
    }
    expect(figuresOf(relax({ items: [item({ quantity: null })] }), catalog, false).items[0]?.values).toEqual([])
  })

  it('deals the price over the sessions to the cent and says what discount it makes', () => {
    const figures = figuresOf(relax(), catalog, false)
    expect(figures).toMatchObject({ regularMinor: 54_000, askedMinor: 50_000, discountMinor: 4_000, discountRate: 7_407, potMinor: 0 })
    expect(figures.items).toEqual([
      {
        label: 'Physio 45',
        isProduct: false,
        quantity: 6,
        slot: null,
        values: [
          { valueMinor: 8_334, times: 2 },
          { valueMinor: 8_333, times: 4 },
        ],
      },
    ])
  })

  it('adds the taxes that were ticked', () => {
    expect(figuresOf(relax({ taxIds: [1] }), catalog, false).taxes).toMatchObject([{ name: 'GST', taxMinor: 2_500 }])
  })

  it('leaves the rest of the price to unlimited items', () => {
    const unlimited = item({ services: [{ serviceId: 2, feeMinor: null }], unlimited: true, quantity: 10, itemPriceMinor: 6_000 })
    const figures = figuresOf(
      relax({ items: [item({ quantity: 4, itemPriceMinor: 8_000 }), unlimited], priceMinor: 40_000 }),
      catalog,
      false,
    )
    expect(figures).toMatchObject({ potMinor: 8_000, hasLimited: true, discountMinor: 0 })
    expect(figures.items[1]).toEqual({ label: 'Massage 30', isProduct: false, quantity: null, slot: null, values: [] })
  })

  it('adds up the agreed fees when paid with each appointment, and no session has a value', () => {
    const figures = figuresOf(
      relax({ paymentStyle: 'eachAppointment', items: [item({ services: [{ serviceId: 1, feeMinor: 8_000 }] })] }),
      catalog,
      false,
    )
    expect(figures).toMatchObject({ regularMinor: 54_000, askedMinor: 48_000, discountMinor: 6_000, taxes: [] })
    expect(figures.items[0]?.values).toEqual([])
  })

  it('starts a pool with the highest catalogue price', () => {
    expect(cataloguePriceOf([1, 2], catalog.services)).toBe(9_000)
    expect(cataloguePriceOf([], catalog.services)).toBeNull()
  })
})
