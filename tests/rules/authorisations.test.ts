// What an insurer authorised beside a package: which limit bites first, and when a booking is warned.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addDays, localDate } from '../../shared/dates.ts'
import { type Authorisation, authorisationWarning, countIn, covers, firstLimit, limitWords } from '../../shared/domain/authorisations.ts'

const day = localDate
const TODAY = day('2026-03-02')
const six: Authorisation = { insurer: 'insurer', sessions: 6, fromDay: day('2026-01-01'), throughDay: day('2026-06-30') }

it('says how much is used and which limit bites first', () => {
  expect(limitWords(six, 4, { left: 5, end: null }, TODAY)).toBe('insurer: 4 of 6 until 30 Jun — runs out before the package')
  expect(limitWords(six, 1, { left: 3, end: null }, TODAY)).toBe('insurer: 1 of 6 until 30 Jun — the package runs out first')
  expect(limitWords(six, 2, { left: null, end: null }, TODAY)).toBe('insurer: 2 of 6 until 30 Jun — runs out before the package')
  expect(limitWords({ ...six, insurer: '', throughDay: null }, 2, { left: 4, end: null }, TODAY)).toBe('Insurer: 2 of 6')
  expect(limitWords({ ...six, fromDay: day('2026-05-01') }, 0, { left: 4, end: null }, TODAY)).toMatch(
    /^insurer: 0 of 6 from 1 May until 30 Jun/,
  )
})

it('with as many sessions left, the earlier end bites first', () => {
  expect(firstLimit(six, 4, { left: 2, end: day('2026-12-31') })).toBe('insurer')
  expect(firstLimit(six, 4, { left: 2, end: day('2026-03-31') })).toBe('package')
  expect(firstLimit(six, 4, { left: 2, end: day('2026-06-30') })).toBeNull()
})

const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-01-01'), n))
const authorisation = fc
  .record({ from: days, length: fc.option(fc.nat(200)), sessions: fc.integer({ min: 1, max: 9 }) })
  .map(({ from, length, sessions }): Authorisation => ({
    insurer: 'Sun Mutual',
    sessions,
    fromDay: from,
    throughDay: length === null ? null : addDays(from, length),
  }))

it('counts just the visits of its period', () => {
  fc.assert(
    fc.property(authorisation, fc.array(days), (a, visits) => {
      const inside = visits.filter((d) => d >= a.fromDay && (a.throughDay === null || d <= a.throughDay))
      expect(countIn(a, visits)).toBe(inside.length)
      expect(visits.filter((d) => covers(a, d))).toEqual(inside)
    }),
  )
})

it('warns exactly where no authorisation of that day has a session left, and never where there is none at all', () => {
  fc.assert(
    fc.property(fc.array(authorisation, { maxLength: 4 }), fc.array(days, { maxLength: 12 }), days, (list, visits, d) => {
      const free = list.some((a) => covers(a, d) && countIn(a, visits) < a.sessions)
      expect(authorisationWarning(list, visits, d) !== null).toBe(list.length > 0 && !free)
    }),
  )
  expect(
    authorisationWarning(
      [six],
      Array.from({ length: 6 }, () => TODAY),
      TODAY,
    ),
  ).toBe('insurer authorised 6 until 30 Jun 2026, and all are taken')
  expect(authorisationWarning([six], [], day('2026-07-01'))).toBe('no insurer authorised a session on 1 Jul 2026')
})
