// The state behind PaymentFields: until someone types, it is the exact amount by the method used last.
// `submit()` gives the parts for `payments.take` or `clientPackages.sell`, or null after marking what is missing.

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Minor } from '../../../shared/money.ts'
import { api } from '../../api.ts'
import {
  changeOf,
  exactPayment,
  isReady,
  partPayment,
  partsOf,
  problemsOf,
  remainingOf,
  type PaymentDraft,
  type PaymentPart,
} from './payment-parts.ts'

export interface Payment {
  value: PaymentDraft
  onChange: (value: PaymentDraft) => void
  /** Whether missing amounts are marked: only after a first try to submit. */
  marked: boolean
  remainingMinor: Minor
  changeMinor: Minor
  submit: () => PaymentPart[] | null
  reset: () => void
}

/** `firstMinor` is prefilled where less than everything falls due now. */
export function usePayment(dueMinor: Minor, firstMinor: Minor = dueMinor): Payment {
  const last = useQuery(api.payments.lastMethod.queryOptions())
  const [draft, setDraft] = useState<PaymentDraft | null>(null)
  const [marked, setMarked] = useState(false)
  const method = last.data?.method ?? 'card'
  const value = draft ?? (firstMinor === dueMinor ? exactPayment(method) : partPayment(method, firstMinor))

  return {
    value,
    onChange: setDraft,
    marked,
    remainingMinor: remainingOf(value, dueMinor),
    changeMinor: changeOf(value, dueMinor),
    submit: () => {
      setMarked(true)
      return isReady(value, problemsOf(value, dueMinor)) ? partsOf(value, dueMinor) : null
    },
    reset: () => {
      setDraft(null)
      setMarked(false)
    },
  }
}
