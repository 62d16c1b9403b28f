// The figures of a package usage statement: sessions by the day they were treated, money by the day it was received,
// and what was prepaid at a day, replayed from the ledger's effective dates.

import type { LocalDate } from '../dates.ts'
import { minor, type Minor } from '../money.ts'
import type { SessionState } from './words.ts'

export interface LedgerEntry {
  sessionId: number
  toState: SessionState
  valueMinor: Minor
  effectiveOn: LocalDate
  unlimited: boolean
}

export interface PotChange {
  amountMinor: Minor
  effectiveOn: LocalDate
}

/** Sessions and value paid for and not yet delivered at the end of a day. Entries of a session in the order they were made. */
export function prepaidAt(
  day: LocalDate,
  entries: readonly LedgerEntry[],
  pot: readonly PotChange[],
): { sessions: number; valueMinor: Minor } {
  const last = new Map<number, LedgerEntry>()
  for (const e of entries) if (e.effectiveOn <= day) last.set(e.sessionId, e)
  const states = [...last.values()]
  const open = states.filter((e) => e.toState === 'available' || e.toState === 'booked')
  const potLeft =
    pot.filter((p) => p.effectiveOn <= day).reduce((t, p) => t + p.amountMinor, 0) -
    states.filter((e) => e.unlimited).reduce((t, e) => t + e.valueMinor, 0)
  return { sessions: open.length, valueMinor: minor(open.reduce((t, e) => t + e.valueMinor, 0) + potLeft) }
}
