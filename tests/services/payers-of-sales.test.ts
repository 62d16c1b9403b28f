// A package bought by one for another: the package is the client's, the invoice, its payments, refunds and credit the payer's.
// And that everything adds up, whoever is billed whenever.

import { beforeEach, describe, expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { localDate } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'
import { newKey } from '../support/app.ts'
import { cancelIn } from '../support/cancel.ts'
import { type Family, makeFamily } from '../support/family.ts'
import { card, makePackage, sellPackage } from '../support/make.ts'
import { LONG } from '../support/long.ts'
import { replayable } from '../support/random.ts'
import { WORK_NOW, worksIn } from '../support/random-work.ts'
import { expectRefused } from '../support/refused.ts'

let app: Family['app']
let leo: Family['leo']
let anna: Family['anna']
let mia: Family['mia']
let physio45: Family['physio45']
let buy: Family['buy']
let buyAtVisits: Family['buyAtVisits']
let visit: Family['visit']
let complete: Family['complete']
let bill: Family['bill']
let pay: Family['pay']
let standing: Family['standing']
beforeEach(async () => {
  ;({ app, leo, anna, mia, physio45, buy, buyAtVisits, visit, complete, bill, pay, standing } = await makeFamily())
})
const sound = async () => expect((await verify(app.db)).problems).toEqual([])

describe('a sale', () => {
  /** Leo buys six visits for his daughter. */
  async function forAnna(fields: Partial<Parameters<typeof sellPackage>[1]> = {}, terms: Parameters<typeof makePackage>[1] = {}) {
    const { id } = await makePackage(app, { name: 'Relax 6', sessions: 6, serviceIds: [physio45], priceMinor: minor(48_000), ...terms })
    return { packageId: id, ...(await sellPackage(app, { clientId: anna, packageId: id, payerId: leo, ...fields })) }
  }
  /** Without an invoice, at its list price of 480.00. */
  async function assignToAnna(): Promise<number> {
    const { id: packageId } = await makePackage(app, { priceMinor: minor(48_000), serviceIds: [physio45] })
    const charge = { chargeMinor: null, reason: '' }
    return (await app.call.clientPackages.assign({ key: newKey(), clientId: anna, packageId, ...charge })).clientPackageId
  }
  const itemIdOf = async (id: number) => (await app.call.clientPackages.get({ id })).items[0]!.id

  it('can be billed to somebody else: the package is the client’s, the invoice and the money the other’s', async () => {
    const { clientPackageId, invoiceId } = await forAnna({ payments: [card(50_000)], keepRestOnAccount: true })
    expect(await app.call.invoices.get({ id: invoiceId })).toMatchObject({
      clientName: 'Leo Hart',
      treatedClientName: 'Anna Hart',
      state: 'paid',
    })
    expect(await app.call.clientPackages.get({ id: clientPackageId })).toMatchObject({ ownerName: 'Anna Hart', payerName: 'Leo Hart' })
    expect([await standing(leo), await standing(anna)]).toEqual([
      [0, 2_000],
      [0, 0],
    ])
    expect((await app.call.clients.get({ id: anna })).money).toMatchObject([{ prepaidMinor: 48_000 }])
    const found = await app.call.invoices.list({ search: 'Anna', clientId: null, states: [], page: 1, pageSize: 50 })
    expect(found.rows).toMatchObject([{ id: invoiceId, clientName: 'Leo Hart', treatedClientName: 'Anna Hart' }])
    const period = { clientId: anna, from: '2026-01-01', through: '2026-12-31', clientPackageIds: null, showAmounts: true }
    const { packages } = await app.call.reports.statement(period)
    expect(packages).toMatchObject([{ paidWords: '480.00 paid by card on 2 Mar 2026, billed to Leo Hart', paidMinor: 48_000 }])
    await sound()
  })

  it('gives back to the payer’s account when it is cancelled, and says so before', async () => {
    const { clientPackageId } = await forAnna({ payments: [card(48_000)] })
    const preview = await app.call.clientPackages.previewCancel({ id: clientPackageId, ownMinor: minor(0) })
    expect(preview.invoice).toMatchObject({ payer: 'Leo Hart' })
    await cancelIn(app, clientPackageId, { refundMinor: minor(48_000), refundBy: 'account' })
    expect([await standing(leo), await standing(anna)]).toEqual([
      [0, 48_000],
      [0, 0],
    ])
    await sound()
  })

  it('is upgraded on the account of who paid, unless somebody else is chosen', async () => {
    const { clientPackageId: id } = await forAnna({ payments: [card(48_000)] })
    const { id: packageId } = await makePackage(app, { name: 'Relax 10', priceMinor: minor(80_000), serviceIds: [physio45] })
    expect((await app.call.clientPackages.previewUpgrade({ id, packageId })).usualPayer).toEqual({ clientId: leo, name: 'Leo Hart' })
    const upgrade = { id, packageId, reason: 'Wants more', payments: [], keepRestOnAccount: false }
    const first = await app.call.clientPackages.upgrade({ key: newKey(), ...upgrade })
    expect(first.to).toMatchObject({ ownerName: 'Anna Hart', payerName: 'Leo Hart', dueMinor: 32_000 })
    await app.call.clientPackages.undoTransfer({ key: newKey(), transferId: first.transferId })
    const second = await app.call.clientPackages.upgrade({ key: newKey(), ...upgrade, payerId: mia })
    expect(second.to).toMatchObject({ payerName: 'Mia Stone' })
    expect([await standing(leo), await standing(mia)]).toEqual([
      [0, 0],
      [32_000, 0],
    ])
    await sound()
  })

  it('of a package that was assigned can be billed to somebody else, too', async () => {
    const clientPackageId = await assignToAnna()
    const charged = { id: clientPackageId, chargeMinor: minor(48_000), reason: '', payments: [card(8_000)], keepRestOnAccount: false }
    await app.call.clientPackages.addToInvoice({ key: newKey(), ...charged, payerId: leo })
    expect([await standing(leo), await standing(anna)]).toEqual([
      [40_000, 0],
      [0, 0],
    ])
    await sound()
  })

  it('is refused with a payer who is not there, and nothing is saved', async () => {
    const { packageId } = await forAnna()
    const sale = { clientId: anna, packageId, payerId: 999 }
    await expectRefused(app, () => sellPackage(app, sale), 'call.notFound', { what: 'client' })
  })

  it('that nothing was paid on is billed to somebody else by a new invoice: plan, visits and values go on as before', async () => {
    const inThree = {
      paymentStyle: 'instalments' as const,
      instalments: { count: 3, every: 1, unit: 'months' as const, firstAfterDays: 0 },
    }
    const { clientPackageId, invoiceId } = await forAnna({ payerId: null }, { ...inThree, name: 'In three' })
    const itemId = await itemIdOf(clientPackageId)
    const booked = await visit({ startsAt: '2026-03-03T10:00', clientPackageItemId: itemId })
    const plan = (await app.call.invoices.get({ id: invoiceId })).plan.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor }))
    const made = await bill(invoiceId, leo)
    expect(made.plan.map(({ dueOn, amountMinor }) => ({ dueOn, amountMinor }))).toEqual(plan)
    expect(await app.call.invoices.get({ id: invoiceId })).toMatchObject({ state: 'void', plan: [] })
    const owned = await app.call.clientPackages.get({ id: clientPackageId })
    expect(owned).toMatchObject({ invoice: { id: made.id }, payerName: 'Leo Hart', dueMinor: 48_000, toComeMinor: 48_000 })
    expect(await app.call.appointments.get({ id: booked.id })).toMatchObject({
      relatedInvoice: { number: made.number, replacedBy: null },
    })
    await pay(made.id, 16_000)
    expect(await app.call.clientPackages.get({ id: clientPackageId })).toMatchObject({ paidMinor: 16_000, dueMinor: 32_000 })
    const unpaid = { search: '', packageId: null, categoryIds: [], states: [], endingThrough: null, unpaid: true, low: false }
    const order = { sort: 'paid' as const, descending: true, page: 1, pageSize: 50 }
    expect((await app.call.clientPackages.list({ ...unpaid, ...order })).rows.map((r) => r.id)).toEqual([clientPackageId])
    expect([await standing(leo), await standing(anna)]).toEqual([
      [32_000, 0],
      [0, 0],
    ])
    await sound()
  })

  it('leads from a visit published before to the invoice that counts now, however often it was billed to somebody else', async () => {
    const { clientPackageId, invoiceId } = await forAnna({ payerId: null })
    const v = await visit({ clientPackageItemId: await itemIdOf(clientPackageId) })
    app.setNow('2026-03-02T20:00')
    const { number: first } = await app.call.invoices.get({ id: invoiceId })
    const done = await complete(v.id)
    const second = await bill(invoiceId, leo)
    const third = await bill(second.id, mia)
    const relatedInvoice = { id: invoiceId, number: first, replacedBy: { id: third.id, number: third.number } }
    const published = await app.call.invoices.get({ id: done.invoice!.id })
    expect(published).toMatchObject({ relatedInvoice, words: `Physio 45, covered by Relax 6, 1 of 6, invoice ${first}` })
    expect(await app.call.appointments.get({ id: v.id })).toMatchObject({ relatedInvoice })
    const year = { from: localDate('2026-01-01'), through: localDate('2026-12-31') }
    const statement = await app.call.reports.statement({ clientId: anna, ...year, clientPackageIds: null, showAmounts: true })
    expect(statement.packages).toMatchObject([{ invoiceNumber: third.number, replacedNumbers: [second.number, first] }])
  })

  it('leads from a visit published before its package had an invoice to the one it got', async () => {
    const clientPackageId = await assignToAnna()
    const v = await visit({ clientPackageItemId: await itemIdOf(clientPackageId) })
    app.setNow('2026-03-02T20:00')
    const done = await complete(v.id)
    expect((await app.call.invoices.get({ id: done.invoice!.id })).relatedInvoice).toBeNull()
    const charged = { id: clientPackageId, chargeMinor: minor(48_000), reason: '', payments: [], keepRestOnAccount: false }
    const sold = await app.call.clientPackages.addToInvoice({ key: newKey(), ...charged })
    const relatedInvoice = { id: sold.invoiceId, number: sold.invoiceNumber, replacedBy: null }
    expect(await app.call.invoices.get({ id: done.invoice!.id })).toMatchObject({ relatedInvoice })
  })

  it('of a cancelled package stays with whom it was billed to', async () => {
    const { clientPackageId, invoiceId } = await forAnna()
    const itemId = await itemIdOf(clientPackageId)
    const v = await visit({ clientPackageItemId: itemId })
    app.setNow('2026-03-02T20:00')
    await complete(v.id)
    const { ways } = await app.call.clientPackages.previewCancel({ id: clientPackageId, ownMinor: minor(0) })
    expect(ways.find((w) => w.way === 'none')?.ends.map((e) => e.books)).toContain('billUsed')
    await cancelIn(app, clientPackageId, { way: 'none', books: 'billUsed' })
    await expectRefused(app, () => bill(invoiceId, mia), 'clientPackage.cancelled', { package: 'Relax 6' })
  })
})

