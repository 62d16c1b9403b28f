// The first start: everything a practice begins with is stored at once, once, and its owner is signed in.

import { describe, expect, it } from 'vitest'
import { matchesSecret } from '../../electron/shell/secrets.ts'
import { PRESETS } from '../../resources/presets.ts'
import { TRADES } from '../../shared/contract/setup.ts'
import { DEFAULT_NOW, makeApp, makeEmptyApp, newKey, PASSWORD, PIN } from '../support/app.ts'
import { expectRefused } from '../support/refused.ts'

const practice = {
  name: 'Łąka Massage',
  address: '',
  phone: '',
  email: '',
  registration: '',
  country: 'JP',
  currency: 'JPY',
  pricesIncludeTax: true,
  paper: 'A4',
  clientWord: 'guest',
  noShowRule: 'ask',
  lateCancelRule: 'forfeit',
  lateCancelHours: 12,
} as const
const first = {
  practice,
  tax: { name: 'Consumption tax', rate: 10_000 },
  trade: 'massage',
  owner: { name: 'Aiko Mori', isPractitioner: true },
  password: PASSWORD,
  pin: PIN,
} as const
const toStore = ({ password: _password, pin: _pin, ...rest }: typeof first) => ({
  key: newKey(),
  ...rest,
  passwordHash: 'a',
  pinHash: 'b',
  isSample: false,
})

describe('setting up a practice', () => {
  it('begins with no practice, and nobody can sign in', async () => {
    const { call } = makeEmptyApp()

    expect(await call.setup.state()).toEqual({ hasPractice: false, practiceName: null, isSample: false })
    expect(await call.session.choices()).toEqual([])
    expect(await call.session.current()).toEqual({ staff: null, locked: false, now: `${DEFAULT_NOW}:00`, lockMinutes: 10 })
  })

  it('stores the practice, its owner, tax and services at once, and signs the owner in', async () => {
    const { call } = makeEmptyApp()
    await call.setup.create(first)

    expect(await call.setup.state()).toEqual({ hasPractice: true, practiceName: 'Łąka Massage', isSample: false })
    expect((await call.session.current()).staff).toMatchObject({ name: 'Aiko Mori', role: 'owner', isPractitioner: true })
    expect(await call.settings.get()).toMatchObject({ currency: 'JPY', pricesIncludeTax: true, clientWord: 'guest', lateCancelHours: 12 })
    const [owner] = await call.staff.list()
    expect(owner).toMatchObject({ hasPassword: true, hasPin: true })
    expect(owner?.hours).toContainEqual({ weekday: 1, fromTime: '09:00', toTime: '12:30' })
    const [tax] = await call.catalog.listTaxes()
    const services = await call.catalog.listServices()
    expect(services.map((s) => [s.name, s.priceMinor])).toContainEqual(['Massage 60 min', 9500])
    for (const service of services) expect(service).toMatchObject({ taxIds: [tax?.id], practitionerIds: [owner?.id], active: true })
  })

  it('leaves a practice without tax untaxed, and an owner who sees no clients out of the calendar', async () => {
    const { call } = makeEmptyApp()
    await call.setup.create({
      ...first,
      practice: { ...practice, currency: 'KWD' },
      tax: null,
      owner: { name: 'Omar', isPractitioner: false },
    })

    expect(await call.catalog.listTaxes()).toEqual([])
    expect((await call.staff.list())[0]?.hours).toEqual([])
    const [service] = await call.catalog.listServices()
    expect(service).toMatchObject({ taxIds: [], practitionerIds: [], priceMinor: 18_000 })
  })

  it('keeps the owner’s secrets as hashes, and neither secret nor hash in the audit', async () => {
    const { call, db } = makeEmptyApp()
    await call.setup.create(first)

    const { passwordHash, pinHash } = await db.selectFrom('staff').select(['passwordHash', 'pinHash']).executeTakeFirstOrThrow()
    expect(await matchesSecret(PASSWORD, passwordHash!)).toBe(true)
    expect(await matchesSecret(PIN, pinHash!)).toBe(true)
    const audit = await db.selectFrom('audit').select(['procedure', 'payload']).execute()
    expect(audit.map((line) => line.procedure)).toEqual(['setup.store'])
    for (const secret of [PASSWORD, PIN, passwordHash!, pinHash!]) expect(audit[0]?.payload).not.toContain(secret)
  })

  it.each(TRADES)('has sensible services for %s', (trade) => {
    for (const { name, durationMinutes, breakMinutes, price } of PRESETS[trade]) {
      expect(name).not.toBe('')
      expect((durationMinutes % 5) + (breakMinutes % 5)).toBe(0)
      expect(price).toBeGreaterThan(0)
    }
  })

  it('refuses a second practice in the same file, from the screen or inside', async () => {
    const app = await makeApp()

    await expectRefused(app, () => app.as('nobody').setup.create(first), 'data.hasPractice')
    await expectRefused(app, () => app.system.setup.store(toStore(first)), 'data.hasPractice')
    await expectRefused(app, () => app.as('nobody').setup.startSample(), 'data.hasPractice')
  })

  it('makes one practice of two that are set up at the same moment', async () => {
    const { as, db } = makeEmptyApp()
    const results = await Promise.allSettled([as('nobody').setup.create(first), as('owner').setup.create(first)])

    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await db.selectFrom('staff').select('id').execute()).toHaveLength(1)
  })

  it.each([
    ['a short password', { password: 'seven77' }],
    ['a PIN of letters', { pin: 'abcd' }],
    ['a PIN of three digits', { pin: '123' }],
    ['a practice without a name', { practice: { ...practice, name: '  ' } }],
    ['a currency that is none', { practice: { ...practice, currency: 'yen' } }],
    ['a field that is not known', { practice: { ...practice, isSample: true } }],
  ])('refuses %s', async (_what, wrong) => {
    const app = makeEmptyApp()
    const given = { ...first, ...wrong } as typeof first

    await expectRefused(app, () => app.call.setup.create(given), 'call.badInput')
  })

  it('lets nobody outside store a practice directly', async () => {
    const app = makeEmptyApp()

    await expectRefused(app, () => app.call.setup.store(toStore(first)), 'call.unknown')
  })
})
