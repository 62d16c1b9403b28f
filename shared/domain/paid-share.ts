// How far a client package may be used for what is paid so far: ⌊n × paid ÷ total⌋ of an item's sessions; of an unlimited
// item, until its visits drew as much as was paid.

import { paidSessions } from './client-packages.ts'
import type { UseBeforePaid } from './words.ts'

export interface PaidSoFar {
  paidMinor: number
  totalMinor: number
  /** With those that went to another client package. */
  sessions: number
  /** Booked, used and forfeited ones, and those that went. */
  taken: number
  /** What an unlimited item's visits are worth; null: the item is limited. */
  drawnMinor: number | null
}

/** Whether one more session would go beyond what is paid, and how many are paid for. All is paid: never. */
export function beyondPaid(p: PaidSoFar): { isBeyond: boolean; allowed: number } {
  if (p.paidMinor >= p.totalMinor) return { isBeyond: false, allowed: p.sessions }
  if (p.drawnMinor !== null) return { isBeyond: p.drawnMinor >= p.paidMinor, allowed: p.taken }
  const allowed = paidSessions(p.sessions, p.paidMinor, p.totalMinor)
  return { isBeyond: p.taken >= allowed, allowed }
}

/** How many may be used so far, when the practice's rule forbids one more; null: it doesn't. */
export function forbiddenBy(rule: UseBeforePaid, p: PaidSoFar): { allowed: number } | null {
  if (rule === 'warn' || p.paidMinor >= p.totalMinor) return null
  if (rule === 'no') return { allowed: 0 }
  const { isBeyond, allowed } = beyondPaid(p)
  return isBeyond ? { allowed } : null
}

/** How many more may be used before more is paid, by the practice's rule; null: as many as there are. */
export function payableMore(rule: UseBeforePaid, p: PaidSoFar): number | null {
  if (forbiddenBy(rule, p)) return 0
  if (rule !== 'paidShare' || p.drawnMinor !== null || p.paidMinor >= p.totalMinor) return null
  return beyondPaid(p).allowed - p.taken
}

/** The warning beside a package in the booking panel, or null. */
export function paidWords(p: PaidSoFar, open: string): string | null {
  const { isBeyond, allowed } = beyondPaid(p)
  if (!isBeyond) return null
  return p.drawnMinor !== null || allowed === 0
    ? `${open} of it is not paid yet`
    : `${allowed} of ${p.sessions} sessions are paid so far, ${open} is open`
}
