// The invoice as it prints: the very PDF, beside its figures.

import { PdfPreview } from '../../components/pdf-preview/pdf-preview.tsx'
import type { Invoice } from './invoice-words.ts'
import styles from './invoice.module.css'
import { useInvoicePaper } from './use-invoice-paper.ts'

export function InvoicePaper({ invoice }: { invoice: Invoice }) {
  const { documentId, failed, drawAgain } = useInvoicePaper(invoice)
  return (
    <div className={styles.paper}>
      <PdfPreview documentId={documentId} label="Invoice" failed={failed} onMakeAgain={drawAgain} />
    </div>
  )
}
