// Versions of a package, and applying their terms to what was sold: W18 with its figures, what can't be applied and why, and
// that the laws of values hold after any of it.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage, makePackage, makeProduct, makeService, sellPackage } from '../support/make.ts'
import { makeBen, relax6, transfer } from '../support/moving.ts'
import { expectRefused } from '../support/refused.ts'

type Saved = Awaited<ReturnType<TestApp['call']['packages']['get']>>
type Item = Saved['items'][number]

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})

const termsOf = ({ id: _i, currency: _c, active: _a, deleted: _d, position: _p, locked: _l, ...terms }: Saved) => terms
const get = (id: number) => app.call.packages.get({ id })
const save = async (id: number, changes: Partial<Saved>) =>
  app.call.packages.save({ key: newKey(), id, ...termsOf(await get(id)), ...changes })
const renew = async (id: number, changes: Partial<Saved>) =>
  app.call.packages.saveVersion({ key: newKey(), id, ...termsOf(await get(id)), ...changes })
/** The next version with changes to its items, by their place. */
const renewItems = async (id: number, ...changes: Partial<Item>[]) => {
  const { items } = await get(id)
  return renew(id, { items: items.map((item, i) => ({ ...item, ...changes[i] })) })
}
const preview = async (id: number) => (await app.call.packages.previewApply({ id })).rows
const apply = (id: number, ...clientPackageIds: number[]) =>
  app.call.packages.apply({ key: newKey(), id, clientPackageIds, reason: 'Spring terms' })
const cardOf = (id: number) => app.call.clientPackages.get({ id })
const hours = ['09', '10', '11', '12', '13', '14']
async function visit(
  { clientId, serviceId, itemId }: { clientId: number; serviceId: number; itemId: number },
  n: number,
  day = '2026-03-02',
) {
  const confirmed = { outsideHours: true, endMoves: true }
  return book(app, { clientId, serviceId, clientPackageItemId: itemId, startsAt: `${day}T${hours[n]}:00`, confirmed })
}
/** Ten at 800.00: four used, one booked, five free. */
async function tenWithFourUsed() {
  const p = await makeClientPackage(app, { name: 'Relax 10', payments: [card(80_000)] })
  for (const n of [0, 1, 2, 3]) await app.call.appointments.complete({ key: newKey(), id: (await visit(p, n)).id })
  const booked = await visit(p, 0, '2026-03-09')
  return { ...p, booked }
}

