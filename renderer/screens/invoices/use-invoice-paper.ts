// The paper of an invoice, drawn by the main process. After every command it is drawn anew, since a payment stands on it too.
// A draft has no paper: it has no number yet.

import { skipToken, useQuery } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { sentenceOfError } from '../../errors.ts'
import type { Invoice } from './invoice-words.ts'

export const hasPaper = ({ number }: Pick<Invoice, 'number'>): boolean => number !== null

export function useInvoicePaper(invoice: Invoice) {
  const drawn = useQuery({
    queryKey: ['invoices', 'paper', invoice.id],
    queryFn: hasPaper(invoice) ? ({ signal }) => client.reports.drawInvoice({ invoiceId: invoice.id }, { signal }) : skipToken,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  return {
    documentId: drawn.data?.documentId ?? null,
    failed: drawn.error && !drawn.isFetching ? sentenceOfError(drawn.error) : null,
    drawAgain: () => void drawn.refetch(),
  }
}
