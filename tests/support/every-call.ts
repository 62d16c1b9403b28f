// A practice with something of everything, and for each procedure an input that succeeds there. Tests that must hold for
// every procedure start from it; a procedure that is missing here fails them.

import { minor } from '../../shared/money.ts'
import { makeApp, newKey, PASSWORD, PIN } from './app.ts'
import {
  book,
  bookingOf,
  card,
  cash,
  makeClient,
  makeClientPackage,
  makePackage,
  makeProduct,
  makeService,
  makeTax,
  sellPackage,
} from './make.ts'

/** A file image, and inputs by name; commands without their key. */
const clientPackageFilter = {
  search: 'Lee',
  packageId: null,
  categoryIds: [0],
  states: ['active'],
  endingThrough: '2027-01-01',
  unpaid: true,
  low: false,
  sort: 'left',
  descending: true,
}

export interface EveryCall {
  image: Buffer
  people: Awaited<ReturnType<typeof makeApp>>['people']
  inputs: Record<string, object | undefined>
}

export async function everyCall(): Promise<EveryCall> {
  const app = await makeApp()
  const { call, people } = app
  const tax = await makeTax(app)
  const category = await call.catalog.saveCategory({ key: newKey(), id: null, name: 'Body' })
  const otherCategory = await call.catalog.saveCategory({ key: newKey(), id: null, name: 'Mind' })
  const product = await makeProduct(app)
  const service = await makeService(app, { taxIds: [tax.id] })
  const client = await makeClient(app, { givenName: 'Mara', familyName: 'Vidal' })
  const clientId = client.id
  const visits = { productId: null, services: [{ serviceId: service.id, feeMinor: null }], quantity: 10, itemPriceMinor: minor(8_000) }
  const pieces = { productId: product.id, services: [], quantity: 3, itemPriceMinor: minor(2_000) }
  const onSale = await makePackage(app, { items: [visits, pieces], taxIds: [tax.id] })
  const unsold = await makePackage(app)
  const inactive = await makePackage(app)
  await call.packages.deactivate({ key: newKey(), id: inactive.id })
  const removed = await makePackage(app)
  await call.packages.remove({ key: newKey(), id: removed.id })

  const sold = await sellPackage(app, { clientId, packageId: onSale.id, payments: [card(20_000)] })
  const owned = await call.clientPackages.get({ id: sold.clientPackageId })
  const [itemId, pieceItemId] = owned.items.map((i) => i.id) as [number, number]
  const held = { id: sold.clientPackageId, fromDay: '2026-12-01', throughDay: '2026-12-14', reason: 'Away' }
  const holdId = (await call.clientPackages.hold({ key: newKey(), ...held })).holds[0]!.id
  const { sessionId } = await call.clientPackages.handOver({ key: newKey(), clientPackageItemId: pieceItemId })
  const on = async (startsAt: string) => (await book(app, { clientId, serviceId: service.id, startsAt, clientPackageItemId: itemId })).id
  const open = await on('2026-11-24T09:00')
  const completed = await on('2026-11-24T10:00')
  await call.appointments.complete({ key: newKey(), id: completed })
  const ended = await on('2026-11-24T11:00')
  await call.appointments.end({ key: newKey(), id: ended, as: 'cancelledByPractice', session: 'return', reason: 'Ill' })
  const deleted = await on('2026-11-24T12:00')
  await call.appointments.remove({ key: newKey(), id: deleted })

  const cancelled = await makeClientPackage(app, { payments: [card(20_000)] })
  await call.clientPackages.cancel({
    key: newKey(),
    id: cancelled.clientPackageId,
    reason: 'Moved away',
    visits: 'keep',
    way: 'ownAmount',
    refundMinor: minor(1_000),
    refundBy: 'card',
    books: 'settled',
  })
  const older = await makeClientPackage(app)
  const renewed = await call.packages.saveVersion({
    key: newKey(),
    id: older.packageId,
    ...termsOf(await call.packages.get({ id: older.packageId })),
    noShowRule: 'forfeit',
  })

  const paid = await call.invoices.get({ id: sold.invoiceId })
  const debtor = await makeClientPackage(app)
  const moved = { clientPackageItemId: itemId, count: 1, toClientId: debtor.clientId, end: null }
  const { transferId } = await call.clientPackages.transfer({ key: newKey(), ...moved, reason: 'A present' })
  const twin = await sellPackage(app, { clientId, packageId: onSale.id })
  const twins = { id: sold.clientPackageId, otherId: twin.clientPackageId }
  const other = await sellPackage(app, {
    clientId: debtor.clientId,
    packageId: onSale.id,
    payments: [cash(200_000)],
    keepRestOnAccount: true,
  })
  const slot = { serviceId: service.id, clientId, clientPackageItemId: itemId }
  const period = { clientId, from: '2026-11-01', through: '2026-11-30', clientPackageIds: null, showAmounts: true }
  const draft = { tab: newKey(), form: 'booking' }
  const { id: _client, number: _number, createdOn: _createdOn, deleted: _deleted, ...clientFields } = client
  const packageFields = termsOf(unsold)
  const member = (await call.staff.list()).find((s) => s.id === people.secondPractitioner)!
  const { hasPassword: _password, hasPin: _pin, ...memberFields } = member
  const {
    country: _country,
    currency: _practiceCurrency,
    pricesIncludeTax: _tax,
    isSample: _sample,
    ...settings
  } = await call.settings.get()
  const { key: _key, ...booking } = bookingOf(app, { ...slot, startsAt: '2026-11-25T09:00' })
  const { key: _editKey, clientId: _same, ...edited } = bookingOf(app, { ...slot, startsAt: '2026-11-25T10:00' })

  const order = (await call.packages.list({ includeDeleted: false })).map((p) => p.id)
  const side = { label: 'child' as const, mayBook: true, mayFillForms: true, getsMessages: false, sharing: { kind: 'none' as const } }
  const pair = { clientId, otherId: debtor.clientId, other: side, client: { ...side, label: 'parent' as const } }
  const linked = await call.clients.link({ key: newKey(), ...pair })
  const unlinked = await makeClient(app)

  const assigned = await call.clientPackages.assign({ key: newKey(), clientId, packageId: onSale.id, chargeMinor: null, reason: '' })
  const { practitionerId, serviceId, startsAt, endsAt } = bookingOf(app, { ...slot, startsAt: '2026-12-15T10:00' })
  const planned = { practitionerId, serviceId, startsAt, endsAt }
  const earlier = { clientId, serviceId: service.id }
  const off = (await book(app, { ...earlier, startsAt: '2026-11-24T14:00' })).id
  const put = (await book(app, { ...earlier, startsAt: '2026-11-24T15:00' })).id
  for (const id of [off, put]) await call.appointments.complete({ key: newKey(), id })
  await call.clientPackages.redeemLater({ key: newKey(), id: sold.clientPackageId, appointmentIds: [put] })
  const limits = { insurer: 'Sun Mutual', reference: 'A-17', sessions: 6, fromDay: '2026-11-01', throughDay: '2027-06-30' }
  const authorised = await call.clientPackages.authorise({ key: newKey(), clientPackageId: sold.clientPackageId, ...limits })
  const { id: authorisationId, mark: authorisationMark } = authorised.authorisations[0]!

  const values = (await call.clientPackages.get({ id: sold.clientPackageId })).items[0]!.pips.filter((pip) => pip.state === 'available')
    .slice(0, 2)
    .map((pip) => ({ sessionId: pip.sessionId, beforeMinor: pip.valueMinor }))
  const inputs: EveryCall['inputs'] = {
    'setup.state': undefined,
    'setup.create': undefined, // only where there is no practice yet: it has tests of its own
    'setup.store': undefined,
    'setup.startSample': undefined,
    'setup.sampleProgress': undefined,
    'session.current': undefined,
    'session.choices': undefined,
    'session.signIn': { staffId: people.owner, password: PASSWORD },
    'session.enterPin': { staffId: people.owner, pin: PIN },
    'session.lock': undefined,
    'session.signOut': undefined,
    'session.recordAttempt': { staffId: people.owner, at: '2026-11-24T08:30:00.000Z', means: 'pin', succeeded: true },
    'settings.get': undefined,
    'settings.update': { ...settings, phone: '250 555 0199' },
    'staff.list': undefined,
    'staff.save': { ...memberFields, specialty: 'Sports' },
    'staff.setSecrets': { staffId: people.receptionist, password: 'copper-lantern-4', pin: null },
    'staff.storeSecrets': {
      staffId: people.receptionist,
      passwordHash: null,
      pinHash: 'scrypt$15$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    },
    'catalog.listServices': undefined,
    'catalog.saveService': { ...service, priceMinor: 11_000 },
    'catalog.listProducts': undefined,
    'catalog.saveProduct': { ...(await call.catalog.listProducts()).find((p) => p.id === product.id), stock: 7 },
    'catalog.listTaxes': undefined,
    'catalog.saveTax': { ...tax, name: 'PST' },
    'catalog.listCategories': undefined,
    'catalog.saveCategory': { id: category.id, mark: category.mark, name: 'Body and mind' },
    'catalog.countInCategories': undefined,
    'catalog.reorderCategories': { seen: [category.id, otherCategory.id], order: [otherCategory.id, category.id] },
    'catalog.mergeCategories': { id: category.id, intoId: otherCategory.id },
    'catalog.removeCategory': { id: otherCategory.id },
    'packages.list': { includeDeleted: true },
    'packages.reorder': { seen: order, order: order.toReversed(), moved: { id: unsold.id, from: null, to: category.id } },
    'packages.setPrice': { id: unsold.id, seenMinor: 80_000, priceMinor: 85_000 },
    'packages.setCategory': { id: unsold.id, categoryId: category.id },
    'packages.get': { id: onSale.id },
    'packages.versions': { id: onSale.id },
    'packages.saveVersion': { id: onSale.id, ...termsOf(onSale), priceMinor: 90_000 },
    'packages.previewApply': { id: renewed.id },
    'packages.apply': { id: renewed.id, clientPackageIds: [older.clientPackageId], reason: 'New terms' },
    'packages.save': { id: unsold.id, ...packageFields, name: 'Relax 10' },
    'packages.activate': { id: inactive.id },
    'packages.deactivate': { id: unsold.id },
    'packages.remove': { id: unsold.id },
    'packages.restore': { id: removed.id },
    'clients.list': { search: 'vid', page: 1, pageSize: 50 },
    'clients.find': { search: 'mara' },
    'clients.get': { id: clientId },
    'clients.save': { ...clientFields, id: clientId, phone: '250 555 0123' },
    'clients.links': { clientId },
    'clients.link': { ...pair, otherId: unlinked.id },
    'clients.changeLink': { ...pair, mark: linked.mark, other: { ...side, sharing: { kind: 'all', cap: 3 } } },
    'clients.previewUnlink': { clientId, otherId: debtor.clientId },
    'clients.unlink': { clientId, otherId: debtor.clientId },
    'clientPackages.ofClient': { clientId },
    'clientPackages.get': { id: sold.clientPackageId },
    'clientPackages.available': { clientId, serviceId: service.id, day: '2026-11-25', appointmentId: null },
    'clientPackages.quote': { clientId, packageId: onSale.id, discount: { kind: 'percent', rate: 10_000, reason: 'Loyal' } },
    'clientPackages.chargeReasons': undefined,
    'clientPackages.sell': { clientId, packageId: onSale.id, discount: null, payments: [cash(5_000)], keepRestOnAccount: false },
    'clientPackages.assign': { clientId, packageId: onSale.id, chargeMinor: 0, reason: 'Prize of the raffle' },
    'clientPackages.previewInvoice': { id: assigned.clientPackageId, chargeMinor: 60_000 },
    'clientPackages.addToInvoice': {
      id: assigned.clientPackageId,
      chargeMinor: 60_000,
      reason: 'Agreed',
      payments: [cash(5_000)],
      keepRestOnAccount: false,
    },
    'clientPackages.handOver': { clientPackageItemId: pieceItemId },
    'clientPackages.undoHandOver': { sessionId, reason: 'Wrong size' },
    'clientPackages.adjust': { clientPackageItemId: itemId, change: { kind: 'add', count: 2 }, reason: 'Goodwill' },
    'clientPackages.previewEnd': { id: sold.clientPackageId, end: '2027-03-31' },
    'clientPackages.setEnd': { id: sold.clientPackageId, end: '2027-03-31', reason: 'Was ill' },
    'clientPackages.previewHold': { id: sold.clientPackageId, fromDay: '2027-01-01', throughDay: '2027-01-14' },
    'clientPackages.hold': { id: sold.clientPackageId, fromDay: '2027-01-01', throughDay: '2027-01-14', reason: 'Away' },
    'clientPackages.endHold': { holdId, throughDay: '2026-12-05' },
    'clientPackages.previewCancel': { id: sold.clientPackageId, ownMinor: 1_000 },
    'clientPackages.cancel': {
      id: sold.clientPackageId,
      reason: 'Moved away',
      visits: 'keep',
      way: 'ownAmount',
      refundMinor: 1_000,
      refundBy: 'card',
      books: 'outstanding',
    },
    'clientPackages.previewReactivate': { id: cancelled.clientPackageId },
    'clientPackages.reactivate': { id: cancelled.clientPackageId, reason: 'Came back' },
    'clientPackages.earlierVisits': { id: sold.clientPackageId, appointmentIds: [off] },
    'clientPackages.redeemLater': { id: sold.clientPackageId, appointmentIds: [off] },
    'clientPackages.undoRedeemLater': { id: sold.clientPackageId, appointmentIds: [put] },
    'clientPackages.authorise': { clientPackageId: sold.clientPackageId, ...limits, throughDay: null },
    'clientPackages.changeAuthorisation': { id: authorisationId, mark: authorisationMark, ...limits, sessions: 8 },
    'clientPackages.endAuthorisation': { id: authorisationId },
    'clientPackages.list': { ...clientPackageFilter, page: 1, pageSize: 50 },
    'clientPackages.export': clientPackageFilter,
    'clientPackages.drawLetters': { ids: [sold.clientPackageId] },
    'clientPackages.timeline': { id: sold.clientPackageId },
    'clientPackages.previewTransfer': moved,
    'clientPackages.transfer': { ...moved, reason: 'A present' },
    'clientPackages.undoTransfer': { transferId },
    'clientPackages.previewUpgrade': { id: sold.clientPackageId, packageId: onSale.id },
    'clientPackages.upgrade': {
      id: sold.clientPackageId,
      packageId: onSale.id,
      reason: 'Wants more',
      payments: [],
      keepRestOnAccount: false,
    },
    'clientPackages.previewMerge': twins,
    'clientPackages.merge': { ...twins, reason: 'Same package' },
    'clientPackages.revalue': {
      id: sold.clientPackageId,
      values: values.map((v, i) => ({ ...v, valueMinor: v.beforeMinor + (i === 0 ? 5 : -5) })),
      reason: 'Longer first visit',
    },
    'clientPackages.saveNotes': { id: sold.clientPackageId, before: '', notes: 'Pays in March' },
    'appointments.onDays': { from: '2026-11-23', through: '2026-11-29' },
    'appointments.get': { id: open },
    'appointments.ofClient': { clientId },
    'appointments.book': booking,
    'appointments.edit': { id: open, mark: (await call.appointments.get({ id: open })).mark, ...edited },
    'appointments.setStatus': { id: open, status: 'arrived' },
    'appointments.complete': { id: open },
    'appointments.undoComplete': { id: completed },
    'appointments.previewEnding': { id: open, as: 'noShow' },
    'appointments.end': { id: open, as: 'noShow', session: 'forfeit', reason: 'Did not come' },
    'appointments.undoEnd': { id: ended },
    'appointments.remove': { id: open },
    'appointments.restore': { id: deleted },
    'appointments.proposeVisits': {
      clientId,
      basis: { kind: 'owned', clientPackageItemId: itemId },
      serviceId: service.id,
      practitionerId: null,
      visits: 4,
      from: '2026-12-15',
      time: '10:00',
      rhythm: { count: 2, unit: 'week' },
    },
    'appointments.previewVisits': { clientId, basis: { kind: 'owned', clientPackageItemId: itemId }, visits: [planned] },
    'appointments.bookVisits': {
      clientId,
      clientPackageItemId: itemId,
      visits: [{ ...planned, onPackage: true }],
      confirmed: { outsideHours: false, endMoves: false },
    },
    'appointments.undoVisits': { appointmentIds: [open] },
    'invoices.list': { search: '', clientId: null, states: [], page: 1, pageSize: 50 },
    'invoices.get': { id: sold.invoiceId },
    'invoices.payers': { invoiceId: twin.invoiceId },
    'invoices.setPayer': { invoiceId: twin.invoiceId, payerId: debtor.clientId, replaces: true },
    'invoices.setPlan': {
      invoiceId: sold.invoiceId,
      mark: paid.mark,
      plan: [
        { dueOn: '2026-12-01', amountMinor: 20_000 },
        { dueOn: '2027-01-01', amountMinor: paid.totalMinor - 20_000 },
      ],
    },
    'payments.lastMethod': undefined,
    'payments.take': { invoiceId: sold.invoiceId, payments: [card(1_000)], keepRestOnAccount: false },
    'payments.useCredit': { invoiceId: debtor.invoiceId },
    'payments.reverse': { paymentId: paid.payments[0]!.id, reason: 'Card was charged twice' },
    'reports.statement': period,
    'reports.drawStatement': period,
    'reports.drawInvoice': { invoiceId: other.invoiceId },
    'reports.drawRefundNote': { clientPackageId: cancelled.clientPackageId },
    'documents.print': { documentId: newKey() },
    'documents.save': { documentId: newKey() },
    'drafts.keep': { ...draft, values: '{}' },
    'drafts.find': draft,
    'drafts.drop': draft,
    'computer.keyPlace': undefined,
    'computer.sealKey': undefined,
    'computer.unsealKey': undefined,
    'search.all': { text: 'vid' },
    'suggestions.connection': undefined,
    'suggestions.connect': {
      mark: (await call.suggestions.connection()).mark,
      address: 'http://127.0.0.1:9',
      model: 'small',
      modelKey: 'a-key',
    },
    'suggestions.disconnect': {},
    'suggestions.tryConnection': { address: 'http://127.0.0.1:9', model: 'small', modelKey: null },
    'suggestions.fromModel': { name: 'Relax 10', items: [{ serviceIds: [service.id], productId: null, count: 10 }] },
    'backups.status': undefined,
    'backups.make': undefined,
    'backups.record': { fileName: 'harbour.tenpack', bytes: 4096, verifiedAt: '2026-11-24T08:30:00.000Z' },
    'backups.verify': undefined,
    'backups.dailyOpening': { day: '2026-11-24' },
    'updates.status': undefined,
    'updates.check': undefined,
    'updates.install': undefined,
    'updates.installFile': undefined,
    'updates.setChecking': { isOn: false },
    'updates.storeChecking': { isOn: true },
    'backups.recordAccess': { procedure: 'reports.drawStatement', clientIds: [clientId] },
  }
  return { image: app.file.serialize(), people, inputs }
}

/** What is typed of a package: its terms without what the practice knows of it. */
const termsOf = ({
  id: _id,
  currency: _c,
  active: _a,
  deleted: _d,
  position: _p,
  locked: _l,
  ...terms
}: Awaited<ReturnType<typeof makePackage>>) => terms
