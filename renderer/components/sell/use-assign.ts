// Giving the chosen package without an invoice, once all it needs is there.

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { minor } from '../../../shared/money.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../notify-done.tsx'
import { useVisitsNotice } from '../schedule/use-visits-notice.ts'
import { showError } from '../show-error.tsx'
import { type ChargeDraft, chargeOf, LIST_PRICE, problemsOfCharge } from './charge-draft.ts'
import { type FieldProblems, fieldOf } from './sale-problems.ts'
import type { ToBook } from './sale-schedule.ts'
import type { PackageRow, Sold } from './sale-types.ts'
import { type TermsDraft, termsOf } from './terms-draft.ts'

interface Options {
  clientId: number
  chosen: PackageRow | null
  terms: TermsDraft
  onRefused: (problems: FieldProblems) => void
  onDone: (sold: Sold) => void
}

export function useAssign({ clientId, chosen, terms, onRefused, onDone }: Options) {
  const [key] = useState(newKey)
  const [charge, setCharge] = useState<ChargeDraft>(LIST_PRICE)
  const assign = useMutation(api.clientPackages.assign.mutationOptions())
  const listMinor = chosen?.paymentStyle === 'eachAppointment' ? 0 : (chosen?.priceMinor ?? 0)
  const problems = problemsOfCharge(charge, listMinor)

  const notifyVisits = useVisitsNotice()
  const run = (schedule: ToBook | null) => {
    const amount = chargeOf(charge, listMinor)
    if (!chosen || amount === null || assign.isPending) return
    assign.mutate(
      {
        key,
        clientId,
        packageId: chosen.id,
        chargeMinor: charge.amountMinor === 'list' ? null : minor(amount),
        reason: amount === listMinor ? '' : charge.reason,
        terms: termsOf(terms),
        schedule,
      },
      {
        onSuccess: ({ clientPackageId, appointmentIds }) => {
          notifyVisits(appointmentIds)
          notifyDone(`${chosen.name} is assigned${amount === 0 ? '' : ', without an invoice for now'}.`)
          onDone({ clientPackageId, invoiceId: null })
        },
        onError: (failure) => {
          const atField = fieldOf(failure)
          if (Object.keys(atField).length > 0) onRefused(atField)
          else showError(failure)
        },
      },
    )
  }
  return { charge, setCharge, listMinor, problems, isReady: Object.keys(problems).length === 0, isPending: assign.isPending, run }
}
