// The visits that will be booked, each with its day, time and practitioner, and under it what pays for it or is in the way.

import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { DayInput } from '../day-input.tsx'
import { IdSelect } from '../id-select.tsx'
import { TimeInput } from '../time-input.tsx'
import { lookWords } from './schedule-draft.ts'
import styles from './schedule.module.css'
import type { Schedule } from './use-schedule.ts'
import { usePractitioners } from './wish-fields.tsx'

export function VisitRows({ schedule, packageName }: { schedule: Schedule; packageName: string }) {
  const people = usePractitioners()
  return (
    <ol className={styles.visits} aria-label="Visits" aria-busy={schedule.isWaiting || undefined}>
      {schedule.drafts.map((draft, i) => {
        const look = schedule.lookOf(i)
        const said = look && lookWords(look, packageName, schedule.currency)
        const set = (part: Partial<typeof draft>) => schedule.setVisit(draft.id, part)
        return (
          <li key={draft.id} className={styles.visit}>
            <DayInput aria-label={`Day of visit ${i + 1}`} size="xs" weekday value={draft.day} onChange={(day) => set({ day })} />
            <TimeInput aria-label={`Time of visit ${i + 1}`} size="xs" value={draft.time} onChange={(time) => set({ time })} />
            <ActionIcon size="sm" aria-label={`Remove visit ${i + 1}`} onClick={() => schedule.remove(draft.id)}>
              <IconX size={14} aria-hidden />
            </ActionIcon>
            <div className={styles.under}>
              {people.length > 1 && (
                <IdSelect
                  aria-label={`Practitioner of visit ${i + 1}`}
                  size="xs"
                  allowDeselect={false}
                  options={people}
                  value={draft.practitionerId}
                  onChange={(practitionerId) => set({ practitionerId })}
                />
              )}
              <span className={styles.look} data-tone={said?.tone}>
                {said?.words ?? '…'}
              </span>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
