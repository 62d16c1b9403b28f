// Client packages: reading them, what a booking may choose from, and handing over the products in them. Selling is in selling.ts.

import { findAppointment, findService } from '../../db/queries/appointments.ts'
import { changeStock, findClientPackage, findItem } from '../../db/queries/client-packages.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { findSessionOfAppointment, getSession, listSessions } from '../../db/queries/sessions.ts'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import type { Db } from '../../db/handles.ts'
import type { Row } from '../../db/schema.ts'
import type { z } from 'zod'
import type { PackageOption } from '../../shared/contract/client-packages.ts'
import type { LocalDate } from '../../shared/dates.ts'
import { authorisationWarning } from '../../shared/domain/authorisations.ts'
import { byPreference, whyNotOn } from '../../shared/domain/client-packages.ts'
import { endOf, endWithVisit } from '../../shared/domain/expiry.ts'
import { paidWords } from '../../shared/domain/paid-share.ts'
import { takenWords } from '../../shared/domain/sharing.ts'
import { nextFree } from '../../shared/domain/sessions.ts'
import { withTax } from '../../shared/domain/tax.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate, formatMoneyBeside } from '../../shared/format.ts'
import { add, ZERO } from '../../shared/money.ts'
import { listServiceTaxes } from '../../db/queries/appointments.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { feeOf } from './billing.ts'
import { paidSoFarOf } from './booking-rules.ts'
import { type Card, getCard } from './client-package-cards.ts'
import { authorisedDays } from './client-package-people.ts'
import { nameOf, shareOf, usableCards } from './sharing.ts'
import { byOf, courseOf, handOverPiece, settleExpiry, undoHandOverPiece } from './ledger.ts'
import { findTopUp } from './top-ups.ts'

export const ofClient = ({ db, today }: QueryContext, { clientId }: { clientId: number }) => usableCards(db, today, clientId)

export const get = ({ db, today }: QueryContext, { id }: { id: number }): Promise<Card> => getCard(db, today, id)

type Option = z.output<typeof PackageOption>
interface Wanted {
  clientId: number
  serviceId: number
  day: LocalDate
  appointmentId: number | null
}

export async function available({ db, today }: QueryContext, wanted: Wanted) {
  const service = await findService(db, wanted.serviceId)
  if (!service) return refuse('call.notFound', { what: 'service' })
  const practice = await getPractice(db)
  const { held, isNew } = await heldFor(db, wanted)
  const cards = (await usableCards(db, today, wanted.clientId, held?.clientPackageId)).filter(
    (c) => c.state !== 'cancelled' && (c.state !== 'used' || c.id === held?.clientPackageId),
  )
  const found = []
  for (const card of cards) {
    for (const item of card.items.filter((i) => !i.isProduct)) {
      const option = await optionOf(db, practice, card, item, { ...wanted, today }, held?.clientPackageItemId === item.id)
      const choice = {
        isOwn: card.clientId === wanted.clientId,
        end: option.end,
        remaining: option.remaining,
        purchasedOn: card.purchasedOn,
        clientPackageId: card.id,
        services: item.serviceIds.length,
      }
      found.push({ option, choice, isToppedUp: option.covers && !item.serviceIds.includes(service.id) })
    }
  }
  found.sort(
    (a, b) =>
      Number(b.option.covers) - Number(a.option.covers) ||
      Number(a.option.why !== null) - Number(b.option.why !== null) ||
      Number(a.isToppedUp) - Number(b.isToppedUp) ||
      byPreference(a.choice, b.choice),
  )
  const options = found.map((f) => f.option).filter((o) => o.covers || o.remaining !== 0)
  const usable = options.filter((o) => o.why === null)
  const kept = usable.find((o) => o.clientPackageItemId === held?.clientPackageItemId)
  const preselected = practice.packageChoice === 'preselect' ? (usable[0]?.clientPackageItemId ?? null) : null
  return {
    options,
    preselected: isNew ? preselected : (kept?.clientPackageItemId ?? null),
    regularFeeMinor: withTax(service.priceMinor, await listServiceTaxes(db, service.id), practice.pricesIncludeTax === 1),
    currency: practice.currency,
  }
}

/** The session the appointment holds. For another client than so far it is booked anew, and what it holds will be given back. */
async function heldFor(db: Db, { appointmentId, clientId }: Wanted) {
  const appointment = appointmentId === null ? undefined : await findAppointment(db, appointmentId)
  const isNew = appointment?.clientId !== clientId
  return { isNew, held: appointment && !isNew ? await findSessionOfAppointment(db, appointment.id) : undefined }
}

