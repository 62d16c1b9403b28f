// Signing in: wrong tries wait longer and longer, whatever means, whoever restarts the app; a PIN only re-opens what a password opened.

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPracticeFile } from '../../db/open.ts'
import { proceduresOf } from '../../electron/procedures.ts'
import { services } from '../../electron/router.ts'
import { contract } from '../../shared/contract/index.ts'
import type { Instant } from '../../shared/dates.ts'
import { FREE_TRIES, secondsToWait } from '../../shared/domain/sign-in.ts'
import { makeApp, newKey, openOn, PASSWORD, PIN, type TestApp } from '../support/app.ts'
import { makeFileKey, makeFolder } from '../support/folder.ts'
import { FIRST_PRACTICE } from '../support/practice.ts'
import { expectRefused } from '../support/refused.ts'

const nobody = (app: TestApp) => app.as('nobody')
const owner = ({ people }: TestApp) => people.owner

async function tryWrongly(app: TestApp, times: number): Promise<void> {
  for (let i = 0; i < times; i++)
    await expect(nobody(app).session.signIn({ staffId: owner(app), password: 'wrong' })).rejects.toMatchObject({ code: 'signIn.wrong' })
}
const attempts = (app: Pick<TestApp, 'db'>) => app.db.selectFrom('signInAttempts').select(['means', 'succeeded']).orderBy('id').execute()

describe('signing in by password', () => {
  it('opens the window, and offers the PIN from then on', async () => {
    const app = await makeApp()
    expect((await nobody(app).session.choices()).find((c) => c.id === owner(app))).toMatchObject({ hasPin: true, pinIsEnough: false })

    await nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD })

    expect(await nobody(app).session.current()).toMatchObject({ staff: { name: 'Nadia Brandt', role: 'owner' }, locked: false })
    expect((await nobody(app).session.choices()).find((c) => c.id === owner(app))).toMatchObject({ pinIsEnough: true })
    expect(await attempts(app)).toEqual([{ means: 'password', succeeded: 1 }])
  })

  it('takes the same letters however the keyboard composes them', async () => {
    const app = await makeApp()
    await app.call.staff.setSecrets({ staffId: owner(app), password: 'Zürich-Straße', pin: null })

    await nobody(app).session.signIn({ staffId: owner(app), password: 'Zu\u0308rich-Straße' })
    expect((await nobody(app).session.current()).staff?.id).toBe(owner(app))
  })

  it('refuses a wrong one, records the try, and signs nobody in', async () => {
    const app = await makeApp()
    await tryWrongly(app, 1)

    expect((await nobody(app).session.current()).staff).toBeNull()
    expect(await attempts(app)).toEqual([{ means: 'password', succeeded: 0 }])
  })

  it('refuses whoever has no password, has left, or never was', async () => {
    const app = await makeApp()
    const { receptionist } = app.people
    await expectRefused(app, () => nobody(app).session.signIn({ staffId: receptionist, password: PASSWORD }), 'signIn.noPassword')

    const member = (await app.call.staff.list()).find((s) => s.id === receptionist)!
    const { hasPassword: _password, hasPin: _pin, ...fields } = member
    await app.call.staff.save({ ...fields, key: newKey(), active: false })
    await expectRefused(app, () => nobody(app).session.signIn({ staffId: receptionist, password: PASSWORD }), 'signIn.wrong')
    await expectRefused(app, () => nobody(app).session.signIn({ staffId: 999, password: PASSWORD }), 'signIn.wrong')
    expect((await nobody(app).session.choices()).map((c) => c.id)).not.toContain(receptionist)
    expect((await app.as('receptionist').session.current()).staff).toBeNull()
  })
})

describe('waiting after wrong tries', () => {
  it('makes the sixth try wait, even with the right password, and each further one longer', async () => {
    const app = await makeApp()
    await tryWrongly(app, FREE_TRIES)

    await expectRefused(app, () => nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD }), 'signIn.wait', { seconds: 30 })
    app.setNow('2026-11-24T08:31')
    await tryWrongly(app, 1)
    await expectRefused(app, () => nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD }), 'signIn.wait', { seconds: 60 })
    app.setNow('2026-11-24T08:32')
    await nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD })
    await tryWrongly(app, FREE_TRIES)
  })

  it('counts wrong PINs and wrong passwords together', async () => {
    const app = await makeApp()
    await nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD })
    for (let i = 0; i < FREE_TRIES; i++)
      await expect(nobody(app).session.enterPin({ staffId: owner(app), pin: '0000' })).rejects.toMatchObject({
        code: 'signIn.wrong',
        details: { means: 'PIN' },
      })

    await expectRefused(app, () => nobody(app).session.enterPin({ staffId: owner(app), pin: PIN }), 'signIn.wait', { seconds: 30 })
    await expectRefused(app, () => nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD }), 'signIn.wait')
  })

  it('lets no more than the free tries through when many come at once', async () => {
    const app = await makeApp()
    const guesses = Array.from({ length: 12 }, (_, i) => nobody(app).session.signIn({ staffId: owner(app), password: `guess ${i}` }))
    const codes = (await Promise.allSettled(guesses)).map((r) => (r.status === 'rejected' ? (r.reason as { code: string }).code : 'in'))

    expect(codes.filter((code) => code === 'signIn.wrong')).toHaveLength(FREE_TRIES)
    expect(codes.filter((code) => code === 'signIn.wait')).toHaveLength(12 - FREE_TRIES)
  })

  it('is not shortened by starting the app again, nor lengthened by setting the clock back', async () => {
    const file = { path: join(makeFolder(), 'practice.tenpack'), key: makeFileKey() }
    const start = (now: string) => openOn(() => openPracticeFile({ ...file, create: true }), now)
    const before = start('2026-11-24T08:30')
    await before.call.setup.create(FIRST_PRACTICE)
    const staffId = before.sessions.staffOf('owner')!
    await before.call.session.lock()
    for (let i = 0; i < FREE_TRIES; i++)
      await expect(before.call.session.enterPin({ staffId, pin: '0000' })).rejects.toMatchObject({ code: 'signIn.wrong' })
    await before.app.close()

    const after = start('2026-11-24T08:30')
    const signIn = () => after.call.session.signIn({ staffId, password: PASSWORD })
    await expect(signIn()).rejects.toMatchObject({ code: 'signIn.wait', details: { seconds: 30 } })
    after.setNow('2026-11-24T07:00')
    await expect(signIn()).rejects.toMatchObject({ code: 'signIn.wait', details: { seconds: 30 } })
    after.setNow('2026-11-24T08:31')
    await signIn()
    await after.app.close()
  })

  it.each([
    [4, 0],
    [5, 30],
    [6, 60],
    [7, 120],
    [11, 1920],
    [12, 3600],
    [20, 3600],
  ])('is, after %i wrong tries, %i seconds', (wrong, seconds) => {
    const now = '2026-11-24T08:30:00.000Z' as Instant
    const tries = Array.from({ length: wrong }, () => ({ at: now, succeeded: false }))

    expect(secondsToWait(tries, now)).toBe(seconds)
    expect(secondsToWait([{ at: now, succeeded: true }, ...tries], now)).toBe(0)
  })
})

