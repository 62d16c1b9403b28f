// The list of client packages: what SQL makes of end and state is what the rules make of them, and every filter and order holds.

import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { CLIENT_PACKAGE_LIST } from '../../renderer/components/client-package-list-input.ts'
import { addDays, localDate } from '../../shared/dates.ts'
import { CLIENT_PACKAGE_SORTS } from '../../shared/contract/client-package-list.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, card, makeClient, makeClientPackage, makePackage, makeProduct, makeService, sellPackage } from '../support/make.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-03-02T09:00' })
})

type Filter = Parameters<TestApp['call']['clientPackages']['list']>[0]
const everything: Filter = { ...CLIENT_PACKAGE_LIST, page: 1, pageSize: 200 }
const list = (filter: Partial<Filter> = {}) => app.call.clientPackages.list({ ...everything, ...filter })
const names = async (filter: Partial<Filter> = {}) => (await list(filter)).rows.map((r) => `${r.clientName} · ${r.name}`)

const hold = (clientPackageId: number, from: string, through: string | null) =>
  app.db
    .insertInto('holds')
    .values({
      clientPackageId,
      fromDay: localDate(from),
      throughDay: through === null ? null : localDate(through),
      reason: 'Ill',
      staffId: app.people.owner,
      at: '2026-03-02T09:00:00.000Z' as never,
      liftedAt: null,
    })
    .execute()

describe('what each is today', () => {
  it('is the same by SQL as by the rules, on any day, under every rule of expiry, with holds and visits', async () => {
    const service = await makeService(app)
    const rules = [
      { kind: 'never' },
      { kind: 'onDate', date: localDate('2026-04-30') },
      { kind: 'afterPurchase', count: 1, unit: 'months' },
      { kind: 'afterPurchase', count: 3, unit: 'weeks' },
      { kind: 'afterPurchase', count: 30, unit: 'days' },
      { kind: 'afterFirstUse', count: 1, unit: 'months' },
    ] as const
    let days = 0
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          bought: fc.integer({ min: 0, max: 60 }),
          rule: fc.constantFrom(...rules),
          starts: fc.option(fc.integer({ min: 0, max: 20 })),
          visit: fc.option(fc.integer({ min: 0, max: 20 })),
          used: fc.boolean(),
          held: fc.option(fc.record({ from: fc.integer({ min: -5, max: 20 }), days: fc.option(fc.integer({ min: 0, max: 15 })) })),
          sessions: fc.constantFrom(1, 3, null),
          asked: fc.integer({ min: 0, max: 120 }),
        }),
        async (c) => {
          app = await makeApp({ now: '2026-01-01T09:00' })
          const own = await makeService(app, { name: service.name })
          const bought = addDays(localDate('2026-01-01'), c.bought)
          app.setNow(`${bought}T09:00`)
          const p = await makeClientPackage(app, {
            sessions: c.sessions,
            serviceIds: [own.id],
            expiry: c.rule,
            validFrom: c.starts === null ? null : addDays(bought, c.starts),
          })
          if (c.visit !== null) {
            const day = addDays(bought, Math.max(c.visit, c.starts ?? 0))
            const visit = await book(app, {
              clientId: p.clientId,
              serviceId: own.id,
              startsAt: `${day}T10:00`,
              clientPackageItemId: p.itemId,
              confirmed: { outsideHours: true, endMoves: true },
            }).catch(() => null)
            if (visit && c.used) {
              app.setNow(`${day}T12:00`)
              await app.call.appointments.complete({ key: newKey(), id: visit.id })
            }
          }
          if (c.held) {
            const from = addDays(bought, c.held.from)
            await hold(p.clientPackageId, from, c.held.days === null ? null : addDays(from, c.held.days))
          }
          const today = addDays(bought, c.asked)
          app.setNow(`${today}T13:00`)
          await app.system.backups.dailyOpening({ key: newKey(), day: today })
          const { state, end } = await app.call.clientPackages.get({ id: p.clientPackageId })
          const inState = await list({ states: [state] })
          expect(inState.total, `${state} until ${end}`).toBe(1)
          const ending = async (through: string) => (await list({ endingThrough: localDate(through) })).total
          if (end !== null && end >= today) {
            days++
            expect(await ending(end)).toBe(1)
            if (end > today) expect(await ending(addDays(end, -1))).toBe(0)
          } else expect(await ending('2099-12-31')).toBe(0)
        },
      ),
      { numRuns: 120 },
    )
    expect(days).toBeGreaterThan(10)
  }, 120_000)
})

