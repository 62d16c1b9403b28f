// The sample practice: made through the procedures, rich enough to judge by, and sound.

import { beforeAll, expect, it } from 'vitest'
import { makeSample } from '../../db/sample/make-sample.ts'
import { localDateTime } from '../../shared/dates.ts'
import { INVOICE_STATES } from '../../shared/domain/words.ts'
import { makeEmptyApp, PASSWORD, PIN } from '../support/app.ts'

const NOW = localDateTime('2026-11-24T11:22')
let app: ReturnType<typeof makeEmptyApp>

beforeAll(async () => {
  app = makeEmptyApp({ now: '2025-11-25T07:30' })
  await app.call.setup.create({
    practice: {
      name: 'Harbour Street Practice',
      address: '12 Harbour Street\nVancouver BC V6C 1A1',
      phone: '604 555 0100',
      email: 'desk@harbourstreet.example',
      registration: 'GST 81234 5678 RT0001',
      country: 'CA',
      currency: 'CAD',
      pricesIncludeTax: false,
      paper: 'LETTER',
      clientWord: 'client',
      noShowRule: 'ask',
      lateCancelRule: 'forfeit',
      lateCancelHours: 24,
    },
    tax: { name: 'GST', rate: 5_000 },
    trade: 'other',
    owner: { name: 'Mara Ruiz', isPractitioner: false },
    password: PASSWORD,
    pin: PIN,
  })
  await makeSample({
    call: app.call,
    setNow: app.setNow,
    now: NOW,
    onProgress: () => {},
    openDay: async () => void (await app.app.openDay()),
  })
}, 120_000)

it('holds a year of appointments in every state, and a calendar that is busy today and in the weeks ahead', async () => {
  const statuses = await app.db.selectFrom('appointments').select('status').distinct().execute()
  expect(statuses.map((s) => s.status).sort()).toEqual(
    ['arrived', 'booked', 'cancelled', 'cancelledByPractice', 'completed', 'confirmed', 'inSession', 'lateCancelled', 'noShow'].sort(),
  )
  const { tiles, columns } = await app.call.appointments.onDays({ from: '2026-11-24', through: '2026-11-24' })
  expect(columns).toHaveLength(4)
  expect(tiles.length).toBeGreaterThan(12)
})

it('has packages and invoices in every state that can be reached', async () => {
  const { rows } = await app.call.invoices.list({ search: '', clientId: null, states: [...INVOICE_STATES], page: 1, pageSize: 1 })
  expect(rows).toHaveLength(1)
  for (const state of ['draft', 'open', 'partPaid', 'paid', 'overdue', 'void'] as const)
    expect([
      state,
      (await app.call.invoices.list({ search: '', clientId: null, states: [state], page: 1, pageSize: 1 })).total > 0,
    ]).toEqual([state, true])
  const states = new Set<string>()
  for (const { id } of await app.db.selectFrom('clients').select('id').execute())
    for (const card of await app.call.clientPackages.ofClient({ clientId: id })) states.add(card.state)
  expect([...states].sort()).toEqual(['active', 'expired', 'used'])
})

it('adds up: nothing is wrong in the whole file', async () => {
  const { problems, counts } = await app.call.backups.verify()
  expect(problems).toEqual([])
  expect(counts.sessions).toBeGreaterThan(500)
})

it('numbers invoices in the order of their dates', async () => {
  const rows = await app.db
    .selectFrom('invoices')
    .select(['number', 'publishedOn'])
    .where('number', 'is not', null)
    .orderBy('number')
    .execute()
  expect(rows.map((r) => r.publishedOn)).toEqual(rows.map((r) => r.publishedOn).sort())
})
