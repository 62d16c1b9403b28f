// The people of the practice: who may change whom, and that one owner always remains.

import { describe, expect, it } from 'vitest'
import { makeApp, newKey, PASSWORD, type TestApp } from '../support/app.ts'
import { expectRefused } from '../support/refused.ts'

const fieldsOf = async (app: TestApp, id: number) => {
  const { hasPassword: _password, hasPin: _pin, ...fields } = (await app.call.staff.list()).find((s) => s.id === id)!
  return fields
}
const newcomer = {
  id: null,
  name: 'Ольга Petrova',
  role: 'practitioner',
  active: true,
  isPractitioner: true,
  specialty: 'Massage',
  allowsOverlap: true,
  numbers: [
    { issuer: 'RMT', number: 'Z-204', validFrom: '2025-01-01', validThrough: '2026-12-31' },
    { issuer: 'RMT', number: 'Z-311', validFrom: '2027-01-01', validThrough: null },
  ],
  hours: [
    { weekday: 2, fromTime: '08:00', toTime: '12:00' },
    { weekday: 2, fromTime: '13:00', toTime: '17:00' },
  ],
} as const
const save = (app: TestApp, fields: object, as: Parameters<TestApp['as']>[0] = 'owner') =>
  app.as(as).staff.save({ ...newcomer, ...fields, key: newKey() } as never)

describe('saving a staff member', () => {
  it('keeps role, numbers and hours, and puts a new one last', async () => {
    const app = await makeApp()
    const saved = await save(app, {})

    expect(saved).toEqual({ ...newcomer, id: saved.id, mark: saved.mark, hasPassword: false, hasPin: false })
    expect((await app.as('receptionist').staff.list()).at(-1)).toEqual(saved)
  })

  it('replaces numbers and hours as a whole, and leaves the secrets alone', async () => {
    const app = await makeApp()
    const { owner } = app.people
    const saved = await save(app, { ...(await fieldsOf(app, owner)), name: 'Nadia Brandt-Holm', numbers: newcomer.numbers, hours: [] })

    expect(saved).toMatchObject({ name: 'Nadia Brandt-Holm', numbers: newcomer.numbers, hours: [], hasPassword: true, hasPin: true })
    await app.as('nobody').session.signIn({ staffId: owner, password: PASSWORD })
  })

  it('puts before and after into the audit, without the hashes', async () => {
    const app = await makeApp()
    await save(app, { ...(await fieldsOf(app, app.people.owner)), specialty: 'Sports' })

    const line = await app.db.selectFrom('audit').select('payload').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(line.payload).toContain('"specialty":"Sports"')
    expect(line.payload).not.toContain('scrypt')
    expect(line.payload).not.toContain('Hash')
  })

  it.each(['receptionist', 'practitioner'] as const)('is not for a %s', async (role) => {
    const app = await makeApp()
    await expectRefused(app, () => save(app, {}, role), 'call.forbidden')
  })

  it('lets an administrator change everybody but an owner, and make no owner', async () => {
    const app = await makeApp()
    const owner = await fieldsOf(app, app.people.owner)
    await save(app, { ...(await fieldsOf(app, app.people.receptionist)), role: 'administrator' }, 'administrator')

    await expectRefused(app, () => save(app, { ...owner, name: 'Renamed' }, 'administrator'), 'staff.ownersOnly')
    await expectRefused(app, () => save(app, { ...owner, role: 'receptionist' }, 'administrator'), 'staff.ownersOnly')
    await expectRefused(app, () => save(app, { role: 'owner' }, 'administrator'), 'staff.ownersOnly')
    await expectRefused(
      app,
      async () => save(app, { ...(await fieldsOf(app, app.people.receptionist)), role: 'owner' }, 'administrator'),
      'staff.ownersOnly',
    )
  })

  it('keeps one active owner, and lets a second one go', async () => {
    const app = await makeApp()
    const owner = await fieldsOf(app, app.people.owner)
    await expectRefused(app, () => save(app, { ...owner, role: 'administrator' }), 'staff.lastOwner')
    await expectRefused(app, () => save(app, { ...owner, active: false }), 'staff.lastOwner')

    const second = await save(app, { role: 'owner' })
    await save(app, { ...owner, active: false })
    app.sessions.signIn('owner', second.id)
    await expectRefused(app, async () => save(app, { ...(await fieldsOf(app, second.id)), active: false }), 'staff.lastOwner')
  })

  it('lets an owner who is inactive already be changed', async () => {
    const app = await makeApp()
    const other = await save(app, { role: 'owner', active: false })

    expect(await save(app, { ...(await fieldsOf(app, other.id)), role: 'receptionist' })).toMatchObject({ role: 'receptionist' })
  })

  it('signs out whoever was made inactive', async () => {
    const app = await makeApp()
    await save(app, { ...(await fieldsOf(app, app.people.receptionist)), active: false })

    await expect(app.as('receptionist').staff.list()).rejects.toMatchObject({ code: 'call.signedOut' })
  })

  it.each([
    ['a name of spaces', { name: '   ' }, 'Enter a name.'],
    ['hours that end before they start', { hours: [{ weekday: 1, fromTime: '12:00', toTime: '09:00' }] }, 'Must be after the start.'],
    [
      'a number that ends before it starts',
      { numbers: [{ issuer: 'RMT', number: '1', validFrom: '2026-02-01', validThrough: '2026-01-01' }] },
      'Must not be before the start.',
    ],
    ['an eighth weekday', { hours: [{ weekday: 8, fromTime: '09:00', toTime: '12:00' }] }, undefined],
    ['a role that there is not', { role: 'boss' }, undefined],
  ])('refuses %s', async (_what, wrong, message) => {
    const app = await makeApp()
    await expectRefused(app, () => save(app, wrong), 'call.badInput', message ? { fields: [{ message }] } : undefined)
  })

  it('refuses a person who is not there', async () => {
    const app = await makeApp()
    await expectRefused(app, () => save(app, { id: 999 }), 'call.notFound', { what: 'staff member' })
  })
})