describe('filters and orders', () => {
  async function makeDesk() {
    const [physio, massage] = [await makeService(app, { name: 'Physio 45' }), await makeService(app, { name: 'Massage 60' })]
    const backs = await app.call.catalog.saveCategory({ key: newKey(), id: null, name: 'Backs' })
    const relax = await makePackage(app, { name: 'Relax 6', sessions: 6, serviceIds: [physio.id], categoryId: backs.id })
    const calm = await makePackage(app, {
      name: 'Calm 100%',
      sessions: 2,
      serviceIds: [massage.id],
      priceMinor: minor(20_000),
      expiry: { kind: 'onDate', date: localDate('2026-03-10') },
    })
    const anna = await makeClient(app, { givenName: 'Anna', familyName: 'Lee', phone: '604 555 0199' })
    const ben = await makeClient(app, { givenName: 'Ben', familyName: 'Żółć' })
    const annas = await sellPackage(app, { clientId: anna.id, packageId: relax.id, payments: [card(80_000)] })
    const bens = await sellPackage(app, { clientId: ben.id, packageId: relax.id, payments: [card(30_000)] })
    const bensCalm = await sellPackage(app, { clientId: ben.id, packageId: calm.id })
    return { physio, backs, relax, calm, anna, ben, annas, bens, bensCalm }
  }

  it('finds by client in any script and by a part of the package’s name, taking signs as they stand', async () => {
    await makeDesk()
    expect(await names({ search: 'zol' })).toEqual(['Ben Żółć · Calm 100%', 'Ben Żółć · Relax 6'])
    expect(await names({ search: '100%' })).toEqual(['Ben Żółć · Calm 100%'])
    expect(await names({ search: 'm_1' })).toEqual([])
    expect(await names({ search: 'lax' })).toEqual(['Anna Lee · Relax 6', 'Ben Żółć · Relax 6'])
  })

  it('narrows to a package, a category or none, what is unpaid, and what runs low', async () => {
    const { relax, backs } = await makeDesk()
    expect(await names({ packageId: relax.id })).toEqual(['Anna Lee · Relax 6', 'Ben Żółć · Relax 6'])
    expect(await names({ categoryIds: [backs.id] })).toHaveLength(2)
    expect(await names({ categoryIds: [0] })).toEqual(['Ben Żółć · Calm 100%'])
    expect(await names({ unpaid: true })).toEqual(['Ben Żółć · Calm 100%', 'Ben Żółć · Relax 6'])
    expect(await names({ low: true, states: ['active'] })).toEqual(['Ben Żółć · Calm 100%'])
  })

  it('does not count products as sessions that run low', async () => {
    const belt = await makeProduct(app)
    const service = await makeService(app)
    const p = await makePackage(app, {
      items: [
        { productId: null, services: [{ serviceId: service.id, feeMinor: null }], quantity: 6, itemPriceMinor: minor(1000) },
        { productId: belt.id, services: [], quantity: 1, itemPriceMinor: minor(1000) },
      ],
    })
    await sellPackage(app, { clientId: (await makeClient(app)).id, packageId: p.id })
    expect((await list({ low: true })).total).toBe(0)
    expect((await list({ sort: 'left' })).rows[0]!.items[0]!.remaining).toBe(6)
  })

  it('orders by every column both ways, and cuts pages out of the whole', async () => {
    await makeDesk()
    for (const sort of CLIENT_PACKAGE_SORTS) {
      const up = await list({ sort })
      expect(up.rows, sort).toHaveLength(3)
      const down = await list({ sort, descending: true })
      expect(new Set(down.rows.map((r) => r.id))).toEqual(new Set(up.rows.map((r) => r.id)))
    }
    expect((await list({ sort: 'left' })).rows.map((r) => r.items[0]!.remaining)).toEqual([2, 6, 6])
    expect((await list({ sort: 'charge', descending: true })).rows.map((r) => r.chargeMinor)).toEqual([80_000, 80_000, 20_000])
    expect((await list({ sort: 'paid', descending: true })).rows.map((r) => r.paidMinor)).toEqual([80_000, 30_000, 0])
    expect((await list({ sort: 'end' })).rows.map((r) => r.end)).toEqual(['2026-03-10', null, null])
    const pages = [await list({ pageSize: 2 }), await list({ pageSize: 2, page: 2 })]
    expect(pages.map((p) => p.total)).toEqual([3, 3])
    expect(pages.flatMap((p) => p.rows.map((r) => r.id))).toEqual((await list()).rows.map((r) => r.id))
  })

  it('says when each was last used, and whom to call', async () => {
    const { physio, annas, anna } = await makeDesk()
    const itemId = (await app.call.clientPackages.get({ id: annas.clientPackageId })).items[0]!.id
    const visit = await book(app, { clientId: anna.id, serviceId: physio.id, startsAt: '2026-03-03T10:00', clientPackageItemId: itemId })
    app.setNow('2026-03-03T11:00')
    await app.call.appointments.complete({ key: newKey(), id: visit.id })
    const [first] = (await list({ sort: 'lastUse', descending: true })).rows
    expect(first).toMatchObject({ clientName: 'Anna Lee', phone: '604 555 0199', lastUseAt: '2026-03-03T10:00' })
  })

  it('is a file that spreadsheets take as text and numbers, and the audit says whose records it held', async () => {
    const { anna, ben } = await makeDesk()
    await makeClientPackage(app, { clientId: (await makeClient(app, { givenName: '=cmd()', familyName: '' })).id })
    const { page: _, pageSize: __, ...filter } = everything
    const { documentId, rows } = await app.call.clientPackages.export({ ...filter, sort: 'package' })
    expect(rows).toBe(4)
    const file = app.documents.find('owner', documentId)
    expect(app.documents.find('receptionist', documentId)).toBeNull()
    const text = Buffer.from(file!.bytes).toString('utf8')
    expect(file!.fileName).toBe('2026-03-02 Client packages.csv')
    expect(text.startsWith('\uFEFFClient,Phone,E-mail,Package,State,')).toBe(true)
    expect(text).toContain(`'=cmd(),`)
    expect(text).toMatch(/Ben Żółć,,,Relax 6,Active,6,6,0,0,0,2026-03-02,,,CAD,800\.00,800\.00,300\.00,500\.00,\d+,Ben Żółć\r\n/)
    const named = await app.db.selectFrom('auditRecords').select('recordId').where('record', '=', 'clients').execute()
    expect(named.map((n) => n.recordId)).toEqual(expect.arrayContaining([anna.id, ben.id]))
  })
})

