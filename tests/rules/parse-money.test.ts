// Amounts as people type them: read where they can mean one thing only, and never as a thousand times what was meant.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseMoney, problemOfMoney } from '../../shared/format.ts'

describe('a typed amount', () => {
  it.each([
    ['1250', 'CAD', 125_000],
    ['1,250', 'CAD', 125_000],
    ['1,250.5', 'CAD', 125_050],
    ['1250,50', 'CAD', 125_050],
    ['1.250,50', 'CAD', 125_050],
    ['12.345.678', 'CAD', 1_234_567_800],
    ["12'345", 'CHF', 1_234_500],
    ['−0.5', 'CAD', -50],
    ['12.345', 'JPY', 12_345],
    ['12,345', 'JPY', 12_345],
    ['12.345', 'KWD', 12_345],
    ['1,234,567', 'KWD', 1_234_567_000],
  ])('%s %s is read', (text, currency, amount) => {
    expect(parseMoney(text, currency)).toBe(amount)
  })

  it.each([
    ['12.345', 'CAD', '12345 or 12.34'],
    ['-1.250', 'CAD', '-1250 or -1.25'],
    ['0.345', 'CAD', '345 or 0.34'],
    ['0,345', 'EUR', '345 or 0.34'],
    ['12,345', 'KWD', '12345 or 12.345'],
  ])('%s %s can mean two things, and both are named', (text, currency, both) => {
    expect(parseMoney(text, currency)).toBeUndefined()
    expect(problemOfMoney(text, currency)).toBe(`This can be read in two ways. Write ${both}.`)
  })

  it.each([
    ['12,345.678', 'CAD'],
    ['1234.567', 'CAD'],
    ['1.5', 'JPY'],
    ['12.3456', 'KWD'],
    ['ten', 'CAD'],
  ])('%s %s is none', (text, currency) => {
    expect(parseMoney(text, currency)).toBeUndefined()
    expect(problemOfMoney(text, currency)).toBe('This is not an amount.')
  })

  it('with a digit too many after the point is not read as another amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 0, max: 9 }), (cents, slip) => {
        expect(parseMoney(`${(cents / 100).toFixed(2)}${slip}`, 'CAD')).toBeUndefined()
      }),
    )
  })
})
