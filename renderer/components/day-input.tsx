// A field for a day, typed as people write days or chosen from the calendar behind its button. What can't be read is
// handed on as it stands, so the form's own schema refuses it, and it stays there to be put right.

import { ActionIcon, Popover, TextInput, type TextInputProps } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDay, isLocalDate, localDate } from '../../shared/dates.ts'
import { formatDate } from '../../shared/format.ts'
import { parseDay } from '../../shared/parse-day.ts'
import { useClock } from './use-clock.ts'
import { usePractice } from './use-practice.ts'

interface Props extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value?: string | null
  onChange: (day: string | null) => void
  /** A birth date: 86 means 1986, and the calendar starts with the years. */
  past?: boolean
  /** Writes the weekday before the day, where it matters which one it is. */
  weekday?: boolean
}

const WEEKDAY = /^\s*(mon|tue|wed|thu|fri|sat|sun)\p{L}*[.,\s]+/iu

export function DayInput({ value = null, onChange, past = false, weekday = false, error, onBlur, ...props }: Props) {
  const { today } = useClock()
  const { country } = usePractice()
  const [typed, setTyped] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const day = value !== null && isLocalDate(value) ? value : null
  const unreadable = typed === null && value !== null && day === null

  return (
    <Popover opened={opened} onChange={setOpened} withRoles={false} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <TextInput
          placeholder={formatDate(past ? localDate('1986-03-14') : today)}
          {...props}
          value={typed ?? (day ? `${weekday ? `${formatDay(day, 'ddd')} ` : ''}${formatDate(day)}` : (value ?? ''))}
          onChange={(event) => {
            const text = event.currentTarget.value
            setTyped(text)
            onChange(
              text.trim() === '' ? null : (parseDay(text.replace(WEEKDAY, ''), { today, past, monthFirst: country === 'US' }) ?? text),
            )
          }}
          onBlur={(event) => {
            setTyped(null)
            onBlur?.(event)
          }}
          error={unreadable ? 'This is not a date.' : error}
          rightSectionWidth={32}
          rightSection={
            <ActionIcon
              aria-label={typeof props.label === 'string' ? `${props.label}: choose in the calendar` : 'Choose in the calendar'}
              onClick={() => setOpened(!opened)}
            >
              <IconCalendar size={16} aria-hidden />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Calendar" onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()}>
        <DatePicker
          value={day}
          defaultDate={day ?? today}
          defaultLevel={past && day === null ? 'decade' : 'month'}
          {...(past ? { maxDate: today } : {})}
          onChange={(chosen) => {
            setOpened(false)
            onChange(chosen)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
