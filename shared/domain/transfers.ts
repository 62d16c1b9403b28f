// What moving sessions from one client package to another comes to. Pure; the ledger does it.

import type { LocalDate } from '../dates.ts'
import { type Standing, whyNotOn } from './client-packages.ts'
import type { Session } from './sessions.ts'

/** The free sessions with the highest numbers, in the order of their numbers: booking takes the lowest, so they are the last to be missed. */
export const highestFree = <S extends Session>(sessions: readonly S[], count: number): S[] =>
  sessions
    .filter((s) => s.state === 'available')
    .sort((a, b) => b.number - a.number)
    .slice(0, count)
    .reverse()

/** Why nothing can be moved off it today, or null. One that has not begun can be moved. */
export const whyNotMovable = (p: Pick<Standing, 'cancelledOn' | 'end' | 'holds'>, today: LocalDate): string | null =>
  whyNotOn({ ...p, purchasedOn: today, validFrom: null }, today)
