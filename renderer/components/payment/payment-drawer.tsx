// Takes a payment on one invoice: what is due, the client's account credit, and the parts of the payment. Enter takes it.
// The due amount is read again after credit was used, and the exact amount follows it.

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { formatMoney } from '../../../shared/format.ts'
import { minor } from '../../../shared/money.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../notify-done.tsx'
import { QueryState } from '../query-state.tsx'
import { showError } from '../show-error.tsx'
import { askedNow } from '../../../shared/domain/instalments.ts'
import { SideDrawer } from '../side-drawer.tsx'
import { CreditRow } from './credit-row.tsx'
import { PaymentFields } from './payment-fields.tsx'
import { totalOf } from './payment-parts.ts'
import { useClock } from '../use-clock.ts'
import { useMoney } from '../use-money.ts'
import styles from './payment.module.css'
import { usePayment } from './use-payment.ts'

interface Props {
  invoiceId: number
  opened: boolean
  onClose: () => void
}

export function PaymentDrawer({ invoiceId, opened, onClose }: Props) {
  return opened ? <OpenPaymentDrawer key={invoiceId} invoiceId={invoiceId} onClose={onClose} /> : null
}

function OpenPaymentDrawer({ invoiceId, onClose }: Omit<Props, 'opened'>) {
  const money = useMoney()
  const invoice = useQuery(api.invoices.get.queryOptions({ input: { id: invoiceId } }))
  const take = useMutation(api.payments.take.mutationOptions())
  const due = invoice.data?.dueMinor ?? minor(0)
  const { today } = useClock()
  const payment = usePayment(due, invoice.data ? askedNow(invoice.data.plan, due, today) : due)
  const [key] = useState(newKey)
  const formId = useId()
  const currency = invoice.data?.currency ?? ''
  const total = totalOf(payment.value, due)

  function submit(event: React.FormEvent) {
    event.preventDefault()
    const payments = payment.submit()
    if (!payments || take.isPending) return
    take.mutate(
      { key, invoiceId, payments, keepRestOnAccount: payment.value.keepRestOnAccount },
      {
        onSuccess: ({ number, changeMinor, onAccountMinor }) => {
          notifyDone(
            [
              `${money(total, currency)} taken on invoice ${number ?? ''}.`,
              changeMinor > 0 && `Give ${money(changeMinor, currency)} change.`,
              onAccountMinor > 0 && `${money(onAccountMinor, currency)} kept on account.`,
            ]
              .filter(Boolean)
              .join(' '),
          )
          onClose()
        },
        onError: (error) => showError(error),
      },
    )
  }

  return (
    <SideDrawer
      title={invoice.data?.number ? `Payment on invoice ${invoice.data.number}` : 'Take payment'}
      opened
      onClose={onClose}
      footer={
        due > 0 ? (
          <Button type="submit" form={formId} fullWidth loading={take.isPending} rightSection={<kbd className={styles.key}>↵</kbd>}>
            Take {money(total, currency)}
            {payment.changeMinor > 0 && ` · give ${money(payment.changeMinor, currency)} change`}
          </Button>
        ) : (
          <Button variant="default" fullWidth onClick={onClose}>
            Close
          </Button>
        )
      }
    >
      <QueryState query={invoice}>
        {(data) => (
          <form id={formId} onSubmit={submit} noValidate className={styles.form}>
            <div className={styles.due}>
              <span className={styles.dueWords}>
                <b dir="auto">{data.clientName}</b>
                {data.clientId !== data.treatedClientId && (
                  <span>
                    for <bdi>{data.treatedClientName}</bdi>
                  </span>
                )}
                <span>{data.words}</span>
              </span>
              <span className={styles.dueAmount}>
                <b>{formatMoney(data.dueMinor, currency)}</b>
                <span>
                  {currency} due{data.paidMinor > 0 && ` of ${formatMoney(data.totalMinor, currency)}`}
                </span>
              </span>
            </div>
            {data.dueMinor > 0 ? (
              <>
                <CreditRow invoice={data} />
                <PaymentFields payment={payment} dueMinor={data.dueMinor} currency={currency} autoFocus />
              </>
            ) : (
              <p className={styles.nothing}>Nothing is due on this invoice.</p>
            )}
          </form>
        )}
      </QueryState>
    </SideDrawer>
  )
}