it('adds up for everybody, whoever was billed whenever, in whatever a desk does', async () => {
  const random = replayable()
  app.setNow(WORK_NOW)
  const draft = (await visit()).invoice!
  await bill(draft.id, leo)
  await bill((await buy()).invoiceId, mia)
  await buyAtVisits(anna)
  const works = worksIn(app.call, app.file, random)
  const ids = (table: 'invoices' | 'clients') => app.file.prepare(`SELECT id FROM ${table}`).pluck().all() as number[]
  for (let i = 0; i < (LONG ? 3_000 : 150); i++)
    try {
      await (random.chance(0.2) ? bill(random.pick(ids('invoices')), random.pick(ids('clients'))) : random.pick(works)(newKey()))
    } catch (error) {
      expect(error).toHaveProperty('code') // refused, as at a real desk
    }
  await sound()
  const all = await app.call.invoices.list({ search: '', clientId: null, states: [], page: 1, pageSize: 200 })
  let [balances, credit] = [0, 0]
  for (const id of ids('clients')) {
    const [balance, onAccount] = await standing(id)
    balances += balance
    credit += onAccount
    expect(onAccount).toBeGreaterThanOrEqual(0)
  }
  expect(all.due.map((d) => d.amountMinor)).toEqual(balances === 0 ? [] : [balances])
  const received = app.file.prepare('SELECT coalesce(sum(amountMinor), 0) FROM payments').pluck().get() as number
  const allocated = app.file.prepare('SELECT coalesce(sum(amountMinor), 0) FROM paymentAllocations').pluck().get() as number
  expect(credit).toBe(received - allocated)
})
