// Cancelling, or marking a no-show: says what the rule will do to the package's session and lets the person choose
// otherwise. Enter confirms; the notice takes it back.

import { Button, TextInput } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { dayOf } from '../../../shared/dates.ts'
import type { Ending } from '../../../shared/domain/appointments.ts'
import { formatMoney, formatWeekday } from '../../../shared/format.ts'
import { QueryState } from '../../components/query-state.tsx'
import { SideDrawer } from '../../components/side-drawer.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import type { AppointmentData } from './appointment-data.ts'
import { timeRange } from './calendar-words.ts'
import { sessionChoices } from './ending-words.ts'
import { Choices } from './choices.tsx'
import classes from './ending.module.css'
import { useEnding } from './use-ending.ts'

interface EndingDrawerProps {
  appointment: AppointmentData
  how: 'cancel' | 'noShow'
  onBack: () => void
  onDone: () => void
}

export function EndingDrawer({ appointment, how, onBack, onDone }: EndingDrawerProps) {
  const { clientName } = appointment
  const words = useClientWords()
  const formId = useId()
  const ending = useEnding(appointment, how, onDone)
  const { as, preview, asks, fate } = ending
  const [reason, setReason] = useState('')
  const sessionChoice = useRef<HTMLFieldSetElement>(null)

  async function submit(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (!(await ending.submit(reason))) sessionChoice.current?.querySelector('input')?.focus()
  }

  return (
    <SideDrawer
      title={how === 'noShow' ? 'No-show' : 'Cancel appointment'}
      opened
      onClose={onDone}
      footer={
        <>
          <Button className={classes.submit} type="submit" form={formId} loading={ending.sending} data-autofocus>
            {how === 'noShow' ? 'Mark as no-show' : 'Cancel appointment'} <kbd aria-hidden>↵</kbd>
          </Button>
          <Button variant="default" onClick={onBack}>
            Go back
          </Button>
        </>
      }
    >
      <form id={formId} className={classes.form} onSubmit={(event) => void submit(event)}>
        <p className={classes.who}>
          <b>
            <bdi>{clientName}</bdi>
          </b>
          <span>
            {formatWeekday(dayOf(appointment.startsAt))}, {timeRange(appointment.startsAt, appointment.endsAt)}
          </span>
          <span>
            {appointment.serviceName} with <bdi>{appointment.practitionerName}</bdi>
          </span>
        </p>
        <QueryState query={preview}>
          {(data) => (
            <>
              {how === 'cancel' && (
                <Choices<Ending>
                  label="Who cancelled"
                  value={as}
                  onChange={ending.setAs}
                  options={[
                    { value: 'cancelled', label: `The ${words.one}, in time` },
                    {
                      value: 'lateCancelled',
                      label: `The ${words.one}, late`,
                      ...(data.isLate ? { detail: 'Inside the time for late cancellations' } : {}),
                    },
                    { value: 'cancelledByPractice', label: 'The practice' },
                  ]}
                />
              )}
              {asks ? (
                <Choices<'return' | 'forfeit'>
                  ref={sessionChoice}
                  label={`The session of ${data.packageName}`}
                  value={fate}
                  onChange={ending.setFate}
                  options={sessionChoices(data)}
                  error={ending.undecided ? 'Choose whether the session goes back or is kept.' : undefined}
                />
              ) : (
                <p className={classes.effect}>
                  {data.packageName === null ? 'Nothing is charged: its invoice falls away.' : sessionChoices(data)[0].effect}
                </p>
              )}
              {data.onAccountMinor > 0 && fate !== 'forfeit' && (
                <p className={classes.effect}>
                  {formatMoney(data.onAccountMinor, data.currency)} was paid already and goes to the account of {clientName}.
                </p>
              )}
            </>
          )}
        </QueryState>
        <TextInput
          label="Reason"
          description="Kept in the history; may stay empty."
          maxLength={500}
          value={reason}
          dir="auto"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </form>
    </SideDrawer>
  )
}
