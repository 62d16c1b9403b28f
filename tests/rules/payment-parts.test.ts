// The payment as it is typed: the exact amount is prefilled, several methods add up, and cash gives change.

import { describe, expect, it } from 'vitest'
import {
  changeOf,
  exactPayment,
  isReady,
  partsOf,
  type PaymentDraft,
  problemsOf,
  remainingOf,
  withAnotherPart,
} from '../../renderer/components/payment/payment-parts.ts'
import { minor } from '../../shared/money.ts'

const due = minor(50_000)
const withAmount = (draft: PaymentDraft, index: number, amountMinor: number | null): PaymentDraft => ({
  ...draft,
  parts: draft.parts.map((part, i) => (i === index ? { ...part, amountMinor } : part)),
})

describe('a payment', () => {
  it('is the exact amount by one method until someone types, also when a discount changes what is due', () => {
    const draft = exactPayment('card')
    expect(partsOf(draft, due)).toEqual([{ method: 'card', amountMinor: 50_000, tenderedMinor: null }])
    expect(partsOf(draft, minor(45_000))).toEqual([{ method: 'card', amountMinor: 45_000, tenderedMinor: null }])
    expect(isReady(draft, problemsOf(draft, due))).toBe(true)
  })

  it('takes what is open by another method', () => {
    const split = withAnotherPart(withAmount(exactPayment('cash'), 0, 20_000), 'card')
    expect(partsOf(split, due).map((p) => [p.method, p.amountMinor])).toEqual([
      ['cash', 20_000],
      ['card', 30_000],
    ])
    expect(remainingOf(split, due)).toBe(0)
  })

  it('lets the first method give way when the second amount is typed', () => {
    const split = withAmount(withAnotherPart(exactPayment('card'), 'cash'), 1, 12_000)
    expect(partsOf(split, due).map((p) => p.amountMinor)).toEqual([38_000, 12_000])
  })

  it('may be less than is due, and says what stays due', () => {
    const part = withAmount(exactPayment('card'), 0, 20_000)
    expect(remainingOf(part, due)).toBe(30_000)
    expect(isReady(part, problemsOf(part, due))).toBe(true)
  })

  it('gives change from the cash handed over, and refuses too little cash', () => {
    const draft = exactPayment('cash')
    const paidWith = (tenderedMinor: number): PaymentDraft => ({ ...draft, parts: draft.parts.map((p) => ({ ...p, tenderedMinor })) })
    expect(changeOf(paidWith(60_000), due)).toBe(10_000)
    expect(problemsOf(paidWith(40_000), due).parts).toEqual([{ tendered: 'Less than the amount.' }])
    expect(isReady(paidWith(40_000), problemsOf(paidWith(40_000), due))).toBe(false)
  })

  it('forgets the cash handed over when the method is no longer cash', () => {
    const draft = exactPayment('cash')
    const card = { ...draft, parts: draft.parts.map((p) => ({ ...p, method: 'card' as const, tenderedMinor: 60_000 })) }
    expect(partsOf(card, due)).toEqual([{ method: 'card', amountMinor: 50_000, tenderedMinor: null }])
    expect(changeOf(card, due)).toBe(0)
  })

  it('above what is due is only ready once the rest is kept on account', () => {
    const more = withAmount(exactPayment('card'), 0, 60_000)
    expect(problemsOf(more, due).aboveDue).toBe(true)
    expect(isReady(more, problemsOf(more, due))).toBe(false)
    const kept = { ...more, keepRestOnAccount: true }
    expect(isReady(kept, problemsOf(kept, due))).toBe(true)
  })

  it('without an amount is refused at that part', () => {
    const empty = withAmount(exactPayment('card'), 0, null)
    expect(problemsOf(empty, due).parts).toEqual([{ amount: 'Enter an amount.' }])
    const zero = withAmount(exactPayment('card'), 0, 0)
    expect(problemsOf(zero, due).parts).toEqual([{ amount: 'Enter an amount.' }])
  })
})
