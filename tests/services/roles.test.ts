// Who may call what, written out by hand and compared with what the door does: each procedure × each role, signed out and
// locked. O owner, A administrator, R receptionist, P practitioner; p: only for their own appointments and clients.

import { beforeAll, expect, it } from 'vitest'
import { openInMemory } from '../../db/connect.ts'
import type { Reply } from '../../electron/reply.ts'
import { ROLES } from '../../shared/domain/words.ts'
import { type Grant, grantOf, type Permission } from '../../shared/permissions.ts'
import { DEFAULT_NOW, makeApp, openOn } from '../support/app.ts'
import { PROCEDURES } from '../support/procedures.ts'

const RIGHTS: Record<string, string> = {
  'setup.state': 'public',
  'setup.create': 'public',
  'setup.store': 'system',
  'setup.startSample': 'public',
  'setup.sampleProgress': 'public',
  'session.current': 'public',
  'session.choices': 'public',
  'session.signIn': 'public',
  'session.enterPin': 'public',
  'session.lock': 'public',
  'session.signOut': 'public',
  'session.recordAttempt': 'system',
  'settings.get': 'OARP',
  'settings.update': 'OA',
  'staff.list': 'OARP',
  'staff.save': 'OA',
  'staff.setSecrets': 'OARP',
  'staff.storeSecrets': 'system',
  'catalog.listServices': 'OARP',
  'catalog.listProducts': 'OARP',
  'catalog.listTaxes': 'OARP',
  'catalog.listCategories': 'OARP',
  'catalog.saveService': 'OA',
  'catalog.saveProduct': 'OA',
  'catalog.saveTax': 'OA',
  'catalog.saveCategory': 'OA',
  'catalog.countInCategories': 'OARP',
  'catalog.reorderCategories': 'OA',
  'catalog.mergeCategories': 'OA',
  'catalog.removeCategory': 'OA',
  'packages.list': 'OARP',
  'packages.reorder': 'OA',
  'packages.setPrice': 'OA',
  'packages.setCategory': 'OA',
  'packages.get': 'OARP',
  'packages.save': 'OA',
  'packages.activate': 'OA',
  'packages.deactivate': 'OA',
  'packages.remove': 'OA',
  'packages.restore': 'OA',
  'packages.versions': 'OARP',
  'packages.saveVersion': 'OA',
  'packages.previewApply': 'OA',
  'packages.apply': 'OA',
  'clients.list': 'OARP',
  'clients.find': 'OARP',
  'clients.get': 'OARP',
  'clients.save': 'OARP',
  'clients.links': 'OARP',
  'clients.link': 'OARP',
  'clients.changeLink': 'OARP',
  'clients.previewUnlink': 'OARP',
  'clients.unlink': 'OARP',
  'clientPackages.ofClient': 'OARP',
  'clientPackages.get': 'OARP',
  'clientPackages.available': 'OARp',
  'clientPackages.quote': 'OAR',
  'clientPackages.chargeReasons': 'OAR',
  'clientPackages.sell': 'OAR',
  'clientPackages.assign': 'OAR',
  'clientPackages.previewInvoice': 'OAR',
  'clientPackages.addToInvoice': 'OAR',
  'clientPackages.handOver': 'OARp',
  'clientPackages.undoHandOver': 'OARp',
  'clientPackages.adjust': 'OA',
  'clientPackages.previewTransfer': 'OA',
  'clientPackages.transfer': 'OA',
  'clientPackages.undoTransfer': 'OA',
  'clientPackages.previewUpgrade': 'OA',
  'clientPackages.upgrade': 'OA',
  'clientPackages.previewMerge': 'OA',
  'clientPackages.merge': 'OA',
  'clientPackages.revalue': 'OA',
  'clientPackages.saveNotes': 'OARP',
  'clientPackages.previewEnd': 'OA',
  'clientPackages.setEnd': 'OA',
  'clientPackages.previewHold': 'OA',
  'clientPackages.hold': 'OA',
  'clientPackages.endHold': 'OA',
  'clientPackages.previewCancel': 'OA',
  'clientPackages.cancel': 'OA',
  'clientPackages.previewReactivate': 'OA',
  'clientPackages.reactivate': 'OA',
  'clientPackages.earlierVisits': 'OA',
  'clientPackages.redeemLater': 'OA',
  'clientPackages.undoRedeemLater': 'OA',
  'clientPackages.authorise': 'OARP',
  'clientPackages.changeAuthorisation': 'OARP',
  'clientPackages.endAuthorisation': 'OARP',
  'clientPackages.list': 'OARP',
  'clientPackages.export': 'OARP',
  'clientPackages.drawLetters': 'OARP',
  'clientPackages.timeline': 'OARP',
  'appointments.onDays': 'OARP',
  'appointments.get': 'OARP',
  'appointments.ofClient': 'OARP',
  'appointments.previewEnding': 'OARp',
  'appointments.book': 'OARp',
  'appointments.edit': 'OARp',
  'appointments.setStatus': 'OARp',
  'appointments.complete': 'OARp',
  'appointments.undoComplete': 'OARp',
  'appointments.end': 'OARp',
  'appointments.undoEnd': 'OARp',
  'appointments.remove': 'OARp',
  'appointments.restore': 'OARp',
  'appointments.proposeVisits': 'OARp',
  'appointments.previewVisits': 'OARp',
  'appointments.bookVisits': 'OARp',
  'appointments.undoVisits': 'OARp',
  'invoices.list': 'OARP',
  'invoices.get': 'OARP',
  'invoices.payers': 'OAR',
  'invoices.setPayer': 'OAR',
  'invoices.setPlan': 'OA',
  'payments.lastMethod': 'OARP',
  'payments.take': 'OAR',
  'payments.useCredit': 'OAR',
  'payments.reverse': 'OA',
  'reports.statement': 'OARp',
  'reports.drawStatement': 'OARp',
  'reports.drawInvoice': 'OARP',
  'reports.drawRefundNote': 'OARP',
  'documents.print': 'OARP',
  'documents.save': 'OARP',
  'drafts.keep': 'OARP',
  'drafts.find': 'OARP',
  'drafts.drop': 'OARP',
  'computer.keyPlace': 'O',
  'computer.sealKey': 'O',
  'computer.unsealKey': 'O',
  'search.all': 'OARP',
  'suggestions.connection': 'OA',
  'suggestions.connect': 'OA',
  'suggestions.disconnect': 'OA',
  'suggestions.tryConnection': 'OA',
  'suggestions.fromModel': 'OA',
  'updates.status': 'OARP',
  'updates.setChecking': 'OA',
  'updates.storeChecking': 'system',
  'updates.check': 'OA',
  'updates.install': 'OA',
  'updates.installFile': 'OA',
  'backups.status': 'OARP',
  'backups.make': 'OARP',
  'backups.record': 'system',
  'backups.verify': 'OA',
  'backups.dailyOpening': 'system',
  'backups.recordAccess': 'system',
}

