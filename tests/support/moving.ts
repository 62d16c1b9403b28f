// What tests of moved sessions start from: W13 and its neighbours, with a day that goes on.

import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { newKey, type TestApp } from './app.ts'
import { book, card, makeClient, makeClientPackage } from './make.ts'

export type Owned = Awaited<ReturnType<typeof makeClientPackage>>

/** Relax 6 of 500.00, paid, with its first visits done. */
export async function relax6(
  app: TestApp,
  { used = 2, ...fields }: Parameters<typeof makeClientPackage>[1] & { used?: number } = {},
): Promise<Owned> {
  const clientId = fields.clientId ?? (await makeClient(app, { givenName: 'Anna', familyName: 'Lee' })).id
  const p = await makeClientPackage(app, {
    name: 'Relax 6',
    sessions: 6,
    priceMinor: minor(50_000),
    payments: [card(50_000)],
    ...fields,
    clientId,
  })
  for (let visit = 0; visit < used; visit++) {
    const { id } = await bookOn(app, p, `2026-03-02T${String(10 + visit).padStart(2, '0')}:00`)
    await app.call.appointments.complete({ key: newKey(), id })
  }
  return p
}

export const bookOn = (app: TestApp, p: Pick<Owned, 'clientId' | 'serviceId' | 'itemId'>, startsAt: string) =>
  book(app, {
    clientId: p.clientId,
    serviceId: p.serviceId,
    startsAt,
    clientPackageItemId: p.itemId,
    confirmed: { outsideHours: true, endMoves: true },
  })

export const makeBen = (app: TestApp) => makeClient(app, { givenName: 'Ben', familyName: 'Okafor' })

interface Move {
  count?: number | null
  end?: string | null
}
export const transferOf = (p: Pick<Owned, 'itemId'>, toClientId: number, { count = 2, end = null }: Move = {}) => ({
  clientPackageItemId: p.itemId,
  count,
  toClientId,
  end: end === null ? null : localDate(end),
})
export const transfer = (app: TestApp, p: Pick<Owned, 'itemId'>, toClientId: number, move: Move = {}) =>
  app.call.clientPackages.transfer({ key: newKey(), ...transferOf(p, toClientId, move), reason: 'A present' })
export const takeBack = (app: TestApp, transferId: number) => app.call.clientPackages.undoTransfer({ key: newKey(), transferId })

const side = { label: 'other' as const, mayBook: false, mayFillForms: false, getsMessages: false }

/** Links the owner with somebody who may use this package, or all of the owner's. */
export async function shareWith(app: TestApp, p: Pick<Owned, 'clientId' | 'clientPackageId'>, otherId: number, which: 'this' | 'all') {
  const chosen = { kind: 'chosen' as const, packages: [{ clientPackageId: p.clientPackageId, cap: null }] }
  const sharing = which === 'all' ? { kind: 'all' as const, cap: null } : chosen
  const linked = (await app.call.clients.links({ clientId: p.clientId })).find((l) => l.otherId === otherId)
  const link = {
    key: newKey(),
    clientId: p.clientId,
    otherId,
    other: { ...side, sharing },
    client: { ...side, sharing: { kind: 'none' as const } },
  }
  return linked ? app.call.clients.changeLink({ ...link, mark: linked.mark }) : app.call.clients.link(link)
}

export const authorise = (app: TestApp, { clientPackageId }: Pick<Owned, 'clientPackageId'>) =>
  app.call.clientPackages.authorise({
    key: newKey(),
    clientPackageId,
    insurer: 'Sun Mutual',
    reference: 'A-17',
    sessions: 3,
    fromDay: localDate('2026-03-01'),
    throughDay: localDate('2026-06-30'),
  })

/** The values of all rows of a client package, by their state. */
export async function valuesOf(app: TestApp, clientPackageId: number): Promise<Record<string, number>> {
  const rows = await app.db
    .selectFrom('clientPackageItems as i')
    .innerJoin('sessions as s', 's.clientPackageItemId', 'i.id')
    .select(['s.state', 's.valueMinor'])
    .where('i.clientPackageId', '=', clientPackageId)
    .execute()
  const sums: Record<string, number> = {}
  for (const { state, valueMinor } of rows) sums[state ?? ''] = (sums[state ?? ''] ?? 0) + (valueMinor ?? 0)
  return sums
}
