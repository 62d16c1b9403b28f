// The values of the set-up form, checked by the contract's own schema, and which step shows which of them.

import { schemaResolver, useForm, type UseFormReturnType } from '@mantine/form'
import type { z } from 'zod'
import { CreatePractice } from '../../../shared/contract/setup.ts'
import type { ClientWord } from '../../../shared/domain/words.ts'
import { countryOf, likelyCountry, proposedTax } from './countries.ts'

export type SetupValues = z.input<typeof CreatePractice>
export type SetupForm = UseFormReturnType<SetupValues>

export const STEPS = [
  {
    title: 'Your practice',
    fields: ['practice.name', 'practice.country', 'trade', 'practice.address', 'practice.phone', 'practice.email', 'practice.registration'],
  },
  {
    title: 'Money and rules',
    fields: [
      'practice.currency',
      'tax',
      'tax.name',
      'tax.rate',
      'practice.pricesIncludeTax',
      'practice.noShowRule',
      'practice.lateCancelRule',
      'practice.lateCancelHours',
    ],
  },
  { title: 'You', fields: ['owner.name', 'owner.isPractitioner', 'password', 'pin'] },
] as const

const CLIENT_WORD_OF: Record<SetupValues['trade'], ClientWord> = {
  physiotherapy: 'patient',
  massage: 'client',
  chiropractic: 'patient',
  counselling: 'client',
  aesthetics: 'client',
  other: 'client',
}

export function useSetupForm(): SetupForm {
  return useForm<SetupValues>({
    initialValues: startValues(likelyCountry()),
    validate: schemaResolver(CreatePractice, { sync: true }),
    validateInputOnBlur: false,
    clearInputErrorOnChange: true,
  })
}

export function startValues(country: string): SetupValues {
  return {
    practice: {
      name: '',
      address: '',
      phone: '',
      email: '',
      registration: '',
      country,
      ...moneyOf(country),
      clientWord: CLIENT_WORD_OF.physiotherapy,
      noShowRule: 'forfeit',
      lateCancelRule: 'ask',
      lateCancelHours: 24,
    },
    tax: proposedTax(country, 'physiotherapy'),
    trade: 'physiotherapy',
    owner: { name: '', isPractitioner: true },
    password: '',
    pin: '',
  }
}

const moneyOf = (code: string) => {
  const { currency, pricesIncludeTax, paper } = countryOf(code) ?? { currency: 'USD', pricesIncludeTax: false, paper: 'LETTER' as const }
  return { currency, pricesIncludeTax, paper }
}

/** Another country or trade: its proposals take the place of the ones before. */
export function proposeFor(form: SetupForm, change: { country?: string; trade?: SetupValues['trade'] }): void {
  const values = form.getValues()
  const country = change.country ?? values.practice.country
  const trade = change.trade ?? values.trade
  form.setValues({
    trade,
    tax: proposedTax(country, trade),
    practice: { ...values.practice, country, clientWord: CLIENT_WORD_OF[trade], ...(change.country ? moneyOf(country) : {}) },
  })
}

/** Marks what is not right in a step; true when it may be left. */
export function isStepRight(form: SetupForm, step: number): boolean {
  const checked = (STEPS[step]?.fields ?? []).map((field) => form.validateField(field))
  return checked.every(({ hasError }) => !hasError)
}

/** The first step that holds a mistake, for when the whole is checked at the end. */
export function stepOf(errors: Record<string, unknown>): number {
  const step = STEPS.findIndex(({ fields }) => Object.keys(errors).some((path) => (fields as readonly string[]).includes(path)))
  return Math.max(0, step)
}