let image: Buffer
let people: Record<string, number>
beforeAll(async () => {
  const app = await makeApp()
  image = app.file.serialize()
  people = { ...app.people }
})

/** Input that no procedure takes, so that one that may be called is stopped only there. */
const RUBBISH = { rubbish: [] }
const codeOf = (reply: Reply) => ('output' in reply ? 'output' : reply.error.code)

function open() {
  const app = openOn(() => openInMemory(image), DEFAULT_NOW)
  return { ...app, send: (sessionId: string, path: string[]) => app.app.dispatch({ sessionId, path, input: RUBBISH }).then(codeOf) }
}

it('has a row for every procedure, and for nothing else', () => {
  expect(Object.keys(RIGHTS).sort()).toEqual(PROCEDURES.map(({ name }) => name).sort())
})

it.each(PROCEDURES)('$name lets in whom its row names', async ({ name, path, hasInput, meta }) => {
  const row = RIGHTS[name]!
  for (const role of ROLES) {
    const { sessions, send } = open()
    const isPublic = row === 'public'
    const reached = (code: string) => (hasInput ? code === 'call.badInput' : !/^call\.(?!notFound)/.test(code))
    const outside = row === 'system' ? 'call.unknown' : undefined

    expect(await send('window', path), `${role}, signed out`).toSatisfy((c) =>
      isPublic ? reached(c) : c === (outside ?? 'call.signedOut'),
    )

    sessions.signIn('window', people[role]!)
    sessions.lock('window')
    expect(await send('window', path), `${role}, locked`).toSatisfy((c) => (isPublic ? reached(c) : c === (outside ?? 'call.locked')))

    sessions.signIn('window', people[role]!)
    const letter = role[0]!.toUpperCase()
    const may = isPublic || row.toUpperCase().includes(letter)
    expect(await send('window', path), `${role}, signed in`).toSatisfy((c) =>
      outside ? c === outside : may ? reached(c) : c === 'call.forbidden',
    )

    if (outside || isPublic || meta.access === 'signedIn') continue
    const grant: Grant | undefined = row.includes(letter) ? 'all' : row.includes(letter.toLowerCase()) ? 'own' : undefined
    expect(grantOf(role, meta.access as Permission), `what ${role} is granted`).toBe(grant)
  }
})
