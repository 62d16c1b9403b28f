// Visits as they are typed: when they are ready to be booked, and what is said of each.

import { describe, expect, it } from 'vitest'
import {
  draftsOf,
  firstWish,
  isBlocking,
  type Look,
  lookWords,
  proposalOf,
  summaryOf,
  visitOf,
  wholeNumberProblem,
  withAnother,
} from '../../renderer/components/schedule/schedule-draft.ts'
import { localDate, localDateTime } from '../../shared/dates.ts'
import { minor } from '../../shared/money.ts'

const today = localDate('2026-03-02')
const look = (more: Partial<Look> = {}): Look => ({ onPackage: true, why: null, feeMinor: minor(0), conflict: null, ...more })
const regular = look({ onPackage: false, why: 'outside validity', feeMinor: minor(9_000) })

describe('the wish', () => {
  it('starts with all that is left, from when the rules say, at any time', () => {
    expect(firstWish(4)).toMatchObject({ visits: 4, from: null, time: '' })
    expect(firstWish(null).visits).toBe(6)
    expect(firstWish(400).visits).toBe(60)
  })

  it('is asked only when it makes sense', () => {
    const wish = firstWish(4)
    expect(proposalOf(wish)).toMatchObject({ visits: 4, from: null, time: null })
    expect(proposalOf({ ...wish, from: '2026-03-10' })).toMatchObject({ from: '2026-03-10' })
    expect(proposalOf({ ...wish, time: '10:00' })).toMatchObject({ time: '10:00' })
    for (const wrong of [{ visits: null }, { visits: 0 }, { visits: 61 }, { visits: 1.5 }, { from: 'soon' }, { time: 'noon' }])
      expect(proposalOf({ ...wish, ...wrong })).toBeNull()
    for (const count of [null, 0, 1.5, 100]) expect(proposalOf({ ...wish, rhythm: { count, unit: 'week' } })).toBeNull()
    expect(proposalOf({ ...wish, rhythm: { count: 2, unit: 'week' } })).toMatchObject({ rhythm: { count: 2, unit: 'week' } })
  })

  it('says what is wrong with a number', () => {
    expect([null, 0, 1, 1.5, 60, 61].map((n) => wholeNumberProblem(n, 60))).toEqual([
      'Enter a number.',
      'At least 1.',
      null,
      'Enter a whole number.',
      null,
      'At most 60.',
    ])
  })
})

describe('a visit', () => {
  const [draft] = draftsOf([
    { serviceId: 1, practitionerId: 2, startsAt: localDateTime('2026-03-10T10:00'), endsAt: localDateTime('2026-03-10T10:45') },
  ])

  it('is ready with a day, a time and a practitioner', () => {
    expect(visitOf(draft!, 1, 45)).toEqual({
      serviceId: 1,
      practitionerId: 2,
      startsAt: '2026-03-10T10:00',
      endsAt: '2026-03-10T10:45',
    })
    for (const wrong of [{ day: null }, { day: 'soon' }, { time: '25:00' }, { practitionerId: null }])
      expect(visitOf({ ...draft!, ...wrong }, 1, 45)).toBeNull()
  })

  it('is followed by one a week later, with the same person at the same time', () => {
    expect(withAnother([draft!], today, null).at(-1)).toEqual({ id: 2, day: '2026-03-17', time: '10:00', practitionerId: 2 })
    expect(withAnother([], today, 7)).toEqual([{ id: 1, day: '2026-03-03', time: '10:00', practitionerId: 7 }])
  })
})

describe('what is said', () => {
  it('is what pays for it, or what stands in the way', () => {
    expect(lookWords(look(), 'Relax 10', 'CAD')).toEqual({ words: 'On Relax 10', tone: 'quiet' })
    expect(lookWords(look({ feeMinor: minor(8_000) }), 'Back 6', 'CAD').words).toBe('On Back 6, 80.00')
    expect(lookWords(regular, 'Relax 10', 'CAD')).toEqual({ words: 'Regular fee 90.00: outside validity', tone: 'warn' })
    const taken = look({ conflict: { kind: 'taken', words: 'Dr Ruiz already has Anna Lee at 10:00.' } })
    expect([lookWords(taken, 'Relax 10', 'CAD').tone, isBlocking(taken)]).toEqual(['bad', true])
    const twice = look({ conflict: { kind: 'clientBusy', words: 'Mara has another appointment at 10:15.' } })
    expect([lookWords(twice, 'Relax 10', 'CAD').tone, isBlocking(twice)]).toEqual(['warn', false])
  })

  it('sums up how many are on the package and how many are not', () => {
    expect(summaryOf([look(), look(), regular], 'Relax 10')).toBe('2 on Relax 10, 1 visit at the regular fee')
    expect(summaryOf([regular, regular], 'Relax 10')).toBe('2 visits at the regular fee')
    expect(summaryOf([], 'Relax 10')).toBe('')
  })
})
