// The payer's money that is not yet on an invoice, and putting it on one. Nothing can be used until the payer's figures are read.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoney } from '../../../shared/format.ts'
import { type Minor, smaller, ZERO } from '../../../shared/money.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../notify-done.tsx'
import { showError } from '../show-error.tsx'

interface Bill {
  id: number
  clientId: number
  dueMinor: Minor
  currency: string
}

export function useCredit({ id, clientId, dueMinor, currency }: Bill) {
  const payer = useQuery(api.clients.get.queryOptions({ input: { id: clientId } }))
  const mutation = useMutation(api.payments.useCredit.mutationOptions())
  const [key, setKey] = useState(newKey)
  const creditMinor = payer.data?.creditMinor ?? ZERO
  const usableMinor = creditMinor > 0 ? smaller(creditMinor, dueMinor) : ZERO
  return {
    creditMinor,
    usableMinor,
    isPending: mutation.isPending,
    use: () =>
      mutation.mutate(
        { key, invoiceId: id },
        {
          onSuccess: () => {
            setKey(newKey())
            notifyDone(`${formatMoney(usableMinor, currency)} of account credit used.`)
          },
          onError: (error) => showError(error),
        },
      ),
  }
}
