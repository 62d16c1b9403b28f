// What the sample practice offers: services, products and packages, each as a person would type it in.

import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'
import { localDate, type LocalDate, localTime } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { PRACTITIONERS } from './people.ts'

export type Client = ContractRouterClient<Contract>
export const newKey = (): string => crypto.randomUUID()

export interface Offer {
  staff: { id: number; specialty: string }[]
  services: Record<string, { id: number; minutes: number; breakMinutes: number }>
  packages: Record<string, number>
}

/** Staff, categories, services, products and packages. */
export async function makeOffer(call: Client, today: LocalDate): Promise<Offer> {
  await giveTwoWeeksToPay(call)
  const staff = await makeStaff(call)
  const categories = {
    physio: await category(call, 'Physiotherapy'),
    hands: await category(call, 'Massage and chiropractic'),
    talk: await category(call, 'Counselling'),
  }
  const giver = (specialty: string) => staff.filter((s) => s.specialty === specialty).map((s) => s.id)
  const services: Offer['services'] = {}
  const service = async (name: string, minutes: number, price: number, specialty: string, categoryId: number, breakMinutes = 0) => {
    const made = await call.catalog.saveService({
      key: newKey(),
      id: null,
      code: '',
      name,
      durationMinutes: minutes,
      breakMinutes,
      priceMinor: minor(price * 100),
      categoryId,
      active: true,
      public: true,
      taxIds: [],
      practitionerIds: giver(specialty),
    })
    services[name] = { id: made.id, minutes, breakMinutes }
  }
  await service('Physio 45', 45, 90, 'Physiotherapy', categories.physio)
  await service('Physio 60', 60, 120, 'Physiotherapy', categories.physio)
  await service('Initial 45', 45, 105, 'Physiotherapy', categories.physio)
  await service('Pelvic physio 60', 60, 110, 'Physiotherapy', categories.physio)
  await service('Consultation 15', 15, 0, 'Physiotherapy', categories.physio)
  await service('Massage 60', 60, 95, 'Massage', categories.hands)
  await service('Massage 30', 30, 60, 'Massage', categories.hands)
  await service('Chiro 30', 30, 60, 'Chiropractic', categories.hands)
  await service('Counselling 50', 50, 120, 'Counselling', categories.talk, 10)
  const product = async (name: string, price: number, stock: number) =>
    (
      await call.catalog.saveProduct({
        key: newKey(),
        id: null,
        name,
        priceMinor: minor(price * 100),
        categoryId: categories.physio,
        active: true,
        stock,
        taxIds: await taxIds(call),
      })
    ).id
  const belt = await product('Support belt', 60, 40)
  await product('Resistance band', 35, 25)
  return { staff, services, packages: await makePackages(call, today, services, belt, categories) }
}

async function giveTwoWeeksToPay(call: Client): Promise<void> {
  const { country: _c, currency: _y, pricesIncludeTax: _p, isSample: _s, ...settings } = await call.settings.get()
  await call.settings.update({ key: newKey(), ...settings, dueDays: 14 })
}

async function makeStaff(call: Client): Promise<Offer['staff']> {
  const people = []
  const base = { key: '', id: null, active: true, allowsOverlap: false }
  for (const p of PRACTITIONERS) {
    const stretches = [
      [p.from, p.lunch[0]],
      [p.lunch[1], p.to],
    ] as const
    const hours = [1, 2, 3, 4, 5].flatMap((weekday) =>
      stretches.map(([from, to]) => ({ weekday, fromTime: localTime(from), toTime: localTime(to) })),
    )
    const numbers = [{ issuer: p.issuer, number: p.number, validFrom: null, validThrough: null }]
    const made = await call.staff.save({
      ...base,
      key: newKey(),
      name: p.name,
      role: 'practitioner',
      isPractitioner: true,
      specialty: p.specialty,
      numbers,
      hours,
    })
    people.push({ id: made.id, specialty: p.specialty })
  }
  await call.staff.save({
    ...base,
    key: newKey(),
    name: 'Ida Holm',
    role: 'receptionist',
    isPractitioner: false,
    specialty: '',
    numbers: [],
    hours: [],
  })
  return people
}

const category = async (call: Client, name: string) => (await call.catalog.saveCategory({ key: newKey(), id: null, name })).id
const taxIds = async (call: Client) => (await call.catalog.listTaxes()).map((t) => t.id)

type Item = { services?: string[]; productId?: number; quantity: number | null; price: number; fee?: number }
type Expiry = Parameters<Client['packages']['save']>[0]['expiry']

