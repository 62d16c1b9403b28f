// What was paid on an invoice. A payment is never deleted: giving it back is a payment of its own, with a reason.

import { Button } from '@mantine/core'
import { useState } from 'react'
import { formatDate, formatMoney } from '../../../shared/format.ts'
import { Card } from '../../components/card.tsx'
import { ToneBadge } from '../../components/state-badge.tsx'
import { useCan } from '../../components/use-can.ts'
import { METHOD_WORDS } from '../../words.ts'
import { byMethod, type Invoice, type Payment } from './invoice-words.ts'
import styles from './invoice.module.css'
import { ReversePayment } from './reverse-payment.tsx'

export function InvoicePayments({ invoice }: { invoice: Invoice }) {
  const mayReverse = useCan()('payments.reverse') !== undefined
  const [reversing, setReversing] = useState<Payment | null>(null)
  const money = (amount: number) => formatMoney(amount, invoice.currency)
  if (invoice.payments.length === 0 && invoice.dueMinor <= 0) return null

  return (
    <Card>
      <h2 className={styles.title}>Payments</h2>
      {invoice.payments.length === 0 ? (
        <p className={styles.nothing}>Nothing was paid on this invoice yet.</p>
      ) : (
        <ul className={styles.payments}>
          {invoice.payments.map((payment) => {
            const isReversal = payment.amountMinor < 0
            const elsewhere = payment.amountMinor - payment.allocatedMinor
            return (
              <li key={payment.id} className={styles.payment}>
                <span className={styles.paymentWords}>
                  <span>
                    {isReversal ? `Given back ${byMethod(payment.method)}` : METHOD_WORDS[payment.method]} on{' '}
                    {formatDate(payment.receivedOn)}
                    {payment.reversed && <ToneBadge tone="warn">Given back</ToneBadge>}
                  </span>
                  <span className={styles.sub}>
                    <bdi>{payment.staffName}</bdi>
                    {payment.reason && <bdi>: {payment.reason}</bdi>}
                    {!isReversal && elsewhere > 0 && ` · of ${money(payment.amountMinor)}, the rest on account or other invoices`}
                  </span>
                </span>
                <span className={styles.paymentAmount}>{money(payment.allocatedMinor)}</span>
                {mayReverse && !isReversal && !payment.reversed ? (
                  <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setReversing(payment)}>
                    Give back
                  </Button>
                ) : (
                  <span />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {reversing && <ReversePayment payment={reversing} currency={invoice.currency} onClose={() => setReversing(null)} />}
    </Card>
  )
}
