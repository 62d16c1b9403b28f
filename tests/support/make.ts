// Makers of test data with defaults, through the procedures as a person at the desk would. Override what the test is about.

import type { InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '../../shared/contract/index.ts'
import { addMinutes, localDateTime } from '../../shared/dates.ts'
import { type Minor, minor } from '../../shared/money.ts'
import { type Client, newKey } from './app.ts'

type Inputs = InferContractRouterInputs<Contract>
type Fields<T> = Partial<Omit<T, 'key' | 'id'>>
/** Who makes it: a client of the app, the owner's by default. */
export interface Maker {
  call: Client
  people: { practitioner: number }
}

let made = 0
const FAMILY_NAMES = ['Vidal', 'Petrov', 'Lindqvist', 'Achebe', 'Novak', 'Tanaka', 'Moreau', 'Silva']
const GIVEN_NAMES = ['Mara', 'Tomas', 'Ingrid', 'Ngozi', 'Petra', 'Kenji', 'Luc', 'Joana']

export const makeClient = ({ call }: Maker, fields: Fields<Inputs['clients']['save']> = {}) => call.clients.save(newClient(fields))

export const newClient = (fields: Fields<Inputs['clients']['save']> = {}): Inputs['clients']['save'] => {
  const n = made++
  return {
    key: newKey(),
    id: null,
    givenName: GIVEN_NAMES[n % 8]!,
    familyName: FAMILY_NAMES[(n * 3) % 8]!,
    birthDate: null,
    phone: '',
    email: '',
    address: '',
    country: null,
    insurer: '',
    insurerNumber: '',
    notes: '',
    ...fields,
  }
}

/** Given by Dr Ruiz, 45 minutes, 100.00, no tax. */
export const makeService = ({ call, people }: Maker, fields: Fields<Inputs['catalog']['saveService']> = {}) =>
  call.catalog.saveService({
    key: newKey(),
    id: null,
    code: '',
    name: `Service ${++made}`,
    durationMinutes: 45,
    breakMinutes: 0,
    priceMinor: minor(10_000),
    categoryId: null,
    active: true,
    public: true,
    taxIds: [],
    practitionerIds: [people.practitioner],
    ...fields,
  })

export const makeProduct = ({ call }: Maker, fields: Fields<Inputs['catalog']['saveProduct']> = {}) =>
  call.catalog.saveProduct({
    key: newKey(),
    id: null,
    name: `Product ${++made}`,
    priceMinor: minor(2_000),
    categoryId: null,
    active: true,
    stock: 10,
    taxIds: [],
    ...fields,
  })

export const makeTax = ({ call }: Maker, fields: Fields<Inputs['catalog']['saveTax']> = {}) =>
  call.catalog.saveTax({ key: newKey(), id: null, name: 'GST', rate: 5000, active: true, ...fields })

type Item = Inputs['packages']['save']['items'][number]
type ItemFields = Pick<Item, 'productId' | 'services' | 'quantity' | 'itemPriceMinor'> & Partial<Item>
type PackageFields = Omit<Fields<Inputs['packages']['save']>, 'items'> & {
  items?: ItemFields[]
  /** Of a package of one item: how many sessions (null: unlimited), of which services, at which fee each. */
  sessions?: number | null
  serviceIds?: number[]
  feeMinor?: Minor | null
}

const PLAIN = {
  values: null as Minor[] | null,
  topUpServiceIds: [] as number[],
  delivery: 'inPerson' as const,
  medium: null,
  durationMinutes: null as number | null,
  breakMinutes: null as number | null,
  endsBy: 'clock' as const,
  ending: 'fullTime' as const,
}
/** An item with the plainest terms: in person, as long as the service, nothing to top up. */
export const itemOf = <F extends ItemFields>(fields: F) => ({
  ...PLAIN,
  ...fields,
})

/** Ten sessions of one service for 800.00, paid upfront, no end. */
export async function makePackage(maker: Maker, { sessions = 10, serviceIds, feeMinor = null, items, ...fields }: PackageFields = {}) {
  const ids = serviceIds ?? (items ? [] : [(await makeService(maker)).id])
  const item = {
    productId: null,
    services: ids.map((serviceId) => ({ serviceId, feeMinor })),
    quantity: sessions,
    itemPriceMinor: minor(8_000),
  }
  return maker.call.packages.save({
    key: newKey(),
    id: null,
    name: `Package ${++made}`,
    description: '',
    notes: '',
    categoryId: null,
    priceMinor: minor(80_000),
    paymentStyle: 'upfront',
    validFrom: null,
    expiry: { kind: 'never' },
    taxIds: [],
    noShowRule: null,
    lateCancelRule: null,
    split: 'listPrice',
    instalments: null,
    frequency: null,
    country: null,
    priceCredits: null,
    selfService: false,
    items: (items ?? [item]).map(itemOf),
    ...fields,
  })
}

export const sellPackage = (
  { call }: Maker,
  fields: Pick<Inputs['clientPackages']['sell'], 'clientId' | 'packageId'> & Fields<Inputs['clientPackages']['sell']>,
) => call.clientPackages.sell({ key: newKey(), discount: null, payments: [], keepRestOnAccount: false, ...fields })

/** A client with a package of their own: the shortest way to something that can be booked on. */
export async function makeClientPackage(
  maker: Maker,
  fields: PackageFields & { clientId?: number; payments?: Inputs['clientPackages']['sell']['payments'] } = {},
) {
  const { clientId = (await makeClient(maker)).id, payments = [], ...terms } = fields
  const sold = await makePackage(maker, terms)
  const { clientPackageId, invoiceId } = await sellPackage(maker, { clientId, packageId: sold.id, payments })
  const { items } = await maker.call.clientPackages.get({ id: clientPackageId })
  return { clientId, packageId: sold.id, clientPackageId, invoiceId, itemId: items[0]!.id, serviceId: items[0]!.serviceIds[0]!, items }
}

type Booking = Pick<Inputs['appointments']['book'], 'clientId' | 'serviceId' | 'startsAt'> & Fields<Inputs['appointments']['book']>

/** 45 minutes with Dr Ruiz, at the regular fee unless an item is named. */
export const bookingOf = ({ people }: Maker, { startsAt, ...fields }: Booking): Inputs['appointments']['book'] => ({
  key: newKey(),
  practitionerId: people.practitioner,
  startsAt,
  endsAt: addMinutes(localDateTime(startsAt), 45),
  clientPackageItemId: null,
  note: '',
  confirmed: { outsideHours: false, endMoves: false },
  ...fields,
})

export const book = (maker: Maker, booking: Booking) => maker.call.appointments.book(bookingOf(maker, booking))

export const cash = (amountMinor: number) => ({ method: 'cash' as const, amountMinor: minor(amountMinor), tenderedMinor: null })
export const card = (amountMinor: number) => ({ method: 'card' as const, amountMinor: minor(amountMinor), tenderedMinor: null })
