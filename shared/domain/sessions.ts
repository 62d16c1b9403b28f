// How a session moves between states. Nothing else may move one; the database checks the same table.
// Pure: no clock, no database. The caller passes the sessions and the day.

import type { LocalDateTime } from '../dates.ts'
import { type Minor, sum } from '../money.ts'
import type { SessionMove, SessionState } from './words.ts'

/** From where to where each move leads; null: the row is new. */
export const MOVES = {
  grant: [[null, 'available']],
  adjustPlus: [[null, 'available']],
  book: [
    ['available', 'booked'],
    [null, 'booked'],
  ],
  return: [
    ['booked', 'available'],
    ['booked', 'withdrawn'],
  ],
  use: [['booked', 'used']],
  undoUse: [['used', 'booked']],
  handOver: [['available', 'used']],
  undoHandOver: [['used', 'available']],
  forfeit: [['booked', 'forfeited']],
  undoForfeit: [['forfeited', 'booked']],
  waive: [
    ['forfeited', 'available'],
    ['forfeited', 'withdrawn'],
  ],
  expire: [['available', 'expired']],
  reinstate: [['expired', 'available']],
  cancel: [['available', 'cancelled']],
  reactivate: [['cancelled', 'available']],
  transfer: [['available', 'transferred']],
  undoTransfer: [
    ['transferred', 'available'],
    ['available', 'withdrawn'],
  ],
  adjustMinus: [['available', 'withdrawn']],
  restore: [['withdrawn', 'available']],
  revalue: [
    ['available', 'available'],
    ['booked', 'booked'],
  ],
} as const satisfies Record<SessionMove, readonly (readonly [SessionState | null, SessionState])[]>

export const canMove = (move: SessionMove, from: SessionState | null, to: SessionState): boolean =>
  MOVES[move].some(([f, t]) => f === from && t === to)

export interface Session {
  id: number
  number: number
  state: SessionState
  valueMinor: Minor
  /** Of the appointment that holds it, when one does. */
  at?: LocalDateTime | null
}

/** The free session with the lowest number: values were dealt in that order, so receipts add up. */
export function nextFree<S extends Session>(sessions: readonly S[]): S | undefined {
  let next: S | undefined
  for (const s of sessions) if (s.state === 'available' && (!next || s.number < next.number)) next = s
  return next
}

export interface SessionCounts {
  total: number // rows less withdrawn and transferred
  remaining: number
  booked: number
  used: number
  forfeited: number
  lapsed: number // expired or cancelled
}

export function countStates(states: readonly SessionState[]): SessionCounts {
  const n = (...of: SessionState[]) => states.filter((s) => of.includes(s)).length
  return {
    total: n('available', 'booked', 'used', 'forfeited', 'expired', 'cancelled'),
    remaining: n('available'),
    booked: n('booked'),
    used: n('used'),
    forfeited: n('forfeited'),
    lapsed: n('expired', 'cancelled'),
  }
}

const REDEEMED: readonly SessionState[] = ['booked', 'used', 'forfeited']
export const isRedeemed = (state: SessionState): boolean => REDEEMED.includes(state)

const byTime = (a: Session, b: Session): number => {
  const x = a.at ?? ''
  const y = b.at ?? ''
  return x === y ? a.number - b.number : x < y ? -1 : 1
}

/** Redeemed sessions of one item in the order they count: by date, time, row number. The first is number 1. */
export const inCountingOrder = <S extends Session>(sessions: readonly S[]): S[] => sessions.filter((s) => isRedeemed(s.state)).sort(byTime)

/** "3 of 10": the place of one session among the redeemed ones, or undefined when it is not redeemed. */
export function positionOf(sessions: readonly Session[], sessionId: number): number | undefined {
  const place = inCountingOrder(sessions).findIndex((s) => s.id === sessionId)
  return place < 0 ? undefined : place + 1
}

/** The order pips are drawn in: redeemed by date, free, lapsed or moved; withdrawn ones are not drawn. */
export function inPipOrder<S extends Session>(sessions: readonly S[]): S[] {
  const free = sessions.filter((s) => s.state === 'available').sort((a, b) => a.number - b.number)
  const lapsed = sessions.filter((s) => ['expired', 'cancelled', 'transferred'].includes(s.state)).sort((a, b) => a.number - b.number)
  return [...inCountingOrder(sessions), ...free, ...lapsed]
}

/** What was sold and is not yet delivered: available and booked rows. The pot, if any, comes on top. */
export const liabilityOf = (sessions: readonly Session[]): Minor =>
  sum(sessions.filter((s) => s.state === 'available' || s.state === 'booked').map((s) => s.valueMinor))
