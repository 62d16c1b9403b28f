// Who an invoice is for and what it belongs to, each with its link.

import { ActionIcon } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Card } from '../../components/card.tsx'
import { InvoiceLink, RelatedInvoiceLinks } from '../../components/invoice-link.tsx'
import type { Invoice } from './invoice-words.ts'
import styles from './invoice.module.css'

interface Props {
  invoice: Invoice
  /** Null: it can't be billed to somebody else, or not by this person. */
  onBill: (() => void) | null
}

export function InvoiceFacts({ invoice, onBill }: Props) {
  const { relatedInvoice, replaces, replacedBy } = invoice
  return (
    <Card>
      <dl className={styles.facts}>
        <Fact title="Billed to">
          <Client id={invoice.clientId} name={invoice.clientName} />
          {onBill && (
            <ActionIcon className={styles.pencil} size={24} aria-label="Bill to somebody else" onClick={onBill}>
              <IconPencil size={15} aria-hidden />
            </ActionIcon>
          )}
        </Fact>
        {invoice.treatedClientId !== invoice.clientId && (
          <Fact title={invoice.kind === 'sale' ? 'Package of' : 'Treated'}>
            <Client id={invoice.treatedClientId} name={invoice.treatedClientName} />
          </Fact>
        )}
        {replaces && (
          <Fact title="Replaces">
            <InvoiceLink {...replaces} />
          </Fact>
        )}
        {replacedBy && (
          <Fact title="Replaced by">
            <InvoiceLink {...replacedBy} />
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
            on <RelatedInvoiceLinks related={relatedInvoice} />
          </Fact>
        )}
        <Fact title="Amounts">
          in {invoice.currency}, tax {invoice.pricesIncludeTax ? 'included' : 'shown apart'}
        </Fact>
      </dl>
    </Card>
  )
}

function Client({ id, name }: { id: number; name: string }) {
  return (
    <Link to="/clients/$clientId" params={{ clientId: String(id) }}>
      <bdi>{name}</bdi>
    </Link>
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
