// Scheduling in the same step as the sale: folded into one line until it is wanted.

import { Button, CloseButton } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { ScheduleFields } from './schedule-fields.tsx'
import styles from './schedule.module.css'
import type { Schedule } from './use-schedule.ts'

interface Props {
  schedule: Schedule
  shown: boolean
  onShow: (shown: boolean) => void
  packageName: string
  problem: string | undefined
}

export function SaleSchedule({ schedule, shown, onShow, packageName, problem }: Props) {
  if (schedule.choices.length === 0) return null
  return (
    <section aria-label="Schedule" className={styles.section}>
      {shown ? (
        <>
          <p className={styles.head}>
            Visits
            <CloseButton size="sm" aria-label="Book no visits now" onClick={() => onShow(false)} />
          </p>
          <ScheduleFields schedule={schedule} packageName={packageName} problem={problem} />
        </>
      ) : (
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.leave}
          leftSection={<IconCalendarPlus size={15} aria-hidden />}
          onClick={() => onShow(true)}
        >
          Schedule visits
        </Button>
      )}
    </section>
  )
}
