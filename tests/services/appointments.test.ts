// Booking, changing and ending appointments: each procedure once as it should be, each refusal once, and that it saved nothing.

import { beforeEach, describe, expect, it } from 'vitest'
import type { RefusalCode } from '../../shared/errors.ts'
import { minor } from '../../shared/money.ts'
import { makeApp, newKey, type TestApp } from '../support/app.ts'
import { book, bookingOf, card, makeClient, makeClientPackage, makePackage, makeService, sellPackage } from '../support/make.ts'
import { expectRefused } from '../support/refused.ts'

let app: TestApp
beforeEach(async () => {
  app = await makeApp({ now: '2026-11-24T08:30' }) // a Tuesday
})
const refused = (code: RefusalCode, call: () => Promise<unknown>) => expectRefused(app, call, code)
const statesOf = async (id: number) => {
  const { remaining, bookedAhead, used, forfeited } = (await app.call.clientPackages.get({ id })).items[0]!
  return { remaining, bookedAhead, used, forfeited }
}

describe('booking', () => {
  it('books an appointment and one session of the package, both at once', async () => {
    const p = await makeClientPackage(app, { sessions: 3 })
    const made = await book(app, {
      clientId: p.clientId,
      serviceId: p.serviceId,
      startsAt: '2026-11-25T10:00',
      clientPackageItemId: p.itemId,
    })
    expect(made).toMatchObject({
      status: 'booked',
      session: { count: { position: 1, of: 3 }, remaining: 2 },
      invoice: { status: 'draft', number: null, totalMinor: 0 },
    })
    const { tiles } = await app.call.appointments.onDays({ from: '2026-11-25', through: '2026-11-25' })
    expect(tiles).toMatchObject([{ id: made.id, count: { position: 1, of: 3 }, unpaid: false, startsAt: '2026-11-25T10:00' }])
  })

  it('books at the regular fee with the service’s tax on the draft', async () => {
    const tax = await app.call.catalog.saveTax({ key: newKey(), id: null, name: 'HST', rate: 13_000, active: true })
    const service = await makeService(app, { taxIds: [tax.id] })
    const made = await book(app, { clientId: (await makeClient(app)).id, serviceId: service.id, startsAt: '2026-11-25T10:00' })
    expect(made).toMatchObject({ session: null, invoice: { status: 'draft', totalMinor: 11_300, dueMinor: 11_300 } })
  })

  it('refuses a slot that is taken, break included, and names who is there', async () => {
    const service = await makeService(app, { breakMinutes: 15 })
    const clientId = (await makeClient(app, { givenName: 'Mara', familyName: 'Vidal' })).id
    await book(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T10:00' }) // busy until 11:00
    await refused('appointment.slotTaken', () => book(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T10:45' }))
    await expect(book(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T09:15' })).rejects.toThrow(
      'Dr Elena Ruiz already has Mara Vidal at 10:00.',
    )
    await book(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T11:00' })
    await book(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T09:00' })
  })

  it('asks before booking outside working hours, and books when the person says so', async () => {
    const service = await makeService(app)
    const clientId = (await makeClient(app)).id
    const late = () => bookingOf(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T19:00' })
    await refused('appointment.outsideHours', () => app.call.appointments.book(late()))
    const confirmed = { outsideHours: true, endMoves: false }
    await app.as('receptionist').appointments.book({ ...late(), confirmed })
  })

  it('refuses a practitioner who does not give the service, an inactive service, and what does not exist', async () => {
    const service = await makeService(app)
    const clientId = (await makeClient(app)).id
    const booking = (more: object) =>
      app.call.appointments.book({ ...bookingOf(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T10:00' }), ...more })
    await refused('appointment.notGiven', () => booking({ practitionerId: app.people.secondPractitioner }))
    await refused('call.notFound', () => booking({ practitionerId: app.people.receptionist }))
    await refused('call.notFound', () => booking({ clientId: 9_999 }))
    await refused('call.notFound', () => booking({ serviceId: 9_999 }))
    await refused('call.notFound', () => booking({ clientPackageItemId: 9_999 }))
    await app.call.catalog.saveService({ key: newKey(), ...service, active: false })
    await refused('service.notOffered', () => booking({}))
  })

  it('lets a practitioner book their own appointments only', async () => {
    const service = await makeService(app, { practitionerIds: [] })
    const clientId = (await makeClient(app)).id
    const booking = (practitionerId: number) =>
      app
        .as('practitioner')
        .appointments.book({ ...bookingOf(app, { clientId, serviceId: service.id, startsAt: '2026-11-25T10:00' }), practitionerId })
    await refused('appointment.ownOnly', () => booking(app.people.secondPractitioner))
    const { id } = await booking(app.people.practitioner)
    await refused('appointment.ownOnly', () => app.as('secondPractitioner').appointments.complete({ key: newKey(), id }))
  })

  it('refuses another client’s package, another service, a day outside validity, and one session too many', async () => {
    const p = await makeClientPackage(app, { sessions: 1, expiry: { kind: 'afterPurchase', count: 7, unit: 'days' } })
    const other = await makeService(app)
    const on = (more: object) =>
      app.call.appointments.book({
        ...bookingOf(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-11-25T10:00', clientPackageItemId: p.itemId }),
        ...more,
      })
    const stranger = await makeClient(app)
    await refused('clientPackage.notTheirs', () => on({ clientId: stranger.id }))
    await refused('clientPackage.notCovered', () => on({ serviceId: other.id }))
    await refused('clientPackage.notValidOn', () => on({ startsAt: '2026-12-02T10:00', endsAt: '2026-12-02T10:45' }))
    await refused('clientPackage.notValidOn', () => on({ startsAt: '2026-11-23T10:00', endsAt: '2026-11-23T10:45' }))
    await on({})
    await refused('clientPackage.noneLeft', () => on({ startsAt: '2026-11-26T10:00', endsAt: '2026-11-26T10:45' }))
  })

  it('lets no more be used than is paid for, when the practice says so', async () => {
    const rule = async (useBeforePaid: 'no' | 'paidShare' | 'warn') => {
      const { isSample: _s, country: _c, currency: _y, pricesIncludeTax: _p, ...settings } = await app.call.settings.get()
      return app.call.settings.update({ key: newKey(), ...settings, useBeforePaid })
    }
    const p = await makeClientPackage(app, { sessions: 4, priceMinor: minor(40_000), payments: [card(15_000)] })
    const on = (day: string) =>
      book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: `${day}T10:00`, clientPackageItemId: p.itemId })
    await rule('no')
    await refused('clientPackage.unpaid', () => on('2026-11-25'))
    await rule('paidShare')
    await on('2026-11-25')
    await refused('clientPackage.unpaid', () => on('2026-11-26'))
    await rule('warn')
    await on('2026-11-26')
  })

  it('gives the last session to one of twenty who ask at once', async () => {
    const p = await makeClientPackage(app, { sessions: 1 })
    const asks = Array.from({ length: 20 }, (_, n) =>
      book(app, {
        clientId: p.clientId,
        serviceId: p.serviceId,
        startsAt: `2026-11-${25 + (n % 2)}T${String(8 + Math.floor(n / 2)).padStart(2, '0')}:00`,
        clientPackageItemId: p.itemId,
        confirmed: { outsideHours: true, endMoves: false },
      }),
    )
    const settled = await Promise.allSettled(asks)
    expect(settled.filter((s) => s.status === 'fulfilled')).toHaveLength(1)
    expect(await statesOf(p.clientPackageId)).toEqual({ remaining: 0, bookedAhead: 1, used: 0, forfeited: 0 })
  })
})

describe('changing', () => {
  const editOf = (
    a: { id: number; mark: string; practitionerId: number; serviceId: number; startsAt: string; endsAt: string; note: string },
    more: object,
  ) => ({
    key: newKey(),
    id: a.id,
    mark: a.mark,
    practitionerId: a.practitionerId,
    serviceId: a.serviceId,
    startsAt: a.startsAt,
    endsAt: a.endsAt,
    note: a.note,
    clientPackageItemId: null,
    confirmed: { outsideHours: false, endMoves: false },
    ...more,
  })

  it('keeps the session when an appointment moves, and books anew when the package or service changes', async () => {
    const p = await makeClientPackage(app, { sessions: 3 })
    const a = await book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-11-25T10:00', clientPackageItemId: p.itemId })
    const moved = await app.call.appointments.edit(
      editOf(a, { startsAt: '2026-11-26T14:00', endsAt: '2026-11-26T14:45', clientPackageItemId: p.itemId, note: 'By phone' }),
    )
    expect(moved).toMatchObject({ startsAt: '2026-11-26T14:00', note: 'By phone', session: { count: { position: 1, of: 3 } } })
    const entries = await app.db.selectFrom('sessionEntries').select('move').where('move', '<>', 'grant').execute()
    expect(entries.map((e) => e.move)).toEqual(['book'])

    const regular = await app.call.appointments.edit(editOf(moved, {}))
    expect(regular).toMatchObject({ session: null, invoice: { totalMinor: 10_000 } })
    expect(await statesOf(p.clientPackageId)).toMatchObject({ remaining: 3, bookedAhead: 0 })
    const again = await app.call.appointments.edit(editOf(regular, { clientPackageItemId: p.itemId }))
    expect(again).toMatchObject({ session: { packageName: expect.any(String) }, invoice: { totalMinor: 0 } })
  })

  it('puts what was paid ahead on the account when the terms change', async () => {
    const p = await makeClientPackage(app, { sessions: 3, payments: [card(80_000)] })
    const a = await book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-11-25T10:00' })
    await app.call.payments.take({ key: newKey(), invoiceId: a.invoice!.id, payments: [card(10_000)], keepRestOnAccount: false })
    const covered = await app.call.appointments.edit(editOf(a, { clientPackageItemId: p.itemId }))
    expect(covered.invoice).toMatchObject({ status: 'draft', totalMinor: 0 })
    expect((await app.call.clients.get({ id: p.clientId })).money[0]?.creditMinor).toBe(10_000)
    expect((await app.call.backups.verify()).problems).toEqual([])
  })

  it('refuses a taken slot, a day after the package’s end, and what is over', async () => {
    const p = await makeClientPackage(app, { sessions: 3, expiry: { kind: 'afterPurchase', count: 7, unit: 'days' } })
    const a = await book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-11-24T10:00', clientPackageItemId: p.itemId })
    await book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: '2026-11-24T11:00' })
    await refused('appointment.slotTaken', () =>
      app.call.appointments.edit(editOf(a, { startsAt: '2026-11-24T11:15', endsAt: '2026-11-24T12:00', clientPackageItemId: p.itemId })),
    )
    await refused('clientPackage.notValidOn', () =>
      app.call.appointments.edit(editOf(a, { startsAt: '2026-12-03T10:00', endsAt: '2026-12-03T10:45', clientPackageItemId: p.itemId })),
    )
    await app.call.appointments.complete({ key: newKey(), id: a.id })
    await refused('appointment.wrongStatus', () => app.call.appointments.edit(editOf(a, {})))
    await refused('call.notFound', () => app.call.appointments.edit(editOf({ ...a, id: 9_999 }, {})))
  })
})

describe('statuses', () => {
  it('go from booked to completed and back, with session and invoice alongside', async () => {
    const p = await makeClientPackage(app, { sessions: 2 })
    const { id } = await book(app, {
      clientId: p.clientId,
      serviceId: p.serviceId,
      startsAt: '2026-11-24T10:00',
      clientPackageItemId: p.itemId,
    })
    expect((await app.call.appointments.setStatus({ key: newKey(), id, status: 'arrived' })).status).toBe('arrived')
    const done = await app.call.appointments.complete({ key: newKey(), id })
    expect(done).toMatchObject({ status: 'completed', invoice: { status: 'published' } })
    expect(await statesOf(p.clientPackageId)).toMatchObject({ used: 1 })
    await refused('appointment.wrongStatus', () => app.call.appointments.complete({ key: newKey(), id }))
    await refused('appointment.wrongStatus', () => app.call.appointments.setStatus({ key: newKey(), id, status: 'booked' }))
    expect(await app.call.appointments.undoComplete({ key: newKey(), id })).toMatchObject({
      status: 'booked',
      invoice: { number: done.invoice!.number },
    })
    expect(await statesOf(p.clientPackageId)).toMatchObject({ used: 0, bookedAhead: 1 })
    await refused('appointment.wrongStatus', () => app.call.appointments.undoComplete({ key: newKey(), id }))
    expect((await app.call.appointments.complete({ key: newKey(), id })).invoice!.number).toBe(done.invoice!.number)
    expect((await app.call.backups.verify()).problems).toEqual([])
  })

  it('can’t be completed or a no-show before their day', async () => {
    const { id } = await book(app, {
      clientId: (await makeClient(app)).id,
      serviceId: (await makeService(app)).id,
      startsAt: '2026-11-25T10:00',
    })
    await refused('appointment.notYet', () => app.call.appointments.complete({ key: newKey(), id }))
    await refused('appointment.notYet', () => app.call.appointments.end({ key: newKey(), id, as: 'noShow', session: null, reason: '' }))
  })
})

describe('endings', () => {
  it('say beforehand what the rule will do', async () => {
    const p = await makeClientPackage(app, { sessions: 8, noShowRule: 'ask', lateCancelRule: 'forfeit' })
    const { id } = await book(app, {
      clientId: p.clientId,
      serviceId: p.serviceId,
      startsAt: '2026-11-24T10:00',
      clientPackageItemId: p.itemId,
    })
    const preview = (as: 'cancelled' | 'noShow' | 'lateCancelled') => app.call.appointments.previewEnding({ id, as })
    expect(await preview('lateCancelled')).toMatchObject({
      rule: 'forfeit',
      isLate: true,
      remaining: 7,
      afterReturn: 8,
      feeMinor: 0,
      lapsesAtOnce: false,
    })
    expect(await preview('noShow')).toMatchObject({ rule: 'ask' })
    expect(await preview('cancelled')).toMatchObject({ rule: 'return' })
    await refused('call.notFound', () => app.call.appointments.previewEnding({ id: 9_999, as: 'cancelled' }))
    await refused('appointment.endingUndecided', () =>
      app.call.appointments.end({ key: newKey(), id, as: 'noShow', session: null, reason: '' }),
    )
    await app.call.appointments.end({ key: newKey(), id, as: 'cancelled', session: null, reason: 'Ill' })
    await refused('appointment.wrongStatus', () => app.call.appointments.previewEnding({ id, as: 'cancelled' }))
  })

  it('can be taken back: the session is booked again, a charge brought to zero', async () => {
    const service = await makeService(app)
    const pack = await makePackage(app, { paymentStyle: 'eachAppointment', sessions: 2, serviceIds: [service.id], feeMinor: minor(8_000) })
    const clientId = (await makeClient(app)).id
    const sale = await sellPackage(app, { clientId, packageId: pack.id })
    const itemId = (await app.call.clientPackages.get({ id: sale.clientPackageId })).items[0]!.id
    const { id } = await book(app, { clientId, serviceId: service.id, startsAt: '2026-11-24T10:00', clientPackageItemId: itemId })
    const charged = await app.call.appointments.end({ key: newKey(), id, as: 'lateCancelled', session: 'forfeit', reason: 'Late' })
    expect(charged.invoice).toMatchObject({ totalMinor: 8_000, dueMinor: 8_000 })
    const back = await app.call.appointments.undoEnd({ key: newKey(), id })
    expect(back).toMatchObject({
      status: 'booked',
      session: { count: { position: 1, of: 2 } },
      invoice: { status: 'draft', totalMinor: 8_000 },
      droppedPackage: null,
    })
    expect(await app.call.invoices.get({ id: charged.invoice!.id })).toMatchObject({ totalMinor: 0, state: 'paid' })
    await refused('appointment.wrongStatus', () => app.call.appointments.undoEnd({ key: newKey(), id }))
    expect((await app.call.backups.verify()).problems).toEqual([])
  })

  it('leave a prepaid one’s invoice void when it is taken back', async () => {
    const p = await makeClientPackage(app, { sessions: 2 })
    const { id } = await book(app, {
      clientId: p.clientId,
      serviceId: p.serviceId,
      startsAt: '2026-11-24T10:00',
      clientPackageItemId: p.itemId,
    })
    const kept = await app.call.appointments.end({ key: newKey(), id, as: 'lateCancelled', session: 'forfeit', reason: '' })
    const back = await app.call.appointments.undoEnd({ key: newKey(), id })
    expect(await app.call.invoices.get({ id: kept.invoice!.id })).toMatchObject({ state: 'void', number: kept.invoice!.number })
    expect(back.invoice).toMatchObject({ status: 'draft', number: null })
    expect((await app.call.backups.verify()).problems).toEqual([])
  })

  it('let the regular fee stand when no session is free any more', async () => {
    const p = await makeClientPackage(app, { name: 'Last one', sessions: 1 })
    const on = (day: string) =>
      book(app, { clientId: p.clientId, serviceId: p.serviceId, startsAt: `${day}T10:00`, clientPackageItemId: p.itemId })
    const first = await on('2026-11-25')
    await app.call.appointments.end({ key: newKey(), id: first.id, as: 'cancelled', session: null, reason: '' })
    await on('2026-11-26')
    expect(await app.call.appointments.undoEnd({ key: newKey(), id: first.id })).toMatchObject({
      session: null,
      droppedPackage: 'Last one',
      invoice: { totalMinor: 10_000 },
    })
  })

  it('free the slot, and refuse to come back when it was taken meanwhile', async () => {
    const clientId = (await makeClient(app)).id
    const service = await makeService(app)
    const at = { clientId, serviceId: service.id, startsAt: '2026-11-25T10:00' }
    const { id } = await book(app, at)
    await app.call.appointments.end({ key: newKey(), id, as: 'cancelledByPractice', session: null, reason: '' })
    await book(app, at)
    await refused('appointment.slotTaken', () => app.call.appointments.undoEnd({ key: newKey(), id }))
  })

  it('put what was paid ahead on the account and make the invoice void', async () => {
    const clientId = (await makeClient(app)).id
    const a = await book(app, { clientId, serviceId: (await makeService(app)).id, startsAt: '2026-11-25T10:00' })
    const paid = await app.call.payments.take({
      key: newKey(),
      invoiceId: a.invoice!.id,
      payments: [card(10_000)],
      keepRestOnAccount: false,
    })
    expect(await app.call.appointments.previewEnding({ id: a.id, as: 'cancelled' })).toMatchObject({ onAccountMinor: 10_000 })
    await app.call.appointments.end({ key: newKey(), id: a.id, as: 'cancelled', session: null, reason: '' })
    expect(await app.call.invoices.get({ id: paid.id })).toMatchObject({ state: 'void', paidMinor: 0 })
    expect((await app.call.clients.get({ id: clientId })).money[0]?.creditMinor).toBe(10_000)
  })
})

describe('deleting', () => {
  it('hides an appointment, gives its session back, and can be undone', async () => {
    const p = await makeClientPackage(app, { sessions: 2 })
    const { id } = await book(app, {
      clientId: p.clientId,
      serviceId: p.serviceId,
      startsAt: '2026-11-24T10:00',
      clientPackageItemId: p.itemId,
    })
    await app.call.appointments.remove({ key: newKey(), id })
    expect(await statesOf(p.clientPackageId)).toMatchObject({ remaining: 2 })
    expect((await app.call.appointments.onDays({ from: '2026-11-24', through: '2026-11-24' })).tiles).toEqual([])
    await refused('call.notFound', () => app.call.appointments.remove({ key: newKey(), id }))
    expect(await app.call.appointments.restore({ key: newKey(), id })).toMatchObject({ deleted: false, session: { remaining: 1 } })
    await refused('call.notFound', () => app.call.appointments.restore({ key: newKey(), id }))
    await app.call.appointments.complete({ key: newKey(), id })
    await refused('appointment.wrongStatus', () => app.call.appointments.remove({ key: newKey(), id }))
  })
})
