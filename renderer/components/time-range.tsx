// From and to in one box, typed as people write times; arrows up and down go by quarter hours.
// What can't be read stays there to be put right, and is handed on as it stands.

import { Input } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { isLocalTime } from '../../shared/dates.ts'
import { formatTime } from '../../shared/format.ts'
import { parseTime, stepTime } from '../../shared/parse-time.ts'
import styles from './time-range.module.css'

const STEP_MINUTES = 15

interface TimeRangeProps {
  /** Where a label stands beside it already: what both times are of, "Monday". */
  name?: string
  from: string
  to: string
  onFrom: (time: string) => void
  onTo: (time: string) => void
  error?: ReactNode
}

export function TimeRange({ name, from, to, onFrom, onTo, error }: TimeRangeProps) {
  const id = useId()
  return (
    <Input.Wrapper
      {...(name ? {} : { label: 'Time' })}
      labelElement="div"
      labelProps={{ id: `${id}-label` }}
      error={error}
      errorProps={{ id: `${id}-error`, mt: 5 }}
    >
      <div
        role="group"
        {...(name ? { 'aria-label': name } : { 'aria-labelledby': `${id}-label` })}
        className={styles.box}
        data-error={error ? true : undefined}
      >
        <TimeField label={name ? `${name} from` : 'From'} value={from} onChange={onFrom} errorId={error ? `${id}-error` : undefined} />
        <span aria-hidden>–</span>
        <TimeField label={name ? `${name} to` : 'To'} value={to} onChange={onTo} errorId={error ? `${id}-error` : undefined} />
      </div>
    </Input.Wrapper>
  )
}

interface TimeFieldProps {
  label: string
  value: string
  onChange: (time: string) => void
  errorId: string | undefined
}

function TimeField({ label, value, onChange, errorId }: TimeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      className={styles.field}
      aria-label={label}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      inputMode="numeric"
      autoComplete="off"
      placeholder="0:00"
      value={typed ?? (isLocalTime(value) ? formatTime(value) : value)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(parseTime(event.currentTarget.value) ?? event.currentTarget.value)
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !isLocalTime(value)) return
        event.preventDefault()
        setTyped(null)
        onChange(stepTime(value, event.key === 'ArrowUp' ? STEP_MINUTES : -STEP_MINUTES))
      }}
    />
  )
}
