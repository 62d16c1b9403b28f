// Which practitioners the day shows: those who work then, all, or chosen ones.

import { Button, Checkbox, Popover } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import { plural } from '../../../shared/format.ts'
import classes from './calendar-bar.module.css'
import type { Practitioner } from './calendar-columns.ts'

interface PeopleFilterProps {
  practitioners: readonly Practitioner[]
  shown: readonly number[]
  /** Nobody was chosen by hand: those who work that day are shown. */
  byItself: boolean
  onChange: (people: number[] | undefined) => void
}

export function PeopleFilter({ practitioners, shown, byItself, onChange }: PeopleFilterProps) {
  const all = shown.length === practitioners.length
  const toggle = (id: number) => {
    const next = shown.includes(id)
      ? shown.filter((other) => other !== id)
      : practitioners.map((p) => p.id).filter((other) => other === id || shown.includes(other))
    onChange(next.length === 0 ? undefined : next)
  }
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconUsers size={16} aria-hidden />}>
          {all ? 'All practitioners' : `${shown.length} of ${plural(practitioners.length, 'practitioner')}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <fieldset className={classes.people}>
          <legend className={classes.peopleLegend}>Show</legend>
          {practitioners.map(({ id, name, specialty }) => (
            <Checkbox key={id} label={name} description={specialty} checked={shown.includes(id)} onChange={() => toggle(id)} />
          ))}
          <div className={classes.peopleButtons}>
            <Button size="compact-sm" variant="subtle" disabled={all} onClick={() => onChange(practitioners.map((p) => p.id))}>
              Everyone
            </Button>
            <Button size="compact-sm" variant="subtle" disabled={byItself} onClick={() => onChange(undefined)}>
              Working that day
            </Button>
          </div>
        </fieldset>
      </Popover.Dropdown>
    </Popover>
  )
}