describe('the PIN', () => {
  it('opens nothing until the password was given here today', async () => {
    const app = await makeApp()
    const enter = () => nobody(app).session.enterPin({ staffId: owner(app), pin: PIN })
    await expectRefused(app, enter, 'signIn.passwordFirst')

    await nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD })
    await nobody(app).session.lock()
    await enter()
    expect(await nobody(app).session.current()).toMatchObject({ staff: { id: owner(app) }, locked: false })

    app.setNow('2026-11-25T08:30')
    await expectRefused(app, enter, 'signIn.passwordFirst')
  })

  it('switches a window to another person who gave their password today', async () => {
    const app = await makeApp()
    const { receptionist } = app.people
    await app.call.staff.setSecrets({ staffId: receptionist, password: 'harbour-lamp', pin: '9753' })
    await nobody(app).session.signIn({ staffId: receptionist, password: 'harbour-lamp' })
    await nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD })

    await nobody(app).session.enterPin({ staffId: receptionist, pin: '9753' })
    expect((await nobody(app).session.current()).staff).toMatchObject({ id: receptionist, role: 'receptionist' })
  })

  it('is refused when wrong, for a stranger, and for whoever has none', async () => {
    const app = await makeApp()
    await nobody(app).session.signIn({ staffId: owner(app), password: PASSWORD })
    await nobody(app).session.lock()
    await expect(nobody(app).session.enterPin({ staffId: owner(app), pin: '1111' })).rejects.toMatchObject({ code: 'signIn.wrong' })

    expect((await nobody(app).session.current()).locked).toBe(true)
    await expectRefused(app, () => nobody(app).session.enterPin({ staffId: 999, pin: PIN }), 'signIn.wrong')
    await expectRefused(app, () => nobody(app).session.enterPin({ staffId: app.people.receptionist, pin: PIN }), 'signIn.passwordFirst')
  })
})

describe('a locked or signed-out window', () => {
  it('calls nothing but what is public, whatever the procedure', async () => {
    const app = await makeApp()
    await app.call.session.lock()
    const byName = proceduresOf(contract, services)
    expect(byName.size).toBeGreaterThan(50)

    for (const { name, access } of byName.values()) {
      if (access === 'public') continue
      const codeFor = async (sessionId: string) => {
        const reply = await app.app.dispatch({ sessionId, path: name.split('.'), input: {} })
        return 'error' in reply ? reply.error.code : 'served'
      }
      expect(`${name} ${await codeFor('owner')}`).toBe(`${name} ${access === 'system' ? 'call.unknown' : 'call.locked'}`)
      expect(`${name} ${await codeFor('stranger')}`).toBe(`${name} ${access === 'system' ? 'call.unknown' : 'call.signedOut'}`)
    }
  })

  it('tells the lock screen who was here, and no more', async () => {
    const app = await makeApp()
    await app.call.session.lock()

    expect(await app.call.session.current()).toEqual({
      staff: { id: owner(app), name: 'Nadia Brandt', role: 'owner', isPractitioner: false },
      locked: true,
      now: '2026-11-24T08:30:00',
      lockMinutes: 10,
    })
  })

  it('is signed out by its person, and by nobody else’s signing out', async () => {
    const app = await makeApp()
    await app.as('receptionist').session.signOut()

    expect((await app.as('receptionist').session.current()).staff).toBeNull()
    expect((await app.call.session.current()).staff?.id).toBe(owner(app))
  })
})

it('records tries from inside only', async () => {
  const app = await makeApp()
  const input = { key: newKey(), staffId: owner(app), at: '2026-11-24T08:30:00.000Z', means: 'pin' as const, succeeded: true }

  await expectRefused(app, () => app.call.session.recordAttempt(input), 'call.unknown')
  await app.system.session.recordAttempt(input)
  expect(await attempts(app)).toEqual([{ means: 'pin', succeeded: 1 }])
})
