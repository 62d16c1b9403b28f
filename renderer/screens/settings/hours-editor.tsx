// The working hours of a week: any number of spans a day, none means the day is off.

import { ActionIcon, Button } from '@mantine/core'
import { TimeInput } from '@mantine/dates'
import { IconCopy, IconPlus, IconX } from '@tabler/icons-react'
import { WEEKDAY_WORDS } from '../../words.ts'
import styles from './settings.module.css'
import type { StaffFormType, StaffValues } from './staff-values.ts'

type Hours = StaffValues['hours'][number]

const FIRST = { fromTime: '09:00', toTime: '17:00' }
const WORKDAYS = [2, 3, 4, 5]

export function HoursEditor({ form }: { form: StaffFormType }) {
  const { hours } = form.values
  const monday = hours.filter((h) => h.weekday === 1)
  const change = (next: Hours[]) => form.setFieldValue('hours', next)

  const add = (weekday: number) => {
    const last = hours.filter((h) => h.weekday === weekday).at(-1)
    change([...hours, { weekday, ...(last ? { fromTime: last.toTime, toTime: laterThan(last.toTime) } : FIRST) }])
  }

  return (
    <>
      {WEEKDAY_WORDS.map((day, index) => {
        const weekday = index + 1
        const spans = hours.map((span, at) => ({ span, at })).filter(({ span }) => span.weekday === weekday)
        const addButton = (
          <ActionIcon aria-label={`Add hours on ${day}`} onClick={() => add(weekday)}>
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        )
        return (
          <div key={day} className={styles.day} role="group" aria-label={day}>
            <span>{day}</span>
            {spans.length === 0 ? (
              <div className={styles.off}>Off {addButton}</div>
            ) : (
              <div className={styles.spans}>
                {spans.map(({ at }) => (
                  <div key={at} className={styles.span}>
                    <TimeInput aria-label={`${day} from`} {...form.getInputProps(`hours.${at}.fromTime`)} />
                    <span aria-hidden>–</span>
                    <TimeInput aria-label={`${day} to`} {...form.getInputProps(`hours.${at}.toTime`)} />
                    <ActionIcon aria-label={`Remove these hours on ${day}`} onClick={() => change(hours.filter((_, i) => i !== at))}>
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  </div>
                ))}
                <Button
                  variant="subtle"
                  size="compact-xs"
                  justify="start"
                  leftSection={<IconPlus size={13} aria-hidden />}
                  onClick={() => add(weekday)}
                >
                  More hours
                </Button>
              </div>
            )}
          </div>
        )
      })}
      {monday.length > 0 ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconCopy size={15} aria-hidden />}
          onClick={() =>
            change([
              ...hours.filter((h) => !WORKDAYS.includes(h.weekday)),
              ...WORKDAYS.flatMap((weekday) => monday.map((h) => ({ ...h, weekday }))),
            ])
          }
        >
          Monday’s hours for Tuesday to Friday
        </Button>
      ) : null}
    </>
  )
}

/** Four hours on, or the end of the day. */
function laterThan(time: string): string {
  const hour = Math.min(23, Number(time.slice(0, 2)) + 4)
  return `${String(hour).padStart(2, '0')}:${time.slice(3)}`
}