/** Why a package of somebody else can't be chosen, and how many more of it may be. What the appointment holds already stays. */
async function shareWords(db: Db, card: Card, { clientId, appointmentId }: Wanted, isHeld: boolean) {
  if (card.clientId === clientId) return { sharedBy: null, mayUse: null, full: null }
  const share = await shareOf(db, card, clientId, appointmentId)
  const full = !isHeld && share?.room === 0 ? `${await nameOf(db, clientId)} may use ${share.cap} of it; ${takenWords(share.taken)}` : null
  return { sharedBy: card.ownerName, mayUse: share?.room ?? null, full }
}

async function optionOf(
  db: Db,
  practice: Row<'practice'>,
  card: Card,
  item: Card['items'][number],
  wanted: Wanted & { today: LocalDate },
  isHeld: boolean,
): Promise<Option> {
  const p = await findClientPackage(db, card.id)
  if (!p) throw new Error('A card without its client package')
  const service = await findService(db, wanted.serviceId)
  const topUp = service ? await findTopUp(db, item.id, { serviceId: service.id, priceMinor: service.priceMinor }) : null
  const covers = topUp !== null || item.serviceIds.includes(wanted.serviceId)
  const course = await courseOf(db, p, wanted.today, wanted.appointmentId ?? undefined)
  const end = endWithVisit(expiryRuleOf(p), course, wanted.day)
  const why = covers
    ? whyNotOn({ ...p, holds: course.holds, end }, wanted.day)
    : `it covers ${item.label.replace(/^Any of/, 'any of')}, not this service`
  const spent = (item.unlimited ? item.moved : item.remaining === 0) && !isHeld
  const fee = await feeOf(db, p, item.id, wanted.serviceId)
  const difference = topUp?.differenceMinor ?? ZERO
  const terms = await findItem(db, item.id)
  const own = topUp ? undefined : terms // the longer service keeps its own length
  const each = p.paymentStyle === 'eachAppointment'
  const soFar = !terms || isHeld || card.dueMinor <= 0 ? null : await paidSoFarOf(db, p, terms, await listSessions(db, item.id))
  const open = formatMoneyBeside(card.dueMinor, card.currency, practice.currency)
  const unpaid = soFar && paidWords(soFar, open)
  const unauthorised = authorisationWarning(card.authorisations, authorisedDays(card.items, wanted.appointmentId), wanted.day)
  const { full, ...shared } = await shareWords(db, card, wanted, isHeld)
  return {
    clientPackageItemId: item.id,
    clientPackageId: card.id,
    name: card.name,
    covers,
    why: spent ? 'no sessions are left' : (why ?? full),
    remaining: item.unlimited ? null : item.remaining,
    total: item.unlimited ? null : item.total,
    states: item.pips.map((pip) => pip.state),
    end: card.end,
    endWords: card.endWords,
    feeMinor: withTax(add(fee, difference), await listServiceTaxes(db, wanted.serviceId), practice.pricesIncludeTax === 1),
    slotMinutes: own?.durationMinutes ?? null,
    note: `${topUp ? `difference to ${topUp.covered.name}, ` : ''}${own?.medium ? `online by ${own.medium}, ` : ''}${each ? 'fee with each appointment' : card.awaitsInvoice && card.chargeMinor > 0 ? 'not invoiced yet' : 'prepaid'}${card.invoice?.number ? `, invoice ${card.invoice.number}` : ''}`,
    notes: p.notes,
    warning: [unpaid, unauthorised].filter((words) => words !== null).join('; ') || null,
    ...shared,
  }
}

/** Hands over one piece; stock falls and may go below zero, since the piece was seen. */
export async function handOver(c: CommandContext, { clientPackageItemId }: { clientPackageItemId: number }) {
  const item = await findItem(c.tx, clientPackageItemId)
  const p = item && (await findClientPackage(c.tx, item.clientPackageId))
  if (!item?.productId || !p) return refuse('call.notFound', { what: 'product' })
  const { holds, ...course } = await courseOf(c.tx, p, c.today)
  const why = whyNotOn({ ...p, holds, end: endOf(expiryRuleOf(p), course) }, c.today)
  if (why) refuse('clientPackage.notValidOn', { package: p.name, day: formatDate(c.today), why })
  const piece = nextFree(await listSessions(c.tx, item.id))
  if (!piece) return refuse('clientPackage.allHandedOver', { package: p.name })
  await handOverPiece(c.tx, byOf(c), piece)
  return { sessionId: piece.id, stock: await changeStock(c.tx, item.productId, -1) }
}

/** Takes a piece back into stock. */
export async function undoHandOver(c: CommandContext, { sessionId, reason }: { sessionId: number; reason: string }) {
  const piece = await getSession(c.tx, sessionId)
  if (!piece?.productId) return refuse('call.notFound', { what: 'product' })
  if (piece.state !== 'used') refuse('session.notHandedOver')
  await undoHandOverPiece(c.tx, byOf(c), piece, reason)
  await settleExpiry(c.tx, byOf(c), piece.clientPackageId)
  return { stock: await changeStock(c.tx, piece.productId, 1) }
}
