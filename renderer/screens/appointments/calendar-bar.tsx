// The bar above the calendar: which day, which view, whose columns, and the button that books.

import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { addDays, type LocalDate, startOfWeek } from '../../../shared/dates.ts'
import { dayHeading, weekHeading } from './calendar-words.ts'
import classes from './calendar-bar.module.css'
import { DayJump } from './day-jump.tsx'

interface CalendarBarProps {
  day: LocalDate
  today: LocalDate
  view: 'day' | 'week'
  /** The filter of the day or the choice of the week. */
  children: ReactNode
  onDay: (day: LocalDate, view?: 'day' | 'week') => void
  onBook: (() => void) | null
}

export function CalendarBar({ day, today, view, children, onDay, onBook }: CalendarBarProps) {
  const step = view === 'week' ? 7 : 1
  const heading = view === 'week' ? weekHeading(startOfWeek(day)) : dayHeading(day, today)
  return (
    <header className={classes.bar}>
      <Button variant="default" onClick={() => onDay(today)} title="Today (T)">
        Today
      </Button>
      <div className={classes.arrows}>
        <ActionIcon size="md" aria-label={`Previous ${view}`} onClick={() => onDay(addDays(day, -step))}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon size="md" aria-label={`Next ${view}`} onClick={() => onDay(addDays(day, step))}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </div>
      <DayJump heading={heading} day={day} today={today} onChange={(to) => onDay(to)} />
      <div className={classes.tools}>
        <SegmentedControl
          aria-label="View"
          value={view}
          onChange={(to) => onDay(day, to)}
          data={[
            { value: 'day', label: 'Day' },
            { value: 'week', label: 'Week' },
          ]}
        />
        {children}
        {onBook && (
          <Button onClick={onBook} title="Book appointment (N)">
            Book
          </Button>
        )}
      </div>
    </header>
  )
}
