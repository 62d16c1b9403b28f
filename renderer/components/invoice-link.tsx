// Invoices that another paper belongs to, replaces or was replaced by, each with the way to it.

import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import type { RelatedInvoice } from '../../shared/contract/invoices.ts'

export function InvoiceLink({ id, number }: { id: number; number: number }) {
  return (
    <Link to="/sales/$invoiceId" params={{ invoiceId: String(id) }}>
      invoice {number}
    </Link>
  )
}

export function RelatedInvoiceLinks({ related }: { related: z.output<typeof RelatedInvoice> }) {
  return (
    <>
      <InvoiceLink {...related} />
      {related.replacedBy && (
        <>
          , replaced by <InvoiceLink {...related.replacedBy} />
        </>
      )}
    </>
  )
}