describe('setting password and PIN', () => {
  it('is for everybody’s own', async () => {
    const app = await makeApp()
    const { receptionist } = app.people
    await app.as('receptionist').staff.setSecrets({ staffId: receptionist, password: 'lantern-quay', pin: '8642' })

    expect((await app.call.staff.list()).find((s) => s.id === receptionist)).toMatchObject({ hasPassword: true, hasPin: true })
    await app.as('nobody').session.signIn({ staffId: receptionist, password: 'lantern-quay' })
  })

  it('changes one and leaves the other', async () => {
    const app = await makeApp()
    const { owner } = app.people
    await app.call.staff.setSecrets({ staffId: owner, password: null, pin: '8642' })

    await app.as('nobody').session.signIn({ staffId: owner, password: PASSWORD })
    await app.as('nobody').session.enterPin({ staffId: owner, pin: '8642' })
    expect((await app.as('nobody').session.current()).staff?.id).toBe(owner)
  })

  it('changes nothing when neither is given', async () => {
    const app = await makeApp()
    const before = await app.db.selectFrom('staff').selectAll().execute()
    await app.call.staff.setSecrets({ staffId: app.people.owner, password: null, pin: null })

    expect(await app.db.selectFrom('staff').selectAll().execute()).toEqual(before)
  })

  it('is not for others without the right, and an owner’s only for an owner', async () => {
    const app = await makeApp()
    const { owner, administrator, receptionist } = app.people
    const secrets = { password: 'lantern-quay', pin: null }

    await expectRefused(app, () => app.as('receptionist').staff.setSecrets({ staffId: administrator, ...secrets }), 'call.forbidden')
    await expectRefused(app, () => app.as('practitioner').staff.setSecrets({ staffId: owner, ...secrets }), 'call.forbidden')
    await expectRefused(app, () => app.as('administrator').staff.setSecrets({ staffId: owner, ...secrets }), 'staff.ownersOnly')
    await app.as('administrator').staff.setSecrets({ staffId: receptionist, ...secrets })
  })

  it('refuses a person who is not there, a short password, and letters in a PIN', async () => {
    const app = await makeApp()
    await expectRefused(app, () => app.call.staff.setSecrets({ staffId: 999, password: 'lantern-quay', pin: null }), 'call.notFound')
    await expectRefused(app, () => app.call.staff.setSecrets({ staffId: app.people.owner, password: 'short', pin: null }), 'call.badInput')
    await expectRefused(app, () => app.call.staff.setSecrets({ staffId: app.people.owner, password: null, pin: '12a4' }), 'call.badInput')
  })

  it('stores hashes from inside only, and tells the audit no more than that they changed', async () => {
    const app = await makeApp()
    const input = { key: newKey(), staffId: app.people.receptionist, passwordHash: 'hash-of-a-secret', pinHash: null }
    await expectRefused(app, () => app.call.staff.storeSecrets(input), 'call.unknown')

    await app.system.staff.storeSecrets(input)
    const { payload } = await app.db.selectFrom('audit').select('payload').orderBy('id', 'desc').executeTakeFirstOrThrow()
    expect(payload).not.toContain('hash-of-a-secret')
    expect(payload).toContain('"passwordChanged":true')
  })
})
