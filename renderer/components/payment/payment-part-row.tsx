// One part of a payment: its method, its amount, and for cash what was handed over and the change to give.

import { CloseButton, Group, Input, SegmentedControl } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatMoney } from '../../../shared/format.ts'
import { PAYMENT_METHODS, type PaymentMethod } from '../../../shared/domain/words.ts'
import { type Minor, minor, subtract } from '../../../shared/money.ts'
import { METHOD_WORDS } from '../../words.ts'
import { MoneyInput } from '../money-input.tsx'
import { amountOf, type PartDraft, type PaymentDraft } from './payment-parts.ts'
import styles from './payment.module.css'

interface Props {
  draft: PaymentDraft
  part: PartDraft
  /** "Payment", or "Payment 2" when there are several: names the group of fields. */
  label: string
  dueMinor: Minor
  currency: string
  problems: { amount?: string; tendered?: string } | undefined
  autoFocus: boolean
  onChange: (part: PartDraft) => void
  onRemove: (() => void) | undefined
}

const METHODS = PAYMENT_METHODS.map((value) => ({ value, label: METHOD_WORDS[value] }))

export function PaymentPartRow({ draft, part, label, dueMinor, currency, problems, autoFocus, onChange, onRemove }: Props) {
  const amount = amountOf(draft, part, dueMinor)
  const change = part.tenderedMinor === null || amount === null ? null : subtract(minor(part.tenderedMinor), amount)
  const amountField = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The drawer looked for its first field before the invoice was read, and kept the focus itself.
    if (autoFocus && document.activeElement?.getAttribute('role') === 'dialog') amountField.current?.focus()
  }, [autoFocus])
  const choose = (method: PaymentMethod) => onChange({ ...part, method, tenderedMinor: method === 'cash' ? part.tenderedMinor : null })

  return (
    <div role="group" aria-label={label} className={styles.part}>
      <Group gap={6} wrap="nowrap">
        <SegmentedControl<PaymentMethod>
          aria-label={`${label}: method`}
          fullWidth
          size="xs"
          className={styles.methods}
          data={METHODS}
          value={part.method}
          onChange={choose}
        />
        {onRemove && <CloseButton aria-label={`Remove ${label.toLowerCase()}`} onClick={onRemove} />}
      </Group>
      <div className={styles.amounts}>
        <MoneyInput
          label="Amount"
          currency={currency}
          value={amount}
          onChange={(amountMinor) => onChange({ ...part, amountMinor })}
          error={problems?.amount}
          ref={amountField}
          data-autofocus={autoFocus || undefined}
        />
        {part.method === 'cash' && (
          <MoneyInput
            label="Cash given"
            currency={currency}
            placeholder={amount === null ? '' : formatMoney(amount, currency)}
            value={part.tenderedMinor}
            onChange={(tenderedMinor) => onChange({ ...part, tenderedMinor })}
            error={problems?.tendered}
          />
        )}
        {part.method === 'cash' && (
          <Input.Wrapper label="Change" labelElement="div">
            <output className={styles.change} aria-label="Change">
              {change !== null && change >= 0 ? formatMoney(change, currency) : '–'}
            </output>
          </Input.Wrapper>
        )}
      </div>
    </div>
  )
}
