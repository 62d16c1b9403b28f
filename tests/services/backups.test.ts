// Copies: what is called one opens again. And what the app does by itself when a day begins.

import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clientOver } from '../../electron/client.ts'
import { addDays, dayOf, localDateTime } from '../../shared/dates.ts'
import { isRefusalCode, Refusal } from '../../shared/errors.ts'
import { SAMPLE_PRACTICE } from '../../db/sample/practice.ts'
import { type Client, DEFAULT_NOW, makeApp, newKey, PASSWORD, PIN } from '../support/app.ts'
import { makeClient, makeClientPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'
import { startHost } from '../support/web-host.ts'

const TODAY = dayOf(localDateTime(DEFAULT_NOW))

/** The real thing: a host with its file, its key and its worker, and the owner at the screen. */
async function makeHost(folder?: string) {
  const { host, data, ...more } = await startHost(folder === undefined ? {} : { folder })
  const { app } = host.practice
  const call: Client = clientOver(async (path, input) => {
    const reply = await app.dispatch({ sessionId: 'window', path, input })
    if ('output' in reply) return reply.output
    const { code, data: details } = reply.error
    throw isRefusalCode(code) ? new Refusal(code, details as never) : new Error(JSON.stringify(reply))
  })
  return { host, app, call, copies: join(data, 'Copies'), data, ...more }
}
async function makePracticeHost() {
  const made = await makeHost()
  await made.call.setup.create({ ...SAMPLE_PRACTICE, password: PASSWORD, pin: PIN })
  return made
}
const newClient = (call: Client, familyName: string) => makeClient({ call, people: { practitioner: 1 } }, { familyName })

describe('a copy', () => {
  it('is made, checked and recorded, and its age is told', async () => {
    const { call, copies } = await makePracticeHost()
    expect(await call.backups.status()).toEqual({ newest: null, ageMinutes: null, alarm: false, folder: copies })
    const made = await call.backups.make()

    expect(made.fileName).toMatch(/^\d{4}-\d\d-\d\d practice copy\.tenpack$/)
    expect(readdirSync(copies)).toEqual([made.fileName])
    expect(statSync(join(copies, made.fileName)).size).toBe(made.bytes)
    expect(await call.backups.status()).toEqual({ newest: made, ageMinutes: 0, alarm: false, folder: copies })
  })

  it('put in the place of a practice that is lost opens as that practice', async () => {
    const first = await makePracticeHost()
    await newClient(first.call, 'Żółkiewski')
    const { fileName } = await first.call.backups.make()
    await newClient(first.call, 'Later')
    await first.host.close()
    for (const name of readdirSync(first.data)) if (name !== 'Copies') rmSync(join(first.data, name))
    copyFileSync(join(first.copies, fileName), join(first.data, 'practice.tenpack'))

    const second = await makeHost(first.folder)
    await second.call.session.signIn({ staffId: 1, password: PASSWORD })
    const { rows } = await second.call.clients.list({ search: '', page: 1, pageSize: 10 })
    expect(rows.map((c) => c.familyName)).toEqual(['Żółkiewski'])
    expect((await second.call.backups.verify()).problems).toEqual([])
  })

  it('overwrites none that was made before, also when several are asked for at once', async () => {
    const { call, copies } = await makePracticeHost()
    const made = await Promise.all([call.backups.make(), call.backups.make(), call.backups.make()])

    expect(new Set(made.map((c) => c.fileName)).size).toBe(3)
    expect(readdirSync(copies).sort()).toEqual(made.map((c) => c.fileName).sort())
  })

  it('can be made while people go on working, and holds all that was saved before', async () => {
    const { call, app } = await makePracticeHost()
    await newClient(call, 'Before')
    const [made] = await Promise.all([call.backups.make(), ...Array.from({ length: 40 }, (_, i) => newClient(call, `Name ${i}`))])

    expect(made.bytes).toBeGreaterThan(100_000)
    expect(await app.db().selectFrom('clients').select('id').execute()).toHaveLength(41)
  })

  it('that can’t be written is refused with its reason, recorded nowhere, and leaves nothing behind', async () => {
    const { call, copies, app } = await makePracticeHost()
    writeFileSync(copies, 'a file where the folder should be')
    await expect(call.backups.make()).rejects.toMatchObject({
      code: 'backup.failed',
      details: { why: expect.stringContaining('nothing can be written to') as string },
    })

    rmSync(copies)
    mkdirSync(copies)
    mkdirSync(join(copies, `${(await call.session.current()).now.slice(0, 10)} practice copy.tenpack.part`)) // in the way
    await expect(call.backups.make()).rejects.toMatchObject({ code: 'backup.failed' })
    expect(await app.db().selectFrom('backups').selectAll().execute()).toEqual([])
    expect((await call.backups.status()).newest).toBeNull()
  })

  it('that somebody moved away counts no longer; the one before it does', async () => {
    const { call, copies } = await makePracticeHost()
    const [first, second] = [await call.backups.make(), await call.backups.make()]
    rmSync(join(copies, second.fileName))

    expect((await call.backups.status()).newest).toEqual(first)
  })

  it('is for everyone to make, and for nobody to record by hand', async () => {
    const app = await makeApp()
    await expect(app.as('practitioner').backups.make()).rejects.toThrow('No copies are made in this test')
    await expectRefused(app, () => app.as('nobody').backups.make(), 'call.signedOut')
    await expectRefused(
      app,
      () => app.call.backups.record({ key: newKey(), fileName: 'x', bytes: 1, verifiedAt: '2026-11-24T08:30:00.000Z' }),
      'call.unknown',
    )
    expect(existsSync('/nowhere')).toBe(false)
  })
})

it('raises the alarm after three days without a copy, counted from set-up when there never was one', async () => {
  const app = await makeApp()
  app.setNow('2026-11-27T08:29')
  expect(await app.call.backups.status()).toMatchObject({ newest: null, alarm: false })
  app.setNow('2026-11-27T08:30')
  expect(await app.call.backups.status()).toMatchObject({ newest: null, ageMinutes: null, alarm: true })
})

describe('the check of the file', () => {
  it('finds nothing wrong in a practice that worked, and counts what it read', async () => {
    const app = await makeApp()
    await makeClientPackage(app)
    const { problems, counts } = await app.as('administrator').backups.verify()

    expect(problems).toEqual([])
    expect(counts).toMatchObject({ sessions: 10, entries: 10, invoices: 1, payments: 0 })
    expect(counts.auditLines).toBeGreaterThan(5)
  })

  it.each(['receptionist', 'practitioner'] as const)('is not for a %s', async (role) => {
    const app = await makeApp()
    await expectRefused(app, () => app.as(role).backups.verify(), 'call.forbidden')
  })
})

describe('the daily opening', () => {
  it('lets what ended expire on the day after, and once', async () => {
    const app = await makeApp()
    await makeClientPackage(app, { sessions: 3, expiry: { kind: 'onDate', date: addDays(TODAY, 2) } })
    const open = (days: number) => app.system.backups.dailyOpening({ key: newKey(), day: addDays(TODAY, days) })

    expect(await open(0)).toEqual({ expired: 0 })
    expect(await open(2)).toEqual({ expired: 0 })
    expect(await open(5)).toEqual({ expired: 3 })
    expect(await open(5)).toEqual({ expired: 0 })
    expect((await app.db.selectFrom('practice').select('openedOn').executeTakeFirstOrThrow()).openedOn).toBe(addDays(TODAY, 5))
    const entries = await app.db.selectFrom('sessionEntries').select(['effectiveOn', 'staffId']).where('move', '=', 'expire').execute()
    expect(entries).toEqual(Array(3).fill({ effectiveOn: addDays(TODAY, 3), staffId: null }))
    expect((await app.call.backups.verify()).problems).toEqual([])
  })

  it('goes on with the day there is when the clock was ahead by mistake', async () => {
    const app = await makeApp()
    await makeClientPackage(app, { sessions: 3, expiry: { kind: 'onDate', date: addDays(TODAY, 2) } })
    await app.system.backups.dailyOpening({ key: newKey(), day: TODAY })
    await app.db
      .updateTable('practice')
      .set({ openedOn: addDays(TODAY, 4000) })
      .execute()

    expect(await app.system.backups.dailyOpening({ key: newKey(), day: addDays(TODAY, 3) })).toEqual({ expired: 3 })
  })

  it('forgets replies after thirty days, not before', async () => {
    const app = await makeApp()
    const keys = async () => (await app.db.selectFrom('replies').select('key').execute()).map((r) => r.key)
    const key = newKey()
    await app.call.catalog.saveCategory({ key, id: null, name: 'Massage' })

    app.setNow('2026-12-24T08:30')
    await app.system.backups.dailyOpening({ key: newKey(), day: addDays(TODAY, 30) })
    expect(await keys()).toContain(key)
    app.setNow('2026-12-25T08:30')
    await app.system.backups.dailyOpening({ key: newKey(), day: addDays(TODAY, 31) })
    expect(await keys()).not.toContain(key)
  })

  it('is the app’s own doing', async () => {
    const app = await makeApp()
    await expectRefused(app, () => app.call.backups.dailyOpening({ key: newKey(), day: TODAY }), 'call.unknown')
  })
})

it('keeps who printed a client’s record, from inside only', async () => {
  const app = await makeApp()
  const { id } = await makeClient(app)
  const input = { key: newKey(), procedure: 'reports.makeStatement', clientIds: [id] }
  await expectRefused(app, () => app.call.backups.recordAccess(input), 'call.unknown')

  await app.system.backups.recordAccess(input)
  const lines = await app.db
    .selectFrom('auditRecords')
    .innerJoin('audit', 'audit.id', 'auditId')
    .select(['procedure', 'payload'])
    .where('record', '=', 'clients')
    .where('recordId', '=', id)
    .execute()
  expect(lines.at(-1)).toMatchObject({
    procedure: 'backups.recordAccess',
    payload: expect.stringContaining('reports.makeStatement') as string,
  })
})
