// A practice at work, made to be killed: opens the file it is told, calls random procedures one after the other, and says
// each that was saved on its output, by its key, before it calls the next.

import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openPracticeFile } from '../../db/open.ts'
import { Refusal } from '../../shared/errors.ts'
import { addDays, localDate } from '../../shared/dates.ts'
import { openOn } from '../support/app.ts'
import { makeRandom } from '../support/seeded.ts'

const [path = '', key = '', salt = '', seed = '0'] = process.argv.slice(2)
const random = makeRandom(Number(seed))
const { call, sessions, file } = openOn(() => openPracticeFile({ path, key: { key, salt } }), '2026-11-24T20:00')
sessions.signIn('owner', 1)

const ids = (sql: string): number[] => file.prepare(sql).pluck().all() as number[]
const oneOf = (sql: string): number => random.pick(ids(`${sql} ORDER BY id`)) ?? 1
const day = () => addDays(localDate('2026-11-02'), random.below(40))
const two = (n: number) => String(n).padStart(2, '0')

function booking() {
  const hour = two(8 + random.below(10))
  const minute = random.below(4) * 15
  const on = day()
  const item = ids('SELECT id FROM clientPackageItems WHERE productId IS NULL')
  const clientPackageItemId = random.chance(0.8) && item.length > 0 ? random.pick(item) : null
  const clientId =
    clientPackageItemId === null
      ? oneOf('SELECT id FROM clients')
      : oneOf(
          `SELECT p.clientId AS id FROM clientPackages p JOIN clientPackageItems i ON i.clientPackageId = p.id WHERE i.id = ${clientPackageItemId}`,
        )
  return {
    clientId,
    practitionerId: random.pick([4, 5]),
    serviceId: oneOf('SELECT id FROM services'),
    startsAt: `${on}T${hour}:${two(minute)}`,
    endsAt: `${on}T${hour}:${two(minute + 10)}`,
    clientPackageItemId,
    note: '',
    confirmed: { outsideHours: true, endMoves: true },
  }
}

const appointment = () => oneOf('SELECT id FROM appointments')
const OPEN = `SELECT id FROM appointments WHERE status IN ('booked', 'confirmed', 'arrived', 'inSession') AND deletedAt IS NULL`
type Work = (key: string) => Promise<unknown>
const works: Work[] = [
  (key) => call.appointments.book({ key, ...booking() }),
  (key) => call.appointments.book({ key, ...booking() }),
  (key) => call.appointments.edit({ key, id: oneOf(OPEN), ...edited(booking()) }),
  (key) => call.appointments.setStatus({ key, id: oneOf(OPEN), status: random.pick(['confirmed', 'arrived', 'inSession']) }),
  (key) => call.appointments.complete({ key, id: oneOf(OPEN) }),
  (key) => call.appointments.undoComplete({ key, id: appointment() }),
  (key) =>
    call.appointments.end({
      key,
      id: oneOf(OPEN),
      as: random.pick(['cancelled', 'cancelledByPractice', 'lateCancelled', 'noShow']),
      session: random.pick(['return', 'forfeit']),
      reason: 'Rain',
    }),
  (key) => call.appointments.undoEnd({ key, id: appointment() }),
  (key) => call.appointments.remove({ key, id: appointment() }),
  (key) => call.appointments.restore({ key, id: appointment() }),
  (key) =>
    call.clientPackages.sell({
      key,
      clientId: oneOf('SELECT id FROM clients'),
      packageId: oneOf('SELECT id FROM packages'),
      discount: null,
      payments: [],
      keepRestOnAccount: false,
    }),
  (key) =>
    call.clientPackages.handOver({ key, clientPackageItemId: oneOf('SELECT id FROM clientPackageItems WHERE productId IS NOT NULL') }),
  (key) =>
    call.clientPackages.undoHandOver({ key, sessionId: oneOf(`SELECT id FROM sessions WHERE state = 'used'`), reason: 'Wrong size' }),
  (key) =>
    call.payments.take({
      key,
      invoiceId: oneOf('SELECT id FROM invoices'),
      payments: [{ method: 'card', amountMinor: 100 + random.below(9_000), tenderedMinor: null }],
      keepRestOnAccount: random.chance(0.5),
    }),
  (key) => call.payments.useCredit({ key, invoiceId: oneOf('SELECT id FROM invoices') }),
  (key) => call.payments.reverse({ key, paymentId: oneOf('SELECT id FROM payments'), reason: 'Charged twice' }),
  (key) =>
    call.clients.save({
      key,
      id: null,
      givenName: 'Luc',
      familyName: `Moreau ${random.below(1_000)}`,
      birthDate: null,
      phone: '',
      email: '',
      address: '',
      insurer: '',
      insurerNumber: '',
      notes: 'x'.repeat(random.below(3_000)),
    }),
]
const edited = ({ clientId: _clientId, ...rest }: ReturnType<typeof booking>) => rest

writeSync(1, 'ready\n')
for (;;) {
  const commandKey = randomUUID()
  try {
    await random.pick(works)(commandKey)
    writeSync(1, `${commandKey}\n`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}
