// The ways to work out a refund, side by side with their computation. An own amount is typed into its card.

import { Radio } from '@mantine/core'
import { formatMoney } from '../../../../shared/format.ts'
import type { RefundWay } from '../../../../shared/domain/words.ts'
import { MoneyInput } from '../../money-input.tsx'
import { type CancelPreview, computationOf, WAY_WORDS } from './cancel-words.ts'
import styles from './cancel.module.css'

const WAYS: readonly RefundWay[] = ['unusedShare', 'regularPrice', 'ownAmount', 'none']

interface Props {
  preview: CancelPreview
  way: RefundWay
  ownMinor: number | null
  error: string | undefined
  onWay: (way: RefundWay) => void
  onOwn: (ownMinor: number | null) => void
}

export function RefundCards({ preview, way, ownMinor, error, onWay, onOwn }: Props) {
  const money = (amount: number) => formatMoney(amount, preview.currency)
  return (
    <Radio.Group label="Give back" value={way} onChange={onWay}>
      <div className={styles.cards}>
        {WAYS.filter((value) => value === 'ownAmount' || preview.ways.some((w) => w.way === value)).map((value) => {
          const choice = preview.ways.find((w) => w.way === value)
          return (
            <Radio.Card key={value} value={value} className={styles.card}>
              <span className={styles.cardHead}>
                <Radio.Indicator />
                <b>{WAY_WORDS[value]}</b>
              </span>
              <span className={styles.refund}>
                {value === 'ownAmount' ? (ownMinor === null ? '–' : money(ownMinor)) : money(choice?.refundMinor ?? 0)}
              </span>
              <span className={styles.computation}>
                {value === 'none'
                  ? 'What was paid is kept.'
                  : computationOf(preview, value).map((line) => (
                      <span key={line.words}>
                        <span>{line.words}</span>
                        <span>{money(line.amountMinor)}</span>
                      </span>
                    ))}
                {choice !== undefined && choice.taxMinor > 0 && (
                  <span>
                    <span>of it tax</span>
                    <span>{money(choice.taxMinor)}</span>
                  </span>
                )}
              </span>
            </Radio.Card>
          )
        })}
      </div>
      {way === 'ownAmount' && (
        <MoneyInput
          className={styles.own}
          label="Own amount"
          description={`Up to ${money(preview.paidMinor)}.`}
          currency={preview.currency}
          value={ownMinor}
          onChange={onOwn}
          error={error}
          data-autofocus
        />
      )}
    </Radio.Group>
  )
}
