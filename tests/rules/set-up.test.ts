// What set-up proposes: for every country a start that the contract accepts, with tax where services of that trade bear it.

import { expect, it } from 'vitest'
import { isCurrencyCode } from '../../shared/currencies.ts'
import { COUNTRIES, countryOf, proposedTax } from '../../renderer/screens/setup/countries.ts'
import { startValues, stepOf, STEPS } from '../../renderer/screens/setup/setup-values.ts'
import { CreatePractice } from '../../shared/contract/setup.ts'

it.each(COUNTRIES.map(({ code }) => code))('in %s only the names, the password and the PIN are left to enter', (country) => {
  const values = startValues(country)
  const filled = {
    ...values,
    practice: { ...values.practice, name: 'Harbour Street Practice' },
    tax: countryOf(country)?.tax ?? null,
    owner: { ...values.owner, name: 'Mara Ruiz' },
    password: 'kettle-orchard-9',
    pin: '2468',
  }
  expect(CreatePractice.safeParse(filled).error?.issues).toBeUndefined()
})

it('a country stands in the list once, and brings a currency that can be chosen', () => {
  expect(new Set(COUNTRIES.map((c) => c.code)).size).toBe(COUNTRIES.length)
  expect(COUNTRIES.filter((c) => !isCurrencyCode(c.currency))).toEqual([])
})

it('Canada proposes GST at 5 % for massage, and none for physiotherapy', () => {
  expect(proposedTax('CA', 'massage')).toEqual({ name: 'GST', rate: 5_000 })
  expect(proposedTax('CA', 'physiotherapy')).toBeNull()
})

it('Switzerland keeps the decimals of its rate, and the United States propose no tax and Letter paper', () => {
  expect(countryOf('CH')?.tax?.rate).toBe(8_100)
  expect(countryOf('US')).toMatchObject({ tax: null, currency: 'USD', paper: 'LETTER', pricesIncludeTax: false })
})

it('a mistake found at the end leads to the step that holds its field', () => {
  expect(stepOf({ 'practice.name': 'Enter the practice’s name.', pin: '4 to 8 digits.' })).toBe(0)
  expect(stepOf({ 'tax.rate': 'Too small' })).toBe(1)
  expect(STEPS[stepOf({ pin: '4 to 8 digits.' })]?.title).toBe('You')
})
