// What is wished for: how many visits, from when, how often, at what time, with whom. Each change proposes anew.

import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FREQUENCY_UNITS, type FrequencyUnit } from '../../../shared/domain/words.ts'
import { api } from '../../api.ts'
import { CountInput } from '../count-input.tsx'
import { DayInput } from '../day-input.tsx'
import { IdSelect } from '../id-select.tsx'
import { TimeInput } from '../time-input.tsx'
import { useCan, usePerson } from '../use-can.ts'
import { MOST_A_PERIOD, MOST_VISITS, wholeNumberProblem } from './schedule-draft.ts'
import styles from './schedule.module.css'
import type { Schedule } from './use-schedule.ts'

const UNIT_WORDS: Record<FrequencyUnit, string> = { week: 'a week', month: 'a month' }
const UNITS = FREQUENCY_UNITS.map((value) => ({ value, label: UNIT_WORDS[value] }))

export function WishFields({ schedule: { wish, setWish, choices, choice, choose } }: { schedule: Schedule }) {
  const people = usePractitioners()
  const rhythm = wish.rhythm ?? { count: 1, unit: 'week' }
  return (
    <>
      {choices.length > 1 && (
        <IdSelect
          label="For"
          allowDeselect={false}
          options={choices}
          value={choice?.id ?? null}
          onChange={(id) => id !== null && choose(id)}
        />
      )}
      <div className={styles.three}>
        <CountInput
          label="How many"
          min={1}
          max={MOST_VISITS}
          value={wish.visits}
          error={wholeNumberProblem(wish.visits, MOST_VISITS)}
          onChange={(visits) => setWish({ visits })}
        />
        <DayInput label="From" value={wish.from} onChange={(from) => setWish({ from })} />
        <TimeInput label="At about" placeholder="Any time" value={wish.time} onChange={(time) => setWish({ time })} />
      </div>
      <div className={styles.two}>
        <IdSelect
          label="With"
          allowDeselect={false}
          options={people}
          value={wish.practitionerId}
          onChange={(practitionerId) => setWish({ practitionerId })}
        />
        <div className={styles.often}>
          <CountInput
            label="How often"
            min={1}
            max={MOST_A_PERIOD}
            value={rhythm.count}
            error={wholeNumberProblem(rhythm.count, MOST_A_PERIOD)}
            onChange={(count) => setWish({ rhythm: { ...rhythm, count } })}
          />
          <Select
            aria-label="How often, in a week or a month"
            allowDeselect={false}
            data={UNITS}
            value={rhythm.unit}
            onChange={(unit) => setWish({ rhythm: { ...rhythm, unit: unit === 'month' ? 'month' : 'week' } })}
          />
        </div>
      </div>
    </>
  )
}

/** Those whom the person may book. */
export function usePractitioners(): { id: number; name: string }[] {
  const staff = useQuery(api.staff.list.queryOptions())
  const grant = useCan()('appointments.book')
  const me = usePerson()
  return (staff.data ?? []).filter((s) => s.isPractitioner && s.active && (grant !== 'own' || s.id === me.id))
}
