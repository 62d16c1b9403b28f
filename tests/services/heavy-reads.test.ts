// Heavy queries are read by a worker on a connection of its own: they answer the same as any other query, and see what was
// saved before they were asked.

import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openPracticeFile } from '../../db/open.ts'
import { makeHeavyReads } from '../../electron/heavy-reads.ts'
import type { HeavyReads } from '../../electron/host.ts'
import { CLIENT_PACKAGE_LIST } from '../../renderer/components/client-package-list-input.ts'
import { DEFAULT_NOW, momentAt, newKey, openOn } from '../support/app.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'
import { makePracticeFile } from '../support/practice-file.ts'
import { makeClient, sellPackage } from '../support/make.ts'
import { PROCEDURES } from '../support/procedures.ts'

const asked = { staff: { id: 1, name: 'Mara Ruiz', role: 'owner', isPractitioner: true }, scope: 'all', ...momentAt(DEFAULT_NOW) }
const LIST = { ...CLIENT_PACKAGE_LIST, page: 1, pageSize: 50 }
const listOf = { name: 'clientPackages.list', input: LIST, asked }

let app: ReturnType<typeof openOn>
let reads: HeavyReads
beforeEach(async () => {
  const path = join(makeFolder(), 'practice.tenpack')
  const key = makeFileKey()
  await makePracticeFile(path, key)
  reads = makeHeavyReads({ path, key })
  app = openOn(() => openPracticeFile({ path, key, create: false }), DEFAULT_NOW, { heavyReads: reads })
  app.sessions.signIn('owner', 1)
})
afterEach(() => app.app.close())

it('answers with what was saved a moment ago, again and again', async () => {
  const [pkg] = await app.call.packages.list({ includeDeleted: false })
  for (const sold of [1, 2, 3]) {
    const client = await makeClient({ call: app.call, people: { practitioner: 1 } })
    await sellPackage({ call: app.call, people: { practitioner: 1 } }, { clientId: client.id, packageId: pkg!.id })
    expect((await app.call.clientPackages.list(LIST)).total).toBe(sold)
    expect((await app.call.packages.list({ includeDeleted: false }))[0]!.sold).toBe(sold)
  }
  expect((await app.call.backups.verify()).problems).toEqual([])
})

it('serves many at once, each with its own answer', async () => {
  const totals = await Promise.all(Array.from({ length: 20 }, () => reads.serve(listOf)))
  expect(totals).toEqual(Array.from({ length: 20 }, () => ({ rows: [], total: 0 })))
})

it('throws a refusal as one, and a fault with its name', async () => {
  await expect(reads.serve({ name: 'clientPackages.timeline', input: { id: 99 }, asked })).rejects.toMatchObject({ code: 'call.notFound' })
  await expect(reads.serve({ name: 'clientPackages.sell', input: {}, asked })).rejects.toThrow('clientPackages.sell is not a query')
  await expect(reads.serve({ ...listOf, input: null })).rejects.toMatchObject({ name: 'TypeError' })
  await expect(reads.serve(listOf)).resolves.toMatchObject({ total: 0 })
})

it('opens the file again after it was closed', async () => {
  await reads.serve(listOf)
  await reads.close()
  await reads.close()
  await expect(reads.serve(listOf)).resolves.toMatchObject({ total: 0 })
})

it('never writes: the connection only reads', async () => {
  const before = await app.db.selectFrom('audit').selectAll().execute()
  await reads.serve(listOf)
  await app.call.clients.save({
    key: newKey(),
    id: null,
    givenName: 'Ida',
    familyName: '',
    birthDate: null,
    phone: '',
    email: '',
    address: '',
    country: null,
    insurer: '',
    insurerNumber: '',
    notes: '',
  })
  expect((await app.db.selectFrom('audit').selectAll().execute()).length).toBe(before.length + 1)
})

it('is only for queries, which get nothing of the host', () => {
  const heavy = PROCEDURES.filter(({ meta }) => meta.heavy)
  expect(heavy.map(({ meta }) => meta.kind)).toEqual(heavy.map(() => 'query'))
  expect(heavy.length).toBeGreaterThan(0)
})
