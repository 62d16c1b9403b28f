// The list of packages: what the filters leave, how it is sorted and grouped, and how a package is put into words.

import { describe, expect, it } from 'vitest'
import { itemsWords, type PackageRow, paidWords, priceWords } from '../../renderer/components/package-words.ts'
import {
  grouped,
  isArrangeable,
  matching,
  NO_CATEGORY,
  PackagesSearch,
  sorted,
} from '../../renderer/screens/packages/list/packages-search.ts'
import { moneyIn } from '../../renderer/components/use-money.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'

const row = (more: Partial<PackageRow>): PackageRow => ({
  id: 1,
  name: 'Relax 10',
  description: '',
  categoryId: 1,
  categoryName: 'Physiotherapy',
  position: 1,
  active: true,
  deleted: false,
  priceMinor: minor(80_000),
  cellMinor: minor(80_000),
  currency: 'CAD',
  paymentStyle: 'upfront',
  expiry: { kind: 'afterPurchase', count: 8, unit: 'months' },
  expiryKind: 'afterPurchase',
  items: [{ label: 'Physio 45', quantity: 10, itemPriceMinor: minor(9_000), firstFeeMinor: null }],
  clientsNow: 38,
  sold: 112,
  lastSoldOn: localDate('2026-11-20'),
  createdOn: localDate('2026-01-05'),
  ...more,
})
const money = moneyIn('CAD')
const found = (rows: PackageRow[], by: PackagesSearch) => matching(rows, by, 'CAD')
const back = row({
  id: 2,
  cellMinor: minor(8_000),
  name: 'Back 6',
  position: 2,
  paymentStyle: 'eachAppointment',
  priceMinor: minor(0),
  clientsNow: 17,
  sold: 64,
  items: [{ label: 'Physio 45', quantity: 6, itemPriceMinor: minor(9_000), firstFeeMinor: minor(8_000) }],
})
const family = row({
  id: 3,
  name: 'Family 20',
  position: 3,
  categoryId: null,
  categoryName: null,
  clientsNow: 12,
  sold: 18,
  items: [{ label: 'Any of Massage 60, Chiro 30', quantity: 20, itemPriceMinor: minor(9_000), firstFeeMinor: null }],
})
const old = row({ id: 4, name: 'Old offer', position: 4, active: false })
const gone = row({ id: 5, name: 'Gone', position: 5, active: false, deleted: true })
const all = [row({}), back, family, old, gone]
const names = (rows: readonly PackageRow[]) => rows.map((r) => r.name)