describe('the timeline of a client package', () => {
  it('tells what happened, newest first, who did it, for which visit, and joins what one command did', async () => {
    const service = await makeService(app, { name: 'Physio 45' })
    const p = await makeClientPackage(app, { sessions: 6, serviceIds: [service.id], priceMinor: minor(50_000) })
    const visit = await book(app, {
      clientId: p.clientId,
      serviceId: service.id,
      startsAt: '2026-03-03T10:00',
      clientPackageItemId: p.itemId,
    })
    app.setNow('2026-03-03T11:00')
    await app.call.appointments.end({ key: newKey(), id: visit.id, as: 'noShow', session: 'return', reason: 'Did not come' })

    const { entries } = await app.call.clientPackages.timeline({ id: p.clientPackageId })
    expect(entries.map((e) => [e.move, e.numbers.join(), e.valueMinor, e.visitAt, e.practitioner, e.reason])).toEqual([
      ['return', '1', 8_334, '2026-03-03T10:00', 'Dr Elena Ruiz', 'Did not come'],
      ['book', '1', 8_334, '2026-03-03T10:00', 'Dr Elena Ruiz', ''],
      ['grant', '1,2,3,4,5,6', 50_000, null, null, ''],
    ])
    expect(entries.every((e) => e.by !== null && e.label === '')).toBe(true)
    await expect(app.call.clientPackages.timeline({ id: 999 })).rejects.toMatchObject({ code: 'call.notFound' })
  })

  it('names the app itself where a day’s opening wrote the entry', async () => {
    const p = await makeClientPackage(app, { expiry: { kind: 'onDate', date: localDate('2026-03-10') } })
    app.setNow('2026-03-12T08:00')
    await app.system.backups.dailyOpening({ key: newKey(), day: localDate('2026-03-12') })
    const [last] = (await app.call.clientPackages.timeline({ id: p.clientPackageId })).entries
    expect(last).toMatchObject({ move: 'expire', by: null, effectiveOn: '2026-03-11' })
    expect(last!.numbers).toHaveLength(10)
  })
})
