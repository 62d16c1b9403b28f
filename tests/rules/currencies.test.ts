// Currencies: which there are, how their amounts are written, and what is said where a screen may show several.

import { describe, expect, it } from 'vitest'
import { CURRENCY_CHOICES } from '../../renderer/components/currency-choices.ts'
import { moneyIn } from '../../renderer/components/use-money.ts'
import { CURRENCY_CODES, digitsOf, isCurrencyCode } from '../../shared/currencies.ts'
import { formatMoney, parseMoney } from '../../shared/format.ts'

describe('currencies', () => {
  it('are those that money is paid in, each once, none of them a metal or a unit of account', () => {
    expect(new Set(CURRENCY_CODES).size).toBe(CURRENCY_CODES.length)
    expect(CURRENCY_CODES.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect(['CAD', 'USD', 'EUR', 'JPY', 'KWD'].every(isCurrencyCode)).toBe(true)
    expect(['XAU', 'XDR', 'XTS', 'cad', ''].some(isCurrencyCode)).toBe(false)
  })

  it('have the digits that this machine knows of too', () => {
    const known = new Map(
      CURRENCY_CODES.map((code) => [
        code,
        new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions().maximumFractionDigits,
      ]),
    )
    // ICU rounds these for cash; ISO 4217 gives them two or three digits, and books are kept in those.
    const cash = ['AFN', 'ALL', 'HUF', 'IQD', 'IRR', 'KPW', 'LAK', 'LBP', 'MGA', 'MMK', 'SOS', 'SYP', 'YER', 'PKR', 'RSD', 'COP', 'IDR']
    const others = CURRENCY_CODES.filter((code) => !cash.includes(code))
    expect(others.filter((code) => known.get(code) !== digitsOf(code))).toEqual([])
  })

  it('are written and read back to the same amount, whatever their digits', () => {
    for (const code of CURRENCY_CODES)
      for (const amount of [0, 1, 99, 1_000, 123_456_789, -5]) expect(parseMoney(formatMoney(amount, code), code), code).toBe(amount)
  })

  it('stand beside an amount of another currency than the practice’s, and beside no other', () => {
    const money = moneyIn('CAD')
    expect(money(64_000, 'CAD')).toBe('640.00')
    expect(money(64_000, 'USD')).toBe('640.00\u00a0USD')
    expect(money(64_000, 'JPY')).toBe('64,000\u00a0JPY')
  })

  it('are offered by code and name', () => {
    expect(CURRENCY_CHOICES.find((c) => c.value === 'USD')?.label).toBe('USD · US Dollar')
    expect(CURRENCY_CHOICES.filter((c) => c.label === `${c.value} · ${c.value}`)).toEqual([])
  })
})