describe('the list of packages', () => {
  it('shows active packages unless asked otherwise', () => {
    expect(names(found(all, {}))).toEqual(['Relax 10', 'Back 6', 'Family 20'])
    expect(names(found(all, { status: 'inactive' }))).toEqual(['Old offer'])
    expect(names(found(all, { status: 'all' }))).toEqual(['Relax 10', 'Back 6', 'Family 20', 'Old offer'])
    expect(names(found(all, { deleted: true }))).toContain('Gone')
  })

  it('finds a package by its name or by what is in it', () => {
    expect(names(found(all, { search: 'chiro' }))).toEqual(['Family 20'])
    expect(names(found(all, { search: 'physio 10' }))).toEqual(['Relax 10'])
  })

  it('finds a name without its accents, in any script', () => {
    const some = [row({ name: 'Détente 10' }), row({ name: 'Übung' }), row({ name: '理疗套餐' }), row({ name: 'باقة' })]
    expect(names(found(some, { search: 'DETENTE' }))).toEqual(['Détente 10'])
    expect(names(found(some, { name: 'ubung' }))).toEqual(['Übung'])
    expect(names(found(some, { search: '理疗' }))).toEqual(['理疗套餐'])
    expect(names(found(some, { search: 'باقة' }))).toEqual(['باقة'])
  })

  it('searches the description too, and filters by name and by item alone', () => {
    const described = row({ id: 6, name: 'Calm', description: 'After a physio course', items: [] })
    expect(names(found([...all, described], { search: 'physio' }))).toEqual(['Relax 10', 'Back 6', 'Calm'])
    expect(names(found([...all, described], { item: 'physio' }))).toEqual(['Relax 10', 'Back 6'])
    expect(names(found([...all, described], { name: 'ca' }))).toEqual(['Calm'])
    expect(names(found(all, { name: 'back', item: 'massage' }))).toEqual([])
  })

  it('filters by price from and to, both included; paid at each appointment it is the fee', () => {
    expect(names(found(all, { priceFrom: 80_000 }))).toEqual(['Relax 10', 'Family 20'])
    expect(names(found(all, { priceTo: 79_999 }))).toEqual(['Back 6'])
    expect(names(found(all, { priceFrom: 8_000, priceTo: 8_000 }))).toEqual(['Back 6'])
    expect(names(found(all, { priceFrom: 2, priceTo: 1 }))).toEqual([])
  })

  it('filters by how it is paid', () => {
    expect(names(found(all, { paid: ['eachAppointment'] }))).toEqual(['Back 6'])
    expect(names(found(all, { paid: ['upfront', 'eachAppointment'] }))).toHaveLength(3)
    expect(names(found(all, { paid: ['instalments'] }))).toEqual([])
  })

  it('filters by several categories, and by none', () => {
    expect(names(found(all, { category: [NO_CATEGORY] }))).toEqual(['Family 20'])
    expect(names(found(all, { category: [1, NO_CATEGORY] }))).toHaveLength(3)
  })

  it('keeps the practice’s own order until a column is chosen', () => {
    expect(names(sorted([family, back, row({})], {}, 'CAD'))).toEqual(['Family 20', 'Back 6', 'Relax 10'])
    expect(names(sorted([family, back, row({})], { sort: 'clientsNow', descending: true }, 'CAD'))).toEqual([
      'Relax 10',
      'Back 6',
      'Family 20',
    ])
    expect(names(sorted([family, back, row({})], { sort: 'name' }, 'CAD'))).toEqual(['Back 6', 'Family 20', 'Relax 10'])
    expect(names(sorted([family, back, row({})], { sort: 'paid' }, 'CAD'))).toEqual(['Back 6', 'Family 20', 'Relax 10'])
  })

  it('sorts by category and by the last sale, both ways, with what has none at the end', () => {
    const old = row({ id: 7, name: 'Old', position: 7, categoryName: 'Acupuncture', lastSoldOn: localDate('2025-01-31') })
    const never = row({ id: 8, name: 'Never', position: 8, lastSoldOn: null })
    const some = [row({}), family, old, never]
    expect(names(sorted(some, { sort: 'category' }, 'CAD'))).toEqual(['Old', 'Relax 10', 'Never', 'Family 20'])
    expect(names(sorted(some, { sort: 'category', descending: true }, 'CAD'))).toEqual(['Relax 10', 'Never', 'Old', 'Family 20'])
    expect(names(sorted(some, { sort: 'lastSold', descending: true }, 'CAD'))).toEqual(['Relax 10', 'Family 20', 'Old', 'Never'])
    expect(names(sorted(some, { sort: 'lastSold' }, 'CAD'))).toEqual(['Old', 'Relax 10', 'Family 20', 'Never'])
  })

  it('can be arranged by hand only whole and in the practice’s own order', () => {
    const may = [{}, { grouped: false } as const, { status: 'all' } as const, { folded: [1] }]
    expect(may.map(isArrangeable)).toEqual([true, true, true, true])
    const not = [
      { search: 'x' },
      { sort: 'name' },
      { status: 'inactive' },
      { deleted: true },
      { category: [1] },
      { priceTo: 5 },
      { item: 'x' },
    ]
    for (const search of not) expect(isArrangeable(PackagesSearch.parse(search))).toBe(false)
  })

  it('groups by category in their order, what has none last; and not at all when categories are not in use', () => {
    const categories = [
      { id: 1, name: 'Physiotherapy', position: 1 },
      { id: 2, name: 'Empty', position: 2 },
    ]
    expect(grouped([row({}), back, family], categories)?.map((g) => [g.name, names(g.rows)])).toEqual([
      ['Physiotherapy', ['Relax 10', 'Back 6']],
      ['No category', ['Family 20']],
    ])
    expect(grouped([family], categories)).toBeNull()
    const fresh = row({ categoryId: 9, categoryName: 'Made just now' })
    expect(grouped([row({}), fresh, family], categories)?.map((g) => g.name)).toEqual(['Physiotherapy', 'Made just now', 'No category'])
    expect(grouped([row({})], categories, { withEmpty: true })?.map((g) => g.name)).toEqual(['Physiotherapy', 'Empty', 'No category'])
  })

  it('reads an alien address as the plain list', () => {
    expect(PackagesSearch.parse({ status: 'hidden', sort: 7, category: 'x', grouped: true, search: 5 })).toEqual({})
  })
})

