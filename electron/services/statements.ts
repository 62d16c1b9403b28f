// The package usage statement of one client over a period, worked out from the ledger, the visits and the payments.

import type { z } from 'zod'
import { listInvoiceSums, listReplaced } from '../../db/queries/invoices.ts'
import { getPractice } from '../../db/queries/practice.ts'
import {
  findClient,
  listEntries,
  listHandedOver,
  listLicences,
  listPotEntries,
  listReceived,
  listUsedOfOthers,
  listVisitInvoices,
  listVisits,
} from '../../db/queries/statements.ts'
import type { Db } from '../../db/handles.ts'
import type { Statement, StatementChoice, StatementPackage } from '../../shared/contract/reports.ts'
import { addDays, dayOf, type LocalDate, minutesBetween } from '../../shared/dates.ts'
import { prepaidAt } from '../../shared/domain/statements.ts'
import { countStates } from '../../shared/domain/sessions.ts'
import type { PaymentMethod, SessionState } from '../../shared/domain/words.ts'
import { refuse } from '../../shared/errors.ts'
import { formatDate, formatMoney, fullName } from '../../shared/format.ts'
import { atLeastZero, minor, negate, sum, ZERO } from '../../shared/money.ts'
import { type Card, cardsOf } from './client-package-cards.ts'

type Choice = Pick<z.output<typeof StatementChoice>, 'clientId' | 'from' | 'through' | 'clientPackageIds'>
type Rows<T extends (db: Db, ids: number[]) => Promise<unknown>> = Awaited<ReturnType<T>>

interface Sources {
  entries: Rows<typeof listEntries>
  pots: Rows<typeof listPotEntries>
  visits: Rows<typeof listVisits>
  handedOver: Rows<typeof listHandedOver>
  invoices: Rows<typeof listVisitInvoices>
  sums: Rows<typeof listInvoiceSums>
  received: Rows<typeof listReceived>
  licences: Rows<typeof listLicences>
  /** By client package: the numbers of the void invoices that its invoice took the place of. */
  replaced: Map<number, number[]>
}

const METHOD_WORDS: Record<PaymentMethod, string> = {
  card: 'by card',
  cash: 'in cash',
  transfer: 'by transfer',
  cheque: 'by cheque',
  other: '',
}

export async function statementOf(db: Db, today: LocalDate, choice: Choice): Promise<z.output<typeof Statement>> {
  const client = await findClient(db, choice.clientId)
  if (!client) return refuse('call.notFound', { what: 'client' })
  const practice = await getPractice(db)
  const used = (await listUsedOfOthers(db, client.id)).map((p) => p.id)
  const cards = [...(await cardsOf(db, today, { ids: used })), ...(await cardsOf(db, today, { clientId: client.id }))]
  const chosen = cards
    .filter((c) => c.purchasedOn <= choice.through && (choice.clientPackageIds === null || choice.clientPackageIds.includes(c.id)))
    .reverse()
  const sources = await readSources(db, chosen)
  const packages = chosen
    .map((card) => packageOf(card, sources, choice, practice.pricesIncludeTax === 1))
    .filter((p) => choice.clientPackageIds !== null || touches(p))
  return {
    client: {
      id: client.id,
      name: fullName(client),
      birthDate: client.birthDate,
      address: client.address,
      insurer: client.insurer,
      insurerNumber: client.insurerNumber,
    },
    practice: {
      name: practice.name,
      address: practice.address,
      phone: practice.phone,
      email: practice.email,
      registration: practice.registration,
    },
    from: choice.from,
    through: choice.through,
    madeOn: today,
    pricesIncludeTax: practice.pricesIncludeTax === 1,
    paper: practice.paper,
    packages,
  }
}

type Section = z.output<typeof StatementPackage>

