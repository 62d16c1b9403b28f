// The practice's own settings, and what stays as it was set up.

import { expect, it } from 'vitest'
import { makeApp, makeEmptyApp, newKey, type TestApp } from '../support/app.ts'
import { expectRefused } from '../support/refused.ts'

const changes = {
  name: 'Harbour & Søn',
  address: '1 Quay\nVictoria',
  phone: '1',
  email: 'a@b.test',
  registration: 'R',
  paper: 'A4',
  clientWord: 'patient',
  noShowRule: 'ask',
  lateCancelRule: 'forfeit',
  lateCancelHours: 48,
  lockMinutes: 3,
  dueDays: 14,
  packageChoice: 'ask',
  useBeforePaid: 'no',
  mayReactivate: false,
  invoiceAlways: true,
  lowSessions: 1,
  lowDays: 30,
  discountLimit: 10_000,
} as const
const update = async (app: TestApp, more: object = {}, as: Parameters<TestApp['as']>[0] = 'owner') =>
  app.as(as).settings.update({ mark: (await app.call.settings.get()).mark, ...changes, ...more, key: newKey() })

it('shows every staff member the settings, and takes changes from those who run the practice', async () => {
  const app = await makeApp()
  const before = await app.as('practitioner').settings.get()
  expect(before).toMatchObject({
    name: 'Harbour Street Physiotherapy',
    currency: 'CAD',
    country: 'CA',
    pricesIncludeTax: false,
    isSample: false,
  })

  const after = await update(app, {}, 'administrator')
  expect(after).toEqual({ ...before, ...changes, mark: after.mark })
  expect(await app.as('receptionist').settings.get()).toEqual(after)
  expect((await app.as('nobody').session.current()).lockMinutes).toBe(3)
})

it.each(['receptionist', 'practitioner'] as const)('takes no changes from a %s', async (role) => {
  const app = await makeApp()
  await expectRefused(app, () => update(app, {}, role), 'call.forbidden')
})

it.each([
  ['no name', { name: ' ' }],
  ['a lock after no time', { lockMinutes: 0 }],
  ['a rule that there is not', { noShowRule: 'shrug' }],
  ['another currency: documents rest on the one there is', { currency: 'USD' }],
  ['a line of text with a line break', { phone: '1\n2' }],
])('refuses %s', async (_what, wrong) => {
  const app = await makeApp()
  await expectRefused(app, () => update(app, wrong), 'call.badInput')
})

it('shows nothing before the practice is set up', async () => {
  const app = makeEmptyApp()
  await expectRefused(app, () => app.call.settings.get(), 'call.signedOut')
})

it('keeps what a setting was before it was changed', async () => {
  const app = await makeApp()
  await update(app)

  const { payload, procedure } = await app.db
    .selectFrom('audit')
    .select(['payload', 'procedure'])
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(procedure).toBe('settings.update')
  const [change] = JSON.parse(payload!) as [{ before: { dueDays: number }; after: { dueDays: number } }]
  expect([change.before.dueDays, change.after.dueDays]).toEqual([0, 14])
})
