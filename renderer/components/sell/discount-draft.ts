// A discount as it is typed, and as the contract takes it. Half typed, it is none: the price stays whole until it makes sense.

import type { z } from 'zod'
import { Discount, QuotedDiscount } from '../../../shared/contract/selling.ts'

export interface DiscountDraft {
  shown: boolean
  kind: 'amount' | 'percent'
  amountMinor: number | null
  /** In percent, as typed: 7.5. */
  percent: number | null
  reason: string
}

export const NO_DISCOUNT: DiscountDraft = { shown: false, kind: 'amount', amountMinor: null, percent: null, reason: '' }

const THOUSANDTHS = 1000

const typedIn = ({ kind, amountMinor, percent, reason }: DiscountDraft) =>
  kind === 'amount' ? { kind, amountMinor: amountMinor ?? 0, reason } : { kind, rate: Math.round((percent ?? 0) * THOUSANDTHS), reason }

/** What it makes of the price, with the reason or still without. */
export function discountOf(draft: DiscountDraft): z.output<typeof QuotedDiscount> | null {
  return draft.shown ? (QuotedDiscount.safeParse(typedIn(draft)).data ?? null) : null
}

/** What keeps the discount from being given, field by field. */
export function problemsOfDiscount(draft: DiscountDraft): { discount?: string; discountReason?: string } {
  if (!draft.shown) return {}
  if (draft.kind === 'percent' && (draft.percent ?? 0) > 100) return { discount: 'At most 100 %.' }
  const issues = Discount.safeParse(typedIn(draft)).error?.issues ?? []
  const about = (field: 'reason' | 'other') => issues.find(({ path }) => (path[0] === 'reason') === (field === 'reason'))?.message
  const [discount, discountReason] = [about('other'), about('reason')]
  return { ...(discount && { discount }), ...(discountReason && { discountReason }) }
}

/** What lowers each fee, in thousandths of a percent; 0 while there is no percentage. */
export function discountRateOf(draft: DiscountDraft): number {
  const discount = discountOf(draft)
  return discount?.kind === 'percent' ? discount.rate : 0
}
