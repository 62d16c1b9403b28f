// The model that the ledger is held against: what each client package and each visit should be, in counts. The commands of
// the model test change it as the rules say, and after each of them the practice file must say the same.

import fc from 'fast-check'
import { expect } from 'vitest'
import { type LocalDate, localDate } from '../../shared/dates.ts'
import { SESSION_STATES, type SessionState } from '../../shared/domain/words.ts'
import type { openOn } from './app.ts'
import type { TermsHeld, TermsModel } from './terms-model.ts'

export interface Held extends TermsHeld {
  itemId: number
  owner: number
  since: LocalDate
  charge: number
  paid: number
  /** What the invoice asks for. */
  total: number
  /** What it asks for unless the package is cancelled. */
  asked: number
  /** What came from other client packages. */
  brought: number
  /** For good: what a move that was taken back left behind. */
  cancelled: { refund: number; forGood?: true } | null
  /** Null: it came from another client. */
  invoiceId: number | null
  holds: { from: LocalDate; through: LocalDate }[]
  /** Its unlimited sessions went elsewhere. */
  potMoved: boolean
  end: LocalDate | null
  states: Record<SessionState, number>
}
export interface Visit {
  id: number
  clientId: number
  day: LocalDate
  slot: number
  held: Held | null
  /** Where an undo finds a session again. */
  had: Held | null
  session: 'booked' | 'used' | 'forfeited' | null
  status: 'open' | 'completed' | 'ended' | 'removed'
}
export interface Move {
  id: number
  kind: 'transfer' | 'upgrade' | 'merge'
  from: Held
  to: Held
  count: number
  value: number
  credit: number
  pot: number | null
  undone: boolean
}
export interface Model extends TermsModel {
  today: LocalDate
  /** What each may use of the other's packages, by owner: null without a cap; missing: nothing. */
  shares: Map<number, number | null>
  linked: boolean
  packages: Held[]
  visits: Visit[]
  moves: Move[]
  /** On account, by client. */
  credit: Map<number, number>
}
export interface Real {
  app: ReturnType<typeof openOn> & { people: { practitioner: number } }
  clients: number[]
  serviceId: number
  packageIds: number[]
}

export const START = localDate('2026-03-02')
export const SESSIONS = [3, 6, null]
export const PRICES = [10_000, 50_000, 30_000]
export const FIRST_SLOT = 8 * 60
export const SLOTS = 12

export const pick = <T>(from: readonly T[], n: number): T | undefined => (from.length === 0 ? undefined : from[n % from.length])
export const lives = (m: Model, h: Held, day: LocalDate) =>
  h.cancelled === null && (h.end === null || day <= h.end) && day >= h.since && m.today >= START && !isHeld(h, day)
export const isHeld = (h: Held, day: LocalDate): boolean => h.holds.some((x) => x.from <= day && day <= x.through)
/** What is free expires after the end, comes back if the end moves on, and lapses with a cancelled package. */
export function settle(m: Model, h: Held): void {
  const lapsed = h.cancelled ? 'cancelled' : h.end !== null && h.end < m.today ? 'expired' : null
  if (lapsed) {
    h.states[lapsed] += h.states.available
    h.states.available = 0
  } else {
    h.states.available += h.states.expired
    h.states.expired = 0
  }
}
export const isTaken = (m: Model, day: LocalDate, slot: number, except?: Visit) =>
  m.visits.some((v) => v !== except && v.day === day && v.slot === slot && (v.status === 'open' || v.status === 'completed'))

export async function refusedAs(code: string | RegExp, call: Promise<unknown>): Promise<void> {
  const error: unknown = await call.then(
    () => 'was done',
    (e: unknown) => e,
  )
  expect(error).toMatchObject({ code: expect.stringMatching(code) })
}

/** Takes a session for a visit, or tells why not. */
export function redeem(m: Model, h: Held, visit: Pick<Visit, 'day'>): boolean {
  if (!lives(m, h, visit.day)) return false
  if (h.unlimited ? h.potMoved : h.states.available === 0) return false
  if (!h.unlimited) h.states.available -= 1
  h.states.booked += 1
  return true
}
export function giveBack(m: Model, h: Held, from: 'booked'): void {
  h.states[from] -= 1
  h.states[h.unlimited ? 'withdrawn' : 'available'] += 1
  settle(m, h)
}

export function moveTo(v: Visit, h: Held, to: 'booked' | 'used' | 'forfeited'): void {
  if (v.session) h.states[v.session] -= 1
  h.states[to] += 1
  v.session = to
}

export function letGo(m: Model, v: Visit, h: Held): void {
  giveBack(m, h, 'booked')
  v.had = h
  v.held = null
  v.session = null
}
let steps = 0
/** Commands run so far. */
export const stepsRun = (): number => steps

class Command implements fc.AsyncCommand<Model, Real> {
  readonly name: string
  readonly run: (m: Model, r: Real) => Promise<void>
  constructor(name: string, run: (m: Model, r: Real) => Promise<void>) {
    this.name = name
    this.run = async (m, r) => {
      steps += 1
      await run(m, r)
      await compare(m, r)
    }
  }
  check = () => true
  toString = () => this.name
}

const n = fc.nat(10_000)
export const withTwo = (name: string, run: (m: Model, r: Real, a: number, b: number) => Promise<void>) =>
  fc.tuple(n, n).map(([a, b]) => new Command(`${name}(${a}, ${b})`, (m, r) => run(m, r, a, b)))

async function compare(m: Model, r: Real): Promise<void> {
  for (const h of m.packages) {
    const rows = await r.app.db.selectFrom('sessions').select(['state', 'valueMinor']).where('clientPackageItemId', '=', h.itemId).execute()
    const states = noStates()
    for (const row of rows) if (row.state) states[row.state] += 1
    expect(states).toEqual(h.states)
    if (!h.unlimited) expect(rows.reduce((t, row) => t + (row.valueMinor ?? 0), 0)).toBe(h.charge + h.brought)
  }
}

export const noStates = (): Record<SessionState, number> =>
  Object.fromEntries(SESSION_STATES.map((state) => [state, 0])) as Record<SessionState, number>
