// Visits as they are typed: what is wished for, each visit, and which of them are ready to be booked.

import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '../../../shared/contract/index.ts'
import { addDays, addMinutes, atTime, dayOf, isLocalDate, isLocalTime, localDate, type LocalDate, timeOf } from '../../../shared/dates.ts'
import type { FrequencyUnit } from '../../../shared/domain/words.ts'
import { formatMoney, plural } from '../../../shared/format.ts'

type Inputs = InferContractRouterInputs<Contract>['appointments']
type Outputs = InferContractRouterOutputs<Contract>['appointments']

export type Basis = Inputs['proposeVisits']['basis']
export type Visit = Outputs['proposeVisits']['visits'][number]
export type Look = Outputs['previewVisits']['visits'][number]

/** Sessions that can be scheduled: of one item for one service. */
export interface Choice {
  /** Of the service. */
  id: number
  name: string
  basis: Basis
  /** Null: unlimited. */
  left: number | null
}

export interface WishDraft {
  visits: number | null
  /** Null: as the rules say. */
  from: string | null
  /** '': as early as there is room. */
  time: string
  practitionerId: number | null
  rhythm: { count: number | null; unit: FrequencyUnit } | null
}

export interface VisitDraft {
  id: number
  day: string | null
  time: string
  practitionerId: number | null
}

export const MOST_VISITS = 60
export const MOST_A_PERIOD = 99
const USUAL = 6

export const firstWish = (left: number | null): WishDraft => ({
  visits: Math.min(left ?? USUAL, MOST_VISITS),
  from: null,
  time: '',
  practitionerId: null,
  rhythm: null,
})

/** What is wrong with a number that was typed. */
export function wholeNumberProblem(count: number | null, most: number): string | null {
  if (count === null) return 'Enter a number.'
  if (!Number.isInteger(count)) return 'Enter a whole number.'
  return count < 1 ? 'At least 1.' : count > most ? `At most ${most}.` : null
}

export const isWishWrong = ({ visits, rhythm }: WishDraft): boolean =>
  wholeNumberProblem(visits, MOST_VISITS) !== null || (rhythm !== null && wholeNumberProblem(rhythm.count, MOST_A_PERIOD) !== null)

/** What is asked of the rules, or null while the wish makes no sense. */
export function proposalOf(wish: WishDraft) {
  const { visits, from, time, practitionerId } = wish
  const rhythm = wish.rhythm?.count ? { count: wish.rhythm.count, unit: wish.rhythm.unit } : null
  if (visits === null || isWishWrong(wish) || (from !== null && !isLocalDate(from))) return null
  if (time !== '' && !isLocalTime(time)) return null
  return { visits, from: from === null ? null : localDate(from), time: isLocalTime(time) ? time : null, practitionerId, rhythm }
}

export const draftsOf = (visits: readonly Visit[]): VisitDraft[] =>
  visits.map((v, i) => ({ id: i + 1, day: dayOf(v.startsAt), time: timeOf(v.startsAt), practitionerId: v.practitionerId }))

/** Null while something of it is missing. */
export function visitOf({ day, time, practitionerId }: VisitDraft, serviceId: number, minutes: number): Visit | null {
  if (day === null || !isLocalDate(day) || !isLocalTime(time) || practitionerId === null) return null
  const startsAt = atTime(day, time)
  return { serviceId, practitionerId, startsAt, endsAt: addMinutes(startsAt, minutes) }
}

/** One more visit, a week after the last one. */
export function withAnother(drafts: readonly VisitDraft[], today: LocalDate, practitionerId: number | null): VisitDraft[] {
  const last = drafts.at(-1)
  const day = last?.day && isLocalDate(last.day) ? addDays(last.day, 7) : addDays(today, 1)
  return [
    ...drafts,
    {
      id: Math.max(0, ...drafts.map((d) => d.id)) + 1,
      day,
      time: last?.time ?? '10:00',
      practitionerId: last?.practitionerId ?? practitionerId,
    },
  ]
}

/** What is said under a visit: what pays for it, or what stands in the way. */
export function lookWords(look: Look, packageName: string, currency: string): { words: string; tone: 'quiet' | 'warn' | 'bad' } {
  if (look.conflict) return { words: look.conflict.words, tone: isBlocking(look) ? 'bad' : 'warn' }
  const fee = look.feeMinor > 0 ? `, ${formatMoney(look.feeMinor, currency)}` : ''
  return look.onPackage
    ? { words: `On ${packageName}${fee}`, tone: 'quiet' }
    : { words: `Regular fee ${formatMoney(look.feeMinor, currency)}: ${look.why ?? ''}`, tone: 'warn' }
}

export const isBlocking = ({ conflict }: Look): boolean =>
  conflict !== null && conflict.kind !== 'clientBusy' && conflict.kind !== 'outsideHours'

export const isOutsideHours = ({ conflict }: Look): boolean => conflict?.kind === 'outsideHours'

/** `4 on Relax 10, 2 at the regular fee` */
export function summaryOf(looks: readonly Look[], packageName: string): string {
  const on = looks.filter((l) => l.onPackage).length
  const rest = looks.length - on
  return [on > 0 && `${on} on ${packageName}`, rest > 0 && `${plural(rest, 'visit')} at the regular fee`].filter(Boolean).join(', ')
}
