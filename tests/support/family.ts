// A family at the desk: Leo, his daughter Anna, and Mia from elsewhere; Physio 45 at 90.00, and Physio 60 at 120.00 for the
// difference. What tests of who pays share.

import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from './app.ts'
import { book, bookingOf, card, itemOf, makeClient, makePackage, makeService, sellPackage } from './make.ts'

type Call = TestApp['call']
const side = { label: 'parent' as const, mayBook: false, mayFillForms: false, getsMessages: false }

export async function makeFamily() {
  const app = await makeApp({ now: '2026-03-02T07:00' })
  const leo = (await makeClient(app, { givenName: 'Leo', familyName: 'Hart' })).id
  const anna = (await makeClient(app, { givenName: 'Anna', familyName: 'Hart' })).id
  const mia = (await makeClient(app, { givenName: 'Mia', familyName: 'Stone' })).id
  const physio45 = (await makeService(app, { name: 'Physio 45', priceMinor: minor(9_000) })).id
  const physio60 = (await makeService(app, { name: 'Physio 60', priceMinor: minor(12_000) })).id

  /** Leo is Anna's parent; `shares`: she may use all of his packages. */
  const link = (shares: boolean) =>
    app.call.clients.link({
      key: newKey(),
      clientId: leo,
      otherId: anna,
      other: { ...side, label: 'child', sharing: shares ? { kind: 'all', cap: null } : { kind: 'none' } },
      client: { ...side, sharing: { kind: 'none' } },
    })
  const unlink = () => app.call.clients.unlink({ key: newKey(), clientId: leo, otherId: anna })

  /** Six of Physio 45 for 480.00, on which Physio 60 may be booked for the difference; Leo's, unless said otherwise. */
  async function buy(fields: Parameters<typeof makePackage>[1] = {}, owner = leo) {
    const item = itemOf({
      productId: null,
      services: [{ serviceId: physio45, feeMinor: minor(8_000) }],
      quantity: 6,
      itemPriceMinor: minor(8_000),
      topUpServiceIds: [physio60],
    })
    const { id } = await makePackage(app, { name: 'Family 6', priceMinor: minor(48_000), items: [item], ...fields })
    const sold = await sellPackage(app, { clientId: owner, packageId: id })
    const { items } = await app.call.clientPackages.get({ id: sold.clientPackageId })
    return { ...sold, packageId: id, itemId: items[0]!.id }
  }
  const buyAtVisits = (owner = leo) => buy({ name: 'Plan', paymentStyle: 'eachAppointment', priceMinor: minor(0) }, owner)

  /** Anna's Physio 45 on 2 March at ten, at the regular fee. */
  const visit = (fields: Partial<Parameters<typeof book>[1]> = {}) =>
    book(app, { clientId: anna, serviceId: physio45, startsAt: '2026-03-02T10:00', ...fields })
  const change = async (v: Awaited<ReturnType<typeof visit>>, fields: Partial<Parameters<Call['appointments']['edit']>[0]>) => {
    const { clientId: _, ...slot } = bookingOf(app, { clientId: v.clientId, serviceId: v.serviceId, startsAt: v.startsAt })
    const { mark } = await app.call.appointments.get({ id: v.id })
    return app.call.appointments.edit({ ...slot, id: v.id, mark, clientPackageItemId: v.session?.clientPackageItemId ?? null, ...fields })
  }
  const complete = (id: number) => app.call.appointments.complete({ key: newKey(), id })

  const bill = (invoiceId: number, payerId: number) => app.call.invoices.setPayer({ key: newKey(), invoiceId, payerId, replaces: true })
  const pay = (invoiceId: number, amountMinor: number) =>
    app.call.payments.take({ key: newKey(), invoiceId, payments: [card(amountMinor)], keepRestOnAccount: true })
  /** What is due of a client, and on their account. */
  const standing = async (id: number) => {
    const [practice] = (await app.call.clients.get({ id })).money
    return [practice!.balanceMinor, practice!.creditMinor] as const
  }
  return { app, leo, anna, mia, physio45, physio60, link, unlink, buy, buyAtVisits, visit, change, complete, bill, pay, standing }
}

export type Family = Awaited<ReturnType<typeof makeFamily>>
