// Every refusal a person can meet: its code, what it must be told, and the sentence shown.
// A code without a sentence does not compile. Anything that is not a Refusal is a bug.

const s = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`

/** What servers of language models mean by their numbers. */
const REFUSED: Record<number, string> = {
  401: 'it did not accept the key',
  403: 'it did not accept the key',
  404: 'it does not know this model or address',
  429: 'too much was asked of it, or its credit is used up',
}

const SENTENCES = {
  // At the door
  'call.signedOut': () => 'Sign in first.',
  'call.locked': () => 'The screen is locked. Enter your PIN to go on.',
  'call.forbidden': () => 'Your role does not allow this. Ask the owner or an administrator.',
  'call.badInput': (d: { fields: { path: string; message: string }[] }) =>
    d.fields.length === 0 ? 'Something in this form is not right.' : d.fields.map((f) => f.message).join(' '),
  'call.restarted': () => 'Tenpack was started again meanwhile. Open it by the address that it printed.',
  'call.unknown': () => 'This version of Tenpack does not know how to do that.',
  'call.tooLarge': () => 'That is too much text to save at once.',
  'call.keyReused': () => 'This form was already saved with other values. Close it and open it again.',
  'call.notFound': (d: { what: string }) => `This ${d.what} no longer exists.`,
  'data.diskFull': () => 'The disk is full, so nothing was saved. Free some space and try again.',
  'data.readOnly': () => 'The practice file can only be read, so nothing was saved. Check the rights of its folder.',
  'data.diskFails': () => 'The disk did not take it, so nothing was saved. Make a copy on another disk, and have this one checked.',
  'data.damaged': () => 'The practice file is damaged at this place. Restore the newest copy, and keep the damaged file.',
  'data.noPractice': () => 'Set up the practice first.',
  'data.hasPractice': () => 'This file already holds a practice.',

  // Signing in
  'signIn.wrong': (d: { means: 'password' | 'PIN' }) => `That ${d.means} is not right.`,
  'signIn.wait': (d: { seconds: number }) => `Too many wrong tries. Wait ${s(d.seconds, 'second')} and try again.`,
  'signIn.passwordFirst': () => 'Sign in with your password once today; after that the PIN is enough.',
  'signIn.noPassword': () => 'No password is set for this person. Ask the owner to set one.',

  // What is saved as a whole
  'record.changed': (d: { what: string; by: string | null }) =>
    `${d.what} was changed ${d.by === null ? '' : `by ${d.by} `}meanwhile, so nothing was saved. Look at it as it is now, then make your change again.`,

  // Catalogue and packages
  'name.taken': (d: { what: string; name: string }) => `Another ${d.what} is already called “${d.name}”.`,
  'staff.lastOwner': () => 'One active owner must remain.',
  'staff.ownersOnly': () => 'Only an owner can change an owner.',
  'service.notOffered': (d: { service: string }) => `${d.service} is not an active service. Choose another or make it active in Settings.`,
  'product.notOffered': (d: { product: string }) => `${d.product} is not an active product. Choose another or make it active in Settings.`,
  'package.dateInPast': (d: { field: string }) => `${d.field} is in the past.`,
  'package.locked': (d: { fields: string }) => `This package was already sold, so its ${d.fields} can't change. Other fields can.`,
  'package.splitOff': (d: { left: string; over: boolean }) =>
    d.over ? `The sessions’ values are ${d.left} more than the price.` : `${d.left} of the price is not yet shared out over the sessions.`,
  'package.visitCurrency': (d: { currency: string }) =>
    `What is paid at each appointment is invoiced with the visit, in ${d.currency}. Choose ${d.currency}, or let it be prepaid.`,
  'package.breakTooLong': (d: { service: string }) => `The break is as long as ${d.service} itself. Make it shorter.`,
  'package.priceChanged': (d: { package: string; price: string }) =>
    `${d.package} was given the price ${d.price} meanwhile, so nothing was changed. Enter the price again if it should be another.`,
  'package.feesDiffer': (d: { package: string }) => `The fees of ${d.package} differ from service to service. Open it to change them.`,
  'package.splitByHand': (d: { package: string }) =>
    `The price of ${d.package} is split over its sessions by hand. Open it to change both together.`,
  'order.changed': (d: { what: 'packages' | 'categories' }) =>
    `The list of ${d.what} changed meanwhile, so nothing was moved. It is shown as it is now; move it again if need be.`,
  'category.mergedIntoItself': () => 'A category can’t be merged into itself. Choose another.',
  'category.alreadyMerged': (d: { category: string; into: string }) =>
    `“${d.category}” was itself merged into “${d.into}” meanwhile. Choose “${d.into}” or another.`,
  'package.notSoldYet': (d: { package: string }) => `Nobody has bought ${d.package} yet, so its terms can simply be changed.`,
  'package.superseded': (d: { package: string }) => `${d.package} has newer terms. Open it again to see them.`,
  'package.notApplicable': (d: { client: string; why: string }) => `The new terms can’t be applied for ${d.client}: ${d.why}.`,
  'package.notForSale': (d: { package: string }) => `${d.package} is not offered for sale.`,
  'package.alreadyExpired': (d: { package: string; end: string }) => `${d.package} would have ended on ${d.end} already.`,
  'discount.tooLarge': () => 'The discount is more than the price.',
  'discount.aboveLimit': (d: { limit: string }) =>
    `A discount of more than ${d.limit} is for an owner or an administrator to give. Lower it, or ask one of them.`,
  'sale.startInPast': (d: { day: string }) => `It can't be valid from ${d.day}, which is in the past. Choose today or a later day.`,
  'sale.endBeforeStart': (d: { end: string; start: string }) => `It would end on ${d.end}, before it is valid from ${d.start}.`,
  'sale.invoiceAlways': () => 'Here every package has an invoice. Sell it with one instead; it can be paid later.',
  'charge.atVisits': (d: { package: string }) => `${d.package} is charged with each visit, so there is nothing to charge here.`,
  'charge.reasonMissing': () => 'Say why it is not the list price.',
  'charge.belowUsed': (d: { least: string }) => `What was used already is worth ${d.least}, so it can't be charged less than that.`,
  'charge.fixed': () => 'No session is left whose value could change with the charge.',
  'discount.percentOnly': () => 'A package paid at each appointment can only be discounted by a percentage.',

  // Booking
  'appointment.slotTaken': (d: { practitioner: string; time: string; client: string }) =>
    `${d.practitioner} already has ${d.client} at ${d.time}.`,
  'appointment.outsideHours': (d: { practitioner: string }) => `${d.practitioner} does not work then. Book anyway?`,
  'appointment.notGiven': (d: { practitioner: string; service: string }) => `${d.practitioner} does not give ${d.service}.`,
  'appointment.ownOnly': () => 'You can only change your own appointments.',
  'appointment.wrongStatus': (d: { status: string }) => `This appointment is ${d.status}, so that can't be done now.`,
  'appointment.notYet': (d: { day: string }) => `This appointment is on ${d.day}; that can be said once the day has come.`,
  'appointment.endingUndecided': () => 'Choose whether the session goes back or is kept.',
  'clientPackage.notTheirs': (d: { client: string; package: string }) => `${d.package} does not belong to ${d.client}.`,
  'clientPackage.capReached': (d: { client: string; package: string; cap: number; taken: string }) =>
    `${d.client} may use ${d.cap} of ${d.package}; ${d.taken}.`,
  'clientPackage.notCovered': (d: { package: string; service: string }) => `${d.package} does not cover ${d.service}.`,
  'clientPackage.noneLeft': (d: { client: string; package: string; regularFee: string }) =>
    `${d.client} has no sessions left on ${d.package}. Book at the regular fee (${d.regularFee}) or sell another package.`,
  'clientPackage.notValidOn': (d: { package: string; day: string; why: string }) => `${d.package} can't be used on ${d.day}: ${d.why}.`,
  'clientPackage.endMoves': (d: { package: string; end: string; outside: string }) =>
    `${d.package} would then end on ${d.end}, before the visit on ${d.outside}. Book anyway?`,
  'clientPackage.unpaid': (d: { package: string; allowed: number }) =>
    `${d.package} is not paid far enough: ${s(d.allowed, 'session')} may be used so far. Take a payment first.`,
  'clientPackage.cancelled': (d: { package: string }) => `${d.package} was cancelled, so it can't be changed.`,
  'clientPackage.notCancelled': (d: { package: string }) => `${d.package} is not cancelled.`,
  'clientPackage.reactivationOff': () => 'This practice does not reactivate cancelled packages (Settings › Practice).',
  'clientPackage.refundedWhole': (d: { package: string }) =>
    `All that was paid for ${d.package} was given back, so it can't be reactivated. Sell it anew.`,
  'clientPackage.notAdjustable': (d: { package: string }) => `${d.package} has no limit here, so there is nothing to add or take off.`,
  'clientPackage.tooFewFree': (d: { package: string; free: number }) =>
    `Only ${s(d.free, 'session')} of ${d.package} ${d.free === 1 ? 'is' : 'are'} free; what is booked or used can't be taken off.`,
  'clientPackage.endInPast': (d: { day: string }) => `${d.day} is in the past. Choose today or a later day.`,
  'clientPackage.hasInvoice': (d: { package: string; number: string }) => `${d.package} stands on ${d.number} already.`,
  'hold.order': () => 'The last day of a hold is not before its first.',
  'hold.overlaps': (d: { words: string }) => `It is on hold ${d.words} already.`,
  'hold.used': (d: { day: string }) => `A session was used on ${d.day}, so it can't be on hold then.`,
  'hold.tooEarly': (d: { package: string; day: string }) => `${d.package} is valid from ${d.day}, so it can't be on hold before.`,
  'hold.tooLate': (d: { package: string; end: string }) =>
    `${d.package} ends on ${d.end}, so a hold can't begin after that. Change its end instead.`,
  'hold.longer': () => 'A hold can only be ended earlier. Add another one to make it longer.',
  'clientPackage.notMovable': (d: { package: string; why: string }) => `Nothing can be moved off ${d.package}: ${d.why}.`,
  'transfer.toSelf': (d: { client: string; package: string }) =>
    `${d.package} is ${d.client}’s already. Choose someone else, or merge two packages of theirs.`,
  'transfer.tooFewFree': (d: { package: string; free: number }) =>
    `Only ${s(d.free, 'session')} of ${d.package} ${d.free === 1 ? 'is' : 'are'} free; what is booked or used can't be moved.`,
  'transfer.undone': () => 'That was taken back already.',
  'transfer.touched': (d: { package: string }) =>
    `It can't be taken back: some of what came to ${d.package} was used, booked or changed since. Undo that first.`,
  'appointment.notAttended': (d: { day: string }) => `The visit on ${d.day} was not attended, so it can't be put on a package.`,
  'appointment.onPackage': (d: { day: string; package: string }) => `The visit on ${d.day} is on ${d.package} already.`,
  'appointment.notPutLater': (d: { package: string }) => `This visit was not put on ${d.package} later, so it can't be taken off here.`,
  'link.toOneself': () => 'A client can’t be linked to themselves. Choose somebody else.',
  'link.exists': (d: { client: string; other: string }) => `${d.client} and ${d.other} are linked already. Change that link instead.`,
  'upgrade.atVisits': (d: { package: string }) =>
    `${d.package} is paid at each appointment, so its sessions hold no value that could lower a price.`,
  'upgrade.noPrice': (d: { package: string }) => `${d.package} can't be upgraded to: it needs a price of its own in the same currency.`,
  'upgrade.nothing': (d: { package: string }) => `Nothing of value is free on ${d.package}, so there is nothing to count towards another.`,
  'upgrade.changed': () => 'What the upgrade comes to changed meanwhile. Look at it again.',
  'upgrade.noCredit': (d: { package: string; rest: string; asked: string }) =>
    `${d.rest} of the value is beyond the new price, but ${d.package} is invoiced with ${d.asked} only, so it can't go to the account. Choose a dearer package.`,
  'merge.notAlike': (d: { package: string }) =>
    `${d.package} can only be merged with the same package of the same client, on the same terms.`,
  'merge.nothing': (d: { package: string }) => `Nothing of ${d.package} is free, so there is nothing to merge.`,
  'split.notEqual': (d: { difference: string }) =>
    `The split does not add up: it is ${d.difference} off. Change the values until nothing is left over.`,
  'split.changed': (d: { package: string }) => `${d.package} was changed meanwhile. Close this and look at its sessions again.`,
  'notes.changed': () => 'These notes were changed meanwhile. Close this and look at them again.',
  'session.taken': () => 'Someone else just took that session. Look again and choose another.',
  'clientPackage.allHandedOver': (d: { package: string }) => `Every piece in ${d.package} was handed over already.`,
  'session.notHandedOver': () => 'That piece was not handed over.',

  // Money
  'payment.aboveDue': (d: { due: string }) => `Only ${d.due} is due. Lower the amount or keep the rest on account.`,
  'payment.tooLittleCash': () => 'Less cash was handed over than the amount.',
  'payment.nothingDue': () => 'Nothing is due on this invoice.',
  'payer.paid': (d: { invoice: number; payer: string }) =>
    `${d.payer} paid on invoice ${d.invoice}, so it can't be billed to somebody else. Give that payment back first; then it can.`,
  'payer.publishedMeanwhile': (d: { invoice: number }) =>
    `It was published meanwhile, as invoice ${d.invoice}, so nothing was changed. Open “Bill to” again to see what that means.`,
  'payer.closed': () => 'This invoice asks nobody for anything any more, so it can’t be billed to somebody else.',
  'payment.isRefund': () => 'This is money that was given back. If it was paid again, take a payment.',
  'payment.refundedSince': (d: { invoice: number }) =>
    `Money of invoice ${d.invoice} was given back since, so this payment can't go back whole.`,
  'statement.currencies': (d: { currencies: string }) =>
    `These packages are in ${d.currencies}. Choose those of one currency, or leave the amounts out.`,
  'refund.aboveReceived': (d: { paid: string }) => `At most ${d.paid} can be given back: that is what was paid.`,
  'refund.otherCurrency': (d: { currency: string }) =>
    `Regular prices are not in ${d.currency}, so they can’t be counted against what was paid. Choose another way.`,
  'refund.changed': () => 'The figures changed meanwhile. Look at them again.',
  'payment.reversed': () => 'This payment was already taken back.',
  'plan.sum': (d: { left: string; over: boolean }) =>
    d.over ? `The instalments are ${d.left} more than the total.` : `The instalments leave ${d.left} of the total.`,
  'plan.order': () => 'Each instalment falls due after the one before it.',
  'plan.atVisits': (d: { package: string }) => `${d.package} is paid with each visit, so it has no instalments.`,
  'invoice.notPublished': () => 'This invoice is not published yet.',

  // Files
  'document.missing': () => 'This document is no longer kept. Make it again.',
  'document.notPrinted': (d: { why: string }) => `The document could not be printed: ${d.why}.`,
  'document.notSaved': (d: { why: string }) => `The document could not be saved: ${d.why}.`,
  'suggestion.off': () => 'No language model is connected. Owners and administrators can connect one in the settings.',
  'suggestion.unreachable': (d: { host: string }) =>
    `Nothing answered at ${d.host}. Check the address, and that the program with the model runs there.`,
  'suggestion.slow': (d: { seconds: number }) =>
    `The model did not answer within ${s(d.seconds, 'second')}. Try again, or choose a smaller model.`,
  'suggestion.refused': (d: { status: number }) =>
    `The server of the model refused to answer: ${REFUSED[d.status] ?? `it said ${d.status}`}.`,
  'suggestion.leadsAway': () => 'This address leads to another one, where nothing was sent. Enter the address that it leads to.',
  'suggestion.nonsense': () => 'What the model answered is no description, so it was left out. Try again, or write it yourself.',
  'update.notOffered': () => 'This Tenpack is updated in the way it was installed.',
  'update.off': () => 'Looking for updates is switched off.',
  'update.notReady': () => 'No update is ready to be installed.',
  'update.badFile': (d: { why: string }) => `This update was not installed: ${d.why}.`,
  'key.notMoved': (d: { why: string }) => `The key stays where it is: ${d.why}.`,
  'backup.failed': (d: { why: string }) => `The copy could not be made: ${d.why}. The practice file itself is unharmed.`,
} as const satisfies Record<string, (details: never) => string>

export type RefusalCode = keyof typeof SENTENCES
export type RefusalDetails<C extends RefusalCode> = Parameters<(typeof SENTENCES)[C]> extends [infer D] ? D : Record<string, never>

export const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(SENTENCES, code)

/** The sentence a person reads. Details come over the border as plain data, checked there by the contract. */
export function sentenceOf<C extends RefusalCode>(code: C, details: RefusalDetails<C>): string {
  return (SENTENCES[code] as (d: RefusalDetails<C>) => string)(details)
}

/** Something the person can understand and act on. The only error class. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal'
  readonly code: C
  readonly details: RefusalDetails<C>
  constructor(code: C, details: RefusalDetails<C>) {
    super(sentenceOf(code, details))
    this.code = code
    this.details = details
  }
}

export function refuse<C extends RefusalCode>(
  code: C,
  ...details: Parameters<(typeof SENTENCES)[C]> extends [] ? [] : [RefusalDetails<C>]
): never {
  throw new Refusal(code, (details[0] ?? {}) as RefusalDetails<C>)
}
