// The payer's account credit in the payment drawer, with the button that puts it on the invoice. Nothing when there is none.

import { Button } from '@mantine/core'
import type { Minor } from '../../../shared/money.ts'
import { useMoney } from '../use-money.ts'
import styles from './payment.module.css'
import { useCredit } from './use-credit.ts'

interface Props {
  invoice: { id: number; clientId: number; dueMinor: Minor; currency: string }
}

export function CreditRow({ invoice }: Props) {
  const money = useMoney()
  const { creditMinor, usableMinor, isPending, use } = useCredit(invoice)
  if (usableMinor <= 0) return null
  return (
    <div className={styles.credit}>
      <span>
        <b>{money(creditMinor, invoice.currency)}</b> on account
      </span>
      <Button variant="default" size="xs" loading={isPending} onClick={use}>
        Use credit
      </Button>
    </div>
  )
}
