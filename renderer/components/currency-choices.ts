// The currencies as a select offers them: found by code or by name.

import { CURRENCY_CODES } from '../../shared/currencies.ts'

const names = new Intl.DisplayNames('en', { type: 'currency' })

export const CURRENCY_CHOICES = CURRENCY_CODES.map((value) => ({ value, label: `${value} · ${names.of(value) ?? ''}` }))
