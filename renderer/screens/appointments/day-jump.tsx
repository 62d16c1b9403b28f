// The heading of the calendar; a click opens a month to jump from.

import { Popover, UnstyledButton } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { isLocalDate, type LocalDate } from '../../../shared/dates.ts'
import classes from './calendar-bar.module.css'

interface DayJumpProps {
  heading: string
  day: LocalDate
  today: LocalDate
  onChange: (day: LocalDate) => void
}

export function DayJump({ heading, day, today, onChange }: DayJumpProps) {
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <h1 className={classes.heading}>
        <Popover.Target>
          <UnstyledButton className={classes.jump} onClick={() => setOpened(!opened)} aria-label={`${heading}. Choose another day`}>
            {heading}
            <IconChevronDown size={16} stroke={2} className={classes.chevron} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
      </h1>
      <Popover.Dropdown>
        <DatePicker
          value={day}
          defaultDate={day}
          highlightToday
          getDayProps={(date) => (date === today ? { 'aria-current': 'date' } : {})}
          onChange={(chosen) => {
            setOpened(false)
            if (chosen && isLocalDate(chosen)) onChange(chosen)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
