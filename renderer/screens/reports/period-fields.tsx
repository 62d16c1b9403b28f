// The period: a quick choice, or two days. A day that can't be read, or an end before the start, is marked and not yet asked for.

import { Chip, Input } from '@mantine/core'
import { useId, useState } from 'react'
import { isLocalDate, type LocalDate } from '../../../shared/dates.ts'
import { DayInput } from '../../components/day-input.tsx'
import { useClock } from '../../components/use-clock.ts'
import { nameOf, periodOf, PERIOD_WORDS, PERIODS, type PeriodName } from './periods.ts'
import styles from './statement.module.css'
import type { Period } from './use-statement.ts'

interface Props {
  period: Period
  earliest: LocalDate
  onChange: (period: Period) => void
}

export function PeriodFields({ period, earliest, onChange }: Props) {
  const { today } = useClock()
  const labelId = useId()
  const [draft, setDraft] = useState<{ from: string | null; through: string | null } | null>(null)
  const shown = draft ?? period
  const backwards = isDay(shown.from) && isDay(shown.through) && shown.from > shown.through

  const set = (part: Partial<typeof shown>) => {
    const next = { ...shown, ...part }
    if (isDay(next.from) && isDay(next.through) && next.from <= next.through) {
      setDraft(null)
      onChange({ from: next.from, through: next.through })
    } else setDraft(next)
  }
  const choose = (name: PeriodName) => {
    setDraft(null)
    onChange(periodOf(name, today, earliest))
  }

  return (
    <div role="group" aria-labelledby={labelId} className={styles.period}>
      <Input.Label id={labelId} labelElement="div">
        Period
      </Input.Label>
      <Chip.Group value={draft === null ? (nameOf(period, today, earliest) ?? '') : ''} onChange={(name) => choose(name as PeriodName)}>
        <div className={styles.quick}>
          {PERIODS.map((name) => (
            <Chip key={name} value={name} size="xs" radius="md" variant="light">
              {PERIOD_WORDS[name]}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <div className={styles.days}>
        <DayInput label="From" value={shown.from} onChange={(from) => set({ from })} error={shown.from === null && 'Enter a date.'} />
        <DayInput
          label="Through"
          value={shown.through}
          onChange={(through) => set({ through })}
          error={shown.through === null ? 'Enter a date.' : backwards && 'Before the start.'}
        />
      </div>
    </div>
  )
}

const isDay = (text: string | null): text is LocalDate => text !== null && isLocalDate(text)
