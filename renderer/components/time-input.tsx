// A field for a time of the day, typed as people write times; arrows up and down go by quarter hours. What can't be read is
// handed on as it stands, so that it can be marked and put right.

import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import { isLocalTime } from '../../shared/dates.ts'
import { formatTime } from '../../shared/format.ts'
import { parseTime, stepTime } from '../../shared/parse-time.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: string
  onChange: (time: string) => void
}

const STEP_MINUTES = 15

export function TimeInput({ value, onChange, onBlur, ...props }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      {...props}
      value={typed ?? (isLocalTime(value) ? formatTime(value) : value)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(parseTime(event.currentTarget.value) ?? event.currentTarget.value)
      }}
      onBlur={(event) => {
        setTyped(null)
        onBlur?.(event)
      }}
      onKeyDown={(event) => {
        if ((event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || !isLocalTime(value)) return
        event.preventDefault()
        setTyped(null)
        onChange(stepTime(value, event.key === 'ArrowUp' ? STEP_MINUTES : -STEP_MINUTES))
      }}
    />
  )
}
