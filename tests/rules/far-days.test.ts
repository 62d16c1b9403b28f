// Days that procedures take: far off ones are mistyped, and would not sort once their year has five digits.

import { expect, it } from 'vitest'
import { Day, DayTime } from '../../shared/contract/base.ts'

it.each(['1900-01-01', '2026-02-28', '2199-12-31'])('%s is taken', (day) => {
  expect(Day.safeParse(day).success).toBe(true)
  expect(DayTime.safeParse(`${day}T09:30`).success).toBe(true)
})

it.each(['2200-01-01', '9999-12-31'])('%s is refused, saying which years there are', (day) => {
  expect(Day.safeParse(day).error?.issues[0]?.message).toBe('Enter a date between 1900 and 2199.')
  expect(DayTime.safeParse(`${day}T09:30`).success).toBe(false)
})
