// The periods one asks a statement for.

import { expect, it } from 'vitest'
import { nameOf, periodOf, PERIODS } from '../../renderer/screens/reports/periods.ts'
import { localDate } from '../../shared/dates.ts'

const today = localDate('2026-11-21')
const earliest = localDate('2024-03-05')

it.each([
  ['thisYear', '2026-01-01', '2026-11-21'],
  ['lastYear', '2025-01-01', '2025-12-31'],
  ['thisMonth', '2026-11-01', '2026-11-21'],
  ['lastTwelveMonths', '2025-11-22', '2026-11-21'],
  ['all', '2024-03-05', '2026-11-21'],
] as const)('%s is from %s through %s', (name, from, through) => {
  expect(periodOf(name, today, earliest)).toEqual({ from, through })
})

it('knows each of them again by its days', () => {
  for (const name of PERIODS) expect(nameOf(periodOf(name, today, earliest), today, earliest)).toBe(name)
  expect(nameOf({ from: localDate('2026-02-01'), through: today }, today, earliest)).toBeUndefined()
})

it('ends the last twelve months of a leap day on that day', () => {
  expect(periodOf('lastTwelveMonths', localDate('2028-02-29'), earliest)).toEqual({ from: '2027-03-01', through: '2028-02-29' })
})
