// Who pays the invoice of a visit: whoever usually does, or somebody chosen by hand; what a choice does to a draft and to a
// published invoice, to balances and credit.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { newKey } from '../support/app.ts'
import type { book } from '../support/make.ts'
import { type Family, makeFamily } from '../support/family.ts'
import { expectRefused } from '../support/refused.ts'

let app: Family['app']
let leo: Family['leo']
let anna: Family['anna']
let mia: Family['mia']
let physio60: Family['physio60']
let link: Family['link']
let unlink: Family['unlink']
let buy: Family['buy']
let buyAtVisits: Family['buyAtVisits']
let visit: Family['visit']
let change: Family['change']
let complete: Family['complete']
let bill: Family['bill']
let pay: Family['pay']
let standing: Family['standing']
beforeEach(async () => {
  ;({ app, leo, anna, mia, physio60, link, unlink, buy, buyAtVisits, visit, change, complete, bill, pay, standing } = await makeFamily())
})
const payerOf = async (id: number) => {
  const { clientName, payerChosen } = await app.call.invoices.get({ id })
  return [clientName, payerChosen]
}
const sound = async () => expect((await verify(app.db)).problems).toEqual([])

describe('unless somebody is chosen', () => {
  it('the person treated pays the regular fee, the agreed fee and the difference of a dearer service; the owner what is prepaid', async () => {
    await link(true)
    const prepaid = await buy()
    const atVisits = await buyAtVisits()
    expect((await visit()).invoice).toMatchObject({ payerId: anna, payerName: 'Anna Hart', totalMinor: 9_000 })
    const covered = await visit({ startsAt: '2026-03-03T10:00', clientPackageItemId: prepaid.itemId })
    expect(covered.invoice).toMatchObject({ payerId: leo, totalMinor: 0 })
    const agreed = await visit({ startsAt: '2026-03-04T10:00', clientPackageItemId: atVisits.itemId })
    expect(agreed.invoice).toMatchObject({ payerId: anna, totalMinor: 8_000 })
    const toppedUp = await visit({ startsAt: '2026-03-05T10:00', serviceId: physio60, clientPackageItemId: prepaid.itemId })
    expect(toppedUp.invoice).toMatchObject({ payerId: anna, totalMinor: 3_000 })
    app.setNow('2026-03-05T20:00')
    const missed = await app.call.appointments.end({ key: newKey(), id: toppedUp.id, as: 'noShow', session: 'forfeit', reason: '' })
    expect(missed.invoice).toMatchObject({ payerId: leo, totalMinor: 0 }) // no difference, so only what was prepaid
    await sound()
  })
})

