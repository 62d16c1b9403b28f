// Sessions authorised by an insurer: counted with the package's visits, said on its card, warned of at booking, never blocking.

import { beforeEach, expect, it } from 'vitest'
import { localDate } from '../../shared/dates.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClientPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'
import { minor } from '../../shared/money.ts'

let app: TestApp
let relax: Awaited<ReturnType<typeof makeClientPackage>>
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T20:00' })
  relax = await makeClientPackage(app, { name: 'Relax 10', sessions: 10, priceMinor: minor(80_000), payments: [card(80_000)] })
})
const bookOn = (startsAt: string) =>
  book(app, { clientId: relax.clientId, serviceId: relax.serviceId, startsAt, clientPackageItemId: relax.itemId })
const terms = (more: object = {}) => ({
  insurer: 'Sun Mutual',
  reference: 'A-17',
  sessions: 3,
  fromDay: localDate('2026-03-01'),
  throughDay: localDate('2026-06-30'),
  ...more,
})
const authorise = (more: object = {}) =>
  app.as('receptionist').clientPackages.authorise({ key: newKey(), clientPackageId: relax.clientPackageId, ...terms(more) })
const noted = async () => (await app.call.clientPackages.get({ id: relax.clientPackageId })).authorisations
const warningOn = async (day: string, appointmentId: number | null = null) =>
  (await app.call.clientPackages.available({ clientId: relax.clientId, serviceId: relax.serviceId, day: localDate(day), appointmentId }))
    .options[0]!.warning

it('counts what is booked and used in its period, and says which limit bites first', async () => {
  await authorise()
  const first = await bookOn('2026-03-02T10:00')
  await app.call.appointments.complete({ key: newKey(), id: first.id })
  await bookOn('2026-03-03T10:00')
  await bookOn('2026-07-01T10:00')
  const missed = await bookOn('2026-03-02T11:00')
  await app.call.appointments.end({ key: newKey(), id: missed.id, as: 'noShow', session: 'forfeit', reason: '' })
  expect(await noted()).toMatchObject([
    { insurer: 'Sun Mutual', reference: 'A-17', counted: 2, words: 'Sun Mutual: 2 of 3 until 30 Jun — runs out before the package' },
  ])
})

it('warns at booking once all are taken or none is authorised that day, and books all the same', async () => {
  expect(await warningOn('2026-03-10')).toBeNull()
  await authorise({ sessions: 1 })
  expect(await warningOn('2026-03-10')).toBeNull()
  const visit = await bookOn('2026-03-10T10:00')
  expect(await warningOn('2026-03-11')).toBe('Sun Mutual authorised 1 until 30 Jun 2026, and all are taken')
  expect(await warningOn('2026-03-11', visit.id)).toBeNull()
  expect(await warningOn('2026-07-01')).toBe('no insurer authorised a session on 1 Jul 2026')
  expect((await bookOn('2026-03-11T10:00')).session).not.toBeNull()
})

it('is changed and ended, and then counts no more', async () => {
  const [made] = (await authorise()).authorisations
  await app.call.clientPackages.changeAuthorisation({
    key: newKey(),
    id: made!.id,
    mark: made!.mark,
    ...terms({ sessions: 20, throughDay: null }),
  })
  expect(await noted()).toMatchObject([{ sessions: 20, words: 'Sun Mutual: 0 of 20 — the package runs out first' }])
  await app.call.clientPackages.endAuthorisation({ key: newKey(), id: made!.id })
  expect(await noted()).toEqual([])
  const gone = { what: 'authorisation' }
  await expectRefused(app, () => app.call.clientPackages.endAuthorisation({ key: newKey(), id: made!.id }), 'call.notFound', gone)
  await expectRefused(
    app,
    () => app.call.clientPackages.changeAuthorisation({ key: newKey(), id: made!.id, mark: made!.mark, ...terms() }),
    'call.notFound',
    gone,
  )
})

it('needs a package, and a last day that is not before the first', async () => {
  await expectRefused(app, () => app.call.clientPackages.authorise({ key: newKey(), clientPackageId: 999, ...terms() }), 'call.notFound')
  await expectRefused(app, () => authorise({ throughDay: localDate('2026-02-28') }), 'call.badInput')
})
