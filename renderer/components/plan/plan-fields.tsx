// The parts of a dated plan: day and amount of each, one more, one less. What they leave of the total is said below.

import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { formatMoney, plural } from '../../../shared/format.ts'
import type { Minor } from '../../../shared/money.ts'
import { DayInput } from '../day-input.tsx'
import { MoneyInput } from '../money-input.tsx'
import { useClock } from '../use-clock.ts'
import { MOST_INSTALMENTS, type PartDraft, problemOfPlan, withAnother } from './plan-draft.ts'
import styles from './plan.module.css'

interface Props {
  value: readonly PartDraft[]
  onChange: (draft: PartDraft[]) => void
  totalMinor: Minor
  currency: string
}

export function PlanFields({ value, onChange, totalMinor, currency }: Props) {
  const { today } = useClock()
  const problem = problemOfPlan(value, totalMinor, (amount) => formatMoney(amount, currency))
  const set = (id: number, part: Partial<PartDraft>) => onChange(value.map((p) => (p.id === id ? { ...p, ...part } : p)))
  return (
    <div role="group" aria-label="Instalments" className={styles.plan}>
      {value.map((part, i) => (
        <div key={part.id} className={styles.part}>
          <DayInput aria-label={`Due day ${i + 1}`} value={part.dueOn} onChange={(dueOn) => set(part.id, { dueOn })} />
          <MoneyInput
            aria-label={`Amount ${i + 1}`}
            currency={currency}
            value={part.amountMinor}
            onChange={(amountMinor) => set(part.id, { amountMinor })}
          />
          <ActionIcon aria-label={`Remove instalment ${i + 1}`} onClick={() => onChange(value.filter((p) => p.id !== part.id))}>
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={styles.foot}>
        {value.length < MOST_INSTALMENTS && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange(withAnother(value, totalMinor, today))}
          >
            Another instalment
          </Button>
        )}
        <span role="status" data-wrong={(value.length > 0 && problem) || undefined}>
          {value.length === 0
            ? 'No instalments: all is due in one.'
            : (problem ?? `${plural(value.length, 'instalment')}, ${formatMoney(totalMinor, currency)}`)}
        </span>
      </div>
    </div>
  )
}
