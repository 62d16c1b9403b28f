// How a client package is put into words: its badge, its pips, its counts and its facts. Pure text, so a test can read it.

import type { z } from 'zod'
import type { ClientPackage as ClientPackageSchema, ClientPackageItem, Moved, Pip } from '../../../shared/contract/client-packages.ts'
import { dayOf, daysBetween, later, type LocalDate, earlier } from '../../../shared/dates.ts'
import { formatDate, formatDateTime, formatMonths, formatNearDate, formatRate } from '../../../shared/format.ts'
import type { SessionState } from '../../../shared/domain/words.ts'
import { subtract } from '../../../shared/money.ts'
import { holdOn, holdWords } from '../../../shared/domain/holds.ts'
import { MOST_PIPS } from '../pips-words.ts'
import type { MoneyWords } from '../use-money.ts'
import { CLIENT_PACKAGE_WORDS, SESSION_WORDS } from '../../words.ts'

export type ClientPackage = z.output<typeof ClientPackageSchema>
export type Item = z.output<typeof ClientPackageItem>
export type Move = z.output<typeof Moved>

/** Days before its end from which a client package is shown as ending soon. */
const SOON = 14

/** Nothing more can come of it, so its card is pale and short. */
export const isSpent = ({ state }: ClientPackage): boolean => state === 'used' || state === 'expired' || state === 'cancelled'

export function stateOf(clientPackage: ClientPackage, today: LocalDate): { words: string; tone: 'good' | 'warn' | 'quiet' } {
  const { state, end, validFrom } = clientPackage
  if (state === 'pending' && validFrom) return { words: `Starts ${formatNearDate(validFrom, today)}`, tone: 'quiet' }
  if (state === 'used' && isMoved(clientPackage)) return { words: 'Moved', tone: 'quiet' }
  const held = state === 'onHold' ? holdOn(clientPackage.holds, today) : undefined
  if (held?.throughDay) return { words: `On hold until ${formatNearDate(held.throughDay, today)}`, tone: 'warn' }
  if (state !== 'active') return { words: CLIENT_PACKAGE_WORDS[state], tone: state === 'onHold' ? 'warn' : 'quiet' }
  const left = end === null ? SOON + 1 : daysBetween(today, end)
  if (left > SOON) return { words: CLIENT_PACKAGE_WORDS.active, tone: 'good' }
  return { words: left === 0 ? 'Last day today' : left === 1 ? 'Expires tomorrow' : `Expires in ${left} days`, tone: 'warn' }
}

/** `On hold from 1 Apr 2026 through 14 Apr 2026: Surgery`, for each hold that runs or is to come. */
export const holdLines = ({ holds }: ClientPackage, today: LocalDate): string[] =>
  holds
    .filter((h) => h.throughDay === null || h.throughDay >= today)
    .map((h) => [`On hold ${holdWords(h)}`, h.reason].filter(Boolean).join(': '))

/** All of it went to other packages. */
const isMoved = ({ items, movedTo }: ClientPackage): boolean => movedTo.length > 0 && items.every((item) => item.total === 0)

interface Said {
  money: MoneyWords
  today: LocalDate
  /** Whose page it stands on: their own sessions need not name them. */
  ownerName: string
}

/** `10 Nov · Jonas Berg`, then `used · worth 75.00`. A session that another than the owner took names that person. */
export function pipWords(pip: z.output<typeof Pip>, item: Item, clientPackage: ClientPackage, { money, today, ownerName }: Said): string {
  const when = pip.at && (pip.state === 'booked' ? formatDateTime(pip.at) : formatNearDate(dayOf(pip.at), today))
  const who = pip.clientName === ownerName ? '' : pip.clientName
  const what = (item.isProduct && PRODUCT_WORDS[pip.state]) || SESSION_WORDS[pip.state]
  const worth = pip.valueMinor > 0 && `worth ${money(pip.valueMinor, clientPackage.currency)}`
  const lines = [
    [when, pip.practitioner, who],
    [what, worth],
  ]
  return lines
    .map((parts) => parts.filter(Boolean).join(' · '))
    .filter(Boolean)
    .join('\n')
}
const PRODUCT_WORDS: Partial<Record<SessionState, string>> = { used: 'handed over', available: 'to hand over' }

