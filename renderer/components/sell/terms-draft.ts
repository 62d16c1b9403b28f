// From when and until when a package is valid, as it is typed and as the contract takes it. What is no date yet counts as
// not typed, so the rest of the sale goes on standing.

import type { z } from 'zod'
import type { SaleTerms } from '../../../shared/contract/sale-terms.ts'
import { isLocalDate, type LocalDate } from '../../../shared/dates.ts'
import { formatDate } from '../../../shared/format.ts'

export interface TermsDraft {
  shown: boolean
  /** Null: as the package says. */
  validFrom: string | null
  end: string | null
  reason: string
}

export const NO_TERMS: TermsDraft = { shown: false, validFrom: null, end: null, reason: '' }

const dayIn = (text: string | null): LocalDate | null => (text !== null && isLocalDate(text) ? text : null)

export function termsOf({ shown, validFrom, end, reason }: TermsDraft): z.output<typeof SaleTerms> {
  const day = shown ? dayIn(end) : null
  return { validFrom: shown ? dayIn(validFrom) : null, end: day && { day, reason: reason.trim() } }
}

/** What keeps the terms from being saved as they stand, field by field. */
export function problemsOfTerms({ shown, validFrom, end, reason }: TermsDraft): { validFrom?: string; end?: string; reason?: string } {
  if (!shown) return {}
  return {
    ...(validFrom !== null && !dayIn(validFrom) ? { validFrom: 'Enter a date.' } : {}),
    ...(end !== null && !dayIn(end) ? { end: 'Enter a date.' } : {}),
    ...(end !== null && reason.trim() === '' ? { reason: 'Enter a reason.' } : {}),
  }
}

interface Validity {
  validFrom: LocalDate | null
  end: LocalDate | null
  endWords: string
}

/** `Valid 28 Nov 2026 – 27 May 2027`, `Valid from 28 Nov 2026, no end`, `Valid from 28 Nov 2026, 90 days after first use`. */
export function validityWords({ validFrom, end, endWords }: Validity, today: LocalDate): string {
  const from = formatDate(validFrom && validFrom > today ? validFrom : today)
  if (end) return `Valid ${from} – ${endWords}`
  return `Valid from ${from}, ${endWords === 'No end' ? 'no end' : `ends ${endWords}`}`
}
