// Days as people type them at a desk.

import { expect, it } from 'vitest'
import { localDate } from '../../shared/dates.ts'
import { parseDay } from '../../shared/parse-day.ts'

const today = localDate('2026-11-21')

it.each([
  ['14.3.1986', '1986-03-14'],
  ['14/03/1986', '1986-03-14'],
  ['14 Mar 1986', '1986-03-14'],
  ['March 14, 1986', '1986-03-14'],
  ['1986 Mar 14', '1986-03-14'],
  ['1986-03-14', '1986-03-14'],
  ['14031986', '1986-03-14'],
  ['3/14/1986', '1986-03-14'],
  ['29.2.2024', '2024-02-29'],
])('%s is read as %s', (typed, day) => {
  expect(parseDay(typed, { today, past: true })).toBe(day)
})

it.each(['', '14', '31.4.2026', '29.2.2026', 'yesterday', '1.2.3.4', '14.13.1986', '0.3.1986', '14 Foo 1986', '14.3.986', '<b>1</b>'])(
  '“%s” is no day',
  (typed) => {
    expect(parseDay(typed, { today, past: true })).toBeUndefined()
  },
)

it('reads the month first where the country does so', () => {
  expect(parseDay('3/4/2026', { today, monthFirst: true })).toBe('2026-03-04')
  expect(parseDay('3/4/2026', { today })).toBe('2026-04-03')
})

it('takes two digits of a birth year for one that has been', () => {
  expect(parseDay('14.3.86', { today, past: true })).toBe('1986-03-14')
  expect(parseDay('14.3.20', { today, past: true })).toBe('2020-03-14')
  expect(parseDay('14.3.31', { today })).toBe('2031-03-14')
})

it('lets the year be left out except for birth dates', () => {
  expect(parseDay('24 Dec', { today })).toBe('2026-12-24')
  expect(parseDay('24.12.', { today })).toBe('2026-12-24')
  expect(parseDay('24.12.', { today, past: true })).toBeUndefined()
})
