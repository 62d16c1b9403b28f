// What tests of cancelling share: the worked examples' "Relax 6", using sessions of it, and cancelling it.

import { minor } from '../../shared/money.ts'
import { newKey, type TestApp } from './app.ts'
import { book, card, makeClientPackage, makeService, makeTax } from './make.ts'

export type Cancel = Parameters<TestApp['call']['clientPackages']['cancel']>[0]
/** By card, at the unused share, settled, visits kept, unless said otherwise. */
export const cancelIn = (app: Pick<TestApp, 'call'>, id: number, fields: Partial<Cancel> = {}) =>
  app.call.clientPackages.cancel({
    key: newKey(),
    id,
    reason: 'Moved away',
    visits: 'keep',
    way: 'unusedShare',
    refundMinor: minor(0),
    refundBy: 'card',
    books: 'settled',
    ...fields,
  })

export interface Sold {
  clientId: number
  serviceId: number
  itemId: number
}
export const visitOn = (app: TestApp, p: Sold, at: string) =>
  book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: at, clientPackageItemId: p.itemId })

/** Physio 45 × 6 for 500.00, regular price 90.00; the tax on both. */
export async function makeRelax6(app: TestApp, { tax, payments }: { tax?: number; payments: number }) {
  const taxIds = tax === undefined ? [] : [(await makeTax(app, { name: 'HST', rate: tax })).id]
  const physio = await makeService(app, { name: 'Physio 45', priceMinor: minor(9_000), taxIds })
  return makeClientPackage(app, {
    name: 'Relax 6',
    sessions: 6,
    serviceIds: [physio.id],
    priceMinor: minor(50_000),
    taxIds,
    payments: payments === 0 ? [] : [card(payments)],
  })
}

/** From 3 March 2026, one a day: the used ones first. */
export async function consumeIn(app: TestApp, p: Sold, { used, forfeited = 0 }: { used: number; forfeited?: number }) {
  for (let i = 0; i < used + forfeited; i++) {
    const { id } = await visitOn(app, p, `2026-03-0${3 + i}T10:00`)
    app.setNow(`2026-03-0${3 + i}T11:00`)
    if (i < used) await app.call.appointments.complete({ key: newKey(), id })
    else await app.call.appointments.end({ key: newKey(), id, as: 'noShow', session: 'forfeit', reason: '' })
  }
}
