// Times as people type them.

import { expect, it } from 'vitest'
import type { LocalTime } from '../../shared/dates.ts'
import { parseTime, stepTime } from '../../shared/parse-time.ts'

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9.30', '09:30'],
  ['9:30', '09:30'],
  ['9,30', '09:30'],
  ['9h30', '09:30'],
  ['14h', '14:00'],
  [' 14:05 ', '14:05'],
  ['2pm', '14:00'],
  ['2:30 p.m.', '14:30'],
  ['12am', '00:00'],
  ['12pm', '12:00'],
  ['1415', '14:15'],
  ['0', '00:00'],
])('reads %s as %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time)
})

it.each(['', 'x', '25', '9:60', '9:5', '14pm', '0pm', '12345', '-1', '9:30:00'])('reads no time out of "%s"', (typed) => {
  expect(parseTime(typed)).toBeUndefined()
})

it('steps to the next whole quarter and stays within the day', () => {
  const step = (time: string, by: number) => stepTime(time as LocalTime, by)
  expect([step('09:10', 15), step('09:15', 15), step('09:10', -15), step('00:00', -15), step('23:50', 15)]).toEqual([
    '09:15',
    '09:30',
    '09:00',
    '00:00',
    '23:45',
  ])
})