describe('a new version', () => {
  it('takes the name and the place of the one before, which is sold no more; the list has one row', async () => {
    const p = await makeClientPackage(app, { name: 'Relax 10' })
    const other = await makePackage(app)
    await app.call.packages.deactivate({ key: newKey(), id: p.packageId })
    const next = await renewItems(p.packageId, { quantity: 12 })
    expect(next).toMatchObject({ name: 'Relax 10', locked: false, active: false, position: (await get(p.packageId)).position })
    await app.call.packages.activate({ key: newKey(), id: next.id })
    const list = await app.call.packages.list({ includeDeleted: true })
    expect(list.map(({ id, sold }) => ({ id, sold }))).toEqual([
      { id: next.id, sold: 1 },
      { id: other.id, sold: 0 },
    ])
    const { clientId } = p
    await expectRefused(app, () => sellPackage(app, { clientId, packageId: p.packageId }), 'package.notForSale')
    const sold = await sellPackage(app, { clientId, packageId: next.id })
    expect((await cardOf(sold.clientPackageId)).items[0]?.total).toBe(12)
    expect((await cardOf(p.clientPackageId)).items[0]?.total).toBe(10)
  })

  it('is told with who made it, when, and how many client packages are on each', async () => {
    const p = await makeClientPackage(app, { name: 'Relax 10' })
    await sellPackage(app, { clientId: p.clientId, packageId: p.packageId })
    app.setNow('2026-04-01T09:00')
    const { id: _id, ...terms } = { id: 0, ...termsOf(await get(p.packageId)) }
    const next = await app.as('administrator').packages.saveVersion({ key: newKey(), id: p.packageId, ...terms, priceMinor: minor(85_000) })
    for (const asked of [p.packageId, next.id])
      expect(await app.call.packages.versions({ id: asked })).toMatchObject([
        { id: next.id, version: 2, current: true, createdOn: '2026-04-01', clientPackages: 0, terms: { priceMinor: 85_000 } },
        { id: p.packageId, version: 1, current: false, createdOn: '2026-03-02', clientPackages: 2, terms: { priceMinor: 80_000 } },
      ])
    const [second, first] = await app.call.packages.versions({ id: next.id })
    const staff = await app.call.staff.list()
    const nameOf = (id: number) => staff.find((s) => s.id === id)?.name
    expect([first?.madeBy, second?.madeBy]).toEqual([nameOf(app.people.owner), nameOf(app.people.administrator)])
    expect(second?.madeAt?.slice(0, 10)).toBe('2026-04-01')
  })

  it('is refused of what nobody bought, of an older version, under another name, and with terms that are not sound', async () => {
    const unsold = await makePackage(app)
    await expectRefused(app, () => renew(unsold.id, {}), 'package.notSoldYet', { package: unsold.name })
    const p = await makeClientPackage(app, { name: 'Relax 10' })
    await expectRefused(app, () => renew(p.packageId, { name: 'Relax 12' }), 'package.locked', { fields: 'name' })
    await expectRefused(app, () => renew(p.packageId, { validFrom: localDate('2026-01-01') }), 'package.dateInPast')
    const item = { ...(await get(p.packageId)).items[0]!, values: Array.from({ length: 10 }, () => minor(1)) }
    await expectRefused(app, () => renew(p.packageId, { split: 'byHand', items: [item] }), 'package.splitOff')
    const next = await renew(p.packageId, { priceMinor: minor(1) })
    const superseded = { package: 'Relax 10' }
    await expectRefused(app, () => renew(p.packageId, {}), 'package.superseded', superseded)
    await expectRefused(app, () => save(p.packageId, { notes: 'x' }), 'package.superseded', superseded)
    for (const verb of ['activate', 'deactivate', 'remove', 'restore'] as const)
      await expectRefused(app, () => app.call.packages[verb]({ key: newKey(), id: p.packageId }), 'package.superseded', superseded)
    await expectRefused(app, () => preview(p.packageId), 'package.superseded', superseded)
    await expectRefused(app, () => apply(p.packageId, p.clientPackageId), 'package.superseded', superseded)
    await expectRefused(app, () => save(next.id, { name: 'Relax 12' }), 'package.locked', { fields: 'name' })
    expect((await save(next.id, { paymentStyle: 'eachAppointment', priceMinor: minor(0) })).paymentStyle).toBe('eachAppointment')
  })

  it('keeps its name from others, is deleted and restored as one', async () => {
    const p = await makeClientPackage(app, { name: 'Relax 10' })
    const next = await renew(p.packageId, { priceMinor: minor(1) })
    await expectRefused(app, () => makePackage(app, { name: 'relax 10', serviceIds: [1] }), 'name.taken')
    await app.call.packages.remove({ key: newKey(), id: next.id })
    expect(await app.call.packages.list({ includeDeleted: false })).toEqual([])
    expect(await app.call.packages.restore({ key: newKey(), id: next.id })).toMatchObject({ deleted: false, active: true })
  })
})

