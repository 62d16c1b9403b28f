// Off which sessions visits are booked: of an item that a client has, or of a package that is about to be sold. Both answer
// the same: what they cover, how long a visit is, and what it costs on the package or beside it.

import type { z } from 'zod'
import { expiryRuleOf } from '../../db/expiry-columns.ts'
import { frequencyOf } from '../../db/term-columns.ts'
import type { Db } from '../../db/handles.ts'
import { findService, listServiceTaxes } from '../../db/queries/appointments.ts'
import { findClientPackage, findItem } from '../../db/queries/client-packages.ts'
import { getPractice } from '../../db/queries/practice.ts'
import { listSessions } from '../../db/queries/sessions.ts'
import type { VisitBasis } from '../../shared/contract/series.ts'
import { dayOf, type LocalDate } from '../../shared/dates.ts'
import { payableMore } from '../../shared/domain/paid-share.ts'
import type { Rhythm } from '../../shared/domain/proposals.ts'
import type { Covering } from '../../shared/domain/series.ts'
import { withTax } from '../../shared/domain/tax.ts'
import { refuse } from '../../shared/errors.ts'
import { type Minor, ZERO } from '../../shared/money.ts'
import { feeOf } from './billing.ts'
import { paidSoFarOf } from './booking-rules.ts'
import { courseOf } from './ledger.ts'
import { offerOf } from './sale-terms.ts'

interface Basis {
  covering: Covering
  terms: { durationMinutes: number | null }
  frequency: Rhythm | null
  /** The day of the last visit on it, booked or past. */
  lastVisitOn: LocalDate | null
  /** What a visit costs on the package, and at the regular fee; with tax. */
  feeOf: (serviceId: number) => Promise<Minor>
  regularFeeOf: (serviceId: number) => Promise<Minor>
}

export async function basisOf(db: Db, today: LocalDate, clientId: number, basis: z.output<typeof VisitBasis>): Promise<Basis> {
  return basis.kind === 'owned'
    ? ownedBasis(db, today, basis.clientPackageItemId)
    : offeredBasis(db, today, { clientId, packageId: basis.packageId, terms: basis.terms }, basis.position)
}

async function ownedBasis(db: Db, today: LocalDate, itemId: number): Promise<Basis> {
  const item = await findItem(db, itemId)
  const p = item && (await findClientPackage(db, item.clientPackageId))
  if (!p) return refuse('call.notFound', { what: 'package' })
  const sessions = await listSessions(db, item.id)
  const { holds, visits, ...course } = await courseOf(db, p, today)
  const last = visits.at(-1)
  const soFar = await paidSoFarOf(db, p, item, sessions)
  const { useBeforePaid } = await getPractice(db)
  return {
    covering: {
      remaining: item.quantity === null ? null : sessions.filter((s) => s.state === 'available').length,
      payableMore: soFar && payableMore(useBeforePaid, soFar),
      rule: expiryRuleOf(p),
      course,
      holds,
      cancelledOn: p.cancelledOn,
    },
    terms: item,
    frequency: frequencyOf(p),
    lastVisitOn: last ? dayOf(last) : null,
    feeOf: async (serviceId) => taxed(db, serviceId, await feeOf(db, p, item.id, serviceId)),
    regularFeeOf: (serviceId) => regularFee(db, serviceId),
  }
}

async function offeredBasis(db: Db, today: LocalDate, sale: Parameters<typeof offerOf>[2], position: number): Promise<Basis> {
  const { p, items, rule, validFrom, manualEnd, prepaid } = await offerOf(db, today, sale)
  const item = items.find((i) => i.position === position && i.productId === null)
  if (!item) return refuse('call.notFound', { what: 'item of the package' })
  const agreed = (serviceId: number): Minor => item.services.find((s) => s.serviceId === serviceId)?.feeMinor ?? ZERO
  return {
    covering: {
      remaining: item.quantity,
      payableMore: null,
      rule,
      course: { purchasedOn: today, validFrom, firstUseOn: null, manualEnd },
      holds: [],
      cancelledOn: null,
    },
    terms: item,
    frequency: frequencyOf(p),
    lastVisitOn: null,
    feeOf: (serviceId) => taxed(db, serviceId, prepaid ? ZERO : agreed(serviceId)),
    regularFeeOf: (serviceId) => regularFee(db, serviceId),
  }
}

async function regularFee(db: Db, serviceId: number): Promise<Minor> {
  const service = (await findService(db, serviceId)) ?? refuse('call.notFound', { what: 'service' })
  return taxed(db, serviceId, service.priceMinor)
}

const taxed = async (db: Db, serviceId: number, amount: Minor): Promise<Minor> =>
  withTax(amount, await listServiceTaxes(db, serviceId), (await getPractice(db)).pricesIncludeTax === 1)
