// The payer's money that is not yet on an invoice, and putting it on one. Nothing can be used until the payer's figures are read.

import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Minor, smaller, ZERO } from '../../../shared/money.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../notify-done.tsx'
import { showError } from '../show-error.tsx'
import { useMoney } from '../use-money.ts'

interface Bill {
  id: number
  clientId: number
  dueMinor: Minor
  currency: string
}

export function useCredit({ id, clientId, dueMinor, currency }: Bill) {
  const money = useMoney()
  const payer = useQuery(api.clients.get.queryOptions({ input: { id: clientId } }))
  const mutation = useMutation(api.payments.useCredit.mutationOptions())
  const [key, setKey] = useState(newKey)
  const creditMinor = payer.data?.money.find((m) => m.currency === currency)?.creditMinor ?? ZERO
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
            notifyDone(`${money(usableMinor, currency)} of account credit used.`)
          },
          onError: (error) => showError(error),
        },
      ),
  }
}
