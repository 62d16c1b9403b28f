// The search box: clients with their appointments, packages by name, invoices by number.

import { expect, test } from 'vitest'
import { makeApp, newKey } from '../support/app.ts'
import { HOSTILE_NAMES } from '../support/hostile.ts'
import { book, makeClient, makePackage, makeService, sellPackage } from '../support/make.ts'

test('a name finds the client and their appointments, the coming ones first', async () => {
  const app = await makeApp({ now: '2026-11-24T12:00' })
  const service = await makeService(app, { name: 'Physio 45' })
  const client = await makeClient(app, { givenName: 'Łukasz', familyName: 'Żółć', phone: '604 555 0148' })
  const other = await makeClient(app, { givenName: 'Mara', familyName: 'Vidal' })
  for (const startsAt of ['2026-11-24T09:00', '2026-11-24T10:00', '2026-11-27T09:00', '2026-11-25T09:00'])
    await book(app, { clientId: client.id, serviceId: service.id, startsAt })
  await book(app, { clientId: other.id, serviceId: service.id, startsAt: '2026-11-26T09:00' })

  const found = await app.call.search.all({ text: 'zolc' })
  expect(found.clients).toEqual([{ id: client.id, name: 'Łukasz Żółć', number: client.number, phone: '604 555 0148' }])
  expect(found.appointments[0]).toMatchObject({ clientName: 'Łukasz Żółć', serviceName: 'Physio 45' })
  expect(found.appointments.map((a) => a.startsAt)).toEqual([
    '2026-11-24T09:00',
    '2026-11-24T10:00',
    '2026-11-25T09:00',
    '2026-11-27T09:00',
  ])
  expect([found.packages, found.invoices]).toEqual([[], []])
})

test('packages are found by the beginnings of their words, deleted ones not', async () => {
  const app = await makeApp()
  const relax = await makePackage(app, { name: 'Détente – Relax 10' })
  const gone = await makePackage(app, { name: 'Relax 20' })
  await app.call.packages.remove({ key: newKey(), id: gone.id })
  expect((await app.call.search.all({ text: 'rel det' })).packages).toEqual([{ id: relax.id, name: 'Détente – Relax 10' }])
  expect((await app.call.search.all({ text: 'lax' })).packages).toEqual([])
})

test('digits find invoices whose number begins with them', async () => {
  const app = await makeApp()
  const client = await makeClient(app, { givenName: 'Anna', familyName: 'Lee' })
  const { id } = await makePackage(app)
  const { invoiceId, invoiceNumber } = await sellPackage(app, { clientId: client.id, packageId: id })
  await sellPackage(app, { clientId: client.id, packageId: id })
  const numbers = async (text: string) => (await app.call.search.all({ text })).invoices.map((i) => i.number)
  expect((await app.call.search.all({ text: `#${invoiceNumber}` })).invoices).toEqual([
    { id: invoiceId, number: invoiceNumber, clientName: 'Anna Lee' },
  ])
  expect(await numbers('10')).toEqual([invoiceNumber, invoiceNumber + 1])
  expect(await numbers('2')).toEqual([])
  expect(await numbers('10 anna')).toEqual([])
})

test('nothing typed, or what is no word, finds nothing', async () => {
  const app = await makeApp()
  await makeClient(app)
  for (const text of ['', '  ', '"', '*', '-', '\u202E']) {
    expect(await app.call.search.all({ text })).toEqual({ clients: [], appointments: [], packages: [], invoices: [] })
  }
})

test('hostile text is only text', async () => {
  const app = await makeApp()
  for (const name of HOSTILE_NAMES) await makeClient(app, { familyName: name })
  for (const text of HOSTILE_NAMES) await app.call.search.all({ text })
  expect((await app.call.search.all({ text: 'drop table clients' })).clients.map((c) => c.name)).toHaveLength(1)
})