async function makePackages(
  call: Client,
  today: LocalDate,
  services: Offer['services'],
  belt: number,
  categories: { physio: number; hands: number; talk: number },
) {
  const made: Record<string, number> = {}
  const add = async (
    name: string,
    categoryId: number | null,
    price: number,
    expiry: Expiry,
    items: Item[],
    description = '',
    style: 'upfront' | 'eachAppointment' | 'instalments' = 'upfront',
    currency?: string,
  ) => {
    const saved = await call.packages.save({
      key: newKey(),
      id: null,
      name,
      description,
      notes: '',
      categoryId,
      currency,
      priceMinor: minor(price * 100),
      paymentStyle: style,
      validFrom: null,
      expiry,
      taxIds: [],
      noShowRule: null,
      lateCancelRule: null,
      split: 'listPrice',
      instalments: style === 'instalments' ? { count: 3, every: 1, unit: 'months', firstAfterDays: 0 } : null,
      frequency: null,
      country: null,
      priceCredits: null,
      selfService: false,
      items: items.map((i) => ({
        values: null,
        topUpServiceIds: [],
        delivery: 'inPerson',
        medium: null,
        durationMinutes: null,
        breakMinutes: null,
        endsBy: 'clock',
        ending: 'fullTime',
        productId: i.productId ?? null,
        quantity: i.quantity,
        itemPriceMinor: minor(i.price * 100),
        services: (i.services ?? []).map((s) => ({
          serviceId: services[s]!.id,
          feeMinor: i.fee === undefined ? null : minor(i.fee * 100),
        })),
      })),
    })
    made[name] = saved.id
  }
  const months = (count: number): Expiry => ({ kind: 'afterPurchase', count, unit: 'months' })
  await add(
    'Relax 10',
    categories.physio,
    800,
    months(8),
    [{ services: ['Physio 45'], quantity: 10, price: 90 }],
    'Ten physio sessions for the price of nine',
  )
  await add(
    'Back 6',
    categories.physio,
    480,
    { kind: 'afterFirstUse', count: 90, unit: 'days' },
    [{ services: ['Physio 45'], quantity: 6, price: 80, fee: 80 }],
    'First steps after an acute back',
    'eachAppointment',
  )
  await add(
    'Posture 12',
    categories.physio,
    960,
    months(12),
    [{ services: ['Physio 45'], quantity: 12, price: 90 }],
    'A year for the back, paid in three parts',
    'instalments',
  )
  await add(
    'New-mother bundle',
    categories.physio,
    540,
    months(6),
    [
      { services: ['Pelvic physio 60'], quantity: 4, price: 90 },
      { services: ['Massage 30'], quantity: 2, price: 60 },
      { productId: belt, quantity: 1, price: 60 },
    ],
    'Pelvic floor, massage and a support belt',
  )
  await add(
    'Welcome',
    categories.physio,
    0,
    { kind: 'never' },
    [{ services: ['Consultation 15'], quantity: 1, price: 0 }],
    'Complimentary first talk',
  )
  await add(
    'Family 20',
    categories.hands,
    1500,
    months(12),
    [{ services: ['Massage 60', 'Chiro 30'], quantity: 20, price: 75 }],
    'Twenty sessions to share in the family',
  )
  await add('Massage 5', categories.hands, 425, { kind: 'afterFirstUse', count: 6, unit: 'months' }, [
    { services: ['Massage 60'], quantity: 5, price: 85 },
  ])
  await add(
    'Adjust 12',
    categories.hands,
    600,
    months(12),
    [{ services: ['Chiro 30'], quantity: 12, price: 50 }],
    'A year of regular adjustments',
  )
  await add(
    'Chiro, 3 months',
    categories.hands,
    300,
    months(3),
    [{ services: ['Chiro 30'], quantity: null, price: 45 }],
    'As often as it helps',
  )
  await add(
    'Talk 8',
    categories.talk,
    880,
    months(9),
    [{ services: ['Counselling 50'], quantity: 8, price: 110 }],
    'Eight conversations, at your own pace',
  )
  await add('Spring start', null, 240, { kind: 'onDate', date: localDate(`${Number(today.slice(0, 4)) + 1}-06-30`) }, [
    { services: ['Physio 45'], quantity: 3, price: 90 },
  ])
  await add(
    'Visitors 5',
    categories.physio,
    325,
    months(6),
    [{ services: ['Physio 45'], quantity: 5, price: 70 }],
    'For guests from over the border, in their own money',
    'upfront',
    'USD',
  )
  await add('Old massage 10', categories.hands, 700, { kind: 'never' }, [{ services: ['Massage 60'], quantity: 10, price: 80 }])
  return made
}
