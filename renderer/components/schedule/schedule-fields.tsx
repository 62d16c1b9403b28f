// Scheduling the sessions of a package: what is wished for, the visits it gives, and what they come to.

import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { plural } from '../../../shared/format.ts'
import { sentenceOfError } from '../../errors.ts'
import { summaryOf } from './schedule-draft.ts'
import styles from './schedule.module.css'
import type { Schedule } from './use-schedule.ts'
import { VisitRows } from './visit-rows.tsx'
import { WishFields } from './wish-fields.tsx'

interface Props {
  schedule: Schedule
  packageName: string
  /** Said once saving was tried. */
  problem: string | undefined
}

export function ScheduleFields({ schedule, packageName, problem }: Props) {
  const rest = schedule.looks.filter((l) => !l.onPackage).length
  return (
    <div className={styles.schedule}>
      <WishFields schedule={schedule} />
      <VisitRows schedule={schedule} packageName={packageName} />
      {schedule.isShort && (
        <p className={styles.note}>
          There is room for {plural(schedule.drafts.length, 'visit')} of {schedule.wish.visits} while the package is valid.
        </p>
      )}
      <div className={styles.foot}>
        <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={schedule.add}>
          Another visit
        </Button>
        <span role="status">{summaryOf(schedule.looks, packageName)}</span>
      </div>
      {rest > 0 && rest < schedule.drafts.length && (
        <Button variant="default" size="compact-sm" className={styles.leave} onClick={schedule.leaveOutRest}>
          Leave out what is at the regular fee
        </Button>
      )}
      {schedule.asksHours && (
        <Checkbox
          label="Book outside working hours too"
          checked={schedule.outsideHours}
          onChange={(event) => schedule.setOutsideHours(event.currentTarget.checked)}
        />
      )}
      {schedule.endMoves && (
        <Checkbox
          label={schedule.endMoves.sentence}
          checked={schedule.endMoves.isConfirmed}
          onChange={(event) => schedule.confirmEndMoves(event.currentTarget.checked)}
        />
      )}
      {(problem ?? schedule.error) && (
        <p role="alert" className={styles.problem}>
          {problem ?? sentenceOfError(schedule.error)}
        </p>
      )}
    </div>
  )
}
