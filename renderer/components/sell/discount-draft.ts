// A discount as it is typed, and as the contract takes it. Half typed, it is none: the price stays whole until it makes sense.

import type { z } from 'zod'
import { Discount } from '../../../shared/contract/selling.ts'

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

function read({ kind, amountMinor, percent, reason }: DiscountDraft) {
  const typed =
    kind === 'amount' ? { kind, amountMinor: amountMinor ?? 0, reason } : { kind, rate: Math.round((percent ?? 0) * THOUSANDTHS), reason }
  return Discount.safeParse(typed)
}

export function discountOf(draft: DiscountDraft): z.output<typeof Discount> | null {
  return draft.shown ? (read(draft).data ?? null) : null
}

export const problemOfDiscount = (draft: DiscountDraft): string | undefined =>
  draft.shown
    ? (draft.percent ?? 0) > 100 && draft.kind === 'percent'
      ? 'At most 100 %.'
      : read(draft).error?.issues[0]?.message
    : undefined

/** What lowers each fee, in thousandths of a percent; 0 while there is no percentage. */
export function discountRateOf(draft: DiscountDraft): number {
  const discount = discountOf(draft)
  return discount?.kind === 'percent' ? discount.rate : 0
}
