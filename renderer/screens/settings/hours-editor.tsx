// The working hours of a week: any number of spans a day, none means the day is off.

import { ActionIcon, Button } from '@mantine/core'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { TimeRange } from '../../components/time-range.tsx'
import { WEEKDAY_WORDS } from '../../words.ts'
import styles from './settings.module.css'
import type { StaffFormType, StaffValues } from './staff-values.ts'

type Hours = StaffValues['hours'][number]

const FIRST = { fromTime: '09:00', toTime: '17:00' }
const AFTER_MONDAY = [2, 3, 4, 5]

export function HoursEditor({ form }: { form: StaffFormType }) {
  const { hours } = form.values
  const change = (next: Hours[]) => form.setFieldValue('hours', next)
  const monday = hours.filter((h) => h.weekday === 1)
  const likeMonday = () =>
    change([
      ...hours.filter((h) => !AFTER_MONDAY.includes(h.weekday)),
      ...AFTER_MONDAY.flatMap((weekday) => monday.map((h) => ({ ...h, weekday }))),
    ])

  return (
    <>
      {WEEKDAY_WORDS.map((day, index) => (
        <DayHours key={day} day={day} weekday={index + 1} form={form} onChange={change} />
      ))}
      {monday.length > 0 ? (
        <Button variant="default" size="xs" leftSection={<IconCopy size={15} aria-hidden />} onClick={likeMonday}>
          Monday’s hours for Tuesday to Friday
        </Button>
      ) : null}
    </>
  )
}

interface DayProps {
  day: string
  weekday: number
  form: StaffFormType
  onChange: (hours: Hours[]) => void
}

function DayHours({ day, weekday, form, onChange }: DayProps) {
  const { hours } = form.values
  const places = hours.flatMap((span, at) => (span.weekday === weekday ? [at] : []))
  const last = hours[places.at(-1) ?? -1]
  const addButton = (
    <ActionIcon aria-label={`Add hours on ${day}`} onClick={() => onChange([...hours, { weekday, ...(last ? after(last) : FIRST) }])}>
      <IconPlus size={16} aria-hidden />
    </ActionIcon>
  )
  return (
    <div className={styles.day}>
      <span>{day}</span>
      {places.length === 0 ? (
        <div className={styles.dayOff}>Off {addButton}</div>
      ) : (
        <div className={styles.spans}>
          {places.map((at, nth) => (
            <div key={at} className={styles.span}>
              <TimeRange
                name={day}
                from={hours[at]?.fromTime ?? ''}
                to={hours[at]?.toTime ?? ''}
                onFrom={(time) => form.setFieldValue(`hours.${at}.fromTime`, time)}
                onTo={(time) => form.setFieldValue(`hours.${at}.toTime`, time)}
                error={form.errors[`hours.${at}.fromTime`] ?? form.errors[`hours.${at}.toTime`]}
              />
              <ActionIcon aria-label={`Remove these hours on ${day}`} onClick={() => onChange(hours.filter((_, i) => i !== at))}>
                <IconX size={16} aria-hidden />
              </ActionIcon>
              {nth === places.length - 1 ? addButton : null}
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

/** The rest of the day: an hour's break, then four hours or until midnight. */
function after({ toTime }: Hours): Omit<Hours, 'weekday'> {
  const from = Math.min(22, Number(toTime.slice(0, 2)) + 1)
  const time = (hour: number) => `${String(hour).padStart(2, '0')}:${toTime.slice(3) || '00'}`
  return { fromTime: time(from), toTime: time(Math.min(23, from + 4)) }
}