/** Whether anything of it falls into the period: a visit, a piece, money, or sessions still to come. */
const touches = (p: Section): boolean =>
  p.attended.length + p.notAttended.length + p.handedOver.length + p.prepaidAtStart.sessions + p.prepaidAtEnd.sessions > 0 ||
  p.movedIn.sessions + p.movedOut.sessions > 0 ||
  p.paidMinor !== 0 ||
  p.refundedMinor !== 0

async function readSources(db: Db, cards: readonly Card[]): Promise<Sources> {
  const ids = cards.map((c) => c.id)
  const visits = await listVisits(db, ids)
  const invoices = await listVisitInvoices(
    db,
    visits.map((v) => v.appointmentId),
  )
  const invoiceIds = [...invoices.map((i) => i.id), ...cards.flatMap((c) => (c.invoice ? [c.invoice.id] : []))]
  return {
    entries: await listEntries(db, ids),
    pots: await listPotEntries(db, ids),
    visits,
    handedOver: await listHandedOver(db, ids),
    invoices,
    sums: await listInvoiceSums(db, invoiceIds),
    received: await listReceived(db, invoiceIds),
    licences: await listLicences(
      db,
      visits.map((v) => v.practitionerId),
    ),
    replaced: await replacedOf(db, cards),
  }
}

async function replacedOf(db: Db, cards: readonly Card[]): Promise<Sources['replaced']> {
  const replaced: Sources['replaced'] = new Map()
  for (const { id, invoice } of cards)
    if (invoice)
      replaced.set(
        id,
        (await listReplaced(db, invoice.id)).flatMap((before) => before.number ?? []),
      )
  return replaced
}

function packageOf(card: Card, s: Sources, { clientId, from, through }: Choice, pricesIncludeTax: boolean): Section {
  const inPeriod = (day: LocalDate) => from <= day && day <= through
  const prepaid = card.paymentStyle !== 'eachAppointment'
  const isOwn = card.clientId === clientId
  const ofPackage = s.visits.filter((v) => v.clientPackageId === card.id && ((isOwn && prepaid) || v.clientId === clientId))
  const rows = ofPackage.filter((v) => inPeriod(dayOf(v.startsAt)))
  const visits = rows.map((v) => visitOf(v, card, s, prepaid))
  const pips = pipsFor(card, clientId, isOwn, prepaid)
  const attended = visits.filter((v) => v.status === 'completed')
  const notAttended = visits.filter((v) => v.status !== 'completed')
  const handedOver = s.handedOver
    .filter((h) => isOwn && h.clientPackageId === card.id && inPeriod(h.on))
    .map(({ on, product, valueMinor }) => ({ on, product, valueMinor: valueMinor ?? minor(0) }))
  const entries = s.entries.filter((e) => e.clientPackageId === card.id).map((e) => ({ ...e, unlimited: e.quantity === null }))
  const pot = s.pots.filter((p) => p.clientPackageId === card.id)
  const prepaidOn = (day: LocalDate) => (isOwn ? prepaidAt(day, entries, pot) : NOTHING)
  const money = isOwn || !prepaid ? moneyOf(card, ofPackage, s, prepaid, inPeriod) : { paidMinor: ZERO, refundedMinor: ZERO }
  const [attendedMinor, notAttendedMinor] = [
    sum(attended.map((v) => minor(v.valueMinor))),
    sum(notAttended.map((v) => minor(v.valueMinor))),
  ]
  const saleTax = minor(isOwn && inPeriod(card.purchasedOn) ? (s.sums.find((x) => x.id === card.invoice?.id)?.taxes ?? 0) : 0)
  const taxMinor = prepaid ? saleTax : sum(visits.map((v) => minor(v.taxMinor)))
  return {
    clientPackageId: card.id,
    name: card.name,
    currency: card.currency,
    boughtOn: card.purchasedOn,
    receivedFrom: receivedFrom(card),
    invoiceNumber: card.invoice?.number ?? null,
    replacedNumbers: s.replaced.get(card.id) ?? [],
    owner: isOwn ? null : card.ownerName,
    paidWords: isOwn || !prepaid ? paidWords(card, s, ofPackage) : `prepaid by ${card.payerName ?? card.ownerName}`,
    endWords: card.end ? `valid until ${card.endWords}` : card.endWords.toLowerCase(),
    prepaid,
    unlimited: card.items.some((i) => i.unlimited),
    states: pips,
    countWords: countWords(
      pips,
      isOwn,
      card.items.some((i) => i.unlimited),
    ),
    attended,
    notAttended,
    handedOver,
    byPerson: byPersonOf(rows, clientId),
    attendedMinor,
    notAttendedMinor,
    handedOverMinor: sum(handedOver.map((h) => h.valueMinor)),
    prepaidAtStart: prepaidOn(addDays(from, -1)),
    prepaidAtEnd: prepaidOn(through),
    movedIn: movedOf(isOwn ? card.cameFrom : [], inPeriod),
    movedOut: movedOf(isOwn ? card.movedTo : [], inPeriod),
    ...money,
    dueMinor: isOwn && prepaid ? atLeastZero(minor(card.dueMinor)) : ZERO,
    notInvoicedMinor: isOwn && prepaid && card.awaitsInvoice ? minor(card.chargeMinor) : ZERO,
    taxMinor,
    billedMinor: prepaid ? minor(0) : minor(attendedMinor + notAttendedMinor + (pricesIncludeTax ? 0 : taxMinor)),
  }
}

