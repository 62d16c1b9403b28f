// What the model of the ledger knows of a package's terms: the limit of each version, and bringing what was sold onto it.

import type { SessionState } from '../../shared/domain/words.ts'
import { type Client, newKey } from './app.ts'

export interface TermsHeld {
  clientPackageId: number
  unlimited: boolean
  /** Which of the packages, and the limit of the terms it is on. */
  kind: number
  packageId: number
  limit: number
  /** Null: it came from another client, whose package changes instead. */
  invoiceId: number | null
  cancelled: object | null
  states: Record<SessionState, number>
}
export interface TermsModel {
  /** Of each package: the limit it is sold with now, and whether anyone has these terms. */
  limits: (number | null)[]
  isSold: boolean[]
}
interface Real {
  app: { call: Client }
  packageIds: number[]
}
type RefusedAs = (code: string, call: Promise<unknown>) => Promise<void>

/** The next version of a limited package has another limit; what nobody bought yet needs no version. */
export async function renewTerms(m: TermsModel, r: Real, a: number, b: number, refusedAs: RefusedAs): Promise<void> {
  const kind = a % 2
  const { packages } = r.app.call
  const { id, currency: _c, active: _a, deleted: _d, position: _p, locked: _l, ...terms } = await packages.get({ id: r.packageIds[kind]! })
  const limit = 1 + (b % 9)
  const items = terms.items.map((item) => ({ ...item, quantity: limit }))
  const call = packages.saveVersion({ key: newKey(), id, ...terms, items })
  if (!m.isSold[kind]) return refusedAs('package.notSoldYet', call)
  r.packageIds[kind] = (await call).id
  m.limits[kind] = limit
  m.isSold[kind] = false
}

/** Sessions that come are worth nothing, those that go keep their value; nothing goes that is used or booked. */
export async function applyLimit<H extends TermsHeld>(
  m: TermsModel & { packages: H[] },
  r: Real,
  a: number,
  refusedAs: RefusedAs,
  settle: (h: H) => void,
): Promise<void> {
  const limited = m.packages.filter((each) => !each.unlimited)
  const h = limited[a % limited.length]
  if (!h) return
  const limit = m.limits[h.kind] ?? 0
  const clientPackageIds = [h.clientPackageId]
  const call = r.app.call.packages.apply({ key: newKey(), id: r.packageIds[h.kind]!, clientPackageIds, reason: 'New terms' })
  const by = limit - h.limit
  const isEmpty = Object.entries(h.states).every(([state, count]) => state === 'withdrawn' || state === 'transferred' || count === 0)
  if (h.cancelled || h.invoiceId === null || isEmpty || h.states.available + by < 0) return refusedAs('package.notApplicable', call)
  await call
  h.states.available += by
  h.states.withdrawn += Math.max(0, -by)
  h.limit = limit
  h.packageId = r.packageIds[h.kind]!
  m.isSold[h.kind] = true
  settle(h)
}