describe('the draft of a visit', () => {
  it('is billed to whoever is chosen, and stays so whatever is changed, until it is published and paid', async () => {
    await link(true)
    const { itemId } = await buy()
    const v = await visit()
    await bill(v.invoice!.id, mia)
    const moved = await change(v, { startsAt: '2026-03-02T12:00', endsAt: '2026-03-02T12:45' })
    expect(moved.invoice).toMatchObject({ id: v.invoice!.id, payerId: mia })
    const dearer = await change(moved, { serviceId: physio60 })
    expect(dearer.invoice).toMatchObject({ payerId: mia, totalMinor: 12_000 })
    const onPackage = await change(dearer, { serviceId: physio60, clientPackageItemId: itemId })
    expect(onPackage.invoice).toMatchObject({ payerId: mia, totalMinor: 3_000 })
    const off = await change(onPackage, { serviceId: physio60, clientPackageItemId: null })
    expect(off.invoice).toMatchObject({ payerId: mia, totalMinor: 12_000 })
    app.setNow('2026-03-02T20:00')
    const done = await complete(v.id)
    expect(done.invoice).toMatchObject({ status: 'published', payerId: mia, dueMinor: 12_000 })
    expect([await standing(mia), await standing(anna), await standing(leo)]).toEqual([
      [12_000, 0],
      [0, 0],
      [48_000, 0],
    ])
    await pay(done.invoice!.id, 15_000)
    expect([await standing(mia), await standing(anna)]).toEqual([
      [0, 3_000],
      [0, 0],
    ])
    await sound()
  })

  it('keeps the choice when the visit is cancelled and comes back, and when a published one fell away by a change', async () => {
    const v = await visit()
    await bill(v.invoice!.id, mia)
    await app.call.appointments.end({ key: newKey(), id: v.id, as: 'cancelled', session: null, reason: '' })
    const back = await app.call.appointments.undoEnd({ key: newKey(), id: v.id })
    expect(back.invoice).toMatchObject({ status: 'draft', payerId: mia })
    await pay(back.invoice!.id, 9_000)
    const dearer = await change(back, { serviceId: physio60 })
    expect(dearer.invoice).toMatchObject({ status: 'draft', payerId: mia, totalMinor: 12_000 })
    expect(await standing(mia)).toEqual([0, 9_000])
    await sound()
  })

  it('is billed as usual again once somebody else is treated', async () => {
    const v = await visit()
    await bill(v.invoice!.id, mia)
    const other = await change(v, { clientId: leo })
    expect(other.invoice).toMatchObject({ payerId: leo })
    expect(await payerOf(v.invoice!.id)).toEqual(['Leo Hart', false])
  })

  it('lets go of the package’s owner with the package, unless the owner is linked with the person treated', async () => {
    await link(true)
    const { itemId } = await buy()
    const toppedUp = await visit({ serviceId: physio60, clientPackageItemId: itemId })
    await bill(toppedUp.invoice!.id, leo)
    expect((await change(toppedUp, { clientPackageItemId: null })).invoice).toMatchObject({ payerId: leo })
    const again = await change(toppedUp, { clientPackageItemId: itemId })
    await unlink()
    expect(again.invoice).toMatchObject({ payerId: leo, totalMinor: 3_000 })
    expect((await change(again, { clientPackageItemId: null })).invoice).toMatchObject({ payerId: anna, totalMinor: 12_000 })
  })

  it('is made again after a charge was taken back, the visit cancelled and booked again, with the payer chosen before', async () => {
    const { itemId } = await buyAtVisits(anna)
    const { id, invoice } = await visit({ clientPackageItemId: itemId })
    await bill(invoice!.id, leo)
    app.setNow('2026-03-02T20:00')
    const end = (as: 'noShow' | 'cancelled', session: 'forfeit' | 'return') =>
      app.call.appointments.end({ key: newKey(), id, as, session, reason: '' })
    await end('noShow', 'forfeit')
    await app.call.appointments.undoEnd({ key: newKey(), id })
    await end('cancelled', 'return')
    await app.call.appointments.undoEnd({ key: newKey(), id })
    expect((await complete(id)).invoice).toMatchObject({ status: 'published', payerId: leo, dueMinor: 8_000 })
    expect(await standing(leo)).toEqual([8_000, 0])
    await sound()
  })

  it('goes back to whoever usually pays when that one is chosen', async () => {
    const v = await visit()
    const { id } = v.invoice!
    await bill(id, mia)
    expect(await payerOf(id)).toEqual(['Mia Stone', true])
    await bill(id, anna)
    expect(await payerOf(id)).toEqual(['Anna Hart', false])
  })

  it('tells in the audit who paid before and after', async () => {
    const { invoice } = await visit()
    await bill(invoice!.id, mia)
    const { procedure, payload } = await app.db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow()
    expect(procedure).toBe('invoices.setPayer')
    expect(JSON.parse(payload!)).toEqual([
      {
        record: 'invoices',
        id: invoice!.id,
        before: { clientId: anna, payerChosen: 0 },
        after: { clientId: mia, payerChosen: 1 },
      },
    ])
  })
})

describe('who can be chosen', () => {
  it('is the person treated, the package’s owner and everybody linked, each once and with what they are', async () => {
    await link(true)
    const { itemId, invoiceId } = await buy()
    const toppedUp = await visit({ serviceId: physio60, clientPackageItemId: itemId })
    expect(await app.call.invoices.payers({ invoiceId: toppedUp.invoice!.id })).toEqual({
      payerId: anna,
      payerName: 'Anna Hart',
      usualPayerId: anna,
      choices: [
        { clientId: anna, name: 'Anna Hart', why: 'treated', label: null },
        { clientId: leo, name: 'Leo Hart', why: 'owner', label: 'parent' },
      ],
      replaces: null,
      refusal: null,
    })
    const ofSale = await app.call.invoices.payers({ invoiceId })
    expect(ofSale.choices.map((c) => [c.name, c.why])).toEqual([
      ['Leo Hart', 'treated'],
      ['Anna Hart', 'linked'],
    ])
    expect(ofSale).toMatchObject({ usualPayerId: null, replaces: { number: 1001, printed: false } })
  })

  it('is nobody who is not there, on no invoice that is not there, and not for a practitioner to say', async () => {
    const { invoice } = await visit()
    await expectRefused(app, () => bill(invoice!.id, 999), 'call.notFound', { what: 'client' })
    await expectRefused(app, () => bill(999, mia), 'call.notFound', { what: 'invoice' })
    const change = { key: newKey(), invoiceId: invoice!.id, payerId: mia, replaces: false }
    await expectRefused(app, () => app.as('practitioner').invoices.setPayer(change), 'call.forbidden')
    await app.as('receptionist').invoices.setPayer(change)
    await app.db
      .updateTable('clients')
      .set({ deletedAt: '2026-03-02T07:00:00.000Z' as never })
      .where('id', '=', leo)
      .execute()
    await expectRefused(app, () => bill(invoice!.id, leo), 'call.notFound', { what: 'client' })
  })
})