const NOTHING = { sessions: 0, valueMinor: ZERO }

/** The sessions to draw: all of what the client prepaid, else theirs and, of an own one, the free ones. */
const pipsFor = (card: Card, clientId: number, isOwn: boolean, prepaid: boolean): SessionState[] =>
  card.items
    .filter((i) => !i.isProduct)
    .flatMap((i) => i.pips)
    .filter((p) => p.clientId === clientId || (isOwn && (prepaid || p.clientId === null)))
    .map((p) => p.state)

/** The attended visits by the person treated, the client first; nobody else was treated: nothing to split. */
function byPersonOf(rows: Sources['visits'], clientId: number): Section['byPerson'] {
  const attended = rows.filter((v) => v.status === 'completed')
  if (attended.every((v) => v.clientId === clientId)) return []
  return [...Map.groupBy(attended, (v) => v.clientId)]
    .sort(([a], [b]) => Number(b === clientId) - Number(a === clientId) || a - b)
    .map(([id, of]) => ({
      clientId: id,
      name: fullName(of[0]!),
      sessions: of.length,
      valueMinor: sum(of.map((v) => v.valueMinor ?? ZERO)),
    }))
}

/** A prepaid visit is worth its session's value; one paid for at the appointment is worth its fee, with the tax on its invoice. */
function visitOf(v: Sources['visits'][number], card: Card, s: Sources, prepaid: boolean): Section['attended'][number] {
  const invoice = s.invoices.filter((i) => i.appointmentId === v.appointmentId).at(-1)
  const sums = s.sums.find((x) => x.id === invoice?.id)
  const item = card.items.find((i) => i.id === v.clientPackageItemId)
  const place = item?.pips.findIndex((p) => p.sessionId === v.sessionId) ?? -1 // pips start with the redeemed ones in counting order
  const day = dayOf(v.startsAt)
  const licence = s.licences.find(
    (l) => l.staffId === v.practitionerId && (!l.validFrom || l.validFrom <= day) && (!l.validThrough || day <= l.validThrough),
  )
  return {
    position: place < 0 ? null : place + 1,
    at: v.startsAt,
    minutes: minutesBetween(v.startsAt, v.endsAt),
    service:
      prepaid && v.status === 'completed' && (sums?.amounts ?? 0) > 0
        ? `${v.service}, difference on invoice ${invoice?.number}`
        : v.service,
    practitioner: v.practitioner,
    licence: licence ? `${licence.issuer} ${licence.number}`.trim() : '',
    treated: fullName(v),
    status: v.status,
    invoiceNumber: invoice?.number ?? null,
    valueMinor: prepaid ? (v.valueMinor ?? minor(0)) : minor(sums?.amounts ?? 0),
    taxMinor: prepaid ? minor(0) : minor(sums?.taxes ?? 0),
  }
}

