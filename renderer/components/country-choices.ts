// Every country as a select offers it, by name.

import { COUNTRY_CODES, countryNameOf } from '../../shared/countries.ts'

export const COUNTRY_CHOICES = COUNTRY_CODES.map((value) => ({ value, label: countryNameOf(value) })).sort((a, b) =>
  a.label.localeCompare(b.label, 'en'),
)
