// A discount behind a small link: an amount or a percentage, and its reason. Fees paid at each appointment can only be
// lowered by a percentage.

import { Button, CloseButton, NumberInput, SegmentedControl } from '@mantine/core'
import { IconDiscount2 } from '@tabler/icons-react'
import { MoneyInput } from '../money-input.tsx'
import { type DiscountDraft, NO_DISCOUNT } from './discount-draft.ts'
import { ReasonInput } from './reason-input.tsx'
import styles from './sell.module.css'
import type { PackageRow } from './sale-types.ts'

interface Props {
  row: PackageRow
  value: DiscountDraft
  onChange: (draft: DiscountDraft) => void
  problems: { discount?: string | undefined; discountReason?: string | undefined }
}

export function DiscountFields({ row, value, onChange, problems }: Props) {
  const percentOnly = row.paymentStyle === 'eachAppointment'
  const set = (part: Partial<DiscountDraft>) => onChange({ ...value, ...part })
  if (!value.shown) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.discountLink}
        leftSection={<IconDiscount2 size={15} aria-hidden />}
        onClick={() => set({ shown: true, kind: percentOnly ? 'percent' : value.kind })}
      >
        Discount
      </Button>
    )
  }
  return (
    <div role="group" aria-label="Discount" className={styles.discount}>
      <div className={styles.discountHead}>
        {percentOnly ? (
          <span>Discount on each fee</span>
        ) : (
          <SegmentedControl
            size="xs"
            aria-label="Discount as"
            value={value.kind}
            onChange={(kind) => set({ kind: kind === 'percent' ? 'percent' : 'amount' })}
            data={[
              { value: 'amount', label: 'Amount' },
              { value: 'percent', label: 'Percent' },
            ]}
          />
        )}
        <CloseButton size="sm" aria-label="No discount" onClick={() => onChange({ ...NO_DISCOUNT, kind: value.kind })} />
      </div>
      <div className={styles.discountFields}>
        {value.kind === 'amount' ? (
          <MoneyInput
            label="Less"
            currency={row.currency}
            autoFocus
            value={value.amountMinor}
            onChange={(amountMinor) => set({ amountMinor })}
            error={problems.discount}
          />
        ) : (
          <NumberInput
            label="Less"
            suffix=" %"
            decimalScale={3}
            allowNegative={false}
            autoFocus
            value={value.percent ?? ''}
            onChange={(percent) => set({ percent: percent === '' ? null : Number(percent) })}
            error={problems.discount}
          />
        )}
        <ReasonInput
          placeholder="On the invoice"
          value={value.reason}
          onChange={(reason) => set({ reason })}
          error={problems.discountReason}
        />
      </div>
    </div>
  )
}
