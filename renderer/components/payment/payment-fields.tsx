// How much is paid, and by which methods. Used by the payment drawer and by selling; the state comes from usePayment.

import { Button, Checkbox, Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { plural } from '../../../shared/format.ts'
import { type Minor, negate } from '../../../shared/money.ts'
import { useMoney } from '../use-money.ts'
import { MOST_PARTS, problemsOf, remainingOf, withAnotherPart, type PartDraft } from './payment-parts.ts'
import { PaymentPartRow } from './payment-part-row.tsx'
import styles from './payment.module.css'
import type { Payment } from './use-payment.ts'

export interface PaymentFieldsProps {
  payment: Payment
  dueMinor: Minor
  currency: string
  /** Puts the cursor into the first amount. */
  autoFocus?: boolean
}

export function PaymentFields({ payment, dueMinor, currency, autoFocus = false }: PaymentFieldsProps) {
  const money = useMoney()
  const { value, onChange, marked } = payment
  const problems = problemsOf(value, dueMinor)
  const remaining = remainingOf(value, dueMinor)
  const change = (next: PartDraft) => onChange({ ...value, parts: value.parts.map((part) => (part.id === next.id ? next : part)) })
  const remove = (id: number) => onChange({ ...value, parts: value.parts.filter((part) => part.id !== id) })

  return (
    <Stack gap={12}>
      {value.parts.map((part, index) => (
        <PaymentPartRow
          key={part.id}
          draft={value}
          part={part}
          label={value.parts.length > 1 ? `Payment ${index + 1}` : 'Payment'}
          dueMinor={dueMinor}
          currency={currency}
          problems={marked ? problems.parts[index] : { tendered: problems.parts[index]?.tendered }}
          autoFocus={autoFocus && index === 0}
          onChange={change}
          onRemove={value.parts.length > 1 ? () => remove(part.id) : undefined}
        />
      ))}
      {remaining < 0 && (
        <Checkbox
          label={`Keep ${money(negate(remaining), currency)} on account`}
          description="It can be used for the next invoice."
          error={
            marked && !value.keepRestOnAccount ? `Only ${money(dueMinor, currency)} is due. Lower the amount or keep the rest.` : undefined
          }
          checked={value.keepRestOnAccount}
          onChange={(event) => onChange({ ...value, keepRestOnAccount: event.currentTarget.checked })}
        />
      )}
      <div className={styles.foot}>
        {value.parts.length < MOST_PARTS && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange(withAnotherPart(value, 'card'))}
          >
            Another method
          </Button>
        )}
        <span className={styles.remaining} role="status">
          {remaining > 0 && `${money(remaining, currency)} stays due`}
          {remaining === 0 && value.parts.length > 1 && `All paid with ${plural(value.parts.length, 'payment')}`}
        </span>
      </div>
    </Stack>
  )
}
