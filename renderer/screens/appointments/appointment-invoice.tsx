// The invoice of this visit: a draft until it is completed or paid; covered visits point to the package's invoice.

import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatMoney } from '../../../shared/format.ts'
import { RelatedInvoiceLinks } from '../../components/invoice-link.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import type { AppointmentData } from './appointment-data.ts'
import classes from './appointment.module.css'

interface AppointmentInvoiceProps {
  appointment: AppointmentData
  onPay: (() => void) | null
  /** Bills it to somebody else. */
  onBill: (() => void) | null
}

export function AppointmentInvoice({ appointment, onPay, onBill }: AppointmentInvoiceProps) {
  const { invoice, currency, relatedInvoice } = appointment
  if (!invoice || invoice.status === 'discarded' || invoice.status === 'void') return null
  const { id, number, status, totalMinor, dueMinor, payerName } = invoice
  return (
    <section className={classes.section} aria-label="Invoice">
      <header className={classes.sectionHead}>
        <h3>Invoice</h3>
        <ToneBadge tone={status === 'draft' ? 'quiet' : dueMinor > 0 ? 'warn' : 'good'}>
          {stateWords(status, totalMinor, dueMinor)}
        </ToneBadge>
      </header>
      <p className={classes.line}>
        <Link to="/sales/$invoiceId" params={{ invoiceId: String(id) }}>
          {number === null ? 'Draft invoice' : `Invoice ${number}`}
        </Link>
        <span className={classes.amount}>{formatMoney(totalMinor, currency)}</span>
      </p>
      {totalMinor > 0 && (
        <p className={classes.line}>
          <span>
            Billed to <bdi>{payerName}</bdi>
          </span>
          {onBill && (
            <Button variant="subtle" size="compact-sm" className={classes.aside} aria-label="Bill to somebody else" onClick={onBill}>
              Change
            </Button>
          )}
        </p>
      )}
      {relatedInvoice && (
        <p className={classes.quiet}>
          Package on <RelatedInvoiceLinks related={relatedInvoice} />
        </p>
      )}
      {dueMinor > 0 && (
        <p className={classes.line}>
          <span>{status === 'draft' ? 'Will be due' : 'Due'}</span>
          <b className={classes.amount}>{formatMoney(dueMinor, currency)}</b>
        </p>
      )}
      {dueMinor > 0 && onPay && (
        <Button variant={appointment.status === 'completed' ? 'filled' : 'light'} onClick={onPay}>
          Take payment
        </Button>
      )}
    </section>
  )
}

function stateWords(status: string, totalMinor: number, dueMinor: number): string {
  if (status === 'draft') return 'Not published yet'
  if (totalMinor === 0) return 'Nothing to pay'
  if (dueMinor <= 0) return 'Paid'
  return dueMinor < totalMinor ? 'Part paid' : 'Unpaid'
}