describe('a package in words', () => {
  it('says items, pools and unlimited ones', () => {
    expect(itemsWords(row({}))).toBe('Physio 45 × 10')
    expect(itemsWords(family)).toBe('Massage 60, Chiro 30 × 20 together')
    expect(itemsWords(row({ items: [{ label: 'Chiro 30', quantity: null, itemPriceMinor: minor(4_500), firstFeeMinor: null }] }))).toBe(
      'Chiro 30 × unlimited',
    )
  })

  it('says what is asked for, once or with each appointment', () => {
    expect([paidWords(row({})), priceWords(row({}), money)]).toEqual(['Upfront', '800.00'])
    expect([paidWords(back), priceWords(back, money)]).toEqual(['Each appointment', '6 × 80.00'])
    expect(paidWords(row({ priceMinor: minor(0) }))).toBe('Complimentary')
    const unlimited = { ...back, items: back.items.map((i) => ({ ...i, quantity: null })) }
    expect(priceWords(unlimited, money)).toBe('80.00 each')
    const mixed = {
      ...back,
      items: [...back.items, { label: 'Massage 30', quantity: 2, itemPriceMinor: minor(6_000), firstFeeMinor: minor(5_000) }],
    }
    expect(priceWords(mixed, money)).toBe('from 50.00 each')
  })

  it('names another currency than the practice’s, leaves it out when a price is asked for, and never compares it', () => {
    const dollars = row({ id: 7, name: 'Visitors 5', currency: 'USD', priceMinor: minor(70_000) })
    const yen = row({ id: 8, name: 'Tokyo 5', currency: 'JPY', priceMinor: minor(90_000) })
    const dearer = row({ id: 9, name: 'Visitors 8', currency: 'USD', priceMinor: minor(90_000) })
    const both = [yen, dollars, row({})]
    expect(priceWords(dollars, money)).toBe('700.00\u00a0USD')
    expect(names(found(both, { priceFrom: 0 }))).toEqual(['Relax 10'])
    expect(names(found(both, { priceTo: 100_000 }))).toEqual(['Relax 10'])
    expect(names(found(both, {}))).toHaveLength(3)
    const many = [dearer, ...both, back]
    expect(names(sorted(many, { sort: 'price' }, 'CAD'))).toEqual(['Back 6', 'Relax 10', 'Tokyo 5', 'Visitors 5', 'Visitors 8'])
    expect(names(sorted(many, { sort: 'price', descending: true }, 'CAD'))).toEqual([
      'Relax 10',
      'Back 6',
      'Tokyo 5',
      'Visitors 8',
      'Visitors 5',
    ])
    expect(names(sorted(many, { sort: 'price' }, 'USD'))).toEqual(['Visitors 5', 'Visitors 8', 'Back 6', 'Relax 10', 'Tokyo 5'])
  })
})