/** What leads the line, `3 left`, and what follows it, `1 booked ahead · 5 used · 1 forfeited`. */
export function countWords(item: Item, today: LocalDate): { lead: string; rest: string } {
  const counts = [
    [item.bookedAhead, 'booked ahead'],
    [item.used, item.isProduct ? 'handed over' : 'used'],
    [item.forfeited, 'forfeited'],
    [item.lapsed, 'lapsed'],
  ] as const
  const rest = counts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  if (item.isProduct && item.remaining === 0 && item.used === item.total) return { lead: '', rest: handedOverWords(item, today) }
  const ofAll = item.total > MOST_PIPS ? ` of ${item.total}` : ''
  const lead = item.unlimited
    ? item.moved
      ? 'Moved'
      : 'Unlimited'
    : item.isProduct
      ? `${item.remaining} to hand over`
      : `${item.remaining}${ofAll} left`
  return { lead, rest: rest.join(' · ') }
}

/** In a table: `4 left · 2 booked`; of a product that is not to be handed over any more, `1 lapsed`. */
export function leftWords(item: Item, today: LocalDate): string {
  const { lead, rest } = countWords(item, today)
  if (lead === '' || (item.isProduct && item.remaining === 0)) return rest
  return item.bookedAhead > 0 ? `${lead} · ${item.bookedAhead} booked` : lead
}

function handedOverWords(item: Item, today: LocalDate): string {
  const days = item.pips.flatMap((pip) => (pip.state === 'used' && pip.at ? [dayOf(pip.at)] : []))
  const last = days.reduce<LocalDate | null>((a, b) => (a === null ? b : later(a, b)), null)
  return last ? `handed over ${formatNearDate(last, today)}` : 'handed over'
}

/** From the sale to the last session, for the short card of a spent one: `Feb – Jul 2026`. */
export function spanWords({ purchasedOn, items }: ClientPackage): string {
  const days = items.flatMap(({ pips }) => pips.flatMap((pip) => (pip.at ? [dayOf(pip.at)] : [])))
  return formatMonths(days.reduce(earlier, purchasedOn), days.reduce(later, purchasedOn))
}

/** `4 of 10 scheduled, 6 to schedule`, or null: nothing is left to schedule, or it has no limit. */
export function scheduledWords({ items, state }: ClientPackage): string | null {
  if (state !== 'active' && state !== 'pending' && state !== 'onHold') return null
  const services = items.filter((i) => !i.isProduct && !i.unlimited)
  const left = services.reduce((n, i) => n + i.remaining, 0)
  const scheduled = services.reduce((n, i) => n + i.bookedAhead + i.used + i.forfeited, 0)
  return left === 0 ? null : scheduledOf(scheduled, left)
}

export const scheduledOf = (scheduled: number, left: number): string => `${scheduled} of ${scheduled + left} scheduled, ${left} to schedule`

/** `Shared by Leo Lee · Anna Lee may use 1 more` on the page of who may use it; on the owner's `Shared with Anna Lee (2 of 3)`. */
export function sharingWords({ clientId, ownerName, sharedWith }: ClientPackage, viewerId?: number): string {
  const mine = sharedWith.find((person) => person.clientId === viewerId)
  if (viewerId !== undefined && viewerId !== clientId) {
    const room = mine && mine.cap !== null ? Math.max(0, mine.cap - mine.taken) : null
    const may = room === null ? '' : `${mine?.name ?? ''} may use ${room === 0 ? 'no' : room} more`
    return [`Shared by ${ownerName}`, may].filter(Boolean).join(' · ')
  }
  if (sharedWith.length === 0) return ''
  return `Shared with ${sharedWith.map((p) => `${p.name} (${p.taken}${p.cap === null ? ' so far' : ` of ${p.cap}`})`).join(', ')}`
}

