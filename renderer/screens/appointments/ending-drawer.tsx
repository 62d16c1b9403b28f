// Cancelling, or marking a no-show: says what the rule will do to the package's session and lets the person choose
// otherwise. Enter confirms; the notice takes it back.

import { Button, TextInput } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { dayOf } from '../../../shared/dates.ts'
import { type Ending, mayForfeit } from '../../../shared/domain/appointments.ts'
import { formatMoney, formatWeekday } from '../../../shared/format.ts'
import { api, newKey } from '../../api.ts'
import { notifyDone } from '../../components/notify-done.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { showError } from '../../components/show-error.tsx'
import { SideDrawer } from '../../components/side-drawer.tsx'
import { useClientWords } from '../../components/use-practice.ts'
import type { AppointmentData } from './appointment-data.ts'
import { timeRange } from './calendar-words.ts'
import { endedWords, sessionChoices } from './ending-words.ts'
import { Choices } from './choices.tsx'
import classes from './ending.module.css'
import { useAppointmentCommands } from './use-appointment-commands.ts'

interface EndingDrawerProps {
  appointment: AppointmentData
  how: 'cancel' | 'noShow'
  onBack: () => void
  onDone: () => void
}

export function EndingDrawer({ appointment, how, onBack, onDone }: EndingDrawerProps) {
  const { id, clientName } = appointment
  const words = useClientWords()
  const formId = useId()
  const commands = useAppointmentCommands()
  const end = useMutation(api.appointments.end.mutationOptions())
  const [key, setKey] = useState(newKey)
  const [picked, setPicked] = useState<Ending | null>(null)
  const [session, setSession] = useState<'return' | 'forfeit' | null>(null)
  const [reason, setReason] = useState('')
  const [undecided, setUndecided] = useState(false)
  const sessionChoice = useRef<HTMLFieldSetElement>(null)

  const first = useQuery(api.appointments.previewEnding.queryOptions({ input: { id, as: how === 'noShow' ? 'noShow' : 'cancelled' } }))
  const as: Ending = picked ?? (how === 'noShow' ? 'noShow' : first.data?.isLate ? 'lateCancelled' : 'cancelled')
  const preview = useQuery({
    ...api.appointments.previewEnding.queryOptions({ input: { id, as } }),
    enabled: first.data !== undefined,
    placeholderData: keepPreviousData,
  })
  const title = how === 'noShow' ? 'No-show' : 'Cancel appointment'
  const asks = preview.data?.packageName != null && mayForfeit(as)
  const decided = session ?? (preview.data && preview.data.rule !== 'ask' ? preview.data.rule : null)

  async function submit(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (!preview.data || preview.isPlaceholderData || end.isPending) return
    if (asks && decided === null) {
      setUndecided(true)
      return sessionChoice.current?.querySelector('input')?.focus()
    }
    try {
      const held = preview.data.packageName !== null
      const ended = await end.mutateAsync({ key, id, as, session: held ? (asks ? decided : 'return') : null, reason: reason.trim() })
      notifyDone(endedWords(clientName, as, asks ? decided : 'return', preview.data), { undo: () => void commands.undoEnd(ended.id) })
      onDone()
    } catch (error) {
      setKey(newKey())
      showError(error)
    }
  }

  return (
    <SideDrawer
      title={title}
      opened
      onClose={onDone}
      footer={
        <>
          <Button variant="default" onClick={onBack}>
            Go back
          </Button>
          <Button className={classes.submit} type="submit" form={formId} loading={end.isPending} data-autofocus>
            {how === 'noShow' ? 'Mark as no-show' : 'Cancel appointment'} <kbd aria-hidden>↵</kbd>
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
                  onChange={setPicked}
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
                  value={decided}
                  onChange={(value) => {
                    setSession(value)
                    setUndecided(false)
                  }}
                  options={sessionChoices(data)}
                  error={undecided ? 'Choose whether the session goes back or is kept.' : undefined}
                />
              ) : (
                <p className={classes.effect}>
                  {data.packageName === null ? 'The draft invoice falls away.' : sessionChoices(data)[0].effect}
                </p>
              )}
              {data.onAccountMinor > 0 && decided !== 'forfeit' && (
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
