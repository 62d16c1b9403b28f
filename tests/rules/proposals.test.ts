// Proposing visits: by a rhythm, inside working hours, never where somebody is booked, never beyond the end.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMinutes, atTime, dayOf, localDate, localDateTime, localTime, weekdayOf } from '../../shared/dates.ts'
import { isInside, overlap } from '../../shared/domain/appointments.ts'
import { proposeVisits, targetDay, type Wish } from '../../shared/domain/proposals.ts'

const from = localDate('2026-03-10') // a Tuesday
const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromTime: localTime('09:00'), toTime: localTime('17:00') }))
const wish = (more: Partial<Wish> = {}): Wish => ({
  visits: 6,
  from,
  time: localTime('10:00'),
  rhythm: { count: 1, unit: 'week' },
  minutes: 45,
  breakMinutes: 0,
  lastDay: () => null,
  isClosed: () => false,
  notBefore: localDateTime('2026-03-02T09:00'),
  ...more,
})
const startsOf = (w: Wish, busy: { startsAt: string; busyUntil: string }[] = [], kept = hours) =>
  proposeVisits(w, {
    hours: kept,
    busy: busy.map((b) => ({ startsAt: localDateTime(b.startsAt), busyUntil: localDateTime(b.busyUntil) })),
  }).map((p) => p.startsAt)

describe('the days', () => {
  it('of six weekly visits are six Tuesdays (W12)', () => {
    expect(startsOf(wish())).toEqual(
      ['2026-03-10', '2026-03-17', '2026-03-24', '2026-03-31', '2026-04-07', '2026-04-14'].map((d) => `${d}T10:00`),
    )
  })

  it('are spread over the week or the month, and months never drift', () => {
    const days = (count: number, unit: 'week' | 'month', n: number) =>
      Array.from({ length: n }, (_, i) => targetDay(localDate('2026-01-31'), { count, unit }, i))
    expect(days(2, 'week', 4)).toEqual(['2026-01-31', '2026-02-03', '2026-02-07', '2026-02-10'])
    expect(days(1, 'month', 4)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
    expect(days(2, 'month', 3)).toEqual(['2026-01-31', '2026-02-15', '2026-02-28'])
  })

  it('leave out weekends, holds and what lies beyond the end', () => {
    expect(startsOf(wish({ from: localDate('2026-03-14'), visits: 1 }))).toEqual(['2026-03-16T10:00'])
    expect(startsOf(wish({ lastDay: () => localDate('2026-03-31') }))).toHaveLength(4)
    expect(startsOf(wish({ visits: 2, isClosed: (day) => day < '2026-03-12' }))).toEqual(['2026-03-12T10:00', '2026-03-17T10:00'])
    expect(startsOf(wish({ visits: 3, lastDay: (first) => addDays(first, 8) }))).toEqual(['2026-03-10T10:00', '2026-03-17T10:00'])
  })
})

describe('the time', () => {
  it('is the free one nearest to that wished for, else that of the next day with room', () => {
    const busy = { startsAt: '2026-03-10T09:30', busyUntil: '2026-03-10T10:45' }
    expect(startsOf(wish({ visits: 1 }), [busy])).toEqual(['2026-03-10T10:45'])
    const all = { startsAt: '2026-03-10T09:00', busyUntil: '2026-03-10T17:00' }
    expect(startsOf(wish({ visits: 1 }), [all])).toEqual(['2026-03-11T10:00'])
    expect(startsOf(wish({ visits: 1, time: null }))).toEqual(['2026-03-10T09:00'])
    expect(startsOf(wish({ visits: 1, time: localTime('10:05') }))).toEqual(['2026-03-10T10:05'])
    expect(startsOf(wish({ visits: 1, time: localTime('20:00') }))).toEqual(['2026-03-10T16:15'])
  })

  it('leaves room for the break after the visit, and is never in the past', () => {
    const busy = { startsAt: '2026-03-10T10:50', busyUntil: '2026-03-10T12:00' }
    expect(startsOf(wish({ visits: 1, breakMinutes: 15 }), [busy])).toEqual(['2026-03-10T09:45'])
    expect(startsOf(wish({ visits: 1, notBefore: localDateTime('2026-03-10T13:00') }))).toEqual(['2026-03-10T13:00'])
  })

  it('of somebody whose hours are not kept is a weekday from nine to five', () => {
    expect(startsOf(wish({ visits: 1, time: localTime('08:00') }), [], [])).toEqual(['2026-03-10T09:00'])
  })
})

it('finds nothing, and ends, where nobody ever works or the visit is longer than the day', () => {
  expect(startsOf(wish({ visits: 3, minutes: 600 }))).toEqual([])
  expect(startsOf(wish({ visits: 3, isClosed: () => true }))).toEqual([])
})

it('never overlaps anything, never leaves the hours, the end or the order, and never gives more than asked', () => {
  const quarter = fc.integer({ min: 0, max: 90 * 96 })
  const busySlot = fc.record({ start: quarter, length: fc.integer({ min: 1, max: 12 }) })
  const span = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    start: fc.integer({ min: 24, max: 60 }),
    length: fc.integer({ min: 2, max: 35 }),
  })
  const at = (quarters: number) => addMinutes(atTime(from, localTime('00:00')), quarters * 15)
  const time = (quarters: number) => at(quarters).slice(11)
  fc.assert(
    fc.property(
      fc.array(busySlot, { maxLength: 60 }),
      fc.array(span, { minLength: 1, maxLength: 7 }),
      fc.record({
        visits: fc.integer({ min: 1, max: 20 }),
        count: fc.integer({ min: 1, max: 9 }),
        unit: fc.constantFrom('week' as const, 'month' as const),
        minutes: fc.integer({ min: 1, max: 8 }).map((n) => n * 15),
        breakMinutes: fc.constantFrom(0, 5, 15, 30),
        time: fc.option(fc.integer({ min: 0, max: 95 })),
        days: fc.option(fc.integer({ min: 0, max: 200 })),
      }),
      (busyQuarters, spans, w) => {
        const busy = busyQuarters.map((b) => ({ startsAt: at(b.start), busyUntil: at(b.start + b.length) }))
        const kept = spans.map((s) => ({
          weekday: s.weekday,
          fromTime: localTime(time(s.start)),
          toTime: localTime(time(Math.min(95, s.start + s.length))),
        }))
        const end = w.days === null ? null : addDays(from, w.days)
        const found = proposeVisits(
          wish({
            visits: w.visits,
            rhythm: { count: w.count, unit: w.unit },
            minutes: w.minutes,
            breakMinutes: w.breakMinutes,
            time: w.time === null ? null : localTime(time(w.time)),
            lastDay: () => end,
          }),
          { hours: kept, busy },
        )
        expect(found.length).toBeLessThanOrEqual(w.visits)
        const slots = found.map((p) => ({ startsAt: p.startsAt, busyUntil: addMinutes(p.endsAt, w.breakMinutes) }))
        for (const [i, p] of found.entries()) {
          expect(isInside(kept, p.startsAt, p.endsAt)).toBe(true)
          expect(end === null || dayOf(p.startsAt) <= end).toBe(true)
          expect(kept.some((h) => h.weekday === weekdayOf(dayOf(p.startsAt)))).toBe(true)
          expect([...busy, ...slots.slice(0, i)].some((other) => overlap(other, slots[i]!))).toBe(false)
          expect(i === 0 || dayOf(found[i - 1]!.startsAt) <= dayOf(p.startsAt)).toBe(true)
        }
      },
    ),
  )
})