describe('a published invoice', () => {
  async function attended(fields: Partial<Parameters<typeof book>[1]> = {}) {
    const v = await visit(fields)
    app.setNow(`${v.startsAt.slice(0, 10)}T20:00`)
    const { invoice } = await complete(v.id)
    return { id: v.id, invoiceId: invoice!.id, number: invoice!.number! }
  }

  it('that nothing was paid on becomes void, and a new one asks the other for the same', async () => {
    const { id, invoiceId, number } = await attended()
    const before = await app.call.invoices.get({ id: invoiceId })
    const made = await bill(invoiceId, leo)
    expect(made).toMatchObject({
      number: number + 1,
      state: 'open',
      clientName: 'Leo Hart',
      treatedClientName: 'Anna Hart',
      appointmentId: id,
      totalMinor: 9_000,
      dueMinor: 9_000,
      replaces: { id: invoiceId, number },
    })
    expect(made.lines.map(({ id: _, ...line }) => line)).toEqual(before.lines.map(({ id: _, ...line }) => line))
    expect(await app.call.invoices.get({ id: invoiceId })).toMatchObject({
      state: 'void',
      clientName: 'Anna Hart',
      replacedBy: { id: made.id, number: number + 1 },
    })
    expect([await standing(anna), await standing(leo)]).toEqual([
      [0, 0],
      [9_000, 0],
    ])
    expect((await app.call.appointments.get({ id })).invoice).toMatchObject({ id: made.id, payerId: leo })
    await pay(made.id, 9_000)
    await sound()
  })

  it('carries its adjustments over, so that taking a visit off a package later still finds them', async () => {
    const { id, invoiceId } = await attended()
    const plan = await buyAtVisits(anna)
    await app.call.clientPackages.redeemLater({ key: newKey(), id: plan.clientPackageId, appointmentIds: [id] })
    const made = await bill(invoiceId, leo)
    expect(made).toMatchObject({ totalMinor: 8_000, dueMinor: 8_000 })
    expect(made.lines.map((l) => [l.kind, l.amountMinor])).toEqual([
      ['service', 9_000],
      ['adjustment', -9_000],
      ['adjustment', 8_000],
    ])
    await app.call.clientPackages.undoRedeemLater({ key: newKey(), id: plan.clientPackageId, appointmentIds: [id] })
    expect(await app.call.invoices.get({ id: made.id })).toMatchObject({ dueMinor: 9_000 })
    expect(await standing(leo)).toEqual([9_000, 0])
    await sound()
  })

  it('is left as it is when the person took it for a draft', async () => {
    const { invoiceId, number } = await attended()
    const asDraft = { invoiceId, payerId: leo, replaces: false }
    await expectRefused(app, () => app.call.invoices.setPayer({ key: newKey(), ...asDraft }), 'payer.publishedMeanwhile', {
      invoice: number,
    })
  })

  it('that was paid says who paid and what to do first; once given back, it can be billed', async () => {
    const { invoiceId, number } = await attended()
    await pay(invoiceId, 4_000)
    const refusal = `Anna Hart paid on invoice ${number}, so it can't be billed to somebody else. Give that payment back first; then it can.`
    await expectRefused(app, () => bill(invoiceId, leo), 'payer.paid', { invoice: number, payer: 'Anna Hart' })
    expect(await app.call.invoices.payers({ invoiceId })).toMatchObject({ refusal })
    const [payment] = (await app.call.invoices.get({ id: invoiceId })).payments
    await app.call.payments.reverse({ key: newKey(), paymentId: payment!.id, reason: 'Her father pays' })
    expect(await bill(invoiceId, leo)).toMatchObject({ dueMinor: 9_000, payments: [] })
    await sound()
  })

  it('that asks for nothing, is void, or is billed to that one already, is left as it is', async () => {
    await link(true)
    const { itemId } = await buy()
    const covered = await attended({ clientPackageItemId: itemId })
    await expectRefused(app, () => bill(covered.invoiceId, mia), 'payer.closed')
    const { invoiceId } = await attended({ startsAt: '2026-03-03T10:00' })
    expect(await bill(invoiceId, anna)).toMatchObject({ id: invoiceId, state: 'open' })
    await bill(invoiceId, leo)
    await expectRefused(app, () => bill(invoiceId, mia), 'payer.closed')
  })

  it('that was printed says so before', async () => {
    const { invoiceId } = await attended()
    const about = { id: invoiceId, clientIds: [anna] }
    const file = { fileName: 'a.pdf', contentType: 'application/pdf', bytes: new Uint8Array(), invoice: about }
    await app.call.documents.print({ documentId: app.documents.keep('owner', file) })
    expect((await app.call.invoices.payers({ invoiceId })).replaces).toMatchObject({ printed: true })
  })

  it('keeps the new payer when the visit is taken back and completed again, and when it is cancelled and comes back', async () => {
    const { id, invoiceId } = await attended()
    const made = await bill(invoiceId, leo)
    await app.call.appointments.undoComplete({ key: newKey(), id })
    expect((await complete(id)).invoice).toMatchObject({ id: made.id, payerId: leo })
    await app.call.appointments.undoComplete({ key: newKey(), id })
    await app.call.appointments.end({ key: newKey(), id, as: 'cancelledByPractice', session: null, reason: '' })
    expect((await app.call.appointments.undoEnd({ key: newKey(), id })).invoice).toMatchObject({ status: 'draft', payerId: leo })
    await sound()
  })
})
