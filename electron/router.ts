// Every procedure and the function that serves it: the table of contents.

import type { Contract } from '../shared/contract/index.ts'
import type { Services } from './context.ts'
import * as backups from './services/backups.ts'
import * as applying from './services/applying.ts'
import * as appointmentEndings from './services/appointment-endings.ts'
import * as appointments from './services/appointments.ts'
import * as assigning from './services/assigning.ts'
import * as cancelling from './services/cancelling.ts'
import * as authorisations from './services/authorisations.ts'
import * as catalog from './services/catalog.ts'
import * as categories from './services/categories.ts'
import * as clientLinks from './services/client-links.ts'
import * as clientPackageChanges from './services/client-package-changes.ts'
import * as clientPackageList from './services/client-package-list.ts'
import * as clientPackageTimeline from './services/client-package-timeline.ts'
import * as clientPackageMerges from './services/client-package-merges.ts'
import * as clientPackageSplit from './services/client-package-split.ts'
import * as clientPackageTransfers from './services/client-package-transfers.ts'
import * as clientPackages from './services/client-packages.ts'
import * as clients from './services/clients.ts'
import * as computer from './services/computer.ts'
import * as documents from './services/documents.ts'
import * as drafts from './services/drafts.ts'
import * as instalments from './services/instalments.ts'
import * as invoices from './services/invoices.ts'
import * as packageList from './services/package-list.ts'
import * as laterRedemption from './services/later-redemption.ts'
import * as packages from './services/packages.ts'
import * as packageVersions from './services/package-versions.ts'
import * as payers from './services/payers.ts'
import * as payments from './services/payments.ts'
import * as reactivating from './services/reactivating.ts'
import * as reports from './services/reports.ts'
import * as search from './services/search.ts'
import * as selling from './services/selling.ts'
import * as series from './services/series.ts'
import * as session from './services/session.ts'
import * as settings from './services/settings.ts'
import * as setup from './services/setup.ts'
import * as staff from './services/staff.ts'
import * as suggestions from './services/suggestions.ts'
import * as upgrades from './services/upgrades.ts'
import * as updates from './services/updates.ts'