export interface Fact {
  label: string
  value: string
  note?: string
  tone?: 'warn'
  /** Its end, which may be set by hand. */
  isEnd?: true
}

/** `2 Mar 2026: Moved away · 282.49 given back`, of one that was cancelled. */
export function cancelledWords({ cancellation, currency }: ClientPackage, money: MoneyWords): string {
  if (cancellation === null) return ''
  const { on, reason, refundMinor, lossMinor } = cancellation
  const ends = [
    refundMinor > 0 && `${money(refundMinor, currency)} given back`,
    lossMinor > 0 && `${money(lossMinor, currency)} marked as a loss`,
  ]
  return [`${formatDate(on)}: ${reason}`, ...ends].filter(Boolean).join(' · ')
}

/** `366.00 due`, or of a plan its next part: `166.67 due 1 Feb`, `166.67 overdue since 1 Feb`. */
function dueWords({ nextInstalment: next, dueMinor, currency, purchasedOn }: ClientPackage, money: MoneyWords): string {
  if (!next) return `${money(dueMinor, currency)} due`
  return `${money(next.amountMinor, currency)} ${next.isOverdue ? 'overdue since' : 'due'} ${formatNearDate(next.dueOn, purchasedOn)}`
}

/** The row of facts under the pips. Money stands there only where the package itself was charged, and for its owner. */
export function factsOf(clientPackage: ClientPackage, moneyOf: MoneyWords, viewerId = clientPackage.clientId): Fact[] {
  const { currency, validFrom, state } = clientPackage
  const money = (amount: number) => moneyOf(amount, currency)
  const next: Fact = clientPackage.nextVisitAt
    ? { label: 'Next', value: formatDateTime(clientPackage.nextVisitAt) }
    : { label: 'Next', value: '–', note: 'none booked' }
  const when: Fact[] = [
    ...(state === 'pending' && validFrom ? [{ label: 'Valid from', value: formatDate(validFrom) }] : []),
    { label: clientPackage.end ? 'Valid until' : 'Ends', value: clientPackage.endWords, isEnd: true },
  ]
  if (clientPackage.paymentStyle === 'eachAppointment') {
    const note = clientPackage.discountRate > 0 ? `each fee less ${formatRate(clientPackage.discountRate)}` : ''
    return [...when, { label: 'Paid', value: 'With each appointment', note }, ...(isSpent(clientPackage) ? [] : [next])]
  }
  if (viewerId !== clientPackage.clientId) return [...when, ...(isSpent(clientPackage) ? [] : [next])]
  const { broughtInMinor } = clientPackage
  const less = subtract(subtract(clientPackage.priceMinor, clientPackage.chargeMinor), broughtInMinor)
  const notes = [
    broughtInMinor > 0 && `${money(broughtInMinor)} brought in`,
    less > 0 && `${money(clientPackage.priceMinor)} less ${money(less)}`,
    clientPackage.totalMinor > clientPackage.chargeMinor && `${money(clientPackage.totalMinor)} with tax`,
  ].filter((note) => note !== false)
  const charge: Fact = {
    label: 'Charge',
    value: clientPackage.chargeMinor === 0 && broughtInMinor === 0 ? 'Complimentary' : money(clientPackage.chargeMinor),
    note: [...notes, clientPackage.awaitsInvoice && clientPackage.chargeReason].filter(Boolean).join(' · '),
  }
  const paid: Fact = {
    label: 'Paid',
    value: money(clientPackage.paidMinor),
    ...(clientPackage.dueMinor > 0 ? { note: dueWords(clientPackage, moneyOf), tone: 'warn' } : {}),
  }
  const toCome: Fact = { label: 'Still to come', value: money(clientPackage.toComeMinor) }
  return [
    ...when,
    charge,
    ...(clientPackage.totalMinor > 0 ? [paid] : []),
    ...(clientPackage.totalMinor > 0 || broughtInMinor > 0 || (clientPackage.awaitsInvoice && clientPackage.chargeMinor > 0)
      ? [toCome]
      : []),
    ...(isSpent(clientPackage) ? [] : [next]),
  ]
}