describe('W18: applying a new limit to ten at 800.00 with four used and one booked', () => {
  it('gives two of no value with a limit of 12', async () => {
    const p = await tenWithFourUsed()
    const { id } = await renewItems(p.packageId, { quantity: 12 })
    expect(await preview(id)).toMatchObject([
      {
        clientPackageId: p.clientPackageId,
        version: 1,
        running: true,
        why: null,
        changes: [{ what: 'sessions', before: '10', after: '12' }],
      },
    ])
    expect(await apply(id, p.clientPackageId)).toEqual({ changed: 1 })
    const { items, chargeMinor } = await cardOf(p.clientPackageId)
    expect(items[0]).toMatchObject({ total: 12, used: 4, bookedAhead: 1, remaining: 7 })
    expect(items[0]!.pips.slice(-2).map((pip) => pip.valueMinor)).toEqual([0, 0])
    expect(chargeMinor).toBe(80_000)
    expect((await app.call.appointments.get({ id: p.booked.id })).session?.count).toEqual({ position: 5, of: 12 })
    expect(await preview(id)).toEqual([])
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('withdraws #9 and #10 with a limit of 8, and their 160.00 is told as adjusted', async () => {
    const p = await tenWithFourUsed()
    const { id } = await renewItems(p.packageId, { quantity: 8 })
    expect((await preview(id))[0]?.changes).toMatchObject([{ what: 'sessions', before: '10', after: '8, 160.00 adjusted' }])
    await apply(id, p.clientPackageId)
    expect((await cardOf(p.clientPackageId)).items[0]).toMatchObject({ total: 8, used: 4, bookedAhead: 1, remaining: 3 })
    const rows = await app.db
      .selectFrom('sessions')
      .select(['number', 'valueMinor'])
      .where('state', '=', 'withdrawn')
      .orderBy('number')
      .execute()
    expect(rows).toEqual([
      { number: 9, valueMinor: 8_000 },
      { number: 10, valueMinor: 8_000 },
    ])
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('is refused with a limit of 4: five are used or booked', async () => {
    const p = await tenWithFourUsed()
    const { id } = await renewItems(p.packageId, { quantity: 4 })
    const [row] = await preview(id)
    expect(row?.why).toMatch(/^5 of .* are used or booked$/)
    await expectRefused(app, () => apply(id, p.clientPackageId), 'package.notApplicable', { why: row!.why! })
  })
})

describe('applying', () => {
  it('changes services, top-ups, end and rules, never charge, style or item of what was used', async () => {
    const p = await makeClientPackage(app, { name: 'Relax 10', payments: [card(80_000)] })
    const [massage, long] = [await makeService(app, { name: 'Massage 60' }), await makeService(app, { name: 'Physio 90' })]
    const services = [p.serviceId, massage.id].map((serviceId) => ({ serviceId, feeMinor: null }))
    const { items } = await get(p.packageId)
    const next = await renew(p.packageId, {
      priceMinor: minor(99_900),
      expiry: { kind: 'afterPurchase', count: 2, unit: 'months' },
      noShowRule: 'forfeit',
      items: [{ ...items[0]!, services, topUpServiceIds: [long.id] }],
    })
    const [row] = await preview(next.id)
    expect(row?.changes.map((c) => ({ what: c.what, after: c.after }))).toEqual([
      { what: 'services', after: expect.stringMatching(/^Any of .*Massage 60/) },
      { what: 'topUps', after: 'Physio 90' },
      { what: 'expiry', after: '2 May 2026' },
      { what: 'noShowRule', after: 'forfeit' },
    ])
    await apply(next.id, p.clientPackageId)
    const owned = await cardOf(p.clientPackageId)
    expect(owned).toMatchObject({ packageId: next.id, chargeMinor: 80_000, priceMinor: 80_000, end: '2026-05-02' })
    expect(owned.items[0]?.serviceIds.toSorted()).toEqual([p.serviceId, massage.id].toSorted())
    const slot = { clientId: p.clientId, clientPackageItemId: p.itemId }
    expect((await book(app, { ...slot, serviceId: massage.id, startsAt: '2026-03-10T10:00' })).session).not.toBeNull()
    expect((await book(app, { ...slot, serviceId: long.id, startsAt: '2026-03-11T10:00' })).session).not.toBeNull()
    expect((await app.call.packages.versions({ id: next.id })).map((v) => v.clientPackages)).toEqual([1, 0])
  })

  it('lowers the fees of visits that are not published yet, and leaves the published ones', async () => {
    const p = await makeClientPackage(app, {
      name: 'Back 6',
      paymentStyle: 'eachAppointment',
      priceMinor: minor(0),
      feeMinor: minor(8_000),
    })
    const done = await app.call.appointments.complete({ key: newKey(), id: (await visit(p, 0)).id })
    const ahead = await visit(p, 1, '2026-03-09')
    const { id } = await renewItems(p.packageId, { services: [{ serviceId: p.serviceId, feeMinor: minor(7_500) }] })
    expect((await preview(id))[0]?.changes).toMatchObject([{ what: 'fee', before: '80.00', after: '75.00' }])
    await apply(id, p.clientPackageId)
    expect((await app.call.appointments.get({ id: ahead.id })).invoice?.totalMinor).toBe(7_500)
    expect((await app.call.appointments.get({ id: done.id })).invoice?.totalMinor).toBe(8_000)
  })

  it('adds an item and leaves one out, with the value of its sessions as adjusted', async () => {
    const [physio, massage] = [await makeService(app, { name: 'Physio 45' }), await makeService(app, { name: 'Massage 30' })]
    const belt = await makeProduct(app, { name: 'Belt' })
    const item = (serviceId: number, quantity: number) => ({
      productId: null,
      services: [{ serviceId, feeMinor: null }],
      quantity,
      itemPriceMinor: minor(10_000),
    })
    const p = await makeClientPackage(app, { items: [item(physio.id, 3), item(massage.id, 2)], priceMinor: minor(50_000) })
    const { items } = await get(p.packageId)
    const pieces = { ...items[0]!, productId: belt.id, services: [], quantity: 1 }
    const next = await renew(p.packageId, { items: [items[0]!, pieces] })
    expect((await preview(next.id))[0]?.changes).toEqual([
      { what: 'leftOut', label: 'Massage 30', before: '2', after: 'none, 200.00 adjusted' },
      { what: 'added', label: 'Belt', before: '', after: '1' },
    ])
    await apply(next.id, p.clientPackageId)
    expect((await cardOf(p.clientPackageId)).items.map((i) => [i.label, i.total, i.remaining])).toEqual([
      ['Physio 45', 3, 3],
      ['Massage 30', 0, 0],
      ['Belt', 1, 1],
    ])
    expect(await preview(next.id)).toEqual([])
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('keeps what was added by hand beside the new limit', async () => {
    const p = await makeClientPackage(app, { sessions: 10 })
    await app.call.clientPackages.adjust({
      key: newKey(),
      clientPackageItemId: p.itemId,
      change: { kind: 'add', count: 1 },
      reason: 'Goodwill',
    })
    const { id } = await renewItems(p.packageId, { quantity: 12 })
    await apply(id, p.clientPackageId)
    expect((await cardOf(p.clientPackageId)).items[0]?.total).toBe(13)
  })

  it('brings lapsed sessions back when the new end lies ahead', async () => {
    const p = await makeClientPackage(app, { expiry: { kind: 'afterPurchase', count: 1, unit: 'months' } })
    app.setNow('2026-05-01T09:00')
    await app.call.clientPackages.setEnd({ key: newKey(), id: p.clientPackageId, end: localDate('2026-05-02'), reason: 'x' })
    await app.call.clientPackages.setEnd({ key: newKey(), id: p.clientPackageId, end: null, reason: 'x' })
    expect((await cardOf(p.clientPackageId)).items[0]?.lapsed).toBe(10)
    const { id } = await renew(p.packageId, { expiry: { kind: 'never' } })
    await apply(id, p.clientPackageId)
    expect(await cardOf(p.clientPackageId)).toMatchObject({ state: 'active', end: null, items: [{ remaining: 10, lapsed: 0 }] })
  })

  it('tells why each that can’t be changed can’t, and changes none of those chosen with it', async () => {
    const p = await makeClientPackage(app, { name: 'Relax 10', sessions: 10 })
    const more = async () => (await sellPackage(app, { clientId: (await makeClient(app)).id, packageId: p.packageId })).clientPackageId
    const cancelled = await more()
    await app.db
      .updateTable('clientPackages')
      .set({ cancelledOn: localDate('2026-03-02'), cancelReason: 'Moved' })
      .where('id', '=', cancelled)
      .execute()
    const { id } = await renewItems(p.packageId, { quantity: null })
    const why = new Map((await preview(id)).map((r) => [r.clientPackageId, r.why]))
    expect(why.get(cancelled)).toBe('It was cancelled')
    expect(why.get(p.clientPackageId)).toMatch(/is counted, the new terms do not$/)
    await save(id, { items: [{ ...(await get(id)).items[0]!, quantity: 11 }] })
    await expectRefused(app, () => apply(id, p.clientPackageId, cancelled), 'package.notApplicable', { why: 'It was cancelled' })
    await expectRefused(app, () => apply(id, 9_999), 'call.notFound', { what: 'client package' })
    await save(id, { paymentStyle: 'eachAppointment', priceMinor: minor(0) })
    expect((await preview(id)).find((r) => r.clientPackageId === p.clientPackageId)?.why).toMatch(/^It was sold with another payment style/)
  })

  it('leaves alone what came by a transfer, and counts what was given away beside the limit', async () => {
    const p = await relax6(app, { used: 0 })
    const { to } = await transfer(app, p, (await makeBen(app)).id)
    const all = await relax6(app, { name: 'All 6', used: 0 })
    const taken = await transfer(app, all, (await makeBen(app)).id, { count: 6 })
    const { id } = await renewItems(p.packageId, { quantity: 8 })
    const why = new Map((await preview(id)).map((r) => [r.clientPackageId, r.why]))
    expect(why).toEqual(
      new Map([
        [p.clientPackageId, null],
        [to.id, 'It holds sessions that came from another client, whose package changes instead'],
      ]),
    )
    await expectRefused(app, () => apply(id, to.id), 'package.notApplicable')
    await apply(id, p.clientPackageId)
    expect((await cardOf(p.clientPackageId)).items[0]).toMatchObject({ total: 6, remaining: 6 }) // six, two away, two more
    const other = await renewItems(all.packageId, { quantity: 8 })
    expect((await preview(other.id)).find((r) => r.clientPackageId === taken.from.id)?.why).toMatch(/^None of its sessions are left/)
    expect((await verify(app.db)).problems).toEqual([])
  })

  it('refuses to leave a booked visit without an agreed fee', async () => {
    const p = await makeClientPackage(app, { paymentStyle: 'eachAppointment', priceMinor: minor(0), feeMinor: minor(8_000) })
    await visit(p, 0, '2026-03-09')
    const other = await makeService(app)
    const { id } = await renewItems(p.packageId, { services: [{ serviceId: other.id, feeMinor: minor(9_000) }] })
    const [row] = await preview(id)
    expect(row?.why).toMatch(/^1 booked on .* would have no agreed fee$/)
    await expectRefused(app, () => apply(id, p.clientPackageId), 'package.notApplicable')
  })

  it('is kept in the audit with its reason, who, before and after', async () => {
    const p = await makeClientPackage(app)
    const { id } = await renew(p.packageId, { noShowRule: 'forfeit' })
    await apply(id, p.clientPackageId)
    const line = await app.db.selectFrom('audit').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(line).toMatchObject({ procedure: 'packages.apply', reason: 'Spring terms', staffId: app.people.owner })
    expect(JSON.parse(line.payload!)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          record: 'clientPackages',
          id: p.clientPackageId,
          before: expect.objectContaining({ packageId: p.packageId, noShowRule: null }),
          after: expect.objectContaining({ packageId: id, noShowRule: 'forfeit' }),
        }),
      ]),
    )
  })

  it('leaves the law of values whole, whatever was used and whatever the limits become', async () => {
    const limits = fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(limits, fc.nat(5), fc.nat(3), async (quantities, used, ahead) => {
        app = await makeApp({ now: '2026-03-02T09:00' })
        const p = await makeClientPackage(app, { priceMinor: minor(79_999) })
        for (let n = 0; n < used; n++) await app.call.appointments.complete({ key: newKey(), id: (await visit(p, n)).id })
        for (let n = 0; n < ahead; n++) await visit(p, n, '2026-03-09')
        let [current, sold, total] = [p.packageId, true, 10]
        for (const quantity of quantities) {
          const items = [{ ...(await get(current)).items[0]!, quantity }]
          current = sold ? (await renew(current, { items })).id : (await save(current, { items })).id
          const fits = quantity >= used + ahead
          const row = (await preview(current)).find((r) => r.clientPackageId === p.clientPackageId)
          expect(row?.why === null).toBe(fits)
          if (fits) await apply(current, p.clientPackageId)
          else await expectRefused(app, () => apply(current, p.clientPackageId), 'package.notApplicable')
          if (fits) total = quantity
          sold = fits
          expect((await cardOf(p.clientPackageId)).items[0]).toMatchObject({ used, bookedAhead: ahead, total })
        }
        expect((await verify(app.db)).problems).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})