export const services = {
  setup: {
    state: setup.state,
    create: setup.create,
    store: setup.store,
    startSample: setup.startSample,
    sampleProgress: setup.sampleProgress,
  },
  session: {
    current: session.current,
    choices: session.choices,
    signIn: session.signIn,
    enterPin: session.enterPin,
    lock: session.lock,
    signOut: session.signOut,
    recordAttempt: session.recordAttempt,
  },
  settings: { get: settings.get, update: settings.update },
  staff: { list: staff.list, save: staff.save, setSecrets: staff.setSecrets, storeSecrets: staff.storeSecrets },
  catalog: {
    listServices: catalog.listServices,
    saveService: catalog.saveService,
    listProducts: catalog.listProducts,
    saveProduct: catalog.saveProduct,
    listTaxes: catalog.listTaxes,
    saveTax: catalog.saveTax,
    listCategories: catalog.listCategories,
    saveCategory: catalog.saveCategory,
    countInCategories: categories.countInCategories,
    reorderCategories: categories.reorderCategories,
    mergeCategories: categories.mergeCategories,
    removeCategory: categories.removeCategory,
  },
  packages: {
    list: packageList.list,
    reorder: packageList.reorder,
    setPrice: packageList.setPrice,
    setCategory: packageList.setCategory,
    get: packages.get,
    save: packages.save,
    activate: packages.activate,
    deactivate: packages.deactivate,
    remove: packages.remove,
    restore: packages.restore,
    versions: packageVersions.versions,
    saveVersion: packageVersions.saveVersion,
    previewApply: applying.previewApply,
    apply: applying.apply,
  },
  clients: {
    list: clients.list,
    find: clients.find,
    get: clients.get,
    save: clients.save,
    links: clientLinks.links,
    link: clientLinks.link,
    changeLink: clientLinks.changeLink,
    previewUnlink: clientLinks.previewUnlink,
    unlink: clientLinks.unlink,
  },
  clientPackages: {
    ofClient: clientPackages.ofClient,
    get: clientPackages.get,
    available: clientPackages.available,
    quote: selling.quote,
    chargeReasons: selling.chargeReasons,
    sell: selling.sell,
    assign: assigning.assign,
    previewInvoice: assigning.previewInvoice,
    addToInvoice: assigning.addToInvoice,
    handOver: clientPackages.handOver,
    undoHandOver: clientPackages.undoHandOver,
    adjust: clientPackageChanges.adjust,
    previewEnd: clientPackageChanges.previewEnd,
    setEnd: clientPackageChanges.setEnd,
    previewHold: clientPackageChanges.previewHold,
    hold: clientPackageChanges.hold,
    previewCancel: cancelling.previewCancel,
    cancel: cancelling.cancel,
    previewReactivate: reactivating.previewReactivate,
    reactivate: reactivating.reactivate,
    endHold: clientPackageChanges.endHold,
    earlierVisits: laterRedemption.earlierVisits,
    redeemLater: laterRedemption.redeemLater,
    undoRedeemLater: laterRedemption.undoRedeemLater,
    authorise: authorisations.authorise,
    changeAuthorisation: authorisations.changeAuthorisation,
    endAuthorisation: authorisations.endAuthorisation,
    list: clientPackageList.list,
    export: clientPackageList.exportList,
    drawLetters: clientPackageList.drawLetters,
    timeline: clientPackageTimeline.timeline,
    previewTransfer: clientPackageTransfers.previewTransfer,
    transfer: clientPackageTransfers.transfer,
    undoTransfer: clientPackageTransfers.undoTransfer,
    previewUpgrade: upgrades.previewUpgrade,
    upgrade: upgrades.upgrade,
    previewMerge: clientPackageMerges.previewMerge,
    merge: clientPackageMerges.merge,
    revalue: clientPackageSplit.revalue,
    saveNotes: clientPackageSplit.saveNotes,
  },
  appointments: {
    onDays: appointments.onDays,
    get: appointments.get,
    ofClient: appointments.ofClient,
    book: appointments.book,
    edit: appointments.edit,
    setStatus: appointments.setStatus,
    complete: appointments.complete,
    undoComplete: appointments.undoComplete,
    previewEnding: appointmentEndings.previewEnding,
    end: appointmentEndings.end,
    undoEnd: appointmentEndings.undoEnd,
    remove: appointmentEndings.remove,
    restore: appointmentEndings.restore,
    proposeVisits: series.proposeVisits,
    previewVisits: series.previewVisits,
    bookVisits: series.bookVisits,
    undoVisits: series.undoVisits,
  },
  invoices: { list: invoices.list, get: invoices.get, payers: payers.payers, setPayer: payers.setPayer, setPlan: instalments.setPlan },
  payments: { lastMethod: payments.lastMethod, take: payments.take, useCredit: payments.useCredit, reverse: payments.reverse },
  reports: {
    statement: reports.statement,
    drawStatement: reports.drawStatement,
    drawInvoice: reports.drawInvoice,
    drawRefundNote: reports.drawRefundNote,
  },
  documents: { print: documents.print, save: documents.save },
  drafts: { keep: drafts.keep, find: drafts.find, drop: drafts.drop },
  computer: { keyPlace: computer.keyPlace, sealKey: computer.sealKey, unsealKey: computer.unsealKey },
  search: { all: search.all },
  suggestions: {
    connection: suggestions.connection,
    connect: suggestions.connect,
    disconnect: suggestions.disconnect,
    tryConnection: suggestions.tryConnection,
    fromModel: suggestions.fromModel,
  },
  updates: {
    status: updates.status,
    setChecking: updates.setChecking,
    storeChecking: updates.storeChecking,
    check: updates.check,
    install: updates.install,
    installFile: updates.installFile,
  },
  backups: {
    status: backups.status,
    make: backups.make,
    record: backups.record,
    verify: backups.verify,
    dailyOpening: backups.dailyOpening,
    recordAccess: backups.recordAccess,
  },
} satisfies Services<Contract>
