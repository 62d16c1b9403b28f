// Who an invoice is for and what it belongs to, each with its link.

import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Card } from '../../components/card.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import type { Invoice } from './invoice-words.ts'
import styles from './invoice.module.css'

export function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const words = useClientWords()
  const { relatedInvoice } = invoice
  return (
    <Card>
      <dl className={styles.facts}>
        <Fact title={words.One}>
          <Link to="/clients/$clientId" params={{ clientId: String(invoice.clientId) }}>
            <bdi>{invoice.clientName}</bdi>
          </Link>
        </Fact>
        {invoice.treatedClientName !== invoice.clientName && (
          <Fact title="Treated">
            <bdi>{invoice.treatedClientName}</bdi>
          </Fact>
        )}
        {invoice.appointmentId !== null && (
          <Fact title="Appointment">
            <Link to="/calendar" search={{ appointment: invoice.appointmentId }}>
              Show in the calendar
            </Link>
          </Fact>
        )}
        {relatedInvoice && (
          <Fact title="Package">
            <Link to="/sales/$invoiceId" params={{ invoiceId: String(relatedInvoice.id) }}>
              Invoice {relatedInvoice.number}
            </Link>
          </Fact>
        )}
        <Fact title="Amounts">
          in {invoice.currency}, tax {invoice.pricesIncludeTax ? 'included' : 'shown apart'}
        </Fact>
      </dl>
    </Card>
  )
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
