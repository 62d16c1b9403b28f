// Clients through the door: saved, found in any script, and the figures of their page.

import { expect, test } from 'vitest'
import { makeApp, newKey } from '../support/app.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'
import { book, card, makeClient, makeClientPackage, makePackage, makeService, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

const nameless = { givenName: '', familyName: '' }

test('a client is saved with a number of their own and read back as typed', async () => {
  const app = await makeApp()
  const fields = {
    givenName: 'Anna',
    familyName: 'Lee',
    birthDate: '1986-03-14',
    phone: '604 555 0148',
    email: 'anna.lee@example.com',
    address: '4 Pine Road\nVictoria BC',
    country: 'US',
    insurer: 'Sun Mutual',
    insurerNumber: '88-2041',
    notes: 'Prefers mornings.\n\nAllergic to latex.',
  }
  const first = await makeClient(app, fields)
  expect(first).toEqual({ id: first.id, mark: first.mark, number: 1, ...fields, createdOn: '2026-11-24', deleted: false })
  expect((await makeClient(app)).number).toBe(2)
  expect(await app.call.clients.get({ id: first.id })).toMatchObject(first)
})

test('a client without any name is refused, and so is a date or a text that is none', async () => {
  const app = await makeApp()
  const cases: [Parameters<typeof makeClient>[1], string][] = [
    [nameless, 'familyName'],
    [{ givenName: '  ', familyName: '\t' }, 'familyName'],
    [{ familyName: 'a\nb' }, 'familyName'],
    [{ familyName: 'x'.repeat(81) }, 'familyName'],
    [{ birthDate: '2026-02-30' }, 'birthDate'],
    [{ notes: 'a\u0000b' }, 'notes'],
    [{ notes: '\uD800' }, 'notes'],
  ]
  for (const [fields, path] of cases) {
    const details = { fields: expect.arrayContaining([expect.objectContaining({ path })]) }
    await expectRefused(app, () => makeClient(app, fields), 'call.badInput', details)
  }
})

test('changed names are found at once and the old ones no longer', async () => {
  const app = await makeApp()
  const { number: _n, createdOn: _c, deleted: _d, ...client } = await makeClient(app, { givenName: 'Marta', familyName: 'Żółkowska' })
  const found = async (search: string) => (await app.call.clients.find({ search })).length
  expect([await found('zolk'), await found('weber')]).toEqual([1, 0])
  await app.call.clients.save({ key: newKey(), ...client, familyName: 'Weber' })
  expect([await found('zolk'), await found('weber')]).toEqual([0, 1])
})

test('a client that does not exist is neither shown nor changed', async () => {
  const app = await makeApp()
  const { number: _n, createdOn: _c, deleted: _d, ...client } = await makeClient(app)
  await expectRefused(app, () => app.call.clients.get({ id: 999 }), 'call.notFound', { what: 'client' })
  await expectRefused(app, () => app.call.clients.save({ key: newKey(), ...client, id: 999 }), 'call.notFound')
})

test('every typed word must begin a word of name, phone, e-mail or number', async () => {
  const app = await makeApp()
  const names = [
    ['Łukasz', 'Żółć'],
    ['Thị Đào', 'Nguyễn'],
    ['Ελένη', 'Παπαδοπούλου'],
    ['Ольга', 'Йовкова'],
    ['太郎', '山田'],
    ['Siobhán', 'O’Brien'],
  ]
  for (const [givenName, familyName] of names)
    await makeClient(app, { givenName, familyName, phone: '604 555 0148', email: 'x.y@example.com' })
  const find = async (search: string) => (await app.call.clients.find({ search })).map((c) => c.familyName)
  expect(await find('zolc LUK')).toEqual(['Żółć'])
  expect(await find('nguyen')).toEqual(['Nguyễn'])
  expect(await find('ελενη')).toEqual(['Παπαδοπούλου'])
  expect(await find('ольга')).toEqual(['Йовкова'])
  expect(await find('山田太郎')).toEqual(['山田'])
  expect(await find("o'br")).toEqual(['O’Brien'])
  expect((await find('6045550148')).length).toBe(6)
  expect(await find('0003')).toEqual(['Παπαδοπούλου'])
  expect((await find('x.y@exam')).length).toBe(6)
  expect(await find('ukasz')).toEqual([])
  for (const nothing of ['', '   ', '"', '*', '" OR words:x', '-', '()', 'NEAR(', "'; DROP TABLE clients", 'words:', '\u202E'])
    expect(await find(nothing)).toEqual([])
})

test('the list goes by family name, accents aside, a page at a time', async () => {
  const app = await makeApp()
  for (const familyName of ['Zander', 'Żak', 'Álvarez', 'Alva', 'Łoś', 'Lux']) await makeClient(app, { givenName: 'Anna', familyName })
  const page = async (n: number, search = '') => {
    const { rows, total } = await app.call.clients.list({ search, page: n, pageSize: 4 })
    return { names: rows.map((c) => c.familyName), total }
  }
  expect(await page(1)).toEqual({ names: ['Alva', 'Álvarez', 'Łoś', 'Lux'], total: 6 })
  expect(await page(2)).toEqual({ names: ['Żak', 'Zander'], total: 6 })
  expect(await page(3)).toEqual({ names: [], total: 6 })
  expect(await page(1, 'anna al')).toEqual({ names: ['Alva', 'Álvarez'], total: 2 })
  expect(await page(1, '!?')).toEqual({ names: [], total: 0 })
})

test('list and type-ahead tell visits and active packages', async () => {
  const app = await makeApp({ now: '2026-11-24T12:00' })
  const { clientId, itemId, serviceId } = await makeClientPackage(app)
  const other = await makeService(app)
  const at = (startsAt: string, id = serviceId) =>
    book(app, { clientId, serviceId: id, startsAt, clientPackageItemId: id === serviceId ? itemId : null })
  await at('2026-11-24T09:00', other.id)
  await at('2026-11-24T10:00')
  await at('2026-11-26T10:00', other.id)
  const { id } = await at('2026-11-25T10:00')
  const [row] = (await app.call.clients.list({ search: '', page: 1, pageSize: 10 })).rows
  expect(row).toMatchObject({ lastVisitOn: '2026-11-24', nextVisitAt: '2026-11-25T10:00', activePackages: 1 })
  const search = `${row!.familyName} ${row!.givenName}`
  expect(await app.call.clients.find({ search })).toMatchObject([
    { id: clientId, visits: 2, lastVisitOn: '2026-11-24', lastServiceId: serviceId },
  ])

  await app.call.appointments.end({ key: newKey(), id, as: 'cancelledByPractice', session: 'return', reason: '' })
  expect((await app.call.clients.list({ search: '', page: 1, pageSize: 10 })).rows[0]).toMatchObject({ nextVisitAt: '2026-11-26T10:00' })
})

test('the service used last is offered first, and the next one to somebody who has not come yet', async () => {
  const app = await makeApp({ now: '2026-11-24T12:00' })
  const client = await makeClient(app, { familyName: 'Kowalczyk' })
  const [soon, later, past] = [await makeService(app), await makeService(app), await makeService(app)]
  const last = async () => (await app.call.clients.find({ search: 'kowal' }))[0]!.lastServiceId
  expect(await last()).toBeNull()
  await book(app, { clientId: client.id, serviceId: later.id, startsAt: '2026-11-26T10:00' })
  await book(app, { clientId: client.id, serviceId: soon.id, startsAt: '2026-11-25T10:00' })
  expect(await last()).toBe(soon.id)
  await book(app, { clientId: client.id, serviceId: past.id, startsAt: '2026-11-24T09:00' })
  expect(await last()).toBe(past.id)
})

test('the page of a client adds up what is due, on account and prepaid', async () => {
  const app = await makeApp({ now: '2026-11-24T12:00' })
  const { clientId, itemId, serviceId } = await makeClientPackage(app, { payments: [card(50_000)] }) // 800.00 for 10
  const done = await book(app, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T09:00' })
  await app.call.appointments.complete({ key: newKey(), id: done.id })
  const missed = await book(app, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T10:00' })
  await app.call.appointments.end({ key: newKey(), id: missed.id, as: 'noShow', session: 'forfeit', reason: '' })
  await book(app, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-27T10:00' })

  expect(await app.call.clients.get({ id: clientId })).toMatchObject({
    money: [{ currency: 'CAD', balanceMinor: 30_000, creditMinor: 0, prepaidMinor: 64_000 }],
    prepaidSessions: 8,
    prepaidUnlimited: false,
    lastVisit: { at: '2026-11-24T09:00', practitioner: 'Dr Elena Ruiz' },
    nextVisit: { at: '2026-11-27T10:00', practitioner: 'Dr Elena Ruiz' },
    noShows: 1,
    counts: { appointments: 3, clientPackages: 1 },
  })
})

test('an unlimited package counts its pot as prepaid, a package paid at each appointment nothing', async () => {
  const app = await makeApp()
  const { clientId, itemId, serviceId } = await makeClientPackage(app, { sessions: null }) // 800.00, item price 80.00
  const figures = async () => {
    const { money, prepaidSessions, prepaidUnlimited } = await app.call.clients.get({ id: clientId })
    return [money[0]?.prepaidMinor, prepaidSessions, prepaidUnlimited]
  }
  expect(await figures()).toEqual([80_000, 0, true])
  const visit = await book(app, { clientId, serviceId, clientPackageItemId: itemId, startsAt: '2026-11-24T09:00' })
  expect(await figures()).toEqual([80_000, 1, true])
  await app.call.appointments.complete({ key: newKey(), id: visit.id })
  expect(await figures()).toEqual([72_000, 0, true])

  const { id } = await makePackage(app, { paymentStyle: 'eachAppointment' })
  await sellPackage(app, { clientId, packageId: id })
  expect(await figures()).toEqual([72_000, 0, true])
})

test('hostile names are kept as the text they are, and found', async () => {
  const app = await makeApp()
  for (const name of HOSTILE_NAMES) {
    const { id } = await makeClient(app, { givenName: name, familyName: name, notes: name, address: name })
    expect(await app.call.clients.get({ id })).toMatchObject({ givenName: name, familyName: name, notes: name, address: name })
    if (/[\p{L}\p{N}]/u.test(name)) expect((await app.call.clients.find({ search: name })).map((c) => c.id)).toContain(id)
  }
  expect((await app.call.clients.list({ search: '', page: 1, pageSize: 50 })).total).toBe(HOSTILE_NAMES.length)
})

test('the same form sent twice makes one client', async () => {
  const app = await makeApp()
  const { id: _id, number: _n, createdOn: _c, deleted: _d, ...fields } = await makeClient(app)
  const form = { ...fields, key: newKey(), id: null, familyName: 'Twice' }
  const [one, two] = await Promise.all([app.call.clients.save(form), app.call.clients.save(form)])
  expect(two).toEqual(one)
  await expectRefused(app, () => app.call.clients.save({ ...form, familyName: 'Thrice' }), 'call.keyReused')
  expect((await app.call.clients.list({ search: '', page: 1, pageSize: 10 })).total).toBe(2)
})
