// A dated plan: parts that add up, payments that fill the oldest first, and what is overdue when (W6).

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOfDraft, problemOfPlan, withAnother } from '../../renderer/components/plan/plan-draft.ts'
import { addDays, localDate } from '../../shared/dates.ts'
import { askedNow, dueBy, type Instalment, isInOrder, leftOver, nextOpen, planOf, standingOf } from '../../shared/domain/instalments.ts'
import { beyondPaid, forbiddenBy, paidWords } from '../../shared/domain/paid-share.ts'
import { minor, sum } from '../../shared/money.ts'

const day = (text: string) => localDate(text)
const monthly = { count: 3, every: 1, unit: 'months', firstAfterDays: 0 } as const
const w6 = planOf(monthly, minor(50_000), day('2026-01-01'))

describe('a plan', () => {
  it('is overdue from the day after its due date, part by part (W6)', () => {
    const states = (paid: number, on: string) => standingOf(w6, minor(paid), day(on)).map((i) => i.state)
    expect(states(0, '2026-01-01')).toEqual(['due', 'due', 'due'])
    expect(states(16_667, '2026-02-01')).toEqual(['paid', 'due', 'due'])
    expect(states(16_667, '2026-02-02')).toEqual(['paid', 'overdue', 'due'])
    expect(states(20_000, '2026-02-01')).toEqual(['paid', 'partPaid', 'due'])
    expect(nextOpen(standingOf(w6, minor(20_000), day('2026-02-02')))).toEqual({
      dueOn: '2026-02-01',
      amountMinor: 13_334,
      isOverdue: true,
    })
    expect(nextOpen(standingOf(w6, minor(50_000), day('2026-04-01')))).toBeNull()
    expect([dueBy(w6, day('2025-12-31')), dueBy(w6, day('2026-01-01')), dueBy(w6, day('2026-02-01'))]).toEqual([0, 16_667, 33_334])
  })

  it('asks today for all that is due by now, or for the next part', () => {
    const asked = (paid: number, on: string) => askedNow(standingOf(w6, minor(paid), day(on)), minor(50_000 - paid), day(on))
    expect([asked(0, '2026-01-01'), asked(16_667, '2026-01-20'), asked(0, '2026-02-10'), asked(20_000, '2026-02-10')]).toEqual([
      16_667, 16_667, 33_334, 13_334,
    ])
    expect(askedNow([], minor(50_000), day('2026-01-01'))).toBe(50_000)
  })

  it('adds up exactly, falls due in order, and is filled by what is paid and no more', () => {
    const rule = fc.record({
      count: fc.integer({ min: 2, max: 60 }),
      every: fc.integer({ min: 1, max: 12 }),
      unit: fc.constantFrom('days' as const, 'weeks' as const, 'months' as const),
      firstAfterDays: fc.integer({ min: 0, max: 400 }),
    })
    const start = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays(day('2024-01-01'), n))
    const money = fc.integer({ min: 0, max: 10_000_000 }).map(minor)
    fc.assert(
      fc.property(rule, money, money, start, start, (terms, total, paid, soldOn, today) => {
        const plan = planOf(terms, total, soldOn)
        expect(leftOver(plan, total)).toBe(0)
        expect(isInOrder(plan)).toBe(true)
        const standing = standingOf(plan, paid, today)
        expect(sum(standing.map((i) => i.paidMinor))).toBe(Math.min(paid, total))
        const firstOpen = standing.findIndex((i) => i.state !== 'paid')
        expect(standing.slice(firstOpen + 1).every((i) => firstOpen < 0 || i.paidMinor === 0)).toBe(true)
      }),
    )
  })
})

describe('a plan as it is typed', () => {
  const money = (amount: number) => (amount / 100).toFixed(2)
  const typed = (...parts: [string | null, number | null][]) => parts.map(([dueOn, amountMinor], i) => ({ id: i + 1, dueOn, amountMinor }))

  it('says what is missing, out of order, left over or too much', () => {
    const total = minor(50_000)
    const problem = (...parts: [string | null, number | null][]) => problemOfPlan(typed(...parts), total, money)
    expect(problem(['2026-01-01', 25_000], ['2026-02-01', 25_000])).toBeNull()
    expect(problem(['2026-01-01', 25_000], ['soon', 25_000])).toBe('Every instalment needs a day and an amount.')
    expect(problem(['2026-01-01', 25_000], ['2026-01-01', 25_000])).toBe('Each instalment falls due after the one before it.')
    expect(problem(['2026-01-01', 20_000])).toBe('300.00 of the total is not in the plan.')
    expect(problem(['2026-01-01', 50_001])).toBe('The plan is 0.01 more than the total.')
  })

  it('gets one more part for what is left, a month after the last', () => {
    const more = withAnother(typed(['2026-01-31', 20_000]), minor(50_000), day('2026-01-01'))
    expect(more[1]).toEqual({ id: 2, dueOn: '2026-02-28', amountMinor: 30_000 })
    expect(planOfDraft(withAnother(more, minor(50_000), day('2026-01-01')))).toBeNull()
    expect(withAnother([], minor(50_000), day('2026-01-01'))).toEqual([{ id: 1, dueOn: '2026-01-01', amountMinor: 50_000 }])
  })
})

describe('what is paid so far', () => {
  const soFar = (taken: number, paidMinor: number, drawnMinor: number | null = null) => ({
    paidMinor,
    totalMinor: 50_000,
    sessions: 6,
    taken,
    drawnMinor,
  })

  it('is enough for two of six after the first instalment, and for four after the second (W6)', () => {
    expect([1, 2].map((taken) => beyondPaid(soFar(taken, 16_667)))).toEqual([
      { isBeyond: false, allowed: 2 },
      { isBeyond: true, allowed: 2 },
    ])
    expect(beyondPaid(soFar(3, 33_334))).toEqual({ isBeyond: false, allowed: 4 })
    expect(beyondPaid(soFar(4, 33_334)).isBeyond).toBe(true)
    expect(beyondPaid(soFar(6, 50_000)).isBeyond).toBe(false)
  })

  it('forbids by the practice’s rule, and warns in words', () => {
    expect(forbiddenBy('warn', soFar(2, 16_667))).toBeNull()
    expect(forbiddenBy('paidShare', soFar(2, 16_667))).toEqual({ allowed: 2 })
    expect(forbiddenBy('paidShare', soFar(1, 16_667))).toBeNull()
    expect(forbiddenBy('no', soFar(0, 16_667))).toEqual({ allowed: 0 })
    expect(forbiddenBy('no', soFar(5, 50_000))).toBeNull()
    expect(paidWords(soFar(2, 16_667), '333.33')).toBe('2 of 6 sessions are paid so far, 333.33 is open')
    expect(paidWords(soFar(0, 0), '500.00')).toBe('500.00 of it is not paid yet')
    expect(paidWords(soFar(1, 16_667), '333.33')).toBeNull()
  })

  it('lets unlimited visits draw as much as was paid', () => {
    expect(beyondPaid(soFar(3, 16_667, 13_500)).isBeyond).toBe(false)
    expect(beyondPaid(soFar(4, 16_667, 18_000)).isBeyond).toBe(true)
    expect(paidWords(soFar(4, 16_667, 18_000), '333.33')).toBe('333.33 of it is not paid yet')
  })
})

it('is out of order when a part falls due before the one ahead of it', () => {
  const parts: Instalment[] = [
    { dueOn: day('2026-02-01'), amountMinor: minor(1) },
    { dueOn: day('2026-01-01'), amountMinor: minor(1) },
  ]
  expect(isInOrder(parts)).toBe(false)
})
