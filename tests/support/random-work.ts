// What a desk does all day, at random: procedure calls on whatever a practice file holds.

import type { File } from '../../db/connect.ts'
import { addDays, localDate } from '../../shared/dates.ts'
import type { Client } from './app.ts'
import type { Random } from './seeded.ts'

/** When the work is done: most of the appointments are in the past by then, some ahead. */
export const WORK_NOW = '2026-11-24T20:00'

export type Work = (key: string) => Promise<unknown>

/** Each is one call with a key of its own, on what the file holds at that moment; some are refused, as at a real desk. */
export function worksIn(call: Client, file: File, random: Random): Work[] {
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

  const edited = ({ clientId: _clientId, ...rest }: ReturnType<typeof booking>) => rest
  const appointment = () => oneOf('SELECT id FROM appointments')
  const OPEN = `SELECT id FROM appointments WHERE status IN ('booked', 'confirmed', 'arrived', 'inSession') AND deletedAt IS NULL`
  return [
    (key) => call.appointments.book({ key, ...booking() }),
    (key) => call.appointments.book({ key, ...booking() }),
    async (key) => {
      const [id, fields] = [oneOf(OPEN), edited(booking())]
      const { mark } = await call.appointments.get({ id })
      return call.appointments.edit({ key, id, mark, ...fields })
    },
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
        payerId: random.chance(0.3) ? oneOf('SELECT id FROM clients') : null,
      }),
    (key) =>
      call.invoices.setPayer({
        key,
        invoiceId: oneOf('SELECT id FROM invoices'),
        payerId: oneOf('SELECT id FROM clients'),
        replaces: random.chance(0.8),
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
        country: null,
        insurer: '',
        insurerNumber: '',
        notes: 'x'.repeat(random.below(3_000)),
      }),
  ]
}
