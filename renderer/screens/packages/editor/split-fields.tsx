// How the price becomes the value of each session: by item price, equally, or typed one by one until they are the price.

import { Button, Input, SegmentedControl } from '@mantine/core'
import { SPLITS, type Split } from '../../../../shared/domain/words.ts'
import { formatMoney } from '../../../../shared/format.ts'
import { MoneyInput } from '../../../components/money-input.tsx'
import { SPLIT_WORDS } from '../../../words.ts'
import { countOf, type Figures } from './package-figures.ts'
import type { SectionProps } from './package-form.ts'
import styles from './package.module.css'

const CHOICES = SPLITS.map((value) => ({ value, label: SPLIT_WORDS[value] }))

export function SplitFields({ form, figures, readOnly }: SectionProps & { figures: Figures }) {
  const { currency, split, items } = form.values
  /** What the rule deals now is where typing starts. */
  const dealAnew = () => {
    for (const [i, values] of figures.byItemPrice.entries()) form.setFieldValue(`items.${i}.values`, values)
    form.clearFieldError('split')
  }
  function choose(next: Split) {
    form.clearFieldError('split')
    form.setFieldValue('split', next)
    if (next === 'byHand' && items.every((item) => item.values.length === 0)) dealAnew()
  }
  return (
    <div className={styles.split}>
      <Input.Wrapper label="Value of each session" labelElement="div" className={styles.stacked}>
        <SegmentedControl<Split> aria-label="Value of each session" data={CHOICES} value={split} onChange={choose} disabled={readOnly} />
      </Input.Wrapper>
      {split === 'byHand' && (
        <>
          {items.map((item, i) => {
            const count = countOf(item) ?? 0
            return (
              count > 0 && (
                <fieldset key={item.key} className={styles.byHand}>
                  <legend>{figures.items[i]?.label || `Item ${i + 1}`}</legend>
                  {Array.from({ length: count }, (_, n) => (
                    <HandValue
                      key={n}
                      form={form}
                      path={`items.${i}.values.${n}`}
                      value={item.values[n] ?? null}
                      n={n}
                      readOnly={readOnly}
                    />
                  ))}
                </fieldset>
              )
            )
          })}
          <LeftToDeal figures={figures} currency={currency} error={form.errors.split} onDealAnew={readOnly ? undefined : dealAnew} />
        </>
      )}
    </div>
  )
}

interface HandValueProps extends Pick<SectionProps, 'form' | 'readOnly'> {
  path: `items.${number}.values.${number}`
  value: number | null
  n: number
}

function HandValue({ form, path, value, n, readOnly }: HandValueProps) {
  return (
    <MoneyInput
      size="xs"
      currency={form.values.currency}
      aria-label={`Session ${n + 1}`}
      leftSection={n + 1}
      value={value}
      onChange={(typed) => {
        form.setFieldValue(path, typed)
        form.clearFieldError(path)
        form.clearFieldError('split')
      }}
      error={form.errors[path]}
      disabled={readOnly}
    />
  )
}

interface LeftToDealProps {
  figures: Figures
  currency: string
  error: React.ReactNode
  onDealAnew: (() => void) | undefined
}

function LeftToDeal({ figures, currency, error, onDealAnew }: LeftToDealProps) {
  const left = figures.leftToDealMinor
  const amount = formatMoney(Math.abs(left), currency)
  return (
    <div className={styles.leftToDeal}>
      <p
        role="status"
        tabIndex={-1}
        data-mistake={error ? true : undefined}
        className={left === 0 ? styles.dealt : error ? styles.wrong : styles.undealt}
      >
        {left === 0
          ? 'Adds up to the price.'
          : left > 0
            ? `${amount} of the price is left to share out.`
            : `${amount} more than the price.`}
      </p>
      {onDealAnew && left !== 0 && (
        <Button variant="subtle" size="compact-sm" onClick={onDealAnew}>
          Start again from the item prices
        </Button>
      )}
    </div>
  )
}
