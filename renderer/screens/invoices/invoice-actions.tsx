// What can be done with an invoice. Taking a payment is the one thing to do next, as long as something is due.

import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { formatMoney } from '../../../shared/format.ts'
import { useCredit } from '../../components/payment/use-credit.ts'
import { printDocument, saveDocument } from '../../components/pdf-preview/print-document.ts'
import { useCan } from '../../components/use-can.ts'
import { canBePaid, type Invoice } from './invoice-words.ts'
import { hasPaper, useInvoicePaper } from './use-invoice-paper.ts'

interface Props {
  invoice: Invoice
  onTake: () => void
}

export function InvoiceActions({ invoice, onTake }: Props) {
  const mayTake = useCan()('payments.take') !== undefined
  const paper = useInvoicePaper(invoice)
  const credit = useCredit(invoice)
  return (
    <>
      {hasPaper(invoice) && (
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} aria-hidden />}
            disabled={paper.documentId === null}
            onClick={() => paper.documentId !== null && printDocument(paper.documentId)}
          >
            Print
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            disabled={paper.documentId === null}
            onClick={() => paper.documentId !== null && saveDocument(paper.documentId)}
          >
            Save PDF
          </Button>
        </>
      )}
      {mayTake && canBePaid(invoice) && (
        <>
          {credit.usableMinor > 0 && (
            <Button variant="default" loading={credit.isPending} onClick={credit.use}>
              Use credit, {formatMoney(credit.usableMinor, invoice.currency)}
            </Button>
          )}
          <Button onClick={onTake}>Take payment</Button>
        </>
      )}
    </>
  )
}
