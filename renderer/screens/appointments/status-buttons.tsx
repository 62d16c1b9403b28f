// The status of an open appointment: one button and one key each. The pressed one goes back to booked.

import { Button } from '@mantine/core'
import { dayOf } from '../../../shared/dates.ts'
import { STATUS_ICONS } from '../../components/status-badge.tsx'
import { useClock } from '../../components/use-clock.ts'
import type { AppointmentData } from './appointment-data.ts'
import classes from './appointment.module.css'
import type { AppointmentCommands } from './use-appointment-commands.ts'
import { usePanelKeys } from './use-panel-keys.ts'

const STEPS = [
  { status: 'confirmed', word: 'Confirmed', key: 'C' },
  { status: 'arrived', word: 'Arrived', key: 'A' },
  { status: 'inSession', word: 'In session', key: 'I' },
] as const

type OpenStatus = 'booked' | (typeof STEPS)[number]['status']

export function StatusButtons({ appointment, commands }: { appointment: AppointmentData; commands: AppointmentCommands }) {
  const { today } = useClock()
  const { id, startsAt } = appointment
  const status = appointment.status as OpenStatus
  const hasCome = dayOf(startsAt) <= today
  const set = (to: OpenStatus) => void commands.setStatus(id, status === to ? 'booked' : to, status)
  const done = () => void commands.complete(id)

  usePanelKeys({
    ...Object.fromEntries(STEPS.map((step) => [step.key.toLowerCase(), () => set(step.status)])),
    ...(hasCome ? { d: done } : {}),
  })

  return (
    <div className={classes.steps} role="group" aria-label="Status">
      {STEPS.map((step) => {
        const Icon = STATUS_ICONS[step.status]
        return (
          <Button
            key={step.status}
            variant="default"
            className={classes.step}
            data-status={step.status}
            aria-pressed={status === step.status}
            leftSection={<Icon size={15} aria-hidden />}
            onClick={() => set(step.status)}
          >
            {step.word} <kbd aria-hidden>{step.key}</kbd>
          </Button>
        )
      })}
      {hasCome && (
        <Button className={classes.step} leftSection={<STATUS_ICONS.completed size={16} aria-hidden />} onClick={done}>
          Done <kbd aria-hidden>D</kbd>
        </Button>
      )}
    </div>
  )
}
