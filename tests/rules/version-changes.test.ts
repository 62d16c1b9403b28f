// What a version changed, in words: only what differs, each term before and after; and the copy that a new package starts from.

import { describe, expect, it } from 'vitest'
import { copyOf, type Catalog, type Package } from '../../renderer/screens/packages/editor/package-form.ts'
import { versionChanges } from '../../renderer/screens/packages/editor/version-changes.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'

const service = (id: number, name: string, durationMinutes: number) => ({
  id,
  code: '',
  name,
  durationMinutes,
  breakMinutes: 0,
  priceMinor: minor(9_000),
  categoryId: null,
  active: true,
  public: true,
  taxIds: [],
  practitionerIds: [],
  mark: '',
})
const catalog: Catalog = {
  services: [service(1, 'Physio 45', 45), service(2, 'Physio 60', 60)],
  products: [{ id: 3, name: 'Belt', priceMinor: minor(2_000), categoryId: null, active: true, stock: 4, taxIds: [], mark: '' }],
  taxes: [{ id: 1, name: 'GST', rate: 5_000, active: true, mark: '' }],
  categories: [{ id: 5, name: 'Body', position: 1, mark: '' }],
}
const item = (more: Partial<Package['items'][number]> = {}): Package['items'][number] => ({
  productId: null,
  services: [{ serviceId: 1, feeMinor: null }],
  quantity: 10,
  itemPriceMinor: minor(9_000),
  values: null,
  topUpServiceIds: [],
  delivery: 'inPerson',
  medium: null,
  durationMinutes: null,
  breakMinutes: null,
  endsBy: 'clock',
  ending: 'fullTime',
  ...more,
})
const pkg = (more: Partial<Package> = {}): Package => ({
  id: 1,
  name: 'Relax 10',
  description: '',
  notes: '',
  categoryId: null,
  priceMinor: minor(80_000),
  paymentStyle: 'upfront',
  split: 'listPrice',
  instalments: null,
  frequency: null,
  country: null,
  priceCredits: null,
  selfService: false,
  validFrom: null,
  expiry: { kind: 'never' },
  taxIds: [],
  noShowRule: null,
  lateCancelRule: null,
  items: [item()],
  currency: 'CAD',
  active: true,
  deleted: false,
  position: 1,
  locked: true,
  mark: '',
  ...more,
})
const lines = (after: Partial<Package>, before: Partial<Package> = {}) =>
  versionChanges(pkg(before), pkg(after), catalog).map((c) => `${c.what}: ${c.before} → ${c.after}`)

describe('the changes of a version', () => {
  it('are none where nothing differs', () => {
    expect(lines({})).toEqual([])
  })

  it('say what it holds and costs, how it is paid and how long it lasts', () => {
    const next: Partial<Package> = {
      items: [item({ quantity: 12 }), item({ productId: 3, services: [], quantity: 1, itemPriceMinor: minor(2_000) })],
      priceMinor: minor(90_000),
      paymentStyle: 'instalments',
      instalments: { count: 3, every: 1, unit: 'months', firstAfterDays: 1 },
      expiry: { kind: 'onDate', date: localDate('2027-03-31') },
      taxIds: [1],
    }
    expect(lines(next)).toEqual([
      'Items: Physio 45 × 10 → Physio 45 × 12 · Belt × 1',
      'Price: 800.00 → 900.00',
      'Item prices: Physio 45 90.00 → Physio 45 90.00 · Belt 20.00',
      'Payment: Upfront → In instalments',
      'Instalments: none → 3, one every 1 months, the first after 1 day',
      'Taxes: none → GST',
      'Expires: Never → On 31 Mar 2027',
    ])
  })

  it('say fees, values by hand, rules, delivery and where it is offered', () => {
    const atVisits: Partial<Package> = {
      paymentStyle: 'eachAppointment',
      items: [item({ services: [{ serviceId: 1, feeMinor: minor(8_000) }] })],
    }
    const dearer: Partial<Package> = { ...atVisits, items: [item({ services: [{ serviceId: 1, feeMinor: minor(8_500) }] })] }
    expect(lines(dearer, atVisits)).toEqual(['Fees: Physio 45 80.00 → Physio 45 85.00'])
    expect(
      lines(
        { split: 'byHand', items: [item({ quantity: 2, values: [minor(50_000), minor(30_000)] })] },
        { items: [item({ quantity: 2 })] },
      ),
    ).toEqual(['Value of each session: By item price → 500.00, 300.00'])
    expect(
      lines({ noShowRule: 'forfeit', country: 'CA', selfService: true, priceCredits: 8, frequency: { count: 2, unit: 'week' } }),
    ).toEqual([
      'How often: as agreed → 2 a week',
      'No-show: as in the settings → The session counts as used',
      'Self-service: no → yes',
      'Only for clients in: every country → Canada',
      'Price in credits: none → 8',
    ])
    expect(lines({ items: [item({ durationMinutes: 60, breakMinutes: 10, topUpServiceIds: [2], endsBy: 'practitioner' })] })).toEqual([
      'Delivery: In person → In person · 60 (50 + 10) min · Physio 60 for the difference',
      'A visit is ended: By the clock → By the practitioner',
    ])
  })
})

describe('a copy', () => {
  it('starts with the terms of the other under a name of its own, however long that is', () => {
    expect(copyOf(pkg())).toMatchObject({ name: 'Relax 10 copy', priceMinor: 80_000, items: [{ quantity: 10 }] })
    const long = copyOf(pkg({ name: 'x'.repeat(80) })).name
    expect([long.length, long.endsWith(' copy')]).toEqual([80, true])
  })
})