/** Received and given back in the period: on the sale when prepaid, else on the visits' invoices. */
function moneyOf(card: Card, visits: Sources['visits'], s: Sources, prepaid: boolean, inPeriod: (day: LocalDate) => boolean) {
  const visitInvoices = visits.flatMap((v) => s.invoices.filter((i) => i.appointmentId === v.appointmentId).map((i) => i.id))
  const ids = prepaid ? [card.invoice?.id] : visitInvoices
  const amounts = s.received.filter((r) => ids.includes(r.invoiceId) && inPeriod(r.effectiveOn)).map((r) => r.amountMinor)
  return { paidMinor: sum(amounts.filter((a) => a > 0)), refundedMinor: negate(sum(amounts.filter((a) => a < 0))) }
}

const movedOf = (moves: Card['cameFrom'], inPeriod: (day: LocalDate) => boolean) => {
  const mine = moves.filter((m) => inPeriod(m.on))
  return { sessions: mine.reduce((n, m) => n + m.sessions, 0), valueMinor: sum(mine.map((m) => m.valueMinor)) }
}

/** Whose package it came from, when it was made by a transfer. */
function receivedFrom({ cameFrom, invoice }: Card): string | null {
  const origin = invoice === null ? cameFrom.find((m) => m.kind === 'transfer') : undefined
  return origin ? `${origin.clientName}’s ${origin.name}` : null
}

/** How it was paid, and by whom when that is not the client themselves. */
function paidWords(card: Card, s: Sources, visits: Sources['visits']): string {
  if (card.paymentStyle !== 'eachAppointment') return billedWords(receivedWords(card, s), card.payerName === null ? [] : [card.payerName])
  const payers = s.invoices.filter((i) => visits.some((v) => v.appointmentId === i.appointmentId && v.clientId !== i.clientId))
  return billedWords('paid at each appointment', [...new Set(payers.map(fullName))])
}

const billedWords = (words: string, payers: readonly string[]): string =>
  payers.length === 0 ? words : `${words}, billed to ${payers.join(' and ')}`

/** `500.00 paid by card on 2 Mar 2026`, each payment that stands on the sale. */
function receivedWords(card: Card, s: Sources): string {
  const received = s.received.filter((r) => r.invoiceId === card.invoice?.id && r.amountMinor > 0 && r.reversedBy === null)
  if (received.length === 0 && card.broughtInMinor > 0 && card.totalMinor === 0)
    return `worth ${formatMoney(card.broughtInMinor, card.currency)}`
  if (card.awaitsInvoice && card.chargeMinor > 0) return 'not invoiced yet'
  if (received.length === 0) return card.totalMinor === 0 ? 'nothing to pay' : 'not paid yet'
  const paid = received.map(
    (r) => `${formatMoney(r.amountMinor, card.currency)} paid ${METHOD_WORDS[r.method]}`.trim() + ` on ${formatDate(r.effectiveOn)}`,
  )
  return [...paid, ...(card.dueMinor > 0 ? [`${formatMoney(card.dueMinor, card.currency)} not paid yet`] : [])].join(', ')
}

/** `5 attended · 1 charged, not attended · 1 booked · 3 left`, as things stand today; what is left is the owner's to know. */
function countWords(states: readonly SessionState[], isOwn: boolean, unlimited: boolean): string {
  const counts = countStates(states)
  const parts = [
    [counts.used, 'attended'],
    [counts.forfeited, 'charged, not attended'],
    [counts.booked, 'booked'],
    [counts.lapsed, 'lapsed'],
  ] as const
  const left = !isOwn ? [] : [unlimited ? 'unlimited' : `${counts.remaining} left`]
  return [...parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`), ...left].join(' · ')
}
